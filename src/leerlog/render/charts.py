"""The small charts of the review's page: where every mark stands, in the units of its drawing."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from leerlog.render.days import WIDE_WEEKS, calendar
from leerlog.reports.conditions import Condition
from leerlog.reports.scores import Score
from leerlog.reports.spread import Spread

if TYPE_CHECKING:
    from leerlog.reports.review import Review

LARGE, SMALL = 16, 10  # squares: of up to half a year, of more
LEFT, TOP = 26, 18
WIDE, HIGH, EDGE = 88, 26, 5
TALL = 52
SIDE = 4  # hundredths, left of the score 1 and right of the 5


class Mark(NamedTuple):
    """One square of the calendar, or one dot of a trend."""

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


class Trend(NamedTuple):
    """One condition: its scores over the rounds as a line (nothing to draw for one round)."""

    title: str
    note: str
    before: str
    now: int
    line: str
    dots: tuple[Mark, ...]


def heat(review: "Review") -> Heat | None:
    """The calendar of a review's days; None where there is none to draw."""
    found = calendar(review)
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
    """The conditions of a review, each with its line."""
    return tuple(_trend(each) for each in review.conditions)


def _trend(each: Condition) -> Trend:
    rounds = each.rounds if len(each.rounds) > 1 else ()
    apart = (WIDE - 2 * EDGE) / max(len(rounds) - 1, 1)
    dots = tuple(Mark(round(EDGE + apart * at, 1), _up(number, HIGH)) for at, (_, number) in enumerate(rounds))
    line = " ".join(f"{dot.x},{dot.y}" for dot in dots)
    before = "" if each.previous_score is None else str(each.previous_score)
    return Trend(each.title, each.note, before, each.score, line, dots[-1:])


def _up(score: float, high: int) -> float:
    """Where a score from 1 to 5 stands in a drawing so high, from the top."""
    return round(high - EDGE - (high - 2 * EDGE) * (min(max(score, 1), 5) - 1) / 4, 1)


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


class Stem(NamedTuple):
    """How scores lie in one period of several: across in hundredths of the drawing's width, up in its own units."""

    x: float
    lowest: float
    median: float
    highest: float


def stems(each: Spread, starts: Sequence[date]) -> tuple[Stem, ...]:
    """The rounds of a condition, each above its period, known by its first day."""
    return tuple(
        Stem(
            across(starts.index(one.period.start), len(starts)),
            *(_up(score, TALL) for score in (one.lowest, one.median, one.highest)),
        )
        for one in each.rounds
    )


def across(at: int, number: int) -> float:
    """Where one of so many periods stands, in hundredths of the drawing's width."""
    return round(100 * (at + 0.5) / number, 1)
