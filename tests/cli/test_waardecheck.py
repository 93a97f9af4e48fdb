"""The waardecheck: the meeting, written along."""

import itertools
import json
import os
import re
import shlex
import signal
import sys
from datetime import date
from types import SimpleNamespace

import pytest

from leerlog.app import meeting
from leerlog.domain.entry import WAARDECHECK, FollowUp, teller
from leerlog.domain.told import table_of
from leerlog.journal.drafts import TURN, Draft, save
from tests.conftest import Cli

NOOR = ["Ze zocht op thema", "", "We beginnen bij het thema", "Een dag sneller", "team, burger", ""]
KEES = ["Een doos van de balie", "", "", "", "", ""]
CLOSING = ["Geen toegang", "Marjan", "", "", "", "Elke maandag een dossier", "Noor", "30 nov", ""]


terminals = pytest.mark.skipif(sys.platform == "win32", reason="no terminals like that on Windows")


@pytest.fixture
def team(cli: Cli) -> Cli:
    """The command line with a journal of the team."""
    config = cli.home / "config" / "leerlog" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text(f"[journals]\nteam = '{cli.home / 'team'}'\n", "utf-8")
    cli.folder = cli.home / "team"
    return cli


def meet(team: Cli, *names: str, lines: list[str]) -> str:
    """One meeting, through a pipe; what was said on stderr."""
    done = team("--journal", "team", "waardecheck", *names, stdin="\n".join(lines) + "\n")
    assert done.status == 0, done.err
    return done.err


def leave(*args: str, answers: list[str], half: str = "") -> list[str]:
    """Answer at a terminal and press Ctrl+C, in the middle of an answer; the words of the command that goes on."""
    from tests.terminal import CTRL_C, FOOTER, Terminal

    command = [sys.executable, "-m", "leerlog", *args]
    with Terminal(command, columns=500, env=dict(os.environ)) as terminal:
        for answer in answers:
            terminal.wait_for(FOOTER)
            terminal.answer(answer)
        terminal.type(half)
        terminal.wait_for(f"> {half}".rstrip())
        terminal.type(CTRL_C)
        assert terminal.end() == 130
        return shlex.split(terminal.text.rpartition("Verder:")[2])[1:]


def screen_after(*args: str, answers: list[str], asks: str = "") -> str:
    """What stands on the screen at the next question after these answers."""
    from tests.terminal import FOOTER, Terminal

    command = [sys.executable, "-m", "leerlog", *args]
    with Terminal(command, columns=100, rows=100, env=dict(os.environ)) as terminal:  # all of it is still there
        for answer in answers:
            terminal.wait_for(FOOTER)
            terminal.answer(answer)
        return terminal.wait_for(FOOTER, asks)


def test_each_story_and_the_agreements_land_in_the_teams_journal(team: Cli) -> None:
    """A note a person, with the levels of the questions, and one of the team as a whole."""
    meet(team, "Noor", "Kees", lines=[*NOOR, *KEES, *CLOSING])
    noor, kees, closing = team.journal.read()[0]
    assert (noor.people, kees.people, closing.people) == (("Noor",), ("Kees",), ())
    assert [(a.question, a.value) for a in noor.answers] == [
        ("story", "beleving"),
        ("applied", "toegepast"),
        ("others", "gerealiseerd"),
        ("benefits", None),
    ]
    assert closing.follow_ups == (
        FollowUp("follow_up", "Elke maandag een dossier", "Noor", date(2026, 11, 30)),
        FollowUp("obstacle", "Geen toegang", "Marjan"),
    )


def test_a_no_of_a_teller_asks_what_stands_in_the_way(team: Cli) -> None:
    """Of that story, and who can take it away; in the same note, which is still a turn of the meeting."""
    said = ["Ze zocht op thema", "", "Nog niets", "Geen tijd", "Marjan", "", "", "", "", ""]
    meet(team, "Noor", "Kees", lines=[*said, *KEES, *CLOSING])
    noor, kees, closing = team.journal.read()[0]
    assert noor.follow_ups == (FollowUp("obstacle", "Geen tijd", "Marjan"),)
    assert (teller(noor), teller(kees), teller(closing)) == ("Noor", "Kees", "")
    assert {told.by for told in table_of(closing)} == {"Noor", "Kees"}


