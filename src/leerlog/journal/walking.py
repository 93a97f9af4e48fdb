"""The entries of a journal in order of time, a month at a time: for what is too much to hold at once."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date

from leerlog.domain.entry import Entry, Problem, id_month, id_prefix, moment
from leerlog.domain.period import Period
from leerlog.journal.reading import Read

_BOM = b"\xef\xbb\xbf"


def in_order(
    months: Sequence[str], period: Period, contents: Callable[[str], bytes], read: Callable[[str], Read]
) -> Iterator[Read]:
    """The entries of each month, and the problems of its file; at the end the ids that two files have.

    An entry that stands in the file of another month comes at its own place in time all the same.

    contents, read: give the bytes of a month's file, and its entries with its problems.
    """
    moved: dict[str, list[Entry]] = {}  # by the month that they are of
    twice = Twice()
    mixed = set()
    for month in months:
        elsewhere, ids = _out_of_place(contents(month), month)
        twice.watch(ids)
        if elsewhere:
            mixed.add(month)
            for entry in read(month)[0]:
                if _month_of(entry.date) != month:
                    moved.setdefault(_month_of(entry.date), []).append(entry)
                    twice.watch([entry.id])
    for month in sorted({*months, *moved}):
        entries, problems = read(month) if month in months else ([], [])
        if month in mixed:
            entries = [entry for entry in entries if _month_of(entry.date) == month]
        if month in moved:
            # Of the same minute: the one in the earlier file.
            entries = sorted([*entries, *moved.pop(month)], key=lambda entry: entry.file)
        entries = sorted((entry for entry in entries if entry.date in period), key=moment)
        twice.meet(entries)
        yield entries, problems
    yield [], twice.problems


def _month_of(day: date) -> str:
    return day.isoformat()[:7]


def _out_of_place(raw: bytes, month: str) -> tuple[bool, list[str]]:
    """Whether a month's file may hold entries of another month, and the ids in it that such an entry may have."""
    # One pattern for all months: making one of each takes longer than looking through it.
    days = set(re.findall(rb"\n## ([0-9]{4}-[0-9]{2})-[0-9]{2}", b"\n" + raw.removeprefix(_BOM)))
    own = _own_prefix(month).encode()
    ids = [name for name in re.findall(rb"id=(\S+)", raw) if not (own and name.startswith(own))]
    return not days <= {month.encode()}, [name.decode("utf-8", "replace") for name in ids]


def _own_prefix(month: str) -> str:
    """What the ids of a month begin with and those of no other; "" where there is no such thing."""
    with suppress(ValueError):  # a file can be called 2026-13.md
        prefix = id_prefix(date(int(month[:4]), int(month[5:]), 1))
        # Far from now months share one.
        return prefix if id_month(prefix) == month else ""
    return ""


class Twice:
    """Finds ids that two files have, among those that may stand in a file of another month."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._first: dict[str, tuple[str, int] | None] = {}

    def watch(self, ids: Sequence[str]) -> None:
        """Look out for these."""
        for name in ids:
            self._first.setdefault(name, None)

    def meet(self, entries: Sequence[Entry]) -> None:
        """See the next entries."""
        for entry in entries if self._first else ():
            if entry.id in self._first:
                file, line = self._first[entry.id] = self._first[entry.id] or (entry.file, entry.line)
                if file != entry.file:
                    said = f"de id {entry.id} staat ook bij {file}:{line}; geef één een andere"
                    self.problems.append(Problem(entry.file, entry.line, said))
