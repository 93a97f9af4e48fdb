"""What entries brought: which answers are yield, and of which value level."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from leerlog.domain.entry import WAARDECHECK, Answer, Entry, teller
from leerlog.domain.outcome import LevelCount, Outcome, Part
from leerlog.domain.period import Period
from leerlog.domain.value import Level
from leerlog.reports.gist import gist
from leerlog.reports.rules import PLANNING, ContentRules

# The levels of which a no leads to the question what stands in the way.
IN_THE_WORK = (Level.TOEGEPAST, Level.GEREALISEERD)
# What was not used yet.
EARLY = frozenset({Level.BELEVING, Level.POTENTIEEL})


def outcomes(entry: Entry, rules: ContentRules) -> list[Outcome]:
    """The answers that count as yield, each with its own level, else its question's, else its entry's.

    An entry that has a level but no answer that could count is yield as a whole.
    """
    found = [_of_answer(entry, each.question, each.text, level, each.private) for each, level in _valued(entry, rules)]
    if not found and (whole := _as_a_whole(entry, rules)):
        found.append(whole)
    return found


def levels_of(entry: Entry, rules: ContentRules) -> list[Level]:
    """The levels of `outcomes`, where only they are wanted."""
    found = [level for _, level in _valued(entry, rules)]
    if not found and (whole := _whole(entry, rules)):
        return [whole]
    return found


def _valued(entry: Entry, rules: ContentRules) -> list[tuple[Answer, Level]]:
    checklist, base, level_of = entry.checklist, entry.value, rules.level
    return [(answer, level) for answer in entry.answers if (level := level_of(checklist, answer, base))]


def _whole(entry: Entry, rules: ContentRules) -> Level | None:
    """The level of an entry as a whole: its own, unless an answer in it says that there is nothing yet."""
    if not entry.value or any((entry.checklist, answer.question) not in rules.silent for answer in entry.answers):
        return None
    return None if rules.nothing.said(gist(entry, rules)) else entry.value


def _as_a_whole(entry: Entry, rules: ContentRules) -> Outcome | None:
    whole = _whole(entry, rules)
    return _of_answer(entry, "", gist(entry, rules), whole, False) if whole else None


def _of_answer(entry: Entry, question: str, text: str, level: Level | None, private: bool) -> Outcome:
    return Outcome(entry.id, entry.date, entry.course, question, text, level, private, teller(entry))


def answered(entry: Entry, question: str, rules: ContentRules) -> Outcome | None:
    """The answer to one question, when it says something, also while it has no level yet."""
    for answer in entry.answers:
        if answer.question == question and not rules.nothing.said(answer.text):
            level = rules.level(entry.checklist, answer, entry.value)
            return _of_answer(entry, question, answer.text, level, answer.private)
    return None


def says_nothing(entry: Entry, rules: ContentRules) -> bool:
    """Whether an answer of the entry that could have been yield says that there is nothing yet."""
    looked_for = (answer for answer in entry.answers if (entry.checklist, answer.question) not in rules.silent)
    return any(rules.nothing.said(answer.text) for answer in looked_for)


def is_held_back(entry: Entry, rules: ContentRules) -> bool:
    """Whether it says that nothing is applied or realised yet, and not what stands in the way.

    At a waardecheck that is for all together to say, at its end.
    """
    if entry.checklist == WAARDECHECK or any(item.kind == "obstacle" for item in entry.follow_ups):
        return False
    levels, base = rules.levels, entry.value
    asked = (a for a in entry.answers if (entry.checklist, a.question) not in rules.silent)
    noes = (a for a in asked if rules.nothing.said(a.text))
    return any((a.value or levels.get((entry.checklist, a.question)) or base) in IN_THE_WORK for a in noes)


def without_noes(entry: Entry, rules: ContentRules) -> Entry:
    """The entry without the answers that could have been yield, and say that there is nothing yet."""
    if entry.checklist in PLANNING:
        return entry
    silent, nothing = rules.silent, rules.nothing.said
    kept = tuple(a for a in entry.answers if (entry.checklist, a.question) in silent or not nothing(a.text))
    return entry._replace(answers=kept)


def counted(entry: Entry, rules: ContentRules) -> Entry:
    """The entry with only the levels that count: none of an answer that says that there is nothing yet."""
    said, counts = rules.nothing.said, not entry.value
    for answer in entry.answers:
        if said(answer.text):
            break
        counts = counts or (entry.checklist, answer.question) not in rules.silent
    else:
        if counts:
            return entry  # as most are
    answers = tuple(a._replace(value=None) if said(a.text) else a for a in entry.answers)
    return entry._replace(answers=answers, value=entry.value if levels_of(entry, rules) else None)


def unweighed(entry: Entry, rules: ContentRules) -> Outcome | None:
    """The entry as something to weigh, when nothing in it has a level and it is not planning."""
    if entry.value or entry.checklist in PLANNING:
        return None
    first = None
    for answer in entry.answers:
        if answer.value or (entry.checklist, answer.question) in rules.levels:
            return None
        if first is None and rules.counts(entry.checklist, answer):
            first = _of_answer(entry, answer.question, answer.text, None, answer.private)
    return first


def highest(entry: Entry, rules: ContentRules) -> Outcome | None:
    """The yield of an entry's highest level: the first of them, and a private answer only for want of another."""
    if best := _best(entry, rules):
        answer, level = best
        return _of_answer(entry, answer.question, answer.text, level, answer.private)
    return _as_a_whole(entry, rules)


