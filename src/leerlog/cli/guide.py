"""The handreiking itself: its checklists, with those of one's own, and its backgrounds."""

from pathlib import Path
from typing import Annotated

import typer

from leerlog.app.setting import Setting
from leerlog.cli.out import SCREEN, Out, What, gives
from leerlog.domain.guide import Topic
from leerlog.errors import ContentError, UsageError
from leerlog.render.pages.guide import checklists_page, topic_page, topics_page


@gives("json")
def checklists(
    context: typer.Context,
    new: Annotated[
        str | None, typer.Option("--new", metavar="NAAM", help="Maak een checklist van jezelf, met een voorbeeld erin.")
    ] = None,
    check: Annotated[
        str | None, typer.Option("--check", metavar="BESTAND", help="Kijk of een checklist van jezelf klopt.")
    ] = None,
    out: Out = SCREEN,
) -> None:
    """Toon welke checklists er zijn, ook die van jezelf."""
    setting: Setting = context.obj
    if new is not None and check is not None:
        raise UsageError("--new en --check gaan niet samen. Kies er één.")
    if out.form and (new is not None or check is not None):
        raise UsageError(f"--format hoort niet bij {'--check' if new is None else '--new'}.")
    if new is not None:
        _new(setting, new)
    elif check is not None:
        _check(setting, Path(check))
    else:
        from leerlog.library.content import own_ids

        found, own = setting.guide.checklists, own_ids(setting.own_content)
        if out.form:
            from leerlog.render.data import checklists_json

            out.send(setting, checklists_json(found, own) + "\n", What("De checklists", "ze", "staan"))
        else:
            setting.show(checklists_page(found, own))


def _new(setting: Setting, name: str) -> None:
    """Write an example to begin with; what is there stays as it is."""
    from leerlog import files
    from leerlog.library.own import example

    folder = setting.own_content
    path = folder / f"{name}.yaml"
    text = example(name)
    files.make_folder(folder)
    files.sweep(folder)
    try:
        files.write(path, text.encode(), new=True)
    except FileExistsError:
        raise UsageError(f"{path} is er al; ik laat het zoals het is.") from None
    setting.confirm(f"Gemaakt: {path}\nPas het aan in een editor. Doorlopen: leerlog ask {name}")


def _check(setting: Setting, path: Path) -> None:
    """Say that a checklist is fine and how to install it, or everything that is wrong with it."""
    from leerlog.domain.dates import count
    from leerlog.library.content import ORDER
    from leerlog.library.own import read_own
    from leerlog.library.strict import BadContent

    folder = setting.own_content
    try:
        checklist = read_own(path, folder)
    except BadContent as error:
        setting.say(str(error))
        raise ContentError(f"{path} klopt nog niet: {count(len(error.problems), 'fout', 'fouten')}.") from None
    setting.say(f"{path} klopt: {checklist.title}, {count(len(checklist.questions), 'vraag', 'vragen')}.")
    if checklist.id in ORDER:
        setting.say(f"Hij komt in de plaats van {checklist.id} uit de handreiking.")
    if path.absolute() == (folder / path.name).absolute():
        setting.say(f"Doorlopen: leerlog ask {checklist.id}")
    else:
        setting.say(f"Zet het bestand in {folder}; daarna: leerlog ask {checklist.id}")


def explain(
    context: typer.Context,
    topic: Annotated[
        str | None, typer.Argument(metavar="ONDERWERP", help="Waarover; zonder onderwerp zie je ze allemaal.")
    ] = None,
) -> None:
    """Lees de achtergrond van de handreiking."""
    from leerlog.library.content import load_topics

    setting: Setting = context.obj
    topics = load_topics()
    if topic:
        behind = {each.id: each.topic for each in setting.guide.checklists}
        setting.show(topic_page(_find(topic, topics, behind)))
    else:
        setting.show(topics_page(topics))


def _find(word: str, topics: tuple[Topic, ...], behind: dict[str, str]) -> Topic:
    """The topic with this id or title, or the only one that begins so.

    behind: the topics of checklists, by their ids.
    """
    from difflib import get_close_matches

    named = {name.lower(): topic for topic in topics for name in (topic.title, topic.id, topic.section)}
    by_id = {topic.id: topic for topic in topics}
    # A command's name leads to the background of its questions.
    named |= {name: by_id[topic] for name, topic in behind.items() if topic in by_id and name not in named}
    asked = word.strip().lower()
    if asked in named:
        return named[asked]
    begun = {topic.id: topic for name, topic in named.items() if asked and name.startswith(asked)}
    if len(begun) == 1:
        return next(iter(begun.values()))
    near = list(begun) or [named[name].id for name in get_close_matches(asked, named, n=3, cutoff=0.6)]
    mean = f" Bedoel je {' of '.join(dict.fromkeys(near))}?" if near else ""
    raise UsageError(f"over '{word}' heb ik geen uitleg.{mean} leerlog explain toont alle onderwerpen.")
