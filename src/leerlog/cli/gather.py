"""Which entries a result needs: a period whole, and of the rest only what it leans on.

A journal may span ten years. A review of one quarter reads two quarters, and
passes over the other months but for what is marked there: items still open,
the courses concerned, and the chains of value that lead into the period.
"""

from datetime import date, timedelta

from leerlog.domain.entry import Entry, Problem
from leerlog.domain.period import ALL, Period, previous
from leerlog.errors import UnknownId
from leerlog.journal.store import Journal

OPEN = "- [ ] "
COURSE_LISTS = ("checklist=prepare", "checklist=after", "checklist=hill")
BUILDS_ON = "- Bouwt op: "

Read = tuple[list[Entry], list[Problem]]


def gather(journal: Journal, period: Period) -> Read:
    """The entries that a review of this period needs, in order of time, and the problems met in its files."""
    if period == ALL:
        return journal.read()
    before = previous(period)
    span = Period(before.start if before else period.start, period.end, "")
    entries, problems = journal.read(span)
    found = {entry.id: entry for entry in entries}
    courses = tuple(f"- Traject: {name}\n" for name in sorted({e.course for e in entries if e.course}))
    marks = (OPEN, *COURSE_LISTS, *courses)
    for rest, wanted in (
        (_until(span.start), ("checklist=conditions", *marks)),
        (_since(span.end), (BUILDS_ON, *marks)),
    ):
        if rest:
            found |= {entry.id: entry for entry in journal.read(rest, wanted)[0] if entry.id not in found}
    _add_sources(journal, found)
    return sorted(found.values(), key=lambda entry: (entry.date, str(entry.time or ""))), problems


def _until(day: date) -> Period | None:
    return Period(date.min, day - timedelta(days=1), "") if day > date.min else None


def _since(day: date) -> Period | None:
    return Period(day + timedelta(days=1), date.max, "") if day < date.max else None


def _add_sources(journal: Journal, found: dict[str, Entry]) -> None:
    """Add what the entries build on, and what that builds on, as far as it exists."""
    missing = {source for entry in found.values() for source in entry.builds_on} - found.keys()
    tried: set[str] = set()
    while missing:
        tried |= missing
        for source in missing:
            try:
                found[source] = journal.find(source)
            except UnknownId:
                continue
        missing = {source for entry in found.values() for source in entry.builds_on} - found.keys() - tried
