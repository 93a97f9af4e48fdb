"""Changing what is there: taken back, taken out, edited."""

from typing import Annotated

import typer

from leerlog.app.setting import Setting
from leerlog.app.undoing import entries_of, last_change, past_changes, take_back, taken_back
from leerlog.cli.options import takes
from leerlog.cli.out import Forms, Out
from leerlog.dialogue.ask import yes_no
from leerlog.documents.history import history_document, undo_document
from leerlog.errors import UsageError
from leerlog.render.data import history_json

Yes = Annotated[bool, typer.Option("--yes", help="Zonder eerst te vragen.")]


def agreed(setting: Setting, question: str, *, yes: bool) -> bool:
    """Whether the person says yes to what was shown, or did so beforehand.

    Raises:
        UsageError: when nobody can be asked.
    """
    if yes:
        return True
    if not setting.interactive:
        raise UsageError("leerlog vraagt eerst of het zo goed is, en dat kan hier niet. Zet er --yes bij.")
    setting.talk.screen.gap()
    return yes_no(setting.talk, question, default=False)


@takes
def undo(
    setting: Setting,
    *,
    list_: Annotated[bool, typer.Option("--list", help="Toon wat er veranderd is, het nieuwste bovenaan.")] = False,
    yes: Yes = False,
    out: Annotated[Out, Forms("json", alias=True)],
) -> None:
    """Haal je laatste wijziging terug.

    Je ziet eerst wat er terugkomt. Nog een keer haalt de wijziging ervoor terug. Het werkt voor alles wat verandert wat
    er al stond: weghalen, wijzigen, afvinken, wegen, verzetten, verbinden en bijwerken.
    """
    if list_:
        found = past_changes(setting)
        if out.form:
            out.send(setting, history_json(found) + "\n")
        else:
            setting.show(history_document(found, setting.config.history_days, setting.today, setting.rules))
        return
    if out.form:
        raise UsageError("--json hoort bij --list.")
    change = last_change(setting)
    setting.show(undo_document(change.on, change.what, taken_back(change), setting.today))
    if not agreed(setting, "Zo terughalen?", yes=yes):
        setting.tell("Er is niets veranderd.")
        return
    take_back(setting, change)
    ids = ", ".join(entry.id for entry in entries_of(change))
    setting.confirm(f"Teruggehaald: {ids} is weer zoals voor het {_act(change.what)}.")


def _act(what: str) -> str:
    """What was done, as a noun."""
    return {
        "afgevinkt": "afvinken",
        "weer opengezet": "openzetten",
        "verzet": "verzetten",
        "gewogen": "wegen",
        "verbonden": "verbinden",
        "weggehaald": "weghalen",
        "bijgewerkt": "bijwerken",
        "aangevuld": "aanvullen",
    }.get(what, "wijzigen")
