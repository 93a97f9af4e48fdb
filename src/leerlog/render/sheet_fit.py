"""Making a sheet fit on one A4: what matters most for the talk stays whole the longest."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from leerlog.domain.entry import FollowUp
from leerlog.render.paper import rows
from leerlog.render.sheet import called, item_said
from leerlog.render.width import shorten
from leerlog.reports.sheet import Part, Sheet

# In millimetres, as the style of a sheet has them.
ROOM = 246.0  # of the 259 that an A4 has inside its margins: some browsers break lines earlier than `rows`
TOP, TITLE = 5.2, 6.1
HEAD = 8.2
ROW, BETWEEN = 4.29, 0.8
ITEM_ROW, ITEM_WHITE = 4.13, 0.6
MORE = 4.4
# How many letters of their own size fit beside one another, in em.
ACROSS, HALF, ITEM, BIG = 55.0, 26.5, 53.0, 31.0

NAME = 60  # of the course, of what a text is called, and of who does something
SOME = 3  # rows of a text, and items of a list, that come before another is whole
MOST = 60  # rows of a text, and texts or items of a part: no A4 has more

_SENTENCE = re.compile(r"[.!?]['\"’”)]*(?=\s+\W?[A-Z0-9]|\s*\Z)")

Share = tuple[int, ...]


class Step(NamedTuple):
    """One row more for a text or an item; the steps that matter most sort first.

    part: its number on the sheet; place: its number in the part, items after texts.
    row: how many rows it has then.
    """

    rank: int
    turn: int
    part: int
    place: int
    row: int


def fitted(sheet: Sheet) -> Sheet:
    """The sheet as it fits on one A4: whole, or row by row what matters most until the paper is full."""
    sheet = sheet._replace(course=shorten(sheet.course, NAME), parts=tuple(map(_named, sheet.parts)))
    room = ROOM - TOP - TITLE * len(rows(sheet.course, BIG))
    if sum(map(_height, sheet.parts)) <= room:
        return sheet
    shares = [(0,) * (len(part.texts) + len(part.items)) for part in sheet.parts]
    taken = [0.0] * len(shares)
    for step in sorted(_steps(sheet.parts)):
        part, share = sheet.parts[step.part], shares[step.part]
        if share[step.place] < step.row - 1:
            continue  # the row before it did not fit
        more = (*share[: step.place], step.row, *share[step.place + 1 :])
        height = _height(_cut(part, more))
        if not step.rank or sum(taken) - taken[step.part] + height <= room:
            shares[step.part], taken[step.part] = more, height
    return sheet._replace(parts=tuple(map(_cut, sheet.parts, shares)))


def _named(part: Part) -> Part:
    items = tuple(item._replace(who=shorten(item.who, NAME)) for item in part.items)
    return part._replace(texts=tuple((shorten(said, NAME), text) for said, text in part.texts), items=items)


def _steps(parts: Sequence[Part]) -> Iterator[Step]:
    """Every row that the parts could have."""
    for number, part in enumerate(parts):
        for place, (said, text) in enumerate(part.texts[:MOST]):
            for row in range(1, _rows_of(said, text, _across(part, place)) + 1):
                yield Step(*_rank(part, place, row), number, place, row)
        for place, item in enumerate(part.items[:MOST]):
            for row in range(1, max(len(rows(item.text, ITEM)), len(rows(item.result, ITEM))) + 1):
                yield Step(*_item_rank(place, row), number, len(part.texts) + place, row)


def _rank(part: Part, place: int, row: int) -> tuple[int, int]:
    """When a text gets a row, and whose turn it is then: what came of it is whole before the rest, and a diary last."""
    if row == 1 and (not place or part.shape != "many"):
        return 0, 0
    if part.shape == "many":
        return 7, place + row
    if part.shape == "side":
        return 6, row
    if row <= SOME:
        return 1, row
    return (3 if part.shape == "beside" else 4), row


def _item_rank(place: int, row: int) -> tuple[int, int]:
    if place >= SOME:
        return 5, place + row
    if row > 1:
        return 4, row
    return (2 if place else 0), place


def _cut(part: Part, share: Share) -> Part:
    """The part with as many rows of each text and item as its share has; where that is none, it ends."""
    texts = tuple(
        (said, _shorter(said, text, share[place], _across(part, place)))
        for place, (said, text) in enumerate(part.texts[: _shown(share[: len(part.texts)])])
    )
    given = share[len(part.texts) :]
    items = tuple(map(_cut_item, part.items[: _shown(given)], given))
    left = len(part.texts) - len(texts) + len(part.items) - len(items)
    return part._replace(texts=texts, items=items, more=left)


def _shown(share: Share) -> int:
    return share.index(0) if 0 in share else len(share)


def _cut_item(item: FollowUp, number: int) -> FollowUp:
    text, result = (_shorter("", words, number, ITEM) for words in (item.text, item.result))
    return item._replace(text=text, result=result)


@cache  # asked again for every row that another text of its part gets
def _shorter(said: str, text: str, number: int, across: float) -> str:
    """The text in a number of rows, with "…" where words are left out: after a sentence, if one ends near there."""
    if _rows_of(said, text, across) <= number:
        return text
    name, words = called(said), " ".join(text.split())
    found = rows(name + words, across - 1.5)  # the dots need room too
    if len(found) <= number:
        return words
    head = "".join(found[:number])[len(name) :].rstrip()
    last = max((end.end() for end in _SENTENCE.finditer(head)), default=0)
    return f"{head[:last]} …" if last * 3 >= len(head) * 2 else f"{head.rstrip(' ,;:')}…"


def _across(part: Part, place: int) -> float:
    return HALF if part.shape == "beside" else ACROSS


@cache
def _rows_of(said: str, text: str, across: float) -> int:
    """How many rows a text takes as it was typed; a list stands in a little."""
    lines = [line for line in (called(said) + text).split("\n") if line.strip()]
    inside = across - 2 if len(lines) > 1 else across
    return max(sum(len(rows(line, inside)) for line in lines), 1)


def _height(part: Part) -> float:
    """How high a part is on paper, its heading and white included."""
    each = [_rows_of(said, text, _across(part, place)) * ROW + BETWEEN for place, (said, text) in enumerate(part.texts)]
    texts = max(sum(each[:1]), sum(each[1:])) if part.shape == "beside" else sum(each)
    items = sum(len(rows(item_said(item), ITEM)) * ITEM_ROW + ITEM_WHITE for item in part.items)
    return HEAD + max(texts - BETWEEN, 0) + items + MORE * bool(part.more)