def test_the_next_meeting_opens_with_what_was_agreed(team: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Kept, open or dropped; what was kept or dropped is not asked again."""
    closing = ["", "", "Eerst", "", "", "j", "Dan", "", "", "j", "Ooit", "", "", ""]
    meet(team, "Noor", lines=[*NOOR, *closing])
    monkeypatch.setenv("LEERLOG_NOW", "2027-02-01T09:00")
    said = meet(team, "Kees", lines=["gehouden", "Drie dossiers samen", "3", "", "", *KEES])
    assert "3 afspraken staan nog open" in said
    items = {item.text: item for entry in team.journal.read()[0] for item in entry.follow_ups}
    assert (items["Eerst"].done, items["Eerst"].result) == (date(2027, 2, 1), "Drie dossiers samen")
    assert (items["Dan"].ticked, items["Dan"].result) == (True, "vervallen")
    assert items["Ooit"].open
    assert "1 afspraak staat nog open" in meet(team, "Kees", lines=["", *KEES])


def test_the_review_of_the_teams_journal_shows_it(team: Cli) -> None:
    """With the global option at the end."""
    meet(team, "Noor", lines=[*NOOR, *CLOSING])
    made = json.loads(team("review", "--format", "json", "--journal", "team").out)
    assert [level["count"] for level in made["levels"]] == [1, 0, 1, 1, 0]
    assert [item["text"] for item in made["obstacles"]] == ["Geen toegang"]
    assert [each["count"] for each in made["benefits"]] == [1, 0, 1, 0]


def test_nothing_said_saves_nothing(team: Cli) -> None:
    """No empty notes of people who pass."""
    meet(team, "Noor", lines=[""] * 13)
    assert not team.folder.exists()


def test_a_wrong_outcome_is_asked_again(team: Cli) -> None:
    """With the words to choose from."""
    meet(team, "Noor", lines=[*NOOR, *CLOSING])
    assert "Kies uit: 1 gehouden" in meet(team, "Noor", lines=["misschien", "1", "", *NOOR])


@pytest.mark.parametrize(("step", "told"), [(25.0, True), (0.1, False)])
def test_afterwards_it_says_how_long_a_turn_took(
    team: Cli, monkeypatch: pytest.MonkeyPatch, step: float, told: bool
) -> None:
    """Once that was a minute; LEERLOG_NOW, which stands still, has nothing to do with it."""
    seconds = itertools.count(0.0, step)
    monkeypatch.setattr(meeting, "time", SimpleNamespace(monotonic=lambda: next(seconds)))
    said = meet(team, "Noor", lines=[*NOOR, *CLOSING])
    assert bool(re.search(r"^Noor vertelde (1 minuut|\d+ minuten)\.$", said, re.MULTILINE)) == told


@terminals
@pytest.mark.parametrize("args", [("waardecheck", "Noor"), ("after", "Woo")])
def test_two_windows_do_not_write_over_each_other(team: Cli, args: tuple[str, ...]) -> None:
    """The second is told; what the first had is there, and free again once that window is gone."""
    from tests.terminal import CTRL_C, FOOTER, Terminal

    command = [sys.executable, "-m", "leerlog", *args]
    with Terminal(command, env=dict(os.environ)) as first:
        first.wait_for(FOOTER)
        first.answer("Uit het ene venster")
        first.wait_for(FOOTER)
        with Terminal(command, env=dict(os.environ)) as second:
            second.wait_for("in een ander venster")
            assert second.end() == 2
        first.type(CTRL_C)
        assert first.end() == 130
    (draft,) = team.drafts.glob("*.json")
    assert "Uit het ene venster" in draft.read_text()
    with Terminal(command, env=dict(os.environ)) as third:
        third.wait_for("Verdergaan met")


@terminals
def test_a_turn_that_is_taken_up_again_goes_on_with_its_time(team: Cli) -> None:
    """As far as it had come when the last answer was kept; words in its place are no time."""
    leave("waardecheck", "Noor", answers=["Ze zocht op thema"])
    (path,) = team.drafts.glob("*.json")
    kept = path.read_text()
    assert '"minutes": "0"' in kept
    path.write_text(kept.replace('"minutes": "0"', '"minutes": "4"'))
    assert "Noor vertelde 4 minuten." in team("drafts", "--resume", path.stem, stdin="\n").err
    path.write_text(kept.replace('"minutes": "0"', '"minutes": "-4"'))
    assert "vertelde" not in team("drafts", "--resume", path.stem, stdin="\n").err


@terminals
def test_the_clock_is_there_for_a_turn_only(team: Cli) -> None:
    """From the first question of a story to the last, and not where the team speaks together."""
    from tests.terminal import FOOTER, Terminal

    command = [sys.executable, "-m", "leerlog", "--journal", "team", "waardecheck", "Noor"]
    with Terminal(command, columns=60, env=dict(os.environ)) as terminal:
        for number in range(1, 7):
            terminal.wait_for(f"Vraag {number} van 6", FOOTER, "Noor · 0 min")
            terminal.answer("")
        assert " min" not in terminal.wait_for("Wat staat ons in de weg?", FOOTER)


@terminals
def test_a_turn_that_is_taken_up_again_is_still_of_a_person(team: Cli) -> None:
    """Only the questions of a turn, in the team's journal, and what is typed to go on with the rest."""
    leave("--journal", "team", "waardecheck", "Noor, Kees", answers=["Ze zocht op thema"])
    (name,) = (path.stem for path in team.drafts.glob("*.json"))
    assert "Waardecheck · Noor" in team("--journal", "team", "drafts").out
    done = team("drafts", "--resume", name, stdin="\n".join(NOOR[1:]) + "\nGeen toegang\nMarjan\n")
    assert done.status == 0, done.err
    (entry,) = team.journal.read()[0]
    assert (entry.course, entry.people, entry.follow_ups) == ("", ("Noor",), ())
    assert [answer.question for answer in entry.answers] == ["story", "applied", "others", "benefits"]
    assert f"Verder met de anderen en de afspraken: leerlog --journal {team.folder} waardecheck\n" in done.err
    assert not list(team.drafts.glob("*.json"))


@terminals
def test_the_closing_that_is_taken_up_again_asks_nobodys_story(team: Cli) -> None:
    """And leaves nothing to go on with."""
    leave("--journal", "team", "waardecheck", "", answers=["Geen toegang", "Marjan", "", ""])
    done = team(
        "drafts",
        "--resume",
        "waardecheck",
        stdin="\n".join(["", "Elke maandag een dossier", "Noor", "30 nov", ""]) + "\n",
    )
    assert done.status == 0, done.err
    (entry,) = team.journal.read()[0]
    assert [item.text for item in entry.follow_ups] == ["Elke maandag een dossier", "Geen toegang"]
    assert "Verder met" not in done.err


@terminals
def test_a_turn_that_is_put_aside_is_not_about_a_course(team: Cli) -> None:
    """A pipe can't be asked whether to go on with the draft."""
    leave("--journal", "team", "waardecheck", "Noor", answers=["Ze zocht op thema"])
    meet(team, "Noor", lines=[""] * 9)
    (kept,) = team.drafts.glob("*.md")
    assert "- Met: Noor\n" in kept.read_text()
    assert "Traject" not in kept.read_text()


@terminals
def test_the_command_that_goes_on_names_the_others_and_the_journal(team: Cli) -> None:
    """Followed, it asks for the draft and then goes on with whoever comes after."""
    from tests.terminal import ENTER, FOOTER, Terminal

    said = leave("--journal", "team", "waardecheck", "Noor, Kees", "Anja", answers=["Ze zocht op thema"])
    assert said == ["--journal", "team", "waardecheck", "Noor, Kees, Anja"]
    with Terminal([sys.executable, "-m", "leerlog", *said], columns=250, env=dict(os.environ)) as terminal:
        terminal.wait_for("Verdergaan met het verhaal van Noor (1 van 6)?", FOOTER)
        terminal.type(ENTER)
        for number in range(2, 7):
            terminal.wait_for(f"Vraag {number} van 6", FOOTER)
            terminal.answer("")
        terminal.wait_for("Waardecheck · Kees", FOOTER)
    assert [entry.people for entry in team.journal.read()[0]] == [("Noor",)]


@terminals
@pytest.mark.parametrize("names", [["Noor"], []])
def test_the_last_one_goes_on_with_the_whole_meeting(team: Cli, names: list[str]) -> None:
    """Also who was not named beforehand: the meeting offers the story that waits, once."""
    asked = [] if names else ["Noor"]
    said = leave("--journal", "team", "waardecheck", *names, answers=[*asked, "Ze zocht op thema"])
    assert said == ["--journal", "team", "waardecheck", *names]
    screen = screen_after(*said, answers=[""] * 6, asks="" if names else "Wie vertelt er?")
    assert screen.count("Verdergaan met het verhaal van Noor (1 van 6)?") == 1
    assert ("Wie vertelt er?" in screen) == (not names)
    assert [entry.people for entry in team.journal.read()[0]] == [("Noor",)]


@terminals
def test_a_story_that_waits_is_offered_before_the_others(team: Cli) -> None:
    """With or without names; who does not want it now keeps it."""
    leave("--journal", "team", "waardecheck", "Anja", answers=["Ze zocht op thema", "Sneller"])
    for names in ([], ["Kees"]):
        screen = screen_after("--journal", "team", "waardecheck", *names, answers=["n"])
        assert "Verdergaan met het verhaal van Anja (2 van 6)?" in screen
        assert "Dat blijft liggen. leerlog drafts toont hoe het verder kan." in screen
        assert ("Waardecheck · Kees" if names else "Wie vertelt er?") in screen
    said = leave("--journal", "team", "waardecheck", "Kees, Noor", answers=["j", ""])
    assert said == ["--journal", "team", "waardecheck", "Anja, Kees, Noor"]
    assert "Verdergaan" not in screen_after("waardecheck", answers=[]), "that is another journal"


@terminals
def test_a_closing_that_waits_is_offered_when_nobody_is_named(team: Cli) -> None:
    """Taken up it is the end of the meeting, which says of itself how to go on."""
    meeting = ["--journal", "team", "waardecheck"]
    said = leave(*meeting, answers=["", "Geen toegang", "Marjan", "", ""])
    assert said == meeting
    assert "Verdergaan met het slot van het overleg (1 van 7)?" in screen_after(*said, answers=[])
    assert leave(*meeting, answers=[""]) == meeting
    assert "Wie vertelt er?" in screen_after(*meeting, answers=["n"])
    assert "Waardecheck · Kees" in screen_after(*meeting, "Kees", answers=[])


def test_a_pipe_is_told_what_waits(team: Cli) -> None:
    """And how to go on with it; who is named now has it put aside, and is told where."""
    draft = Draft(WAARDECHECK, "Anja", {"story": "Half"}, "potential", {}, str(team.folder), "2026-11-23T09:00", TURN)
    save(team.drafts, draft)
    said = meet(team, "Noor", lines=[*NOOR, *CLOSING])
    again = "Verder: leerlog drafts --resume waardecheck-anja-"
    assert f"Er wacht nog iets: het verhaal van Anja (1 van 6). {again}" in said
    said = meet(team, "Anja", lines=["", *NOOR, *CLOSING])
    assert again not in said
    assert "Wat je eerder schreef, staat nog in" in said


@terminals
@pytest.mark.parametrize(
    ("names", "answers", "said"),
    [
        (["Anja, Kees, Noor"], [*NOOR], ["Kees, Noor"]),
        (["Anja, Kees"], [*NOOR], ["Kees"]),
        (["Anja"], [*NOOR], []),
        ([], ["Anja", *NOOR, "Kees"], []),
        ([], ["Anja", *NOOR, ""], []),
    ],
)
def test_stopping_before_a_part_says_how_to_go_on_with_the_meeting(
    team: Cli, names: list[str], answers: list[str], said: list[str]
) -> None:
    """At the first question of the next person, of the last one and of the closing, when nothing of it was given."""
    meeting = ["--journal", "team", "waardecheck"]
    assert leave(*meeting, *names, answers=answers) == [*meeting, *said]
    assert [entry.people for entry in team.journal.read()[0]] == [("Anja",)]


@terminals
def test_stopping_at_the_offer_says_how_to_go_on(team: Cli) -> None:
    """Also where it is asked of the one who was named."""
    meeting = ["--journal", "team", "waardecheck"]
    leave(*meeting, "Anja", answers=["Ze zocht op thema"])
    assert leave(*meeting, "Anja, Kees", answers=[]) == [*meeting, "Anja, Kees"]
    assert leave(*meeting, "Kees", answers=[]) == [*meeting, "Kees"]
    assert leave(*meeting, answers=[]) == meeting


@terminals
def test_every_checklist_goes_on_in_the_journal_that_was_asked_for(team: Cli) -> None:
    """The list of drafts says the same; a journal that LEERLOG_JOURNAL says needs no option."""
    for journal, typed in (("team", "team"), (str(team.home / "ons team"), f'"{team.home / "ons team"}"')):
        asked = ["--journal", journal, "prepare", f"Woo {journal}"]
        assert leave(*asked, answers=["1"]) == asked
        assert (
            f'leerlog --journal {typed} prepare "Woo {journal}"' in team("--plain", "--journal", journal, "drafts").out
        )
    assert leave("prepare", "Archief", answers=["1"]) == ["prepare", "Archief"]


def test_what_was_dropped_is_not_counted_or_called_done(team: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """In every form of the review, and in the agenda; on disk it is ticked, with its result."""
    closing = ["", "", "Eerst", "", "", "j", "Dan", "", "", "j", "Ooit", "", "", ""]
    meet(team, "Noor", lines=[*NOOR, *closing])
    monkeypatch.setenv("LEERLOG_NOW", "2027-02-01T09:00")
    meet(team, lines=["gehouden", "", "vervallen", "geen  tijd", "", ""])
    assert (
        "- [x] Dan (gedaan 2027-02-01)\n  - Resultaat: vervallen: geen tijd\n"
        in (team.folder / "2026-11.md").read_text()
    )

    def shown(*args: str) -> str:
        return team("--journal", "team", *args).out

    assert "1 van 3 gedaan, 1 vervallen" in shown("review")
    page = shown("review", "--full")
    assert "1 van 3 gedaan, 1 vervallen" in page
    assert ("✓  Eerst" in page, "–  Dan" in page, "✓  Dan" in page) == (True, True, False)
    assert "vervallen op 1 februari 2027: Dan" in shown("--plain", "review", "--full")
    markdown = shown("review", "--format", "markdown")
    assert "1 van 3 gedaan, 1 vervallen" in markdown
    assert "- – Dan (vervallen 1 februari 2027)" in markdown
    html = shown("review", "--format", "html")
    assert "1 van 3 gedaan, 1 vervallen" in html
    assert '<span class="vh">Vervallen: </span>Dan' in html
    assert "Pas afgevinkt of vervallen" in shown("agenda")


def test_what_was_said_of_it_before_is_not_replaced(team: Cli) -> None:
    """It is shown, and nobody has to say it again."""
    meet(team, "Noor", lines=[*NOOR, *CLOSING])
    month = team.folder / "2026-11.md"
    month.write_text(month.read_text().replace("2026-11-30)\n", "2026-11-30)\n  - Resultaat: half gelukt\n"))
    said = meet(team, "Kees", lines=["vervallen", "gehouden", *KEES])
    assert "→ half gelukt" in said
    assert "'vervallen' staat er niet bij. Kies uit: 1 gehouden, 2 open" in said
    item = next(item for entry in team.journal.read()[0] for item in entry.follow_ups if item.due)
    assert (item.done, item.result) == (date(2026, 11, 23), "half gelukt")


@terminals
def test_stopping_while_looking_back_keeps_what_was_said(team: Cli) -> None:
    """Half a sentence too; started again, only what is still open is asked."""
    meet(team, "Noor", lines=[*NOOR, "", "", "Eerst", "", "", "j", "Dan", "", "", "", ""])
    said = leave("--journal", "team", "waardecheck", "Kees", answers=["gehouden"], half="Drie dos")
    assert said == ["--journal", "team", "waardecheck", "Kees"]
    items = {item.text: item for entry in team.journal.read()[0] for item in entry.follow_ups}
    assert (items["Eerst"].done, items["Eerst"].result) == (date(2026, 11, 23), "Drie dos")
    assert items["Dan"].open
    assert "1 afspraak staat nog open" in meet(team, "Kees", lines=["", *KEES])


@terminals
def test_who_goes_on_the_same_day_does_not_look_back_again(team: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is open was open a moment ago; on another day it may not be, and the draft says of when it is."""
    from tests.terminal import FOOTER, Terminal

    meet(team, "Noor", lines=[*NOOR, *CLOSING])
    said = leave("--journal", "team", "waardecheck", "Kees, Noor", answers=["", "", "Een doos van de balie"])
    for day, told in (("2026-11-23T17:00", ""), ("2026-11-30T09:00", ", maandag 23 november 2026")):
        monkeypatch.setenv("LEERLOG_NOW", day)
        with Terminal([sys.executable, "-m", "leerlog", *said], columns=100, env=dict(os.environ)) as terminal:
            terminal.wait_for(FOOTER)
            looked_back = "nog open" in terminal.text
            assert looked_back == bool(told)
            if looked_back:
                for number in (1, 2):  # what was agreed, and what was in the way
                    terminal.wait_for("Hoe staat het ermee?", FOOTER, times=number)
                    terminal.answer("")
            terminal.wait_for(f"Verdergaan met het verhaal van Kees{told} (1 van 6)?", FOOTER)


def test_what_everybody_heard_is_said_once(team: Cli) -> None:
    """What the meeting is for, and how to answer where no footer says so."""
    said = meet(team, "Noor", "Kees", lines=[*NOOR, *KEES, *CLOSING])
    assert said.count("Ieder vertelt een verhaal") == 1
    assert said.count("Eén regel per antwoord") == 1


@terminals
def test_several_names_are_several_turns(team: Cli) -> None:
    """Also where they are typed at the question; stopping at that question says what goes on."""
    said = leave("--journal", "team", "waardecheck", answers=["Noor, Kees", *NOOR, *KEES])
    assert said == ["--journal", "team", "waardecheck"]
    assert [entry.people for entry in team.journal.read()[0]] == [("Noor",), ("Kees",)]


def test_a_picked_action_that_was_dropped_was_not_tried(team: Cli) -> None:
    """The team may drop it when they look back."""
    team.saved("--journal", "team", "actions", "--pick", "22")
    meet(team, lines=["vervallen", "", "", ""])
    told = team("--journal", "team", "--plain", "actions", "--tried").out
    assert "Geprobeerd: 0" in told
    assert "vervallen op 23 november 2026" in told


KILLED = {
    "waardecheck": (
        ["--journal", "team", "waardecheck", ""],
        [],
        ["Geen toegang", "Marjan", ""],
        "Wie neemt het weg?",
    ),
    "prepare": (
        ["prepare", "Woo"],
        ["", "", "", "Zoeken", "", "Spreekuur"],
        ["Geen toegang", "Marjan", ""],
        "Wie neemt het weg?",
    ),
}


@terminals
@pytest.mark.parametrize("name", KILLED)
def test_a_power_cut_takes_no_item_away(team: Cli, name: str) -> None:
    """Killed at `Nog een?`, at who and at when: all that was given is there, and nothing of it is asked again."""
    from tests.terminal import ENTER, FOOTER, Terminal

    args, before, item, who = KILLED[name]
    command = [sys.executable, "-m", "leerlog", *args]

    def killed(answers: list[str], at: str, resumed: bool) -> str:
        with Terminal(command, columns=100, rows=90, env=dict(os.environ)) as terminal:
            if resumed:
                terminal.wait_for("Verdergaan met", FOOTER)
                terminal.type(ENTER)
                terminal.wait_for("> Geen toegang", FOOTER)
                terminal.answer("")
            for answer in answers:
                terminal.wait_for(FOOTER)
                terminal.answer(answer)
            screen = terminal.wait_for(at, FOOTER)
            terminal.signal(signal.SIGKILL)
            assert terminal.end() == -signal.SIGKILL
            return screen

    killed([*before, *item], "Nog een?", resumed=False)
    assert who not in killed(["Te druk"], who, resumed=True).partition("Nog een?")[0]
    killed(["teamleider"], "Voor wanneer?", resumed=True)
    screen = killed([""], "Nog een?", resumed=True)
    assert who not in screen
    (path,) = team.drafts.glob("*.json")
    texts = json.loads(path.read_text(encoding="utf-8"))["texts"]
    kept = next(text for key, text in texts.items() if key.endswith("obstacle"))
    assert kept == "Geen toegang (wie: Marjan)\nTe druk (wie: teamleider)"


def test_in_ones_own_journal_only_what_is_for_the_team_is_seen(cli: Cli) -> None:
    """It is on the wall; what the team agreed together is, and with --own everything."""
    cli.saved("agenda", "--add", "Ontslag vragen")
    assert cli("moment", "Gedeeld", "--share", "team").status == 0
    path = cli.folder / "2026-11.md"
    text = path.read_text("utf-8") + "\n### Afspraken\n\n- [ ] Mailen met allen\n- [ ] Dokter bellen (privé)\n"
    meeting = "\n## 2026-11-23 16:50 · Waardecheck\n<!-- id=a2000001 checklist=waardecheck -->\n"
    path.write_text(f"{text}{meeting}\n### Afspraken\n\n- [ ] Lijst maken\n", "utf-8")
    said = cli("waardecheck", "Kees", stdin="\n" * 20)
    seen = said.out + said.err
    assert ("Mailen met allen" in seen, "Lijst maken" in seen) == (True, True)
    assert not [words for words in ("Ontslag", "Dokter") if words in seen]
    assert "Met --own wel" in seen
    every = cli("waardecheck", "Kees", "--own", stdin="\n" * 20)
    assert "Ontslag" in every.out + every.err
    assert "Dokter" in every.out + every.err


LAST = ["", "Dat de directie meedoet", "Bellen komt twee keer terug", "Wie belt de directie?"]


def test_a_meeting_ends_with_the_yield_on_the_table(team: Cli) -> None:
    """Shown, kept in the entry of the meeting, and counted once."""
    done = team("--journal", "team", "waardecheck", "Noor", "Kees", stdin="\n".join([*NOOR, *KEES, *CLOSING, *LAST]))
    assert done.out.count("De opbrengst op tafel") == 2, "before the closing, and at the end"
    closing = team.journal.read()[0][-1]
    assert [a.question for a in closing.answers[-4:]] == ["expected", "links", "questions", "table"]
    assert closing.answer("table").split("\n") == [
        "- gerealiseerd, Noor: Een dag sneller",
        "- toegepast, Noor: We beginnen bij het thema",
        "- beleving, Noor: Ze zocht op thema",
        "- beleving, Kees: Een doos van de balie",
    ]
    shown = team("--journal", "team", "--plain", "show", closing.id).out
    assert "Opbrengst, toegepast, Noor: We beginnen bij het thema" in shown
    made = json.loads(team("review", "--format", "json", "--journal", "team").out)
    assert [level["count"] for level in made["levels"]] == [2, 0, 1, 1, 0]
    assert made["unvalued"]["count"] == 0


def test_the_table_is_ready_for_the_wall(team: Cli) -> None:
    """A page with a column for each person, what was said of it and agreed, and nothing else of the entry."""
    meet(team, "Noor", "Kees", lines=[*NOOR, *KEES, *CLOSING, *LAST])
    page = team("--journal", "team", "show", "laatste", "--format", "html").out
    assert '<body class="wall">' in page
    assert '<th scope="col">Noor</th><th scope="col">Kees</th>' in page
    for text in ("Bellen komt twee keer terug", "Elke maandag een dossier", "Wie belt de directie?"):
        assert page.count(text) == 1
    assert "alleen voor jou" not in page
    assert str(team.folder) not in page


def test_a_team_looks_back_at_all_of_the_last_time(team: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was agreed, what stood in the way, what was asked, each with its own outcome; and what was expected."""
    closing = ["Geen toegang", "Marjan", "", "", "Wie doet mee?", "", "", "", "Lijst maken", "Noor", "", "", *LAST]
    meet(team, "Noor", lines=[*NOOR, *closing])
    monkeypatch.setenv("LEERLOG_NOW", "2027-02-01T09:00")
    said = meet(team, lines=["gehouden", "", "weggenomen", "Account geregeld", "beantwoord", "Handhaving", ""])
    assert "1 afspraak, 1 belemmering en 1 vraag staan nog open" in said
    assert "Vorige keer verwachtten jullie: Dat de directie meedoet" in said
    items = {item.text: item for entry in team.journal.read()[0] for item in entry.follow_ups}
    assert items["Geen toegang"].result == "Account geregeld"
    assert items["Wie doet mee?"].result == "Handhaving"
    assert not [item for item in items.values() if item.open]
