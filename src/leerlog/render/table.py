"""What was brought as a table for a person's spreadsheet; all the rest is in the JSON, for programs."""

import csv
import io
import unicodedata
from collections.abc import Iterator

from leerlog.documents.blocks import Document, Outcomes
from leerlog.domain.outcome import Outcome
from leerlog.domain.text import visible

HEADS = ("Niveau", "Waarde", "Datum", "Leertraject", "Wie", "Tekst", "Privé", "Notitie")

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
