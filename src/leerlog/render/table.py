"""A review as one flat table, for a spreadsheet: a row for every piece of yield."""

import csv
import io
from collections.abc import Iterator

from leerlog.domain.visible import visible
from leerlog.reports.levels import Yield
from leerlog.reports.review import Review

# The names that the JSON has for them.
COLUMNS = ("number", "level", "date", "course", "entry", "question", "text", "private")

# What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def review_csv(review: Review) -> str:
    """The items of a review from the first level to the fifth, then what is still to be weighed, oldest first.

    A cell that a spreadsheet would run as a formula begins with an apostrophe.
    """
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_rows(review))
    return made.getvalue()


def _rows(review: Review) -> Iterator[list[str]]:
    for tally in (*review.levels, review.unvalued):
        for each in tally.items:
            yield [safe_cell(text) for text in _cells(each)]


def _cells(each: Yield) -> tuple[str, ...]:
    level = each.level
    return (
        str(level.number) if level else "",
        str(level or ""),
        each.date.isoformat(),
        each.course,
        each.entry,
        each.question,
        each.text,
        str(each.private).lower(),
    )


def safe_cell(text: str) -> str:
    """The text as a spreadsheet shows it and does not run it; other control characters than tabs made visible."""
    shown = "\t".join(visible(part, keep_newlines=True) for part in text.split("\t"))
    return f"'{shown}" if text.startswith(_FORMULA) else shown
