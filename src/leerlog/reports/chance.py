"""An old note to look back on: of this day in an earlier year, else one that nothing came of yet.

Which one follows from the day, so that it is the same until midnight. Day after
day another month has its turn, and when they all had, another note of each.
What is marked as private is left where it is: somebody may look along.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from leerlog.domain.entry import Entry
from leerlog.reports.gist import gist
from leerlog.reports.levels import EARLY, highest, unweighed
from leerlog.reports.rules import ContentRules

RECENT_DAYS = 92  # what is newer still stands in a review of now


class Old(NamedTuple):
    """An old note and what it says; years: how many ago it was to the day, 0 for a note of another day."""

    entry: Entry
    says: str
    years: int = 0


def same_days(months: Iterable[str], today: date) -> list[date]:
    """The same day of earlier years, of which there is a month (`2025-11`), the latest first."""
    years = sorted({int(month[:4]) for month in months if month[5:] == f"{today.month:02}"}, reverse=True)
    found = [_in_year(today, year) for year in years if year < today.year]
    return [day for day in found if day]


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:  # the 29th of February
        return None


def of_this_day(entries: Iterable[Entry], today: date, rules: ContentRules) -> Old | None:
    """The first of the entries of this day in an earlier year that tells something."""
    for entry in entries:
        if told := tuple(answer for answer in entry.answers if not answer.private):
            return Old(entry, gist(entry._replace(answers=told), rules), today.year - entry.date.year)
    return None


def old_months(months: Sequence[str], today: date) -> list[str]:
    """The months that are long over, which have their turn one after another."""
    upto = today - timedelta(days=min(RECENT_DAYS, (today - date.min).days))
    return [month for month in months if month < upto.isoformat()[:7]]


def in_turn(months: Sequence[str], today: date) -> tuple[str, int]:
    """The month that has its turn today, and how many turns it had before; of at least one month."""
    turns, at = divmod(today.toordinal(), len(months))
    return months[at], turns


def worth_another_look(
    entries: Sequence[Entry], turns: int, rules: ContentRules, built_on: Callable[[str], bool]
) -> Old | None:
    """An entry of one month that waits to be weighed, or could become something, and on which nothing was built.

    turns: how many the month had, as many entries are passed over.
    built_on: whether anything builds on the entry with an id.
    """
    found = [
        Old(entry, best.text)
        for entry in entries
        if (best := unweighed(entry, rules) or highest(entry, rules))
        and not best.private
        and (best.level is None or best.level in EARLY)
    ]
    at = turns % len(found) if found else 0
    return next((old for old in found[at:] + found[:at] if not built_on(old.entry.id)), None)
