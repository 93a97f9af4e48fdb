"""Whose turn an entry is."""

from datetime import date

import pytest

from leerlog.domain.entry import Answer, Entry, FollowUp
from leerlog.domain.share import leaving
from leerlog.domain.waardecheck import teller

TURN = Entry(
    "a2nnnnnn",
    date(2026, 11, 2),
    None,
    "waardecheck",
    "Waardecheck",
    people=("Noor",),
    share=("team",),
    answers=(Answer("story", "Ze zocht op thema", "Welk verhaal?"),),
)


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        (TURN, "Noor"),
        (TURN._replace(checklist="moment"), ""),
        (TURN._replace(people=()), ""),
        (TURN._replace(people=("Noor", "Kees")), ""),
        (TURN._replace(follow_ups=(FollowUp("follow_up", "Elke maand een dossier"),)), ""),
    ],
)
def test_a_turn_is_of_one_person_and_agrees_nothing(entry: Entry, name: str) -> None:
    """Whom somebody was with, at a moment or in a waardecheck of their own, is not who told it."""
    assert teller(entry) == name


def test_a_share_does_not_say_who_told_it() -> None:
    """Names stay behind, as all of Met does."""
    (left,) = leaving([TURN], "team")
    assert teller(left) == ""
