"""The journal itself as documents: its settings, and how blocks of it would be written anew."""

from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher

from leerlog.documents.blocks import Column, Document, Fact, Section, Table, Text, Total
from leerlog.documents.phrases import NOTES, about
from leerlog.domain.dates import full_date
from leerlog.domain.entry import Entry, Mend

CHANGE = "Verander er een met bijvoorbeeld: leerlog config name Anja"
NOW, THEN = "nu", "wordt"
EMPTY = "(een lege regel)"


def config_document(
    settings: Sequence[tuple[str, str, str]],
    journals: Sequence[tuple[str, str]],
    places: Sequence[tuple[str, str]],
) -> Document:
    """Every setting with its value and where that comes from, the journals by name, and the folders."""
    name = Column(named=True, style="command")
    columns = (name, Column(main=True), Column(named=True, style="dim", narrow="below"))
    sections = [Section("", (Table(columns, tuple(settings)),))]
    if journals:
        sections.append(Section("Andere leerlogs", (Table((name, Column(main=True)), tuple(journals), "Leerlog"),)))
    sections.append(Section("Mappen", (Table((Column(named=True), Column(main=True)), tuple(places)),)))
    sections.append(Section("", (Text(CHANGE, "Uitleg", "dim"),)))
    return Document("Instellingen", "", tuple(sections), (Fact("", str(len(settings)), "spoken"),))


def mending_document(mends: Sequence[Mend], today: date) -> Document:
    """The lines that change of every block, as they are and as they will be."""
    facts = (Fact("", Total(len(mends), NOTES), "aside"),)
    return Document("Zo schrijft leerlog het", "", tuple(map(mended_section, mends)), facts, today)


def mended_section(mend: Mend) -> Section:
    """The lines of a block that change, as they are and as they will be."""
    entry = mend.entry
    columns = Column(named=True, only="spoken"), Column(named=True, style="dim"), Column(main=True)
    rows = tuple((_place(entry, at), when, line) for when, at, line in _changes(mend))
    heading = about(full_date(entry.date), entry.title, entry.course)
    return Section(heading, (Table(columns, rows),), aside=_place(entry))


def _place(entry: Entry, at: int = 0) -> str:
    return f"{entry.file}, regel {entry.line + at}" if entry.line else entry.file


def _changes(mend: Mend) -> Iterator[tuple[str, int, str]]:
    """When a line stands there, on which line of the block as it is, and what it says."""
    old, new = mend.old.rstrip("\n").split("\n"), mend.new.rstrip("\n").split("\n")
    for what, start, end, begin, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        here, there = old[start:end], new[begin:stop]
        blank = not any(line.strip() for line in (*here, *there))
        # Where only spaces differ they are shown.
        space = "·" if [line.split() for line in here] == [line.split() for line in there] else " "
        for when, lines in ((NOW, here), (THEN, there)):
            for number, line in enumerate(lines, start):
                if blank or line.strip():
                    yield (
                        when,
                        min(number, max(start, end - 1)),
                        line.strip(" " if space == " " else "").replace(" ", space) or EMPTY,
                    )
