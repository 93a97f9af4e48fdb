"""The conditions for learning at work: one's own scores round by round, or how those of a team lie."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from leerlog.domain.checklist import Question
from leerlog.domain.entry import Entry, moment
from leerlog.domain.period import Period, previous
from leerlog.domain.score import Condition, Round, note, score
from leerlog.reports.members import Member
from leerlog.reports.rules import ContentRules, Helps

CONDITIONS = "conditions"  # the checklist of a round
APART = 2  # points between the lowest and the highest score that ask for a talk
GOOD = 4  # a condition that scores this needs no help
PERIODS = 6  # that a team's trend goes back, the period itself included


class Discussion(NamedTuple):
    """What of the conditions asks for a talk, of those that may be told; None for what does not.

    spread: of which the scores lie furthest apart.
    lowest: of which the middle is lowest, and what can help it.
    changed: of which the middle changed most since the round before.
    """

    spread: Condition | None = None
    lowest: Condition | None = None
    changed: Condition | None = None
    helps: Helps | None = None


def to_discuss(conditions: Sequence[Condition], rules: ContentRules) -> Discussion:
    """What to talk about.

    It follows from the numbers that are shown, so that of fewer people than these may be of nothing can be known.
    """
    if not conditions:
        return Discussion()
    spread = max(conditions, key=lambda each: each.now.highest - each.now.lowest)
    lowest = min(conditions, key=lambda each: each.now.median)
    changed = max(conditions, key=lambda each: abs(change(each)))
    low = lowest.now.median < GOOD
    return Discussion(
        spread if spread.now.highest - spread.now.lowest >= APART else None,
        lowest if low else None,
        changed if change(changed) else None,
        rules.helps.get(lowest.question) if low else None,
    )


def change(condition: Condition) -> float:
    """How much more the middle is than in the round before; 0 when there is none."""
    before = condition.rounds[-2:-1]
    return condition.now.median - before[0].median if before else 0


def build_conditions(entries: Iterable[Entry], period: Period, rules: ContentRules) -> tuple[Condition, ...]:
    """The period's latest round, a condition that was skipped left out; empty when there was no round."""
    rounds = sorted((entry for entry in entries if entry.checklist == CONDITIONS), key=moment)
    upto = [entry for entry in rounds if entry.date <= period.end]
    if not upto or upto[-1].date < period.start:
        return ()
    found = []
    for question in rules.conditions:
        given = [_own(question, entry) for entry in upto]
        if given[-1]:
            known = tuple(each for each in given if each)
            before = upto[-2].date if len(upto) > 1 else None
            text = note(upto[-1].answer(question.id))
            found.append(Condition(question.id, question.text, known, before, text))
    return tuple(found)


def _own(question: Question, entry: Entry) -> Round | None:
    value = score(question, entry.answer(question.id))
    return None if value is None else Round(entry.date, value, value, value)


def spread_conditions(
    members: Sequence[Member], period: Period, rules: ContentRules, minimum: int, people: int = 0
) -> tuple[Condition, ...]:
    """How the scores of a team lie in a period and those before it; what too few people scored is left out.

    people: how many there are, when only a number that is theirs as well may be told, and nothing of before;
        0 when any may.
    """
    rounds = [[entry for entry in member.entries if entry.checklist == CONDITIONS] for member in members]
    if not any(rounds):
        return ()
    latest = [(each, _latest(rounds, each)) for each in islice(_back_from(period), PERIODS)]
    found = []
    for question in rules.conditions:
        lying = [_lying(question, each, given, minimum) for each, given in latest]
        if lying[0]:
            known = tuple(each for each in reversed(lying) if each)
            found.append(Condition(question.id, question.text, known))
    if not people:
        return tuple(found)
    # Of one more than the least, it would be known that just one did not score.
    return tuple(_uncounted(each, people) for each in found if each.now.people == people or people > minimum + 1)


def _uncounted(condition: Condition, people: int) -> Condition:
    """Without the numbers of people, except where it is all of them."""
    now = condition.now
    return condition if now.people == people else condition._replace(rounds=(now._replace(people=None),))


def _back_from(period: Period) -> Iterator[Period]:
    before: Period | None = period
    while before:
        yield before
        before = previous(before)


def _latest(rounds: Iterable[Iterable[Entry]], period: Period) -> list[Entry]:
    """Of everybody the last round of a period."""
    inside = ([entry for entry in own if entry.date in period] for own in rounds)
    return [max(own, key=moment) for own in inside if own]


def _lying(question: Question, period: Period, rounds: Iterable[Entry], minimum: int) -> Round | None:
    """From where to where the scores of one condition reach in a period, of everybody's latest round in it."""
    # It takes long to load, and most reviews have no scores.
    from statistics import median

    given = [value for entry in rounds if (value := score(question, entry.answer(question.id))) is not None]
    if not given or len(given) < minimum:
        return None
    return Round(period, min(given), median(given), max(given), len(given))
