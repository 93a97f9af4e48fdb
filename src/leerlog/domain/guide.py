"""The handreiking beside its checklists: levels, principles, factors, goals, topics."""

from typing import NamedTuple

from leerlog.domain.checklist import Checklist
from leerlog.domain.value import Level


class LevelText(NamedTuple):
    """How a value level is told: its title, its meaning, and the question that looks for it.

    brief: what it is in a few words, to choose by; example: a note of that level.
    """

    level: Level
    title: str
    meaning: str
    question: str
    brief: str
    example: str
    section: str


class Principle(NamedTuple):
    """One of the seven HILL principles (section 2.1)."""

    id: str
    title: str
    meaning: str
    question: str
    ideas: tuple[str, ...]
    section: str


class Goal(NamedTuple):
    """Whom or what the learning is for (section 3.2)."""

    id: str
    title: str
    meaning: str
    section: str


class Factor(NamedTuple):
    """Something that furthers informal learning, with what you can do for it (section 2.5.3)."""

    id: str
    level: str
    title: str
    actions: tuple[str, ...]
    example: str
    section: str


class Remedy(NamedTuple):
    """Which factors help when a condition (section 2.5.2) scores low, and why."""

    condition: str
    factors: tuple[str, ...]
    because: str


class Topic(NamedTuple):
    """A background, to read with `explain`."""

    id: str
    title: str
    section: str
    text: str
    source: str = ""


class Guide(NamedTuple):
    """The whole handreiking.

    talk: the waardecheck's questions (section 2.4.2).
    nothing: what an answer says when there is nothing yet.
    """

    checklists: tuple[Checklist, ...]
    levels: tuple[LevelText, ...]
    principles: tuple[Principle, ...]
    goals: tuple[Goal, ...]
    factors: tuple[Factor, ...]
    remedies: tuple[Remedy, ...]
    topics: tuple[Topic, ...]
    talk: tuple[str, ...]
    nothing: tuple[str, ...] = ()


def parts_of(topic: Topic, guide: Guide) -> tuple[LevelText | Principle | Goal, ...]:
    """What the section of a topic tells one by one, where it is the topic that opens that section."""
    first = next(each for each in guide.topics if each.section == topic.section)
    parts: tuple[LevelText | Principle | Goal, ...] = (*guide.levels, *guide.principles, *guide.goals)
    return tuple(part for part in parts if part.section == topic.section) if topic == first else ()
