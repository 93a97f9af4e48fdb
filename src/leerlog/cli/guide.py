"""The handreiking itself: its checklists and its backgrounds."""

from typing import Annotated

import typer

from leerlog.cli.context import Setting
from leerlog.domain.guide import Topic
from leerlog.errors import UsageError
from leerlog.render.pages.guide import checklists_page, topic_page, topics_page


def checklists(context: typer.Context) -> None:
    """Toon welke checklists er zijn."""
    setting: Setting = context.obj
    setting.show(checklists_page(setting.guide.checklists))


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
    setting.show(topic_page(_find(topic, topics)) if topic else topics_page(topics))


def _find(word: str, topics: tuple[Topic, ...]) -> Topic:
    """The topic with this id or title, or the only one that begins so."""
    from difflib import get_close_matches

    named = {name.lower(): topic for topic in topics for name in (topic.title, topic.id, topic.section)}
    asked = word.strip().lower()
    if asked in named:
        return named[asked]
    begun = {topic.id: topic for name, topic in named.items() if asked and name.startswith(asked)}
    if len(begun) == 1:
        return next(iter(begun.values()))
    near = list(begun) or [named[name].id for name in get_close_matches(asked, named, n=3, cutoff=0.6)]
    mean = f" Bedoel je {' of '.join(dict.fromkeys(near))}?" if near else ""
    raise UsageError(f"over '{word}' heb ik geen uitleg.{mean} leerlog explain toont alle onderwerpen.")
