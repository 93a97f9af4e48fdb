"""What was agreed, what stands in the way, what was asked: seen, added to, moved, taken along to a calendar."""

from typing import Annotated

import typer

from leerlog.app.finding import TASKS
from leerlog.app.setting import Setting
from leerlog.cli import agreements
from leerlog.cli.out import SCREEN, Out, What, gives
from leerlog.domain.dates import long_date
from leerlog.domain.entry import Entry
from leerlog.errors import UsageError
from leerlog.render.data import agenda_json, entry_json
from leerlog.render.pages.agenda import agenda_page
from leerlog.reports.agenda import build_agenda

AGENDA = What("Je agenda", "hem")


@gives("json", "ics", alias=True)
def agenda(
    context: typer.Context,
    add: Annotated[
        str | None, typer.Option("--add", metavar="TEKST", help="Zet er iets bij. Wie en wanneer mogen in de tekst.")
    ] = None,
    who: Annotated[str | None, typer.Option("--who", metavar="NAAM", help="Bij --add: wie het doet.")] = None,
    due: Annotated[
        str | None,
        typer.Option("--due", metavar="DATUM", help="Bij --add: voor wanneer, zoals vrijdag, 2 weken of 7 dec."),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="SOORT", help="Bij --add: afspraak, belemmering of vraag. Anders een afspraak."),
    ] = None,
    course: Annotated[
        str | None, typer.Option("--course", metavar="NAAM", help="Bij --add: bij welk leertraject het hoort.")
    ] = None,
    move: Annotated[
        tuple[str, str] | None,
        typer.Option("--move", metavar="REF DATUM", help="Zet iets op een andere dag: --move a2k3f9q2.1 vrijdag."),
    ] = None,
    out: Out = SCREEN,
) -> None:
    """Zie je afspraken, belemmeringen en vragen.

    Wat over tijd is, staat bovenaan. Zet er iets bij met --add, of op een andere dag met --move.
    """
    setting: Setting = context.obj
    _refuse_two({"--add": add, "--move": move, "--format ics": out.form == "ics"})
    _refuse_two({"--add": add, "--move": move, "--output": out.output})
    _refuse_without("--add", add, {"--who": who, "--due": due, "--kind": kind, "--course": course})
    if add is not None:
        _report(setting, *agreements.add_item(setting, add, who, due, kind, course), out)
    elif move is not None:
        _report(setting, *agreements.move_item(setting, *move), out)
    elif out.form == "ics":
        from leerlog.cli.calendar import write_calendar

        write_calendar(setting, out)
    else:
        _show(setting, out)


def _refuse_two(given: dict[str, object]) -> None:
    """Stop when two things are asked for at once."""
    chosen = [name for name, value in given.items() if value]
    if len(chosen) > 1:
        raise UsageError(f"{' en '.join(chosen)} gaan niet samen. Kies er één.")


def _refuse_without(needed: str, there: object, given: dict[str, object]) -> None:
    """Stop when an option misses the one that it belongs to."""
    for name, value in given.items():
        if value is not None and there is None:
            raise UsageError(f"{name} hoort bij {needed}. Zie leerlog agenda --help.")


def _report(setting: Setting, done: str, entry: Entry, number: int, out: Out) -> None:
    """Say what was done with an item: its ref, what, who and when."""
    item = entry.follow_ups[number - 1]
    parts = [f"{done} {entry.id}.{number}", item.text, item.who, f"voor {long_date(item.due)}" if item.due else ""]
    setting.confirm(" · ".join(part for part in parts if part), entry_json(entry) if out.form else None)
    if item.due and item.due < setting.today:
        setting.tell("Let op: die dag is al voorbij.")


def _show(setting: Setting, out: Out) -> None:
    entries, problems = setting.journal.read(marks=TASKS)
    built = build_agenda(entries, setting.today)
    if out.form:
        out.send(setting, agenda_json(built, problems) + "\n", AGENDA)
    else:
        from leerlog.cli.courses import open_windows

        setting.show(agenda_page(built, open_windows(setting)))
    setting.warn(problems)
