"""Courses: all of them, and the whole story of one."""

from typing import Annotated

import typer

from leerlog.app.finding import about, look_up
from leerlog.app.setting import Setting
from leerlog.cli import options
from leerlog.cli.drafts import unfinished
from leerlog.cli.out import SCREEN, Out, gives
from leerlog.domain.course import Course
from leerlog.journal.index import COURSE
from leerlog.render.course_data import course_json, courses_json
from leerlog.render.pages.courses import course_page, courses_page
from leerlog.reports.courses import build_course, build_courses, may_be_open
from leerlog.reports.expected import expected_of
from leerlog.reports.levels import counted


@gives("json")
def courses(context: typer.Context, out: Out = SCREEN) -> None:
    """Zie je leertrajecten en hoe ver ze zijn.

    Gepland, bezig, afgerond of geoogst.
    """
    setting: Setting = context.obj
    entries, problems = setting.journal.read(marks=(COURSE,))
    found = build_courses(entries, setting.today, setting.rules)
    if out.form:
        out.send(setting, courses_json(found, setting.today, problems) + "\n")
    else:
        setting.show(courses_page(found, setting.today, unfinished(setting, "")))
    setting.warn(problems)


@gives("json")
def course(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(metavar="TRAJECT", help="De naam van het leertraject."),
    ],
    out: Out = SCREEN,
) -> None:
    """Lees een leertraject terug, van voorbereiding tot oogst."""
    setting: Setting = context.obj
    entries, problems = about(setting.journal, look_up(setting, options.course(name)))
    found = build_course(entries, setting.today, setting.rules)
    if out.form:
        shown = [counted(entry, setting.rules) for entry in entries]
        made = course_json(found, shown, expected_of(entries, setting.rules), setting.today)
        out.send(setting, made + "\n")
    else:
        setting.show(course_page(found, entries, setting.today, setting.rules, unfinished(setting, found.name)))
    setting.warn(problems)


def open_windows(setting: Setting) -> tuple[Course, ...]:
    """The courses whose application window is open, the one that closes first in front."""
    prepared = setting.journal.read(marks=("checklist=prepare",))[0]
    names = may_be_open(prepared, setting.today, setting.rules)
    if not names:
        return ()
    entries = setting.journal.read(courses=names)[0]
    found = (course for course in build_courses(entries, setting.today, setting.rules) if course.window)
    return tuple(sorted(found, key=lambda course: course.window or setting.today))
