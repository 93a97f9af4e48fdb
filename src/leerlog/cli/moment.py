"""The daily note, in ten seconds."""

from typing import Annotated

import typer

from leerlog.app.given import EntryOptions
from leerlog.app.note import write_moment
from leerlog.app.saving import may_hold_back, report
from leerlog.app.setting import Setting
from leerlog.cli.console import INPUT, input_text, waiting
from leerlog.cli.options import AsJson, takes


@takes
def moment(
    setting: Setting,
    *,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEKST", help="Wat je verwonderde; - leest van de invoer.")
    ] = None,
    entry: EntryOptions,
    as_json: AsJson = False,
) -> None:
    """Wat heeft jou verwonderd in je werk vandaag?

    Zonder tekst vraagt leerlog ernaar.
    """
    saved = write_moment(setting, _text(setting, text), entry)
    if saved is None:
        setting.tell("Niets ingevuld, dus niets bewaard.")
        return
    report(setting, saved, as_json)
    if not as_json and may_hold_back(saved):
        from leerlog.app.afterwards import ask_what_holds_back  # few notes say no

        ask_what_holds_back(setting, setting.talk if setting.interactive else None, saved)
    if not as_json and setting.interactive and (saved.course or saved.people):
        from leerlog.app.afterwards import afterwards  # a note about nothing in particular need not wait for it

        afterwards(setting, setting.talk, saved)


def _text(setting: Setting, words: list[str] | None) -> str | None:
    """What was written, on the command line or on the input; None when it is to be asked for."""
    if words is None and setting.interactive:
        return None
    if words is None:
        setting.tell(waiting())
    return " ".join(words) if words and words != [INPUT] else input_text(setting)
