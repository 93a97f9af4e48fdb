"""A page of a screen: cells, bars and lines, before it is known how wide that is.

Texts are as the person wrote them; whoever draws a page makes them safe.
"""

from typing import Literal, NamedTuple

Narrow = Literal["", "under", "below", "tight below", "whole below"]


class Cell(str):
    """A text with a style of its own; `lead` comes before it, less loud: the course of a moment.

    marks: what in it is to be seen at once, wherever it stands.
    alone: what it says where no column tells what it is.
    """

    style: str
    lead: str
    marks: tuple[str, ...]
    alone: str

    def __new__(
        cls, text: str, style: str = "", lead: str = "", marks: tuple[str, ...] = (), alone: str = ""
    ) -> "Cell":
        """The text with all that."""
        made = super().__new__(cls, text)
        made.style, made.lead, made.marks, made.alone = style, lead, marks, alone
        return made


class Column(NamedTuple):
    """How the cells of one column stand.

    main: the column that gets the room that is left; one in every Rows.
    right: aligned to the right.
    narrow: when it stands on a line under the main text: on a narrow screen ("below"),
        on every screen ("under"), only where the main text would have no room else
        ("tight below"), or only where that would not fit on its line else ("whole below").
        What still comes before a main text without room then stands above it.
    """

    style: str = ""
    main: bool = False
    right: bool = False
    narrow: Narrow = ""


class Row(NamedTuple):
    """The cells of one row; `lines`: for this row, instead of those of its Rows."""

    cells: tuple[str, ...]
    lines: int | None = None


class Rows(NamedTuple):
    """Rows under each other.

    lines: how many lines a main text may take before it is cut with "…"; 0: all.
    more: what is not shown, as "nog 2, met --full alles".
    indent: how far from the left they stand.
    beside: all rows of the page that their columns are kept in line with, themselves among them.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    lines: int = 1
    more: str = ""
    indent: int = 2
    beside: tuple[Row, ...] = ()


class Bar(NamedTuple):
    """A count with its bar; one that has no number in front, or no count, has a note in its place.

    count: None for one that may not be told.
    change: how it differs from before, as "+2"; note: what to do about it, or why it is not told.
    said: on a scale, what the number is called; under: what is said of it on a line below.
    """

    number: str
    name: str
    count: int | None  # type: ignore[assignment]
    change: str = ""
    note: str = ""
    style: str = ""
    said: str = ""
    under: str = ""

    @property
    def loud(self) -> str:
        """The style of its note: what is to be done is a command."""
        return "dim" if self.count is None else "command"


class Bars(NamedTuple):
    """Bars under each other, as long as their counts are to the largest, or on a scale to `most`."""

    bars: tuple[Bar, ...]
    most: int = 0


class Matrix(NamedTuple):
    """Bars with the numbers that each is made up of, under their heads.

    numbers: of each bar, None for what may not be told; none at all where none may be.
    rest: how to see those for which there is no room; "" when they are to follow below.
    begun: how many of what the heads name have begun.
    """

    heads: tuple[str, ...]
    bars: tuple[Bar, ...]
    numbers: tuple[tuple[int | None, ...], ...]
    rest: str = ""
    begun: int = 0


class Grid(NamedTuple):
    """What several people said of several levels, a column for each of them.

    said: of each level by each of them, "" for nothing; long: the same below each other, where there is no room.
    """

    names: tuple[str, ...]
    levels: tuple[Cell, ...]
    said: tuple[tuple[str, ...], ...]
    long: Rows


class Paragraph(NamedTuple):
    """A text that is shown whole, its own line breaks kept."""

    text: str
    style: str = ""
    indent: int = 2


Parts = tuple[tuple[str, str], ...]


class Drawing(NamedTuple):
    """Lines of our own marks, each in parts with a style."""

    lines: tuple[Parts, ...]
    indent: int = 2


Block = Rows | Bars | Matrix | Grid | Paragraph | Drawing


class Section(NamedTuple):
    """A heading with what belongs to it; `right` stands at the other end of the heading's line."""

    heading: str
    blocks: tuple[Block, ...]
    right: str = ""


class Page(NamedTuple):
    """A whole result.

    right: at the other end of the title's line; under: on the line below it.
    """

    title: str
    sections: tuple[Section, ...] = ()
    right: str = ""
    under: str = ""
