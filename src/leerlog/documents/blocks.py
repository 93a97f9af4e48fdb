"""What a document is made of.

A block says what a thing is, with typed values: a date is a date, a number that may not be told is `Withheld`, and a
person's own words are `Words`. It holds all that any form may show; how much of that is shown, and how it looks, is
for each form to know. A block has fields of its own, instead of being a table, whenever a form draws it in another
shape than a table.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, NamedTuple

from leerlog.domain.agenda import Item
from leerlog.domain.outcome import Expected, Outcome, Story
from leerlog.domain.period import Period, round_name
from leerlog.domain.score import Round
from leerlog.domain.value import Level


class Words(str):
    """What a person wrote: many lines, with Markdown of theirs. Any other text is one line of plain words."""

    __slots__ = ()


class Marked(Words):
    """What a person wrote, with the words in it that were looked for, as they stand there."""

    marks: tuple[str, ...]

    def __new__(cls, text: str, marks: tuple[str, ...]) -> "Marked":
        """The text with its marks."""
        made = super().__new__(cls, text)
        made.marks = marks
        return made


class Command(str):
    """What a person can type."""

    __slots__ = ()


class Phrase(NamedTuple):
    """A sentence with days and periods in it, which every form says in its own way."""

    parts: tuple[str | date | Period, ...]


class Remarks(NamedTuple):
    """Short things to say of something, one after the other."""

    parts: "tuple[str | Phrase | Figures, ...]"


class Figures(NamedTuple):
    """A sentence, and what is counted or dated in it under its name, for a form with a cell for each.

    said: "" where that goes without saying.
    """

    said: str | Phrase | Remarks
    values: tuple[tuple[str, str | int | float | date | None], ...]


class Names(NamedTuple):
    """Who is meant; of many a screen names the first."""

    names: tuple[str, ...]


class Withheld(NamedTuple):
    """A number that may not be told, because it is of fewer people than `least`; None is a number that is not there."""

    least: int


class Total(NamedTuple):
    """How many there are of something, beside how many there were in the period `since`.

    unit: what one is called, and several.
    """

    number: int | Withheld
    unit: tuple[str, str]
    before: int | None = None
    since: Period | None = None


class Change(NamedTuple):
    """How much more there is than before."""

    by: int


class Trend(NamedTuple):
    """Scores from 1 to 5 over the rounds; `axis` are all the rounds beside which they stand."""

    rounds: tuple[Round, ...]
    axis: tuple[date | Period, ...]


Cell = str | int | float | date | Level | Phrase | Remarks | Figures | Withheld | Total | Change | Trend | Names | None
Tone = Literal["", "notice", "strong", "dim", "lead"]


class Text(NamedTuple):
    """A text.

    label: what it is for whoever hears it.
    name: what it is called, for all to see.
    under: whether it belongs to the block above it.
    """

    text: str | Phrase | Remarks | Figures
    label: str = ""
    tone: Tone = ""
    name: str = ""
    under: bool = False


class Bullets(NamedTuple):
    """Short texts of equal weight."""

    texts: tuple[str, ...]
    label: str


class Outcomes(NamedTuple):
    """What learning brought, in the order to tell it.

    short: how many a screen shows.
    ids: whether a screen names their entries, to build on.
    """

    outcomes: tuple[Outcome, ...]
    label: str
    short: int = 5
    ids: bool = False


class Items(NamedTuple):
    """Agreements, obstacles and asks.

    label: what each is called; "" where they are of many kinds, and each says its own.
    short: how many a screen shows, 0 for all; how: with what it shows the others.
    who: whose they are, as a heading above them.
    refs: whether they are named, to tick them by.
    whole: whether each stands on one line, with who, when and what came of it behind its words.
    """

    items: tuple[Item, ...]
    label: str = ""
    short: int = 0
    how: str = "met --full alles"
    who: str = ""
    refs: bool = False
    whole: bool = False


class Expectations(NamedTuple):
    """What was expected of courses, each beside the later answer to that same question."""

    expected: tuple[Expected, ...]


class Stories(NamedTuple):
    """Value stories.

    short: how many a screen tells.
    signed: whether they are of several people, so that each says whose it is.
    """

    stories: tuple[Story, ...]
    short: int = 3
    signed: bool = False

    @property
    def told(self) -> tuple[Story, ...]:
        """The stories as they are read."""
        return tuple(each.signed for each in self.stories) if self.signed else self.stories


class Days(NamedTuple):
    """The days with notes, and how many each has; `upto`: what is later has yet to come."""

    days: tuple[tuple[date, int], ...]
    period: Period
    upto: date

    @property
    def span(self) -> Period | None:
        """From which day to which there is something to draw; None without notes, or for no more than a week."""
        if not self.days:
            return None
        first, last = self.days[0][0], self.days[-1][0]
        whole = self.period.kind == "all"
        start = first if whole or self.period.start == date.min else self.period.start
        end = max(last, first if whole else self.period.end)
        return Period(start, end, "") if (end - start).days >= 7 else None


class Count(NamedTuple):
    """A number with its bar.

    number: on a scale that ends at `most`, the score; 0 for `most` where it stands beside the other numbers.
    word: what the score is called; note: what was written beside it; todo: what to do about it.
    """

    name: str
    number: int | Withheld
    before: int | Withheld | None = None
    level: Level | None = None
    most: int = 0
    word: str = ""
    note: str = ""
    todo: str = ""


class Bars(NamedTuple):
    """Numbers beside one another, or scores on a scale.

    label: what each is for whoever hears it; head: what their names are called, when that is another.
    caption: what all of it is.
    since: the period that the numbers before are of; None for the round before, or without one.
    """

    bars: tuple[Count, ...]
    label: str
    head: str = ""
    caption: str = ""
    since: Period | None = None
    scale: bool = False


class Line(NamedTuple):
    """A number, and of how much it is made up in each of some periods; `numbers` is () where that may not be told."""

    total: Count
    numbers: tuple[int | Withheld, ...]


class Matrix(NamedTuple):
    """Numbers beside one another, each over the same periods.

    label: what each is for whoever hears it; caption: what all of it is.
    since: the period that the numbers before are of; None without one.
    today: years are left out of the names of periods when they are today's.
    """

    lines: tuple[Line, ...]
    periods: tuple[Period, ...]
    label: str
    caption: str = ""
    since: Period | None = None
    today: date | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What the periods are called for short: okt, Q3, week 46, 2025."""
        return tuple(round_name(each, self.today) for each in self.periods)

    @property
    def begun(self) -> int:
        """How many of the periods have begun."""
        return sum(not self.today or each.start <= self.today for each in self.periods)

    @property
    def most(self) -> int:
        """The largest number of one thing in one period."""
        return max((n for line in self.lines for n in line.numbers if isinstance(n, int)), default=0)

    @property
    def bars(self) -> Bars:
        """Its numbers over all of the periods."""
        return Bars(tuple(line.total for line in self.lines), self.label, "Waardeniveau", self.caption, self.since)


