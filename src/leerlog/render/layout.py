"""A page laid out in lines of styled text: alignment, wrapping and cutting, no colour yet."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from typing import NamedTuple

from leerlog.domain.text import cells, first_lines, shorten, visible, wrap
from leerlog.render.near import near
from leerlog.render.page import (
    Bar,
    Bars,
    Block,
    Cell,
    Column,
    Drawing,
    Grid,
    Matrix,
    Page,
    Paragraph,
    Row,
    Rows,
    Section,
)

Line = tuple[tuple[str, str], ...]

INDENT = 2
NARROW = 76  # below this columns give way to the main text
READABLE = 30  # of a main text: with less room what stands beside it gives way
SHORT = 40  # below this a line counts for half a line
GAP = "  "  # between columns
STEP = 2  # from what a text belongs to
BETWEEN = " · "
SHORTEST, LONGEST = 12, 30  # a bar on a scale
FEWEST = 8  # columns of a bar beside others, and of a main text however much stands beside it


class Canvas(NamedTuple):
    """Where a page is drawn.

    cut: whether a text that is too long is cut; a pipe has all the room it needs.
    screen: how wide the screen is, of which a text does not take more than can be read; 0 for no wider.
    """

    width: int
    encoding: str = "utf-8"
    cut: bool = True
    screen: int = 0

    @property
    def widest(self) -> int:
        """How wide what has columns may be."""
        return max(self.width, self.screen)

    @property
    def narrow(self) -> bool:
        """Whether columns have to give way."""
        return self.cut and self.width < NARROW

    def safe(self, text: str, keep_newlines: bool = False) -> str:
        """The text as it can be sent to this place."""
        if text.isascii() and text.isprintable():  # as most are
            return text
        return near(visible(text, keep_newlines), self.encoding)


def lay_out(page: Page, canvas: Canvas) -> list[Line]:
    """All lines of a page."""
    lines = _ends(canvas.safe(page.title), canvas.safe(page.right), "title", canvas)
    if page.under:
        lines += [((text, "dim"),) for text in wrap(canvas.safe(page.under), canvas.width)]
    texts = _Texts(canvas)
    for section in page.sections:
        lines += [(), *_section(section, texts, canvas)]
    return lines


def _section(section: Section, texts: "_Texts", canvas: Canvas) -> Iterator[Line]:
    if section.heading:
        yield from _ends(canvas.safe(section.heading), canvas.safe(section.right), "heading", canvas)
    for block in section.blocks:
        yield from _block(block, texts, canvas)


def _block(block: Block, texts: "_Texts", canvas: Canvas) -> Iterator[Line]:
    if isinstance(block, Bars):
        return _bars(block, canvas)
    if isinstance(block, Rows):
        return _rows(block, texts, canvas)
    if isinstance(block, Matrix):
        from leerlog.render.matrix import matrix_lines  # only a review has one

        return matrix_lines(block, canvas)
    if isinstance(block, Grid):
        from leerlog.render.grid import grid_lines  # only a meeting has one

        lines = grid_lines(block, canvas)
        return iter(lines) if lines else _rows(block.long, texts, canvas)
    if isinstance(block, Drawing):
        return _drawing(block, canvas)
    return _paragraph(block, canvas)


def _ends(left: str, right: str, style: str, canvas: Canvas) -> list[Line]:
    """A text at the left and one at the right; under each other when they don't fit."""
    room = canvas.width - cells(left) - cells(right)
    if right and room >= 2:
        return [((left, style), (" " * room, ""), (right, "dim"))]
    under = wrap(right, canvas.width) if right else []
    return [*(((text, style),) for text in wrap(left, canvas.width)), *(((text, "dim"),) for text in under)]


