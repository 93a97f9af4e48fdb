"""The waardecheck: the meeting itself, for whoever writes along."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from leerlog.cli.again import begin_command
from leerlog.cli.context import Setting
from leerlog.cli.done import hear_result, keep_heard
from leerlog.cli.drafting import begun_today
from leerlog.cli.turns import close, part_of, turn
from leerlog.domain.checklist import Checklist
from leerlog.domain.dates import count, long_date
from leerlog.domain.entry import DROPPED, Entry, dropped_result, names
from leerlog.domain.waardecheck import WAARDECHECK
from leerlog.errors import Stopped
from leerlog.journal.drafts import TURN
from leerlog.reports.agenda import Item, all_items, by_due

if TYPE_CHECKING:
    from leerlog.dialogue.talk import Talk

OPEN = "open"
# What is asked about each outcome; of what is still open there is nothing to tell yet.
OUTCOMES = {"gehouden": "Wat kwam ervan?", OPEN: "", DROPPED: "Hoe kwam dat?"}


def waardecheck(
    context: typer.Context,
    present: Annotated[
        list[str] | None, typer.Argument(metavar="NAMEN", help="Wie er zijn, in de volgorde waarin ze vertellen.")
    ] = None,
) -> None:
    """Schrijf mee bij de waardecheck van het team.

    Eerst wat er de vorige keer is afgesproken, dan ieders verhaal, en tot slot wat jullie in de weg zit, wat jullie
    vragen en wat jullie afspreken. Voor het leerlog van het team: leerlog --journal team waardecheck
    """
    from leerlog.dialogue.readers import open_talk
    from leerlog.library.content import load_checklist

    setting: Setting = context.obj
    talk = open_talk(setting.today, setting.plain)
    checklist = load_checklist(WAARDECHECK, setting.own_content)
    expected = list(names(",".join(present or ())))
    # Who goes on with a turn of today has looked back already.
    if not (talk.reader.live and expected and begun_today(setting, WAARDECHECK, expected[0])):
        with _says_how_to_go_on(begin_command(setting, checklist, ", ".join(expected))):
            look_back(setting, talk)
    part = part_of(checklist, TURN)
    while expected or (expected := _next(setting, talk, checklist, asked=present is not None)):
        turn(setting, talk, part, expected.pop(0), expected)
        part = part._replace(intro="")  # everybody has heard it
    close(setting, talk, checklist)


def look_back(setting: Setting, talk: "Talk") -> None:
    """Go through what was agreed before and is still open, one by one."""
    entries, problems = setting.journal.read(marks=("[ ] ",))
    setting.warn(problems)
    found = [item for item in all_items(entries, setting.today) if item.open and item.kind == "follow_up"]
    by_id = {entry.id: entry for entry in entries}
    if found:
        talk.screen.gap()
        talk.screen.say(f"Van de vorige keer: {count(len(found), 'afspraak staat', 'afspraken staan')} nog open.")
    for item in sorted(found, key=by_due):
        _settle(setting, talk, item, by_id[item.entry])


def _settle(setting: Setting, talk: "Talk", item: Item, entry: Entry) -> None:
    from leerlog.dialogue.choose import choose

    due = f", voor {long_date(item.due)}" if item.due else ""
    talk.screen.gap()
    talk.screen.say(f"{item.text}{f' · {item.who}' if item.who else ''}{due}")
    if item.result:
        talk.screen.say(f"→ {item.result}")
    # What came of it stands there already, and is never replaced.
    outcomes = [each for each in OUTCOMES if each != DROPPED or not item.result]
    outcome = choose(talk, "Hoe staat het ermee?", outcomes, OPEN)
    if outcome == OPEN:
        return
    said, stopped = ("", None) if item.result else hear_result(talk, OUTCOMES[outcome])
    result = dropped_result(said) if outcome == DROPPED else said
    keep_heard(setting, entry, int(item.ref.rpartition(".")[2]), setting.today, result)
    if stopped:
        raise stopped


@contextmanager
def _says_how_to_go_on(command: str) -> Iterator[None]:
    """Give the command to go on with when the person stops; what was settled is saved already."""
    from leerlog.dialogue.talk import Interrupted

    try:
        yield
    except Interrupted as stop:
        raise Stopped(f"{stop} Verder: {command}") from None


def _next(setting: Setting, talk: "Talk", checklist: Checklist, asked: bool) -> list[str]:
    """Whose turns are next; nobody's when everybody has had theirs."""
    from leerlog.dialogue.choose import ask_name

    if asked:
        return []
    with _says_how_to_go_on(begin_command(setting, checklist)):
        return list(names(ask_name(talk, "Wie vertelt er?", "Enter: iedereen is geweest")))
