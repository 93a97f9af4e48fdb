"""Answers on a scale, and rounds of them: HILL of a course, the conditions for learning at work.

An answer is a number, and after it what a person wants to say of it.
"""

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from leerlog.domain.period import Period

if TYPE_CHECKING:
    from leerlog.domain.checklist import Question


# Not the first half of 3,5 or 3.5.
_SCORE = r"(?s)(\d+)(?!\d|[.,]\d)[\s.:;,–—-]*(.*)"


def score(prompt: "Question", text: str) -> int | None:
    """The number at the start of a scale's answer; None when it is not on the scale."""
    number = leading_score(text)
    return number if number is not None and prompt.low <= number <= prompt.high else None


def leading_score(text: str) -> int | None:
    """The number that a scale's answer begins with."""
    found = re.fullmatch(_SCORE, text.strip())
    return int(found[1]) if found and found[1].isascii() and len(found[1]) < 4 else None


def note(text: str) -> str:
    """What a person wrote after the number of a scale's answer."""
    found = re.fullmatch(_SCORE, text.strip())
    return found[2].strip() if found else text


class Score(NamedTuple):
    """One score on a scale that ends at `most`.

    word: what the score is called, "" where its scale has no words.
    previous: the score of the round before; None when it has none.
    """

    question: str
    title: str
    value: int
    most: int
    word: str = ""
    note: str = ""
    previous: int | None = None


class Scores(NamedTuple):
    """One round.

    skipped: how many questions have no score.
    previous_day: the day of the round before; None for the first one.
    previous_total, previous_most: its sum, and the most that it could have been.
    """

    course: str
    day: date
    scores: tuple[Score, ...]
    skipped: int = 0
    previous_day: date | None = None
    previous_total: int = 0
    previous_most: int = 0

    @property
    def total(self) -> int:
        """The sum."""
        return sum(each.value for each in self.scores)

    @property
    def most(self) -> int:
        """The most that the sum could have been."""
        return sum(each.most for each in self.scores)


class Round(NamedTuple):
    """How the scores of one condition lie in one round: one's own on a day, or everybody's latest in a period.

    people: how many scored; None when it would tell how many of them did not.
    """

    when: date | Period
    lowest: int
    median: float
    highest: int
    people: int | None = 1


class Condition(NamedTuple):
    """One condition in the latest round and those before it that have a score, oldest first.

    before: the day of one's own round before the latest; None when there was none.
    note: what was written beside the latest score.
    """

    question: str
    title: str
    rounds: tuple[Round, ...]
    before: date | None = None
    note: str = ""

    @property
    def now(self) -> Round:
        """The latest round."""
        return self.rounds[-1]

    @property
    def previous(self) -> Round | None:
        """The round before the latest; None when that has no score of this condition."""
        return next((each for each in self.rounds[-2:-1] if each.when == self.before), None)
