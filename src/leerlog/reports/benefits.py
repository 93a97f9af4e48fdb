"""Who may benefit from what somebody learned, beside that person: section 2.4 of the handreiking."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from leerlog.domain.entry import Entry
from leerlog.domain.typed import BETWEEN

QUESTION = "benefits"
# By the id that an answer keeps.
WHO = {"team": "het team", "organisatie": "de organisatie", "burger": "de burger", "netwerk": "het netwerk"}


class Benefit(NamedTuple):
    """In how many notes somebody is named as who benefits; `text`: who, in words."""

    id: str
    text: str
    count: int  # type: ignore[assignment]


def count_benefits(entries: Iterable[Entry]) -> tuple[Benefit, ...]:
    """All who may benefit, each with how many notes name them; none when no note answers the question."""
    answers = [answer.text for entry in entries for answer in entry.answers if answer.question == QUESTION]
    counted = Counter(name for text in answers for name in {word.strip() for word in text.split(BETWEEN.strip())})
    return tuple(Benefit(name, text, counted[name]) for name, text in WHO.items()) if answers else ()
