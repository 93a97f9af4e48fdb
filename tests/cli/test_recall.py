"""Recalling what was learned: first without looking, then beside what was written."""

import sys

import pytest

from leerlog.library.content import load_checklist
from tests.cli.test_rounds import editor
from tests.conftest import Cli
from tests.terminal import CTRL_C, ENTER, FOOTER, Terminal

NEXT = "Ophalen wat je nog weet"


def leerlog(*args: str, columns: int = 80) -> Terminal:
    return Terminal([sys.executable, "-m", "leerlog", *args], columns=columns)


@pytest.fixture
def learned(cli: Cli) -> Cli:
    """A course of which something was written, with a recall that is due, and another course."""
    cli.saved("moment", "Zoeken op thema scheelt een uur", "--course", "Woo-training", "--on", "2026-11-02")
    cli.saved("agenda", "--add", f"{NEXT} (voor 20 nov 2026)", "--course", "Woo-training")
    cli.saved("moment", "Een zaak is geen map", "--course", "Zaakgericht", "--on", "2026-11-20")
    return cli


def test_what_was_written_is_shown_after_what_is_known(learned: Cli) -> None:
    """Not before it: searching the memory is what helps."""
    with leerlog("recall", "woo training") as terminal:
        first = terminal.wait_for("zonder te kijken", FOOTER)
        assert "scheelt een uur" not in first
        terminal.type("Zoeken op thema" + ENTER)
        terminal.wait_for("Wat miste je nog?", "2 nov: Zoeken op thema scheelt een uur", FOOTER)
        terminal.type(CTRL_C)
        assert terminal.end() == 130
        assert 'leerlog recall "Woo-training"' in terminal.text


def test_what_is_due_is_chosen_from_first(learned: Cli) -> None:
    """Although something was written about another course since."""
    with leerlog("recall") as terminal:
        screen = terminal.wait_for("Woo-training", "Zaakgericht", "Esc laat het")
        assert screen.index("Woo-training") < screen.index("Zaakgericht")
        terminal.type(ENTER)
        terminal.wait_for("zonder te kijken")
        terminal.type(CTRL_C)
        assert terminal.end() == 130


def test_a_recall_is_ticked_once_it_was_done_and_the_next_is_planned(learned: Cli) -> None:
    """Through a pipe as well; what was used counts as its level says, and today asks for it no more."""
    assert 'leerlog recall "Woo-training"' in learned().out
    answers = "Thema\nNiets meer\nDrie verzoeken zo gedaan\n4 weken\n"
    saved = learned.saved("recall", "Woo-training", stdin=answers)
    entries = {entry.id: entry for entry in learned.journal.read()[0]}
    assert entries[saved].answer("used") == "Drie verzoeken zo gedaan"
    (new,) = entries[saved].follow_ups
    assert (new.text, str(new.due), new.open) == (NEXT, "2026-12-21", True)
    old = [item for entry in entries.values() for item in entry.follow_ups if item != new]
    assert [item.ticked for item in old] == [True]
    assert "leerlog recall" not in learned().out
    assert "Drie verzoeken zo gedaan" in learned("review", "--quarter").out


def test_a_recall_can_come_in_a_file(learned: Cli) -> None:
    """Made of its template; the one that was due is ticked."""
    assert "know:" in learned("recall", "--template").out
    given = "course: Woo-training\nknow: Thema\nnext: 12 weken\n"
    learned.saved("recall", "--answers", "-", stdin=given)
    assert "leerlog recall" not in learned().out


