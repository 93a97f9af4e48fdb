"""What learning brought: outcomes, how many there are of a level, and the stories that they are the steps of."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from leerlog.domain.value import Level


class Outcome(NamedTuple):
    """One piece of what learning brought: an answer, or a whole entry where `question` is "".

    In a story it is a step: the highest that its entry brought, and `sources` are the entries that it builds on.
    level: None for what has not been weighed yet.
    date: None where nobody may be known.
    by: who wrote it, of several people; or who told it, of a turn at a waardecheck.
    """

    entry: str
    date: date | None
    course: str
    question: str
    text: str
    level: Level | None = None
    private: bool = False
    by: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LevelCount:
    """How much there is of one level, beside the period before, oldest first.

    level: None for what is still to be weighed.
    count: None when it may not be told, and then there are no outcomes either.
    previous_count: None when that may not be told, or there is no period before.
    """

    level: Level | None
    title: str
    count: int | None
    previous_count: int | None
    outcomes: tuple[Outcome, ...] = ()

    @property
    def change(self) -> int | None:
        """How many more than in the period before."""
        return None if self.count is None or self.previous_count is None else self.count - self.previous_count


class Expected(NamedTuple):
    """What was expected of a course, and the later answer to that same question; None while there is none."""

    course: str
    text: str
    came: Outcome | None = None


class Story(NamedTuple):
    """Entries that build on one another, oldest first, and what had been expected of their courses."""

    title: str
    steps: tuple[Outcome, ...]
    expected: tuple[Expected, ...] = ()

    @property
    def reached(self) -> Level | None:
        """The highest level of its steps."""
        levels = [step.level for step in self.steps if step.level]
        return max(levels, key=lambda level: level.number, default=None)
