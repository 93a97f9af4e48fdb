"""The handreiking itself: its checklists, with those of one's own, and its backgrounds."""

from pathlib import Path
from typing import Annotated

import typer

from leerlog.app.guide import check_checklist, find_topic, make_checklist
from leerlog.app.setting import Setting
from leerlog.cli.options import refuse_two, takes
from leerlog.cli.out import Forms, Out, What
from leerlog.documents.guide import checklists_document, topic_document, topics_document
from leerlog.domain.dates import count
from leerlog.domain.guide import parts_of
from leerlog.errors import ContentError, UsageError
from leerlog.library.content import load_topics, own_ids
from leerlog.library.strict import BadContent
from leerlog.render.data import checklists_json

CHECKLISTS = What("De checklists", "ze", "staan")


@takes
def checklists(
    setting: Setting,
    *,
    new: Annotated[
        str | None, typer.Option("--new", metavar="NAAM", help="Maak een checklist van jezelf, met een voorbeeld erin.")
    ] = None,
    check: Annotated[
        str | None, typer.Option("--check", metavar="BESTAND", help="Kijk of een checklist van jezelf klopt.")
    ] = None,
    out: Annotated[Out, Forms("json")],
) -> None:
    """Toon welke checklists er zijn, ook die van jezelf."""
    refuse_two({"--new": new is not None, "--check": check is not None})
    if out.form and (new is not None or check is not None):
        raise UsageError(f"--format hoort niet bij {'--check' if new is None else '--new'}.")
    if new is not None:
        made = make_checklist(setting, new)
        setting.confirm(f"Gemaakt: {made}\nPas het aan in een editor. Doorlopen: leerlog ask {new}")
    elif check is not None:
        if not check.strip():
            raise UsageError("achter --check hoort de naam van een bestand.")
        _check(setting, Path(check))
    else:
        _show(setting, out)


def _show(setting: Setting, out: Out) -> None:
    found, own = setting.guide.checklists, own_ids(setting.own_content)
    if out.form:
        out.send(setting, checklists_json(found, own) + "\n", CHECKLISTS)
    else:
        setting.show(checklists_document(found, own))


def _check(setting: Setting, path: Path) -> None:
    """Say that a checklist is fine and how to install it, or everything that is wrong with it."""
    try:
        checklist, replaces, in_use = check_checklist(setting, path)
    except BadContent as error:
        setting.say(str(error))
        raise ContentError(f"{path} klopt nog niet: {count(len(error.problems), 'fout', 'fouten')}.") from None
    setting.say(f"{path} klopt: {checklist.title}, {count(len(checklist.questions), 'vraag', 'vragen')}.")
    if replaces:
        setting.say(f"Hij komt in de plaats van {checklist.id} uit de handreiking.")
    where = "Doorlopen" if in_use else f"Zet het bestand in {setting.own_content}; daarna"
    setting.say(f"{where}: leerlog ask {checklist.id}")


@takes
def explain(
    setting: Setting,
    *,
    topic: Annotated[
        str | None, typer.Argument(metavar="ONDERWERP", help="Waarover; zonder onderwerp zie je ze allemaal.")
    ] = None,
) -> None:
    """Lees de achtergrond van de handreiking."""
    if topic:
        found = find_topic(setting, topic)
        setting.show(topic_document(found, parts_of(found, setting.guide)))
    else:
        setting.show(topics_document(load_topics()))
