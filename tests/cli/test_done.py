"""Agreements to their end: ticked, dropped, opened again, and what came of them said otherwise."""

import sys

import pytest

from leerlog.domain.entry import FollowUp
from tests.conftest import Cli
from tests.terminal import ENTER, Terminal


@pytest.fixture
def ref(cli: Cli) -> str:
    """An agreement that is open."""
    return cli.saved("agenda", "--add", "Bellen met Kees (voor 30 nov)")


def item(cli: Cli) -> FollowUp:
    [found] = [item for entry in cli.journal.read()[0] for item in entry.follow_ups]
    return found


def files_of(cli: Cli) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in cli.folder.glob("*.md")}


def test_what_was_ticked_is_opened_again(cli: Cli, ref: str) -> None:
    """To the byte; what came of it stays, and is said; what is open stays as it is."""
    before = files_of(cli)
    cli("done", ref, "--on", "gisteren")
    done = cli("done", ref, "--undo")
    assert (done.status, done.out) == (0, "Weer open: Bellen met Kees\n")
    assert files_of(cli) == before
    assert "staat nog open" in cli("done", ref, "--undo").err
    cli("done", ref, "--result", "Gebeld")
    assert "Gebeld" in cli("done", ref, "--undo").err
    assert (item(cli).open, item(cli).result) == (True, "Gebeld")
    cli("undo", "--yes")
    assert item(cli).ticked


@pytest.mark.parametrize(
    ("words", "result"),
    [(["--dropped"], "vervallen"), (["--dropped", "Kees is weg"], "vervallen: Kees is weg")],
)
def test_what_will_not_be_done_is_dropped(cli: Cli, ref: str, words: list[str], result: str) -> None:
    """With why or without; it is no longer in the agenda, counts as dropped, and can be opened again."""
    done = cli("done", ref, *words)
    assert done.out.startswith("Vervallen: Bellen met Kees")
    assert (item(cli).result, item(cli).dropped, item(cli).ticked) == (result, True, True)
    assert "al vervallen" in cli("done", ref, *words).err
    assert cli("done", ref, "--undo").status == 0
    assert (item(cli).result, item(cli).open) == ("", True)
    assert cli("check").status == 0


def test_dropped_may_stand_before_what_it_is_about(cli: Cli, ref: str) -> None:
    """A reference behind it is no reason."""
    assert cli("done", "--dropped", ref).status == 0
    assert item(cli).result == "vervallen"


def test_a_result_is_changed(cli: Cli, ref: str) -> None:
    """What it was is said, and can be taken back; what was done is now dropped, or the other way round."""
    cli("done", ref, "--result", "Gebeld")
    day = item(cli).done
    done = cli("done", ref, "--result", "Gemaild")
    assert "Resultaat: Gemaild (was: Gebeld)" in done.out
    assert (item(cli).result, item(cli).done) == ("Gemaild", day)
    cli("undo", "--yes")
    assert item(cli).result == "Gebeld"
    cli("done", ref, "--dropped", "Toch niet")
    assert item(cli).dropped
    cli("done", ref, "--result", "Toch wel")
    assert (item(cli).dropped, item(cli).result) == (False, "Toch wel")


@pytest.mark.parametrize(
    "words",
    [
        ["--undo", "--result", "x"],
        ["--undo", "--dropped"],
        ["--dropped", "--result", "x"],
        ["--undo", "--on", "gisteren"],
    ],
)
def test_one_thing_at_a_time(cli: Cli, ref: str, words: list[str]) -> None:
    """Exit 2, and nothing is done."""
    done = cli("done", ref, *words)
    assert done.status == 2
    assert "gaan niet samen" in done.err
    assert item(cli).open


def test_what_to_open_again_is_chosen_of_what_was_ticked(cli: Cli, ref: str) -> None:
    """In a terminal, what was done last first."""
    cli.saved("agenda", "--add", "Staat nog open")
    cli("done", ref)
    with Terminal([sys.executable, "-m", "leerlog", "done", "--undo"], columns=80) as terminal:
        screen = terminal.wait_for("Bellen met Kees", "Esc laat het")
        assert "Staat nog open" not in screen
        terminal.type(ENTER)
        assert terminal.end() == 0
        assert "Weer open: Bellen met Kees" in terminal.text


PLAN = "course: {name}\nstart: 2026-11-02\nend: {end}\napply: Als Noor belt, zoek ik mee.\nassignment: Klus regelen\n"


def test_the_plan_is_ticked_by_its_name(cli: Cli) -> None:
    """Without knowing where it stands; what comes of it is kept, and then there is none any more."""
    cli("prepare", "--answers", "-", stdin=PLAN.format(name="Woo", end="2026-11-20"))
    done = cli("done", "Plan", "--result", "Twee keer gelukt")
    assert done.out == "Afgevinkt: Woo · Als Noor belt, zoek ik mee.\nResultaat: Twee keer gelukt\n"
    done = cli("done", "plan")
    assert (done.status, done.err) == (2, "Fout: er staat geen plan open. Je maakt er een bij: leerlog prepare.\n")


def test_of_several_plans_it_is_that_of_now(cli: Cli) -> None:
    """The one of which the application window is open; of two of these nobody guesses."""
    for name, end in (("Woo", "2026-11-20"), ("Later", "2027-03-01")):
        cli("prepare", "--answers", "-", stdin=PLAN.format(name=name, end=end))
    assert cli("done", "plan").out.startswith("Afgevinkt: Woo")
    cli("prepare", "--answers", "-", stdin=PLAN.format(name="Archief", end="2026-11-21"))
    assert cli("done", "plan").out.startswith("Afgevinkt: Archief")
    for name in ("Een", "Twee"):
        cli("prepare", "--answers", "-", stdin=PLAN.format(name=name, end="2026-11-21"))
    asked = cli("done", "plan")
    assert asked.status == 2
    assert "welk plan? Open staan: " in asked.err
    assert "(Een · Als Noor belt, zoek ik mee.)" in asked.err
