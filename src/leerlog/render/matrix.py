"""Numbers over periods laid out for a screen: as many periods as there is room for, the latest first of all."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

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


def matrix_lines(block: Matrix, canvas: "Canvas") -> Iterator["Line"]:
    """Heads, then a line for each bar; of more periods than fit the last, or all of them in parts below each other."""
    laid = _Laid(block, canvas)
    for number, part in enumerate(laid.parts()):
        if number:
            yield ()
        yield laid.heads(part)
        for at, bar in enumerate(block.bars):
            yield laid.line(bar, at, part)
            if bar.note and not laid.beside(bar):
                told = shorten(canvas.safe(bar.note), canvas.width - INDENT - 3)
                yield ((" " * (INDENT + 3), ""), (told, _tone(bar)))
    if left := len(block.heads) - sum(map(len, laid.parts())):
        told = canvas.safe(f"… nog {left} ervoor, {block.rest}")
        yield ((" " * (INDENT + 3), ""), (shorten(told, canvas.width - INDENT - 3), "dim"))


def _tone(bar: Bar) -> str:
    """How loud a note is: what is to be done is a command."""
    return "dim" if bar.count is None else "command"


class _Laid:
    """The widths of a matrix, worked out once."""

    def __init__(self, block: Matrix, canvas: "Canvas") -> None:
        self.block, self.canvas = block, canvas
        self.most = max((n or 0 for numbers in block.numbers for n in numbers), default=0)
        self.names = max(cells(canvas.safe(bar.name)) for bar in block.bars)
        self.number = len(str(self.most))
        self.wide = max(self.number + 2, *map(cells, block.heads))
        changes = max(cells(bar.change) for bar in block.bars)
        self.change = max(changes, 4) + 2 if changes else 0
        counts = max(len(str(bar.count or 0)) for bar in block.bars)
        self.sum = max(counts, len(SUM)) + GAP
        if canvas.cut:
            if INDENT + 3 + FEWEST + self.sum + self.change + self.wide + GAP > canvas.width:
                self.change = 0
            room = canvas.width - INDENT - 3 - self.sum - self.change - self.wide - GAP
            self.names = min(self.names, max(room, FEWEST))
        self.begin = INDENT + 3 + self.names
        room = canvas.width - self.begin - self.sum - self.change
        self.fit = max(room // (self.wide + GAP), 1) if canvas.cut else len(block.heads)
        left = room - min(self.fit, len(block.heads)) * (self.wide + GAP) - GAP
        self.bar = min(left, LONGEST) if left >= BAR else 0

    def parts(self) -> list[range]:
        """Which periods stand beside each other."""
        number = len(self.block.heads)
        if self.block.rest:
            return [range(max(number - self.fit, 0), number)]
        return [range(at, min(at + self.fit, number)) for at in range(0, number, self.fit)]

    def heads(self, part: Sequence[int]) -> "Line":
        """What the numbers below are."""
        names = "".join(f"{self._right(self.block.heads[at], self.wide + GAP)}" for at in part)
        return (" " * self.begin, ""), (f"{names}{SUM:>{self.sum}}", "dim")

    def line(self, bar: Bar, at: int, part: Sequence[int]) -> "Line":
        """A bar with its numbers."""
        name = self.canvas.safe(bar.name)
        name = shorten(name, self.names) if self.canvas.cut else name
        numbers = self.block.numbers[at]
        parts = [(f"{' ' * INDENT}{bar.number:>1}  ", "dim"), (name + " " * (self.names - cells(name)), "")]
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
            return [(" " * (self.wide + GAP), "")]
        if not number:
            return [(self._right(self.canvas.safe(NOTHING), self.wide + GAP), "dim")]
        mark = self.canvas.safe(shade(number, self.most))
        return [
            (" " * (self.wide + GAP - self.number - 2) + mark, style),
            (f"{number:>{self.number + 1}}", ""),
        ]

    def _drawn(self, bar: Bar) -> list[tuple[str, str]]:
        most = max((each.count or 0 for each in self.block.bars if each.number), default=0)
        if bar.note and self.beside(bar):
            return [(" " * GAP, ""), (self.canvas.safe(bar.note), _tone(bar))]
        if bar.note or not (self.bar and bar.number and bar.count):
            return []
        length = max(1, round(self.bar * bar.count / most))
        return [(" " * GAP, ""), (self.canvas.safe("█") * length, bar.style)]

    def beside(self, bar: Bar) -> bool:
        """Whether there is room for a note in the place of a bar."""
        return not self.canvas.cut or cells(self.canvas.safe(bar.note)) <= self.bar

    def _right(self, text: str, width: int) -> str:
        return " " * (width - cells(text)) + text
