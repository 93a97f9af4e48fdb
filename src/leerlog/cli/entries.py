"""The entries of a period: listed, searched, and exported to other programs."""

from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from leerlog.app import search as app_search
from leerlog.app.entries import Wanted, export_blocks, find_checklist
from leerlog.app.finding import look_up
from leerlog.app.given import read_audiences, read_course, read_level, read_names
from leerlog.app.place import who_reads
from leerlog.app.search import Search
from leerlog.app.setting import Setting
from leerlog.cli.options import Full, Team, takes
from leerlog.cli.out import NOTES, Forms, Out
from leerlog.cli.periods import PeriodOptions
from leerlog.cli.screens import send_entries, send_notes, show_found, show_notes, tell_problems
from leerlog.domain.dates import count
from leerlog.domain.entry import Problem
from leerlog.domain.period import Period
from leerlog.domain.text import shown
from leerlog.errors import UsageError

NO_SEARCH = "Zoeken in je notities doe je met leerlog search, bijvoorbeeld: leerlog search {}"


class FilterOptions(NamedTuple):
    """Which of the entries are wanted, as it was typed."""

    course: Annotated[
        str | None, typer.Option("--course", metavar="NAAM", help="Alleen wat bij dit leertraject hoort.")
    ] = None
    tags: Annotated[
        list[str] | None, typer.Option("--tag", metavar="WOORD", help="Alleen met dit trefwoord; mag vaker.")
    ] = None
    value: Annotated[
        str | None,
        typer.Option("--value", metavar="NIVEAU", help="Alleen wat tot dit niveau kwam: 1 tot en met 5, of de naam."),
    ] = None
    people: Annotated[
        list[str] | None, typer.Option("--with", metavar="NAMEN", help="Alleen waar deze mensen bij waren.")
    ] = None
    share: Annotated[
        list[str] | None,
        typer.Option("--share", metavar="MET", help="Alleen wat je hiermee deelt: team, leidinggevende."),
    ] = None
    open_: Annotated[bool, typer.Option("--open", help="Alleen waarin nog iets te doen staat.")] = False
    checklist: Annotated[
        str | None, typer.Option("--checklist", metavar="CHECKLIST", help="Alleen van deze checklist, zoals after.")
    ] = None

    def resolve(self, setting: Setting) -> Wanted:
        """What they mean.

        Raises:
            UsageError: for a course, a level, an audience or a checklist that there is not.
        """
        return Wanted(
            look_up(setting, read_course(self.course)) if self.course is not None else "",
            read_names(self.tags),
            read_level(self.value),
            read_names(self.people),
            read_audiences(self.share),
            self.open_,
            find_checklist(setting, self.checklist) if self.checklist is not None else "",
        )


@takes
def list_(
    setting: Setting,
    *,
    period: PeriodOptions,
    filters: FilterOptions,
    out: Annotated[Out, Forms("xlsx", "csv", "json", "jsonl")],
) -> None:
    """Toon je notities, de nieuwste onderaan.

    Zonder periode: alles.
    """
    words = period.words or ()
    over = period.resolve(setting, "all", app_search.of_id(words) or NO_SEARCH.format(shown(" ".join(words))))
    wanted = filters.resolve(setting)
    if out.form:
        send_notes(setting, over, out, wanted)
        return
    show_notes(setting, over, wanted)


@takes
def search(
    setting: Setting,
    *,
    period: Annotated[
        PeriodOptions,
        {"words": Annotated[list[str] | None, typer.Argument(metavar="WOORDEN…", help="Waar je naar zoekt.")]},
    ],
    filters: FilterOptions,
    exact: Annotated[
        bool, typer.Option("--exact", help="Let op hoofdletters, accenten en alles wat verschilt.")
    ] = False,
    regex: Annotated[bool, typer.Option("--regex", help="De woorden zijn patronen (reguliere expressies).")] = False,
    full: Full = False,
    out: Annotated[Out, Forms("xlsx", "csv", "json", "jsonl")],
) -> None:
    """Zoek in alles wat je schreef, de nieuwste notitie bovenaan.

    Alle woorden staan in de notitie: in een antwoord, een afspraak of wat ervan kwam, het leertraject, de mensen of de
    trefwoorden. Hoofdletters en accenten maken niet uit. Wat tussen aanhalingstekens staat, hoort bij elkaar.

    Zonder periode: alles.
    """
    words = tuple(period.words or ())
    over = period._replace(words=None).resolve(setting, "all")
    asked = Search(words, over, filters.resolve(setting), exact, regex)
    if out.form:
        result = app_search.search(setting, asked)
        send_entries(setting, (each.entry for each in result.found), out)
        setting.warn(result.problems)
    else:
        show_found(setting, asked, full=full)


@takes
def export(
    setting: Setting,
    *,
    period: PeriodOptions,
    filters: FilterOptions,
    team: Team = None,
    partition: Annotated[
        str | None,
        typer.Option(
            "--partition",
            metavar="UIT",
            help="Bij --team: naar deze lege of nieuwe map; --force vervangt alleen wat leerlog daar schreef.",
        ),
    ] = None,
    out: Annotated[Out, Forms("json", "jsonl", "xlsx", "csv", "markdown", default="json", elsewhere="--partition")],
) -> None:
    """Geef je notities aan een ander programma, of neem ze mee naar een ander leerlog.

    Met leerlog import komen ze daar weer binnen; alleen csv niet, dat is voor een spreadsheet.

    Zonder periode: alles. Met --team en --partition: wat een team deelde, zonder namen, als jsonl voor een organisatie.
    """
    if team is not None or partition is not None:
        if filters != FilterOptions():
            raise UsageError("--partition neemt alles mee wat gedeeld is in de periode. Laat de andere keuzes weg.")
        _partition(setting, team, partition, period.resolve(setting, "all"), out)
        return
    if out.force and not out.file:
        raise UsageError("--force hoort bij --output BESTAND of bij --partition UIT.")
    over, wanted = period.resolve(setting, "all"), filters.resolve(setting)
    if out.form != "markdown":
        send_notes(setting, over, out, wanted)
        return
    problems: list[Problem] = []
    out.send(setting, export_blocks(setting.journal, setting.rules, over, wanted, problems), NOTES)
    setting.warn(problems)


def _partition(setting: Setting, team: str | None, place: str | None, period: Period, out: Out) -> None:
    from leerlog.app.partition import partition_team  # what an export of one's own does not wait for

    if not team or not team.strip() or not place or not place.strip():
        raise UsageError(
            "--team MAP en --partition UIT horen bij elkaar: de map met wat gedeeld is, en waar het heen gaat."
        )
    if out.output is not None or out.form != "jsonl":
        raise UsageError("--partition schrijft jsonl in een map: zet er --format jsonl bij, en laat --output weg.")
    number, problems = partition_team(setting, team, period, Path(place), force=out.force)
    tell_problems(setting, problems)
    setting.confirm(f"{count(number, 'notitie', 'notities')} in {place}, zonder namen. {who_reads(Path(place), 'ze')}")
