"""What is offered at a real terminal: to build on an earlier note, and which name was meant."""

import sys

import pytest

pytest.importorskip("termios")
from tests.conftest import Cli
from tests.terminal import CTRL_C, ENTER, FOOTER, Terminal

OFFER = "Bouwt dit voort op een eerdere notitie?"
PICK = "Op welk moment wil je voortbouwen?"


def start(*args: str, columns: int = 100) -> Terminal:
    return Terminal([sys.executable, "-m", "leerlog", *args], columns=columns)


def tell(terminal: Terminal, text: str) -> None:
    """Answer the daily question, and leave its value open."""
    terminal.wait_for("verwonderd", FOOTER)
    terminal.type(text + ENTER)
    terminal.wait_for("Wat bracht het", FOOTER)
    terminal.type(ENTER)


@pytest.fixture
def earlier(cli: Cli) -> list[str]:
    """Three notes with Noor, the last one about the course too."""
    days = ("2026-11-02", "2026-11-09")
    found = [cli.saved("moment", f"op {day}", "--with", "Noor", "--on", day) for day in days]
    return [*found, cli.saved("moment", "in de training", "--with", "Noor", "--course", "Woo", "--on", "2026-11-01")]


@pytest.mark.parametrize("columns", [60, 100])
def test_a_moment_may_build_on_earlier_notes(cli: Cli, earlier: list[str], columns: int) -> None:
    """The most likely first; several numbers may be chosen; it is saved as a command would."""
    with start("moment", "--with", "Noor", "--course", "woo", columns=columns) as terminal:
        tell(terminal, "nu zelf")
        screen = terminal.wait_for(OFFER, FOOTER)
        places = [screen.index(text) for text in ("in de training", "op 2026-11-09", "op 2026-11-02")]
        assert places == sorted(places)
        terminal.type("1 3" + ENTER)
        assert terminal.end() == 0
        assert f"Bouwt op {earlier[2]}, {earlier[0]}" in terminal.text
    entry = cli.journal.find("laatste")
    assert (entry.course, entry.builds_on) == ("Woo", (earlier[2], earlier[0]))


def test_what_a_course_brought_of_a_level_is_asked_as_that_level_asks_it(cli: Cli) -> None:
    """The question stands above the answer in the journal, of which every block is as leerlog writes it."""
    with start("moment", "--course", "Woo", "--value", "toegepast") as terminal:
        screen = terminal.wait_for("Wat doe je er anders door?", FOOTER)
        assert "Moment · Woo" in screen
        assert "verwonderd" not in screen
        terminal.type("Ik zoek op thema" + ENTER)
        assert terminal.end() == 0
    (answer,) = cli.journal.find("laatste").answers
    assert (answer.question, answer.title) == ("surprise", "Wat doe je er anders door?")
    assert cli("check").status == 0


@pytest.mark.parametrize(("key", "status"), [(ENTER, 0), (CTRL_C, 130)])
def test_an_offer_can_be_passed_over(cli: Cli, earlier: list[str], key: str, status: int) -> None:
    """With one key, and the note is safe."""
    with start("moment", "--with", "Noor") as terminal:
        tell(terminal, "nu zelf")
        terminal.wait_for(OFFER, FOOTER)
        terminal.type(key)
        assert terminal.end() == status
    entry = cli.journal.find("laatste")
    assert (entry.first_line, entry.builds_on) == ("nu zelf", ())


def test_a_number_that_is_not_there_is_asked_again(cli: Cli, earlier: list[str]) -> None:
    """Also in plain lines, for a screen reader."""
    with start("--plain", "moment", "--with", "Noor") as terminal:
        terminal.wait_for("verwonderd", ">")
        terminal.type("nu zelf" + ENTER)
        terminal.wait_for("Wat bracht het")
        terminal.type(ENTER)
        terminal.wait_for(OFFER, "1: 9 november 2026, op 2026-11-09")
        terminal.type("9" + ENTER)
        terminal.wait_for("geen nummer van 1 tot en met 3")
        terminal.type("1" + ENTER)
        assert terminal.end() == 0
    assert cli.journal.find("laatste").builds_on == (earlier[1],)


@pytest.mark.parametrize("args", [["--builds-on", "laatste", "--with", "Noor"], ["--json", "--with", "Noor"], []])
def test_nothing_is_offered_unasked(cli: Cli, earlier: list[str], args: list[str]) -> None:
    """Not when it was said already, not beside JSON, not to a note about nothing in particular."""
    with start("moment", *args) as terminal:
        tell(terminal, "nu zelf")
        assert terminal.end() == 0
        assert OFFER not in terminal.text


def test_insights_begin_with_the_story(cli: Cli, earlier: list[str]) -> None:
    """The moments are there to think back to; a number typed as the story is one; linking comes last."""
    with start("insights", "--month") as terminal:
        screen = terminal.wait_for("Vertel zo'n moment als verhaal.", "Vraag 1 van 7", FOOTER)
        assert screen.index("in de training") < screen.index("op 2026-11-02") < screen.index("op 2026-11-09")
        assert PICK not in screen
        terminal.type("2" + ENTER)
        terminal.wait_for("Vraag 2 van 7", FOOTER)
        terminal.type(CTRL_C)
        assert terminal.end() == 130
    with start("insights", "--month") as terminal:
        terminal.wait_for("Verdergaan met je concept", FOOTER)
        terminal.type("j" + ENTER)
        for question in (
            "Wat kan het je",
            "Wat doe je er",
            "Wat merken",
            "Wie heeft er baat",
            "Wat zie je",
            "Wat vraagt",
        ):
            assert PICK not in terminal.wait_for(question, FOOTER)
            terminal.type(ENTER)
        terminal.wait_for("Delen met", FOOTER)
        terminal.type(ENTER)
        terminal.wait_for(PICK, FOOTER)
        terminal.type("2" + ENTER)
        assert terminal.end() == 0
    entry = cli.journal.find("laatste")
    assert (entry.answer("story"), entry.builds_on) == ("2", (earlier[0],))


