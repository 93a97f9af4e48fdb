"""A document, or notes, as a workbook for a spreadsheet: a sheet a part, with a value in each cell."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from leerlog.documents.blocks import (
    Bars,
    Block,
    Bullets,
    Cell,
    Change,
    Days,
    Document,
    Expectations,
    Figures,
    Grid,
    Items,
    Matrix,
    Names,
    Outcomes,
    Section,
    Stories,
    Table,
    Text,
    Total,
    Withheld,
)
from leerlog.documents.phrases import ended
from leerlog.domain.agenda import Item
from leerlog.domain.dates import spoken_date
from leerlog.domain.entry import Entry
from leerlog.domain.outcome import Expected, Outcome, Story
from leerlog.domain.period import period_before
from leerlog.domain.score import note
from leerlog.domain.value import Level
from leerlog.render import said
from leerlog.render.cells import NOTE_HEADS, OUTCOME_HEADS, Value, level_cells, note_row, outcome_row
from leerlog.render.sheets import Part, Row, sheet_name, written

OVERVIEW, BROUGHT, STORIES = "Overzicht", "Opbrengst", "Verhalen"
NOTES, ANSWERS, TO_DO = "Notities", "Antwoorden", "Te doen"
OVERVIEW_HEADS = ("Onderdeel", "Wat", "Waarde")
ITEM_HEADS = (
    "Soort", "Tekst", "Wie", "Voor", "Dagen te gaan", "Stand", "Op", "Wat kwam ervan", "Leertraject", "Van",
    "Genoteerd", "Privé", "Verwijzing",
)  # fmt: skip
STORY_HEADS = ("Verhaal", "Soort", *OUTCOME_HEADS, "Bouwt op")
ANSWER_HEADS = (
    "Datum", "Soort", "Leertraject", "Vraag", "Antwoord", "Dag", "Score", "Niveau", "Waarde", "Privé", "Notitie"
)  # fmt: skip
EXPECTED_HEADS = ("Leertraject", "Verwacht", "Kwam ervan", "Datum", "Niveau", "Waarde")
VOICE = said.Voice(spoken_date, " · ", "tot en met")


class Note(NamedTuple):
    """A note as it is read, with the level that it got to.

    items: what is to be done of it; figures: of each answer the day or the score that it is.
    """

    entry: Entry
    level: Level | None
    items: Sequence[Item] = ()
    figures: Sequence[date | int | None] = ()


def workbook(document: Document) -> bytes:
    """The document as the bytes of an .xlsx file; the same document gives the same bytes."""
    return written(parts(document), document.title or document.kind)


def notes_workbook(notes: Iterable[Note]) -> bytes:
    """Notes, each a row, in their order; then each of their answers, and all that is to be done of them."""
    rows: list[Row] = []
    answers: list[Row] = []
    to_do: list[Row] = []
    for each in notes:
        rows.append(_note(each))
        answers += _answers(each)
        to_do += map(_item, each.items)
    sheets = Part(NOTES, NOTE_HEADS, rows), Part(ANSWERS, ANSWER_HEADS, answers), Part(TO_DO, ITEM_HEADS, to_do)
    return written(sheets, NOTES)


def parts(document: Document) -> list[Part]:
    """The sheets of a document: its facts and texts first, then each of its other parts in their order."""
    kind = document.kind
    overview: list[Row] = [(kind, None, document.title)] if document.title else []
    overview += (row for fact in document.facts for row in _told(fact.label or kind, fact.value))
    found = {OVERVIEW.casefold(): Part(OVERVIEW, OVERVIEW_HEADS, overview)}
    top = ""
    for section in document.sections:
        top = top if section.under and top else section.nav or section.heading or document.kind
        overview += _told(section.heading, section.aside)
        for block in section.blocks:
            if isinstance(block, Text):
                overview += _told(section.heading or kind, block.text, block.name)
            elif isinstance(block, Bullets):
                overview += ((section.heading or kind, None, text) for text in block.texts)
            else:
                name, heads, rows = _part(block, section, top)
                part = _same(found, Part(name, heads, [], _drawn(block, heads)))
                part.rows.extend(rows)
    return list(found.values())


def _told(part: str, cell: Cell, name: str = "") -> Iterator[Row]:
    """A cell as rows of the overview: what is counted or dated in it each on its own."""
    for of_it, value in _values(cell):
        if value not in (None, ""):
            what = said.joined((name, of_it), ": ")
            yield part, what[:1].upper() + what[1:], value


def _values(cell: Cell) -> Iterator[tuple[str, Value]]:
    """What a cell holds, each under its name."""
    if isinstance(cell, Figures):
        yield from cell.values
    elif isinstance(cell, Total):
        yield "aantal", said.few(cell.number) if isinstance(cell.number, Withheld) else cell.number
        if cell.since:
            yield period_before(cell.since), cell.before
    elif isinstance(cell, Names):
        yield from (("", name) for name in cell.names)
    else:
        yield "", _value(cell)


def _drawn(block: Block, heads: tuple[Value, ...]) -> range | None:
    """Which columns of a block are the periods of a matrix."""
    if not isinstance(block, Matrix) or not block.periods:
        return None
    first = heads.index(block.names[0])
    return range(first, first + len(block.periods))


def _same(found: dict[str, Part], part: Part) -> Part:
    """The sheet that these rows go on: one of the same name and heads, else a new one with a name of its own."""
    number, name = 1, sheet_name(part.name)
    while name.casefold() in found and found[name.casefold()].heads != part.heads:
        number += 1
        name = sheet_name(part.name, number)
    return found.setdefault(name.casefold(), part._replace(name=name))


def _part(block: Block, section: Section, top: str) -> tuple[str, tuple[Value, ...], Iterable[Row]]:
    """On which sheet a block goes, with which heads, and its rows."""
    name = section.nav or section.heading or top
    made: tuple[str, tuple[Value, ...], Iterable[Row]]
    match block:
        case Outcomes():
            # What is told again, to build on, is apart.
            made = name if block.ids else BROUGHT, OUTCOME_HEADS, map(outcome_row, block.outcomes)
        case Stories():
            made = STORIES, STORY_HEADS, [row for story in block.stories for row in _story(story)]
        case Items():
            made = top, ITEM_HEADS, [_item(item, block.label, block.who) for item in block.items]
        case Expectations():
            made = "Verwacht", EXPECTED_HEADS, map(_expected, block.expected)
        case Days():
            made = "Dagen", ("Datum", "Notities"), block.days
        case Bars() | Matrix():
            heads, rows = said.matrix_of(block) if isinstance(block, Matrix) else said.table_of(block)
            made = name, tuple(head or "Niveau" for head, _ in heads), map(_row, rows)
        case Grid() | Table():
            made = _table(block.wide if isinstance(block, Grid) else block.sheet or block, name)
        case _:
            raise AssertionError(block)
    return made


def _table(block: Table, name: str) -> tuple[str, tuple[Value, ...], Iterable[Row]]:
    kept = [at for at in said.in_table(block.columns) if block.columns[at].only != "spoken"]
    heads = tuple(_head(block, at) for at in kept)
    return block.caption or name, heads, [_row([row[at] for at in kept]) for row in block.rows]


def _head(block: Table, at: int) -> Value:
    """What a column is called; a sheet has no column without a name, for then there is nothing to choose by."""
    column = block.columns[at]
    if isinstance(column.name, date):
        return column.name
    name = (column.named and block.label) or (column.main and "Tekst") or ("Nummer" if column.right else "Bij")
    return column.name or name


def _row(cells: Sequence[Cell]) -> Row:
    return tuple(_value(cell) for cell in cells)


def _value(cell: Cell) -> Value:
    """A number or a day as it is, and all else in words."""
    if isinstance(cell, Change):
        return cell.by
    if isinstance(cell, Level) or not isinstance(cell, int | float | date):
        return VOICE.cell(cell) or None
    return cell


def _note(of: Note) -> Row:
    """The cells of a note; what is to be done of it is counted here, and told on a sheet of its own."""
    row, at = note_row(of.entry, of.level), NOTE_HEADS.index(TO_DO)
    return (*row[:at], sum(item.open for item in of.items) or None, *row[at + 1 :])


def _answers(of: Note) -> Iterator[Row]:
    """The answers of a note: a day, a score with the words for it, or a text."""
    entry = of.entry
    for answer, figure in zip(entry.answers, of.figures, strict=True):
        day, number = (figure, None) if isinstance(figure, date) else (None, figure)
        text = "" if day else answer.text if number is None else note(answer.text)
        asked = (entry.date, entry.title, entry.course, answer.title)
        yield (*asked, text, day, number, *level_cells(answer.value), "ja" if answer.private else None, entry.id)


def _item(item: Item, label: str = "", who: str = "") -> Row:
    """The cells of an item; `label`: what it is called, `who`: whose it is, where that stands above it."""
    stand = "open" if item.open else ended(item)
    names = ", ".join(dict.fromkeys(filter(None, (who, item.who))))
    told = (label or said.UNITS[item.kind][0], item.text, names, item.due, item.days, stand, item.done, item.outcome)
    return (*told, item.course, item.by, item.made, "ja" if item.private else None, item.ref)


def _story(story: Story) -> Iterator[Row]:
    for step in story.steps:
        yield (story.title, said.STEP, *outcome_row(step), ", ".join(step.sources))
    for each in story.expected:
        yield (story.title, said.EXPECTED, *outcome_row(Outcome("", None, each.course, "", each.text)), None)
        if each.came:
            yield (story.title, said.CAME, *outcome_row(each.came), ", ".join(each.came.sources))
    if story.to_ask:
        yield (story.title, said.TO_ASK, *outcome_row(Outcome("", None, "", "", story.to_ask)), None)


def _expected(each: Expected) -> Row:
    came = each.came
    return (each.course, each.text, came and came.text, came and came.date, *level_cells(came and came.level))
