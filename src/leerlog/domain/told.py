"""Answers in the words that a person reads."""

from datetime import date

from leerlog.domain.checklist import ITEM_KINDS, Question
from leerlog.domain.dates import full_date
from leerlog.domain.score import note, score
from leerlog.domain.typed import read_item


def in_words(prompt: Question, text: str) -> str:
    """A checked answer as a person reads it: a date in full, a choice or a score by its words, items one a line.

    An answer that was never checked stays as it was typed.
    """
    try:
        if prompt.kind == "date":
            return full_date(date.fromisoformat(text))
        if prompt.kind in ITEM_KINDS:
            return "\n".join(_item(prompt, line) for line in text.split("\n") if line.strip())
    except ValueError:
        return text
    if prompt.kind == "scale":
        return _score(prompt, text)
    return next((choice.text for choice in prompt.choices if choice.id == text), text)


def _score(prompt: Question, text: str) -> str:
    value = score(prompt, text)
    place = value - prompt.low if value is not None else len(prompt.choices)
    if place >= len(prompt.choices):
        return text
    more = note(text)
    return f"{value} {prompt.choices[place].text}" + (f": {more}" if more else "")


def _item(prompt: Question, line: str) -> str:
    if prompt.item:
        try:
            return full_date(date.fromisoformat(line))
        except ValueError:
            pass
    item = read_item(prompt.kind, line)
    parts = [item.text, item.who, f"voor {full_date(item.due)}" if item.due else ""]
    return " · ".join(part for part in parts if part)
