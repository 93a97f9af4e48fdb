"""What there is to say of an answer at once, while it can still be otherwise: a task too late, a talk too late."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, timedelta

from leerlog.domain.dates import count
from leerlog.domain.plan import CHECKLIST
from leerlog.domain.typed import read_item

TASK_LATE = "Let op: deze klus is pas {} na het einde. In de eerste {} dagen blijft het meest hangen. Kan het eerder?"
TALK_LATE = "Let op: dan is het al begonnen. Kan het ervoor? Dan kan de trainer er nog iets mee."


def remark(checklist: str, question: str, texts: Mapping[str, str], days: int) -> str:
    """What to say of the checked answer to a question of the preparation; "" for nothing.

    texts: all checked answers. days: how long the application window of a course is.
    """
    if checklist != CHECKLIST:
        return ""
    start, end = (_day(texts.get(name, "")) for name in ("start", "end"))
    due = _due(texts.get(question, ""))
    if question == "assignment" and due and end and due - end > timedelta(days=days):
        return TASK_LATE.format(count((due - end).days, "dag", "dagen"), days)
    return TALK_LATE if question == "trainer" and due and start and due > start else ""


def _day(text: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text)
    return None


def _due(text: str) -> date | None:
    """The day of an item, or of fixed words."""
    return _day(text) or (read_item("follow-up", text).due if text and "\n" not in text else None)
