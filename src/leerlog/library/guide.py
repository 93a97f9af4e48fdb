"""From the other content files to the rest of the handreiking; docs/content-format.md tells their form."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from leerlog.domain.checklist import Checklist, Choice, Question
from leerlog.domain.guide import Factor, Goal, LevelText, Principle, Remedy, Topic
from leerlog.domain.outcome import words_in
from leerlog.domain.text import in_quotes
from leerlog.domain.value import Level
from leerlog.library.checklists import LEVELS
from leerlog.library.strict import Fields, Reader

T = TypeVar("T")

FACTOR_LEVELS = ("individueel", "team", "organisatie")
# What the scores of a principle are called, from 0 on.
SCORES = tuple(Choice(word.replace(" ", "-"), word) for word in ("niet", "een beetje", "grotendeels", "helemaal"))

HILL = Checklist(
    id="hill",
    title="HILL",
    heading="Leren met impact",
    section="2.1",
    scope="course",
    audience="wie een leertraject kiest of vormgeeft",
    intro=(
        "Geef elk principe een cijfer: 0 is niet, 1 een beetje, 2 grotendeels, 3 helemaal.\n"
        "Niet alles hoeft hoog; kijk wat het zwakst is."
    ),
    questions=(),
    topic="leren-met-impact",
)


def hill_checklist(principles: Sequence[Principle]) -> Checklist:
    """The checklist that holds a course against the principles: 0 to 3 for each."""
    return HILL._replace(questions=tuple(_hill_question(principle) for principle in principles))


def _hill_question(principle: Principle) -> Question:
    return Question(
        id=principle.id,
        text=principle.title,
        section=principle.section,
        kind="scale",
        hint=f"{principle.meaning}\n{principle.question}",
        choices=SCORES,
        low=0,
        high=len(SCORES) - 1,
    )


class Values(NamedTuple):
    """The texts of the value levels, all five in order, the questions of the waardecheck, and what says nothing yet."""

    levels: tuple[LevelText, ...]
    talk: tuple[str, ...]
    nothing: tuple[str, ...]


def read_values(fields: Fields, reader: Reader) -> Values:
    """What values.yaml holds."""
    reader.fields(fields, ("levels", "talk", "nothing"))
    names = ("title", "meaning", "question", "brief", "example", "section")

    def make(each: Fields) -> LevelText:
        level = Level(reader.word(each, "id", LEVELS, LEVELS[0]))
        return LevelText(level, *(reader.text(each, name) for name in names))

    levels = _each(fields, "levels", ("id", *names), reader, make)
    if tuple(text.level for text in levels) != tuple(Level):
        reader.problem(fields.lines.get("levels", 1), f"de niveaus zijn, in deze volgorde: {', '.join(LEVELS)}")
    return Values(levels, reader.texts(fields, "talk"), _nothing(fields, reader))


def _nothing(fields: Fields, reader: Reader) -> tuple[str, ...]:
    """The ways to say that there is nothing yet, each once and in words."""
    found = reader.texts(fields, "nothing")
    seen: dict[tuple[str, ...], str] = {}
    for text in found:
        words = tuple(words_in(text))
        if not words:
            reader.problem(
                fields.lines["nothing"], f"in {in_quotes(text)} staat geen woord; leestekens alleen tellen al niet"
            )
        elif words in seen:
            reader.problem(fields.lines["nothing"], f"{in_quotes(text)} staat er al, als {in_quotes(seen[words])}")
        seen.setdefault(words, text)
    return found


def read_goals(fields: Fields, reader: Reader) -> tuple[Goal, ...]:
    """Whom or what the learning is for."""
    reader.fields(fields, ("goals",))
    names = ("title", "meaning", "section")

    def make(each: Fields) -> Goal:
        return Goal(reader.id(each), *(reader.text(each, name) for name in names))

    return _each(fields, "goals", ("id", *names), reader, make)


def read_principles(fields: Fields, reader: Reader) -> tuple[Principle, ...]:
    """The HILL principles."""
    reader.fields(fields, ("principles",))

    def make(each: Fields) -> Principle:
        title, meaning, question = (reader.text(each, name) for name in ("title", "meaning", "question"))
        ideas = reader.texts(each, "ideas", least=2)
        if len(ideas) > 4:
            reader.problem(each.lines["ideas"], "meer dan vier ideeën is te veel om uit te kiezen")
        return Principle(reader.id(each), title, meaning, question, ideas, reader.text(each, "section"))

    return _each(fields, "principles", ("id", "title", "meaning", "question", "ideas", "section"), reader, make)


def read_actions(fields: Fields, reader: Reader) -> tuple[tuple[Factor, ...], tuple[Remedy, ...]]:
    """The factors that further informal learning, and which of them help which condition."""
    reader.fields(fields, ("factors", "remedies"))

    def factor(each: Fields) -> Factor:
        return Factor(
            id=reader.id(each),
            level=reader.word(each, "level", FACTOR_LEVELS),
            title=reader.text(each, "title"),
            actions=reader.texts(each, "actions"),
            example=reader.text(each, "example"),
            section=reader.text(each, "section"),
        )

    def remedy(each: Fields) -> Remedy:
        return Remedy(reader.id(each, "condition"), reader.texts(each, "factors"), reader.text(each, "because"))

    factors = _each(fields, "factors", ("id", "level", "title", "actions", "example", "section"), reader, factor)
    return factors, _each(fields, "remedies", ("condition", "factors", "because"), reader, remedy)


def read_topics(fields: Fields, reader: Reader) -> tuple[Topic, ...]:
    """The backgrounds."""
    reader.fields(fields, ("topics",))

    def make(each: Fields) -> Topic:
        title, section, source = (reader.text(each, name) for name in ("title", "section", "source"))
        return Topic(reader.id(each), title, section, reader.text(each, "text", lines=True), source)

    return _each(fields, "topics", ("id", "title", "section", "text"), reader, make, allowed=("source",))


def _each(
    fields: Fields,
    name: str,
    needed: tuple[str, ...],
    reader: Reader,
    make: Callable[[Fields], T],
    allowed: tuple[str, ...] = (),
) -> tuple[T, ...]:
    """What each part of the list under a name makes; the first of `needed` is its id, which no two share."""
    made: list[T] = []
    ids: list[str] = []
    for node in reader.nodes(fields, name):
        each = reader.fields(node, needed, allowed)
        reader.unique(each, ids, needed[0])
        ids.append(reader.text(each, needed[0]))
        made.append(make(each))
    return tuple(made)
