"""Saved is saved, and what is not saved is kept: whatever fails, the text is somewhere and the message says where."""

import errno
import io
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from leerlog.cli import main
from leerlog.journal.store import Journal
from tests.conftest import Cli, Done

posix = pytest.mark.skipif(sys.platform == "win32", reason="of POSIX")
TEXT = "niet kwijtraken"

REFUSALS = [
    OSError(errno.ENAMETOOLONG, "File name too long"),
    OSError(errno.ELOOP, "Too many levels"),
    OSError(errno.EIO, "Input/output error"),
    OSError(99999, "never heard of"),
    PermissionError(errno.EACCES, "Permission denied"),
    ValueError("embedded null byte"),
    UnicodeEncodeError("utf-8", "\udcff", 0, 1, "surrogates not allowed"),
    ZeroDivisionError(),
]


def draft_of(cli: Cli, done: Done) -> str:
    """What is in the one draft; the message says where it is and how to go on."""
    (path,) = cli.drafts.glob("*.md")
    assert str(path) in done.err
    assert f"leerlog drafts --save {path.stem}" in done.err
    return path.read_text("utf-8")


@pytest.fixture
def ref(cli: Cli) -> str:
    """An open item in the agenda."""
    return f"{cli.saved('agenda', '--add', 'Bellen')}"


def commands(ref: str) -> dict[str, list[str]]:
    """Every command line that brings a text of one's own."""
    return {
        "moment": ["moment", TEXT],
        "checklist": ["debrief", "Woo-training"],
        "agenda": ["agenda", "--add", TEXT],
        "done": ["done", ref, "--result", TEXT],
        "tried": ["actions", "--tried", ref, "--effect", TEXT],
    }


@pytest.mark.parametrize("refusal", REFUSALS, ids=repr)
@pytest.mark.parametrize("command", ["moment", "checklist", "agenda", "done"])
def test_any_failure_leaves_a_draft(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, ref: str, command: str, refusal: Exception
) -> None:
    """Not only those that the program has thought of; the exit code is 1, of text that can't be 2."""

    def refuse(*_: object) -> None:
        raise refusal

    for name in ("add", "change"):
        monkeypatch.setattr(Journal, name, refuse)
    done = cli(*commands(ref)[command], stdin=TEXT)
    assert done.status == (2 if isinstance(refusal, UnicodeError) else 1)
    assert done.out == ""
    assert TEXT in draft_of(cli, done)
    monkeypatch.undo()


