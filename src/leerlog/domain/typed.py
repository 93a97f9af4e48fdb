"""Items as a person types them: `Bellen (wie: Noor, voor vrijdag)`."""

import re
from datetime import date

from leerlog.domain.checklist import Question
from leerlog.domain.dates import parse_month
from leerlog.domain.entry import FollowUp, Kind, one_line
from leerlog.domain.items import item_line, parse_item
from leerlog.domain.when import parse_date

KIND_OF: dict[str, Kind] = {"follow-up": "follow_up", "obstacle": "obstacle", "ask": "ask"}

# Who and when as a person types them, in either order: `(wie: Noor, voor vrijdag)`, `(voor vrijdag; wie: Noor)`.
_DUE = r"(?:voor|vóór)\s+(?P<due>[^()]+?)"
_END = r"(?P<kept>[,;]\s*priv[ée])?\)\s*$"
_LOOSE = (
    re.compile(rf"(?:^|\s)\({_DUE}[,;\s]\s*wie:\s*(?P<who>(?:(?!gedaan\s)[^()])*?){_END}", re.IGNORECASE),
    re.compile(rf"(?:^|\s)\((?:wie:\s*(?P<who>[^()]*?))?(?:(?:(?<=\()|[,;\s])\s*{_DUE})?{_END}", re.IGNORECASE),
)
_BULLET = re.compile(r"\A(?:\s+|[-*•](?:\s+|$)|\[[ xX]?\](?:\s+|$))+")
_DATE_LIKE = re.compile(
    r"\d{1,4}(?:[-/.]\d{1,4}){1,2}|\d{1,2}e?\s+(?:de\s+)?(?P<month>[a-z]{3,})\.?(?:\s+\d+)?", re.IGNORECASE
)


def check_items(prompt: Question, text: str, today: date) -> str:
    """The items of an answer as the journal writes them, a line each; a date for fixed words.

    Raises:
        ValueError: with the reason in Dutch.
    """
    if prompt.item:
        return _check_fixed(text, today)
    lines = text.split("\n") if prompt.repeats else [one_line(text)]
    checked = [found for line in lines if (found := _check_item(line, today))]
    if not all(read_item(prompt.kind, line).text for line in checked):
        raise ValueError("schrijf er ook bij wat er moet gebeuren")
    return "\n".join(checked)


def _check_fixed(text: str, today: date) -> str:
    text = _BULLET.sub("", text, count=1)
    try:
        return parse_date(text, today).isoformat()
    except ValueError:
        if _means_date(text):
            raise
    return _check_item(one_line(text), today)


def _means_date(text: str) -> bool:
    """Whether words that are no date were meant as one, so that they are a slip and not a sentence."""
    found = _DATE_LIKE.fullmatch(one_line(text))
    if not found:
        return False
    return not found["month"] or parse_month(found["month"].lower()) > 0


def _check_item(line: str, today: date) -> str:
    line = one_line(_BULLET.sub("", line, count=1))
    try:
        item = read_item("follow-up", line)
    except ValueError:
        if re.search(r"(?:voor|gedaan) \d{4}-\d\d-\d\d", line):
            raise
        item = FollowUp("follow_up", line)  # (voor 12.30u)
    if not (item.due or item.done):
        item = _read_loosely(line, item, today)
    return item_line(item)


def _read_loosely(line: str, item: FollowUp, today: date) -> FollowUp:
    """The item with who and when as a person types them, `(voor vrijdag)`; other words in brackets stay words."""
    found = next((match for match in (order.search(line) for order in _LOOSE) if match), None)
    if not found or not (found["who"] or found["due"]):
        return item
    due = None
    if found["due"]:
        try:
            due = parse_date(found["due"], today)
        except ValueError:
            if not found["who"] and not _means_date(found["due"]):
                return item  # (voor het team)
            raise
    # The journal's own reading takes the backslashes off that the words may have.
    words = read_item("follow-up", line[: found.start()]).text
    return FollowUp("follow_up", words, one_line(found["who"] or ""), due, private=bool(found["kept"]))


def read_item(kind: str, line: str) -> FollowUp:
    """The item that one checked line means."""
    return parse_item(KIND_OF[kind], line)
