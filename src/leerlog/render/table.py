"""Tables for a person's spreadsheet: what was brought, and the notes; all the rest is in the JSON, for programs."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator

from leerlog.documents.blocks import Document, Outcomes
from leerlog.domain.entry import Entry
from leerlog.domain.items import task_line
from leerlog.domain.outcome import Outcome
from leerlog.domain.text import visible
from leerlog.domain.value import Level

HEADS = ("Niveau", "Waarde", "Datum", "Leertraject", "Wie", "Tekst", "Privé", "Notitie")
NOTE_HEADS = (
    "Niveau",
    "Waarde",
    "Datum",
    "Tijd",
    "Soort",
    "Leertraject",
    "Met",
    "Trefwoorden",
    "Gedeeld met",
    "Bouwt op",
    "Tekst",
    "Te doen",
    "Notitie",
)

# What a Dutch spreadsheet has between cells, where the comma stands in numbers.
BETWEEN = ";"
_FORMULA = "=+-@"
# Letters by Unicode's word for it, but with nothing to see.
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def table(document: Document) -> str:
    """The outcomes of a document that have a level, in its order, below their heads."""
    made = io.StringIO()
    writer = csv.writer(made, delimiter=BETWEEN, lineterminator="\n")
    writer.writerow(HEADS)
    writer.writerows(_row(each) for each in _outcomes(document))
    return made.getvalue()


def notes_table(notes: Iterable[tuple[Entry, Level | None]]) -> Iterator[str]:
    """Notes, each a row with the level that it got to, in their order below their heads, a row at a time."""
    yield _line(NOTE_HEADS)
    for entry, level in notes:
        yield _line(_note(entry, level))


def _line(cells: Iterable[str]) -> str:
    made = io.StringIO()
    csv.writer(made, delimiter=BETWEEN, lineterminator="\n").writerow(cells)
    return made.getvalue()


def _note(entry: Entry, level: Level | None) -> list[str]:
    parts = (f"{answer.title}\n{answer.text}" if answer.title else answer.text for answer in entry.answers)
    told = (
        entry.title,
        entry.course,
        *map(", ".join, (entry.people, entry.tags, entry.share, entry.builds_on)),
        "\n\n".join(parts),
        "\n".join(task_line(item).removeprefix("- ") for item in entry.follow_ups),
        entry.id,
    )
    day = (entry.date.isoformat(), f"{entry.time:%H:%M}" if entry.time else "")
    return [*((str(level.number), str(level)) if level else ("", "")), *day, *map(safe_cell, told)]


def _outcomes(document: Document) -> Iterator[Outcome]:
    """Each once: of what is told again, to build on, the entries are named."""
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Outcomes) and not block.ids:
                yield from (each for each in block.outcomes if each.level)


def _row(each: Outcome) -> list[str]:
    level = (str(each.level.number), str(each.level)) if each.level else ("", "")
    day = each.date.isoformat() if each.date else ""
    told = (each.course, each.by, each.text)
    return [*level, day, *map(safe_cell, told), "ja" if each.private else "", safe_cell(each.entry)]


def safe_cell(text: str) -> str:
    """The text as a spreadsheet shows it and does not run it; other control characters than tabs made visible."""
    shown = "\t".join(visible(part, keep_newlines=True) for part in text.split("\t"))
    return f"'{shown}" if _runs(text) else shown


def _runs(text: str) -> bool:
    """Whether a spreadsheet may take the text for a formula: by the first character to be seen, however wide."""
    first = next((character for character in text if not _unseen(character)), "")
    return bool(first) and unicodedata.normalize("NFKC", first) in _FORMULA


def _unseen(character: str) -> bool:
    return character in _BLANK or unicodedata.category(character) in ("Cc", "Cf", "Mn", "Zs", "Zl", "Zp")
