"""Tick what was agreed, and say what came of it."""

from dataclasses import replace
from typing import Annotated

import typer

from leerlog.cli import options
from leerlog.cli.context import Setting
from leerlog.cli.refs import find_item
from leerlog.domain.dates import long_date
from leerlog.domain.entry import Entry, one_line
from leerlog.errors import LeerlogError, Stopped
from leerlog.journal.edits import tick
from leerlog.journal.store import refuse_bad_text
from leerlog.journal.task_edits import give_result

Result = Annotated[
    str | None,
    typer.Option("--result", metavar="TEKST", help="Wat ervan kwam; dat zie je terug in leerlog review."),
]


def done(
    context: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="REF", help="Wat er in de agenda voor staat, zoals a2k3f9q2.1.")],
    result: Result = None,
    on: options.On = None,
) -> None:
    """Vink een afspraak, belemmering of vraag af.

    Daarna kun je erbij zetten wat ervan kwam.
    """
    setting: Setting = context.obj
    day = options.moment_of(setting, on)[0]
    entry, number = find_item(setting, ref)
    item = entry.follow_ups[number - 1]
    if item.open:
        _save(setting, entry, number, lambda block: tick(number, day)(block), result)
        setting.say(f"Afgevinkt: {item.text}")
        if result is None and not item.result and setting.interactive:
            _ask(setting, entry, number)
    elif result is None or not one_line(result):
        when = f" op {long_date(item.done)}" if item.done else ""
        setting.tell(f"Dit was al afgevinkt{when}: {item.text}")
        return
    else:
        _save(setting, entry, number, lambda block: block, result)
        setting.say(f"Afgevinkt was al: {item.text}")
    if result and one_line(result):
        setting.say(f"Resultaat: {one_line(result)}")
