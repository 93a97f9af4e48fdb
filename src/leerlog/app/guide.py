"""The handreiking: a topic of it, and checklists of one's own beside it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from leerlog import files
from leerlog.app.setting import Setting
from leerlog.domain.checklist import Checklist
from leerlog.domain.guide import Topic
from leerlog.domain.near import meant, near
from leerlog.domain.text import in_quotes
from leerlog.errors import UsageError
from leerlog.library.content import ORDER, example, load_topics, read_own
from leerlog.refusals import unfit


def make_checklist(setting: Setting, name: str) -> Path:
    """Write an example of a checklist to begin with; what is there stays as it is."""
    folder = setting.own_content
    path = folder / f"{name}.yaml"
    text = example(name)
    if wrong := unfit(path):
        raise UsageError(f"{wrong}. Kies een andere naam.")
    files.make_folder(folder)
    files.sweep(folder)
    try:
        files.write(path, files.for_person(text.encode(), filled_in=True), new=True)
    except FileExistsError:
        raise UsageError(f"{path} is er al; ik laat het zoals het is.") from None
    return path


class Checked(NamedTuple):
    """A checklist of one's own that is fine: whether it takes the place of one, and whether it is in use."""

    checklist: Checklist
    replaces: bool
    in_use: bool


def check_checklist(setting: Setting, path: Path) -> Checked:
    """A checklist of one's own.

    Raises:
        BadContent: with everything that is wrong with it.
    """
    checklist = read_own(path, setting.own_content)
    in_use = path.absolute() == (setting.own_content / path.name).absolute()
    return Checked(checklist, checklist.id in ORDER, in_use)


def find_topic(setting: Setting, word: str) -> Topic:
    """The topic with this id or title, or the only one that begins so; a checklist's name leads to its own."""
    return _find(word, load_topics(), {each.id: each.topic for each in setting.guide.checklists})


def _find(word: str, topics: Sequence[Topic], behind: Mapping[str, str]) -> Topic:
    """The topic with this id or title, or the only one that begins so.

    behind: the topics of checklists, by their ids.
    """
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
    close = list(begun) or list(dict.fromkeys(named[name].id for name in near(asked, named, 3)))
    raise UsageError(
        f"over {in_quotes(word)} heb ik geen uitleg.{meant(close)} leerlog explain toont alle onderwerpen."
    )
