"""Which entries of a share a review leans on, and which of these need not be read one by one."""

import re
from collections.abc import Collection, Sequence
from datetime import date
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from leerlog.domain.bulk import Bulk
from leerlog.domain.graph import reach
from leerlog.domain.share import says_private
from leerlog.journal.cutting import Cut
from leerlog.journal.kinds import LINKS, NONE, SIGNS, Kinds

# What was expected of a course is told beside what came of it, and a round of scores beside those before it.
_ALWAYS = (b"checklist=prepare", b"checklist=conditions")
_DONE = re.compile(rb"gedaan(?: ([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9./-])|)")
_ID = re.compile(rb"(?<![0-9a-z])[0-9a-z]{8}(?![0-9a-z])")
# What an entry builds on, as leerlog writes it.
_LINK = re.compile(rb"(?<=\n)- " + LINKS + rb" ([0-9a-z]{8}(?:, [0-9a-z]{8})*)\n")

# Of each of a share's entries, whether it is meant.
Mask = list[bool]


class Wanted(NamedTuple):
    """What a review reads: the entries of some months, what these are linked to, and of the others what counts.

    first, last: the months, as 2026-11.
    done: the day since when what was done counts, as 2026-11-01; what is open always does.
    """

    first: str
    last: str
    done: str


def pick(
    pieces: Cut, wanted: Wanted, kinds: Kinds | None = None, also: Collection[bytes] = ()
) -> tuple[bytes, tuple[Bulk, ...]]:
    """The entries that are wanted and those with some ids, with all that they are linked to, in their order.

    kinds: when given, the entries of a known kind come in bulk; those that are linked apart from the others.
    """
    inside = _inside(pieces.days, wanted)
    if kinds is None and all(inside):
        return pieces.raw, ()
    picked = {pieces.place[name] for name in pieces.ids.intersection(also)}
    if not all(inside):
        picked.update(number for number in _marked(pieces, wanted) if not inside[number])
    near = _near(pieces)
    linked = reach((number for number in near if inside[number] or number in picked), near)
    if kinds is None:
        return pieces.joined(picked.union(linked, compress(range(len(inside)), inside))), ()
    for number in linked:
        inside[number] = True
    kind = _kinds(pieces, kinds, inside, linked)
    picked |= _odd(pieces, kind, inside)
    # What is read is read with all that it is linked to.
    picked |= reach(picked & near.keys(), near)
    for number in picked | linked:
        inside[number] = False
    bulks = _bulk(pieces, kinds, kind, inside), _linked_bulk(pieces, kinds, kind, sorted(linked - picked))
    return pieces.joined(picked), tuple(bulk for bulk in bulks if bulk.kinds)


def _inside(days: Sequence[bytes], wanted: Wanted) -> Mask:
    first, last = wanted.first.encode(), wanted.last.encode() + b"-99"
    # Many are of one day.
    found = {day for day in set(days) if first <= day <= last}
    return [day in found for day in days]


def _marked(pieces: Cut, wanted: Wanted) -> set[int]:
    """The entries that count wherever they are."""
    since = wanted.done.encode()
    found = {number for number in pieces.having(b"[") if _counts(pieces.words[number], since)}
    return found.union(*map(pieces.labelled, _ALWAYS))


def _counts(text: bytes, since: bytes) -> bool:
    """Whether a text has an item that is open, or was done since a day."""
    # A date that a hand wrote in another way may be any day.
    return b"[ ]" in text or any(not day or day >= since for day in _DONE.findall(text))


def _near(pieces: Cut) -> dict[int, set[int]]:
    """What every linked entry builds on, and what builds on it."""
    near: dict[int, set[int]] = {}
    for number in pieces.labelled(LINKS):
        for line in (pieces.forms[number] + pieces.words[number]).split(LINKS)[1:]:
            for name in _ID.findall(line.partition(b"\n")[0]):
                if (source := pieces.place.get(name)) is not None:
                    near.setdefault(number, set()).add(source)
                    near.setdefault(source, set()).add(number)
    return near


def _kinds(pieces: Cut, kinds: Kinds, among: Mask, linked: Collection[int]) -> list[int]:
    """The kind of these entries, and any for the others; of those that are linked apart from what they build on."""
    found = [kinds[form] if here else 0 for form, here in zip(pieces.forms, among, strict=True)]
    for number in linked:
        found[number] = kinds[_LINK.sub(b"", pieces.forms[number])]
    return found


def _odd(pieces: Cut, kind: Sequence[int], among: Mask) -> set[int]:
    """The entries, of these, that have to be read, because they may hold more than the words of one answer."""
    found = {number for sign in SIGNS for number in pieces.having(sign)}
    opening = {*pieces.having(b"("), *pieces.having(b"[")} - found
    found.update(at for at in opening if among[at] and says_private(pieces.words[at].decode()))
    found.update(pieces.blank())
    if NONE in kind:
        found.update(number for number, its in enumerate(kind) if its == NONE)
    if wrong := {day for day in set(pieces.days) if not _is_day(day)}:
        found.update(number for number, day in enumerate(pieces.days) if day in wrong)
    return {number for number in found if among[number]}


@lru_cache(maxsize=10_000)
def _is_day(day: bytes) -> bool:
    try:
        return bool(date.fromisoformat(day.decode()))
    except ValueError:
        return False


def _bulk(pieces: Cut, kinds: Kinds, kind: list[int], among: Mask) -> Bulk:
    if all(among):
        return Bulk(kinds.ones, kind, pieces.days, pieces.names, pieces.words)
    days, names, words = (list(compress(column, among)) for column in (pieces.days, pieces.names, pieces.words))
    return Bulk(kinds.ones, list(compress(kind, among)), days, names, words)


def _linked_bulk(pieces: Cut, kinds: Kinds, kind: Sequence[int], numbers: Sequence[int]) -> Bulk:
    days, names, words = (
        [column[number] for number in numbers] for column in (pieces.days, pieces.names, pieces.words)
    )
    links = [_links(pieces, number) for number in numbers]
    return Bulk(kinds.ones, [kind[number] for number in numbers], days, names, words, links)


def _links(pieces: Cut, number: int) -> list[bytes]:
    """What an entry builds on, as leerlog wrote it, of what is here."""
    found = _LINK.search(pieces.forms[number])
    names = dict.fromkeys(found[1].split(b", ")) if found else ()
    return [name for name in names if name in pieces.ids and name != pieces.names[number]]
