"""The entries themselves: listed, shown, exported."""

from collections.abc import Iterator

import typer

from leerlog.app.setting import Setting
from leerlog.cli import options
from leerlog.cli.out import SCREEN, Out, What, gives
from leerlog.domain.course import key
from leerlog.domain.entry import Entry, Problem, tag_key
from leerlog.domain.period import ALL, Period, range_words

NOTES = What("Je notities", "ze", "staan")


@gives("json", "jsonl")
def list_(
    context: typer.Context,
    period_: options.Words = None,
    week: options.Week = None,
    month: options.Month = None,
    quarter: options.Quarter = None,
    year: options.Year = None,
    from_: options.From = None,
    to: options.To = None,
    last: options.Last = None,
    all_: options.All = False,
    course: options.Course = None,
    tag: options.Tags = None,
    out: Out = SCREEN,
) -> None:
    """Toon je notities, de nieuwste onderaan.

    Zonder periode: alles.
    """
    setting: Setting = context.obj
    given = options.PeriodOptions(period_, week, month, quarter, year, from_, to, last, all_)
    period = given.resolve(
        setting,
        "all",
        "leerlog list zoekt niet in je teksten; een leertraject of trefwoord kies je met --course of --tag.",
    )
    name, tags = "", options.people(tag)
    if course is not None:
        from leerlog.app.finding import look_up

        name = look_up(setting, options.course(course))
    if out.form:
        _send(setting, period, out, name, tags)
        return
    from leerlog.render.pages.entries import list_page

    entries, problems = setting.journal.read(period)
    entries = _about(entries, name, tags)
    # What is chosen from may be empty because of the choice.
    chosen = period != ALL or name or tags
    none = "Hier staat niets bij. leerlog list toont alles." if chosen and setting.journal.months() else ""
    under = range_words(period)
    setting.show(list_page(entries, "Notities", setting.today, setting.rules, under=under, empty=none))
    setting.warn(problems)


def _send(setting: Setting, period: Period, out: Out, course: str = "", tags: tuple[str, ...] = ()) -> None:
    """Write entries while they are read: there may be more than fit in memory."""
    from leerlog.render.data import entry_lines, journal_json
    from leerlog.reports.levels import counted

    problems: list[Problem] = []

    def entries() -> Iterator[Entry]:
        for found, wrong in setting.journal.walk(period):
            problems.extend(wrong)
            yield from (counted(entry, setting.rules) for entry in _about(found, course, tags))

    out.send(setting, entry_lines(entries()) if out.form == "jsonl" else journal_json(entries()), NOTES)
    setting.warn(problems)


def _about(entries: list[Entry], course: str, tags: tuple[str, ...]) -> list[Entry]:
    """The entries of a course and with all of the tags, if any are given."""
    wanted = {tag_key(tag) for tag in tags}
    return [
        entry
        for entry in entries
        if (not course or key(entry.course) == key(course)) and wanted <= {tag_key(tag) for tag in entry.tags}
    ]


@gives("json", alias=True)
def show(context: typer.Context, ref: options.Ref, out: Out = SCREEN) -> None:
    """Toon een notitie helemaal."""
    setting: Setting = context.obj
    from leerlog.reports.levels import counted

    entry = counted(setting.journal.find(ref), setting.rules)
    if out.form:
        from leerlog.render.data import entry_json

        out.send(setting, entry_json(entry) + "\n", What("De notitie", "haar"))
        return
    from leerlog.cli.chain import is_linked, story_of
    from leerlog.render.pages.entries import entry_page
    from leerlog.reports.gist import in_full

    story = story_of(setting, entry) if is_linked(setting, entry) else None
    setting.show(entry_page(in_full(entry, setting.rules), setting.today, story))


@gives("json", "jsonl", default="json")
def export(
    context: typer.Context,
    period_: options.Words = None,
    week: options.Week = None,
    month: options.Month = None,
    quarter: options.Quarter = None,
    year: options.Year = None,
    from_: options.From = None,
    to: options.To = None,
    last: options.Last = None,
    all_: options.All = False,
    out: Out = SCREEN,
) -> None:
    """Geef je notities aan een ander programma.

    Zonder periode: alles.
    """
    setting: Setting = context.obj
    period = options.PeriodOptions(period_, week, month, quarter, year, from_, to, last, all_).resolve(setting, "all")
    _send(setting, period, out)
