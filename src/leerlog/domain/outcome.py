"""What learning brought: what says that there is nothing yet, outcomes, how many there are of a level, and stories.

Which words say that there is nothing stands in the content (values.yaml).
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from leerlog.domain.period import Period
from leerlog.domain.value import Level

_WORD = re.compile(r"[^\W_]+")


def words_in(text: str) -> list[str]:
    """The words of a text, without capitals, accents, punctuation and what can't be seen."""
    text = text.casefold()
    if not text.isascii():
        letters = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in letters if unicodedata.category(c) not in ("Mn", "Cf"))
    return _WORD.findall(text)


class Nothing:
    """The ways to say that there is nothing (yet), alone or one after another, as in `Nee, nog niets`."""

    def __init__(self, phrases: Iterable[str] = ()) -> None:
        self.phrases = tuple(phrases)
        # From each word to those that may follow it; "" where a phrase may end.
        self._first: dict[str, Any] = {}
        for phrase in self.phrases:
            node = self._first
            for word in words_in(phrase):
                node = node.setdefault(word, {})
            node[""] = {}

    def said(self, text: str) -> bool:
        """Whether a text is nothing but such words; one that goes on after them is not.

        A text without a word says nothing either, unless it is a picture.
        """
        # Most texts begin with another word, and are not looked at any further.
        first = text.partition(" ")[0]
        if first.isascii() and first.isalpha() and first.lower() not in self._first:
            return False
        here, wordless = [self._first], True
        for part in re.finditer(r"\S+", text):  # most texts go on with another word, and are not looked at any further
            for word in words_in(part[0]):
                wordless = False
                here = [node[word] for node in here if word in node]
                if any("" in node for node in here):
                    here.append(self._first)
                if not here:
                    return False
        if wordless:
            return not any(unicodedata.category(c) == "So" for c in text)
        return here[-1] is self._first


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


class LevelCount(NamedTuple):
    """How much there is of one level, beside the period before, oldest first.

    level: None for what is still to be weighed.
    count: None when it may not be told, and then there are no outcomes either.
    previous_count: None when that may not be told, or there is no period before.
    """

    level: Level | None
    title: str
    count: int | None  # type: ignore[assignment]
    previous_count: int | None
    outcomes: tuple[Outcome, ...] = ()

    @property
    def change(self) -> int | None:
        """How many more than in the period before."""
        return None if self.count is None or self.previous_count is None else self.count - self.previous_count


class Part(NamedTuple):
    """What was brought in a part of a period.

    counts: of every level, from the first to the fifth, and of what is still to be weighed, zeros too; of an anonymous
        team without the levels that may not be told.
    """

    period: Period
    counts: Mapping[Level | None, int]


class Expected(NamedTuple):
    """What was expected of a course, and the later answer to that same question; None while there is none."""

    course: str
    text: str
    came: Outcome | None = None


class Story(NamedTuple):
    """Entries that build on one another, oldest first, and what had been expected of their courses.

    to_ask: what it leads one to ask; "" for nothing.
    """

    title: str
    steps: tuple[Outcome, ...]
    expected: tuple[Expected, ...] = ()
    to_ask: str = ""

    @property
    def signed(self) -> "Story":
        """The story of one person, with the name in its title and no longer at every step."""
        writers = {step.by for step in self.steps}
        if len(writers) > 1 or not all(writers):
            return self
        steps = tuple(step._replace(by="") for step in self.steps)
        return self._replace(title=f"{self.title} · {writers.pop()}", steps=steps)

    @property
    def reached(self) -> Level | None:
        """The highest level of its steps."""
        levels = [step.level for step in self.steps if step.level]
        return max(levels, key=lambda level: level.number, default=None)


def turning_points(steps: Sequence[Outcome], most: int = 6) -> list[int]:
    """Which steps tell a story shortly: the first, the last, each that got further than all before, then the latest."""
    kept = [0, len(steps) - 1]
    furthest = 0
    for at, step in enumerate(steps):
        if step.level and step.level.number > furthest:
            furthest = step.level.number
            kept.append(at)
    kept += range(len(steps) - 1, 0, -1)
    return sorted(list(dict.fromkeys(kept))[:most])