class Column(NamedTuple):
    """What stands in one column.

    name: its heading, "" for none.
    said: how a cell is said to who can't see in what column it stands: "de vorige keer {}"; "" when it is not.
    named: whether the cell is part of what the row is called.
    main: it gets the room that is left; one in every table.
    style: how loud it is; rank: of a level only its number is drawn.
    narrow: lead: before the main text; under: on a line below it; below: so, but only on a narrow screen;
        tight: only where the main text would have no room else; whole: only where it would not fit on its line else.
    only: full: where all is shown; drawn: for who sees it laid out; spoken: for who hears it.
    """

    name: str | date = ""
    said: str = "{}"
    named: bool = False
    main: bool = False
    right: bool = False
    style: str = ""
    narrow: Literal["", "lead", "under", "below", "tight below", "whole below"] = ""
    only: Literal["", "full", "drawn", "spoken"] = ""


class Table(NamedTuple):
    """Rows of cells, in columns with or without headings.

    label: what a row is for whoever hears it; caption, key: what all of it is, and how to read its drawings.
    lines: how many lines of a main text a screen shows; 0 for all of them.
    align: tables of the same name have their columns in line.
    heads: whether a screen has to say what the numbers are.
    quiet: the numbers of the rows that say more of the row above them.
    under: whether it belongs to the block above it.
    sheet: the same for a form with a cell for each value, where these cells are sentences; its caption is its name.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    label: str = ""
    caption: str = ""
    key: str = ""
    lines: int = 0
    align: str = ""
    heads: bool = False
    quiet: tuple[int, ...] = ()
    under: bool = False
    sheet: "Table | None" = None


def sheet_of(caption: str, heads: Sequence[str | date], rows: Iterable[tuple[Cell, ...]]) -> Table:
    """A table with a value in each cell, for a form that takes `Table.sheet`."""
    return Table(tuple(map(Column, heads)), tuple(rows), caption=caption)


class Grid(NamedTuple):
    """What several people said of several value levels, a line for each of them who did.

    names: theirs; rows: of each level what they said, "" for nothing.
    """

    names: tuple[str, ...]
    rows: tuple[tuple[Level, tuple[str, ...]], ...]
    label: str
    caption: str = ""

    @property
    def wide(self) -> Table:
        """With a column for each person, where there is room for them."""
        columns = (Column("Waarde", named=True, main=True), *(Column(name) for name in self.names))
        rows = tuple((level.capitalize(), *said) for level, said in self.rows)
        return Table(columns, rows, self.label, self.caption)

    @property
    def long(self) -> Table:
        """With a row for each thing said."""
        columns = (Column(named=True), Column(named=True), Column(main=True))
        cells = ((level, zip(self.names, said, strict=True)) for level, said in self.rows)
        rows = tuple((level, name, text) for level, found in cells for name, text in found if text)
        return Table(columns, rows, self.label, self.caption, align="told")


Block = Text | Bullets | Outcomes | Items | Expectations | Stories | Days | Bars | Matrix | Table | Grid


class Section(NamedTuple):
    """A heading with what belongs to it.

    name: by which a page can be entered there; nav: what the way to it is called.
    aside: what is said beside the heading; number: how many there are.
    under: whether it is part of the section above it; tone: the level that it is about.
    short: whether it is there where not all is shown.
    beside: whether the first block is to be held beside the others.
    opens: whether a page begins with it.
    """

    heading: str
    blocks: tuple[Block, ...]
    name: str = ""
    aside: str | Phrase | Figures = ""
    nav: str = ""
    number: int | None = None
    under: bool = False
    tone: Level | None = None
    short: bool = True
    beside: bool = False
    opens: bool = False


class Fact(NamedTuple):
    """Something to know of the whole document; without a label it is part of what the document is called.

    place: beside the title, under it, loud below that, or only for who hears it.
    """

    label: str
    value: Cell
    place: Literal["aside", "under", "notice", "spoken"] = "under"


class Document(NamedTuple):
    """A whole result.

    kind: what it is; title: what it is about, "" when it is about nothing in particular.
    alone: whether the title says by itself what it is.
    today: years are left out of short dates when they are today's.
    foot: how it came to be, at the end of a page.
    paper: whether it is to be printed on one A4.
    wall: whether a page of it is read from afar, on the wall.
    """

    kind: str
    title: str
    sections: tuple[Section, ...] = ()
    facts: tuple[Fact, ...] = ()
    today: date | None = None
    alone: bool = False
    foot: Phrase | str = ""
    paper: bool = False
    wall: bool = False

    @property
    def says_nothing(self) -> bool:
        """Whether no more than texts stand in it, as that there is nothing to show."""
        return all(isinstance(block, Text) for section in self.sections for block in section.blocks)
