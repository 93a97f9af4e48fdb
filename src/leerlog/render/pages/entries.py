"""Entries as pages: a list of them, and one in full."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from leerlog.domain.dates import clock, full_date, month_name
from leerlog.domain.entry import Answer, Entry
from leerlog.domain.outcome import Story
from leerlog.domain.share import TO
from leerlog.domain.text import first_lines
from leerlog.domain.value import Level
from leerlog.render import words
from leerlog.render.page import Cell, Column, Fact, Page, Paragraph, Row, Rows, Section, Value
from leerlog.render.pages.parts import MAIN, item_rows, story_blocks
from leerlog.reports.agenda import items
from leerlog.reports.gist import about, gist
from leerlog.reports.levels import highest
from leerlog.reports.rules import ContentRules

LABELS = {"follow_up": "Afspraken", "obstacle": "Belemmeringen", "ask": "Vragen aan het team"}


def list_page(
    entries: Sequence[Entry], title: str, today: date, rules: ContentRules, *, under: str = "", empty: str = ""
) -> Page:
    """Entries under their months, in the order given: id, day, highest level and first line.

    title: `Notities`, or what was searched for; under: the resolved range.
    empty: what to say and do when there are none.
    """
    columns = (Column("command", narrow="tight below"), Column("dim", right=True), Column("dim"), MAIN)
    rows = {id(entry): _entry_row(entry, rules) for entry in entries}
    every = tuple(rows.values())
    sections = [
        Section(
            f"{month_name(month)} {year}", (Rows(columns, tuple(rows[id(entry)] for entry in group), beside=every),)
        )
        for (year, month), group in groupby(entries, key=lambda entry: (entry.date.year, entry.date.month))
    ]
    if not sections:
        text = empty or "Hier staat nog niets. Schrijf een eerste moment op met: leerlog moment"
        sections = [Section("", (Paragraph(text, "Let op"),))]
    facts = Fact("Lijst", ", ".join(part for part in (title, under) if part)), Fact("Notities", str(len(entries)))
    return Page(title, tuple(sections), words.entries(len(entries)), under, facts, today)


# Of each level once: a list may have thousands of rows.
_NUMBERS: dict[Level | None, Value] = {
    None: "",
    **{level: Cell(str(level.number), f"level-{level.number}") for level in Level},
}


def _entry_row(entry: Entry, rules: ContentRules) -> Row:
    best = highest(entry, rules)
    level = best.level if best else None
    text = gist(entry, rules)
    names = [entry.id, words.spoken(entry.date), entry.title, level or "", entry.course]
    fact = Fact(", ".join([name for name in names if name]), first_lines(text))
    return Row((entry.id, str(entry.date.day), _NUMBERS[level], Cell(text, lead=about(entry))), fact)


def entry_page(entry: Entry, today: date, story: Story | None = None) -> Page:
    """One entry in full, as `reports.gist.in_full` has it, and the story that it is a step of."""
    title = " · ".join(part for part in (entry.title or "Notitie", entry.course) if part)
    when = ", ".join(part for part in (full_date(entry.date), clock(entry.time)) if part)
    sections = [_fields(entry), *(_answer(answer) for answer in entry.answers), *_items(entry, today)]
    if story and len(story.steps) > 1:
        sections.append(Section("Verhaal", tuple(story_blocks(story, 1))))
    facts = Fact("Notitie", title), Fact("Wanneer", when)
    return Page(title, tuple(section for section in sections if section), when, "", facts, today)


def _fields(entry: Entry) -> Section:
    fields = {
        "Id": entry.id,
        "Waarde": f"{entry.value.number} {entry.value}" if entry.value else "",
        "Met": ", ".join(entry.people),
        "Trefwoorden": ", ".join(entry.tags),
        "Bouwt op": ", ".join(entry.builds_on),
        "Delen": " en ".join(f"met {TO.get(name, name)}" for name in entry.share) or "nee, alleen voor jou",
        "Bestand": f"{entry.file}, regel {entry.line}" if entry.file and entry.line else entry.file,
    }
    rows = tuple(Row((label, value), Fact(label, value)) for label, value in fields.items() if value)
    return Section("", (Rows((Column("dim"), MAIN), rows, 0),))


def _answer(answer: Answer) -> Section:
    marks = [str(answer.value)] if answer.value else []
    marks += ["privé"] if answer.private else []
    label = ", ".join([answer.title or "Tekst", *marks])
    return Section(answer.title, (Paragraph(answer.text, label),), " · ".join(marks))


def _items(entry: Entry, today: date) -> list[Section]:
    found = items(entry, today)
    groups = ((title, [item for item in found if item.kind == kind]) for kind, title in LABELS.items())
    return [
        Section(title, (item_rows(group, today, kind=words.KINDS[group[0].kind]),)) for title, group in groups if group
    ]
