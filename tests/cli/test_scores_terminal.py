"""HILL and the conditions in a real terminal, with something picked at the end."""

import sys
from datetime import date
from pathlib import Path

import pytest

from leerlog.domain.entry import FollowUp
from leerlog.journal.store import Journal

pytest.importorskip("termios")
from tests.terminal import CTRL_C, CTRL_U, ENTER, FOOTER, Terminal


def start(*args: str, columns: int) -> Terminal:
    return Terminal([sys.executable, "-m", "leerlog", *args], columns=columns, rows=100)


def score(terminal: Terminal, values: str) -> None:
    """Answer every question with its score, and share with nobody."""
    for number, value in enumerate(values, 1):
        terminal.wait_for(f"Vraag {number} van {len(values)}", FOOTER)
        terminal.type(value + ENTER)
    terminal.wait_for("Delen met", FOOTER)
    terminal.type(ENTER)


@pytest.mark.parametrize("columns", [60, 100])
def test_an_idea_is_picked_after_hill(home: Path, columns: int) -> None:
    """By its number; it stands in the same note, and in no other words."""
    with start("hill", "Woo-training", columns=columns) as terminal:
        score(terminal, "2203231")
        screen = terminal.wait_for("Wil je er een oppakken?", "13 van 21", FOOTER)
        assert "Spreek een klus af" not in screen
        assert "een beetje" in screen
        assert "niet" in screen
        terminal.type("44" + ENTER)
        terminal.wait_for("'44' is geen nummer", FOOTER)
        terminal.type(CTRL_U + "2" + ENTER)
        terminal.wait_for("Wie?", FOOTER)
        terminal.type("Anja" + ENTER)
        terminal.wait_for("Voor wanneer?", FOOTER)
        terminal.type("2 weken" + ENTER)
        assert terminal.end() == 0
        assert "In je agenda:" in terminal.text
    entry = Journal(home / "leerlog").find("laatste")
    idea = "Laat deelnemers in de groep ervaringen uitwisselen"
    assert entry.follow_ups == (FollowUp("follow_up", idea, "Anja", date(2026, 12, 7)),)
    assert f"leerlog done {entry.id}.1" in terminal.text


@pytest.mark.parametrize("columns", [60, 100])
def test_an_action_is_picked_for_a_low_condition(home: Path, columns: int) -> None:
    """By its number of the whole list; `actions --tried` knows it."""
    with start("conditions", columns=columns) as terminal:
        score(terminal, "3334233")
        terminal.wait_for("Wil je er een oppakken?", "Je krijgt meer feedback", FOOTER)
        terminal.type("18" + ENTER)
        terminal.wait_for("Wie?", FOOTER)
        terminal.type(ENTER)
        terminal.wait_for("Voor wanneer?", FOOTER)
        terminal.type("vrijdag" + ENTER)
        assert terminal.end() == 0
    (item,) = Journal(home / "leerlog").find("laatste").follow_ups
    assert (item.text[:8], item.who, item.due) == ("Openlijk", "", date(2026, 11, 27))
    with start("actions", "--tried", columns=columns) as terminal:
        assert terminal.end() == 0
        assert "Openlijk om gerichte feedback" in terminal.text


def test_stopping_at_the_offer_keeps_the_note(home: Path) -> None:
    """And says that it was saved."""
    with start("hill", "Woo-training", columns=100) as terminal:
        score(terminal, "2203231")
        terminal.wait_for("Wil je er een oppakken?", FOOTER)
        terminal.type(CTRL_C)
        assert terminal.end() == 130
        assert "Je notitie was al bewaard" in terminal.text
    assert Journal(home / "leerlog").find("laatste").answer("action") == "0"


def test_an_action_is_picked_from_the_list(home: Path) -> None:
    """A near miss is asked about, and who and when are too."""
    with start("actions", "orgnisatie", columns=100) as terminal:
        terminal.wait_for("Bedoel je organisatie?", FOOTER)
        terminal.type(ENTER)
        terminal.wait_for("Een actie kiezen?", "Lummeltijd", FOOTER)
        terminal.type("22" + ENTER)
        terminal.wait_for("Wie?", FOOTER)
        terminal.type("Noor" + ENTER)
        terminal.wait_for("Voor wanneer?", FOOTER)
        terminal.type(ENTER)
        assert terminal.end() == 0
    (item,) = Journal(home / "leerlog").find("laatste").follow_ups
    assert (item.text, item.who) == ("Lummeltijd inplannen", "Noor")
