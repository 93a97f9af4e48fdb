"""Answers that say no more than that there is nothing yet; which words say so stands in the content (values.yaml)."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

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
        start = _WORD.search(text)
        # Most texts begin with another word, and are not looked at any further.
        if (
            start
            and f"{start[0]}{text[start.end() : start.end() + 1]}".isascii()
            and start[0].lower() not in self._first
        ):
            return False
        words = words_in(text)
        if not words:
            return not any(unicodedata.category(c) == "So" for c in text)
        here = [self._first]
        for word in words:
            here = [node[word] for node in here if word in node]
            if any("" in node for node in here):
                here.append(self._first)
            if not here:
                return False
        return here[-1] is self._first
