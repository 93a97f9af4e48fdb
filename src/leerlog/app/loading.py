"""Which entries a result needs: a period whole, and of the rest only what it leans on; and what today asks of them.

A journal may span ten years. A review of one quarter reads two quarters, and
passes over the other months but for what is marked there: items still open or
done since, the courses concerned, and the chains of value that lead into the
period.
"""

from datetime import date, timedelta

from leerlog.domain.course import key
from leerlog.domain.entry import Entry, Problem
from leerlog.domain.items import DONE, OPEN
from leerlog.domain.period import ALL, Period, previous, quarter_of
from leerlog.journal.store import Journal
from leerlog.reports.rules import ContentRules
from leerlog.reports.today import Today, build_today

BUILDS_ON = "Bouwt op:"
# What was expected of a course, and what came of it.
EXPECTED = ("checklist=prepare", "checklist=during", "checklist=after")
LISTS = (*EXPECTED, "checklist=conditions")

Read = tuple[list[Entry], list[Problem]]


def see_today(journal: Journal, today: date, rules: ContentRules) -> tuple[Today, list[Problem]]:
    """What is due, what can still be used, and what one could do now."""
    # A quarter and the one before it hold all that today looks back on.
    entries, problems = load_for_review(journal, quarter_of(today), today)
    return build_today(entries, today, rules), problems


def load_for_review(journal: Journal, period: Period, today: date) -> Read:
    """The entries that a review of this period needs, and the problems met in its files.

    The period and the one before it come first, in order of time.
    """
    if period == ALL:
        return journal.read()
    before = previous(period)
    span = Period(before.start if before else period.start, period.end, "")
    entries, problems = journal.read(span)
    found = {(entry.file, entry.line): entry for entry in entries}
    marks = (OPEN, *LISTS, *_done_since(period.start, today))
    courses = frozenset(key(entry.course) for entry in entries if entry.course)
    for rest in _around(span):
        wanted = marks if rest.end < span.start else (BUILDS_ON, *marks)
        found |= {(entry.file, entry.line): entry for entry in journal.read(rest, wanted, courses)[0]}
    whole = list(found.values())
    return whole + _sources(journal, whole), problems


def _around(span: Period) -> list[Period]:
    """The days before and after."""
    day = timedelta(days=1)
    earlier = [Period(date.min, span.start - day, "")] if span.start > date.min else []
    later = [Period(span.end + day, date.max, "")] if span.end < date.max else []
    return earlier + later


def _done_since(start: date, today: date) -> list[str]:
    """What an item ticked since `start` has in its line: the part that the months up to today share."""
    first, last = f"{start:%Y-%m}", f"{today:%Y-%m}"
    same = next((i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), len(first))
    return [DONE + first[:same]] if start <= today else []


def _sources(journal: Journal, entries: list[Entry]) -> list[Entry]:
    """What the entries build on, and what that builds on, as far as it exists and is not among them."""
    known = {entry.id for entry in entries}
    added: list[Entry] = []
    missing = {source for entry in entries for source in entry.builds_on} - known
    while missing:
        known |= missing
        new = journal.with_ids(missing)
        added += new
        missing = {source for entry in new for source in entry.builds_on} - known
    return added
