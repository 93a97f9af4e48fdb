"""Which entries of a share a review leans on, found in its bytes before anything of them is parsed."""

import re
from collections.abc import Collection, Mapping, Sequence, Set
from datetime import date
from functools import cached_property, lru_cache
from itertools import accumulate, compress
from typing import NamedTuple

from leerlog.domain.bulk import Bulk
from leerlog.domain.entry import Entry
from leerlog.domain.graph import reach
from leerlog.domain.share import says_private
from leerlog.journal.kinds import LINKS, NONE, SIGNS, Kinds

# Cuts a file into, of every entry: the top, which holds its day and its id; its
# form, when it has one answer; and the words of that answer, or all the rest.
_TIME = rb"(?: (?:[01][0-9]|2[0-3]):[0-5][0-9])?+"
_TOP = rb"\n(## ([0-9]{4}-[0-9]{2}-[0-9]{2})" + _TIME + rb" \xc2\xb7 [^\n]*+\n<!-- id=([0-9a-z]{8}) )(?![^\n]* id=)"
_FORM = rb"(checklist=[^\n]*+\n\n(?:- [^\n]*+\n)++\n### [^\n]*+\n<!-- question=[^\n]*+\n\n|)"
_CUT = re.compile(_TOP + _FORM)
_PARTS = 5
# Nothing but white space, in words between NULs.
_BLANK = re.compile(rb"\0[\s\x1c-\x1f\x80-\xff]*\0")
_HEADING = re.compile(rb"(?:\A|\n)## ")
_DONE = re.compile(rb"gedaan(?: ([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9./-])|)")
# What was expected of a course is told beside what came of it, and a round of scores beside those before it.
_ALWAYS = (b"checklist=prepare", b"checklist=conditions")
_ID = re.compile(rb"(?<![0-9a-z])[0-9a-z]{8}(?![0-9a-z])")
# What an entry builds on, as leerlog writes it.
_LINK = re.compile(rb"(?<=\n)- " + LINKS + rb" ([0-9a-z]{8}(?:, [0-9a-z]{8})*)\n")


class Wanted(NamedTuple):
    """What a review reads: the entries of some months, what these are linked to, and of the others what counts.

    first, last: the months, as 2026-11.
    done: the day since when what was done counts, as 2026-11-01; what is open always does.
    """

    first: str
    last: str
    done: str


