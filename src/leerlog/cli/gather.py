"""Which entries a result needs: a period whole, and of the rest only what it leans on.

A journal may span ten years. A review of one quarter reads two quarters, and
passes over the other months but for what is marked there: items still open or
done since, the courses concerned, and the chains of value that lead into the
period.
"""

from datetime import date, timedelta

from leerlog.domain.course import key
from leerlog.domain.entry import Entry, Problem
from leerlog.domain.period import ALL, Period, previous
from leerlog.domain.when import add_months
from leerlog.errors import UnknownId
from leerlog.journal.store import Journal

OPEN = "- [ ] "
BUILDS_ON = "- Bouwt op: "
COURSE = "- Traject: "
MANY_MONTHS = 12
LISTS = ("checklist=prepare", "checklist=after", "checklist=hill", "checklist=conditions")

Read = tuple[list[Entry], list[Problem]]


def gather(journal: Journal, period: Period, today: date) -> Read:
    """The entries that a review of this period needs, in order of time, and the problems met in its files."""
    if period == ALL:
        return journal.read()
    before = previous(period)
    span = Period(before.start if before else period.start, period.end, "")
    entries, problems = journal.read(span)
    found = {(entry.file, entry.line): entry for entry in entries}
    marks = (OPEN, *LISTS, *_done_since(period.start, today), *_courses(journal, entries))
    for rest in _around(span):
        wanted = marks if rest.end < span.start else (BUILDS_ON, *marks)
        found |= {(entry.file, entry.line): entry for entry in journal.read(rest, wanted)[0]}
    entries = list(found.values()) + _sources(journal, list(found.values()))
    return sorted(entries, key=lambda entry: (entry.date, str(entry.time or ""))), problems


def _around(span: Period) -> list[Period]:
    """The days before and after."""
    day = timedelta(days=1)
    earlier = [Period(date.min, span.start - day, "")] if span.start > date.min else []
    later = [Period(span.end + day, date.max, "")] if span.end < date.max else []
    return earlier + later


def _done_since(start: date, today: date) -> list[str]:
    """What an item ticked in one of the months since `start` has in its line."""
    months = (today.year - start.year) * 12 + today.month - start.month + 1
    if months > MANY_MONTHS:
        return ["gedaan "]
    return [f"gedaan {add_months(start, later).isoformat()[:7]}" for later in range(months)]


def _courses(journal: Journal, entries: list[Entry]) -> list[str]:
    """The lines that name one of the entries' courses, in every spelling that the journal has."""
    wanted = {key(entry.course) for entry in entries if entry.course}
    return [COURSE + name for name in journal.values_of(COURSE) if key(name) in wanted] if wanted else []


def _sources(journal: Journal, entries: list[Entry]) -> list[Entry]:
    """What the entries build on, and what that builds on, as far as it exists and is not among them."""
    known = {entry.id for entry in entries}
    added: list[Entry] = []
    missing = {source for entry in entries for source in entry.builds_on} - known
    while missing:
        known |= missing
        new = []
        for source in missing:
            try:
                new.append(journal.find(source))
            except UnknownId:
                continue
        added += new
        missing = {source for entry in new for source in entry.builds_on} - known
    return added
