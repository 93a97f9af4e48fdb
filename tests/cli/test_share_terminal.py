"""Sharing at a terminal without options: what is asked, left out, added, and written."""

import sys
from pathlib import Path

import pytest

from leerlog.journal.shares import read_share
from tests.conftest import Cli
from tests.terminal import CTRL_C, ENTER, Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of this kind")
ESC = "\x1b"
NAMES = "Onder welke naam deel je?"
GO = "Dit zo delen met het team?"


@pytest.fixture
def notes(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A note that is shared, one that is not, and one that is shared and leaves a doubt; their ids."""
    out = cli.home / "uit"
    out.mkdir()
    monkeypatch.chdir(out)
    monkeypatch.setenv("LEERLOG_NOW", "2026-12-18T16:42")
    return {
        "open": cli.saved("moment", "Noor zocht op thema", "--share", "team", "--on", "2026-11-02"),
        "own": cli.saved("moment", "Kees belde zelf", "--on", "2026-11-03"),
        "doubt": cli.saved("moment", "Over de fusie (privé)", "--share", "team", "--on", "2026-11-04"),
    }


def leerlog(*args: str) -> Terminal:
    return Terminal([sys.executable, "-m", "leerlog", "share", *args], rows=120)


def ask_on(terminal: Terminal) -> None:
    """Answer for whom, over which period and as whom."""
    terminal.wait_for("Met wie wil je delen?", " · Ctrl+C ")
    terminal.answer("team")
    terminal.wait_for("Over welke periode?")
    terminal.type(ENTER)
    terminal.wait_for(NAMES, " · Ctrl+C ")
    terminal.answer("Anja")
    terminal.wait_for(GO, " · Ctrl+C ")


def written() -> list[str]:
    """The ids in the file that was made."""
    (path,) = Path().glob("*.md")
    share = read_share(path)[0]
    assert share
    return sorted(entry.id for entry in share.entries)


def test_all_that_is_missing_is_asked(cli: Cli, notes: dict[str, str]) -> None:
    """For whom, over which period, as whom; the name is remembered and that is said."""
    with leerlog() as terminal:
        ask_on(terminal)
        terminal.type("j" + ENTER)
        assert terminal.end() == 0
        assert "Ingesteld: name = Anja" in terminal.text
        assert "Dit gaat mee" in terminal.text
    assert written() == [notes["open"]]
    assert cli("config", "name").out.strip() == "Anja"


def test_a_note_is_left_out_and_stays_marked(cli: Cli, notes: dict[str, str]) -> None:
    """Numbers change sides and are shown anew; one that was not marked is marked then, in one undo."""
    before = {path: path.read_bytes() for path in cli.folder.glob("*.md")}
    with leerlog("--to", "team", "--as", "Anja") as terminal:
        terminal.wait_for(GO, " · Ctrl+C ")
        listed = [terminal.text.rindex(word) for word in ("1  twijfel", "2  gaat mee", "3  blijft")]
        assert listed == sorted(listed)
        terminal.type("2 3" + ENTER)
        terminal.wait_for(GO, " · Ctrl+C ", times=2)
        terminal.type("j" + ENTER)
        assert terminal.end() == 0
        assert f"Voortaan deel je met het team ook: {notes['own']}" in terminal.text
    assert written() == [notes["own"]]
    shares = {entry.id: entry.share for entry in cli.journal.read()[0]}
    assert shares == dict.fromkeys(notes.values(), ("team",))
    assert cli("undo", "--yes").status == 0
    assert {path: path.read_bytes() for path in cli.folder.glob("*.md")} == before


def test_a_doubted_note_is_shown_whole_before_it_goes(notes: dict[str, str]) -> None:
    """By its number, on top of the preview; never with a j that was meant for something else."""
    with leerlog("--to", "team", "--as", "Anja") as terminal:
        terminal.wait_for(GO, " · Ctrl+C ")
        assert "Dit gaat mee omdat jij het zegt" not in terminal.text
        terminal.type("1" + ENTER)
        terminal.wait_for("Dit gaat mee omdat jij het zegt", "Over de fusie (privé)", GO)
        terminal.wait_for(GO, " · Ctrl+C ", times=2)
        terminal.type("j" + ENTER)
        assert terminal.end() == 0
    assert written() == sorted([notes["open"], notes["doubt"]])


@pytest.mark.parametrize(("key", "status"), [(ESC, 0), (CTRL_C, 130)])
@pytest.mark.parametrize("asked", ["Met wie wil je delen?", "Over welke periode?", NAMES, GO])
def test_leaving_shares_nothing(cli: Cli, notes: dict[str, str], asked: str, key: str, status: int) -> None:
    """At any question: no file, no mark, no name; and it says so."""
    before = {path: path.read_bytes() for path in cli.folder.glob("*.md")}
    with leerlog() as terminal:
        for question, answer in (("Met wie wil je delen?", "team"), ("Over welke periode?", ""), (NAMES, "Anja")):
            terminal.wait_for(question, " · Ctrl+C ")
            if question == asked:
                break
            terminal.answer(answer)
        terminal.wait_for(asked, " · Ctrl+C ")
        if asked == GO:
            terminal.type("2 3" + ENTER)
            terminal.wait_for(GO, " · Ctrl+C ", times=2)
        terminal.type(key)
        assert terminal.end() == status
        assert "Er is niets gedeeld." in terminal.text
    assert not list(Path().iterdir())
    assert {path: path.read_bytes() for path in cli.folder.glob("*.md")} == before
    assert cli("config", "name").out.strip() == ""


def test_what_was_forgotten_is_shared_after_all(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is marked, the notes of the period are offered."""
    monkeypatch.chdir(cli.home)
    monkeypatch.setenv("LEERLOG_NOW", "2026-12-18T16:42")
    name = cli.saved("moment", "Kees belde zelf")
    with leerlog("--to", "team", "--as", "Anja") as terminal:
        terminal.wait_for("Wil je er nu een delen met het team?", " · Ctrl+C ")
        terminal.answer("1")
        terminal.wait_for(GO, " · Ctrl+C ")
        terminal.type("j" + ENTER)
        assert terminal.end() == 0
    assert written() == [name]
    assert cli.journal.find(name).share == ("team",)
