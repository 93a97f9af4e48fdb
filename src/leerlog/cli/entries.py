"""The entries themselves: listed, shown, exported; their story, and their value weighed later."""

from typing import Annotated

import typer

from leerlog.app.choosing import which_entry
from leerlog.app.entries import list_entries, walk_entries
from leerlog.app.finding import look_up
from leerlog.app.given import find_sources, read_course, read_names
from leerlog.app.setting import Setting
from leerlog.app.stories import is_linked, link, story_of, weigh
from leerlog.cli.options import AsJson, BuildsOn, Course, Ref, Tags, takes
from leerlog.cli.out import Forms, Out, What
from leerlog.cli.periods import PeriodOptions
from leerlog.documents.courses import story_document
from leerlog.documents.entries import entry_document, list_document
from leerlog.domain.entry import Problem
from leerlog.domain.period import ALL, Period, range_words
from leerlog.render.data import entry_json, entry_lines, journal_json, story_json
from leerlog.reports.gist import in_full
from leerlog.reports.levels import counted

NOTES = What("Je notities", "ze", "staan")
NO_SEARCH = "leerlog list zoekt niet in je teksten; een leertraject of trefwoord kies je met --course of --tag."


@takes
def list_(
    setting: Setting,
    *,
    period: PeriodOptions,
    course: Course = None,
    tag: Tags = None,
    out: Annotated[Out, Forms("json", "jsonl")],
) -> None:
    """Toon je notities, de nieuwste onderaan.

    Zonder periode: alles.
    """
    over, tags = period.resolve(setting, "all", NO_SEARCH), read_names(tag)
    name = look_up(setting, read_course(course)) if course is not None else ""
    if out.form:
        _send(setting, over, out, name, tags)
        return
    entries, problems = list_entries(setting, over, name, tags)
    # What is chosen from may be empty because of the choice.
    chosen = over != ALL or name or tags
    none = "Hier staat niets bij. leerlog list toont alles." if chosen and setting.journal.months() else ""
    under = range_words(over)
    setting.show(list_document(entries, "Notities", setting.today, setting.rules, under=under, empty=none))
    setting.warn(problems)


@takes
def export(
    setting: Setting, *, period: PeriodOptions, out: Annotated[Out, Forms("json", "jsonl", default="json")]
) -> None:
    """Geef je notities aan een ander programma.

    Zonder periode: alles.
    """
    _send(setting, period.resolve(setting, "all"), out)


def _send(setting: Setting, period: Period, out: Out, course: str = "", tags: tuple[str, ...] = ()) -> None:
    """Write entries while they are read: there may be more than fit in memory."""
    problems: list[Problem] = []
    entries = walk_entries(setting, period, course, tags, problems)
    out.send(setting, entry_lines(entries) if out.form == "jsonl" else journal_json(entries), NOTES)
    setting.warn(problems)


@takes
def show(setting: Setting, *, ref: Ref = None, out: Annotated[Out, Forms("json", alias=True)]) -> None:
    """Toon een notitie helemaal."""
    entry = counted(which_entry(setting, ref, "show"), setting.rules)
    if out.form:
        out.send(setting, entry_json(entry) + "\n", What("De notitie", "haar"))
        return
    told = story_of(setting, entry) if is_linked(setting, entry) else None
    setting.show(entry_document(in_full(entry, setting.rules), setting.today, told))


@takes
def story(setting: Setting, *, ref: Ref = None, builds_on: BuildsOn = None, out: Annotated[Out, Forms("json")]) -> None:
    """Vertel het verhaal van een notitie: waar het op voortbouwt, en wat erna kwam.

    Met --builds-on leg je alsnog een verband.
    """
    entry = which_entry(setting, ref, "story")
    if builds_on:
        entry = link(setting, entry, find_sources(setting, builds_on))
        setting.tell(f"{entry.id} bouwt nu op {', '.join(entry.builds_on)}.")
    told = story_of(setting, entry)
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
    said = f"{entry.id} · {entry.value or 'zonder waarde'}"
    was = f"was {before.value or 'nog niet gewogen'}" if entry.value != before.value else "zo stond het er al"
    setting.confirm(said if as_json else f"{said} ({was})", entry_json(entry) if as_json else None)
