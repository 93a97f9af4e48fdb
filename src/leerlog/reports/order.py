"""Entries in order of time."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter

from leerlog.domain.entry import Entry, moment
from leerlog.domain.period import Period

_DATE = attrgetter("date")


def in_time(entries: Iterable[Entry]) -> list[Entry]:
    """The entries in order of time, those of a day without a time first."""
    return sorted(entries, key=moment)


def within(entries: Sequence[Entry], period: Period) -> Sequence[Entry]:
    """The entries of a period, of entries in order of time."""
    first = bisect_left(entries, period.start, key=_DATE)
    return entries[first : bisect_right(entries, period.end, first, key=_DATE)]
