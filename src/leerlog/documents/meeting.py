"""What a waardecheck brought as a document, to end the meeting with: on the wall, and on a screen."""

from collections.abc import Iterable, Sequence
from datetime import date

from leerlog.documents.blocks import Block, Document, Fact, Grid, Items, Section, Text, Words
from leerlog.documents.phrases import KIND_NAMES, LISTS
from leerlog.domain.dates import full_date
from leerlog.domain.entry import Answer, Entry
from leerlog.domain.told import TABLE, TITLE, Told, table_of
from leerlog.domain.value import Level
from leerlog.reports.agenda import items


def meeting_document(entry: Entry, today: date) -> Document:
    """What a meeting brought: the table first, then what was said of it and what was agreed.

    It has nothing else of the entry, for all look on.
    """
    found = [item for item in items(entry, today) if not item.private]
    agreed = {item.text for item in found}  # which stand among the answers too
    said = (each for each in entry.answers if each.question != TABLE and not each.private)
    sections = [
        table_section(table_of(entry)),
        *(_said(each) for each in said if not set(each.text.split("\n")) <= agreed),
    ]
    for kind, title in LISTS.items():
        if own := tuple(item for item in found if item.kind == kind):
            sections.append(Section(title, (Items(own, KIND_NAMES[kind]),)))
    return Document("Waardecheck", full_date(entry.date), tuple(sections), today=today, wall=True)


def told_document(told: Sequence[Told], day: date) -> Document:
    """The table alone, while the meeting goes on."""
    return Document("Waardecheck", "", (table_section(told),), (Fact("", full_date(day), "aside"),), day, wall=True)


def table_section(told: Sequence[Told]) -> Section:
    """Levels and who told of them, the fifth level first."""
    return Section(TITLE, (told_block(told),), "table")


def told_block(told: Iterable[Told]) -> Block:
    """The table; a level of which nobody told has a row too, for that says something."""
    told = tuple(told)
    # The first level is told by nearly everybody, in the order of telling.
    names = tuple(dict.fromkeys(each.by for each in sorted(told, key=lambda each: each.level.number)))
    cells = {(each.level, each.by): each.text for each in told}
    rows = tuple((level, tuple(cells.get((level, name), "") for name in names)) for level in reversed(Level))
    return Grid(names, rows, "Opbrengst", "Wat ieder vertelde, per waardeniveau")


def _said(answer: Answer) -> Section:
    return Section(answer.title, (Text(Words(answer.text), answer.title),))
