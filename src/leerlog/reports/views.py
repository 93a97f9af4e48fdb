"""Whether a story is seen from more than one side, as far as its notes say: another person, another discipline."""

import re
from collections.abc import Iterable, Sequence

from leerlog.domain.course import key
from leerlog.domain.entry import Entry
from leerlog.reports.rules import ContentRules

WHO_ELSE = "Wie kijkt hier anders naar?"
DISCIPLINES = "disciplines"  # the question of a preparation that asks for them
FEW = 2  # people that are the same ones each time
NOTES = 2  # with people, for one alone says nothing of who else there is
_APART = r"[,;.&/\n]|\ben\b"


def who_else(steps: Sequence[Entry], prepared: Iterable[Entry], rules: ContentRules) -> str:
    """The question who looks at it in another way, of a story that has no more than one view; "" for any other.

    That is a story in which the same one or two people appear each time, beside who writes, or of which the
    preparations name no more than one discipline. Where fewer than two notes say who were there, as in all that is
    shared, it can't be known.

    steps: the entries of the story; prepared: the preparations of its courses.
    """
    met = [frozenset(map(key, entry.people)) for entry in steps if entry.people]
    if len(met) < NOTES:
        return ""
    same = len(met[0]) <= FEW and len(set(met)) == 1
    return WHO_ELSE if same or _of_one_discipline(prepared, rules) else ""


def _of_one_discipline(prepared: Iterable[Entry], rules: ContentRules) -> bool:
    """Whether preparations say which disciplines there are, and name at most one; who skipped that said nothing."""
    answers = [text for entry in prepared if (text := entry.answer(DISCIPLINES))]
    named = (part for text in answers if not rules.nothing.said(text) for part in re.split(_APART, text))
    return bool(answers) and len({key(part) for part in named if part.strip()}) <= 1
