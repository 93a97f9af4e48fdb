"""A month that can't be read is never taken for one in which nothing stands."""

import errno
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leerlog import files
from tests.conftest import Cli

NEVER = ("nog niets", "geen notities", "0 notities", "leerlog moment")
READERS = [
    *(["list"], ["review"], [], ["agenda"], ["courses"], ["review", "--format", "markdown"]),
    *(["export"], ["list", "--format", "json"], ["--plain"], ["--plain", "list"], ["show", "laatste"]),
]


def hold(monkeypatch: pytest.MonkeyPatch, name: str, winerror: int = 32) -> list[str]:
    """Another program has every file of this name; gives the times that it was asked for."""
    asked: list[str] = []
    opened: Callable[..., int] = os.open

    def refused(path: Any, *args: Any, **options: Any) -> int:
        if str(path).endswith(name):
            asked.append(str(path))
            error = PermissionError(errno.EACCES, "in use")
            error.winerror = winerror  # type: ignore[attr-defined]
            raise error
        return opened(path, *args, **options)

    monkeypatch.setattr(os, "open", refused)
    monkeypatch.setattr(files, "PATIENCE", 0.05)
    return asked


@pytest.mark.parametrize("args", READERS, ids=" ".join)
@pytest.mark.parametrize("winerror", [5, 32])
def test_a_month_that_another_program_holds_is_told(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, args: list[str], winerror: int
) -> None:
    """Exit 1 and why, once; no word that there is nothing, and none of another note as the last one."""
    cli("moment", "eerder", "--on", "2026-10-05")
    (cli.folder / "2026-10.md").unlink()
    cli("moment", "een")
    hold(monkeypatch, "2026-11.md", winerror)
    done = cli(*args)
    assert done.status == 1
    assert "een ander programma heeft het bestand open (Word, OneDrive)" in done.err
    assert done.err.count("2026-11.md") == 1
    assert not [word for word in NEVER if word in done.out + done.err]


def test_what_can_be_read_is_shown_all_the_same(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """With exit 1, because it is not all; a program gets its JSON whole."""
    cli("moment", "oktober", "--on", "2026-10-05")
    cli("moment", "november")
    hold(monkeypatch, "2026-11.md")
    listed = cli("list")
    assert listed.status == 1
    assert "oktober" in listed.out
    assert "Zonder is het niet compleet" in listed.err
    exported = cli("export")
    assert exported.status == 1
    assert len(json.loads(exported.out)["entries"]) == 1


def test_another_note_is_never_taken_for_the_last(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor one that can't be seen for one that does not exist."""
    cli("moment", "oktober", "--on", "2026-10-05")
    new = cli.saved("moment", "november")
    hold(monkeypatch, "2026-11.md")
    for args in (["value", "laatste", "3"], ["value", new, "3"], ["show", new[:4]], ["done", "laatste"]):
        done = cli(*args)
        assert done.status == 1, args
        assert "weet ik niet of deze notitie er is" in done.err
    monkeypatch.undo()
    assert not any(entry.value for entry in cli.journal.read()[0])


def test_it_is_waited_for_once(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two seconds, and not again each time that the same journal is looked at."""
    now = [0.0]

    def sleep(seconds: float) -> None:
        now[0] += seconds

    cli("moment", "x", "--course", "Woo")
    hold(monkeypatch, "2026-11.md")
    monkeypatch.setattr(files, "PATIENCE", 2.0)
    monkeypatch.setattr(files.time, "sleep", sleep)
    monkeypatch.setattr(files.time, "monotonic", lambda: now[0])
    journal = cli.journal
    for _ in range(3):
        assert len(journal.read()[1]) == 1
    assert 2.0 <= now[0] < 2.1


def test_a_note_is_saved_beside_a_month_that_can_not_be_read(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Saved is exit 0, whatever else could not be looked up."""
    cli("moment", "oktober", "--on", "2026-10-05", "--course", "Woo")
    hold(monkeypatch, "2026-10.md")
    done = cli("moment", "november", "--course", "Woo training")
    assert done.status == 0, done.err
    assert cli("list", "--month", "november").status == 0


def test_a_share_takes_nothing_back_because_it_can_not_be_read(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """A month that is left out would look like notes that were withdrawn."""
    monkeypatch.chdir(cli.home)
    cli("moment", "oktober", "--on", "2026-10-05", "--share", "team")
    cli("moment", "november", "--share", "team")
    assert cli("share", "--to", "team", "--as", "rol", "--yes", "--output", "a.md").status == 0
    before = Path("a.md").read_bytes()
    hold(monkeypatch, "2026-11.md")
    done = cli("share", "--to", "team", "--as", "rol", "--yes", "--output", "a.md")
    assert done.status == 1
    monkeypatch.undo()
    assert (cli.home / "a.md").read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="rights are of POSIX")
def test_a_month_without_rights_says_that_it_may_not_be_read(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """In words for reading; root, whom no mode stops, gives up its rights for it."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        folder = Path(place) / "leerlog"
        monkeypatch.setenv("LEERLOG_JOURNAL", str(folder))
        monkeypatch.setenv("XDG_CONFIG_HOME", place)
        cli("moment", "een")
        folder.chmod(0o755)
        (folder / "2026-11.md").chmod(0)
        cli("list")  # what it takes is loaded by now, which nobody else may be able to
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        try:
            done = cli("list")
        finally:
            if root:
                os.seteuid(0)
    assert (done.status, done.out) == (1, "")
    assert "2026-11.md: ik kan dit bestand niet lezen: je mag dit niet lezen." in done.err
