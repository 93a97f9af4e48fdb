"""The plan in an answer, and the item of an entry that it is."""

from datetime import date

import pytest

from leerlog.domain.checklist import Checklist, Choice, Question
from leerlog.domain.entry import Entry, FollowUp
from leerlog.domain.outcome import Nothing
from leerlog.domain.plan import plan_in, plan_number
from leerlog.domain.typed import check, fill, in_words, items_by_question

TODAY = date(2026, 11, 23)
APPLY = Question("apply", "Hoe ga je het gebruiken?", "2.2", plan=True)
PREPARE = Checklist("prepare", "Voorbereiding", "X", "2.2", "course", "ieder", "", (APPLY,))


@pytest.mark.parametrize(
    ("answer", "plan"),
    [
        ("Als er een verzoek komt, dan zoek ik op thema.", "Als er een verzoek komt, dan zoek ik op thema."),
        ("Klein.\nAls er iemand belt,\ndan zoek ik mee.\n\nEcht.", "Als er iemand belt, dan zoek ik mee."),
        ("- Zodra Noor belt, zoek ik mee.\n- Als het stil is, oefen ik.", "Zodra Noor belt, zoek ik mee."),
        ("Samen met Noor,\nbij drie verzoeken.\n\nDaarna alleen.", "Samen met Noor, bij drie verzoeken."),
        ("Alsjeblieft niet alleen.\nIedere maandag met Noor.", "Iedere maandag met Noor."),
        (" \n ", ""),
    ],
)  # fmt: skip
def test_a_plan_is_what_begins_with_a_situation(answer: str, plan: str) -> None:
    """The first lines that say when are the plan; in free words it is what comes first."""
    assert plan_in(answer) == plan


def test_a_plan_is_an_item_beside_its_answer() -> None:
    """The answer is kept whole, and its plan can be ticked; that there is nothing yet is no plan."""
    filled = fill(PREPARE, {"apply": "Eerst klein.\nAls Noor belt, zoek ik mee."}, TODAY)
    assert filled.answers[0].text == "Eerst klein.\nAls Noor belt, zoek ik mee."
    assert filled.follow_ups == (FollowUp("follow_up", "Als Noor belt, zoek ik mee."),)
    assert items_by_question(PREPARE, {"apply": "Als Noor belt, zoek ik mee."}, TODAY) == [
        ("apply", filled.follow_ups[0])
    ]
    assert fill(PREPARE, {"apply": "Nog niets"}, TODAY, Nothing(("nog niets",)).said).follow_ups == ()


def test_the_plan_is_known_by_its_answer() -> None:
    """Among the items of a preparation the plan is the one that its answer says; an old preparation has none."""
    filled = fill(PREPARE, {"apply": "Als Noor belt, zoek ik mee."}, TODAY)
    other = FollowUp("follow_up", "Klus regelen")
    made = Entry("a2k3f9q2", TODAY, None, "prepare", "Voorbereiding", answers=filled.answers)
    assert plan_number(made._replace(follow_ups=(other, *filled.follow_ups))) == 2
    assert plan_number(made._replace(follow_ups=(other,))) == 0
    assert plan_number(made._replace(checklist="moment", follow_ups=filled.follow_ups)) == 0


WHO = Question(
    "benefits",
    "Wie heeft er baat bij?",
    "2.4",
    "choice",
    several=True,
    choices=(Choice("team", "het team"), Choice("burger", "de burger"), Choice("netwerk", "het netwerk")),
)


@pytest.mark.parametrize("typed", ["1, 2", "2 1", "team en burger", "De burger,het team", "burger\nteam", "1 en 2, 1"])
def test_more_than_one_can_be_chosen(typed: str) -> None:
    """Numbers, ids and words of several choices, in any order and each once."""
    assert check(WHO, typed, TODAY) == "team, burger"
    assert in_words(WHO, "team, burger") == "het team, de burger"


@pytest.mark.parametrize("typed", ["1, 4", "team, gemeente", ","])
def test_every_choice_has_to_be_one(typed: str) -> None:
    """A word that is none of the choices is refused, also beside ones that are."""
    with pytest.raises(ValueError, match="staat er niet bij"):
        check(WHO, typed, TODAY)
