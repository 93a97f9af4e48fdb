"""The entries of a period: listed, and exported to other programs."""

from typing import Annotated

from leerlog.app.entries import list_entries, walk_entries
from leerlog.app.finding import look_up
from leerlog.app.given import read_course, read_names
from leerlog.app.setting import Setting
from leerlog.cli.options import Course, Tags, takes
from leerlog.cli.out import Forms, Out, What
from leerlog.cli.periods import PeriodOptions
from leerlog.documents.entries import list_document
from leerlog.domain.entry import Problem
from leerlog.domain.period import ALL, Period, range_words
from leerlog.render.data import entry_lines, journal_json

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
    entries, problems = list_entries(setting.journal, over, name, tags)
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
    entries = walk_entries(setting.journal, setting.rules, period, course, tags, problems)
    out.send(setting, entry_lines(entries) if out.form == "jsonl" else journal_json(entries), NOTES)
    setting.warn(problems)
