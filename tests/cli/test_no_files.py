"""What stands where leerlog looks for a file, and is none: a sentence, or left aside; never a wait."""

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SAMPLE, Cli

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes with a name are of POSIX")

# Where it stands, seen from the home folder; what is run; how that ends; what is said of it.
SEEN: dict[str, tuple[str, list[str], set[int], str]] = {
    "settings": ("config/leerlog/config.toml", ["config"], {1}, "ik kan je instellingen niet lezen"),
    "settings to change": ("config/leerlog/config.toml", ["config", "name", "Anja"], {1}, "instellingen niet lezen"),
    "own checklist": ("config/leerlog/checklists/week.yaml", ["ask", "week"], {1}, "ik kan dit bestand niet lezen"),
    "own checklists": ("config/leerlog/checklists/week.yaml", ["checklists"], {0}, "ik kan dit bestand niet lezen"),
    "draft of a note": ("state/leerlog/concepten/2026-11-01.md", ["drafts"], {0}, ""),
    "draft to save": ("state/leerlog/concepten/2026-11-01.md", ["drafts", "--save", "2026-11-01"], {1}, "niet lezen"),
    "draft of a talk": ("state/leerlog/concepten/debrief.json", ["drafts"], {0}, "ik kan dit concept niet lezen"),
    "known journals": ("state/leerlog/journals", ["moment", "x"], {0}, ""),
    "rules": ("state/leerlog/rules.json", ["list"], {0}, ""),
    "share log": ("state/leerlog/gedeeld.jsonl", ["share", "--list"], {0}, "ik kan dit bestand niet lezen"),
    "share log to add to": (
        "state/leerlog/gedeeld.jsonl",
        ["share", "--to", "team", "--as", "rol", "--yes", "--all"],
        {0},
        "niet in leerlog share --list",
    ),
    "secret": (
        "state/leerlog/schrijver",
        ["share", "--to", "team", "--as", "rol", "--yes"],
        {1},
        "schrijver niet lezen",
    ),
    "answers": ("a.yaml", ["debrief", "X", "--answers", "a.yaml"], {1}, "ik kan a.yaml niet lezen"),
    "form": ("a.md", ["debrief", "X", "--answers", "a.md"], {1}, "ik kan a.md niet lezen"),
    "output": ("uit.html", ["review", "--output", "uit.html", "--force"], {1, 2}, "uit.html"),
    "calendar": ("uit.ics", ["agenda", "--format", "ics", "--output", "uit.ics", "--force"], {1, 2}, "uit.ics"),
    "share": ("uit.md", ["share", "--to", "team", "--as", "r", "--yes", "--all", "--output", "uit.md"], {2}, "uit.md"),
    "a share of somebody": ("team/a.md", ["review", "--team", "team"], {0, 1}, ""),
    "checklist to check": ("week.yaml", ["checklists", "--check", "week.yaml"], {1}, "ik kan dit bestand niet lezen"),
    "month": ("leerlog/2026-10.md", ["list"], {1}, "2026-10.md: ik kan dit bestand niet lezen"),
    "lock": ("leerlog/.leerlog.lock", ["moment", "x"], {0, 1}, ""),
}


@pytest.fixture(autouse=True)
def _patience() -> Iterator[None]:
    """Waiting for ever is a failure, not a test that never ends."""

    def stop(*_: object) -> None:
        raise TimeoutError("it waits")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("kind", ["pipe", "folder", "device", "loop"])
@pytest.mark.parametrize("name", SEEN)
def test_no_file_is_waited_for(cli: Cli, monkeypatch: pytest.MonkeyPatch, name: str, kind: str) -> None:
    """A pipe, a folder, a device, a link to itself."""
    monkeypatch.chdir(cli.home)
    shutil.copytree(SAMPLE, cli.folder)
    where, args, ends, said = SEEN[name]
    path = cli.home / where
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    make(path, kind)
    done = cli(*args)
    assert done.status in ends, done
    assert "er ging iets mis" not in done.err
    assert "it waits" not in done.err
    if kind in ("pipe", "folder"):
        assert said in done.out + done.err
    assert os.path.lexists(path)
    assert path.is_fifo() == (kind == "pipe")


def make(path: Path, kind: str) -> None:
    """Something that is no ordinary file."""
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        path.symlink_to(path)
