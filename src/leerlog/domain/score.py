"""Answers on a scale: a number, and after it what a person wants to say of it."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leerlog.domain.checklist import Question

# Not the first half of 3,5 or 3.5.
_SCORE = re.compile(r"(\d+)(?!\d|[.,]\d)[\s.:;,–—-]*(.*)", re.DOTALL)


def score(prompt: "Question", text: str) -> int | None:
    """The number at the start of a scale's answer; None when it is not on the scale."""
    number = leading_score(text)
    return number if number is not None and prompt.low <= number <= prompt.high else None


def leading_score(text: str) -> int | None:
    """The number that a scale's answer begins with."""
    found = _SCORE.fullmatch(text.strip())
    return int(found[1]) if found and found[1].isascii() and len(found[1]) < 4 else None


def note(text: str) -> str:
    """What a person wrote after the number of a scale's answer."""
    found = _SCORE.fullmatch(text.strip())
    return found[2].strip() if found else text
