"""Courses, from the entries about them: phase, application window, HILL."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice

from leerlog.domain.course import Course, in_window, key, phase_of, window_end
from leerlog.domain.dates import parse_day
from leerlog.domain.entry import Entry, moment, says_dropped
from leerlog.domain.period import Period
from leerlog.domain.plan import plan_number
from leerlog.domain.score import score
from leerlog.domain.value import Level
from leerlog.reports.expected import expected_of
from leerlog.reports.levels import outcomes, says_nothing
from leerlog.reports.rules import ContentRules

APPLIED = frozenset({Level.TOEGEPAST, Level.GEREALISEERD, Level.HERKADEREND})
ORDER = ("bezig", "afgerond", "gepland", "geoogst")


def by_course(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The entries of each course, by the key of its name, oldest first."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.course:
            groups[key(entry.course)].append(entry)
    for group in groups.values():
        group.sort(key=moment)
    return groups


def build_courses(entries: Iterable[Entry], today: date, rules: ContentRules) -> tuple[Course, ...]:
    """All courses: under way, finished, planned, harvested; in each the most recent first."""
    found = [build_course(group, today, rules) for group in by_course(entries).values()]
    return in_order(found)


def in_order(courses: Iterable[Course]) -> tuple[Course, ...]:
    """Courses by phase; within one phase the most recent first, what is planned the soonest first."""

    def rank(course: Course) -> tuple[int, int, str]:
        day = (course.start or course.end or date.min).toordinal()
        return ORDER.index(course.phase), day if course.phase == "gepland" else -day, course.name

    return tuple(sorted(courses, key=rank))


def build_course(group: Sequence[Entry], today: date, rules: ContentRules) -> Course:
    """One course, from its entries, oldest first (at least one)."""
    prepared = [entry for entry in group if entry.checklist == "prepare"]
    start, end = _answered(prepared, "start"), _answered(prepared, "end")
    reaped = _reaped(group, prepared, rules)
    applied = _applied(group, start, today, rules)
    begun = any(entry.checklist not in ("prepare", "design", "hill") for entry in group)
    until = window_end(end, rules.window_days) if end else None
    hill, most = _hill(group, rules)
    expected = expected_of(group, rules)
    return Course(
        group[-1].course,
        phase_of(start, end, today, begun=begun, reaped=reaped is not None),
        start,
        end,
        until if not applied and in_window(end, today, rules.window_days) else None,
        applied,
        reaped,
        expected.text if expected else "",
        hill,
        most,
        tuple(entry.id for entry in group),
        sum(item.open for entry in group for item in entry.follow_ups),
        until,
    )


def may_be_open(prepared: Iterable[Entry], today: date, rules: ContentRules) -> frozenset[str]:
    """The keys of courses whose application window is open, as far as their preparations can tell."""
    return frozenset(name for name, end in _ends(prepared).items() if in_window(end, today, rules.window_days))


def touches_window(prepared: Iterable[Entry], span: Period, window_days: int) -> frozenset[str]:
    """The keys of courses of which the application window has a day in a span, as far as their preparations tell."""
    ends = _ends(prepared)
    return frozenset(n for n, end in ends.items() if end < span.end and window_end(end, window_days) >= span.start)


def _ends(prepared: Iterable[Entry]) -> dict[str, date]:
    """The last day of each course that has one, by the key of its name; entries of other checklists don't matter."""
    groups = by_course(entry for entry in prepared if entry.checklist == "prepare")
    return {name: end for name, group in groups.items() if (end := _answered(group, "end"))}


def touched(course: Course, group: Sequence[Entry], period: Period, before: Period | None) -> bool:
    """Whether a period has notes of a course, or the course (its application window included) falls in it.

    A course without a note in this period or the one before is left to those periods.
    """
    if any(entry.date in period for entry in group):
        return True
    first, last = course.start or course.end, course.end or course.start
    if not (before and first and last and any(entry.date in before for entry in group)):
        return False
    return first <= period.end and (course.until or window_end(last)) >= period.start


def _answered(prepared: Sequence[Entry], question: str) -> date | None:
    """The day that the latest preparation gives; None when no one does, or it was written in words."""
    for entry in reversed(prepared):
        if text := entry.answer(question):
            try:
                return parse_day(text.strip())
            except ValueError:
                return None
    return None


def _reaped(group: Sequence[Entry], prepared: Sequence[Entry], rules: ContentRules) -> date | None:
    """The day of the harvest; one from before the latest preparation belongs to an earlier round.

    One that says of everything that there is nothing yet is no harvest.
    """
    since = prepared[-1].date if prepared else date.min
    found = (entry for entry in group if entry.checklist == "after" and entry.date >= since)
    days = [entry.date for entry in found if outcomes(entry, rules) or not says_nothing(entry, rules)]
    return days[-1] if days else None


def _applied(group: Sequence[Entry], start: date | None, today: date, rules: ContentRules) -> date | None:
    """The first day, since it began, on which something was brought that was applied, or a plan to use it was done."""
    since = start or date.min
    applied = (e.date for e in group if e.date >= since and any(each.level in APPLIED for each in outcomes(e, rules)))
    done = (day for day in map(_plan_done, group) if day and since <= day <= today)
    return min((*islice(applied, 1), *done), default=None)


def _plan_done(entry: Entry) -> date | None:
    """The day on which the if-then plan of an entry was done; None while it was not, or was dropped."""
    plan = entry.follow_ups[number - 1] if (number := plan_number(entry)) else None
    return plan.done if plan and plan.ticked and not says_dropped(plan.result) else None


def _hill(group: Sequence[Entry], rules: ContentRules) -> tuple[int | None, int]:
    """The last HILL score and the most that the principles scored in it could give."""
    rounds = [entry for entry in group if entry.checklist == "hill"]
    if not rounds:
        return None, 0
    scores = [(score(question, rounds[-1].answer(question.id)), question.high) for question in rules.hill]
    given = [(value, high) for value, high in scores if value is not None]
    return (sum(value for value, _ in given), sum(high for _, high in given)) if given else (None, 0)
