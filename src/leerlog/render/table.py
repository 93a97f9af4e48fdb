"""Tables for a person's spreadsheet: what was brought, and the notes; all the rest is in the JSON, for programs."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, time

from leerlog.documents.blocks import Document, Outcomes
from leerlog.domain.entry import Entry
from leerlog.domain.outcome import Outcome
from leerlog.domain.text import visible
from leerlog.domain.value import Level
from leerlog.render.cells import NOTE_HEADS, OUTCOME_HEADS, Value, note_row, outcome_row

# What a Dutch spreadsheet has between cells, where the comma stands in numbers.
BETWEEN = ";"
_FORMULA = "=+-@"
# Letters by Unicode's word for it, but with nothing to see.
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def table(document: Document) -> str:
    """The outcomes of a document that have a level, in its order, below their heads."""
    return "".join(_line(cells) for cells in (OUTCOME_HEADS, *map(outcome_row, _outcomes(document))))


def notes_table(notes: Iterable[tuple[Entry, Level | None]]) -> Iterator[str]:
    """Notes, each a row with the level that it got to, in their order below their heads, a row at a time."""
    yield _line(NOTE_HEADS)
    for entry, level in notes:
        yield _line(note_row(entry, level))


def _line(cells: Iterable[Value]) -> str:
    made = io.StringIO()
    csv.writer(made, delimiter=BETWEEN, lineterminator="\n").writerow(map(_cell, cells))
    return made.getvalue()


def _cell(value: Value) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:%H:%M}" if isinstance(value, time) else safe_cell(str("" if value is None else value))


def _outcomes(document: Document) -> Iterator[Outcome]:
    """Each once: of what is told again, to build on, the entries are named."""
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Outcomes) and not block.ids:
                yield from (each for each in block.outcomes if each.level)


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
