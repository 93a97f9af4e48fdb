"""Copies of months as a document: what becomes of each when it is folded into its month."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from leerlog.documents.blocks import Cell, Column, Document, Fact, Section, Table, Text, Total, Words
from leerlog.domain.dates import full_date
from leerlog.domain.entry import Entry
from leerlog.reports.gist import one_line
from leerlog.reports.rules import ContentRules

COPIES = ("kopie", "kopieën")
NOTHING = "Alles wat erin staat, staat al in je maand."
STAYS = "Een kopie zegt niet wat je hebt weggehaald: wat alleen daar staat, komt terug."


class Folded(NamedTuple):
    """What folding one copy into its month does.

    added: entries that only the copy has; both: entries that were changed on both sides, as they
        are in the month and as they come below that; outside: what stands outside entries.
    """

    name: str
    file: str
    added: tuple[Entry, ...]
    both: tuple[tuple[Entry, Entry], ...]
    outside: tuple[str, ...]


def merging_document(folded: Sequence[Folded], today: date, rules: ContentRules) -> Document:
    """What is going to be put in every month."""
    facts = (Fact("", Total(len(folded), COPIES), "aside"),)
    sections = [_section(each, rules) for each in folded]
    if any(each.added for each in folded):
        sections.append(Section("", (Text(STAYS, "Let op", "dim"),)))
    return Document("Samenvoegen", "", tuple(sections), facts, today)


def _section(folded: Folded, rules: ContentRules) -> Section:
    columns = Column(named=True), Column(style="dim", named=True), Column(named=True), Column(main=True)
    rows = tuple(_rows(folded, rules))
    block = Table(columns, rows, lines=2) if rows else Text(NOTHING, "Let op")
    return Section(f"{folded.name} in {folded.file}", (block,))


def _rows(folded: Folded, rules: ContentRules) -> Iterator[tuple[Cell, ...]]:
    for entry in folded.added:
        yield ("erbij", entry.id, full_date(entry.date), Words(one_line(entry, rules)))
    for ours, theirs in folded.both:
        yield ("blijft", ours.id, full_date(ours.date), Words(one_line(ours, rules)))
        yield ("ook bewaard", theirs.id, full_date(theirs.date), Words(one_line(theirs, rules)))
    for text in folded.outside:
        yield ("buiten notities", "", "bovenaan", Words(" ".join(text.split())))
