"""What was agreed, what stands in the way, what was asked: seen, and ticked."""

import re
from typing import Annotated

import typer

from leerlog.cli import options
from leerlog.cli.context import Setting
from leerlog.domain.dates import long_date
from leerlog.domain.entry import Entry
from leerlog.errors import UnknownId, UsageError
from leerlog.journal.edits import tick
from leerlog.render.pages.agenda import agenda_page
from leerlog.reports.agenda import build_agenda

TASKS = ("[ ] ", "[x] ", "[X] ")
_REF = re.compile(r"([0-9a-z]+|laatste)(?:[.\-/](\d{1,4}))?", re.IGNORECASE)


def agenda(context: typer.Context) -> None:
    """Zie je afspraken, belemmeringen en vragen.

    Wat over tijd is, staat bovenaan.
    """
    setting: Setting = context.obj
    entries, problems = setting.journal.read(marks=TASKS)
    built = build_agenda(entries, setting.today)
    setting.show(agenda_page(built))
    setting.warn(problems)


def done(
    context: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="REF", help="Wat er in de agenda voor staat, zoals a2k3f9q2.1.")],
    on: options.On = None,
) -> None:
    """Vink een afspraak, belemmering of vraag af."""
    setting: Setting = context.obj
    entry, number = _item(setting, ref)
    item = entry.follow_ups[number - 1]
    if item.ticked:
        when = f" op {long_date(item.done)}" if item.done else ""
        setting.tell(f"Dit was al afgevinkt{when}: {item.text}")
        return
    day = options.moment_of(setting, on)[0]
    setting.journal.change(entry, tick(number, day))
    setting.say(f"Afgevinkt: {item.text}")


def _item(setting: Setting, ref: str) -> tuple[Entry, int]:
    """The entry and the number of the item that a reference names."""
    found = _REF.fullmatch(ref.strip())
    if not found:
        raise UsageError(f"'{ref}' is geen verwijzing. leerlog agenda toont ze, zoals a2k3f9q2.1.")
    entry = setting.journal.find(found[1])
    waiting = [number for number, item in enumerate(entry.follow_ups, 1) if item.open]
    if not found[2] and len(waiting) == 1:
        return entry, waiting[0]
    number = int(found[2] or 0)
    if not 1 <= number <= len(entry.follow_ups):
        raise UnknownId(_no_such_item(entry, found[2], waiting))
    return entry, number


def _no_such_item(entry: Entry, number: str | None, waiting: list[int]) -> str:
    if not entry.follow_ups:
        return f"in notitie {entry.id} staat niets om af te vinken."
    named = ", ".join(f"{entry.id}.{each} ({entry.follow_ups[each - 1].text})" for each in waiting)
    there = f" Open staan: {named}." if named else " Alles erin is al afgevinkt."
    return (f"notitie {entry.id} heeft geen {number}." if number else f"welke van notitie {entry.id}?") + there
