"""What several people said as a table for a screen: a column for each of them, with all that they said."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from leerlog.domain.text import cells, words, wrap
from leerlog.render.page import Grid

if TYPE_CHECKING:  # which lays out the rest of a page, and this with it
    from leerlog.render.layout import Canvas, Line

INDENT = 2
RANK = 3
GAP = 2
SLIM = 12  # columns of what one person said: fewer break it into pieces too small to read
TALL = 10  # lines of it: what takes more is read more easily beside a name
NOTHING = "·"


def grid_lines(block: Grid, canvas: "Canvas") -> list["Line"]:
    """The heads and the rows; none where there is no room to say all of it without breaking a word."""
    heads, *rows = [[canvas.safe(text).strip() for text in each] for each in (block.names, *block.said)]
    margin = INDENT + RANK + max(cells(level) for level in block.levels)
    widths = _widths(list(zip(heads, *rows, strict=True)), canvas.widest - margin) if canvas.cut else []
    texts = [[wrap(text, width) for text, width in zip(row, widths, strict=False)] for row in (heads, *rows)]
    tall = max((len(lines) for row in texts for lines in row), default=0)
    if not 0 < tall <= TALL:
        return []
    found = [*_row(((" " * margin, ""),), texts[0], widths, "strong")]
    nothing = canvas.safe(NOTHING)
    for number, (level, row) in enumerate(zip(block.levels, texts[1:], strict=True)):
        found += [()] if number and tall > 1 else []
        lead = (f"{' ' * INDENT}{level.lead:<{RANK}}", "dim"), (f"{level:<{margin - INDENT - RANK}}", level.style)
        found += _row(lead, row, widths, nothing=nothing)
    return found


def _widths(columns: Sequence[Sequence[str]], room: int) -> list[int]:
    """How wide each column is: its longest word at least, and what is left for the narrowest; none without room."""
    most = [max(map(cells, column)) for column in columns]
    longest = [max((cells(word) for text in column for word in words(text)), default=0) for column in columns]
    widths = [min(whole, max(word, SLIM)) for whole, word in zip(most, longest, strict=True)]
    left = room - sum(widths) - GAP * len(widths)
    while left > 0 and (wanting := [at for at, width in enumerate(widths) if width < most[at]]):
        widths[min(wanting, key=widths.__getitem__)] += 1
        left -= 1
    return widths if left >= 0 else []


def _row(
    lead: "Line", row: Sequence[Sequence[str]], widths: Sequence[int], style: str = "", nothing: str = ""
) -> Iterator["Line"]:
    """The lines of a row, with what comes before the first of them; `nothing`: what stands where nothing was said."""
    blank = ((" " * sum(len(text) for text, _ in lead), ""),)
    for at in range(max(map(len, row))):
        parts = list(blank if at else lead)
        for lines, width in zip(row, widths, strict=True):
            text = lines[at] if at < len(lines) else ""
            said = (text, style) if text or at else (nothing, "dim")
            parts += [(" " * GAP, ""), said, (" " * (width - cells(said[0])), "")]
        yield tuple(parts)
