"""A share cut into its entries, and looked through at once, before anything of it is parsed."""

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

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


class Cut:
    """A share's bytes, cut into entries, whose parts are columns; an entry is known by its number in these.

    days: as b"2026-11-23"; names: the ids.
    forms: the Markdown from `checklist=` up to the words; b"" of an entry of another form than one answer.
    words: those of the answer, or all that is left of an entry without a form.
    """

    def __init__(self, raw: bytes) -> None:
        parts = _CUT.split(raw)
        self.raw = raw
        self._head = parts[0]
        self._tops, self.days, self.names, self.forms, self.words = (parts[at::_PARTS] for at in range(1, _PARTS + 1))
        self._found: dict[bytes, list[int]] = {}

    @cached_property
    def ids(self) -> set[bytes]:
        """Of all entries."""
        return set(self.names)

    @cached_property
    def place(self) -> dict[bytes, int]:
        """Which of the entries has an id."""
        return dict(zip(self.names, range(len(self.names)), strict=True))

    @cached_property
    def _together(self) -> bytes:
        """All words, each between NULs, to be looked through at once: the NULs before a mark tell whose it is."""
        return b"\0" + b"\0".join(self.words) + b"\0"

    @cached_property
    def _each_form(self) -> set[bytes]:
        return set(self.forms)

    @cached_property
    def _formless(self) -> list[int]:
        return [number for number, form in enumerate(self.forms) if not form] if b"" in self._each_form else []

    @property
    def whole(self) -> bool:
        """Whether every entry has its place and an id of its own, and all of it is text without a NUL."""
        if b"\0" in self.raw or len(self.ids) < len(self.names):
            return False
        stray = (text for text in (self._head, *map(self.words.__getitem__, self.having(b"#"))) if b"## " in text)
        if any(map(_HEADING.search, stray)):
            return False
        try:
            return bool(self.raw.decode())
        except UnicodeDecodeError:
            return False

    def having(self, mark: bytes) -> list[int]:
        """The entries with a mark in their words."""
        if mark not in self._found:
            before = self._together.split(mark)[:-1] if mark in self._together else ()
            numbers = accumulate(text.count(b"\0") for text in before)
            self._found[mark] = [number - 1 for number in dict.fromkeys(numbers)]
        return self._found[mark]

    def labelled(self, label: bytes) -> list[int]:
        """The entries with a mark before their words."""
        forms = {form for form in self._each_form if label in form}
        found = [number for number, form in enumerate(self.forms) if form in forms] if forms else []
        return found + [number for number in self._formless if label in self.words[number]]

    def blank(self) -> list[int]:
        """The entries without a word."""
        if not _BLANK.search(self._together):
            return []
        return [number for number, text in enumerate(self.words) if not text.decode().strip()]

    def joined(self, numbers: Iterable[int]) -> bytes:
        """The bytes of some of the entries, in their order."""
        entries = (self._tops[number] + self.forms[number] + self.words[number] for number in sorted(numbers))
        return b"\n" + b"\n".join(entries)


def cut(raw: bytes) -> Cut | None:
    """A share's bytes, cut into entries; None when a hand was in it, so that it has to be read whole."""
    pieces = Cut(raw)
    return pieces if pieces.whole else None
