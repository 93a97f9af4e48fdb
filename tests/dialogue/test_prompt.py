"""The editing keys, without a terminal: quick, and measured."""

import io
import itertools

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.utils import get_cwidth

from leerlog.dialogue.prompt import PromptReader, footer, refusal
from leerlog.dialogue.talk import Clock, Reply, Turn
from tests.conftest import WINDOWS


@pytest.fixture(autouse=True)
def _without_a_console(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is drawn goes to no console, which on Windows nobody can stand in for."""
    if WINDOWS:
        monkeypatch.setattr("prompt_toolkit.output.create_output", lambda **_: DummyOutput())


def read(keys: str, turn: Turn | None = None) -> Reply:
    with create_pipe_input() as pipe, create_app_session(input=pipe):
        pipe.send_text(keys)
        return PromptReader(io.StringIO()).read(turn or Turn())


@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        ("Mooi\r", Reply("Mooi")),
        ("Mooi\n", Reply("Mooi")),
        ("Mooi\r\n", Reply("Mooi")),
        ("\r", Reply("")),
        ("een\x1b\rtwee\x0fdrie\r", Reply("een\ntwee\ndrie")),
        ("een\r\ntwee\r\rdrie\tvier\r", Reply("een\ntwee\n\ndrie\tvier")),
        ("\x1b[200~een\r\ntwee\n\x1b[201~\r", Reply("een\ntwee\n")),
        ("half\x1b[Z", Reply("half", "back")),
        ("half\x03", Reply("half", "stop")),
        ("\x04", Reply("", "stop")),
        ("ab\x02\x04\r", Reply("a")),
        ("漢🙂\x7f\r", Reply("漢")),
    ],
)
def test_keys(keys: str, reply: Reply) -> None:
    """Enter goes on, also as LF or CR LF; more behind it makes it a line; Shift+Tab and Ctrl+C leave with the text."""
    assert read(keys) == reply


def test_the_text_given_is_there_to_mend() -> None:
    """What stood there is in the input, with the cursor behind it."""
    assert read("\x7f\x7fdec\r", Turn("7 feb")) == Reply("7 fdec")
    assert read("\x15\r", Turn("7 feb")) == Reply("")


def test_the_explanation_keeps_the_input() -> None:
    """F1 shows the background and goes on with what was typed."""
    shown: list[str] = []
    assert read("Mo\x1bOPoi\r", Turn(background=lambda: shown.append("uitleg"))) == Reply("Mooi")
    assert shown == ["uitleg"]


def test_a_terminal_that_goes_away_hands_over_the_text() -> None:
    """When the input ends in the middle, what was typed is not lost."""
    with create_pipe_input() as pipe, create_app_session(input=pipe):
        pipe.send_text("half een zi")
        pipe.close()
        assert PromptReader(io.StringIO()).read(Turn()) == Reply("half een zi", "stop")


def test_the_clock_takes_its_room_first() -> None:
    """It ends where the line above does or behind the keys, and a name too long for these is left out."""
    shorter = [footer(columns) for columns in range(160)]
    for columns, name in itertools.product(range(20, 160), ("Anja", "Marie-Louise", "漢字漢字", "Anja\x1b[31m")):
        line = footer(columns, clocked(name, 754.0))
        keys, _, time = line.rpartition("    ")
        assert get_cwidth(line) < columns
        assert get_cwidth(line) == min(80, columns - 1) or (get_cwidth(line) > 80 and not keys.endswith(" "))
        assert time in (f"{name} · 12 min".replace("\x1b", "␛"), "12 min")
        assert keys.rstrip() in ("", *shorter[:columns])
    assert footer(60, clocked("Anja", 59.9)).endswith("  Anja · 0 min")
    assert footer(60, clocked("Marie-Louise", 60.0)).startswith("Enter verder · leeg: overslaan · Ctrl+C pauze  ")


def clocked(name: str, seconds: float) -> Turn:
    """A question with somebody's clock."""
    return Turn(clock=Clock(name, lambda: seconds))


def test_why_an_answer_was_refused_is_one_sentence_without_control_codes() -> None:
    """Broken between words; it stands with the input, and goes with it."""
    wrong = "'\x1b[31m' staat er niet bij. Kies uit: 1 gehouden, 2 open, 3 vervallen"
    assert refusal(60, Turn(wrong=wrong)) == ("'␛[31m' staat er niet bij. Kies uit: 1 gehouden, 2 open, 3\nvervallen.")
