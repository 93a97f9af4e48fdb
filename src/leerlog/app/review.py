"""What learning brought in a period: to oneself, and as one shares it with others; and what today asks.

A journal may span ten years. A review of one quarter reads two quarters, and
passes over the other months but for what is marked there: items still open or
done since, the courses concerned, and the chains of value that lead into the
period.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from leerlog.domain.course import WINDOW_DAYS, key
from leerlog.domain.entry import WAARDECHECK, Entry, Problem
from leerlog.domain.items import DONE, OPEN
from leerlog.domain.period import ALL, Period, month_of, previous, quarter_of
from leerlog.journal.store import Journal
from leerlog.reports.chance import Old, in_turn, of_this_day, old_months, same_days, worth_another_look
from leerlog.reports.courses import touches_window
from leerlog.reports.review import Review, build_review, review_for
from leerlog.reports.rules import ContentRules
from leerlog.reports.today import Today, build_today

if TYPE_CHECKING:
    from leerlog.journal.leaving import Stays

BUILDS_ON = "Bouwt op:"
# What was expected of a course, and what came of it.
EXPECTED = ("checklist=prepare", "checklist=during", "checklist=after")
LISTS = (*EXPECTED, "checklist=conditions")

Read = tuple[list[Entry], list[Problem]]


def see_today(journal: Journal, today: date, rules: ContentRules) -> tuple[Today, list[Problem]]:
    """What is due, what can still be used, and what one could do now."""
    # A quarter and the one before it hold all that today looks back on.
    entries, problems = load_for_review(
        journal, quarter_of(today), today, (f"checklist={WAARDECHECK}",), window_days=rules.window_days
    )
    return build_today(entries, today, rules), problems


def look_back(journal: Journal, today: date, rules: ContentRules) -> Old | None:
    """One old note, of this day or of the month that has its turn; of all other months only what builds on it."""
    months = journal.months()
    for day in same_days(months, today):
        entries, _ = journal.read(Period(day, day, ""), (f"## {day}",))
        if old := of_this_day(entries, today, rules):
            return old
    if not (over := old_months(months, today)):
        return None
    month, turns = in_turn(over, today)
    start = date.fromisoformat(f"{month}-01")

    def built_on(name: str) -> bool:
        later, _ = journal.read(Period(start, date.max, ""), (name,))
        return any(name in entry.builds_on for entry in later)

    return worth_another_look(journal.read(month_of(start))[0], turns, rules, built_on)


def review_own(
    journal: Journal, period: Period, today: date, rules: ContentRules, per: str = ""
) -> tuple[Review, list[Problem]]:
    """The review of one's own journal, for oneself; `per`: the kind of the parts of its matrix."""
    entries, problems = load_for_review(journal, period, today, window_days=rules.window_days)
    return build_review(entries, period, today, rules, per), problems


def review_for_audience(
    journal: Journal, audience: str, period: Period, today: date, rules: ContentRules, per: str = ""
) -> tuple[Review, list[Problem], int]:
    """The review of what leaves for an audience, and how many notes there are of one's own.

    All of the journal is read: a slip that could make something private part of
    a shared note is found only in a month that is parsed whole.
    """
    from leerlog.journal.leaving import leave  # a review of one's own has no need of it

    entries, problems = journal.read()
    left, stays = leave(journal, entries, problems, audience)
    built = review_for(audience, entries, left, period, today, rules, per)
    whole = sum(entry.date in period for entry in entries)
    return built, [problem for problem in problems if not problem.line] + left_out(stays), whole


def left_out(stays: "Iterable[Stays]") -> list[Problem]:
    """The entries that are not in a result for others, without why: that may quote what is to stay at home."""
    return [
        Problem(each.problem.file, each.problem.line, f"notitie {each.entry.id} staat er niet bij") for each in stays
    ]


def load_for_review(
    journal: Journal, period: Period, today: date, also: Sequence[str] = (), *, window_days: int = WINDOW_DAYS
) -> Read:
    """The entries that a review of this period needs, and the problems met in its files.

    The period and the one before it come first, in order of time.

    also: what has to stand in other entries that are wanted.
    window_days: how long a course's application window is.
    """
    if period == ALL:
        return journal.read()
    before = previous(period)
    span = Period(before.start if before else period.start, period.end, "")
    entries, problems = journal.read(span)
    found = {(entry.file, entry.line): entry for entry in entries}
    marks = (OPEN, *LISTS, *_done_since(period.start, today), *also)
    courses = frozenset(key(entry.course) for entry in entries if entry.course)
    for rest in _around(span):
        wanted = marks if rest.end < span.start else (BUILDS_ON, *marks)
        found |= {(entry.file, entry.line): entry for entry in journal.read(rest, wanted, courses)[0]}
    # A course of which nothing was written for so long may have been used before or after.
    if quiet := touches_window(found.values(), span, window_days) - courses:
        for rest in _around(span):
            found |= {(entry.file, entry.line): entry for entry in journal.read(rest, courses=quiet)[0]}
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
