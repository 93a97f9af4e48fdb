"""Courses as they are asked for: all of them, one with all that was written about it, and those in their window."""

from datetime import date
from typing import NamedTuple

from leerlog.app.finding import about, look_up
from leerlog.app.given import read_course
from leerlog.app.setting import Setting
from leerlog.domain.course import Course
from leerlog.domain.entry import Entry, Problem
from leerlog.journal.reading import COURSE
from leerlog.journal.store import Journal
from leerlog.reports.courses import build_course, build_courses, may_be_open
from leerlog.reports.rules import ContentRules


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
