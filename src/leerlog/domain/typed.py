"""Items as a person types them: `Bellen (wie: Noor, voor vrijdag)`."""

import re
from datetime import date

from leerlog.domain.checklist import Question
from leerlog.domain.entry import FollowUp, Kind, one_line
from leerlog.domain.items import item_line, read_line
from leerlog.domain.when import means_date, parse_date

KIND_OF: dict[str, Kind] = {"follow-up": "follow_up", "obstacle": "obstacle", "ask": "ask"}

_BULLET = re.compile(r"\A(?:\s+|[-*•](?:\s+|$)|\[[ xX]?\](?:\s+|$))+")


def check_items(prompt: Question, text: str, today: date) -> str:
    """The items of an answer as the journal writes them, a line each; a date for fixed words.

    Raises:
        ValueError: with the reason in Dutch.
    """
    if prompt.item:
        return _check_fixed(text, today)
    lines = text.split("\n") if prompt.repeats else [one_line(text)]
    return "\n".join(found for line in lines if (found := _check_item(line, today)))


def _check_fixed(text: str, today: date) -> str:
    text = _unmarked(text)
    try:
        return parse_date(text, today).isoformat()
    except ValueError:
        if means_date(text):
            raise
    return _check_item(text, today)


def _unmarked(text: str) -> str:
    return one_line(_BULLET.sub("", text, count=1))


def _check_item(line: str, today: date) -> str:
    line = _unmarked(line)
    if not line:
        return ""
    kept = ""
    # Once brackets are read, the words around them may say more; what is kept says all of it.
    while line != kept:
        line, kept = _kept(line, today), line
    return kept


def _kept(line: str, today: date) -> str:
    item, slip, *_ = read_line("follow_up", line, today, typed=True)
    if slip:
        raise ValueError(slip)
    # What stood behind brackets at the beginning may begin like an item too.
    item = item._replace(text=_unmarked(item.text))
    if not item.text:
        raise ValueError("schrijf er ook bij wat er moet gebeuren")
    return item_line(item)


def read_item(kind: str, line: str) -> FollowUp:
    """The item that one checked line means."""
    return read_line(KIND_OF[kind], line, None).item