def _paragraph(block: Paragraph, canvas: Canvas) -> Iterator[Line]:
    indent = min(block.indent, canvas.width // 2)
    margin = " " * indent
    for text in canvas.safe(block.text, keep_newlines=True).split("\n"):
        for line in wrap(text, canvas.width - indent) or [""]:
            yield ((margin, ""), (line, block.style))


def _drawing(block: Drawing, canvas: Canvas) -> Iterator[Line]:
    for line in block.lines:
        room = canvas.width - block.indent
        drawn = []
        for part, style in line:
            text = canvas.safe(part)[: max(room, 0)]
            room -= cells(text)
            drawn.append((text, style))
        yield ((" " * block.indent, ""), *drawn)


def _bars(block: Bars, canvas: Canvas) -> Iterator[Line]:
    names = max(cells(canvas.safe(bar.name)) for bar in block.bars)
    most = max((bar.count or 0 for bar in block.bars if bar.number), default=0)
    changes = max(cells(canvas.safe(bar.change)) for bar in block.bars)
    changes = max(changes, 4) + 2 if changes else 0
    if block.most:
        yield from _scale(block, names, changes, canvas)
        return
    room = canvas.width - INDENT - 3 - 2 - 7 - changes
    names = min(names, room - FEWEST) if canvas.cut else names
    room = max(room - names, FEWEST)
    for bar in block.bars:
        beside = not canvas.cut or cells(canvas.safe(bar.note)) <= room
        yield _bar(bar if beside else bar._replace(note=""), names, most, room, changes, canvas)
        if not beside:
            yield from _under_bar(bar.note, bar.loud, canvas)
        yield from _under_bar(bar.under, "dim", canvas)


def _under_bar(text: str, style: str, canvas: Canvas) -> Iterator[Line]:
    margin = INDENT + 3
    for line in wrap(canvas.safe(text), canvas.width - margin) if text else []:
        yield (" " * margin, ""), (line, style)


def _scale(block: Bars, names: int, changes: int, canvas: Canvas) -> Iterator[Line]:
    """Bars on a scale, with what each score is called; a name that leaves too little room stands above its bar."""
    said = max(cells(canvas.safe(bar.said)) for bar in block.bars)
    said = (min(said, canvas.width // 3) if canvas.cut else said) + 2 if said else 0
    room = canvas.width - INDENT - 3 - said - changes
    above = room - names - 2 < SHORTEST
    room = min(room if above else room - names - 2, LONGEST)
    for bar in block.bars:
        name, word = canvas.safe(bar.name), canvas.safe(bar.said)
        word = shorten(word, said - 2) if canvas.cut else word
        length = round(room * (bar.count or 0) / block.most)
        if above:
            for line in wrap(name, canvas.width - INDENT):
                yield (" " * INDENT, ""), (line, "")
        yield (
            (" " * INDENT + f"{bar.number:>1}  ", "strong"),
            ("" if above else name + " " * (names - cells(name) + 2), ""),
            (canvas.safe("█") * length, bar.style),
            (" " * (room - length), ""),
            ("  " + word + " " * (said - 2 - cells(word)) if said else "", ""),
            (f"{canvas.safe(bar.change):>{changes}}" if changes else "", "dim"),
        )
        yield from _under_bar(bar.under, "dim", canvas)


def _bar(bar: Bar, names: int, most: int, room: int, changes: int, canvas: Canvas) -> Line:
    name = canvas.safe(bar.name) if not canvas.cut else shorten(canvas.safe(bar.name), names)
    length = max(1, round(room * bar.count / most)) if bar.number and bar.count else 0
    note = canvas.safe(bar.note)
    drawn = canvas.safe("█") * length or note
    count = "" if bar.count is None else str(bar.count)
    return (
        (" " * INDENT + f"{bar.number:>1}  ", "dim"),
        (name + " " * (names - cells(name) + 2), "" if bar.number else "dim"),
        (drawn, bar.style if length else bar.loud),
        (" " * (room - cells(drawn)) + f"  {count:>5}", "" if bar.number and bar.count else "dim"),
        (f"{canvas.safe(bar.change):>{changes}}" if changes else "", "dim"),
    )


def _rows(block: Rows, texts: "_Texts", canvas: Canvas) -> Iterator[Line]:
    table = _Table(block, texts, canvas)
    yield from table.lines()
    if block.more:
        yield ((table.margin, ""), (canvas.safe(f"… {block.more}"), "dim"))


class _Texts:
    """What the cells of a page say, and how wide they are; rows that many blocks stand beside are looked at once."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        # By their place in memory: the page holds them all meanwhile.
        self._texts: dict[int, Sequence[str]] = {}
        self._widths: dict[int, list[int]] = {}
        self._longest: dict[int, int] = {}

    def of(self, row: Row) -> Sequence[str]:
        """The text of every cell."""
        found = self._texts.get(id(row))
        if found is None:
            found = self._texts[id(row)] = [self._canvas.safe(each, keep_newlines=True) for each in row.cells]
        return found

    def widths(self, rows: tuple[Row, ...], columns: tuple[Column, ...]) -> list[int]:
        """How wide each column is; of the main one only where something stands behind it."""
        if not rows:
            return [0] * len(columns)
        if id(rows) not in self._widths:
            whole = "".join(["".join(row.cells) for row in rows]).replace("\n", "")
            if whole.isprintable() and near(whole, self._canvas.encoding) == whole:  # mostly all of it is as it can be
                self._texts |= {id(row): row.cells for row in rows}
            asked = [not column.main or not (self._canvas.cut or column is columns[-1]) for column in columns]
            texts = zip(*map(self.of, rows), strict=True)
            self._widths[id(rows)] = [
                max(map(_measure(each), each)) if ask else 0 for each, ask in zip(texts, asked, strict=True)
            ]
        return self._widths[id(rows)]

    def longest(self, rows: tuple[Row, ...], main: int) -> int:
        """How wide the longest main text is, what stands before it included."""
        if id(rows) not in self._longest:
            texts = (self.lead(row, main) + self.of(row)[main] for row in rows)
            self._longest[id(rows)] = max(map(cells, texts), default=0)
        return self._longest[id(rows)]

    def lead(self, row: Row, main: int) -> str:
        """What stands before a main text, less loud."""
        own = row.cells[main]
        return self._canvas.safe(f"{own.lead} · ") if isinstance(own, Cell) and own.lead else ""


def _measure(texts: Iterable[str]) -> Callable[[str], int]:
    """What says how wide each of these texts is: its length, where all are of plain letters."""
    return len if "".join(texts).isascii() else cells


class _Table:
    """Rows with the widths of their columns worked out.

    Where a main text would have little room beside what comes before it, it stands below that: a stack.
    """

    def __init__(self, block: Rows, texts: _Texts, canvas: Canvas) -> None:
        self.block, self.texts, self.canvas = block, texts, canvas
        self.main = next(i for i, column in enumerate(block.columns) if column.main)
        self.all = block.beside or block.rows
        widths = dict(enumerate(texts.widths(self.all, block.columns)))
        self.below = self._below(widths)
        beside = [i for i in widths if i != self.main and widths[i] and i not in self.below]
        self.above = self._above(widths, beside)
        if self.above:
            self.below = [i for i in widths if i != self.main and i not in self.above]
            self.room = max(canvas.width - block.indent - STEP, FEWEST)
            self.margin = " " * (block.indent + STEP)
        else:
            if canvas.cut:
                _narrow(widths, beside, canvas.width - block.indent)
            self.room = max(self._room(widths, beside), FEWEST)
            self.margin = " " * (block.indent + sum(widths[i] + 2 for i in beside if i < self.main))
        widths[self.main] = self.room if canvas.cut else min(self.room, widths[self.main])
        self.widths, self.beside = widths, beside
        # What may stand behind the text stands out below it.
        whole = any(block.columns[i].narrow == "whole below" for i in self.below)
        self.deeper = self.margin + (" " * STEP if whole else "")

    def _room(self, widths: dict[int, int], beside: Iterable[int]) -> int:
        """What is left for the main text."""
        return self.canvas.width - self.block.indent - sum(widths[i] + 2 for i in beside)

    def _is_tight(self, room: int) -> bool:
        """Whether main texts break into small pieces in so much room."""
        return self.canvas.cut and room < READABLE and self.texts.longest(self.all, self.main) > room

    def _below(self, widths: dict[int, int]) -> list[int]:
        """The columns that give way here, those that are kept as long as may be only for want of room."""
        ways = [column.narrow for column in self.block.columns]
        beside = [i for i, width in widths.items() if i != self.main and width]
        narrow = self.canvas.narrow or self._is_tight(self._room(widths, beside))
        gone = [i for i, way in enumerate(ways) if way == "under" or (narrow and way == "below")]
        left = self._room(widths, (i for i in beside if i not in gone))
        if self._is_tight(left):
            gone += [i for i, way in enumerate(ways) if way == "tight below"]
        if "whole below" in ways and self.canvas.cut and left < self.texts.longest(self.block.rows, self.main):
            gone += [i for i, way in enumerate(ways) if way == "whole below"]
        return sorted(gone)

    def _above(self, widths: dict[int, int], beside: Sequence[int]) -> list[int]:
        """The columns of a stack that stand above the text: those before it, and those behind it where all fit."""
        before = [i for i in beside if i < self.main]
        if not before or not self._is_tight(self._room(widths, beside)):
            return []
        behind = [i for i in widths if i > self.main and widths[i] and self.block.columns[i].narrow in ("", "below")]
        taken = sum(widths[i] + len(BETWEEN) for i in (*before, *behind)) - len(BETWEEN)
        return [*before, *behind] if taken <= self.canvas.width - self.block.indent else before

    def lines(self) -> Iterator[Line]:
        """Of every row its first line with all its cells, what is left of the main text, and what goes below it."""
        rows, indent, main = self.block.rows, " " * self.block.indent, self.main
        texts, most = [*map(self.texts.of, rows)], self._lines(self.block.lines)
        before = self._beside(texts, [i for i in self.beside if i < main])
        behind = self._beside(texts, [i for i in self.beside if i > main])
        for row, line, left, right in zip(rows, texts, before, behind, strict=False):
            lead = self.texts.lead(row, main)
            lines = most if row.lines is None else self._lines(row.lines)
            said = _fit(lead + line[main], lines, self.room, self.canvas)
            if not self.above:
                first = said.pop(0)
                gap = [(" " * (self.widths[main] - cells(first)) + GAP, "")] if right else []
                yield (indent, ""), *left, *self._said(row, first, lead), *gap, *right
            elif above := [i for i in self.above if line[i]]:
                yield from self._flow(row, line, above, indent)
                if any(said):
                    yield (self.margin, ""), *self._said(row, said.pop(0), lead)
            for more in said if any(said) else []:
                yield (self.margin, ""), *self._said(row, more)
            if self.below and (below := [i for i in self.below if line[i]]):
                yield from self._flow(row, line, below, self._margin_of(line, below), "dim")

    def _beside(self, texts: Sequence[Sequence[str]], columns: Sequence[int]) -> Iterable[Line]:
        """Of every row what stands in some of the columns that are beside its main text."""
        if self.above or not columns:
            return repeat(())
        return zip(*(self._column([line[i] for line in texts], i) for i in columns), strict=True)

    def _column(self, texts: Sequence[str], at: int) -> list[tuple[str, str]]:
        """The cells of a column, as wide as that is; the last one needs no room behind it, unless it stands right."""
        column, width = self.block.columns[at], self.widths[at]
        if self.canvas.cut:
            texts = [shorten(text, width) for text in texts]
        last = at > self.main and at == self.beside[-1]
        gap, fill = "" if last else GAP, 0 if last and not column.right else width
        pad, style, measure = str.rjust if column.right else str.ljust, column.style, _measure(texts)
        return [
            # `pad` takes every character for one column.
            (
                pad(text, fill + len(text) - measure(text)) + gap,
                (cell.style if isinstance(cell := row.cells[at], Cell) else "") or style,
            )
            for row, text in zip(self.block.rows, texts, strict=True)
        ]

    def _margin_of(self, line: Sequence[str], below: Sequence[int]) -> str:
        """How far in stands what goes below: less far when a command or a file would be broken there."""
        room = self.canvas.width - max(cells(line[i]) for i in below)
        margins = (self.deeper, " " * (self.block.indent + STEP), " " * self.block.indent)
        return next((margin for margin in margins if len(margin) <= room or not self.canvas.cut), self.deeper)

    def _lines(self, lines: int) -> int:
        """How many lines a main text may take: as much of it is shown where they are half as long."""
        return lines * 2 if self.canvas.cut and self.room < SHORT else lines

    def _said(self, row: Row, text: str, lead: str = "") -> list[tuple[str, str]]:
        """A line of a main text in parts: what comes before it less loud, what is marked in bold."""
        value, column = row.cells[self.main], self.block.columns[self.main]
        if not isinstance(value, Cell):
            return [(text, column.style)]
        style = value.style or column.style
        lead = lead if text.startswith(lead) else lead.rstrip()
        led = [(lead, "dim")] if lead and text.startswith(lead) else []
        text = text[len(lead) :] if led else text
        if not value.marks:
            return [*led, (text, style)]
        safe = sorted({self.canvas.safe(mark) for mark in value.marks}, key=len, reverse=True)
        pieces = re.split(f"({'|'.join(map(re.escape, safe))})", text)
        return [*led, *((piece, "strong" if i % 2 else style) for i, piece in enumerate(pieces) if piece)]

    def _flow(self, row: Row, line: Sequence[str], columns: list[int], margin: str, quiet: str = "") -> Iterator[Line]:
        """Cells one after the other, as much on a line as fits; a command or a file is of no use when it is cut."""
        room = self.canvas.width - len(margin)
        parts: list[tuple[str, str]] = []
        taken = 0
        for i in columns:
            value, style = row.cells[i], _style(row.cells[i], self.block.columns[i]) or quiet
            text = self.canvas.safe(value.alone) if isinstance(value, Cell) and value.alone else line[i]
            first, *more = wrap(text, room) or [""]
            if parts and taken + cells(first) > room:
                yield (margin, ""), *parts
                parts, taken = [], 0
            parts += [*([(self.canvas.safe(BETWEEN), "dim")] if parts else []), (first, style)]
            taken += cells(first) + 3
            for piece in more:
                yield (margin, ""), *parts
                parts, taken = [(piece, style)], cells(piece) + 3
        yield (margin, ""), *parts


def _style(cell: str, column: Column) -> str:
    return (cell.style if isinstance(cell, Cell) else "") or column.style


def _narrow(widths: dict[int, int], beside: list[int], room: int) -> None:
    """Takes from the widest of the columns beside a main text what that needs for a few words."""
    while sum(widths[i] + 2 for i in beside) + FEWEST > room and max(widths[i] for i in beside) > 1:
        widths[max(beside, key=lambda i: widths[i])] -= 1


def _fit(text: str, lines: int, room: int, canvas: Canvas) -> list[str]:
    """A main text in the lines it may take, at least one."""
    if not canvas.cut:
        return [first_lines(text)] if lines else text.split("\n")
    if lines == 1:
        return [shorten(first_lines(text), room)]
    whole = [piece for each in text.split("\n") for piece in wrap(each, room) or [""]]
    if lines and len(whole) > lines:
        return [*whole[: lines - 1], shorten(" ".join(filter(None, whole[lines - 1 :])), room)]
    return whole
