"""The front door: what is asked for every day, without Typer; and that nobody can tell which way one came in."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from leerlog.cli import main
from leerlog.cli.door import at_door
from leerlog.journal.store import Journal
from tests.conftest import SAMPLE, Cli, Done
from tests.terminal import Terminal

posix = pytest.mark.skipif(sys.platform == "win32", reason="streams as a shell of Unix gives them")
SCREENS = [
    [],
    ["review"],
    ["review", "--quarter"],
    ["review", "--month"],
    ["review", "--all"],
    ["list"],
    ["list", "--month"],
    ["list", "--year"],
    ["search", "de", "burger"],
    ["export"],
    ["export", "--format", "json"],
]
TEAMS = [
    ["review", "--team", "{}"],
    ["review", "--all", "--team", "{}"],
    ["review", "--quarter", "--team", "{}", "--anonymous"],
]
# What is near to these and not the same.
OTHERS = [
    [""],
    ["list", ""],
    ["list", "--week"],
    ["list", "--month", "--year"],
    ["review", "--plain"],
    ["review", "--team"],
    ["review", "--team", ""],
    ["review", "--team", " "],
    ["review", "--team", "--all"],
    ["review", "--team", "team", "--full"],
    ["review", "--team", "team", "--anonymous", "--all"],
    ["list", "--team", "team"],
    ["review", "--anonymous"],
    ["lijst"],
    ["-"],
    ["search"],
    ["search", "burger", "--full"],
    ["search", "-x"],
    ["export", ""],
    ["export", "--format", "csv"],
    ["export", "--format", "json", "--all"],
]
BY_TYPER = "from leerlog.cli import main; main.at_door = lambda args: None; main.main()"
BY_DOOR = "from leerlog.cli import main; main.main()"
ID = re.compile(r"\b(?:a2|9r|zz)[0-9a-z]{6}\b")

WORDS = [
    ["Vandaag", "zag ik iets"],
    ["één twee\ndrie", "- [ ] geen taak", "# kop", "**vet**", "[rood]x[/]"],
    ["  ruimte  "],
    [""],
    [" ", "\n"],
    ["help"],
    ["hulp", "prepare"],
    ["--plain"],
    ["x", "--journal"],
    ["x", "--course", "Woo-training"],
    ["-"],
    ["-5", "graden"],
    ["x", "-h"],
    ["--", "-x"],
    ["\x1b[31mrood\x07"],
    ["half \udcff teken"],
    ["x" * 20_000],
]


@pytest.fixture
def both(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[Done, Done]]:
    """One command line by the front door and by Typer, each in a journal of its own; with all that it left there."""

    def run(*args: str, stdin: str = "", prepare: Callable[[], None] = lambda: None) -> tuple[Done, Done]:
        done = []
        for way in ("door", "typer"):
            with monkeypatch.context() as patch:
                if way == "typer":
                    patch.setattr(main, "at_door", lambda _: None)
                prepare()
                done.append(_left(cli, cli(*args, stdin=stdin)))
        return done[0], done[1]

    return run


def _left(cli: Cli, done: Done) -> Done:
    """What was printed, and every file of a person that was left; the home is empty again; ids are all the same."""
    files = sorted(path for path in cli.home.rglob("*") if path.is_file() and path.suffix in (".md", ".txt", ".yaml"))
    texts = [f"\n{path.relative_to(cli.home)}: {path.read_bytes()!r}" for path in files]
    for path in cli.home.iterdir():
        shutil.rmtree(path)
    return Done(done.status, _same_ids(done.out + "".join(texts)), _same_ids(done.err))


def _same_ids(text: str) -> str:
    return ID.sub("a2aaaaaa", text)


@pytest.mark.parametrize("words", WORDS, ids=lambda words: " ".join(words)[:20].encode("ascii", "replace").decode())
def test_both_ways_in_give_the_same(both: Callable[..., tuple[Done, Done]], words: list[str]) -> None:
    """The same bytes on disk, on both streams, and the same exit code, whatever the words are."""
    door, typer = both("moment", *words, stdin="van de invoer")
    assert door == typer


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LEERLOG_JOURNAL", ""),
        ("LEERLOG_JOURNAL", "werk"),
        ("LEERLOG_JOURNAL", f"{os.devnull}/leerlog"),  # in what is no folder
        ("LEERLOG_PLAIN", "1"),
        ("LEERLOG_PLAIN", "0"),
        ("LEERLOG_PLAIN", "ja"),
        ("LEERLOG_PLAIN", "true"),
        ("LEERLOG_NOW", "2026-01-02T03:04"),
        ("LEERLOG_NOW", "gisteren"),
        ("LEERLOG_NOW", "9999-12-31T23:59"),
        ("LEERLOG_NOW", "onzin"),
    ],
)
def test_both_ways_in_heed_the_environment(
    cli: Cli, both: Callable[..., tuple[Done, Done]], monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """Where the journal is, what the time is; what Typer would refuse is left to Typer to refuse."""
    monkeypatch.chdir(cli.home)
    monkeypatch.setenv(name, value)
    for args in ([], ["review", "--month"], ["list"]):
        door, typer = _screens(cli, monkeypatch, args)
        assert door == typer
    door, typer = both("moment", "een", "twee")
    assert door == typer


def test_both_ways_in_fail_the_same(
    cli: Cli, both: Callable[..., tuple[Done, Done]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full, a month that can't be read, a person who stops: the text is in a draft, which is named."""

    def no_space(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    def a_folder_in_its_place() -> None:
        (cli.folder / "2026-11.md").mkdir(parents=True, exist_ok=True)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", no_space)
        door, typer = both("moment", "vol")
    assert door == typer
    assert (door.status, "vol" in door.err) == (1, True)
    for wrong in (stop, no_space):
        with monkeypatch.context() as patch:
            patch.setattr(Journal, "add", wrong)
            door, typer = both("moment", "een", "twee")
        assert door == typer
        assert "een twee" in door.out
    for wrong in (stop, no_space):
        with monkeypatch.context() as patch:
            patch.setattr(Journal, "read", wrong)
            door, typer = _screens(cli, monkeypatch, ["review"])
        assert door == typer
        assert door.status
    door, typer = both("moment", "map", prepare=a_folder_in_its_place)
    assert door == typer
    assert door.status == 1


@pytest.mark.parametrize("journal", ["none", "whole", "in trouble", "not to be read"])
def test_both_ways_in_show_the_same(cli: Cli, monkeypatch: pytest.MonkeyPatch, journal: str) -> None:
    """Of a journal that is not there, of a whole one, and of one with drafts, mistakes or a month that is no file."""
    if journal != "none":
        shutil.copytree(SAMPLE, cli.folder)
    if journal == "in trouble":
        (cli.folder / "2026-12.md").write_text("# half\n\n## 31 februari\n", encoding="utf-8")
        cli.drafts.mkdir(parents=True)
        (cli.drafts / "20261101-1200.md").write_text("niet bewaard", encoding="utf-8")
    if journal == "not to be read":
        (cli.folder / "2026-10.md").unlink()
        (cli.folder / "2026-10.md").mkdir()
    for args in SCREENS:
        door, typer = _screens(cli, monkeypatch, args)
        assert door == typer
        assert door.out
        assert door.status == (journal == "not to be read" and args != ["list", "--month"])


def test_both_ways_in_show_the_same_of_a_team(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a folder with what somebody shared and something else, of an empty one, and of one that is not there."""
    shutil.copytree(SAMPLE, cli.folder)
    (cli.home / "leeg").mkdir()
    full = cli.home / "wat wij delen"
    full.mkdir()
    cli("share", "--to", "team", "--as", "Anja", "--yes", "--all", "--output", str(full / "anja.md"))
    (full / "anders.md").write_text("# Iets anders", encoding="utf-8")
    for folder, status in ((full, 0), (cli.home / "leeg", 0), (cli.home / "weg", 2)):
        for args in TEAMS:
            door, typer = _screens(cli, monkeypatch, [word.format(folder) for word in args])
            assert door == typer
            assert door.status == status
            assert folder != full or "anders.md" in door.err


def _screens(cli: Cli, monkeypatch: pytest.MonkeyPatch, args: list[str]) -> tuple[Done, Done]:
    """What a command that changes nothing shows, by the front door and by Typer."""
    door = cli(*args)
    with monkeypatch.context() as patch:
        patch.setattr(main, "at_door", lambda _: None)
        return door, cli(*args)


def test_the_screens_come_by_the_door() -> None:
    """And what is near to them does not."""
    assert all(at_door(args) for args in (*SCREENS, *TEAMS))
    assert not any(at_door(others) for others in OTHERS)


@posix
@pytest.mark.parametrize("streams", ["", ">&-", "2>&-", "<&-", ">&- 2>&- <&-", ">/dev/full", "2>/dev/full", "| true"])
def test_both_ways_in_meet_the_same_streams(cli: Cli, streams: str) -> None:
    """Closed ones, one behind which nothing fits, a reader that has had enough: the note is there in all cases."""
    told = []
    for code in (BY_DOOR, BY_TYPER):
        command = f"{shlex.join([sys.executable, '-c', code, 'moment', 'mooi'])} {streams}"
        shell = f"set -o pipefail; {command}" if "|" in streams else command
        done = subprocess.run(["/bin/bash", "-c", shell], capture_output=True, text=True, check=False)
        assert cli.journal.find("laatste").first_line == "mooi"
        told.append(_left(cli, Done(done.returncode, done.stdout, done.stderr)))
    assert told[0] == told[1]


@posix
@pytest.mark.parametrize(
    "streams",
    [">&-", ">/dev/full", *(pytest.param(each, marks=pytest.mark.thorough) for each in ("2>&-", "<&-", "| true"))],
)
def test_a_screen_meets_the_same_streams(cli: Cli, streams: str) -> None:
    """What can't be shown is said, and nobody can tell by what way it came."""
    shutil.copytree(SAMPLE, cli.folder)
    told = set()
    for code in (BY_DOOR, BY_TYPER):
        shell = f"set -o pipefail; {shlex.join([sys.executable, '-c', code])} {streams}"
        done = subprocess.run(["/bin/bash", "-c", shell], capture_output=True, text=True, check=False)
        told.add((done.returncode, done.stdout, done.stderr))
    assert len(told) == 1


@posix
@pytest.mark.parametrize("args", [["moment", "mooi"], []], ids=" ".join)
def test_both_ways_in_look_the_same_on_a_terminal(cli: Cli, args: list[str]) -> None:
    """Also where a line has to be broken."""
    seen = []
    for code in (BY_DOOR, BY_TYPER):
        shutil.copytree(SAMPLE, cli.folder)
        with Terminal([sys.executable, "-c", code, *args], columns=40) as terminal:
            status = terminal.end()
            seen.append(_left(cli, Done(status, terminal.text, "")))
    assert seen[0] == seen[1]


@pytest.mark.parametrize(
    "args",
    [["moment", "x"], [], ["review", "--quarter"], ["list"], ["search", "x"], ["export", "--format", "json"]],
    ids=" ".join,
)
def test_the_front_door_loads_little(cli: Cli, args: list[str]) -> None:
    """Neither Typer nor Rich in a pipe, nor what asks questions."""
    code = "import sys; from leerlog.cli.main import run; run(sys.argv[1:]); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code, *args], capture_output=True, text=True, check=True)
    loaded = {*done.stdout.split()}
    assert not {"typer", "rich", "prompt_toolkit", "leerlog.cli.root", "leerlog.cli.options"} & loaded
    if args[:1] == ["moment"]:
        assert "leerlog.app.finding" not in loaded
        assert cli.journal.find("laatste").first_line == "x"


@pytest.mark.parametrize("asked", ["complete_bash", "source_zsh"])
def test_a_shell_that_completes_comes_by_no_door(cli: Cli, monkeypatch: pytest.MonkeyPatch, asked: str) -> None:
    """Tab behind the words of a note saves nothing."""
    monkeypatch.setenv("_LEERLOG_COMPLETE", asked)
    monkeypatch.setenv("COMP_WORDS", "leerlog moment x")
    monkeypatch.setenv("COMP_CWORD", "2")
    cli("moment", "x")
    assert not Path(cli.folder).exists()
    assert not at_door([])
    assert not at_door(["list"])
