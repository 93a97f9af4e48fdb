"""Courses and single stories as JSON: `leerlog.courses/1`, `leerlog.course/1` and `leerlog.story/1`.

Their parts are those of a review.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from leerlog.domain.course import Course
from leerlog.domain.entry import Entry, Problem
from leerlog.domain.outcome import Expected, Story
from leerlog.render.data import came_dict, course_dict, entry_part, item_dict, problem_dict, story_dict
from leerlog.render.json_text import Json, text
from leerlog.reports.agenda import all_items


def story_json(story: Story, entry: str) -> str:
    """One story; `entry` is the one that it was asked around."""
    return text({"schema": "leerlog.story/1", "entry": entry} | story_dict(story))


def courses_json(courses: Iterable[Course], today: date, problems: Iterable[Problem] = ()) -> str:
    """Every course, in the order in which they are shown."""
    made = [_with_days(course, today) for course in courses]
    return text({"schema": "leerlog.courses/1", "courses": made, "problems": [problem_dict(p) for p in problems]})


def course_json(course: Course, entries: Sequence[Entry], expected: Expected | None, today: date) -> str:
    """One course with everything about it; its entries oldest first."""
    return text(
        {"schema": "leerlog.course/1"}
        | _with_days(course, today)
        | {
            "came": came_dict(expected),
            "entries": [entry_part(entry) for entry in entries],
            "follow_ups": [item_dict(item) for item in all_items(entries, today)],
        }
    )


def _with_days(course: Course, today: date) -> Json:
    """A course with the days that are left of its application window."""
    return course_dict(course) | {"days_left": (course.window - today).days if course.window else None}
