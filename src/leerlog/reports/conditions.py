"""The conditions for informal learning: a round of scores beside the round before it."""

from collections.abc import Iterable
from datetime import date, time
from typing import NamedTuple

from leerlog.domain.entry import Entry
from leerlog.domain.period import Period
from leerlog.domain.score import note, score
from leerlog.reports.rules import ContentRules


class Condition(NamedTuple):
    """One condition in the latest round: its score, and that of the round before (None when it has none).

    rounds: the day and score of every round that has one, this one included, oldest first.
    """

    question: str
    title: str
    score: int
    previous_score: int | None
    day: date
    previous_day: date | None
    note: str = ""
    rounds: tuple[tuple[date, int], ...] = ()


def build_conditions(entries: Iterable[Entry], period: Period, rules: ContentRules) -> tuple[Condition, ...]:
    """The period's latest round, a condition that was skipped left out; empty when there was no round."""
    rounds = sorted((entry for entry in entries if entry.checklist == "conditions"), key=_moment)
    upto = [entry for entry in rounds if entry.date <= period.end]
    if not upto or upto[-1].date < period.start:
        return ()
    latest, before = upto[-1], upto[-2] if len(upto) > 1 else None
    found = []
    for question in rules.conditions:
        text = latest.answer(question.id)
        value = score(question, text)
        if value is not None:
            earlier = score(question, before.answer(question.id)) if before else None
            day = before.date if before else None
            given = ((entry.date, score(question, entry.answer(question.id))) for entry in upto)
            known = tuple((when, number) for when, number in given if number is not None)
            found.append(Condition(question.id, question.text, value, earlier, latest.date, day, note(text), known))
    return tuple(found)


def _moment(entry: Entry) -> tuple[date, time]:
    return entry.date, entry.time or time.min
