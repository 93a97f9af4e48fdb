"""The small charts of the review's page: where every mark stands, in the units of its drawing."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from leerlog.documents.blocks import Days
from leerlog.domain.dates import short_date
from leerlog.render import telling
from leerlog.render.days import WIDE_WEEKS, calendar
from leerlog.reports.conditions import Condition
from leerlog.reports.scores import Score
from leerlog.reports.spread import Spread

if TYPE_CHECKING:
    from leerlog.reports.review import Review

LARGE, SMALL = 16, 10  # squares: of up to half a year, of more
LEFT, TOP = 26, 18
HIGH, EDGE = 52, 5  # the drawing of rounds
ROUNDS = 6  # that it has at most
SIDE = 4  # hundredths, left of the score 1 and right of the 5


class Mark(NamedTuple):
    """One square of the calendar."""

    x: float
    y: float
    shade: int = 0


class Label(NamedTuple):
    """A word in a chart."""

    x: float
    y: float
    text: str


class Heat(NamedTuple):
    """The calendar of the days."""

    width: int
    height: int
    cell: int
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    legend: tuple[tuple[int, str], ...]


class Stem(NamedTuple):
    """How scores lie in one round of several: across in hundredths of the drawing's width, up in its own units."""

    x: float
    lowest: float
    median: float
    highest: float


class Trend(NamedTuple):
    """One condition: its scores over the rounds; long_before: those that only the drawing shows."""

    title: str
    note: str
    long_before: str
    before: str
    now: int
    stems: tuple[Stem, ...]


def heat(review: "Review") -> Heat | None:
    """The calendar of a review's days; None where there is none to draw."""
    found = calendar(Days(review.days, review.period, review.today))
    if not found:
        return None
    cell = LARGE if len(found.columns) <= WIDE_WEEKS else SMALL
    step = cell + cell // 4
    left = LEFT + 7 * (len(found.rows[0]) - 2)
    marks = tuple(
        Mark(left + step * column, TOP + step * row, found.shade(number))
        for row, cells in enumerate(found.cells)
        for column, number in enumerate(cells)
        if number is not None
    )
    labels = [Label(0, TOP + step * row + cell // 2 + 4, name) for row, name in enumerate(found.rows)]
    labels += [Label(left + step * column, TOP - 7, name) for column, name in enumerate(found.columns) if name]
    width, height = left + step * len(found.columns) + 12, TOP + step * len(found.rows)
    return Heat(width, height, cell, marks, tuple(labels), tuple(found.legend()))


def trends(review: "Review") -> tuple[Trend, ...]:
    """The conditions of a review, each with its way through the rounds."""
    days = _round_days(review)
    return tuple(_trend(each, days) for each in review.conditions)


def _trend(each: Condition, days: Sequence[date]) -> Trend:
    stems = (_stem(days.index(day), len(days), score, score, score) for day, score in each.rounds if day in days)
    before = "" if each.previous_score is None else str(each.previous_score)
    return Trend(each.title, each.note, telling.long_before(each), before, each.score, tuple(stems))


def round_days(review: "Review") -> tuple[tuple[str, float], ...]:
    """The days of the rounds, and where each stands in the drawings."""
    days = _round_days(review)
    return tuple((short_date(day, review.today), _across(at, len(days))) for at, day in enumerate(days))


def _round_days(review: "Review") -> list[date]:
    return sorted({day for each in review.conditions for day, _ in each.rounds})[-ROUNDS:]


def _stem(at: int, number: int, lowest: float, median: float, highest: float) -> Stem:
    return Stem(_across(at, number), _up(lowest), _up(median), _up(highest))


def _across(at: int, number: int) -> float:
    """Where one of so many rounds stands, in hundredths of the drawing's width."""
    return round(100 * (at + 0.5) / number, 1)


def _up(score: float) -> float:
    """Where a score from 1 to 5 stands in the drawing of rounds, from the top."""
    return round(HIGH - EDGE - (HIGH - 2 * EDGE) * (min(max(score, 1), 5) - 1) / 4, 1)


def share(score: Score) -> float:
    """How long the bar of a score is, of 100."""
    return round(100 * score.value / score.most, 1) if score.most else 0.0


class Span(NamedTuple):
    """How scores lie from 1 to 5, in hundredths of the drawing's width: no score is anybody's."""

    lowest: float
    median: float
    highest: float


def span(lowest: float, median: float, highest: float) -> Span:
    """Where the lowest score, the middle one and the highest stand."""
    return Span(_along(lowest), _along(median), _along(highest))


def _along(score: float) -> float:
    return round(SIDE + (100 - 2 * SIDE) * (min(max(score, 1), 5) - 1) / 4, 1)


def stems(each: Spread, starts: Sequence[date]) -> tuple[Stem, ...]:
    """The rounds of a condition of a team, each above its period, known by its first day."""
    return tuple(
        _stem(starts.index(one.period.start), len(starts), one.lowest, one.median, one.highest) for one in each.rounds
    )


def periods(names: Sequence[str]) -> tuple[tuple[str, float], ...]:
    """The names of periods, and where each stands in the drawings."""
    return tuple((name, _across(at, len(names))) for at, name in enumerate(names))
