"""The journal's health."""

import typer

from leerlog.cli.context import Setting
from leerlog.domain.dates import count
from leerlog.reports.sources import chain_problems


def check(context: typer.Context) -> None:
    """Lees het hele leerlog na en toon alles wat niet klopt."""
    setting: Setting = context.obj
    entries, problems = setting.journal.read()
    problems = [*problems, *chain_problems(entries)]
    for problem in problems:
        setting.say(str(problem))
    size = count(len(entries), "notitie", "notities")
    if problems:
        setting.tell(f"{size} gelezen, {count(len(problems), 'probleem', 'problemen')} gevonden.")
        raise typer.Exit(1)
    setting.say(f"Alles klopt: {size} gelezen in {setting.journal.folder}.")
