"""The journal's health: what is wrong, what is only written in another way, and writing it as leerlog does."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from typing import Annotated

import typer

from leerlog.app.setting import Setting
from leerlog.domain.dates import count
from leerlog.domain.entry import Mend
from leerlog.errors import UsageError
from leerlog.journal.mending import Health, look, mended
from leerlog.reports.sources import chain_problems


def check(
    context: typer.Context,
    fix: Annotated[
        bool, typer.Option("--fix", help="Schrijf notities zoals leerlog ze schrijft; je ziet eerst wat er verandert.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Bij --fix: zonder eerst te vragen.")] = False,
) -> None:
    """Lees het hele leerlog na en toon alles wat niet klopt.

    Een opmerking is iets wat anders geschreven is dan leerlog het doet. De notitie telt gewoon mee, maar gaat niet mee
    als je deelt, want er kan iets in staan wat je niet wilde delen. Met --fix schrijft leerlog haar zoals het hoort.
    """
    setting: Setting = context.obj
    if yes and not fix:
        raise UsageError("--yes hoort bij --fix.")
    size, health = _look(setting)
    if fix and _fixed(setting, health.mends, yes):
        size, health = _look(setting)
    _tell(setting, size, health, fix)
    setting.end()
    if health.problems:
        raise typer.Exit(1)


def _look(setting: Setting) -> tuple[int, Health]:
    """How many entries there are, and what there is to say of them."""
    entries, problems = setting.journal.read()
    health = look(setting.journal, entries, problems)
    return len(entries), health._replace(problems=[*health.problems, *chain_problems(entries)])


def _tell(setting: Setting, number: int, health: Health, fix: bool) -> None:
    for problem in health.problems:
        setting.say(str(problem))
    for remark in health.remarks:
        setting.say(str(remark._replace(message=f"opmerking: {remark.message}")))
    size = count(number, "notitie", "notities")
    found = [count(len(health.problems), "probleem", "problemen")] if health.problems else []
    found += [count(len(health.remarks), "opmerking", "opmerkingen")] if health.remarks else []
    if found:
        setting.tell(f"{size} gelezen, {' en '.join(found)} gevonden.")
    else:
        setting.say(f"Alles klopt: {size} gelezen in {setting.journal.folder}.")
    if health.mends and not fix:
        what = count(len(health.mends), "notitie kan leerlog zelf", "notities kan leerlog zelf")
        setting.tell(f"{what} bijwerken: leerlog check --fix laat eerst zien hoe.")


def _fixed(setting: Setting, mends: Sequence[Mend], yes: bool) -> bool:
    """Show how these would be written, ask, and write them; whether it was done.

    Raises:
        UsageError: when it can't be asked.
        EntryChanged: when one of them was changed meanwhile; nothing is written then.
    """
    from leerlog.render.pages.mending import mending_page

    if not mends:
        return False
    setting.show(mending_page(mends, setting.today))
    if not (yes or setting.interactive):
        raise UsageError("leerlog vraagt eerst of het zo goed is, en dat kan hier niet. Zet er --yes bij.")
    if not yes and not _agreed(setting):
        setting.tell("Er is niets veranderd.")
        return False
    setting.journal.rewrite(
        {file: partial(mended, mends=list(its)) for file, its in groupby(mends, lambda mend: mend.entry.file)}
    )
    setting.say(f"Bijgewerkt: {count(len(mends), 'notitie', 'notities')}.")
    return True


def _agreed(setting: Setting) -> bool:
    from leerlog.dialogue.ask import yes_no

    setting.talk.screen.gap()
    return yes_no(setting.talk, "Zo opschrijven?", default=False)
