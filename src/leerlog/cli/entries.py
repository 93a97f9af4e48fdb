"""The entries themselves: listed, shown, exported."""

from typing import Annotated

import typer

from leerlog.cli import options
from leerlog.cli.context import Setting
from leerlog.domain.course import key
from leerlog.domain.entry import Entry, tag_key


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
    format_: options.Format = None,
) -> None:
    """Toon je notities, de nieuwste onderaan.

    Zonder periode: alles.
    """
    setting: Setting = context.obj
    as_json = options.json_wanted(format_)
    given = options.PeriodOptions(period_, week, month, quarter, year, from_, to, last, all_)
    period = given.resolve(setting, "all", "Een leertraject of trefwoord kies je met --course of --tag.")
    entries, problems = setting.journal.read(period)
    name = ""
    if course is not None:
        from leerlog.cli.names import look_up

        name = look_up(setting, options.course(course))
    entries = _about(entries, name, options.people(tag))
    if as_json:
        from leerlog.render.data import journal_json
        from leerlog.reports.levels import counted

        setting.write("".join(journal_json(counted(entry, setting.lens) for entry in entries)))
    else:
        from leerlog.domain.period import range_words
        from leerlog.render.pages.entries import list_page

        setting.show(list_page(entries, "Notities", setting.today, setting.lens, under=range_words(period)))
    setting.warn(problems)


def _about(entries: list[Entry], course: str, tags: tuple[str, ...]) -> list[Entry]:
    """The entries of a course and with all of the tags, if any are given."""
    wanted = {tag_key(tag) for tag in tags}
    return [
        entry
        for entry in entries
        if (not course or key(entry.course) == key(course)) and wanted <= {tag_key(tag) for tag in entry.tags}
    ]


def show(
    context: typer.Context,
    ref: options.Ref,
    as_json: options.AsJson = False,
    format_: options.Format = None,
) -> None:
    """Toon een notitie helemaal."""
    setting: Setting = context.obj
    from leerlog.reports.levels import counted

    entry = counted(setting.journal.find(ref), setting.lens)
    if as_json or options.json_wanted(format_):
        from leerlog.render.data import entry_json

        setting.write(entry_json(entry))
    else:
        from leerlog.cli.chain import is_linked, story_of
        from leerlog.render.pages.entries import entry_page
        from leerlog.reports.gist import in_full

        story = story_of(setting, entry) if is_linked(setting, entry) else None
        setting.show(entry_page(in_full(entry, setting.lens), setting.today, story))


def export(
    context: typer.Context,
    format_: Annotated[str, typer.Option("--format", metavar="VORM", help="json.")] = "json",
    period_: options.Words = None,
    week: options.Week = None,
    month: options.Month = None,
    quarter: options.Quarter = None,
    year: options.Year = None,
    from_: options.From = None,
    to: options.To = None,
    last: options.Last = None,
    all_: options.All = False,
) -> None:
    """Geef je notities aan een ander programma.

    Zonder periode: alles.
    """
    setting: Setting = context.obj
    options.json_wanted(format_)
    period = options.PeriodOptions(period_, week, month, quarter, year, from_, to, last, all_).resolve(setting, "all")
    entries, problems = setting.journal.read(period)
    from leerlog.render.data import journal_json
    from leerlog.reports.levels import counted

    setting.write("".join(journal_json(counted(entry, setting.lens) for entry in entries)))
    setting.warn(problems)
