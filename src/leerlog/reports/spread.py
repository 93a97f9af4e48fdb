"""How the scores of a team's conditions lie, now and in the periods before; no score is anybody's."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time
from itertools import islice
from typing import NamedTuple

from leerlog.domain.checklist import Question
from leerlog.domain.entry import Entry
from leerlog.domain.period import Period, previous
from leerlog.domain.score import score
from leerlog.reports.members import Member
from leerlog.reports.rules import ContentRules

PERIODS = 6  # that a trend goes back, the period itself included


class Reach(NamedTuple):
    """From where to where the scores of one condition reach in a period, of everybody's latest round in it.

    number: of how many people; None when it would tell how many of them did not.
    """

    period: Period
    lowest: int
    median: float
    highest: int
    number: int | None


class Spread(NamedTuple):
    """The scores of one condition: `earlier` in the periods before that have any, oldest first."""

    question: str
    title: str
    now: Reach
    earlier: tuple[Reach, ...] = ()

    @property
    def rounds(self) -> tuple[Reach, ...]:
        """All of them, oldest first."""
        return (*self.earlier, self.now)


def spreads(
    found: Sequence[Member], period: Period, rules: ContentRules, minimum: int, people: int = 0
) -> tuple[Spread, ...]:
    """The conditions of a period beside those before it; what too few people scored is left out.

    people: how many there are, when only a number that is theirs as well may be told, and nothing of before;
        0 when any may.
    """
    rounds = [[entry for entry in member.entries if entry.checklist == "conditions"] for member in found]
    if not any(rounds):
        return ()
    latest = [(each, _latest(rounds, each)) for each in islice(_back_from(period), PERIODS)]
    told = []
    for question in rules.conditions:
        reaches = [_reach(question, each, given, minimum) for each, given in latest]
        if now := reaches[0]:
            told.append(Spread(question.id, question.text, now, tuple(each for each in reaches[:0:-1] if each)))
    if not people:
        return tuple(told)
    # Of one more than the least, it would be known that just one did not score.
    return tuple(_uncounted(each, people) for each in told if each.now.number == people or people > minimum + 1)


def _uncounted(spread: Spread, people: int) -> Spread:
    """Without the numbers of people, except where it is all of them."""
    return spread if spread.now.number == people else spread._replace(now=spread.now._replace(number=None))


def _back_from(period: Period) -> Iterator[Period]:
    before: Period | None = period
    while before:
        yield before
        before = previous(before)


def _latest(rounds: Iterable[Iterable[Entry]], period: Period) -> list[Entry]:
    """Of everybody the last round of a period."""
    inside = ([entry for entry in own if entry.date in period] for own in rounds)
    return [max(own, key=_moment) for own in inside if own]


def _moment(entry: Entry) -> tuple[date, time]:
    return entry.date, entry.time or time.min


def _reach(question: Question, period: Period, rounds: Iterable[Entry], minimum: int) -> Reach | None:
    # It takes long to load, and most reviews have no scores.
    from statistics import median

    given = [value for entry in rounds if (value := score(question, entry.answer(question.id))) is not None]
    if not given or len(given) < minimum:
        return None
    return Reach(period, min(given), median(given), max(given), len(given))