class Cut:
    """A share's bytes, cut into entries; only of one in which every entry has its place and an id of its own."""

    def __init__(self, raw: bytes) -> None:
        parts = _CUT.split(raw)
        self._raw = raw
        self._head = parts[0]
        self._tops, self._days, self._names, self._forms, self._words = (
            parts[at::_PARTS] for at in range(1, _PARTS + 1)
        )
        self._found: dict[bytes, list[int]] = {}

    @cached_property
    def ids(self) -> set[bytes]:
        """Of all entries."""
        return set(self._names)

    @cached_property
    def _place(self) -> dict[bytes, int]:
        """Which of the entries has an id."""
        return dict(zip(self._names, range(len(self._names)), strict=True))

    @cached_property
    def _together(self) -> bytes:
        """All words, each between NULs, to be looked through at once: the NULs before a mark tell whose it is."""
        return b"\0" + b"\0".join(self._words) + b"\0"

    @cached_property
    def _each_form(self) -> set[bytes]:
        return set(self._forms)

    @property
    def whole(self) -> bool:
        """Whether every entry has its place and an id of its own, and all of it is text without a NUL."""
        if b"\0" in self._raw or len(self.ids) < len(self._names):
            return False
        stray = (text for text in (self._head, *map(self._words.__getitem__, self._with(b"#"))) if b"## " in text)
        if any(map(_HEADING.search, stray)):
            return False
        try:
            return bool((b"".join(self._tops) + self._together).decode())
        except UnicodeDecodeError:
            return False

    def _with(self, mark: bytes) -> list[int]:
        """The entries with a mark in their words."""
        if mark not in self._found:
            before = self._together.split(mark)[:-1] if mark in self._together else ()
            numbers = accumulate(text.count(b"\0") for text in before)
            self._found[mark] = [number - 1 for number in dict.fromkeys(numbers)]
        return self._found[mark]

    def _labelled(self, label: bytes) -> list[int]:
        """The entries with a mark before their words."""
        forms = {form for form in self._each_form if label in form}
        found = [number for number, form in enumerate(self._forms) if form in forms] if forms else []
        return found + [number for number in self._formless if label in self._words[number]]

    @cached_property
    def _formless(self) -> list[int]:
        return [number for number, form in enumerate(self._forms) if not form] if b"" in self._each_form else []

    def pick(
        self, wanted: Wanted, kinds: Kinds | None = None, also: Collection[bytes] = ()
    ) -> tuple[bytes, tuple[Bulk, ...]]:
        """The entries that are wanted and those with some ids, with all that they are linked to, in their order.

        kinds: when given, the entries of a known kind come in bulk; those that are linked apart from the others.
        """
        first, last = wanted.first.encode(), wanted.last.encode() + b"-99"
        inside = [first <= day <= last for day in self._days]
        if kinds is None and all(inside):
            return self._raw, ()
        here = list(compress(range(len(inside)), inside))
        picked = {self._place[name] for name in self.ids.intersection(also)}
        picked |= set() if len(here) == len(inside) else self._marked(wanted) - set(here)
        near = self._near()
        linked = reach((number for number in near if inside[number] or number in picked), near)
        if kinds is None:
            return self._joined(picked.union(here, linked)), ()
        alone = [number for number in here if number not in near] if near else here
        kind = {number: kinds[self._forms[number]] for number in alone}
        kind |= {number: kinds[_LINK.sub(b"", self._forms[number])] for number in linked}
        picked |= {number for number, its in kind.items() if its == NONE} | self._odd(kind.keys())
        # What is read is read with all that it is linked to.
        picked |= reach(picked & near.keys(), near)
        bulks = (
            self._bulk(kinds.ones, kind, [number for number in alone if number not in picked]),
            self._bulk(kinds.ones, kind, sorted(linked - picked), linked=True),
        )
        return self._joined(picked), tuple(bulk for bulk in bulks if bulk.kinds)

    def _odd(self, numbers: Set[int]) -> set[int]:
        """The entries, of these, that have to be read, because they may hold more than the words of one answer."""
        found = {number for sign in SIGNS for number in self._with(sign) if number in numbers}
        opening = {*self._with(b"("), *self._with(b"[")} - found
        found.update(at for at in opening if at in numbers and says_private(self._words[at].decode()))
        if _BLANK.search(self._together):
            found.update(number for number in numbers if not self._words[number].decode().strip())
        wrong = {day for day in set(self._days) if not _is_day(day)}
        return found | {number for number in numbers if self._days[number] in wrong} if wrong else found

    def _joined(self, numbers: set[int]) -> bytes:
        entries = (self._tops[number] + self._forms[number] + self._words[number] for number in sorted(numbers))
        return b"\n" + b"\n".join(entries)

    def _bulk(
        self, ones: Sequence[Entry], kind: Mapping[int, int], numbers: Sequence[int], *, linked: bool = False
    ) -> Bulk:
        days, names, words = (
            [column[number] for number in numbers] for column in (self._days, self._names, self._words)
        )
        links = [self._links(number) for number in numbers] if linked else ()
        return Bulk(ones, [kind[number] for number in numbers], days, names, words, links)

    def _links(self, number: int) -> list[bytes]:
        """What an entry builds on, as leerlog wrote it, of what is here."""
        found = _LINK.search(self._forms[number])
        names = dict.fromkeys(found[1].split(b", ")) if found else ()
        return [name for name in names if name in self.ids and name != self._names[number]]

    def _marked(self, wanted: Wanted) -> set[int]:
        """The entries that count wherever they are."""
        since = wanted.done.encode()
        found = {number for number in self._with(b"[") if _counts(self._words[number], since)}
        return found.union(*map(self._labelled, _ALWAYS))

    def _near(self) -> dict[int, set[int]]:
        """What every linked entry builds on, and what builds on it."""
        near: dict[int, set[int]] = {}
        for number in self._labelled(LINKS):
            for line in (self._forms[number] + self._words[number]).split(LINKS)[1:]:
                for name in _ID.findall(line.partition(b"\n")[0]):
                    if (source := self._place.get(name)) is not None:
                        near.setdefault(number, set()).add(source)
                        near.setdefault(source, set()).add(number)
        return near


def cut(raw: bytes) -> Cut | None:
    """A share's bytes, cut into entries; None when a hand was in it, so that it has to be read whole."""
    pieces = Cut(raw)
    return pieces if pieces.whole else None


def _counts(text: bytes, since: bytes) -> bool:
    """Whether a text has an item that is open, or was done since a day."""
    # A date that a hand wrote in another way may be any day.
    return b"[ ]" in text or any(not day or day >= since for day in _DONE.findall(text))


@lru_cache(maxsize=10_000)
def _is_day(day: bytes) -> bool:
    try:
        return bool(date.fromisoformat(day.decode()))
    except ValueError:
        return False
