"""The content: the handreiking as it came with leerlog, and a person's own checklists beside it."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from leerlog import files
from leerlog.domain.checklist import COURSE, Checklist
from leerlog.domain.entry import Problem, one_line
from leerlog.domain.guide import Factor, Goal, Guide, Principle, Remedy, Topic
from leerlog.domain.text import in_quotes
from leerlog.domain.waiting import with_waits
from leerlog.errors import UsageError
from leerlog.library import guide
from leerlog.library.checklists import read_checklist
from leerlog.library.folders import content_folder
from leerlog.library.strict import ID, BadContent, Fields, Items, Node, Reader, Text, nearest, read

T = TypeVar("T")
# The order in which they are listed; of your own come after it, by name.
ORDER = (
    "moment",
    "prepare",
    "during",
    "debrief",
    "after",
    "recall",
    "insights",
    "conditions",
    "waardecheck",
    "design",
    "hill",
)

EXAMPLE = """\
# Een checklist van jezelf. Verander wat je wilt; een regel met # ervoor is uitleg.
# Kijk daarna of alles klopt:  leerlog checklists --check {file}
# En loop hem door:            leerlog ask {id}

id: {id}            # de naam van dit bestand, zonder .yaml
title: {title}
scope: period            # waar één ronde over gaat: moment, course (een leertraject) of period
intro: Een zin of twee vooraf. Deze regel mag weg.

questions:
  - id: proud            # je antwoord wordt onder deze naam bewaard; verander haar daarna niet meer
    question: Waar ben je deze week trots op?
    hint: Klein mag ook.
    value: gerealiseerd  # of beleving, potentieel, toegepast, herkaderend; dan telt het mee in de terugblik

  - id: energy
    question: Hoeveel energie gaf je werk?
    kind: scale
    scale: 1-5

  - id: where
    question: Waar leerde je het meest?
    kind: choice
    choices:
      - id: work
        text: Aan het werk zelf
      - id: colleague
        text: Van een collega
      - id: course
        text: In een leertraject

  - id: try
    question: Wat wil je volgende week uitproberen?
    then:
      - id: when
        question: Wanneer kijk je terug?
        kind: follow-up  # komt in je agenda; ook obstacle (belemmering) en ask (vraag aan het team) kunnen
        item: Terugkijken op wat je uitprobeerde
"""


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
    raise UsageError(f"er is geen checklist {in_quotes(checklist_id)}{near}")


def _shipped(checklist_id: str) -> Checklist:
    if checklist_id == guide.HILL.id:
        return with_waits(guide.hill_checklist(load_principles()))
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
        except BadContent as error:
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
        ends += [(prompt.topic, "topic", topics), (prompt.shows, "shows", {*questions, COURSE})]
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
    made = make(read(content_folder() / file, reader.name), reader)
    reader.finish()
    return made


def _read_checklist(path: Path, name: str) -> Checklist:
    reader = Reader(name)
    checklist = read_checklist(read(path, name), reader, path.stem)
    reader.finish()
    return with_waits(checklist)


def _own_files(own: Path | None) -> dict[str, Path]:
    try:
        return {path.stem: path for path in own.glob("*.yaml")} if own else {}
    except OSError:
        return {}


def _other_files(own: Path | None) -> list[Problem]:
    """Files among a person's own that look like checklists and are not read."""
    near = sorted(own.glob("*.yml")) if own and files.is_folder(own) else []
    return [Problem(str(path), 0, "dit bestand lees ik niet; laat de naam eindigen op .yaml") for path in near]


def example(name: str) -> str:
    """A valid checklist of this name that explains itself.

    Raises:
        UsageError: for a name that a file of one's own can't have.
    """
    if name in ORDER:
        raise UsageError(f"{name} is al een checklist van de handreiking. Kies een andere naam.")
    if not ID.fullmatch(name):
        near = re.sub(r"[^a-z0-9_]+", "-", name.lower()).strip("-_")
        hint = f" Bijvoorbeeld: {near}." if near else ""
        raise UsageError(
            f"{in_quotes(name)} kan geen naam zijn: gebruik kleine letters, cijfers, - en _, zonder spaties.{hint}"
        )
    title = one_line(re.sub("[-_]+", " ", name)).capitalize()
    return EXAMPLE.format(id=name, title=title, file=f"{name}.yaml")


def read_own(path: Path, own: Path | None = None) -> Checklist:
    """The checklist in a file, which need not be in the folder of own ones yet.

    Raises:
        BadContent: with everything that is wrong, each with its line.
    """
    name = str(path)
    reader = Reader(name)
    if path.suffix != ".yaml":
        reader.problem(1, f"de naam van het bestand eindigt niet op .yaml; noem het {path.stem}.yaml")
    fields = read(path, name)
    checklist = read_checklist(fields, reader, path.stem)
    known = load_guide(own)[0]
    for word in loose_ends(checklist, known._replace(checklists=(*known.checklists, checklist))):
        reader.problem(_line_of(word, fields), word)
    reader.finish()
    return checklist


def _line_of(end: str, fields: Fields) -> int:
    """The line where a loose end, `'topic: x' verwijst …`, stands."""
    name, _, word = end[1:].partition("'")[0].partition(": ")
    return next((line for key, value, line in _texts(fields) if (key, value) == (name, word)), 1)


def _texts(node: Node) -> Iterator[tuple[str, str, int]]:
    """Every text in a file with its name and line."""
    if isinstance(node, Items):
        for part in node.items:
            yield from _texts(part)
    if isinstance(node, Fields):
        for name, value in node.values.items():
            if isinstance(value, Text):
                yield name, value.value.strip(), node.lines[name]
            yield from _texts(value)
