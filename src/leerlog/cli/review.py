"""The review of a period, and the weighing of what has no value level yet."""

from typing import Annotated

import typer

from leerlog.cli import options, outfile
from leerlog.cli.context import Setting
from leerlog.cli.gather import gather
from leerlog.domain.dates import count, long_date
from leerlog.domain.entry import Entry
from leerlog.errors import UsageError
from leerlog.journal.edits import set_field
from leerlog.render.pages.review import review_page
from leerlog.render.reviews import private_count, review_text
from leerlog.reports.levels import unweighed
from leerlog.reports.review import build_review


def review(
    context: typer.Context,
    week: options.Week = None,
    month: options.Month = None,
    quarter: options.Quarter = None,
    year: options.Year = None,
    from_: options.From = None,
    to: options.To = None,
    last: options.Last = None,
    all_: options.All = False,
    full: Annotated[bool, typer.Option("--full", help="Toon alles, en elke tekst helemaal.")] = False,
    weigh: Annotated[bool, typer.Option("--weigh", help="Geef notities zonder waarde er één voor één een.")] = False,
    format_: Annotated[
        str | None,
        typer.Option("--format", metavar="VORM", help="markdown, html, csv, of json voor een ander programma."),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", metavar="BESTAND", help="Schrijf naar dit bestand: .md, .html, .csv of .json."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Bij --output: vervang het bestand als het er al is.")] = False,
    team: Annotated[
        str | None, typer.Option("--team", metavar="MAP", help="Over wat een team deelde: de bestanden in deze map.")
    ] = None,
    anonymous: Annotated[
        bool,
        typer.Option("--anonymous", help="Bij --team: zonder namen, en zonder aantallen van minder dan vijf mensen."),
    ] = False,
) -> None:
    """Zie wat het leren bracht, per waardeniveau en periode.

    Zonder periode: dit kwartaal.
    """
    setting: Setting = context.obj
    form = outfile.chosen_format(format_, output)
    outfile.check_place(setting, output, force)
    if team is not None or anonymous:
        from leerlog.cli.team import show_team

        period = options.PeriodOptions(week, month, quarter, year, from_, to, last, all_).resolve(
            setting.today, "quarter"
        )
        show_team(setting, team, period, form, output, anonymous=anonymous, full=full, weigh=weigh, force=force)
        return
    if weigh and form:
        raise UsageError("--weigh vraagt, en gaat niet samen met --format of --output. Kies er één.")
    period = options.PeriodOptions(week, month, quarter, year, from_, to, last, all_).resolve(setting.today, "quarter")
    entries, problems = gather(setting.journal, period, setting.today)
    if weigh:
        weigh_all(setting, [entry for entry in entries if entry.date in period])
        return
    built = build_review(entries, period, setting.today, setting.lens)
    if form:
        outfile.write_out(setting, review_text(built, form, problems), output, force, bom=form == "csv")
        _warn_private(setting, private_count(built) if output else 0)
    else:
        setting.show(review_page(built, full=full))
    setting.warn(problems)


def _warn_private(setting: Setting, number: int) -> None:
    if number:
        what = count(number, "privé-antwoord", "privé-antwoorden")
        setting.tell(f"Let op: er {'staat' if number == 1 else 'staan'} {what} in. Kijk ernaar voordat je dit deelt.")


def weigh_all(setting: Setting, entries: list[Entry]) -> None:
    """Ask for the value of every entry that has none yet, one by one; Enter leaves one as it is."""
    from leerlog.dialogue.ask import ask_value
    from leerlog.dialogue.readers import open_talk

    waiting = [entry for entry in entries if unweighed(entry, setting.lens)]
    talk = open_talk(setting.today, setting.plain)
    weighed = 0
    for number, entry in enumerate(waiting, 1):
        talk.screen.head("Wegen", long_date(entry.date), f"{number} van {len(waiting)}")
        for answer in entry.answers:
            talk.screen.say(answer.text)
        if level := ask_value(talk):
            setting.journal.change(entry, set_field("Waarde", level))
            weighed += 1
    setting.say(f"{count(weighed, 'notitie', 'notities')} gewogen, nog {len(waiting) - weighed} te wegen.")
