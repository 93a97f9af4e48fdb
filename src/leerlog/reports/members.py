"""From shares to the people who made them: what of each still stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from leerlog.domain.entry import Entry
from leerlog.domain.share import Share


@dataclass(frozen=True, slots=True)
class Member:
    """One person, under the name or role that they gave, with their entries."""

    name: str
    entries: tuple[Entry, ...]


def members(shares: Iterable[Share]) -> tuple[Member, ...]:
    """Everybody with what they share, by name.

    Of one person a newer share takes the place of what an older one has from
    the same days, so that what was withdrawn is gone; of one entry the newer
    counts. Ids that two people happen to share are told apart.
    """
    by_writer: dict[str, list[Share]] = {}
    for share in sorted(shares, key=lambda share: share.on):
        by_writer.setdefault(share.writer or share.by.casefold(), []).append(share)
    found = [Member(own[-1].by, _standing(own)) for own in by_writer.values()]
    found.sort(key=lambda member: member.name.casefold())
    return _told_apart(found)


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
    taken: set[str] = set()
    told = []
    for number, member in enumerate(found):
        same = taken & {entry.id for entry in member.entries}
        taken |= {entry.id for entry in member.entries}
        told.append(replace(member, entries=_renamed(member.entries, same, number)) if same else member)
    return tuple(told)


def _renamed(entries: Sequence[Entry], same: set[str], number: int) -> tuple[Entry, ...]:
    names = {name: f"{name}-{number}" for name in same}
    return tuple(
        replace(entry, id=names.get(entry.id, entry.id), builds_on=tuple(names.get(i, i) for i in entry.builds_on))
        for entry in entries
    )
