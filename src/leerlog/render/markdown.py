"""A document as Markdown: the whole of it, to read, to mail or to keep beside other documents."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from leerlog.documents.blocks import (
    Bars,
    Block,
    Bullets,
    Cell,
    Change,
    Command,
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
    Trend,
    Words,
)
from leerlog.documents.phrases import KIND_NAMES, called, item_line
from leerlog.domain.agenda import Item
from leerlog.domain.dates import spoken_date
from leerlog.domain.outcome import Expected, Outcome, Story
from leerlog.domain.text import visible
from leerlog.render import said
from leerlog.render.days import per_month
from leerlog.render.guarded import block as guarded
from leerlog.render.guarded import inline

CAME = "Wat ervan kwam"
VOICE = said.Voice(spoken_date)
_TICKS = re.compile("`+")

# Pieces of the text with white between them.
Pieces = Iterator[str]


def markdown(document: Document) -> str:
    """The document, every item and text of it whole."""
    pieces = [*_head(document), *(piece for section in document.sections for piece in _section(section))]
    return "\n\n".join(pieces) + "\n"


def _head(document: Document) -> Pieces:
    title = document.title if document.alone else said.joined((document.kind, document.title))
    yield f"# {inline(title)}"
    about = [_line(fact.value) for fact in document.facts if fact.place in ("under", "aside")]
    if told := said.joined(about):
        yield told
    yield from (f"**{_line(fact.value)}.**" for fact in document.facts if fact.place == "notice")


def _section(section: Section) -> Pieces:
    if section.heading:
        yield f"{'###' if section.under else '##'} {inline(section.heading)}"
    if aside := _line(section.aside):
        yield aside[:1].upper() + aside[1:]
    for named, blocks in groupby(section.blocks, lambda block: isinstance(block, Text) and bool(block.name)):
        pieces = [piece for block in blocks for piece in _block(block)]
        yield from ["\n".join(pieces)] if named else pieces


def _block(block: Block) -> Pieces:
    if isinstance(block, Text):
        yield from _text(block)
    elif isinstance(block, Bullets):
        yield from _list(f"- {inline(text)}" for text in block.texts)
    elif isinstance(block, Items):
        yield from [f"### {inline(block.who[:1].upper() + block.who[1:])}"] if block.who else []
        yield from _list(line for item in block.items for line in _item(item, block))
    elif isinstance(block, Outcomes | Expectations | Stories):
        yield from _written(block)
    elif isinstance(block, Bars | Matrix):
        yield from _bars(block)
    elif isinstance(block, Table | Grid):
        yield from _table(block.wide if isinstance(block, Grid) else block)
    elif block.days:
        yield from _days(block)


def _written(block: Outcomes | Expectations | Stories) -> Pieces:
    """What people wrote."""
    if isinstance(block, Outcomes):
        yield from map(_outcome, block.outcomes)
    elif isinstance(block, Stories):
        yield from (piece for story in block.told for piece in _story(story))
    else:
        for each in block.expected:
            yield from _expected(each)
            yield from [] if each.came else [_dated((CAME,), said.NOT_YET)]


def _list(lines: Iterable[str]) -> Pieces:
    if found := list(lines):
        yield "\n".join(found)


def _text(block: Text) -> Pieces:
    if isinstance(block.text, Command):
        yield _code(block.text)
    elif block.name:
        name = f"- **{inline(called(block.name))}**"
        yield f"{name} {_words(block.text, '  ')}"
    elif text := _words(block.text):
        yield f"**{text}**" if block.tone == "strong" and not isinstance(block.text, Words) else text


def _code(text: str) -> str:
    words = " ".join(visible(text).split())
    ticks = "`" * (1 + max(map(len, _TICKS.findall(words)), default=0))
    pad = " " * words.startswith("`") or " " * words.endswith("`")
    return f"{ticks}{pad}{words}{pad}{ticks}" if words else ""


def _words(cell: Cell, margin: str = "") -> str:
    """A person's words as their Markdown; any other text on a line."""
    return guarded(cell.strip("\n"), margin) if isinstance(cell, Words) else _line(cell)


def _line(cell: Cell) -> str:
    """A value on one line."""
    if isinstance(cell, Command):
        return _code(cell)
    return VOICE.cell(cell) if isinstance(cell, int | float | Change) else inline(VOICE.cell(cell))


