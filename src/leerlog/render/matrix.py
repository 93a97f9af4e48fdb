"""Numbers over periods laid out for a screen: as many periods as there is room for, the latest first of all."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from leerlog.domain.text import cells, shorten
from leerlog.render.page import Bar, Matrix
from leerlog.render.said import shade

if TYPE_CHECKING:  # which lays out the rest of a page, and this with it
    from leerlog.render.layout import Canvas, Line

INDENT = 2
SUM = "samen"
NOTHING = "·"
GAP = 3
FEWEST = 8  # columns of a name
BAR, LONGEST = 8, 40  # columns of a bar: fewer are no help, more say no more


class _Shape(NamedTuple):
    """How close it stands: the gap before a number, the room of a rank and of a change, and whether it is shaded."""

    gap: int
    rank: int
    change: int
    shade: bool


SHAPES = (_Shape(GAP, 3, 4, True), _Shape(2, 3, 3, True), _Shape(2, 3, 3, False), _Shape(1, 2, 2, False))


def matrix_lines(block: Matrix, canvas: "Canvas") -> Iterator["Line"]:
    """Heads, then a line for each bar; of more periods than fit the last, or all of them in parts below each other."""
    laid = _Laid(block, canvas)
    parts = laid.parts()
    for number, part in enumerate(parts):
        if number:
            yield ()
        yield laid.heads(part)
        for at, bar in enumerate(block.bars):
            yield laid.line(bar, at, part)
            if bar.note and not laid.beside(bar):
                told = shorten(canvas.safe(bar.note), canvas.width - laid.margin)
                yield ((" " * laid.margin, ""), (told, bar.loud))
    left = ((parts[0].start, "ervoor"), (len(block.heads) - parts[-1].stop, "erna"))
    if some := [f"{number} {where}" for number, where in left if number]:
        told = canvas.safe(f"… nog {' en '.join(some)}, {block.rest}")
        yield ((" " * laid.margin, ""), (shorten(told, canvas.width - laid.margin), "dim"))


def _shared_word(heads: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The word that all heads begin with, and what is left of each: week, and 44, 45, 46."""
    first = {head.partition(" ")[0] for head in heads}
    left = [head.partition(" ")[2] for head in heads]
    return (first.pop(), left) if len(first) == 1 and all(left) else ("", heads)


class _Laid:
    """The widths of a matrix, worked out once: wide, or in the first of the closer shapes that all periods fit in."""

    def __init__(self, block: Matrix, canvas: "Canvas") -> None:
        self.block, self.canvas = block, canvas
        self.most = max((n or 0 for numbers in block.numbers for n in numbers), default=0)
        for self.shape in SHAPES:
            left = self._widths()
            if left >= 0 or not canvas.cut:
                break
        self.bar = min(left - GAP, LONGEST) if left - GAP >= BAR else 0

    def _widths(self) -> int:
        """Works out the widths in the shape; how much room is left when all periods stand there, below 0 for none."""
        block, canvas, shape = self.block, self.canvas, self.shape
        self.word, self.names_of = _shared_word(block.heads) if shape is not SHAPES[0] else ("", block.heads)
        self.number = len(str(self.most))
        self.wide = shape.gap + max(self.number + 2 * shape.shade, *map(cells, self.names_of))
        self.names = max(cells(self.word), *(cells(canvas.safe(bar.name)) for bar in block.bars))
        changes = max(cells(bar.change) for bar in block.bars)
        self.change = max(changes, shape.change) + min(shape.gap, 2) if changes else 0
        self.sum = shape.gap + max(len(SUM), *(len(str(bar.count or 0)) for bar in block.bars))
        room = canvas.width - self.begin - self.sum - self.change
        if canvas.cut and room < self.wide:  # a long name gives way, then what changed
            self.names = max(self.names - (self.wide - room), FEWEST)
            room = canvas.width - self.begin - self.sum - self.change
            self.change = 0 if room < self.wide else self.change
            room = canvas.width - self.begin - self.sum - self.change
        self.fit = max(room // self.wide, 1) if canvas.cut else len(block.heads)
        return room - len(block.heads) * self.wide

    @property
    def margin(self) -> int:
        """Where the names begin."""
        return INDENT + self.shape.rank

    @property
    def begin(self) -> int:
        """Where the numbers begin."""
        return self.margin + self.names

    def parts(self) -> list[range]:
        """Which periods stand beside each other; where not all do, those that have begun come before those to come."""
        number = len(self.block.heads)
        if self.block.rest:
            end = min(max(self.block.begun, self.fit), number)
            return [range(max(end - self.fit, 0), end)]
        return [range(at, min(at + self.fit, number)) for at in range(0, number, self.fit)]

    def heads(self, part: Sequence[int]) -> "Line":
        """What the numbers below are."""
        names = "".join(self._right(self.names_of[at], self.wide) for at in part)
        word = " " * self.margin + self.word
        return (f"{word:<{self.begin}}", "dim" if self.word else ""), (f"{names}{SUM:>{self.sum}}", "dim")

    def line(self, bar: Bar, at: int, part: Sequence[int]) -> "Line":
        """A bar with its numbers."""
        name = self.canvas.safe(bar.name)
        name = shorten(name, self.names) if self.canvas.cut else name
        numbers = self.block.numbers[at]
        parts = [
            (f"{' ' * INDENT}{bar.number:<{self.shape.rank}}", "dim"),
            (name + " " * (self.names - cells(name)), ""),
        ]
        for each in part:
            parts += self._cell(numbers[each] if numbers else None, bar.style)
        count = "" if bar.count is None else str(bar.count)
        parts.append((f"{count:>{self.sum}}", "" if bar.count else "dim"))
        if self.change:
            parts.append((self._right(self.canvas.safe(bar.change), self.change), "dim"))
        return (*parts, *self._drawn(bar))

    def _cell(self, number: int | None, style: str) -> list[tuple[str, str]]:
        """A number with the shade of it."""
        if number is None:
            return [(" " * (self.wide), "")]
        if not number:
            return [(self._right(self.canvas.safe(NOTHING), self.wide), "dim")]
        mark = self.canvas.safe(shade(number, self.most)) if self.shape.shade else ""
        return [
            (" " * (self.wide - self.number - 1 - cells(mark)) + mark, style),
            (f"{number:>{self.number + 1}}", ""),
        ]

    def _drawn(self, bar: Bar) -> list[tuple[str, str]]:
        most = max((each.count or 0 for each in self.block.bars if each.number), default=0)
        if bar.note and self.beside(bar):
            return [(" " * GAP, ""), (self.canvas.safe(bar.note), bar.loud)]
        if bar.note or not (self.bar and bar.number and bar.count):
            return []
        length = max(1, round(self.bar * bar.count / most))
        return [(" " * GAP, ""), (self.canvas.safe("█") * length, bar.style)]

    def beside(self, bar: Bar) -> bool:
        """Whether there is room for a note in the place of a bar."""
        return not self.canvas.cut or cells(self.canvas.safe(bar.note)) <= self.bar

    def _right(self, text: str, width: int) -> str:
        return " " * (width - cells(text)) + text
