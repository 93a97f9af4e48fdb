"""One note, and one course: shown whole, with their story; and the value of a note, weighed later."""

from typing import Annotated

import typer

from leerlog.app.choosing import which_course, which_entry
from leerlog.app.courses import see_course, see_courses
from leerlog.app.drafts import unfinished
from leerlog.app.given import find_sources
from leerlog.app.saving import as_counted, tell_uncounted
from leerlog.app.setting import Setting
from leerlog.app.stories import is_linked, link, story_of, weigh
from leerlog.cli.options import AsJson, BuildsOn, Ref, WhichCourse, takes
from leerlog.cli.out import Forms, Out, What
from leerlog.documents.courses import course_document, courses_document, story_document
from leerlog.documents.entries import entry_document
from leerlog.documents.meeting import meeting_document
from leerlog.domain.told import table_of
from leerlog.render.data import course_json, courses_json, story_json
from leerlog.render.draw import in_form
from leerlog.render.entry_json import entry_json
from leerlog.reports.expected import expected_of
from leerlog.reports.gist import in_full
from leerlog.reports.levels import counted


@takes
def show(
    setting: Setting, *, ref: Ref = None, out: Annotated[Out, Forms("markdown", "html", "json", alias=True)]
) -> None:
    """Toon een notitie helemaal.

    Van een waardecheck geeft --format html de opbrengst op tafel, groot genoeg voor op een scherm.
    """
    entry = counted(which_entry(setting, ref, "show"), setting.rules)
    what = What("De notitie", "haar")
    if out.form == "json":
        out.send(setting, entry_json(entry) + "\n", what)
        return
    entry = in_full(entry, setting.rules)
    if out.form and table_of(entry):
        out.send(setting, in_form(meeting_document(entry, setting.today), out.form), what)
        return
    told = story_of(setting.journal, entry, setting.rules) if is_linked(setting.journal, entry) else None
    shown = entry_document(entry, setting.today, told)
    if out.form:
        out.send(setting, in_form(shown, out.form), what)
    else:
        setting.show(shown)


@takes
def story(setting: Setting, *, ref: Ref = None, builds_on: BuildsOn = None, out: Annotated[Out, Forms("json")]) -> None:
    """Vertel het verhaal van een notitie: waar het op voortbouwt, en wat erna kwam.

    Met --builds-on leg je alsnog een verband.
    """
    entry = which_entry(setting, ref, "story")
    if builds_on:
        entry = link(setting.journal, entry, find_sources(setting, builds_on))
        setting.tell(f"{entry.id} bouwt nu op {', '.join(entry.builds_on)}.")
    told = story_of(setting.journal, entry, setting.rules)
    if out.form:
        out.send(setting, story_json(told, entry.id) + "\n")
    else:
        setting.show(story_document(told, entry.id, setting.today))


@takes
def value(
    setting: Setting,
    *,
    ref: Ref = None,
    level: Annotated[
        str | None, typer.Argument(metavar="[NIVEAU]", help="1 tot en met 5, of de naam; 'geen' haalt de waarde weg.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Weeg een notitie: wat bracht het tot nu toe?

    Dat kan ook later nog, als er meer van kwam.
    """
    before = which_entry(setting, ref, "value")
    entry = weigh(setting, before, level)
    told = as_counted(setting, entry)
    said = f"{entry.id} · {entry.value or 'zonder waarde'}"
    was = f"was {before.value or 'nog niet gewogen'}" if entry.value != before.value else "zo stond het er al"
    setting.confirm(said if as_json else f"{said} ({was})", entry_json(told) if as_json else None)
    tell_uncounted(setting, entry, told)


@takes
def courses(setting: Setting, *, out: Annotated[Out, Forms("json")]) -> None:
    """Zie je leertrajecten en hoe ver ze zijn.

    Gepland, bezig, afgerond of geoogst.
    """
    found, problems = see_courses(setting.journal, setting.today, setting.rules)
    if out.form:
        out.send(setting, courses_json(found, setting.today, problems) + "\n")
    else:
        setting.show(courses_document(found, setting.today, unfinished(setting, "")))
    setting.warn(problems)


@takes
def course(
    setting: Setting,
    *,
    name: WhichCourse = None,
    out: Annotated[Out, Forms("json")],
) -> None:
    """Lees een leertraject terug, van voorbereiding tot oogst."""
    found, entries, problems = see_course(setting, which_course(setting, name, "course"))
    if out.form:
        shown = [counted(entry, setting.rules) for entry in entries]
        made = course_json(found, shown, expected_of(entries, setting.rules), setting.today)
        out.send(setting, made + "\n")
    else:
        setting.show(course_document(found, entries, setting.today, setting.rules, unfinished(setting, found.name)))
    setting.warn(problems)
