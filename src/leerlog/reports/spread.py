"""How the scores of a team's conditions lie; no score is anybody's."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from leerlog.domain.entry import Entry
from leerlog.domain.period import Period
from leerlog.domain.score import score
from leerlog.reports.lens import Lens
from leerlog.reports.members import Member


class Spread(NamedTuple):
    """How the scores of one condition lie, of everybody's latest round.

    number: of how many people; None when it would tell how many of them did not.
    before: the median of the period before; None when there is none to show.
    """

    question: str
    title: str
    lowest: int
    median: float
    highest: int
    number: int | None
    before: float | None = None


def spreads(
    found: Sequence[Member], period: Period, before: Period | None, lens: Lens, minimum: int, people: int = 0
) -> tuple[Spread, ...]:
    """The conditions, from everybody's latest round of the period; those that too few people scored are left out.

    people: how many there are, when only a number that is theirs as well may be told; 0 when any may.
    """
    now = [_round(member.entries, period) for member in found]
    then = [_round(member.entries, before) for member in found] if before else []
    spread = []
    for question in lens.conditions:
        given = [value for entry in now if entry and (value := score(question, entry.answer(question.id))) is not None]
        earlier = [v for entry in then if entry and (v := score(question, entry.answer(question.id))) is not None]
        if not given or len(given) < minimum:
            continue
        # It takes long to load, and most periods have no scores.
        from statistics import median

        number = len(given) if people in (0, len(given)) else None
        past = median(earlier) if earlier and len(earlier) >= minimum else None
        spread.append(Spread(question.id, question.text, min(given), median(given), max(given), number, past))
    return tuple(spread)


def _round(entries: Iterable[Entry], period: Period) -> Entry | None:
    rounds = [entry for entry in entries if entry.checklist == "conditions" and entry.date in period]
    return max(rounds, key=lambda entry: entry.date, default=None)
