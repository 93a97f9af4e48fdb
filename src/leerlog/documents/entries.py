"""Entries as documents: a list of them, and one in full."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from leerlog.documents.blocks import (
    Cell,
    Column,
    Document,
    Fact,
    Items,
    Marked,
    Section,
    Stories,
    Table,
    Text,
    Total,
    Words,
)
from leerlog.documents.meeting import table_section
from leerlog.documents.phrases import KIND_NAMES, LISTS, NOTES
from leerlog.documents.phrases import about as joined
from leerlog.domain.dates import clock, full_date, month_name
from leerlog.domain.entry import Answer, Entry
from leerlog.domain.outcome import Story
from leerlog.domain.share import TO
from leerlog.domain.told import TABLE, table_of
from leerlog.reports.agenda import items
from leerlog.reports.gist import about, gist
from leerlog.reports.levels import highest_level
from leerlog.reports.rules import ContentRules

if TYPE_CHECKING:  # a list waits for no search
    from leerlog.reports.search import Found

COLUMNS = (
    Column(named=True, style="command", narrow="tight below"),
    Column(right=True, style="dim", only="drawn"),
    Column(named=True, only="spoken"),
    Column(named=True, only="spoken"),
    Column(named=True, style="rank"),
    Column(named=True, only="spoken"),
    Column(narrow="lead", only="drawn"),
    Column(main=True),
)


def list_document(
    entries: Sequence[Entry], title: str, today: date, rules: ContentRules, *, under: str = "", empty: str = ""
) -> Document:
    """Entries under their months, in the order given: id, day, highest level and first line.

    title: `Notities`, or what was searched for; under: the resolved range.
    empty: what to say and do when there are none.
    """
    rows = [(entry, _row(entry, rules, about(entry), Words(gist(entry, rules)))) for entry in entries]
    return _listed(rows, title, today, under, empty)


def found_document(
    found: "Sequence[Found]",
    title: str,
    today: date,
    rules: ContentRules,
    *,
    older: int = 0,
    under: str = "",
    empty: str = "",
) -> Document:
    """The same of entries in which something was found: with that, in its sentence.

    older: how many more there are that are not told.
    """
    rows = [(each.entry, _row(each.entry, rules, "", Marked(each.text, each.marks))) for each in found]
    return _listed(rows, title, today, under, empty, older)


def _listed(
    rows: Sequence[tuple[Entry, tuple[Cell, ...]]], title: str, today: date, under: str, empty: str, older: int = 0
) -> Document:
    sections = []
    for (year, month), group in groupby(rows, key=lambda row: (row[0].date.year, row[0].date.month)):
        table = Table(COLUMNS, tuple(row for _, row in group), lines=1, align="list")
        sections.append(Section(f"{month_name(month)} {year}", (table,)))
    if not sections:
        text = empty or "Hier staat nog niets. Schrijf een eerste moment op met: leerlog moment"
        sections = [Section("", (Text(text, "Let op"),))]
    if older:
        said = f"… en nog {older} oudere. Alles: --full. Minder: nog een woord erbij, of een periode, zoals --year."
        sections.append(Section("", (Text(said, "Niet getoond", "dim"),)))
    facts = (Fact("", under), Fact("Notities", Total(len(rows) + older, NOTES), "aside"))
    return Document("Lijst", title, tuple(sections), facts, today, alone=True)


def _row(entry: Entry, rules: ContentRules, lead: str, text: Words) -> tuple[Cell, ...]:
    level, day = highest_level(entry, rules), str(entry.date.day)
    return entry.id, day, entry.date, entry.title, level, entry.course, lead, text


def entry_document(entry: Entry, today: date, story: Story | None = None) -> Document:
    """One entry in full, as `reports.gist.in_full` has it, and the story that it is a step of."""
    told = table_of(entry)
    answers = (each for each in entry.answers if not (told and each.question == TABLE))
    tables = [table_section(told)] if told else []
    sections = [_fields(entry), *tables, *map(_answer, answers), *_items(entry, today)]
    if story and len(story.steps) > 1:
        sections.append(Section("Verhaal", (Stories((story,)),)))
    when = ", ".join(part for part in (full_date(entry.date), clock(entry.time)) if part)
    title = joined(entry.title or "Notitie", entry.course)
    return Document("Notitie", title, tuple(sections), (Fact("Wanneer", when, "aside"),), today, alone=True)


def fields_of(entry: Entry) -> dict[str, str]:
    """What is said of an entry beside its text, each under its name; "" where there is nothing to say."""
    return {
        "Id": entry.id,
        "Waarde": f"{entry.value.number} {entry.value}" if entry.value else "",
        "Met": ", ".join(entry.people),
        "Trefwoorden": ", ".join(entry.tags),
        "Bouwt op": ", ".join(entry.builds_on),
        "Delen": " en ".join(f"met {TO.get(name, name)}" for name in entry.share) or "nee, alleen voor jou",
        "Traject": entry.course,
        "Bestand": f"{entry.file}, regel {entry.line}" if entry.file and entry.line else entry.file,
    }


def _fields(entry: Entry) -> Section:
    # The course is in the title.
    rows = tuple((name, value) for name, value in fields_of(entry).items() if value and name != "Traject")
    return Section("", (Table((Column(named=True, style="dim"), Column(main=True)), rows),))


def _answer(answer: Answer) -> Section:
    marks = [str(answer.value)] if answer.value else []
    marks += ["privé"] if answer.private else []
    label = ", ".join([answer.title or "Tekst", *marks])
    return Section(answer.title, (Text(Words(answer.text), label),), aside=joined(*marks))


def _items(entry: Entry, today: date) -> Iterator[Section]:
    found = items(entry, today)
    for kind, title in LISTS.items():
        if own := tuple(item for item in found if item.kind == kind):
            yield Section(title, (Items(own, KIND_NAMES[kind]),))
