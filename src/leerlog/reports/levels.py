"""What entries brought: which answers are yield, and of which value level."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from leerlog.domain.entry import Answer, Entry
from leerlog.domain.value import Level
from leerlog.domain.waardecheck import teller
from leerlog.reports.gist import gist
from leerlog.reports.lens import PLANNING, Lens


class Yield(NamedTuple):
    """One piece of yield: an answer, or a whole entry where `question` is "" and it has no answer.

    level: None for what has not been weighed yet.
    by: who told it, of a turn at a waardecheck.
    """

    entry: str
    date: date
    course: str
    question: str
    text: str
    level: Level | None = None
    private: bool = False
    by: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How much there is of one level, beside the period before, oldest first.

    level: None for what is still to be weighed.
    previous_count: None when there is no period before.
    """

    level: Level | None
    title: str
    count: int
    previous_count: int | None
    items: tuple[Yield, ...] = ()

    @property
    def change(self) -> int | None:
        """How many more than in the period before."""
        return None if self.previous_count is None else self.count - self.previous_count


def yields(entry: Entry, lens: Lens) -> list[Yield]:
    """The answers that count as yield, each with its own level, else its question's, else its entry's.

    An entry that has a level but no answer that could count is yield as a whole.
    """
    found = [
        _of_answer(entry, answer.question, answer.text, level, answer.private) for answer, level in _valued(entry, lens)
    ]
    if not found and (whole := _whole(entry, lens)):
        found.append(_of_answer(entry, "", gist(entry, lens), whole, False))
    return found


def levels_of(entry: Entry, lens: Lens) -> list[Level]:
    """The levels of `yields`, where only they are wanted."""
    found = [level for _, level in _valued(entry, lens)]
    if not found and (whole := _whole(entry, lens)):
        return [whole]
    return found


def _valued(entry: Entry, lens: Lens) -> list[tuple[Answer, Level]]:
    checklist, base, level_of = entry.checklist, entry.value, lens.level
    return [(answer, level) for answer in entry.answers if (level := level_of(checklist, answer, base))]


def _whole(entry: Entry, lens: Lens) -> Level | None:
    """The level of an entry as a whole: its own, unless an answer in it says that there is nothing yet."""
    if not entry.value or any((entry.checklist, answer.question) not in lens.silent for answer in entry.answers):
        return None
    return None if lens.nothing.said(gist(entry, lens)) else entry.value


def _of_answer(entry: Entry, question: str, text: str, level: Level | None, private: bool) -> Yield:
    return Yield(entry.id, entry.date, entry.course, question, text, level, private, teller(entry))


def answered(entry: Entry, question: str, lens: Lens) -> Yield | None:
    """The answer to one question, when it says something, also while it has no level yet."""
    for answer in entry.answers:
        if answer.question == question and not lens.nothing.said(answer.text):
            level = lens.level(entry.checklist, answer, entry.value)
            return _of_answer(entry, question, answer.text, level, answer.private)
    return None


def says_nothing(entry: Entry, lens: Lens) -> bool:
    """Whether an answer of the entry that could have been yield says that there is nothing yet."""
    looked_for = (answer for answer in entry.answers if (entry.checklist, answer.question) not in lens.silent)
    return any(lens.nothing.said(answer.text) for answer in looked_for)


def without_noes(entry: Entry, lens: Lens) -> Entry:
    """The entry without the answers that could have been yield, and say that there is nothing yet."""
    if entry.checklist in PLANNING:
        return entry
    silent, nothing = lens.silent, lens.nothing.said
    kept = tuple(a for a in entry.answers if (entry.checklist, a.question) in silent or not nothing(a.text))
    return entry._replace(answers=kept)


def counted(entry: Entry, lens: Lens) -> Entry:
    """The entry with only the levels that count: none of an answer that says that there is nothing yet."""
    answers = tuple(a._replace(value=None) if lens.nothing.said(a.text) else a for a in entry.answers)
    return entry._replace(answers=answers, value=entry.value if levels_of(entry, lens) else None)


def unweighed(entry: Entry, lens: Lens) -> Yield | None:
    """The entry as something to weigh, when nothing in it has a level and it is not planning."""
    if entry.value or entry.checklist in PLANNING:
        return None
    first = None
    for answer in entry.answers:
        if answer.value or (entry.checklist, answer.question) in lens.levels:
            return None
        if first is None and lens.counts(entry.checklist, answer):
            first = _of_answer(entry, answer.question, answer.text, None, answer.private)
    return first


def highest(entry: Entry, lens: Lens) -> Yield | None:
    """The yield of an entry's highest level: the first of them, and a private answer only for want of another."""
    found = yields(entry, lens)
    open_ones = [each for each in found if not each.private] or found
    return max(open_ones, key=_number, default=None)


def _number(each: Yield) -> int:
    return each.level.number if each.level else 0


def tallies(current: Iterable[Entry], before: Sequence[Entry] | None, lens: Lens) -> tuple[tuple[Tally, ...], Tally]:
    """The five levels from first to fifth, empty ones included, and what is still to be weighed.

    before: the entries of the period before; None when there is no such period.
    """
    found = by_level(current, lens)
    earlier = _count(before, lens) if before is not None else None

    def tally(level: Level | None, title: str) -> Tally:
        items = tuple(found[level])
        return Tally(level, title, len(items), None if earlier is None else earlier[level], items)

    return tuple(tally(level, lens.titles.get(level, level.capitalize())) for level in Level), tally(None, "")


def by_level(entries: Iterable[Entry], lens: Lens) -> dict[Level | None, list[Yield]]:
    """What entries brought of each level, and what of them is still to be weighed, in their order."""
    found: dict[Level | None, list[Yield]] = {level: [] for level in (*Level, None)}
    for entry in entries:
        for each in yields(entry, lens):
            found[each.level].append(each)
        if not entry.value and (waiting := unweighed(entry, lens)):
            found[None].append(waiting)
    return found


def _count(entries: Sequence[Entry], lens: Lens) -> Counter[Level | None]:
    counted: Counter[Level | None] = Counter()
    for entry in entries:
        for level in levels_of(entry, lens):
            counted[level] += 1
        if not entry.value and unweighed(entry, lens):
            counted[None] += 1
    return counted