def test_the_harvest_plans_three_and_each_is_asked_for_when_due(learned: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """On one line, however many are due; a recall closes those, and plans nothing anew while others lie ahead."""
    given = "course: Zaakgericht\nupkeep: Samen kijken\nupkeep.recall: ja\n"
    harvest = learned.saved("after", "--answers", "-", stdin=given)

    def recalls() -> list[tuple[str, bool]]:
        found = learned.journal.find(harvest).follow_ups
        return [(f"{item.due}", item.open) for item in found if item.text == NEXT]

    assert recalls() == [("2026-11-30", True), ("2026-12-21", True), ("2027-02-15", True)]
    monkeypatch.setenv("LEERLOG_NOW", "2026-12-21T09:00")
    shown = learned().out
    assert shown.count('leerlog recall "Zaakgericht"') == 1
    assert NEXT not in shown
    entry = learned.saved("recall", "--answers", "-", stdin="course: Zaakgericht\nknow: Iets\nnext: ja\n")
    assert learned.journal.find(entry).follow_ups == ()
    assert [is_open for _, is_open in recalls()] == [False, False, True]
    learned.saved("recall", "--answers", "-", stdin="course: Zaakgericht\nknow: Iets\nnext: 1 week\n")
    assert [f"{item.due}" for item in learned.journal.find("laatste").follow_ups] == ["2026-12-28"]


def test_a_recall_beforehand_is_the_next_one(learned: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Within days of it, so that it is not asked again; of another that lies further ahead it is none."""
    done = "course: Woo-training\nknow: Iets\nnext: ja\n"
    monkeypatch.setenv("LEERLOG_NOW", "2026-11-12T09:00")
    early = learned.saved("recall", "--answers", "-", stdin=done)
    assert learned.journal.find(early).follow_ups == ()
    monkeypatch.setenv("LEERLOG_NOW", "2026-11-19T09:00")
    learned.saved("recall", "--answers", "-", stdin=done)
    items = [item for entry in learned.journal.read()[0] for item in entry.follow_ups if item.text == NEXT]
    assert sorted((f"{item.due}", item.open) for item in items) == [
        ("2026-11-20", False),
        ("2026-11-26", True),  # of these, as the only one was ticked
        ("2026-12-17", True),
        ("2027-02-11", True),
    ]


def test_a_recall_that_nobody_did_is_not_asked_for_ever(learned: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a month it is only counted, as all that is long overdue."""
    for day, asked in (("2026-12-20T09:00", True), ("2026-12-21T09:00", False)):
        monkeypatch.setenv("LEERLOG_NOW", day)
        assert ("leerlog recall" in learned().out) == asked


def test_a_recall_in_a_calendar_says_how(learned: Cli) -> None:
    """It is not ticked but done; and it is no agreement that a review counts."""
    file = learned("agenda", "--format", "ics").out
    assert 'leerlog recall "Woo-training"' in file.replace("\\", "")
    assert "leerlog done" not in file
    assert NEXT not in learned("review", "--quarter", "--full").out


def test_in_an_editor_memory_comes_first(learned: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a form of its own; the next one has it, and what was written beside the question for which it is there."""
    code = """
(path.parents[1] / f"form-{len(text)}.md").write_text(text)
text += "Thema" if "miste" not in text else chr(10)
"""
    monkeypatch.setenv("EDITOR", editor(learned, code))
    done = learned("recall", "Woo-training", "--editor")
    assert done.status == 0, done.err
    assert learned.journal.find("laatste").answer("know") == "Thema"
    first, second = sorted(learned.home.rglob("form-*.md"), key=lambda file: file.stat().st_size)
    assert "scheelt een uur" not in first.read_text(encoding="utf-8")
    told = second.read_text(encoding="utf-8")
    assert told.index("Thema") < told.index("Wat miste je nog?") < told.index("<!-- 2 nov: Zoeken op thema scheelt")


def test_a_course_without_anything_to_recall_says_so(learned: Cli) -> None:
    """What was only prepared is not learned yet."""
    learned.saved("prepare", "Nieuw", "--answers", "-", stdin="goal: Iets leren\n")
    done = learned("recall", "Nieuw")
    assert done.status == 0
    assert "Over Nieuw is nog niets opgeschreven" in done.err
    assert "leerlog courses toont ze" in learned("recall").err


def test_the_harvest_plans_a_recall_in_the_words_of_the_next(learned: Cli) -> None:
    """So that both are known as one, whichever asked for it."""
    (upkeep,) = (each for each in load_checklist("after").questions if each.id == "upkeep")
    last = load_checklist("recall").questions[-1]
    assert [each.item for each in upkeep.then] == [last.item] == [NEXT]
    assert [each.weeks for each in upkeep.then] == [last.weeks] == [(1, 4, 12)]
