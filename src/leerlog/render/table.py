"""A review as one flat table, for a spreadsheet: a row for every piece of yield."""

import csv
import io
from collections.abc import Iterable, Sequence

from leerlog.domain.visible import visible
from leerlog.reports.levels import Yield
from leerlog.reports.review import Review
from leerlog.reports.team import Team

# The names that the JSON has for them.
COLUMNS = ("number", "level", "date", "by", "course", "entry", "question", "text", "private")
TEAM_COLUMNS = COLUMNS[:-1]

# What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def review_csv(review: Review) -> str:
    """The items of a review from the first level to the fifth, then what is still to be weighed, oldest first.

    A cell that a spreadsheet would run as a formula begins with an apostrophe.
    """
    return _table(COLUMNS, (_cells(each) for tally in (*review.levels, review.unvalued) for each in tally.items))


def team_csv(team: Team) -> str:
    """The items of a team's review in the same order, with who wrote them; of an anonymous one only the words."""
    if not team.counted:
        return _table(TEAM_COLUMNS, ())
    return _table(
        TEAM_COLUMNS, (_signed(each, team) for found in (*team.levels, team.unvalued) for each in found.items)
    )


def _table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([safe_cell(text) for text in row] for row in rows)
    return made.getvalue()


def _cells(each: Yield) -> tuple[str, ...]:
    level = each.level
    return (
        str(level.number) if level else "",
        str(level or ""),
        each.date.isoformat(),
        each.by,
        each.course,
        each.entry,
        each.question,
        each.text,
        str(each.private).lower(),
    )


def _signed(each: Yield, team: Team) -> tuple[str, ...]:
    number, level, day, _, *rest, _ = _cells(each)
    return number, level, "" if team.anonymous else day, team.by.get(each.entry, ""), *rest


def safe_cell(text: str) -> str:
    """The text as a spreadsheet shows it and does not run it; other control characters than tabs made visible."""
    shown = "\t".join(visible(part, keep_newlines=True) for part in text.split("\t"))
    return f"'{shown}" if text.startswith(_FORMULA) else shown
