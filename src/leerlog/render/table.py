"""What was brought as a table for a person's spreadsheet; all the rest is in the JSON, for programs."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

from leerlog.domain.visible import visible
from leerlog.reports.levels import LevelCount, Outcome
from leerlog.reports.review import Review
from leerlog.reports.team import Team
from leerlog.reports.team_counts import Count

HEADS = ("Niveau", "Waarde", "Datum", "Leertraject", "Wie", "Tekst", "Privé", "Notitie")

# What a Dutch spreadsheet has between cells, where the comma stands in numbers.
BETWEEN = ";"
_FORMULA = "=+-@"
# Letters by Unicode's word for it, but with nothing to see.
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def review_csv(review: Review) -> str:
    """The outcomes of a review, those of the fifth level first, the newest first."""
    return _table(_row(each, found, found.by) for each in reversed(review.levels) for found in reversed(each.items))


def team_csv(team: Team) -> str:
    """The outcomes of a team's review, with who told each; of an anonymous one only the words and their level."""
    if team.anonymous:
        # In the order that they have: it says nothing of when they were written.
        return _table(_bare(each, found) for each in reversed(team.levels) for found in each.items)
    return _table(
        _row(each, found, team.by.get(found.entry, ""))
        for each in reversed(team.levels)
        for found in reversed(each.items)
    )


def _row(level: LevelCount | Count, found: Outcome, by: str) -> list[str]:
    told = (found.course, by, found.text)
    kept = "ja" if found.private else ""
    return [*_level(level), found.date.isoformat(), *map(safe_cell, told), kept, found.entry]


def _bare(level: LevelCount | Count, found: Outcome) -> list[str]:
    return [*_level(level), "", "", "", safe_cell(found.text), "", ""]


def _level(each: LevelCount | Count) -> tuple[str, str]:
    return (str(each.level.number), str(each.level)) if each.level else ("", "")


def _table(rows: Iterable[Sequence[str]]) -> str:
    """The rows below their heads."""
    made = io.StringIO()
    writer = csv.writer(made, delimiter=BETWEEN, lineterminator="\n")
    writer.writerow(HEADS)
    writer.writerows(rows)
    return made.getvalue()


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
