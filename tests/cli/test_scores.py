"""HILL, the conditions and the actions, without a terminal."""

import json
from datetime import date

import pytest

from leerlog.domain.entry import FollowUp
from tests.conftest import Cli

HILL = "urgency: 2\nownership: 0 alles lag vast\naction: 3\nteamwork: 1\nblended: 2\ninformal: 1\nfeedback: 3\n"


def test_hill_shows_the_scores_and_ideas_for_the_weakest(cli: Cli) -> None:
    """Printed after the id, and nothing is asked."""
    done = cli("hill", "Woo-training", "--answers", "-", stdin=HILL)
    assert done.status == 0, done.err
    assert done.out.startswith("Bewaard als ")
    assert "12 van 21" in done.out
    for part in ("helemaal", "Je schreef: alles lag vast", "Laat deelnemers meeontwerpen", "Vorm buddy's"):
        assert part in done.out
    assert "Zet uitleg op video" not in done.out
    assert cli.journal.find("laatste").follow_ups == ()


def test_a_second_round_shows_what_changed(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """For the same course only."""
    cli("hill", "Woo-training", "--answers", "-", stdin=HILL)
    assert "→" not in cli("hill", "Zaakgericht werken", "--answers", "-", stdin=HILL).out
    monkeypatch.setenv("LEERLOG_NOW", "2026-12-14T10:00")
    done = cli("hill", "woo-TRAINING", "--answers", "-", stdin=HILL.replace("ownership: 0", "ownership: 2"))
    assert "14 van 21" in done.out
    assert "eerder, op 23 november 2026: 12 van 21" in done.out
    assert "0 → 2" in done.out
    assert done.out.count("→") == 1


def test_plain_lines_ask_nothing_and_tell_everything(cli: Cli) -> None:
    """Answers through a pipe."""
    done = cli("--plain", "hill", "Woo-training", stdin="1 te vroeg\n\n3\n")
    assert done.status == 0, done.err
    assert "Principe, Urgentiebesef: 1 van 3, een beetje, te vroeg\n" in done.out
    assert "5 overgeslagen" in done.out
    assert "█" not in done.out


def test_json_is_json_alone(cli: Cli) -> None:
    """The page would be in its way."""
    done = cli("hill", "Woo-training", "--answers", "-", "--json", stdin=HILL)
    assert json.loads(done.out)["checklist"] == "hill"


@pytest.mark.parametrize("score", ["7", "-1", "te weinig", "1,5"])
def test_what_is_no_score_is_refused(cli: Cli, score: str) -> None:
    """A number off the scale, or a note alone; nothing is saved."""
    done = cli("hill", "Woo-training", "--answers", "-", stdin=f"urgency: 2\nownership: '{score}'\n")
    assert (done.status, done.out) == (2, "")
    assert "van 0 tot en met 3" in done.err
    assert not cli.folder.exists()


def test_low_conditions_lead_to_actions(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the round before beside them, also while asking."""
    cli("conditions", "--answers", "-", stdin="change: 2\nfeedback: 4 veel geleerd\n")
    monkeypatch.setenv("LEERLOG_NOW", "2026-12-14T10:00")
    done = cli("conditions", stdin="4\n\n\n\n2\n")
    assert done.status == 0, done.err
    assert "Eerder: 4, op 23 november 2026: veel geleerd" in done.err
    assert "2 → 4" in done.out
    assert "4 → 2" in done.out
    assert "18  Openlijk om gerichte feedback vragen" in done.out
    assert "Iets nieuws uit het vak" not in done.out


def test_when_no_condition_is_low_it_says_so(cli: Cli) -> None:
    """And points to all actions."""
    done = cli("conditions", "--answers", "-", stdin="change: 3\nfeedback: 5\n")
    assert "Geen enkele conditie is laag" in done.out
    assert "leerlog actions" in done.out


def test_actions_are_listed_by_level(cli: Cli) -> None:
    """A number stays the same whatever is shown."""
    assert "14 factoren, 25 acties" in cli("actions").out
    done = cli("actions", "TEAM")
    assert "18  Openlijk om gerichte feedback vragen" in done.out
    assert "Lummeltijd" not in done.out
    assert "Actie 22: Lummeltijd inplannen\n" in cli("--plain", "actions", "ondersteuning").out


def test_an_action_is_picked_tried_and_told(cli: Cli) -> None:
    """In the agenda, and later with its effect."""
    name = cli.saved("actions", "--pick", "22", "--who", "Noor", "--due", "2 weken")
    entry = cli.journal.find(name)
    assert (entry.checklist, entry.title) == ("actions", "Actie")
    assert entry.follow_ups == (FollowUp("follow_up", "Lummeltijd inplannen", "Noor", date(2026, 12, 7)),)
    assert "Lummeltijd inplannen" in cli("agenda").out
    assert f"{name}.1" in cli("actions", "--tried").out
    done = cli("actions", "--tried", name, "--effect", "Meer ideeën")
    assert done.status == 0, done.err
    told = cli("actions", "--tried").out
    assert "1 van 1 geprobeerd" in told
    assert "→ Meer ideeën" in told


def test_an_action_may_go_without_who_and_when(cli: Cli) -> None:
    """Not everything is known yet."""
    name = cli.saved("actions", "team", "--pick", "18")
    (item,) = cli.journal.find(name).follow_ups
    assert (item.who, item.due) == ("", None)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["orgnisatie"], "Bedoel je organisatie?"),
        (["te"], "Bedoel je team of Tevredenheid"),
        (["heelal"], "geen niveau of factor"),
        (["--pick", "26"], "van 1 tot en met 25"),
        (["--pick", "een"], "geen actie"),
        (["team", "--pick", "22"], "van 16 tot en met 20"),
        (["--pick", "3", "--due", "ooit"], "--due"),
        (["--who", "Noor"], "--pick"),
        (["--effect", "fijn"], "--tried"),
        (["--tried", "--effect", "fijn"], "--tried REF"),
        (["--tried", "--pick", "3"], "--tried"),
    ],
)
def test_what_makes_no_sense_is_refused(cli: Cli, args: list[str], said: str) -> None:
    """With what to do instead; nothing is saved."""
    done = cli("actions", *args)
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert not cli.folder.exists()


def test_only_a_picked_action_is_tried(cli: Cli) -> None:
    """Other agreements are done."""
    name = cli.saved("debrief", "Woo", "--answers", "-", stdin="team: Bellen")
    done = cli("actions", "--tried", name, "--effect", "fijn")
    assert done.status == 2
    assert "leerlog done" in done.err
    assert cli.journal.find(name).follow_ups[0].open