def test_insights_show_only_the_moments_of_the_period(cli: Cli, earlier: list[str]) -> None:
    """Ten at most that say something; without any, the questions begin at once."""
    with start("insights", "--quarter", "vorig") as terminal:
        assert PICK not in terminal.wait_for("Vraag 1 van 7", FOOTER)
        terminal.type(CTRL_C)
        terminal.end()
    for number in range(10):
        cli.saved("moment", f"nummer {number}")
    cli.saved("moment", "Nog niets")
    with start("insights") as terminal:
        screen = terminal.wait_for("Vertel zo'n moment", "nummer 9", FOOTER)
        assert "nummer 0" in screen
        assert "op 2026-11-09" not in screen
        assert "Nog niets" not in screen
        terminal.type(CTRL_C)
        assert terminal.end() == 130


@pytest.mark.parametrize(("key", "name"), [("j", "Woo-training"), ("n", "Wo-training")])
def test_a_near_miss_is_asked_about(cli: Cli, key: str, name: str) -> None:
    """Before the first question, by a moment and by a checklist."""
    cli.saved("moment", "een", "--course", "Woo-training", "--on", "2026-03-01")
    for args, shown in ((["moment", "--course"], "verwonderd"), (["during"], f"Onderweg · {name}")):
        with start(*args, "Wo-training") as terminal:
            terminal.wait_for("Bedoel je Woo-training?", FOOTER)
            terminal.type(key + ENTER)
            terminal.wait_for(shown, FOOTER)
            terminal.type(CTRL_C)
            assert terminal.end() == 130


@pytest.mark.parametrize(("key", "name"), [("j", "Woo-training"), ("n", "Wo-training")])
def test_a_near_miss_of_a_note_that_is_given_whole_is_asked_about(cli: Cli, key: str, name: str) -> None:
    """By a moment with its text, and by what is put in the agenda."""
    cli.saved("moment", "een", "--course", "Woo-training", "--on", "2026-03-01")
    for args in (["moment", "twee"], ["agenda", "--add", "Bellen"]):
        with start(*args, "--course", "Wo-training") as terminal:
            terminal.wait_for("Bedoel je Woo-training?", FOOTER)
            terminal.type(key + ENTER)
            terminal.wait_for("Bewaard als")
        assert cli.journal.find("laatste").course == name
        (cli.folder / "2026-11.md").unlink()


def test_a_note_is_weighed_in_a_talk(cli: Cli) -> None:
    """Its text is shown; Enter leaves it as it is."""
    note = cli.saved("moment", "een mooie dag")
    for typed, value in (("3", "toegepast"), ("", "toegepast")):
        with start("value", note) as terminal:
            terminal.wait_for("een mooie dag", "Wat bracht het", FOOTER)
            terminal.type(typed + ENTER)
            assert terminal.end() == 0
        assert cli.journal.find(note).value == value


def test_a_moment_of_words_is_offered_it_too(cli: Cli, earlier: list[str]) -> None:
    """When it names a course or people; without, it is done at once."""
    with start("moment", "nu zelf", "--with", "Noor") as terminal:
        terminal.wait_for(OFFER, FOOTER)
        terminal.type("1" + ENTER)
        assert terminal.end() == 0
    assert cli.journal.find("laatste").builds_on == (earlier[1],)
    with start("moment", "zonder namen") as terminal:
        assert terminal.end() == 0
        assert OFFER not in terminal.text


def test_a_moment_stopped_at_its_value_keeps_the_note(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer to the first question, not the half one to the second; and it is there for this journal only."""
    with start("moment") as terminal:
        terminal.wait_for("verwonderd", FOOTER)
        terminal.type("Noor zocht op thema" + ENTER)
        terminal.wait_for("Wat bracht het", FOOTER)
        terminal.type("mooi" + CTRL_C)
        assert terminal.end() == 130
        assert "Bewaard als concept" in terminal.text
    monkeypatch.setenv("LEERLOG_JOURNAL", str(cli.home / "ander"))
    with start("moment") as terminal:
        assert "Noor zocht" not in terminal.wait_for("verwonderd", FOOTER)
        terminal.type(CTRL_C)
        terminal.end()
    monkeypatch.setenv("LEERLOG_JOURNAL", str(cli.folder))
    with start("moment") as terminal:
        terminal.wait_for("Dit schreef je eerder", "Noor zocht op thema", FOOTER)
        terminal.type(ENTER)
        terminal.wait_for("Wat bracht het", FOOTER)
        terminal.type("2" + ENTER)
        assert terminal.end() == 0
    entry = cli.journal.find("laatste")
    assert (entry.first_line, entry.value) == ("Noor zocht op thema", "potentieel")


def test_a_number_that_will_not_do_is_typed_anew(cli: Cli) -> None:
    """It does not stay in the input, where the next one would be added to it."""
    with start("conditions") as terminal:
        terminal.wait_for("Vraag 1 van 7", FOOTER)
        terminal.type("7" + ENTER)
        terminal.wait_for("kan hier niet", FOOTER)
        terminal.type("4" + ENTER)
        terminal.wait_for("Vraag 2 van 7", FOOTER)
        terminal.type(CTRL_C)
        assert terminal.end() == 130
