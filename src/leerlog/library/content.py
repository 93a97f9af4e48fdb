"""The content: the handreiking as it came with leerlog, and a person's own checklists beside it."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from leerlog import files
from leerlog.domain.checklist import Checklist
from leerlog.domain.entry import Problem
from leerlog.domain.guide import Factor, Goal, Guide, Principle, Remedy, Topic
from leerlog.errors import UsageError
from leerlog.library import guide, strict
from leerlog.library.checklists import read_checklist
from leerlog.library.config import content_folder
from leerlog.library.reader import Reader, nearest
from leerlog.library.strict import Fields

T = TypeVar("T")

# The order in which they are listed; of your own come after it, by name.
ORDER = ("moment", "prepare", "during", "debrief", "after", "insights", "conditions", "waardecheck", "design", "hill")


def checklist_ids(own: Path | None = None) -> tuple[str, ...]:
    """The ids of all checklists, the handreiking's first; only names of files are looked at."""
    return (*ORDER, *(name for name in sorted(_own_files(own)) if name not in ORDER))


def own_ids(own: Path | None = None) -> frozenset[str]:
    """The ids of a person's own checklists that can be read, also of those that replace one."""
    if not (files := _own_files(own)):
        return frozenset()
    broken = {problem.file for problem in load_checklists(own)[1]}
    return frozenset(name for name, path in files.items() if str(path) not in broken)


def load_checklist(checklist_id: str, own: Path | None = None) -> Checklist:
    """One checklist, a person's own before the handreiking's; no other file is read.

    Raises:
        UsageError: when there is none with this id.
        ContentError: when its file is wrong; a line for every problem.
    """
    path = _own_files(own).get(checklist_id)
    if path:
        return _read_checklist(path, str(path))
    if checklist_id in ORDER:
        return _shipped(checklist_id)
    known = checklist_ids(own)
    near = nearest(checklist_id, known) or f"; er zijn: {', '.join(known)}."
    raise UsageError(f"er is geen checklist '{strict.shown(checklist_id)}'{near}")


def _shipped(checklist_id: str) -> Checklist:
    if checklist_id == guide.HILL.id:
        return guide.hill_checklist(load_principles())
    name = f"checklists/{checklist_id}.yaml"
    return _read_checklist(content_folder() / name, f"content/{name}")


def load_checklists(own: Path | None = None) -> tuple[tuple[Checklist, ...], list[Problem]]:
    """All checklists that can be read, and what is wrong with the person's own ones.

    When an own file that replaces one of the handreiking is wrong, the handreiking's is there instead.
    """
    found = {checklist_id: _shipped(checklist_id) for checklist_id in ORDER}
    problems = _other_files(own)
    for checklist_id, path in sorted(_own_files(own).items()):
        try:
            found[checklist_id] = _read_checklist(path, str(path))
        except strict.BadContent as error:
            problems += error.problems
    return tuple(found.values()), problems


def load_guide(own: Path | None = None) -> tuple[Guide, list[Problem]]:
    """The whole handreiking with a person's own checklists, and what is wrong with those.

    Raises:
        ContentError: when the content that came with leerlog is wrong.
    """
    checklists, problems = load_checklists(own)
    values = load_values()
    factors, remedies = load_actions()
    whole = Guide(
        checklists=checklists,
        levels=values.levels,
        principles=load_principles(),
        goals=load_goals(),
        factors=factors,
        remedies=remedies,
        topics=load_topics(),
        talk=values.talk,
        nothing=values.nothing,
    )
    broken = {problem.file for problem in problems}
    for checklist_id, path in _own_files(own).items():
        if str(path) not in broken:
            ends = (end for each in checklists if each.id == checklist_id for end in loose_ends(each, whole))
            problems += [Problem(str(path), 0, end) for end in ends]
    return whole, problems


def loose_ends(checklist: Checklist, whole: Guide) -> list[str]:
    """What a checklist points to that is not there: topics, and earlier questions to show."""
    topics = {topic.id for topic in whole.topics}
    questions = {f"{each.id}.{question.id}" for each in whole.checklists for question in each.questions}
    ends = [(checklist.topic, "topic", topics)]
    for prompt in checklist.prompts():
        ends += [(prompt.topic, "topic", topics), (prompt.shows, "shows", questions)]
    loose = dict.fromkeys((name, word) for word, name, known in ends if word and word not in known)
    return [f"'{name}: {word}' verwijst naar iets wat er niet is" for name, word in loose]


def load_values() -> guide.Values:
    """The five value levels, the questions of the waardecheck, and what says that there is nothing yet."""
    return _load("values.yaml", guide.read_values)


def load_goals() -> tuple[Goal, ...]:
    """Whom or what learning can be for."""
    return _load("goals.yaml", guide.read_goals)


def load_principles() -> tuple[Principle, ...]:
    """The seven HILL principles."""
    return _load("hill.yaml", guide.read_principles)


def load_actions() -> tuple[tuple[Factor, ...], tuple[Remedy, ...]]:
    """The factors that further informal learning, and which of them help which condition."""
    return _load("actions.yaml", guide.read_actions)


def load_topics() -> tuple[Topic, ...]:
    """The backgrounds."""
    return _load("topics.yaml", guide.read_topics)


def _load(file: str, make: Callable[[Fields, Reader], T]) -> T:
    reader = Reader(f"content/{file}")
    made = make(strict.read(content_folder() / file, reader.name), reader)
    reader.finish()
    return made


def _read_checklist(path: Path, name: str) -> Checklist:
    reader = Reader(name)
    checklist = read_checklist(strict.read(path, name), reader, path.stem)
    reader.finish()
    return checklist


def _own_files(own: Path | None) -> dict[str, Path]:
    try:
        return {path.stem: path for path in own.glob("*.yaml")} if own else {}
    except OSError:
        return {}


def _other_files(own: Path | None) -> list[Problem]:
    """Files among a person's own that look like checklists and are not read."""
    near = sorted(own.glob("*.yml")) if own and files.is_folder(own) else []
    return [Problem(str(path), 0, "dit bestand lees ik niet; laat de naam eindigen op .yaml") for path in near]
