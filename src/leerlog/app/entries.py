"""What the journal has, as it is asked for: entries of a period or with tags, and courses with all of theirs."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from leerlog.app.finding import about, look_up
from leerlog.app.given import read_course
from leerlog.app.setting import Setting
from leerlog.domain.course import Course, key
from leerlog.domain.entry import Entry, Problem, tag_key
from leerlog.domain.period import Period
from leerlog.journal.reading import COURSE
from leerlog.journal.store import Journal
from leerlog.reports.courses import build_course, build_courses, may_be_open
from leerlog.reports.levels import counted
from leerlog.reports.rules import ContentRules


def list_entries(
    journal: Journal, period: Period, course: str, tags: tuple[str, ...]
) -> tuple[list[Entry], list[Problem]]:
    """The entries of a period about a course and with all of the tags, if any are given."""
    entries, problems = journal.read(period)
    return _about(entries, course, tags), problems


def walk_entries(
    journal: Journal, rules: ContentRules, period: Period, course: str, tags: tuple[str, ...], problems: list[Problem]
) -> Iterator[Entry]:
    """The same for a program, one by one while they are read; `problems` grows with those that are met."""
    for found, wrong in journal.walk(period):
        problems.extend(wrong)
        yield from (counted(entry, rules) for entry in _about(found, course, tags))


def _about(entries: list[Entry], course: str, tags: tuple[str, ...]) -> list[Entry]:
    wanted = {tag_key(tag) for tag in tags}
    return [
        entry
        for entry in entries
        if (not course or key(entry.course) == key(course)) and wanted <= {tag_key(tag) for tag in entry.tags}
    ]


class Told(NamedTuple):
    """A course with its entries, and the problems met."""

    course: Course
    entries: list[Entry]
    problems: list[Problem]


def see_courses(journal: Journal, today: date, rules: ContentRules) -> tuple[tuple[Course, ...], list[Problem]]:
    """Every course and how far it is."""
    entries, problems = journal.read(marks=(COURSE,))
    return build_courses(entries, today, rules), problems


def see_course(setting: Setting, name: str) -> Told:
    """The course with this name, from preparation to harvest."""
    entries, problems = about(setting.journal, look_up(setting, read_course(name)))
    return Told(build_course(entries, setting.today, setting.rules), entries, problems)


def open_windows(journal: Journal, today: date, rules: ContentRules) -> tuple[Course, ...]:
    """The courses whose application window is open, the one that closes first in front."""
    prepared = journal.read(marks=("checklist=prepare",))[0]
    names = may_be_open(prepared, today, rules)
    if not names:
        return ()
    entries = journal.read(courses=names)[0]
    found = (course for course in build_courses(entries, today, rules) if course.window)
    return tuple(sorted(found, key=lambda course: course.window or today))
