"""What there is to recall of a course."""

from datetime import date, timedelta

from leerlog.domain.entry import Answer, Entry
from leerlog.domain.value import Level
from leerlog.reports.recall import MOST, written
from leerlog.reports.rules import ContentRules

TODAY = date(2026, 11, 23)
RULES = ContentRules()


def note(days_ago: int, *answers: Answer, checklist: str = "moment") -> Entry:
    return Entry("", TODAY - timedelta(days_ago), None, checklist, "", answers=answers)


def test_of_much_that_was_written_as_many_notes_as_possible_are_told() -> None:
    """The newest, what came of it before how it was; in the order of time, and nothing that is only a plan."""
    harvest = note(3, Answer("experience", "Leuk", value=Level.BELEVING), Answer("applied", "Ik bel eerst"))
    plan = note(20, Answer("goal", "Beter zoeken"), checklist="prepare")
    moments = [note(days, Answer("surprise", f"Dag {days}")) for days in range(4, 20)]
    told = [line.partition(": ")[2] for line in written([plan, *moments, harvest], TODAY, RULES)]
    assert told == [*(f"Dag {days}" for days in range(MOST + 2, 3, -1)), "Ik bel eerst"]
    told = [line.partition(": ")[2] for line in written([*moments[:2], harvest], TODAY, RULES)]
    assert told == ["Dag 5", "Dag 4", "Ik bel eerst", "Leuk"]
