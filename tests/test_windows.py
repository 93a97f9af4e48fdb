"""What only Windows itself can show: its names, its marks, a file that another program has."""

import os
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from leerlog import files
from leerlog.cli import main
from leerlog.cli.aloud import READ_OUT, why_plain
from tests.conftest import WINDOWS, Cli

pytestmark = pytest.mark.skipif(not WINDOWS, reason="of Windows")


@contextmanager
def held(path: Path) -> Iterator[None]:
    """The file as another program has it that lets nobody near."""
    import ctypes
    from ctypes import wintypes

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]
    kernel.CreateFileW.restype = wintypes.HANDLE
    handle = kernel.CreateFileW(str(path), 0xC0000000, 0, None, 3, 0, None)
    assert handle not in (None, wintypes.HANDLE(-1).value)
    try:
        yield
    finally:
        kernel.CloseHandle(wintypes.HANDLE(handle))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("con.md", "apparaat"),
        ("nul.md", "apparaat"),
        ("q4: mei.md", "er mag geen : in staan"),
        ("C:q4.md", "bedoel je C:\\q4.md?"),
        ("map \\q4.md", "spatie of een punt"),
    ],
)
def test_a_file_of_such_a_name_is_not_written(cli: Cli, name: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 2 before the work is done, and nothing is left."""
    cli("moment", "x")
    monkeypatch.chdir(cli.home)
    before = os.listdir()
    done = cli("review", "--output", name)
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert os.listdir() == before


@pytest.mark.parametrize(
    ("name", "said"), [("aux", "apparaat"), ("C:map", "hoort een \\"), ("a.md:b", "geen : in"), ("map ", "spatie")]
)
def test_a_journal_of_such_a_name_is_not_made(cli: Cli, name: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor called empty, nor set; and the text is kept."""
    monkeypatch.chdir(cli.home)
    for args in (
        ("moment", "Niet weg"),
        ("list",),
        ("config", "journal", name),
        ("config", "journal", "add", "x", name),
    ):
        done = cli(*args) if args[0] == "config" else cli("--journal", name, *args)
        assert (done.status, done.out) == (2, "")
        assert said in done.err
    (draft,) = cli.drafts.glob("*.md")
    assert "Niet weg" in draft.read_text("utf-8")
    assert not (cli.home / "config" / "leerlog" / "config.toml").exists()


def test_what_is_a_device_is_no_checklist_and_no_file_to_read(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name of one's own is refused, and what is typed as a file is told as none; nothing waits for a keyboard."""
    monkeypatch.chdir(cli.home)
    done = cli("checklists", "--new", "con")
    assert (done.status, "zo heet daar een apparaat" in done.err) == (2, True)
    for args in (("prepare", "Woo", "--answers"), ("checklists", "--check"), ("import", "--yes")):
        for name in ("con", "nul", "CONIN$"):
            done = cli(*args, name)
            assert done.status in (1, 2)
            assert "het is geen gewoon bestand" in done.out + done.err


def test_a_month_that_another_program_has_is_waited_for(cli: Cli) -> None:
    """A sync service lets go within two seconds, as a rule."""
    cli("moment", "een")
    begun, free = threading.Event(), threading.Event()

    def hold() -> None:
        with held(cli.folder / "2026-11.md"):
            begun.set()
            free.wait(0.3)

    holder = threading.Thread(target=hold)
    holder.start()
    begun.wait()
    done = cli("moment", "twee")
    free.set()
    holder.join()
    assert done.status == 0, done.err
    assert len(cli.journal.read()[0]) == 2


def test_a_month_that_stays_held_gives_a_draft(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the patience, with the reason and the place of the text."""
    monkeypatch.setattr(files, "PATIENCE", 0.2)
    cli("moment", "een")
    began = time.monotonic()
    with held(cli.folder / "2026-11.md"):
        done = cli("moment", "twee")
    assert time.monotonic() - began >= 0.2
    assert done.status == 1
    assert "een ander programma heeft het bestand open (Word, OneDrive)" in done.err
    (draft,) = cli.drafts.glob("*.md")
    assert "twee" in draft.read_text("utf-8")


def test_what_a_team_shared_is_not_called_nothing_when_it_is_held(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """With none of it there is no review; with the rest of it there is one, and the file is named."""
    monkeypatch.setattr(files, "PATIENCE", 0.1)
    monkeypatch.chdir(cli.home)
    cli("moment", "Een burger wist het", "--value", "3", "--share", "team")
    (cli.home / "team").mkdir()
    share = ("share", "--to", "team", "--yes", "--output")
    assert cli(*share, "team/noor.md", "--as", "Noor").status == 0
    with held(cli.home / "team" / "noor.md"):
        done = cli("review", "--team", "team")
        assert (done.status, done.out) == (1, "")
        assert "noor.md: ik kan dit bestand niet lezen: een ander programma" in done.err
        assert cli(*share, "team/anne.md", "--as", "Anne").status == 0
        done = cli("review", "--team", "team")
    assert (done.status, "Een burger wist het" in done.out) == (0, True)
    assert "noor.md" in done.err


def test_a_month_that_is_marked_read_only_is_told_at_once(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to wait for it; the text is in a draft, the month as it was."""
    monkeypatch.setattr(time, "sleep", lambda _: pytest.fail("waited"))
    cli("moment", "een")
    month = cli.folder / "2026-11.md"
    before = month.read_bytes()
    month.chmod(stat.S_IREAD)
    done = cli("moment", "twee")
    month.chmod(stat.S_IREAD | stat.S_IWRITE)
    assert done.status == 1
    assert "het bestand is alleen-lezen" in done.err
    assert month.read_bytes() == before
    assert list(cli.drafts.glob("*.md"))


def test_a_share_that_is_offline_is_told(cli: Cli) -> None:
    """Not as a folder that is not there."""
    done = cli("--journal", r"\\bestaat-niet\deel\leerlog", "moment", "x")
    assert done.status == 1
    assert "de netwerkschijf is niet bereikbaar" in done.err


def test_a_journal_outside_the_persons_own_folder_is_told(cli: Cli, tmp_path_factory: pytest.TempPathFactory) -> None:
    """At the first note, in a folder that was there or not, and in `config`; not at the second note."""
    for there in (True, False):
        place = tmp_path_factory.mktemp("deel") / "leerlog"
        if there:
            place.mkdir()
        first, second = (cli("--journal", str(place), "moment", text) for text in ("een", "twee"))
        assert "Wie haar mag openen, kan alles lezen" in first.err
        assert second.err == ""
        assert "Wie haar mag openen" in " ".join(cli("config", "--journal", str(place)).out.split())
    assert "alleen voor jou leesbaar" in cli("moment", "een").err
    assert "mag openen" not in cli("config").out


def test_what_is_piped_is_in_the_consoles_code_page_and_a_form_is_not(cli: Cli) -> None:
    """PowerShell reads a pipe so; without a console it is UTF-8, as every form is."""
    import ctypes

    page = main.code_page(ctypes.windll.kernel32.GetConsoleOutputCP())  # type: ignore[attr-defined]
    cli("moment", "één café")
    env = {name: text for name, text in os.environ.items() if name not in ("PYTHONIOENCODING", "PYTHONUTF8")}
    run = [sys.executable, "-m", "leerlog"]
    shown = subprocess.run([*run, "list"], capture_output=True, env=env, stdin=subprocess.DEVNULL, check=True).stdout
    assert "één café" in shown.decode(page)
    form = [*run, "list", "--format", "json"]
    shown = subprocess.run(form, capture_output=True, env=env, stdin=subprocess.DEVNULL, check=True).stdout
    assert "één café" in shown.decode()
    assert b"\r\n" not in shown


def test_a_screen_reader_tells_windows_that_it_runs() -> None:
    """As NVDA, JAWS and Narrator do; what was told before is told again afterwards."""
    import ctypes

    ask, tell = 0x46, 0x47  # SPI_GETSCREENREADER, SPI_SETSCREENREADER
    user = ctypes.windll.user32  # type: ignore[attr-defined]
    before = ctypes.c_int()
    assert user.SystemParametersInfoW(ask, 0, ctypes.byref(before), 0)
    try:
        for runs, why in ((1, READ_OUT), (0, "")):
            assert user.SystemParametersInfoW(tell, runs, None, 0)
            assert why_plain({}) == why
    finally:
        user.SystemParametersInfoW(tell, before.value, None, 0)


@pytest.mark.parametrize("args", [("moment",), ("prepare", "Woo")])
def test_nul_is_no_terminal(cli: Cli, args: tuple[str, ...]) -> None:
    """What is started with nothing to read from, and nobody to read it, does as with an empty pipe."""
    run = [sys.executable, "-m", "leerlog", *args]
    cli("moment", "een")
    piped = subprocess.run(run, input=b"", capture_output=True, check=False)
    nul = subprocess.run(run, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    assert (nul.returncode, nul.stderr) == (piped.returncode, piped.stderr)


def test_a_file_for_a_person_has_the_ends_of_lines_of_windows(cli: Cli) -> None:
    """What a program reads has not; what somebody fills in is read again."""
    cli("moment", "x")
    for name, ends in (("a.md", True), ("a.csv", True), ("a.json", False)):
        assert cli("review", "--output", str(cli.home / name)).status == 0
        assert ((b"\r\n") in (cli.home / name).read_bytes()) == ends
    answers = cli.home / "a.yaml"
    assert cli("prepare", "--template", "--output", str(answers)).status == 0
    assert answers.read_bytes().startswith(b"\xef\xbb\xbf")
    text = answers.read_text("utf-8-sig")
    answers.write_text("goal: één doel\n" + text.split("goal:")[0], "utf-8-sig")
    assert cli("prepare", "Woo", "--answers", str(answers)).status == 0


def test_what_a_person_changes_in_notepad_is_made_for_it(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """A checklist of one's own, the settings and a note in the editor; the month and the draft stay as they are."""
    seen = cli.home / "gezien"
    (cli.home / "ed.py").write_text("import shutil, sys\nshutil.copy(sys.argv[-1], sys.argv[1])\nsys.exit(1)\n")
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" "{cli.home / "ed.py"}" "{seen}"')
    cli("moment", "een")
    assert "met een fout (1)" in cli("edit", "laatste").err
    assert cli("checklists", "--new", "week").status == 0
    assert cli("config", "name", "Anne").status == 0
    assert cli("config", "window_days", "7").status == 0
    settings = cli.home / "config" / "leerlog" / "config.toml"
    for path in (seen, settings, settings.parent / "checklists" / "week.yaml"):
        raw = path.read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf")
        assert raw.count(b"\n") == raw.count(b"\r\n") > 1
    assert "Anne" in cli("config").out
    assert b"\r" not in (cli.folder / "2026-11.md").read_bytes()
