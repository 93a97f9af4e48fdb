"""What is said beside the results."""

import io
import sys

import pytest

from leerlog.cli.console import fitted
from leerlog.cli.main import run
from tests.conftest import Cli

LONG = (
    "ik kan niet schrijven in /home/anja/Documenten/leerlog/2026-11.md: de schijf is vol.\n"
    "Je tekst staat veilig; met leerlog drafts --save 2026-11-23-1642 zet je hem later alsnog in je leerlog."
)


class Window(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_on_a_terminal_a_message_is_broken_between_words(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    """A command and a path stay whole; every line that could be shorter is."""
    monkeypatch.setenv("COLUMNS", str(columns))
    text = fitted(LONG, Window())
    lines = text.split("\n")
    assert any("leerlog drafts --save 2026-11-23-1642" in line for line in lines)
    assert any("/home/anja/Documenten/leerlog/2026-11.md:" in line for line in lines)
    assert all(len(line) <= columns or " " not in line for line in lines)
    assert text.replace("\n", " ") == LONG.replace("\n", " ")


def test_in_a_pipe_nothing_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """However narrow the window is."""
    monkeypatch.setenv("COLUMNS", "40")
    assert fitted(LONG, io.StringIO()) == LONG


def test_what_would_steer_a_terminal_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a window as in a pipe."""
    for stream in (Window(), io.StringIO()):
        assert fitted("a\x1b[2Jb", stream) == "a␛[2Jb"


def test_errors_and_remarks_are_broken_so(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """At 40 columns an error keeps its command, and its lines fit."""
    monkeypatch.setenv("COLUMNS", "40")
    window = Window()
    monkeypatch.setattr(sys, "stderr", window)
    assert run(["done"]) == 2
    lines = window.getvalue().rstrip("\n").split("\n")
    assert lines[0].startswith("Fout: ")
    assert "leerlog done a2k3f9q2.1" in lines[-1]
    assert max(map(len, lines)) <= 40
