"""A page: what is to be shown, before it is known where.

Everything stands in it twice: as cells and bars for those who see it laid
out, and as a fact, `label: value`, for those who hear it read. Texts are as
the person wrote them; whoever draws a page makes them safe.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Narrow = Literal["", "fold", "below"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a plain page."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A value with a style of its own; `lead` comes before it, less loud: the course of a moment."""

    value: str | date
    style: str = ""
    lead: str = ""


Value = str | date | Cell | None


@dataclass(frozen=True, slots=True)
class Column:
    """How the cells of one column stand.

    main: the column that gets the room that is left; one in every Rows.
    right: aligned to the right.
    narrow: where it goes on a narrow screen: into the main text ("fold"),
        or on a line under it ("below").
    """

    style: str = ""
    main: bool = False
    right: bool = False
    narrow: Narrow = ""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, and the same as a fact (None: nothing to say in words).

    lines: for this row, instead of those of its Rows.
    """

    cells: tuple[Value, ...]
    fact: Fact | None = None
    lines: int | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows under each other.

    lines: how many lines a main text may take before it is cut with "…"; 0: all.
    more: what is not shown, as "nog 2, met --full alles".
    indent: how far from the left they stand.
    beside: rows elsewhere on the page, to keep the columns in line with.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    lines: int = 1
    more: str = ""
    indent: int = 2
    beside: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """A number with its bar; without a number in front it has no bar.

    change: how it differs from before, as "+2"; note: what to do about it.
    said: on a scale, what the number is called.
    """

    number: str
    name: str
    count: int
    change: str = ""
    note: str = ""
    style: str = ""
    fact: Fact | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars under each other, as long as their counts are to the largest, or on a scale to `most`."""

    bars: tuple[Bar, ...]
    most: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text that is shown whole, its own line breaks kept.

    label: what it is called on a plain page.
    """

    text: str
    label: str = ""
    style: str = ""
    indent: int = 2


Parts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Lines of our own marks, each in parts with a style, and what they show as facts."""

    lines: tuple[Parts, ...]
    facts: tuple[Fact, ...]
    indent: int = 2


Block = Rows | Bars | Paragraph | Drawing


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what belongs to it; `right` stands at the other end of the heading's line."""

    heading: str
    blocks: tuple[Block, ...]
    right: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A whole result.

    right: at the other end of the title's line; under: on the line below it.
    facts: the same three on a plain page.
    today: years are left out of short dates when they are today's.
    """

    title: str
    sections: tuple[Section, ...] = ()
    right: str = ""
    under: str = ""
    facts: tuple[Fact, ...] = ()
    today: date | None = None
