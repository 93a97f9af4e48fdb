"""Making a sheet fit on one A4: what matters most for the talk stays whole the longest.

How wide a letter is on paper depends on what letters a computer has. So they are counted by a plain rule that is wide
enough for DejaVu Sans, the widest that is common; in Arial a fifth of the paper stays white.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from leerlog.documents.phrases import called, item_line
from leerlog.domain.entry import FollowUp
from leerlog.domain.text import cells, shorten
from leerlog.reports.sheet import Part, Sheet

# In millimetres, as the style of a sheet has them: what an A4 has inside its margins, and what stands above the parts.
ROOM = 258.0
TITLE, UNDER = 7.4, 9.6
HEAD = 8.2
ROW, BETWEEN = 4.29, 0.8
# How many letters stand beside one another: in the title, in a text, in an item or a line that stands in.
BIG, ACROSS, INSIDE = 47, 83, 79

NAME = 60  # of the course and of what a text is called, in characters
FEW = 30  # of who does something, and of what came of it when that is cut
SOME = 3  # rows of a text, and items of a list, that come before another is whole
MOST = 60  # rows of a text, and texts or items of a part: no A4 has more
LONGEST = MOST * ACROSS * 2  # characters of a text: what is longer fits nowhere, even in narrow letters
TURNS = (6, 12, 24, MOST)  # of texts that matter as much none is whole before the others have as many rows

_NARROW = frozenset("ijlI .,'’‘")
_WIDE = frozenset("mwæ@#%+<=>~^—…")
_SENTENCE = re.compile(r"[.!?]['\"’”)]*(?=\s+\W?[A-Z0-9]|\s*\Z)")


Key = tuple[int, int]  # a part, and a text or an item in it, items after texts


class Piece(NamedTuple):
    """A text or an item, and how many rows it needs; `least`: how many it takes when it is cut."""

    key: Key
    rows: int
    least: int


class Turn(NamedTuple):
    """A piece may have as many rows as `most`; the turns that matter most sort first."""

    rank: int
    turn: int
    most: int
    piece: Piece


def fitted(sheet: Sheet) -> Sheet:
    """The sheet as it fits on one A4: whole, or row by row what matters most until the paper is full."""
    sheet = sheet._replace(course=shorten(sheet.course, NAME), parts=tuple(map(_named, sheet.parts)))
    room = ROOM - UNDER - TITLE * len(rows(sheet.course, BIG))
    pieces = list(_pieces(sheet.parts))
    given = {piece.key: piece.rows for piece in pieces}
    if _height(sheet.parts, given) <= room:
        return sheet
    given = dict.fromkeys(given, 0)
    turns = (_turns(sheet.parts[piece.key[0]], piece) for piece in pieces)
    for rank, _, most, piece in sorted(chain.from_iterable(turns)):
        for number in range(max(given[piece.key] + 1, piece.least), min(piece.rows, most) + 1):
            more = given | {piece.key: number}
            if rank and _height(sheet.parts, more) > room:
                break
            given = more
    return sheet._replace(parts=tuple(_cut(part, number, given) for number, part in enumerate(sheet.parts)))


def rows(line: str, across: int) -> list[str]:
    """The rows in which a line of text breaks, each at a space if it has one; `across`: how many letters fit."""
    found: list[str] = []
    start, after, used = 0, 0, 0.0
    for at, char in enumerate(line):
        used += _letters(char)
        if char == " ":
            after = at + 1
        elif used > across and at > start:
            end = after if after > start else at
            found.append(line[start:end])
            start, used = end, sum(map(_letters, line[end : at + 1]))
    return [*found, line[start:]]


@cache
def _letters(char: str) -> float:
    """For how many letters a character counts: narrow ones for half, wide ones and capitals for one and a half."""
    if char in _NARROW:
        return 0.5
    if cells(char) > 1:
        return 2
    return 1.5 if char in _WIDE or char.isupper() or char >= "\u0250" else 1


def _named(part: Part) -> Part:
    items = tuple(item._replace(text=item.text[:LONGEST], who=shorten(item.who, FEW)) for item in part.items)
    return part._replace(texts=tuple((shorten(said, NAME), text[:LONGEST]) for said, text in part.texts), items=items)


def _pieces(parts: Sequence[Part]) -> Iterator[Piece]:
    for number, part in enumerate(parts):
        for place, (said, text) in enumerate(part.texts[:MOST]):
            yield Piece((number, place), _rows_of(said, text), 1)
        for place, item in enumerate(part.items[:MOST], len(part.texts)):
            needs = _item_rows(item)
            yield Piece((number, place), needs, min(needs, SOME))


def _rows_of(said: str, text: str) -> int:
    """How many rows a text takes as it was typed; a list stands in a little."""
    lines = [line for line in (called(said) + text).split("\n") if line.strip()]
    return max(sum(len(rows(line, INSIDE if len(lines) > 1 else ACROSS)) for line in lines), 1)


def _item_rows(item: FollowUp) -> int:
    return len(rows(item_line(item), INSIDE))


def _turns(part: Part, piece: Piece) -> Iterator[Turn]:
    """When a piece gets its rows: what came of it is whole before the rest, and a diary comes last."""
    place = piece.key[1] - len(part.texts) if piece.key[1] >= len(part.texts) else piece.key[1]
    item = piece.key[1] >= len(part.texts)
    if place >= SOME if item else place and part.shape == "many":
        yield Turn(5 if item else 7, place, MOST, piece)
        return
    yield Turn(2 if item and place else 0, place if item else 0, piece.least, piece)
    if part.shape != "side":
        yield Turn(1, 0, SOME, piece)
    rank = {"beside": 3, "side": 6, "many": 7}.get(part.shape, 4)
    yield from (Turn(rank, most, most, piece) for most in TURNS)


def _height(parts: Sequence[Part], given: dict[Key, int]) -> float:
    """How high the parts are on paper with as many rows as are given, headings and white included."""
    shown = [number for number in given.values() if number]
    ends = len({part for (part, _), number in given.items() if not number})
    return HEAD * len(parts) + ROW * sum(shown) + BETWEEN * len(shown) + (ROW + BETWEEN) * ends


def _cut(part: Part, number: int, given: dict[Key, int]) -> Part:
    """The part with as many rows of each text and item as is given; where that is none, it ends."""
    share = [given.get((number, place), 0) for place in range(len(part.texts) + len(part.items))]
    texts = tuple(
        (said, _shorter(said, text, most)) for (said, text), most in zip(part.texts, share, strict=False) if most
    )
    items = tuple(
        _cut_item(item, most) for item, most in zip(part.items, share[len(part.texts) :], strict=True) if most
    )
    return part._replace(texts=texts, items=items, more=share.count(0))


def _cut_item(item: FollowUp, most: int) -> FollowUp:
    """The item in a number of rows: what came of it becomes a few words first, and then its text is cut."""
    if _item_rows(item) <= most:
        return item
    item = item._replace(result=shorten(item.result, FEW))
    cuts = (item._replace(text=_shorter("", item.text, number)) for number in range(most, 0, -1))
    return next((cut for cut in cuts if _item_rows(cut) <= most), item._replace(text=_shorter("", item.text, 1)))


def _shorter(said: str, text: str, most: int) -> str:
    """The text in a number of rows, with "…" where words are left out: after a sentence, if one ends near there."""
    if _rows_of(said, text) <= most:
        return text
    name, words = called(said), " ".join(text.split())
    found = rows(name + words, ACROSS - 3)  # the dots need room too
    if len(found) <= most:
        return words
    head = "".join(found[:most])[len(name) :].rstrip()
    last = max((end.end() for end in _SENTENCE.finditer(head)), default=0)
    return f"{head[:last]} …" if last * 3 >= len(head) * 2 else f"{head.rstrip(' ,;:')}…"
