"""What was left out is chosen: in a terminal from a list, elsewhere it is said what is missing."""

import sys

import pytest

from leerlog.cli.commands import MODULES
from tests.conftest import Cli
from tests.terminal import CTRL_C, ENTER, FOOTER, Terminal

ESC = "\x1b"
DOWN = "\x1b[B"
KEYS = "Esc laat het"


def leerlog(*args: str, columns: int = 80) -> Terminal:
    return Terminal([sys.executable, "-m", "leerlog", *args], columns=columns)


def fill(cli: Cli) -> list[str]:
    """Three notes of two courses, two of them with something agreed; their ids."""
    ids = [
        cli.saved("moment", "Noor zocht op thema", "--course", "Woo-training", "--on", "2026-11-02"),
        cli.saved("agenda", "--add", "Werkwijze vastleggen (Kees, voor 30 nov)", "--course", "Zaakgericht"),
        cli.saved("agenda", "--add", "Bespreken met Marjan (voor 25 nov)"),
    ]
    return [each.partition(".")[0] for each in ids]


def test_an_item_is_found_by_a_word(cli: Cli) -> None:
    """The list is there, shorter with every letter, and Enter takes what is marked."""
    fill(cli)
    with leerlog("done") as terminal:
        terminal.wait_for("Bespreken met Marjan", "Werkwijze vastleggen", KEYS)
        terminal.type("werkw")
        terminal.until(lambda screen: "Marjan" not in screen)
        terminal.type(ENTER)
        terminal.wait_for("Afgevinkt: Zaakgericht · Werkwijze vastleggen", "Wat kwam ervan?", " · Ctrl+C ")
        terminal.type(ENTER)
        assert terminal.end() == 0
    assert sum(item.ticked for entry in cli.journal.read()[0] for item in entry.follow_ups) == 1


def test_escape_leaves_and_changes_nothing(cli: Cli) -> None:
    """Nothing is done, and that is no mistake; Ctrl+C stops."""
    fill(cli)
    before = [path.read_bytes() for path in cli.folder.glob("*.md")]
    for key, status in ((ESC, 0), (CTRL_C, 130)):
        with leerlog("done") as terminal:
            terminal.wait_for("Marjan", KEYS)
            terminal.type(key)
            assert terminal.end() == status
            assert "Fout" not in terminal.text
    assert [path.read_bytes() for path in cli.folder.glob("*.md")] == before


@pytest.mark.parametrize("columns", [60, 80])
def test_a_note_is_chosen_by_its_number_or_with_the_arrows(cli: Cli, columns: int) -> None:
    """The newest note stands first; a number is that of the list, an arrow goes to the next."""
    fill(cli)
    for keys in ("3" + ENTER, DOWN + DOWN + ENTER):
        with leerlog("show", columns=columns) as terminal:
            screen = terminal.wait_for("Noor zocht", KEYS)
            assert screen.index("Marjan") < screen.index("Werkwijze") < screen.index("Noor zocht")
            assert max(map(len, screen.split("\n"))) < columns
            terminal.type(keys)
            assert terminal.end() == 0
            assert "Woo-training" in terminal.text


def test_a_course_is_chosen(cli: Cli) -> None:
    """By its name, for the course and for the sheet."""
    fill(cli)
    for command in ("course", "sheet"):
        with leerlog(command) as terminal:
            terminal.wait_for("Zaakgericht", "Woo-training", KEYS)
            terminal.type("woo" + ENTER)
            assert terminal.end() == 0
            assert "Woo-training" in terminal.text


def test_a_draft_is_chosen(cli: Cli) -> None:
    """To throw it away, after the question whether one is sure."""
    with leerlog("prepare", "Woo-training") as terminal:
        terminal.wait_for("Met wie bereid je dit voor?", " · Ctrl+C ")
        terminal.answer("team")
        terminal.interrupt()
        assert terminal.end() == 130
    with leerlog("drafts", "--remove") as terminal:
        terminal.wait_for("Woo-training", KEYS)
        terminal.type(ENTER)
        terminal.wait_for("weggooien?", " · Ctrl+C ")
        terminal.type("j" + ENTER)
        assert terminal.end() == 0
    assert not list(cli.drafts.glob("*.json"))


def test_lines_are_read_where_keys_are_not(cli: Cli) -> None:
    """Plain: numbered lines with whole dates, and a word leaves one."""
    fill(cli)
    with leerlog("--plain", "show") as terminal:
        terminal.wait_for("1: ", "2: ", "3: 2 november 2026, Noor zocht op thema")
        terminal.type("thema\r")
        assert terminal.end() == 0
        assert "Woo-training" in terminal.text


@pytest.mark.parametrize(
    "words",
    [["show"], ["story"], ["value"], ["done"], ["course"], ["sheet"], ["drafts", "--resume"], ["drafts", "--save"]],
)
def test_without_a_terminal_it_is_said_what_is_missing(cli: Cli, words: list[str]) -> None:
    """With the command that lists them, and an example; nothing is asked."""
    fill(cli)
    done = cli(*words)
    assert done.status == 2
    assert "toont ze. Schrijf bijvoorbeeld: leerlog" in done.err
    assert words[0] in MODULES


def test_nothing_to_choose_is_said(cli: Cli) -> None:
    """In a terminal too, instead of an empty list."""
    for command, said in (("show", "nog geen notitie"), ("done", "niets open"), ("course", "nog geen leertraject")):
        with leerlog(command) as terminal:
            assert terminal.end() == 2
            assert said in terminal.text


def test_what_goes_in_the_agenda_is_asked_when_no_words_are_given(cli: Cli) -> None:
    """Of an obstacle what it is, who can take it away and for when; what was said beside it is not asked."""
    with leerlog("agenda", "--add", "--kind", "belemmering", "--due", "30 nov", "--course", "Woo") as terminal:
        terminal.wait_for("Wat staat in de weg?")
        terminal.type("Geen rechten" + ENTER)
        terminal.wait_for("Wie neemt het weg?")
        terminal.type("Kees" + ENTER)
        terminal.wait_for("Bewaard als")
        assert terminal.end() == 0
    (entry,) = cli.journal.read()[0]
    (item,) = entry.follow_ups
    assert (item.kind, item.text, item.who, str(item.due)) == ("obstacle", "Geen rechten", "Kees", "2026-11-30")
    assert entry.course == "Woo"


def test_an_item_that_is_stopped_halfway_is_kept(cli: Cli) -> None:
    """Its words are in a draft once they were given."""
    with leerlog("agenda", "--add") as terminal:
        terminal.wait_for("Wat spreek je af?", FOOTER)
        terminal.type("Anja bellen" + ENTER)
        terminal.wait_for("Wie?", FOOTER)
        terminal.type(CTRL_C)
        assert terminal.end() == 130
    assert "Anja bellen" in next(cli.drafts.iterdir()).read_text(encoding="utf-8")


def test_no_words_for_the_agenda_are_a_mistake_in_a_pipe(cli: Cli) -> None:
    """And a text that begins with a sign is a text."""
    assert "geen tekst" in cli("agenda", "--add", "--kind", "vraag").err
    assert cli("agenda", "--add").status == 2
    cli.saved("agenda", "--add", "-5 graden halen")
