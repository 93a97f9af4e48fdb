"""A document, or notes, as a workbook for a spreadsheet: a sheet a part, with dates that are dates and numbers.

Whatever a person wrote is written as text, so that no cell is ever run as a formula.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, NamedTuple

from leerlog.documents.blocks import (
    Bars,
    Block,
    Bullets,
    Cell,
    Change,
    Days,
    Document,
    Expectations,
    Grid,
    Items,
    Matrix,
    Outcomes,
    Section,
    Stories,
    Table,
    Text,
)
from leerlog.domain.agenda import Item
from leerlog.domain.dates import spoken_date
from leerlog.domain.entry import Entry
from leerlog.domain.outcome import Expected, Story
from leerlog.domain.text import visible
from leerlog.domain.value import Level
from leerlog.render import said
from leerlog.render.cells import NOTE_HEADS, OUTCOME_HEADS, Value, level_cells, note_row, outcome_row

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

OVERVIEW, BROUGHT, STORIES = "Overzicht", "Opbrengst", "Verhalen"
ITEM_HEADS = ("Soort", "Tekst", "Wie", "Voor", "Stand", "Op", "Wat kwam ervan", "Leertraject", "Verwijzing")
STORY_HEADS = ("Verhaal", "Niveau", "Waarde", "Datum", "Leertraject", "Wie", "Tekst", "Notitie")
EXPECTED_HEADS = ("Leertraject", "Verwacht", "Kwam ervan", "Datum", "Niveau", "Waarde")
# What Excel takes: so many characters in a name of a sheet and in a cell, and these not in a name.
_NAME, _CELL = 31, 32_767
_NOT_IN_A_NAME = str.maketrans(dict.fromkeys(r"[]:*?/\\", " "))
_CUT = " … (de rest staat in de JSON)"
# Characters; a text that is longer goes on below.
_NARROWEST, _WIDEST = 6, 60
# Points; Excel makes no row higher.
_LINE, _HIGHEST = 15, 409
_A4 = 9
VOICE = said.Voice(spoken_date, " · ", "tot en met")


class Part(NamedTuple):
    """A sheet: rows below their heads; `chart`: the columns whose numbers are drawn as well, a bar for each of them."""

    name: str
    heads: tuple[str, ...]
    rows: list[tuple[Value, ...]]
    chart: range | None = None


def workbook(document: Document) -> bytes:
    """The document as the bytes of an .xlsx file; the same document gives the same bytes."""
    return _written(parts(document))


def notes_workbook(notes: Iterable[tuple[Entry, Level | None]]) -> bytes:
    """Notes, each a row with the level that it got to, in their order."""
    return _written([Part("Notities", NOTE_HEADS, [note_row(*each) for each in notes])])


def parts(document: Document) -> list[Part]:
    """The sheets of a document: its texts first, then each of its other parts in their order."""
    overview: list[tuple[Value, ...]] = [
        (each.label or document.kind, VOICE.cell(each.value)) for each in document.facts
    ]
    found: dict[str, Part] = {}
    top = ""
    for section in document.sections:
        top = top if section.under and top else section.nav or section.heading or document.kind
        if section.aside:
            overview.append((section.heading, VOICE.cell(section.aside)))
        for block in section.blocks:
            if isinstance(block, Text | Bullets):
                overview += [(section.heading or document.kind, text) for text in _texts(block)]
            else:
                name, heads, rows = _part(block, section, top)
                part = _same(found, Part(name, heads, [], _drawn(block, heads)))
                part.rows.extend(rows)
    title = document.title or document.kind
    return [Part(OVERVIEW, (document.kind, title), overview), *found.values()]


def _drawn(block: Block, heads: tuple[str, ...]) -> range | None:
    """Which columns of a block are the periods of a matrix."""
    if not isinstance(block, Matrix) or not block.periods:
        return None
    first = heads.index(block.names[0])
    return range(first, first + len(block.periods))


def _same(found: dict[str, Part], part: Part) -> Part:
    """The sheet that these rows go on: one of the same name and heads, else a new one with a name of its own."""
    number, name = 1, _sheet_name(part.name)
    key = name.casefold()
    while (key in found and found[key].heads != part.heads) or key == OVERVIEW.casefold():
        number += 1
        name = f"{_cut(_sheet_name(part.name), _NAME - len(str(number)) - 1)} {number}"
        key = name.casefold()
    return found.setdefault(key, part._replace(name=name))


def _sheet_name(text: str) -> str:
    """The text as Excel takes it for the name of a sheet; it counts as UTF-16 does."""
    plain = " ".join(visible(text).translate(_NOT_IN_A_NAME).split()).strip("' ")
    return _cut(plain, _NAME).strip("' ") or "Deel"


def _texts(block: Text | Bullets) -> Iterator[str]:
    if isinstance(block, Bullets):
        yield from block.texts
    else:
        yield said.joined((block.name, VOICE.cell(block.text)), ": ")


def _part(block: Block, section: Section, top: str) -> tuple[str, tuple[str, ...], Iterable[tuple[Value, ...]]]:
    """On which sheet a block goes, with which heads, and its rows."""
    name = section.nav or section.heading or top
    made: tuple[str, tuple[str, ...], Iterable[tuple[Value, ...]]]
    match block:
        case Outcomes():
            # What is told again, to build on, is apart.
            made = name if block.ids else BROUGHT, OUTCOME_HEADS, map(outcome_row, block.outcomes)
        case Stories():
            made = STORIES, STORY_HEADS, [row for story in block.stories for row in _story(story)]
        case Items():
            made = top, ITEM_HEADS, [_item(item, block) for item in block.items]
        case Expectations():
            made = "Verwacht", EXPECTED_HEADS, map(_expected, block.expected)
        case Days():
            made = "Dagen", ("Datum", "Notities"), block.days
        case Bars() | Matrix():
            heads, rows = said.matrix_of(block) if isinstance(block, Matrix) else said.table_of(block)
            made = name, tuple(head or "Niveau" for head, _ in heads), map(_row, rows)
        case Grid() | Table():
            made = _table(block.wide if isinstance(block, Grid) else block, name)
        case _:
            raise AssertionError(block)
    return made


def _table(block: Table, name: str) -> tuple[str, tuple[str, ...], Iterable[tuple[Value, ...]]]:
    kept = [at for at in said.in_table(block.columns) if block.columns[at].only != "spoken"]
    heads = tuple(_head(block, at) for at in kept)
    return block.caption or name, heads, [_row([row[at] for at in kept]) for row in block.rows]


def _head(block: Table, at: int) -> str:
    """What a column is called; a sheet has no column without a name, for then there is nothing to choose by."""
    column = block.columns[at]
    name = (column.named and block.label) or (column.main and "Tekst") or ("Nummer" if column.right else "Bij")
    return VOICE.cell(column.name) or name


def _row(cells: Sequence[Cell]) -> tuple[Value, ...]:
    return tuple(_value(cell) for cell in cells)


def _value(cell: Cell) -> Value:
    """A number or a day as it is, and all else in words."""
    if isinstance(cell, Change):
        return cell.by
    if isinstance(cell, Level) or not isinstance(cell, int | float | date):
        return VOICE.cell(cell) or None
    return cell


def _item(item: Item, block: Items) -> tuple[Value, ...]:
    stand = "open" if item.open else said.ended(item)
    who = ", ".join(dict.fromkeys(filter(None, (block.who, item.who))))
    told = (block.label or said.UNITS[item.kind][0], item.text, who, item.due, stand, item.done)
    return (*told, item.outcome, item.course, item.ref)


def _story(story: Story) -> Iterator[tuple[Value, ...]]:
    for step in story.steps:
        yield (story.title, *level_cells(step.level), step.date, step.course, step.by, step.text, step.entry)
    for each in story.expected:
        came = f"\n{said.CAME}: {each.came.text}" if each.came else ""
        yield (
            story.title,
            None,
            said.EXPECTED,
            each.came and each.came.date,
            each.course,
            None,
            each.text + came,
            None,
        )
    if story.to_ask:
        yield (story.title, None, said.TO_ASK, None, None, None, story.to_ask, None)


def _expected(each: Expected) -> tuple[Value, ...]:
    came = each.came
    return (each.course, each.text, came and came.text, came and came.date, *level_cells(came and came.level))


def _written(sheets: Sequence[Part]) -> bytes:
    # A heavy library, which only who asks for a workbook waits for.
    from xlsxwriter import Workbook

    made = io.BytesIO()
    words = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with Workbook(made, words) as book:
        # Not the moment at which it was made: the same notes give the same file.
        book.set_properties({"created": datetime(2000, 1, 1), "title": sheets[0].heads[-1]})  # noqa: DTZ001
        look = {
            name: book.add_format({"valign": "top", **more})
            for name, more in (
                ("head", {"bold": True, "bottom": 1}),
                ("text", {"text_wrap": True}),
                ("day", {"num_format": "d mmm yyyy", "align": "left"}),
                ("time", {"num_format": "hh:mm", "align": "left"}),
                ("number", {}),
            )
        }
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            _write(page, sheet, look)
            if sheet.chart:
                _draw(book, page, sheet, sheet.chart)
    return made.getvalue()


def _write(page: "Worksheet", sheet: Part, look: "dict[str, Format]") -> None:
    """Heads that stay in sight, rows below them with a filter, columns as wide as what stands in them."""
    for at, head in enumerate(sheet.heads):
        page.write_string(0, at, _safe(head), look["head"])
    widths = [max(len(head) + 3, _NARROWEST) for head in sheet.heads]
    for number, row in enumerate(sheet.rows, 1):
        for at, value in enumerate(row):
            widths[at] = max(widths[at], _put(page, (number, at), value, look))
    widths = [min(width, _WIDEST) for width in widths]
    for at, width in enumerate(widths):
        page.set_column(at, at, width)
    for number, row in enumerate(sheet.rows, 1):
        # Not every program makes a row as high as its text by itself.
        page.set_row(number, min(_LINE * max(map(_lines, row, widths)), _HIGHEST))
    page.freeze_panes(1, 0)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.heads) - 1)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _lines(value: Value, width: int) -> int:
    """How many lines a text takes in a column."""
    return sum(len(line) // (width - 1) + 1 for line in value.splitlines()) if isinstance(value, str) else 1


def _draw(book: "Workbook", page: "Worksheet", sheet: Part, columns: range) -> None:
    """Below the rows a bar for each period, made up of its levels, the lowest first."""
    chart = book.add_chart({"type": "column", "subtype": "stacked"})
    names = columns.start - 1
    for row in range(len(sheet.rows), 0, -1):
        chart.add_series(
            {
                "name": [sheet.name, row, names],
                "categories": [sheet.name, 0, columns.start, 0, columns[-1]],
                "values": [sheet.name, row, columns.start, row, columns[-1]],
            }
        )
    chart.set_title({"name": sheet.name})
    page.insert_chart(len(sheet.rows) + 3, 0, chart)


def _put(page: "Worksheet", place: tuple[int, int], value: Value, look: "dict[str, Format]") -> int:
    """Write a value as what it is; how many characters wide it is."""
    if value is None or value == "":
        return 0
    if isinstance(value, date):
        page.write_datetime(*place, value, look["day"])
        return 12
    if isinstance(value, time):
        page.write_datetime(*place, value, look["time"])
        return 7
    if isinstance(value, int | float):
        page.write_number(*place, value, look["number"])
        return len(f"{value}") + 2
    text = _safe(value)
    page.write_string(*place, text, look["text"])
    return max(map(len, text.splitlines()), default=0) + 2


def _safe(text: Any) -> str:
    """The text with what can't be seen made visible, no longer than a cell may be."""
    shown = visible(str(text).replace("\t", "  "), keep_newlines=True)
    return shown if _size(shown) <= _CELL else _cut(shown, _CELL - len(_CUT)) + _CUT


def _size(text: str) -> int:
    """How many characters Excel takes it for: those of UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, size: int) -> str:
    return text.encode("utf-16-le")[: 2 * size].decode("utf-16-le", "ignore")
