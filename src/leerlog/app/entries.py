"""The entries of a period, a course, or with tags."""

from collections.abc import Iterator

from leerlog.app.setting import Setting
from leerlog.domain.course import key
from leerlog.domain.entry import Entry, Problem, tag_key
from leerlog.domain.period import Period
from leerlog.reports.levels import counted


def list_entries(
    setting: Setting, period: Period, course: str, tags: tuple[str, ...]
) -> tuple[list[Entry], list[Problem]]:
    """The entries of a period about a course and with all of the tags, if any are given."""
    entries, problems = setting.journal.read(period)
    return _about(entries, course, tags), problems


def walk_entries(
    setting: Setting, period: Period, course: str, tags: tuple[str, ...], problems: list[Problem]
) -> Iterator[Entry]:
    """The same for a program, one by one while they are read; `problems` grows with those that are met."""
    for found, wrong in setting.journal.walk(period):
        problems.extend(wrong)
        yield from (counted(entry, setting.rules) for entry in _about(found, course, tags))


def _about(entries: list[Entry], course: str, tags: tuple[str, ...]) -> list[Entry]:
    wanted = {tag_key(tag) for tag in tags}
    return [
        entry
        for entry in entries
        if (not course or key(entry.course) == key(course)) and wanted <= {tag_key(tag) for tag in entry.tags}
    ]
