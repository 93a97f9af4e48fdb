"""Whether a story is seen from more than one side, as far as its notes say: another person, another discipline."""

import re
from collections.abc import Iterable, Sequence

from leerlog.domain.course import key
from leerlog.domain.entry import Entry
from leerlog.reports.rules import ContentRules

WHO_ELSE = "Wie kijkt hier anders naar?"
DISCIPLINES = "disciplines"  # the question of a preparation that asks for them
FEW = 2  # people: the same two
NOTES = 2  # with people, for one alone says nothing of who else there is
_APART = r"[,;.&/\n]|\ben\b"


def who_else(steps: Sequence[Entry], prepared: Iterable[Entry], rules: ContentRules) -> str:
    """The question who looks at it in another way, of a story that has no more than one view; "" for any other.

    That is a story in which no more than the same two people appear, or of which the preparations name no more than
    one discipline. Where fewer than two notes say who were there, as in all that is shared, it can't be known.

    steps: the entries of the story; prepared: the preparations of its courses.
    """
    met = [entry.people for entry in steps if entry.people]
    if len(met) < NOTES:
        return ""
    alone = len({key(name) for people in met for name in people}) <= FEW
    return WHO_ELSE if alone or _of_one_discipline(prepared, rules) else ""


def _of_one_discipline(prepared: Iterable[Entry], rules: ContentRules) -> bool:
    """Whether there are preparations, and they name at most one discipline."""
    answers = [entry.answer(DISCIPLINES) for entry in prepared]
    named = (part for text in answers if not rules.nothing.said(text) for part in re.split(_APART, text))
    return bool(answers) and len({key(part) for part in named if part.strip()}) <= 1