@pytest.mark.parametrize("place", ["x" * 300, "lus", "bestand/leerlog", "bestand", "lus/leerlog"])
@posix
def test_a_folder_that_can_not_be_leaves_a_draft(cli: Cli, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    """A path that is too long, leads to itself, or through a file; looking at it does not stop the keeping."""
    (cli.home / "lus").symlink_to(cli.home / "lus")
    (cli.home / "bestand").write_text("")
    monkeypatch.setenv("LEERLOG_JOURNAL", str(cli.home / place))
    done = cli("moment", TEXT)
    assert done.status in (1, 2)
    assert "het systeem weigert" not in done.err
    if place == "lus":
        assert "leidt nergens heen" in done.err
    assert TEXT in draft_of(cli, done)
    for args in (["list"], [], ["review"], ["check"]):
        if args or place != "bestand":
            assert cli(*args).status in (0, 1, 2)


def test_a_draft_that_can_not_be_made_either_gives_the_text(cli: Cli) -> None:
    """In the message itself, to be copied."""
    (cli.folder / "2026-11.md").mkdir(parents=True)
    (cli.home / "state").write_text("")
    done = cli("moment", TEXT)
    assert (done.status, done.out) == (1, "")
    assert "kopieer hem" in done.err
    assert TEXT in done.err


@pytest.mark.parametrize(
    "options",
    [
        ["--builds-on", "zzz"],
        ["--value", "9"],
        ["--on", "2026-02-30"],
        ["--share", "iedereen"],
        ["--course", " "],
    ],
)
@pytest.mark.parametrize("words", [[TEXT], ["-"]])
def test_a_wrong_option_keeps_the_text(cli: Cli, options: list[str], words: list[str]) -> None:
    """It is typed already; the draft goes into the journal when the person says so, and only once."""
    done = cli("moment", *words, "--with", "Anja", *options, stdin=TEXT)
    assert (done.status, done.out) == (2, "")
    assert TEXT in draft_of(cli, done)
    assert not cli.folder.exists()
    again = cli("moment", *words, "--with", "Anja", *options, stdin=TEXT)
    (path,) = cli.drafts.glob("*.md")
    assert str(path) in again.err
    assert cli("drafts", "--save", path.stem).status == 0
    assert cli.journal.find("laatste").first_line == TEXT
    assert not list(cli.drafts.glob("*.md"))


def test_an_item_with_a_wrong_option_keeps_its_text(cli: Cli) -> None:
    """As with a note."""
    done = cli("agenda", "--add", TEXT, "--due", "ooit")
    assert done.status == 2
    assert f"- [ ] {TEXT}" in draft_of(cli, done)


def test_stopping_while_saving_keeps_the_text(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another window may hold the journal for half a minute, and nobody has to wait for that."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Journal, "add", stop)
    done = cli("moment", TEXT)
    assert done.status == 130
    assert TEXT in draft_of(cli, done)


@posix
def test_a_note_that_is_in_place_is_never_called_unsaved(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that fails to sync afterwards is remarked on, also for a draft that is saved after all."""
    sync = os.fsync

    def refuse(file: int) -> None:
        if os.fstat(file).st_mode & 0o040000:
            raise OSError(errno.EIO, "")
        sync(file)

    cli("moment", TEXT, "--value", "9")
    (draft,) = cli.drafts.glob("*.md")
    monkeypatch.setattr(os, "fsync", refuse)
    for args in (["moment", "twee"], ["drafts", "--save", draft.stem], ["config", "name", "Anja"]):
        done = cli(*args)
        assert done.status == 0
        assert "Fout" not in done.err
        assert "is bewaard, maar" in done.err
    assert not list(cli.drafts.glob("*.md"))
    assert sorted(entry.first_line for entry in cli.journal.read()[0]) == sorted([TEXT, "twee"])


class Full(io.RawIOBase):
    """An output that takes nothing, as a full disk, until the test is over."""

    over = False

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        if self.over:
            return len(data)
        raise OSError(errno.ENOSPC, "No space left on device")


WRITERS: dict[str, tuple[list[str], str]] = {
    "moment": (["moment", TEXT], "Bewaard als"),
    "moment as json": (["moment", TEXT, "--json"], "Bewaard als"),
    "checklist": (["debrief", "Woo-training"], "Bewaard als"),
    "done": (["done", "laatste"], "Afgevinkt"),
    "value": (["value", "laatste", "3"], "toegepast"),
    "value as json": (["value", "laatste", "3", "--json"], "toegepast"),
    "agenda": (["agenda", "--add", "Mailen"], "Bewaard als"),
    "move": (["agenda", "--move", "laatste", "morgen"], "Verzet"),
    "actions": (["actions", "--pick", "1"], "Bewaard als"),
    "config": (["config", "name", "Anja"], "Ingesteld"),
    "checklists": (["checklists", "--new", "week"], "Gemaakt"),
    "calendar": (["agenda", "--format", "ics", "--output", "a.ics"], "in a.ics"),
    "review": (["review", "--output", "r.html"], "staat in r.html"),
}


@pytest.mark.parametrize("name", WRITERS)
def test_an_output_that_takes_nothing_hides_nothing_of_what_was_done(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, ref: str, name: str
) -> None:
    """Exit 1 for the output, and stderr says that it was done."""
    monkeypatch.chdir(cli.home)
    args, said = WRITERS[name]
    full = Full()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"ja\n"), encoding="utf-8"))
        patch.setattr(sys, "stdout", io.TextIOWrapper(io.BufferedWriter(full), encoding="utf-8"))
        errors = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        patch.setattr(sys, "stderr", errors)
        status = main.run(args)
        full.over = True
        sys.stdout.flush()
    errors.seek(0)
    told = errors.read()
    assert status == 1
    assert "ik kan de uitvoer niet wegschrijven (de schijf is vol). Wel gelukt: " in told
    assert said in told
    assert not list(cli.drafts.glob("*.md"))


def real(shell: str, cli: Cli) -> "subprocess.CompletedProcess[str]":
    """A command line of the shell, with the real program as `leerlog`."""
    program = f'leerlog() {{ {shlex.quote(sys.executable)} -m leerlog "$@"; }}; '
    return subprocess.run(["/bin/sh", "-c", program + shell], capture_output=True, text=True, check=False, cwd=cli.home)


@posix
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-", "2>/dev/full"])
def test_closed_streams_stop_nothing(cli: Cli, closed: str) -> None:
    """A closed input is an empty one, and the first file that is opened does not get the number of a closed stream."""
    done = real(f'leerlog moment "{TEXT}" {closed}; echo $?', cli)
    assert done.stdout.splitlines()[-1] == "0", done
    assert cli.journal.find("laatste").first_line == TEXT
    assert "Traceback" not in done.stderr
    for month in cli.folder.glob("*.md"):
        assert "Bewaard" not in month.read_text("utf-8")
        assert "Je leerlog staat in" not in month.read_text("utf-8")


STREAMS = """
import os, sys
from pathlib import Path
from leerlog.cli import main
main._prepare_streams()
first = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT)
os.write(first, f"{first} {sys.stdin.read()!r}".encode())
os.system("echo elders; echo elders >&2")
sys.stdout.write("x")
sys.stderr.write("x")
"""


@posix
def test_a_file_never_gets_the_number_of_a_closed_stream(cli: Cli) -> None:
    """Else what another program, such as an editor, says would go into it."""
    made = cli.home / "eerste"
    command = f"{shlex.quote(sys.executable)} -c {shlex.quote(STREAMS)} {made} <&- >&- 2>&-"
    subprocess.run(["/bin/sh", "-c", command], check=False)
    number, _, given = made.read_text("utf-8").partition(" ")
    assert int(number) > 2
    assert given == "''"


@posix
def test_a_closed_input_is_an_empty_one(cli: Cli, ref: str) -> None:
    """For every command: what needs none goes on, what needs a text says so."""
    assert "geen tekst" in real("leerlog moment <&-", cli).stderr
    done = real(f"leerlog moment <&-; echo $?; leerlog done {ref} <&-; echo $?; leerlog debrief X <&-; echo $?", cli)
    assert [line for line in done.stdout.splitlines() if line.isdigit()] == ["2", "0", "0"]
    assert "AttributeError" not in done.stderr


@posix
def test_a_disk_that_is_full_keeps_the_text(cli: Cli) -> None:
    """With room for a draft it goes there; without any the message has it."""
    cli("moment", "x" * 3000)
    # A file may have so many blocks of 512 or 1024 bytes.
    done = real(f'ulimit -f 2; leerlog moment "{TEXT}"', cli)
    assert done.returncode == 1
    assert TEXT in draft_of(cli, Done(1, done.stdout, done.stderr))
    done = real(f'ulimit -f 0; leerlog moment "{TEXT} twee"', cli)
    assert done.returncode == 1
    assert f"{TEXT} twee" in done.stderr
    assert len(cli.journal.read()[0]) == 1


def test_what_is_kept_names_its_journal(cli: Cli) -> None:
    """The command to go on with goes to the journal that was asked for."""
    place = cli.home / "team"
    (place / "2026-11.md").mkdir(parents=True)
    done = cli("--journal", str(place), "moment", TEXT)
    assert re.search(rf'leerlog --journal ("?){re.escape(str(place))}\1 drafts --save', done.err)


def test_a_path_of_a_file_is_kept_apart(tmp_path: Path) -> None:
    """What stands in the way of the folder is named."""
    from leerlog import files
    from leerlog.errors import NotSaved

    (tmp_path / "x").write_text("")
    with pytest.raises(NotSaved, match="er staat een bestand op die plek"):
        files.make_folder(tmp_path / "x")


@posix
@pytest.mark.parametrize(("answer", "status"), [("j", 0), ("n", 2)])
def test_at_a_terminal_a_note_may_go_without_what_it_builds_on(cli: Cli, answer: str, status: int) -> None:
    """The text is there already, so it is asked; who says no has it in a draft."""
    from tests.terminal import ENTER, Terminal

    command = [sys.executable, "-m", "leerlog", "--plain", "moment", TEXT, "--builds-on", "zzz"]
    with Terminal(command, env=dict(os.environ)) as terminal:
        terminal.wait_for("Je notitie bewaren zonder dit verband?", "\n>")
        terminal.type(answer + ENTER)
        assert terminal.end() == status
    assert bool(list(cli.drafts.glob("*.md"))) == (status == 2)
    assert cli.folder.exists() == (status == 0)
