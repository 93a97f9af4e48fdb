"""Which entries of a share a review leans on, found in its bytes before anything of them is parsed."""

import re
from collections.abc import Iterable
from itertools import compress
from typing import NamedTuple

# Cuts a file before the rest of each entry, and keeps: its beginning, its month, its id.
_TOP = re.compile(rb"\n(## ([0-9]{4}-[0-9]{2})-[0-9]{2}(?![0-9])[^\n]*\n<!-- id=([0-9a-z]{8}) )")
_DONE = re.compile(rb"gedaan (?:([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9./-])|)")
_ID = re.compile(rb"(?<![0-9a-z])[0-9a-z]{8}(?![0-9a-z])")
_LINKS = b"Bouwt op:"


class Wanted(NamedTuple):
    """What a review reads: the entries of some months, what these are linked to, and of the others what is marked.

    first, last: the months, as 2026-11.
    done: the day since when what was done counts, as 2026-11-01.
    marks: what else an entry may hold that makes it count.
    """

    first: str
    last: str
    done: str
    marks: tuple[str, ...]


class Cut:
    """A share's bytes, cut into entries; only of one in which every entry has its place and an id of its own."""

    def __init__(self, raw: bytes, parts: list[bytes]) -> None:
        self._raw = raw
        self._tops, self._months, self._rests = parts[1::4], parts[2::4], parts[4::4]
        self.ids = parts[3::4]

    def pick(self, wanted: Wanted, also: Iterable[bytes] = ()) -> bytes:
        """The entries that are wanted and those with some ids, with all that they are linked to, in their order."""
        first, last = wanted.first.encode(), wanted.last.encode()
        inside = [first <= month <= last for month in self._months]
        if all(inside):
            return self._raw
        picked = set(compress(range(len(inside)), inside))
        picked |= self._marked(inside, wanted)
        if also:
            known = set(also)
            picked |= {number for number, name in enumerate(self.ids) if name in known}
        picked = self._linked(picked)
        return b"\n" + b"\n".join(self._tops[number] + self._rests[number] for number in sorted(picked))

    def _marked(self, inside: list[bool], wanted: Wanted) -> set[int]:
        since = wanted.done.encode()
        found = {
            number
            for number in self._holding(b"gedaan ")
            if not inside[number]
            # A date that a hand wrote in another way may be any day.
            and any(not day or day >= since for day in _DONE.findall(self._rests[number]))
        }
        return found.union(*(self._holding(mark.encode()) for mark in wanted.marks))

    def _holding(self, mark: bytes) -> list[int]:
        return [number for number, rest in enumerate(self._rests) if mark in rest] if mark in self._raw else []

    def _linked(self, picked: set[int]) -> set[int]:
        """These entries with those that they build on, and those that build on them, and so on."""
        linked = self._holding(_LINKS)
        place = {name: number for number, name in enumerate(self.ids)} if linked else {}
        near: dict[int, set[int]] = {}
        for number in linked:
            rest = self._rests[number]
            for line in rest.split(_LINKS)[1:]:
                for name in _ID.findall(line.partition(b"\n")[0]):
                    if (source := place.get(name)) is not None:
                        near.setdefault(number, set()).add(source)
                        near.setdefault(source, set()).add(number)
        waiting = [number for number in near if number in picked]
        while waiting:
            new = near[waiting.pop()] - picked
            picked |= new
            waiting += new
        return picked


def cut(raw: bytes) -> Cut | None:
    """A share's bytes, cut into entries; None when a hand was in it, so that it has to be read whole."""
    parts = _TOP.split(raw)
    size = len(parts) // 4
    if raw.count(b"\n## ") != size or len(set(parts[3::4])) != size:
        return None
    return Cut(raw, parts)
