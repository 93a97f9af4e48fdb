"""Courses of which nothing was used while it could be, and what stood in the way: that teaches as well.

Brinkerhoff (2003), The Success Case Method, looks at those for whom it did not work out as closely as at those for
whom it did, to learn what has to change around them.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from leerlog.domain.agenda import Item
from leerlog.domain.course import Course
from leerlog.domain.entry import Entry
from leerlog.domain.period import Period
from leerlog.reports.agenda import closed_before, items

IN_THE_WAY = "Wat stond in de weg?"


class Unused(NamedTuple):
    """A course of which nothing was used.

    until: the last day of its application window.
    obstacles: what was met in its way since it began; foreseen: what was noted before that or to prepare for it, and
        not taken away by then. Both in the order of time.
    """

    course: str
    until: date
    obstacles: tuple[Item, ...]
    foreseen: tuple[Item, ...]


def build_unused(found: Iterable[tuple[Course, Sequence[Entry]]], period: Period, today: date) -> tuple[Unused, ...]:
    """Of courses, each with its entries, those of which the window ended in a period with nothing applied until today.

    The one that ended first comes first.
    """
    unused = (
        Unused(course.name, course.until, *in_the_way(course, group, today))
        for course, group in found
        if course.until and course.until in period and course.lapsed(today)
    )
    return tuple(sorted(unused, key=lambda each: (each.until, each.course)))


def in_the_way(course: Course, group: Sequence[Entry], today: date) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The obstacles of a course that were met since it began, and those that were foreseen and still there by then.

    What stands in a preparation was foreseen, also when that was written late.
    """
    began = course.start or course.end or date.min
    met: list[Item] = []
    foreseen: list[Item] = []
    for entry in group:
        found = [item for item in items(entry, today) if item.kind == "obstacle"] if entry.follow_ups else []
        if entry.date >= began and entry.checklist != "prepare":
            met += found
        else:
            foreseen += (item for item in found if not closed_before(item, began))
    return tuple(met), tuple(foreseen)
