"""The sheet for a talk about a course, of what leaves for whom it is held with."""

from typing import NamedTuple

from leerlog.app.finding import look_up
from leerlog.app.given import read_course
from leerlog.app.setting import Setting
from leerlog.app.share import tell_stays
from leerlog.domain.course import key
from leerlog.domain.entry import AUDIENCES, Entry, Problem
from leerlog.journal.leaving import leave
from leerlog.reports.sheet import Sheet, build_request, build_sheet, harvest_kept


class SheetFor(NamedTuple):
    """The sheet about a course: None when nothing of it leaves; and how the harvest is kept, told to its writer."""

    course: str
    sheet: Sheet | None
    kept: Entry | None
    problems: list[Problem]


def make_request(setting: Setting, name: str, whom: str) -> SheetFor:
    """The question and one request for a trainer or a buddy, of what leaves for the manager, or else for the team."""
    course = look_up(setting, read_course(name))
    entries, problems = setting.journal.read()
    for audience in AUDIENCES[::-1]:
        left, _ = leave(setting.journal, entries, problems, audience)
        here = [entry for entry in left if key(entry.course) == key(course)]
        if found := build_request(here, setting.rules, whom):
            return SheetFor(course, found, None, problems)
    return SheetFor(course, None, None, problems)


def make_sheet(setting: Setting, name: str, audience: str) -> SheetFor:
    """The sheet for a talk about a course, of what leaves for an audience; what stays at home is told."""
    course = look_up(setting, read_course(name))
    entries, problems = setting.journal.read()
    left, stays = leave(setting.journal, entries, problems, audience)
    tell_stays(setting, [each for each in stays if key(each.entry.course) == key(course)])
    here, shared = ([entry for entry in found if key(entry.course) == key(course)] for found in (entries, left))
    return SheetFor(course, build_sheet(shared, setting.rules), harvest_kept(here, audience), problems)
