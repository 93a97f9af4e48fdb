"""What was changed as documents: a list of it, and what comes back of the last."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from leerlog.documents.blocks import Cell, Column, Document, Fact, Section, Table, Text, Total, Words
from leerlog.documents.journal import mended_section
from leerlog.documents.phrases import KIND_NAMES, NOTES, about
from leerlog.domain.dates import clock, count, full_date, month_name, short_date
from leerlog.domain.entry import Entry, Mend
from leerlog.reports.gist import one_line
from leerlog.reports.rules import ContentRules

CHANGES = ("wijziging", "wijzigingen")


class Past(NamedTuple):
    """A change as it is told: its number, when, in a word what, whether it was taken back, and of which entries."""

    number: int
    on: str
    what: str
    undone: bool
    entries: tuple[Entry, ...]


def undo_document(on: str, what: str, mends: Sequence[Mend], drafts: int, today: date, *, last: bool) -> Document:
    """What comes back: a note by its words, and of one that stays every line that changes.

    drafts: how many of these come back as well; last: whether it is the last change.
    """
    at = datetime.fromisoformat(on)
    day = "vandaag" if at.date() == today else full_date(at.date())
    facts = (
        Fact("", Total(len(mends), NOTES), "aside"),
        Fact("Laatste wijziging" if last else "Wijziging", f"{what}, {day} om {clock(at.time())}"),
    )
    sections = [_section(mend) for mend in mends]
    if drafts:
        sections.append(Section("", (Text(f"en {count(drafts, 'concept', 'concepten')}", "Ook"),)))
    return Document("Terughalen", "", tuple(sections), facts, today)


def _section(mend: Mend) -> Section:
    if mend.old and mend.new:
        return mended_section(mend)
    # A note that comes or goes as a whole is told by its words, not by its Markdown.
    entry = mend.entry
    heading = about(full_date(entry.date), entry.title, entry.course)
    texts = [Text("komt terug" if mend.new else "gaat weg", heading, "dim")]
    texts += [Text(Words(answer.text), answer.title or "Tekst") for answer in entry.answers]
    texts += [Text(Words(item.text), KIND_NAMES[item.kind]) for item in entry.follow_ups]
    return Section(heading, tuple(texts))


def renaming_document(kind: str, old: str, new: str, months: Mapping[str, int], waiting: int, today: date) -> Document:
    """What gets another name: the months concerned and how many notes of each.

    months: the notes by their month, as 2026-11. waiting: how many drafts change as well.
    """
    facts = (
        Fact("", Total(sum(months.values()), NOTES), "aside"),
        Fact(kind.capitalize(), f"{old} wordt {new}"),
    )
    rows = [(_month(each), count(number, *NOTES)) for each, number in months.items()]
    if waiting:
        rows.append(("concepten", count(waiting, "concept", "concepten")))
    table = Table((Column(named=True), Column(main=True)), tuple(rows), "Maand")
    return Document("Hernoemen", "", (Section("", (table,)),), facts, today)


def _month(name: str) -> str:
    year, _, month = name.partition("-")
    return f"{month_name(int(month))} {year}"


def history_document(changes: Sequence[Past], days: int, today: date, rules: ContentRules) -> Document:
    """What was changed and when, the newest first, and for how long that is kept."""
    columns = (
        Column(right=True, style="command", said="Wijziging {}", named=True),
        Column(right=True, style="dim", only="drawn"),
        Column(named=True, only="spoken"),
        Column(named=True),
        Column(main=True),
    )
    rows = tuple(history_row(change, today, rules) for change in changes)
    told = f"Wat je verandert blijft {count(days, 'dag', 'dagen')} bewaard, op deze computer en niet versleuteld."
    how = "Een oudere haal je terug met haar nummer: leerlog undo NUMMER\n" if len(changes) > 1 else ""
    note = Text(f"{how}{told} Leegmaken: leerlog config forget", "Uitleg", "dim")
    table = Table(columns, rows, lines=1) if rows else Text("Er is niets om terug te halen.", "Let op")
    facts = (Fact("", Total(len(changes), CHANGES), "aside"),)
    return Document("Geschiedenis", "", (Section("", (table,)), Section("", (note,))), facts, today)


def history_row(change: Past, today: date, rules: ContentRules) -> tuple[Cell, ...]:
    """What a list tells of a change: its number, when, the day in full, what, and of which notes."""
    entries, at = change.entries, datetime.fromisoformat(change.on)
    what = f"{change.what}, teruggehaald" if change.undone else change.what
    first = one_line(entries[0], rules) if entries else ""
    said = about(count(len(entries), *NOTES), first) if len(entries) > 1 else first
    return change.number, f"{short_date(at.date(), today)} {clock(at.time())}", full_date(at.date()), what, Words(said)