def highest_level(entry: Entry, rules: ContentRules) -> Level | None:
    """The level of `highest`, where only that is wanted."""
    best = _best(entry, rules)
    return best[1] if best else _whole(entry, rules)


def _best(entry: Entry, rules: ContentRules) -> tuple[Answer, Level] | None:
    best = None
    for answer in entry.answers:
        level = rules.level(entry.checklist, answer, entry.value)
        if level and (best is None or (best[0].private, -best[1].number) > (answer.private, -level.number)):
            best = answer, level
    return best


def count_levels(
    current: Iterable[Entry], before: Sequence[Entry] | None, rules: ContentRules
) -> tuple[tuple[LevelCount, ...], LevelCount]:
    """The five levels from first to fifth, empty ones included, and what is still to be weighed.

    before: the entries of the period before; None when there is no such period.
    """
    found = by_level(current, rules)
    earlier = _count(before, rules) if before is not None else None

    def tally(level: Level | None, title: str) -> LevelCount:
        items = tuple(found[level])
        return LevelCount(level, title, len(items), None if earlier is None else earlier[level], items)

    return tuple(tally(level, rules.titles.get(level, level.capitalize())) for level in Level), tally(None, "")


def by_level(entries: Iterable[Entry], rules: ContentRules) -> dict[Level | None, list[Outcome]]:
    """What entries brought of each level, and what of them is still to be weighed, in their order."""
    found: dict[Level | None, list[Outcome]] = {level: [] for level in (*Level, None)}
    for entry in entries:
        for each in outcomes(entry, rules):
            found[each.level].append(each)
        if not entry.value and (waiting := unweighed(entry, rules)):
            found[None].append(waiting)
    return found


def by_part(levels: Sequence[LevelCount], periods: Sequence[Period]) -> tuple[Part, ...]:
    """The outcomes of levels, counted in each of the periods, which follow one another and hold all of them."""
    starts = [each.start for each in periods]
    found: list[dict[Level | None, int]] = [dict.fromkeys((each.level for each in levels), 0) for _ in periods]
    for each in levels:
        for outcome in each.outcomes:
            if outcome.date:
                found[bisect_right(starts, outcome.date) - 1][each.level] += 1
    return tuple(map(Part, periods, found))


def _count(entries: Sequence[Entry], rules: ContentRules) -> Counter[Level | None]:
    counted: Counter[Level | None] = Counter()
    for entry in entries:
        for level in levels_of(entry, rules):
            counted[level] += 1
        if not entry.value and unweighed(entry, rules):
            counted[None] += 1
    return counted
