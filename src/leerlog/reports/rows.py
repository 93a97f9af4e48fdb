"""What a team shared as rows for an engine: a note each, with who wrote it by a mark alone."""

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from leerlog.domain.entry import Entry
from leerlog.domain.value import Level
from leerlog.reports.anonymous import nameless_one
from leerlog.reports.levels import counted, levels_of
from leerlog.reports.members import Member
from leerlog.reports.rules import ContentRules

_MARK = re.compile(r"[0-9a-f]{16}\Z")


class Row(NamedTuple):
    """A note that was shared.

    writer: the mark of whoever wrote it; person: the same for all marks that may well be of one person.
    levels: of every outcome in it.
    """

    writer: str
    person: str
    levels: tuple[Level, ...]
    entry: Entry


def build_rows(members: Sequence[Member], rules: ContentRules) -> Iterator[Row]:
    """Every note that was shared, without names: who does something is told by a mark, when it is one of them."""
    marks = [_mark(member) for member in members]
    names = {member.name.casefold(): mark for member, mark in zip(members, marks, strict=True)}
    first: dict[object, str] = {}
    for number, (member, mark) in enumerate(zip(members, marks, strict=True)):
        person = first.setdefault(("alone", number) if member.person is None else member.person, mark)
        for entry in member.entries:
            yield Row(mark, person, tuple(levels_of(entry, rules)), _nameless(counted(entry, rules), names))


def _mark(member: Member) -> str:
    # A file from before there were marks is known by a name, which is not told.
    return member.mark if _MARK.match(member.mark) else sha256(member.mark.encode("utf-8", "replace")).hexdigest()[:16]


def _nameless(entry: Entry, names: dict[str, str]) -> Entry:
    bare = nameless_one(entry)
    who: Iterable[str] = (names.get(item.who.casefold(), "") for item in entry.follow_ups)
    items = tuple(item._replace(who=name) for item, name in zip(bare.follow_ups, who, strict=True))
    return bare._replace(course=entry.course, follow_ups=items)
