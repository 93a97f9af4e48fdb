"""Several days for one thing: 1, 4 and 12 weeks to recall what was learned."""

from datetime import date, timedelta

import pytest

from leerlog.domain.checklist import Checklist, Question
from leerlog.domain.entry import FollowUp
from leerlog.domain.spacing import in_words, planned
from leerlog.domain.typed import check, items

TODAY = date(2026, 11, 19)
RECALL = Question("upkeep.recall", "Wanneer?", "2.4", "follow-up", item="Ophalen", weeks=(1, 4, 12))
ONE, FOUR, TWELVE = (f"{TODAY + timedelta(weeks=number)}" for number in RECALL.weeks)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("ja", [ONE, FOUR, TWELVE]),
        ("Ja, alle drie!", [ONE, FOUR, TWELVE]),
        ("1, 4 en 12 weken", [ONE, FOUR, TWELVE]),
        ("12 weken\n1 week", [ONE, TWELVE]),
        ("4", [FOUR]),
        ("1 + 4", [ONE, FOUR]),
        ("1 4 12", [ONE, FOUR, TWELVE]),
        ("Ja, 1 en 4", [ONE, FOUR]),
        ("na 4 weken, en 18 december", [FOUR, "2026-12-18"]),
        ("2 en 6 weken", ["2026-12-03", "2026-12-31"]),
        ("12 en 19 dec", ["2026-12-12", "2026-12-19"]),
        ("7 dec", ["2026-12-07"]),
        ("vrijdag; vrijdag", ["2026-11-20"]),
        (f"{ONE}\n{TWELVE}", [ONE, TWELVE]),
    ],
)
def test_an_answer_is_one_day_or_more(typed: str, days: list[str]) -> None:
    """Each once, the soonest first; every day is an item, and checking it again changes nothing."""
    kept = check(RECALL, typed, TODAY)
    assert kept.split("\n") == days
    assert check(RECALL, kept, TODAY) == kept
    assert [f"{item.due}" for item in items(RECALL, kept, TODAY)] == days
    assert {item.text for item in items(RECALL, kept, TODAY)} == {"Ophalen"}


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("2", "Kies uit 1, 4 en 12 weken"), ("4, 31 feb", "bestaat niet"), ("4 en gisteren", "is al geweest")],
)
def test_a_slip_is_no_day(typed: str, reason: str) -> None:
    """It says what can be chosen, or what is wrong with the date."""
    with pytest.raises(ValueError, match=reason):
        check(RECALL, typed, TODAY)


def test_words_stay_words() -> None:
    """As with any item of which the words are fixed."""
    assert check(RECALL, "Na de zomer, met Noor", TODAY) == "Na de zomer, met Noor"
    assert items(RECALL, "Na de zomer", TODAY) == (FollowUp("follow_up", "Ophalen: Na de zomer"),)


def test_what_is_planned_is_not_planned_twice() -> None:
    """*Ja* adds nothing to it, and a day of one's own only when it is another day."""
    known = RECALL._replace(planned=(date.fromisoformat(FOUR), date.fromisoformat(TWELVE)))
    assert check(known, "ja", TODAY) == ""
    assert check(known, "4 weken", TODAY) == ""
    assert check(known, "1, 4 en 12 weken", TODAY) == ONE


def test_each_question_knows_what_is_planned_of_its_own() -> None:
    """By the words of its item; of a question that offers no weeks nothing is asked."""
    other = RECALL._replace(id="other", item="Iets anders")
    plain = RECALL._replace(id="plain", weeks=())
    asked = Checklist("x", "X", "X", "1", "course", "ieder", "", (other._replace(then=(RECALL,)), plain))
    days = {"Ophalen": [date(2026, 12, 17), date(2026, 11, 26)]}
    found = {prompt.id: prompt.planned for prompt in planned(asked, days).prompts()}
    assert found == {"other": (), RECALL.id: (date(2026, 11, 26), date(2026, 12, 17)), "plain": ()}


def test_the_weeks_are_said_as_one_says_them() -> None:
    """However many there are."""
    assert [in_words(weeks) for weeks in ((1,), (1, 4), (1, 4, 12))] == ["1 week", "1 en 4 weken", "1, 4 en 12 weken"]
