"""Bringing along what was written elsewhere."""

from typing import Annotated

import typer

from leerlog.app.importing import MOST_SHOWN, Asked, Plan, bring, look_at_import
from leerlog.app.incoming_files import KINDS
from leerlog.app.setting import Setting
from leerlog.cli.console import agreed
from leerlog.cli.options import takes
from leerlog.cli.out import Forms, Out
from leerlog.domain.dates import count, full_date
from leerlog.domain.text import shorten
from leerlog.errors import UsageError
from leerlog.journal.incoming import Coming
from leerlog.render.data import import_json

SHOWN = 5
NOTES = ("notitie", "notities")


@takes
def import_(
    setting: Setting,
    *,
    path: Annotated[str, typer.Argument(metavar="BESTAND", help="Het bestand, of een map met bestanden.")],
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="SOORT", help=f"Waar het van is, als ik dat niet zie: {', '.join(KINDS)}."),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATUM", help="Van welke dag een tekst is waar geen datum boven staat."),
    ] = None,
    course: Annotated[
        str | None,
        typer.Option("--course", metavar="NAAM", help="Bij welk leertraject het hoort, waar dat er niet bij staat."),
    ] = None,
    timeformat: Annotated[
        str | None,
        typer.Option("--timeformat", metavar="VORM", help="Hoe jrnl de datums schrijft, zoals '%d-%m-%Y %H:%M'."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Toon alleen wat er zou komen.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Zonder eerst te vragen.")] = False,
    out: Annotated[Out, Forms("json")],
) -> None:
    """Zet notities van elders in je leerlog.

    Dat kan met wat leerlog export gaf en met de maanden van een ander leerlog; met jrnl en Day One (JSON of zip); met
    een map Markdown zoals die van Obsidian, met de dag in de namen; en met een gewone tekst waarin boven elke notitie
    een datum staat. Je ziet eerst wat er komt. Wat er al staat, komt niet nog een keer. Met leerlog undo gaat
    alles er weer uit.
    """
    if not path.strip():
        raise UsageError("achter import hoort een bestand, of een map met bestanden.")
    plan = look_at_import(setting, Asked(path, from_, on, course, timeformat))
    if not out.form:
        _show(setting, plan)
    for line in plan.told:
        setting.tell(f"Let op: {line}")
    coming = len(plan.new) + len(plan.conflicts)
    if out.form:
        if coming and not dry_run and ((yes or not setting.interactive) or agreed(setting, "Inlezen?", yes=False)):
            bring(setting, plan)
        out.send(setting, _as_json(plan))
    elif not coming:
        setting.confirm("Er komt niets bij.")
    elif dry_run:
        setting.confirm("Er is niets veranderd.")
    elif (yes or not setting.interactive) or agreed(setting, "Inlezen?", yes=False):
        bring(setting, plan)
        setting.confirm(f"Ingelezen: {count(coming, *NOTES)}. Terughalen: leerlog undo")
    else:
        return
    if plan.problems:
        raise typer.Exit(1)


def _show(setting: Setting, plan: Plan) -> None:
    days = sorted(each.entry.date for each in plan.new)
    span = "".join(f", {full_date(day)}" for day in days[:1])
    if span and days[-1] != days[0]:
        span += f" t/m {full_date(days[-1])}"
    setting.say(f"Nieuw: {count(len(plan.new), *NOTES)}{span}")
    _first(setting, plan.new)
    setting.say(f"Staat er al: {count(plan.here, *NOTES)}")
    if plan.conflicts:
        setting.say(f"Zelfde id, andere tekst: {count(len(plan.conflicts), *NOTES)}. Beide blijven staan.")
        _first(setting, plan.conflicts)
    if plan.problems:
        setting.say(f"Niet te lezen: {count(len(plan.problems), 'plek', 'plekken')}")
        for problem in plan.problems[:MOST_SHOWN]:
            setting.say(f"  {problem}")
        if len(plan.problems) > MOST_SHOWN:
            setting.say(f"  en nog {len(plan.problems) - MOST_SHOWN}")
    if plan.left:
        setting.say(f"Komt niet mee: {', '.join(f'{what} ({number})' for what, number in plan.left)}")


def _as_json(plan: Plan) -> str:
    new, conflicts = ([each.entry for each in notes] for notes in (plan.new, plan.conflicts))
    return import_json(new, conflicts, plan.here, plan.problems, plan.left, plan.told) + "\n"


def _first(setting: Setting, notes: tuple[Coming, ...]) -> None:
    for each in notes[:SHOWN]:
        words = each.entry.first_line or each.entry.title
        setting.say(f"  {full_date(each.entry.date)}  {shorten(words, 60)}")
    if len(notes) > SHOWN:
        setting.say(f"  en nog {len(notes) - SHOWN}")
