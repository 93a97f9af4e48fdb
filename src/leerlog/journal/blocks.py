"""Where the entries are in a month's text, and what each is called."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from zlib import crc32

from leerlog.domain.entry import ALPHABET, id_prefix
from leerlog.domain.fences import cover_code

_START = re.compile(r"\n## [0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
_FOREIGN = re.compile(r"\n##? ")
_OURS = re.compile(
    r"\n### (?:[^\n]*(?:\n[ \t\r]*)+<!--[ \t]+question=|(?:Afspraken|Belemmeringen|Vragen aan het team)[ \t\r]*\n)"
)
_COMMENT = re.compile(r"(?:[ \t]*\n)* {0,3}<!--((?:[ \t]+(?:[a-z_]+=\S*|private(?!\S)))+)[ \t]*-->[ \t]*(?:\n|$)")
_PAIR = re.compile(r"([a-z_]+)=?(\S*)")
# In a heading, bytes that are not UTF-8 become one or the other; an id leaves out both.
UNREADABLE = re.compile("[\ud800-\udfff\ufffd]+")


def starts(text: str) -> list[int]:
    """Where each entry's heading begins."""
    first = int(text.startswith("\ufeff"))
    found = [first] if text.startswith("## ", first) and _DATE.match(text, first + 3) else []
    found += [start.start() + 1 for start in _START.finditer(text)]
    return found


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Where each entry begins and ends in a month's text.

    It begins at its heading, wherever that stands, and ends at the next, or at
    another heading of level 1 or 2 that is not part of it.
    """
    found = [*starts(text), len(text)]
    if text.find("\n# ", found[0]) < 0 and text.count("\n## ", found[0]) < len(found) - 1:
        # No other headings than those of entries.
        yield from pairwise(found)
        return
    for start, end in pairwise(found):
        foreign = text.find("\n# ", start, end) >= 0 or text.find("\n## ", start, end) >= 0
        yield start, _block_end(text, start, end) if foreign else end


def _block_end(text: str, start: int, end: int) -> int:
    """Where an entry with other headings in its stretch of text ends.

    A heading before the last answer that leerlog wrote is part of that entry:
    somebody put it in an answer by hand.
    """
    covered = cover_code(text[start:end])
    last = max((found.start() for found in _OURS.finditer(covered)), default=0)
    foreign = _FOREIGN.search(covered, last)
    return start + foreign.start() + 1 if foreign else end


def split_sections(block: str) -> tuple[str, ...] | list[str]:
    """A block cut at the headings of its answers, of which `### ` is left out."""
    covered = cover_code(block)
    if covered is block:
        return block.split("\n### ")
    sections, at = [], 0
    for section in covered.split("\n### "):
        sections.append(block[at : at + len(section)])
        at += len(section) + len("\n### ")
    return sections


def read_comment(text: str) -> tuple[dict[str, str], str]:
    """The machine's half at the start of a text, and the text after it."""
    found = _COMMENT.match(text)
    if not found:
        return {}, text
    return dict(_PAIR.findall(found[1])), text[found.end() :]


def comment_pairs(text: str) -> list[tuple[str, str]]:
    """Every key of the machine's half at the start of a text, with its value, in the order in which they stand."""
    found = _COMMENT.match(text)
    return _PAIR.findall(found[1]) if found else []


class Ids:
    """The ids of one file's entries, in order: as they were given, or derived from the heading."""

    def __init__(self) -> None:
        self._headings: dict[str, int] = {}

    def of_block(self, block: str) -> str:
        """The id of the next entry; "" when it has none and its date does not exist."""
        heading, _, rest = block.partition("\n")
        given = read_comment(rest.replace("\r\n", "\n"))[0].get("id")
        try:
            return given or self.derive(date.fromisoformat(heading[3:13]), heading)
        except ValueError:
            return ""

    def derive(self, day: date, heading: str) -> str:
        """An id for an entry without one: its month, and a sum over its heading.

        A heading that was met before gives another id each time.
        """
        heading = UNREADABLE.sub("", heading).strip()
        number = self._headings[heading] = self._headings.get(heading, 0) + 1
        total = crc32((heading if number == 1 else f"{heading}\n{number}").encode())
        return id_prefix(day) + "".join(ALPHABET[total >> shift & 31] for shift in range(0, 30, 5))
