"""Tick what was agreed, and say what came of it."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from leerlog.app.finding import find_item
from leerlog.app.saving import keeping, said_of
from leerlog.app.setting import Setting
from leerlog.cli import options
from leerlog.domain.dates import long_date
from leerlog.domain.entry import Entry, one_line
from leerlog.errors import Stopped
from leerlog.journal.edits import tick
from leerlog.journal.store import refuse_bad_text
from leerlog.journal.task_edits import give_result

if TYPE_CHECKING:
    from leerlog.dialogue.talk import Talk

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
    item, said = entry.follow_ups[number - 1], one_line(result or "")
    named = " · ".join(part for part in (entry.course, item.text) if part)
    if not item.open and not said:
        when = f" op {long_date(item.done)}" if item.done else ""
        setting.tell(f"Dit was al afgevinkt{when}: {named}")
        return
    entry = tick_off(setting, entry, number, day if item.open else None, said)
    setting.confirm(f"Afgevinkt: {named}" + (f"\nResultaat: {said}" if said else ""))
    if on is not None and item.open:
        options.tell_day(setting, on, day)
    if said:
        return
    if result is None and not item.result and setting.interactive:
        _ask(setting, entry, number)


def tick_off(setting: Setting, entry: Entry, number: int, day: date | None, said: str) -> Entry:
    """Tick the item, unless `day` is None, and put below it what came of it: both or neither.

    What was said is kept in a draft when that fails.
    """
    item = entry.follow_ups[number - 1]

    def edit(block: str) -> str:
        # The result first: it looks whether the item still is what was read.
        block = give_result(number, said, item.text)(block) if said else block
        return tick(number, day)(block) if day else block

    with keeping(setting, lambda: said_of(setting, entry, number, said)):
        refuse_bad_text(entry._replace(follow_ups=(item._replace(result=said),)))
        return setting.journal.change(entry, edit)


def _ask(setting: Setting, entry: Entry, number: int) -> None:
    """Ask once what came of it; half an answer is kept as well."""
    from leerlog.dialogue.ask import RESULT
    from leerlog.dialogue.readers import open_talk

    said, stopped = hear_result(open_talk(setting.today, setting.plain), RESULT)
    if said:
        tick_off(setting, entry, number, None, said)
    if stopped:
        kept = "wat je typte, staat eronder" if said else "er staat niets onder"
        raise Stopped(f"Gestopt. Afgevinkt is het; {kept}.")


def hear_result(talk: "Talk", text: str) -> tuple[str, Stopped | None]:
    """What came of an item, and the Ctrl+C that ended the answer, which may then be half a one."""
    from leerlog.dialogue.ask import ask_result
    from leerlog.dialogue.talk import Interrupted

    try:
        return ask_result(talk, text), None
    except Interrupted as stop:
        return one_line(stop.text), stop
