"""Searching: what makes no difference between words, where words stand in a text, and where they can't be.

Case, accents, the normal form of Unicode and *ij* in one character make no
difference, and neither do the quotes and hyphens of a word processor, nor what
nobody sees, such as a soft hyphen.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

# As they come from a word processor, and as they are typed.
_TYPED = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014", "-"),
}
_UNSEEN = ("Mn", "Me", "Cf")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")
_NOT_ASCII = r"[^\x00-\x7f]+"

Span = tuple[int, int]


@lru_cache(4096)
def _folded(character: str) -> str:
    if typed := _TYPED.get(character):
        return typed
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold()).casefold()
    return "".join(_TYPED.get(each, each) for each in plain if unicodedata.category(each) not in _UNSEEN)


def fold(text: str) -> str:
    """What the spellings of a text have in common."""
    plain = text.lower().replace("`", "'")
    return plain if plain.isascii() else re.sub(_NOT_ASCII, lambda found: "".join(map(_folded, found[0])), plain)


@lru_cache(4096)
def _bare(character: str) -> str:
    """A character without its accents, in its own case."""
    plain = unicodedata.normalize("NFKD", character)
    return "".join(each for each in plain if unicodedata.category(each) not in _UNSEEN)


def bare(text: str) -> str:
    """A text without its accents, for patterns: these know of case themselves."""
    return text if text.isascii() else "".join(map(_bare, text))


def place(text: str, span: Span, by: Callable[[str], str] = _folded) -> Span:
    """Where in a text stands what has this place in its folded form; `by`: how each character was folded."""
    start, end = span
    at = 0
    first = last = len(text)
    for i, character in enumerate(text):
        size = len(by(character))
        if first == len(text) and at + size > start:
            first = i
        at += size
        if at >= end:
            last = i + 1
            break
    # Accents of the last letter belong to it.
    while last < len(text) and unicodedata.category(text[last]) in _UNSEEN:
        last += 1
    return min(first, last), last


def place_bare(text: str, span: Span) -> Span:
    """The same of the form without accents."""
    return span if text.isascii() else place(text, span, _bare)


class Words(NamedTuple):
    """Words to look for, all of which have to be there; what was typed as one may have spaces in it.

    exact: whether every difference counts.
    """

    words: tuple[str, ...]
    exact: bool = False

    def there(self) -> bool:
        """Whether there is anything to look for."""
        return any(word.strip() if self.exact else fold(word).strip() for word in self.words)

    def patterns(self) -> list[re.Pattern[str]]:
        """What finds each word, in the form that a text is looked through in; a line may end between two words."""
        words = self.words if self.exact else tuple(map(fold, self.words))
        return [re.compile(r"\s+".join(map(re.escape, word.split()))) for word in words if word.strip()]

    def form(self, text: str) -> str:
        """A text in the form that is looked through."""
        return text if self.exact else fold(text)

    def place(self, text: str, span: Span) -> Span:
        """Where a place in that form is in the text."""
        return span if self.exact or text.isascii() else place(text, span)


def runs(words: Words) -> list[str]:
    """Of each word the longest row of letters and digits, folded: on disk nothing can stand in between."""
    rows = [re.findall(r"[^\W_]+", fold(word)) for word in words.words]
    return [max(row, key=len) for row in rows if row]


def fold_bytes(raw: bytes) -> bytes:
    """A file's bytes folded, with the same ends of lines; many times faster than as a text."""
    # The dot in every heading is passed over.
    return _BEYOND_ASCII.sub(_fold_run, raw.replace(b" \xc2\xb7 ", b"   ")).lower()


def _fold_run(found: re.Match[bytes]) -> bytes:
    return _fold_piece(found[0])


@lru_cache(4096)
def _fold_piece(raw: bytes) -> bytes:
    return fold(raw.decode("utf-8", "replace")).encode("utf-8", "replace")


def lines_with(raw: bytes, wanted: Sequence[str], instead: Sequence[Iterable[str]]) -> list[str]:
    """The lines of a file in which the longest of these runs stands, none when one of them stands nowhere in it.

    instead: for each run, marks that may mean it: of an answer that is read in other words.
    """
    folded = fold_bytes(raw)
    marks = [[mark for mark in each if mark.encode() in raw] for each in instead]
    if not all(run.encode() in folded or mark for run, mark in zip(wanted, marks, strict=True)):
        return []
    longest = max(range(len(wanted)), key=lambda i: len(wanted[i]))
    lines = raw.split(b"\n")
    found = dict.fromkeys(lines[at].decode("utf-8", "replace") for at in _lines_in(folded, wanted[longest].encode()))
    return [*found, *marks[longest]]


def _lines_in(text: bytes, run: bytes) -> Iterator[int]:
    """The lines of a text in which a run stands, counted from 0."""
    line = begin = 0
    while (at := text.find(run, begin)) >= 0:
        line += text.count(b"\n", begin, at)
        yield line
        begin = text.find(b"\n", at)
        if begin < 0:
            break
