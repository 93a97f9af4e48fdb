"""From shares to the people who made them: what of each still stands."""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple

from leerlog.domain.entry import Entry
from leerlog.domain.period import Period
from leerlog.domain.share import Share
from leerlog.reports.sources import apart


class Member(NamedTuple):
    """One who shares, under the name or role that they gave, with their entries.

    person: the same for those who may well be one person, so that nobody is
        counted twice: they have a name or a note in common. None for oneself.
    mark: what their files are known by, whatever they are called.
    """

    name: str
    entries: tuple[Entry, ...]
    person: int | None = None
    mark: str = ""


def members(shares: Iterable[Share]) -> tuple[Member, ...]:
    """Everybody with what they share, by name.

    Of one person a newer share takes the place of what an older one has from
    the same days, so that what was withdrawn is gone; of one entry the newer
    counts. Ids that two people happen to share are told apart.
    """
    by_writer: dict[str, list[Share]] = {}
    # Of two in one minute the smaller one withdraws.
    for share in sorted(shares, key=lambda share: (share.on, -len(share.entries))):
        by_writer.setdefault(_writer(share), []).append(share)
    found = [Member(own[-1].by, _standing(own), mark=mark) for mark, own in by_writer.items()]
    found.sort(key=lambda member: member.name.casefold())
    return _told_apart(_persons(found))


def covers(shares: Iterable[Share], span: Period) -> bool:
    """Whether the files of anybody are about all days of a period."""
    by_writer: dict[str, list[Period]] = {}
    for share in shares:
        by_writer.setdefault(_writer(share), []).append(share.period)
    return any(_cover(periods, span) for periods in by_writer.values())


def _cover(periods: Iterable[Period], span: Period) -> bool:
    upto = span.start.toordinal()  # the first day that is still to be found
    for each in sorted(periods, key=lambda each: each.start):
        if each.start.toordinal() <= upto:
            upto = max(upto, each.end.toordinal() + 1)
    return upto > span.end.toordinal()


def _writer(share: Share) -> str:
    return share.writer or share.by.casefold()


def persons(found: Sequence[Member]) -> tuple[Member, ...]:
    """The members, with those who may be one person taken together."""
    groups: dict[object, list[Member]] = {}
    for number, member in enumerate(found):
        groups.setdefault(("alone", number) if member.person is None else member.person, []).append(member)
    return tuple(map(_together, groups.values()))


def _together(own: Sequence[Member]) -> Member:
    return Member(own[0].name, tuple(entry for each in own for entry in each.entries))


def _persons(found: Sequence[Member]) -> list[Member]:
    """The members with who they may be; a note that an earlier one of the same person has as well is left out."""
    several = _of_several(found)
    shared = [[entry for entry in member.entries if entry.id in several] for member in found]
    # One id on one day may well be one note, of which one file has an older version.
    marks = [
        {member.name.casefold(), *((entry.id, entry.date) for entry in own)}
        for member, own in zip(found, shared, strict=True)
    ]
    person = _first_alike(marks)
    taken: set[object] = set()
    told = []
    for number, (member, own) in enumerate(zip(found, shared, strict=True)):
        gone = {entry.id for entry in own if _mark(entry) in taken}
        taken |= {_mark(entry) for entry in own}
        kept = tuple(entry for entry in member.entries if entry.id not in gone) if gone else member.entries
        told.append(member._replace(entries=kept, person=person[number]))
    return told


def _first_alike(marks: Sequence[Set[object]]) -> dict[int, int]:
    """Of each the first that it has a mark in common with, be it through others."""
    near: defaultdict[object, list[object]] = defaultdict(list)
    for number, its in enumerate(marks):
        near[number] = [("mark", mark) for mark in its]
        for mark in near[number]:
            near[mark].append(number)
    groups = (sorted(node for node in group if isinstance(node, int)) for group in apart(range(len(marks)), near))
    return {number: group[0] for group in groups for number in group}


def _mark(entry: Entry) -> object:
    """What two files have in common when they hold one note, word for word."""
    return entry.id, entry.date, entry.answers, entry.follow_ups


def _of_several(found: Iterable[Member]) -> set[str]:
    """The ids that more than one of the members has."""
    taken: set[str] = set()
    several: set[str] = set()
    for member in found:
        names = {entry.id for entry in member.entries}
        several |= taken & names
        taken |= names
    return several


def _standing(shares: Sequence[Share]) -> tuple[Entry, ...]:
    entries: dict[str, Entry] = {}
    for share in shares:
        if not share.whole:
            # What is missing from a damaged file was not withdrawn.
            entries = {entry.id: entry for entry in share.entries} | entries
            continue
        entries = {name: entry for name, entry in entries.items() if entry.date not in share.period}
        entries |= {entry.id: entry for entry in share.entries}
    return tuple(entries.values())


def _told_apart(found: Sequence[Member]) -> tuple[Member, ...]:
    """The members with no id that another has: a later one's gets its number behind it."""
    several = _of_several(found)
    if not several:
        return tuple(found)
    taken: set[str] = set()
    told = []
    for number, member in enumerate(found):
        names = {entry.id for entry in member.entries if entry.id in several}
        same = taken & names
        taken |= names
        told.append(member._replace(entries=_renamed(member.entries, same, number)) if same else member)
    return tuple(told)


def _renamed(entries: Sequence[Entry], same: set[str], number: int) -> tuple[Entry, ...]:
    names = {name: f"{name}-{number}" for name in same}
    return tuple(
        entry._replace(id=names.get(entry.id, entry.id), builds_on=tuple(names.get(i, i) for i in entry.builds_on))
        for entry in entries
    )
