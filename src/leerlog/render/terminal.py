"""A document as a page for a screen: cells, bars and lines, of long lists the first, and of long stories the turns."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import repeat

from leerlog.documents.blocks import (
    Bars,
    Block,
    Bullets,
    Cell,
    Column,
    Command,
    Count,
    Days,
    Document,
    Expectations,
    Fact,
    Grid,
    Items,
    Marked,
    Matrix,
    Outcomes,
    Section,
    Stories,
    Table,
    Text,
    Total,
    Trend,
    Withheld,
)
from leerlog.documents.phrases import KIND_NAMES, called, item_line
from leerlog.domain.agenda import SOON_DAYS, Item
from leerlog.domain.dates import count, spoken_date
from leerlog.domain.outcome import Expected, Outcome, Story, turning_points
from leerlog.domain.period import short_period
from leerlog.domain.text import cells, first_lines
from leerlog.domain.value import Level
from leerlog.render import days, page, said
from leerlog.render.page import Row, Rows

OPEN_MARK, DONE_MARK = "○", "✓"
SCALE = ("level-1", "level-3")  # the lower half of a scale and the upper half
TONES = {"strong": "strong", "dim": "dim"}

DATE = page.Column("dim", right=True)
MAIN = page.Column(main=True)
NOTE = page.Column("dim", narrow="below")
WHEN = page.Column("dim", right=True, narrow="below")
STEPS = (DATE, page.Column(), MAIN)
ITEMS = (page.Column(), MAIN, NOTE, WHEN, NOTE)
AGENDA = (page.Column("command"), DATE, MAIN, NOTE, NOTE)


def page_of(document: Document, *, full: bool = False) -> page.Page:
    """The document as a page; `full` shows every item and every text whole."""
    drawer = _Drawer(document, full)
    title = said.joined((document.kind, "" if document.alone else document.title))
    return page.Page(
        document.title if document.alone else title,
        tuple(drawer.sections()),
        said.joined(map(drawer.fact, (fact for fact in document.facts if fact.place == "aside"))),
        said.joined(map(drawer.fact, (fact for fact in document.facts if fact.place == "under"))),
    )


class _Drawer:
    def __init__(self, document: Document, full: bool) -> None:
        self.document, self.full = document, full
        self.voice = said.Voice(said.brief(document.today), names=0 if full else said.NAMED)
        self.lines = 0 if full else 1  # of a text in a list
        self.shown = [section for section in document.sections if section.short or full]
        # By their place in memory: the document holds the blocks meanwhile.
        self.rows: dict[int, tuple[Row, ...]] = {}
        beside: defaultdict[str, list[Row]] = defaultdict(list)
        for block in (block for section in self.shown for block in section.blocks):
            if isinstance(block, Items | Table) and (name := _aligned(block)):
                self.rows[id(block)] = rows = tuple(self._rows_of(block))
                beside[name] += rows
        self.beside = {name: tuple(rows) for name, rows in beside.items()}

    def fact(self, fact: Fact) -> str:
        """What is said at the head of the page."""
        if isinstance(fact.value, Total) and fact.value.since and fact.value.before is not None:
            return f"{said.total(fact.value)} · {short_period(fact.value.since)}: {fact.value.before}"
        return self.voice.cell(fact.value)

    def sections(self) -> Iterator[page.Section]:
        """The notices and the sections."""
        for fact in self.document.facts:
            if fact.place == "notice":
                yield page.Section("", (page.Paragraph(self.voice.cell(fact.value), "strong", 0),))
        for section in self.shown:
            blocks = tuple(self._blocks(section.blocks))
            yield page.Section(section.heading, blocks, self._beside(section))

    def _beside(self, section: Section) -> str:
        """What stands beside a heading: what the numbers below it are, where nothing else is said."""
        if section.aside:
            return self.voice.cell(section.aside)
        for block in section.blocks:
            if isinstance(block, Bars | Matrix) and block.since:
                return f"t.o.v. {short_period(block.since)}"
            if isinstance(block, Table) and block.heads:
                names = [column.name for column in block.columns if column.right]
                return (" → " if all(isinstance(name, date) for name in names) else ", ").join(map(_head, names))
            if isinstance(block, Days):
                return said.days_said(block)
        return ""

    def _blocks(self, blocks: Sequence[Block]) -> Iterator[page.Block]:
        above: Block | None = None
        for block in blocks:
            if above and isinstance(block, Text) and block.tone == "strong":
                yield page.Paragraph("")
            yield from self._block(block, above)
            above = block

    def _block(self, block: Block, above: Block | None) -> Iterator[page.Block]:
        if isinstance(block, Text):
            yield self._text(block, above)
        elif isinstance(block, Bullets):
            yield from (page.Paragraph(text) for text in block.texts)
        elif isinstance(block, Outcomes):
            yield self._outcomes(block)
        elif isinstance(block, Items):
            yield from self._items(block)
        elif isinstance(block, Expectations):
            yield Rows(STEPS, tuple(self._expectations(block)), 0)
        elif isinstance(block, Stories):
            yield from self._stories(block)
        elif isinstance(block, Bars | Matrix):
            yield self._matrix(block) if isinstance(block, Matrix) else self._bars(block)
        elif isinstance(block, Table | Grid):
            yield self._grid(block) if isinstance(block, Grid) else self._table(block)
        elif found := days.calendar(block):
            yield page.Drawing(days.drawn(found))

    def _text(self, block: Text, above: Block | None) -> page.Paragraph:
        text = self.voice.cell(block.text)
        indent = self._margin(above) if block.under else 2
        style = "command" if isinstance(block.text, Command) else TONES.get(block.tone, "")
        return page.Paragraph(called(block.name) + text, style, indent)

    def _margin(self, above: Block | None) -> int:
        """How far stands in what belongs to a block: as far as the main text of its rows."""
        if not isinstance(above, Table):
            return 4
        rows = self.beside.get(above.align) or tuple(self._rows_of(above))
        before = [at for at, (_, column) in enumerate(self._shown(above)) if not column.main]
        main = next(at for at, (_, column) in enumerate(self._shown(above)) if column.main)
        widths = [max((cells(row.cells[at]) for row in rows), default=0) for at in before if at < main]
        return 2 + sum(width + 2 for width in widths if width)

    # Lists of what a person wrote.

    def _outcomes(self, block: Outcomes) -> Rows:
        shown = block.outcomes if self.full else block.outcomes[: block.short]
        columns = (DATE, MAIN, *((NOTE,) if block.ids else ()))
        rows = tuple(self._outcome(each, block.ids) for each in shown)
        return Rows(columns, rows, self.lines, _rest(len(block.outcomes) - len(rows)))

    def _outcome(self, each: Outcome, ids: bool) -> Row:
        lead = said.joined((each.by, each.course, "privé" if each.private else ""))
        return self._row((each.date, page.Cell(each.text, lead=lead), *((each.entry,) if ids else ())))

    def _items(self, block: Items) -> Iterator[page.Block]:
        if block.who:
            yield page.Paragraph(block.who, "strong")
        if block.whole:
            yield Rows((page.Column(), MAIN), tuple(Row((_mark(item), item_line(item))) for item in block.items), 0)
            return
        if block.refs:
            yield Rows(AGENDA, self.rows[id(block)], 0 if self.full else 2, beside=self.beside[_aligned(block)])
            return
        most = len(block.items) if self.full or not block.short else block.short
        rows = tuple(self._rows_of(block._replace(items=block.items[:most])))
        yield Rows(ITEMS, rows, 2 if block.short and not self.full else 0, _rest(len(block.items) - most, block.how))

    def _rows_of(self, block: Items | Table) -> Iterator[Row]:
        if isinstance(block, Table):
            yield from self._table_rows(block)
            return
        for item in block.items:
            cells = _agenda_cells(item) if block.refs else _item_cells(item, block.label)
            yield self._row(cells)
            if item.result:
                result = page.Cell(f"→ {item.result}", "dim")
                yield Row(("", "", result, "", "") if block.refs else ("", result, "", "", ""))

    def _stories(self, block: Stories) -> Iterator[page.Block]:
        shown = block.told if self.full else block.told[: block.short]
        for number, story in enumerate(shown):
            yield from [page.Paragraph("")] if number else []
            yield page.Paragraph(first_lines(story.title), "strong")
            yield Rows(STEPS, tuple(self._steps(story)), self.lines, indent=4)
        if left := len(block.told) - len(shown):
            yield page.Paragraph("")
            yield Rows((MAIN,), (), more=f"nog {count(left, 'verhaal', 'verhalen')}, {said.REST}")

    def _steps(self, story: Story) -> Iterator[Row]:
        shown = range(len(story.steps)) if self.full else turning_points(story.steps)
        last = 0 if self.full else 2
        for at in shown:
            step = story.steps[at]
            lead = said.joined((step.by, "privé" if step.private else ""))
            lines = last if at == shown[-1] else None
            yield self._row((step.date, _level(step.level), page.Cell(step.text, lead=lead)), lines)
        if skipped := len(story.steps) - len(shown):
            yield Row(("", "", page.Cell(f"… nog {count(skipped, 'stap', 'stappen')}, {said.REST}", "dim")))
        for each in story.expected:
            yield from self._expected(each, last, f"van {each.course}: " if each.course else "")
        if story.to_ask:
            yield Row(("", "", page.Cell(story.to_ask, "strong")))

    def _expected(self, each: Expected, lines: int, of: str) -> Iterator[Row]:
        """What was expected of a course, and the later answer to that same question; `of`: of which course."""
        yield Row(("", page.Cell(said.EXPECTED, "dim"), page.Cell(of + each.text, "dim")), lines)
        if came := each.came:
            style = f"level-{came.level.number}" if came.level else "dim"
            lead = "privé" if came.private else ""
            yield self._row((came.date, page.Cell(said.CAME, style), page.Cell(came.text, lead=lead)), lines)

    def _expectations(self, block: Expectations) -> Iterator[Row]:
        for each in block.expected:
            yield from self._expected(each, 0, f"{each.course}: " if len(block.expected) > 1 and each.course else "")
            if not each.came:
                yield Row(("", page.Cell(said.CAME, "dim"), page.Cell(said.NOT_YET, "dim")))

    def _row(self, cells: Iterable[Cell], lines: int | None = None) -> Row:
        return Row(tuple(map(self.voice.cell, cells)), lines)

    # Numbers and rows.

    def _bars(self, block: Bars) -> page.Bars:
        bars = tuple(_scored(bar, self.full) if block.scale else _counted(bar, self.full) for bar in block.bars)
        return page.Bars(bars, max((bar.most for bar in block.bars), default=0) if block.scale else 0)

    def _matrix(self, block: Matrix) -> page.Matrix:
        bars = tuple(_counted(line.total, self.full) for line in block.lines)
        numbers = tuple(tuple(map(_part, line.numbers)) for line in block.lines)
        return page.Matrix(block.names, bars, numbers, "" if self.full else said.REST, block.begun)

    def _grid(self, block: Grid) -> page.Grid:
        levels, texts = zip(*block.rows, strict=True)
        return page.Grid(block.names, tuple(map(_ranked, levels)), texts, self._table(block.long))

    def _table(self, block: Table) -> Rows:
        columns = tuple(_column(column) for _, column in self._shown(block))
        rows = self.rows.get(id(block)) or tuple(self._rows_of(block))
        lines, beside = 0 if self.full else block.lines, self.beside.get(block.align, ())
        return Rows(columns, rows, lines, indent=4 if block.under else 2, beside=beside)

    def _shown(self, block: Table) -> list[tuple[int, Column]]:
        """The columns that are laid out, with their places."""
        shown = [(at, c) for at, c in enumerate(block.columns) if self._drawn(c) and c.narrow != "lead"]
        # Of several days a screen has the way from one to the next in one column.
        return [(at, c) for at, c in shown if not _of_day(block, at) or not _of_day(block, at + 1)]

    def _drawn(self, column: Column) -> bool:
        return column.only in ("", "drawn") or (column.only == "full" and self.full)

    def _table_rows(self, block: Table) -> Iterator[Row]:
        short = block.lines and not self.full
        main = next(at for at, column in enumerate(block.columns) if column.main)
        columns = [self._column(block, at, column) for at, column in self._shown(block)]
        for number, (row, drawn) in enumerate(zip(block.rows, zip(*columns, strict=True), strict=True)):
            shown = tuple(map(_quiet, drawn)) if number in block.quiet else drawn
            yield Row(shown, 2 if short and isinstance(row[main], Command) else None)

    def _column(self, block: Table, at: int, column: Column) -> Iterable[str]:
        """What stands in a column, from the first row to the last."""
        if _of_day(block, at) and _of_day(block, at - 1):
            return (self._way(row, at) for row in block.rows)
        cells = [row[at] for row in block.rows]
        if not column.main:  # most of these are texts without anything to them
            return [cell if cell.__class__ is str else self._cell(cell, column) for cell in cells]
        leads = [i for i, each in enumerate(block.columns) if each.narrow == "lead" and self._drawn(each)]
        led = zip(*([self.voice.cell(row[i]) for row in block.rows] for i in leads), strict=True)
        return map(self._main, cells, map(said.joined, led) if leads else repeat(""))

    def _way(self, row: Sequence[Cell], at: int) -> str:
        """What stands in a column, with what was there on the day before it: 2 → 4."""
        return said.joined((self.voice.cell(row[at - 1]), self.voice.cell(row[at])), " → ")

    def _main(self, cell: Cell, lead: str) -> str:
        text, tone = self.voice.cell(cell), "command" if isinstance(cell, Command) else ""
        marks = cell.marks if isinstance(cell, Marked) else ()
        return page.Cell(text, tone, lead, marks) if tone or lead or marks else text

    def _cell(self, cell: Cell, column: Column) -> str:
        if isinstance(cell, Level):
            return _rank(cell) if column.style == "rank" else _level(cell)
        if isinstance(cell, Command):
            return page.Cell(cell, "command")
        return said.sparks(cell.rounds) if isinstance(cell, Trend) else self.voice.cell(cell)


def _quiet(cell: str) -> page.Cell:
    """What stands in a row that says more of the one above it."""
    if not isinstance(cell, page.Cell):
        return page.Cell(cell, "dim")
    return page.Cell(cell, cell.style or "dim", cell.lead, cell.marks, cell.alone)


def _of_day(block: Table, at: int) -> bool:
    """Whether a column is of a day."""
    return 0 <= at < len(block.columns) and isinstance(block.columns[at].name, date)


def _aligned(block: Items | Table) -> str:
    """What the columns of a block are kept in line with."""
    return ("items" if block.refs else "") if isinstance(block, Items) else block.align


def _column(column: Column) -> page.Column:
    narrow = "" if column.narrow == "lead" else column.narrow
    style = "dim" if column.style == "rank" else column.style
    return page.Column(style, column.main, column.right, narrow)


def _head(name: str | date) -> str:
    return name if isinstance(name, str) else spoken_date(name)


def _rest(number: int, how: str = said.REST) -> str:
    """What is not shown, as nog 2, met --full alles; nothing when all is."""
    return f"nog {number}, {how}" if number > 0 else ""


@cache
def _level(level: Level | None) -> page.Cell:
    return page.Cell(level or "", f"level-{level.number}" if level else "")


def _ranked(level: Level) -> page.Cell:
    """A level that begins a row, with its number."""
    return page.Cell(level.capitalize(), f"level-{level.number}", str(level.number))


@cache
def _rank(level: Level) -> page.Cell:
    """A level as its number, where it stands beside other cells."""
    return page.Cell(str(level.number), f"level-{level.number}", alone=level)


def _item_cells(item: Item, label: str) -> tuple[Cell, ...]:
    """Its mark, its words, who, when, and how long it takes still."""
    kind = "" if label or item.kind == "follow_up" else KIND_NAMES[item.kind].lower()
    text = page.Cell(item.text, lead=said.joined((kind, item.of, "privé" if item.private else "")))
    when = item.due if item.open else item.done
    return _mark(item), text, item.who, when, page.Cell(said.left(item.days), "late" if item.overdue else "")


def _agenda_cells(item: Item) -> tuple[Cell, ...]:
    """The ref to tick it by, when, what, who, and how many days."""
    first = page.Cell(item.ref) if item.open else _mark(item)
    kind = "" if item.kind == "follow_up" else KIND_NAMES[item.kind].lower()
    text = page.Cell(item.text, lead=said.joined((kind, item.of, "privé" if item.private else "")))
    return first, item.due if item.open else item.done, text, item.who, _days_left(item)


def _mark(item: Item) -> page.Cell:
    """The mark of an item: open, done, or dropped."""
    if item.open:
        return page.Cell(OPEN_MARK)
    return page.Cell(said.DROPPED_MARK, "dim") if item.dropped else page.Cell(DONE_MARK, "good")


def _days_left(item: Item) -> page.Cell:
    """The days, short: the heading over it says what they are."""
    if item.days is None or item.days > SOON_DAYS:
        return page.Cell("")
    if item.days in (0, 1):
        return page.Cell(said.left(item.days))
    return page.Cell(count(abs(item.days), "dag", "dagen"), "late" if item.overdue else "")


def _counted(bar: Count, full: bool) -> page.Bar:
    """A number beside others."""
    number, held = (None, said.few(bar.number)) if isinstance(bar.number, Withheld) else (bar.number, "")
    rank = str(bar.level.number) if bar.level else ""
    change = said.changed(bar)
    return page.Bar(
        rank,
        bar.name,
        number,
        said.change(change.by) if change else "",
        held or bar.todo,
        f"level-{rank}" if rank else "",
        under=bar.note if full else "",
    )


def _part(number: int | Withheld) -> int | None:
    return None if isinstance(number, Withheld) else number


def _scored(bar: Count, full: bool) -> page.Bar:
    """A score on a scale, with the score before it."""
    value = 0 if isinstance(bar.number, Withheld) else bar.number
    before = "" if bar.before is None else "=" if bar.before == value else f"{bar.before} → {value}"
    style = SCALE[value * 2 > bar.most]
    return page.Bar(str(value), bar.name, value, before, style=style, said=bar.word, under=bar.note if full else "")
