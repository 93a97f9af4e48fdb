"""Who benefits from what was learned, as the notes of a period name them."""

from collections import Counter
from collections.abc import Iterable

from leerlog.domain.benefit import QUESTION, WHO, Benefit
from leerlog.domain.entry import Entry
from leerlog.domain.typed import BETWEEN


def count_benefits(entries: Iterable[Entry]) -> tuple[Benefit, ...]:
    """All who may benefit, each with how many notes name them; none when no note answers the question."""
    answers = [answer.text for entry in entries for answer in entry.answers if answer.question == QUESTION]
    counted = Counter(name for text in answers for name in {word.strip() for word in text.split(BETWEEN.strip())})
    return tuple(Benefit(name, text, counted[name]) for name, text in WHO.items()) if answers else ()