def _outcome(each: Outcome) -> str:
    about = (_day(each.date), inline(each.by), inline(each.course), _private(each))
    return _dated(about, each.text)


def _dated(about: Iterable[str], text: str) -> str:
    """An item of a list: what it is about, and below it a person's text as it was written."""
    told = said.joined(about)
    if not told:
        return f"- {guarded(text, '  ')}"
    return f"- **{told}**\n\n  {guarded(text, '  ')}" if text.strip() else f"- **{told}**"


def _day(day: date | None) -> str:
    return spoken_date(day) if day else ""


def _private(each: Outcome | Item) -> str:
    return "privé" if each.private else ""


def _item(item: Item, block: Items) -> Iterator[str]:
    """A task, with who, when, and what came of it."""
    box = "[ ]" if item.open else said.DROPPED_MARK if item.dropped else "[x]"
    if block.whole:
        yield f"- {box} {inline(item_line(item))}"
        return
    kind = "" if block.label or item.kind == "follow_up" else KIND_NAMES[item.kind].lower()
    due = [f"voor {spoken_date(item.due)}", said.left(item.days)] if item.due and item.open else []
    state = said.joined(
        (
            item.ref * block.refs,
            kind,
            item.of,
            f"wie: {item.who}" if item.who else "",
            *due,
            said.ending(item, spoken_date),
            _private(item),
        ),
        ", ",
    )
    yield f"- {box} {inline(item.text)}" + (f" ({inline(state)})" if state else "")
    if item.outcome:
        yield f"  - Resultaat: {inline(item.outcome)}"


def _story(story: Story) -> Pieces:
    yield f"### {inline(story.title)}"
    for step in story.steps:
        yield _dated((_day(step.date), str(step.level or ""), inline(step.by), _private(step)), step.text)
    for each in story.expected:
        yield from _expected(each)
    if story.to_ask:
        yield f"*{inline(story.to_ask)}*"


def _expected(each: Expected) -> Pieces:
    """What was expected of a course, and the later answer to that same question."""
    yield _dated((f"Verwacht van {inline(each.course)}" if each.course else "Verwacht",), each.text)
    if came := each.came:
        yield _dated((CAME, _day(came.date), str(came.level or ""), _private(came)), came.text)


def _bars(block: Bars | Matrix) -> Pieces:
    heads, rows = said.matrix_of(block) if isinstance(block, Matrix) else said.table_of(block)
    yield _rows([name for name, _ in heads], [right for _, right in heads], rows)


def _table(block: Table) -> Pieces:
    kept = [at for at in said.in_table(block.columns) if _told(block, at)]
    columns = [block.columns[at] for at in kept]
    rows = [[row[at] for at in kept] for row in block.rows]
    if not rows:
        return
    if any(column.name for column in columns):
        yield _rows([_head_of(column.name) for column in columns], [column.right for column in columns], rows)
    else:
        named = [column.named for column in columns]
        yield "\n".join(_listed(row, named) for row in rows)


def _told(block: Table, at: int) -> bool:
    """Whether a column says something in words: of scores the way, unless the two rounds have columns of their own."""
    trends = [row[at] for row in block.rows if isinstance(row[at], Trend)]
    if trends:
        return any(isinstance(cell, Trend) and len(cell.rounds) >= said.TREND for cell in trends)
    return block.columns[at].only in ("", "full")


def _head_of(name: str | date) -> str:
    return name if isinstance(name, str) else spoken_date(name)


def _listed(row: Sequence[Cell], named: Sequence[bool]) -> str:
    names = said.joined(_line(cell) for cell, name in zip(row, named, strict=True) if name)
    told = said.joined(_words(cell, "  ") for cell, name in zip(row, named, strict=True) if not name)
    return f"- **{names}**: {told}" if names and told else f"- **{names}**" if names else f"- {told}"


def _rows(heads: Sequence[str], right: Sequence[bool], rows: Iterable[Sequence[Cell]]) -> str:
    lines = [" | ".join(inline(head) for head in heads), " | ".join("---:" if each else "---" for each in right)]
    lines += [" | ".join(_line(cell) for cell in row) for row in rows]
    return "\n".join(f"| {line} |" for line in lines)


def _days(block: Days) -> Pieces:
    yield inline(f"{said.days_said(block).capitalize()}.")
    yield _rows(("Maand", "Notities"), (False, True), per_month(block))
