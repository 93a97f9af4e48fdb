"""The small charts of a page, as SVG: nothing in them is read out, for the words beside them say the same."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from markupsafe import Markup

from leerlog.documents.blocks import Days, Trend
from leerlog.domain.period import Period, round_name
from leerlog.render.days import WIDE_WEEKS, calendar
from leerlog.render.element import Child, el

LARGE, SMALL = 16, 10  # squares: of up to half a year, of more
LEFT, TOP = 26, 18
HIGH, EDGE = 52, 5  # the drawing of rounds
ROUNDS = 6  # that it has at most
SIDE = 4  # hundredths, left of the score 1 and right of the 5


def bar(share: float) -> Markup:
    """A bar of so much of all of its room."""
    track = el("rect", class_="track", width=100, height=10)
    fill = el("rect", class_="fill", width=f"{round(100 * share, 1):g}", height=10)
    return _svg("bar", track, fill, viewBox="0 0 100 10", preserveAspectRatio="none")


def heat(days: Days) -> tuple[Markup, Markup] | None:
    """The calendar of the days, and what its shades mean; None where there is none to draw."""
    found = calendar(days)
    if not found:
        return None
    cell = LARGE if len(found.columns) <= WIDE_WEEKS else SMALL
    step = cell + cell // 4
    left = LEFT + 7 * (len(found.rows[0]) - 2)
    labels = [el("text", name, x=0, y=TOP + step * row + cell // 2 + 4) for row, name in enumerate(found.rows)]
    labels += [el("text", name, x=left + step * at, y=TOP - 7) for at, name in enumerate(found.columns) if name]
    marks = [
        el("rect", class_=f"s{found.shade(n)}", x=left + step * at, y=TOP + step * row, width=cell, height=cell, rx=2)
        for row, cells in enumerate(found.cells)
        for at, n in enumerate(cells)
        if n is not None
    ]
    width, height = left + step * len(found.columns) + 12, TOP + step * len(found.rows)
    drawn = _svg("", labels, marks, viewBox=f"0 0 {width} {height}", width=width, height=height)
    return drawn, el("p", (_shade(shade, said) for shade, said in found.legend()), class_="shades", aria_hidden="true")


def _shade(shade: int, said: str) -> list[Child]:
    square = el("rect", class_=f"s{shade}", width=10, height=10, rx=1.5)
    return [_svg("shade", square, viewBox="0 0 10 10", width=10, height=10), f" {said} "]


def drawn_rounds(axis: Sequence[date | Period]) -> bool:
    """Whether the rounds stand beside one another: of one round the scores stand along a line."""
    return len(axis) > 1


def axis(rounds: Sequence[date | Period], today: date | None) -> Markup:
    """What stands above the drawings: the rounds, or the scores from 1 to 5."""
    shown = rounds[-ROUNDS:]
    names = [(round_name(when, today), _across(at, len(shown))) for at, when in enumerate(shown)]
    if not drawn_rounds(rounds):
        names = [(str(score), _along(score)) for score in range(1, 6)]
    texts = [el("text", name, x=f"{at:g}%", y=12, text_anchor="middle") for name, at in names]
    return _svg("axis", texts, width="100%", height=16)


def trend(scores: Trend) -> Markup:
    """The way of scores through the rounds, or along a line from 1 to 5 where there is one round."""
    return _rounds(scores) if drawn_rounds(scores.axis) else _span(scores)


def _rounds(scores: Trend) -> Markup:
    shown = scores.axis[-ROUNDS:]
    found = [each for each in scores.rounds if each.when in shown]
    places = [(_across(shown.index(each.when), len(shown)), each) for each in found]
    lines = [el("line", class_="scale", x1=0, x2="100%", y1=y, y2=y) for y in (EDGE, HIGH - EDGE)]
    for (x1, one), (x2, other) in pairwise(places):
        lines.append(
            el("line", class_="course", x1=f"{x1:g}%", y1=_up(one.median), x2=f"{x2:g}%", y2=_up(other.median))
        )
    for at, (x, each) in enumerate(places, 1):
        last = at == len(places)
        reach = el("line", class_="reach", x1=f"{x:g}%", x2=f"{x:g}%", y1=_up(each.lowest), y2=_up(each.highest))
        dot = el("circle", cx=f"{x:g}%", cy=_up(each.median), r=6 if last else 4)
        lines.append(el("g", reach, dot, class_="" if last else "past"))
    return _svg("span rounds", lines, width="100%", height=HIGH)


def _span(scores: Trend) -> Markup:
    ends = (_along(1), _along(5))
    lines = [el("line", class_="scale", x1=f"{ends[0]:g}%", x2=f"{ends[1]:g}%", y1=9, y2=9)]
    lines += [el("line", class_="scale", x1=f"{x:g}%", x2=f"{x:g}%", y1=6, y2=12) for x in map(_along, range(1, 6))]
    for each in scores.rounds[-1:]:
        low, middle, high = (f"{_along(score):g}%" for score in (each.lowest, each.median, each.highest))
        lines.append(el("line", class_="reach", x1=low, x2=high, y1=9, y2=9))
        lines.append(el("circle", cx=middle, cy=9, r=6))
    return _svg("span", lines, width="100%", height=18)


def _svg(class_: str, *children: Child, **attributes: str | float) -> Markup:
    return el("svg", *children, class_=class_, aria_hidden="true", focusable="false", **attributes)


def _across(at: int, number: int) -> float:
    """Where one of so many rounds stands, in hundredths of the drawing's width."""
    return round(100 * (at + 0.5) / number, 1)


def _up(score: float) -> float:
    """Where a score from 1 to 5 stands in the drawing of rounds, from the top."""
    return round(HIGH - EDGE - (HIGH - 2 * EDGE) * (min(max(score, 1), 5) - 1) / 4, 1)


def _along(score: float) -> float:
    return round(SIDE + (100 - 2 * SIDE) * (min(max(score, 1), 5) - 1) / 4, 1)
