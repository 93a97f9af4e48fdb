"""What many tests use: a home of its own, and the command line run in this process."""

import io
import shutil
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import settings

from leerlog.cli.main import run
from leerlog.journal.store import Journal
from tests import wine
from tests.laws import ORDINARY, THOROUGH, forget_words_of_modules

# Before any test is read, so that each takes its numbers from it; --hypothesis-profile takes another.
settings.load_profile(ORDINARY)


def pytest_configure(config: pytest.Config) -> None:
    """Only the thorough run looks for words in our own modules."""
    if config.getoption("--hypothesis-profile") != THOROUGH:
        forget_words_of_modules()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What Wine can't run is not run there."""
    if wine.is_here():
        wine.skip(items)


WINDOWS = sys.platform == "win32"
ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "tests" / "journals" / "sample"
NOW = "2026-11-23T16:42"


@dataclass(frozen=True)
class Done:
    """What a command line gave."""

    status: int
    out: str
    err: str


class Cli:
    """Runs command lines in this process, with a journal in a folder of the test's own."""

    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.home = home
        self.folder = home / "leerlog"
        self.drafts = home / "state" / "leerlog" / "concepten"
        self._monkeypatch = monkeypatch

    @property
    def journal(self) -> Journal:
        """The journal that the commands use."""
        return Journal(self.folder)

    def __call__(self, *args: str, stdin: str | bytes = b"") -> Done:
        """Run one command line; the streams are pipes."""
        data = stdin.encode() if isinstance(stdin, str) else stdin
        streams = {
            "stdin": io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"),
            "stdout": io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline=""),
            "stderr": io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline=""),
        }
        with self._monkeypatch.context() as patch:
            for name, stream in streams.items():
                patch.setattr(sys, name, stream)
            try:
                status = run(list(args))
            except SystemExit as end:  # what answers a shell that completes ends there
                status = int(end.code or 0)
        out, err = (_text(streams[name]) for name in ("stdout", "stderr"))
        return Done(status, out, err)

    def saved(self, *args: str, stdin: str = "") -> str:
        """Run a command that saves something and return the id."""
        done = self(*args, stdin=stdin)
        assert done.status == 0, done.err
        return done.out.split()[2]


def is_private(path: Path) -> bool:
    """Whether only its owner may open a file or a folder; Windows has no modes, and says so of none."""
    mode = stat.S_IMODE(path.stat().st_mode)
    return WINDOWS or mode == (0o700 if path.is_dir() else 0o600)


def _text(stream: io.TextIOWrapper) -> str:
    """What was written; of a workbook or another packed file, all that is in it."""
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    data = buffer.getvalue()
    if not data.startswith(b"PK\x03\x04"):
        return data.decode()
    with ZipFile(io.BytesIO(data)) as packed:
        return "\n".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())


def at_home(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This folder as the home of whoever runs leerlog, with a clock that stands still."""
    for name in ("LEERLOG_PLAIN", "LEERLOG_DEBUG", "NO_COLOR", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "USERPROFILE"):  # the second of Windows
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(folder / "Documents"))
    # Windows knows none of these; where it does, programs and menus are there too.
    for name, place in (("APPDATA", "config"), ("LOCALAPPDATA", "state")):
        monkeypatch.setenv(name, str(folder / place))
    for name, place in (("APPDATA", "config"), ("LOCAL_APPDATA", "state"), ("PERSONAL", "Documents")):
        monkeypatch.setenv(f"WIN_PD_OVERRIDE_{name}", str(folder / place))
    monkeypatch.setenv("LEERLOG_JOURNAL", str(folder / "leerlog"))
    monkeypatch.setenv("LEERLOG_NOW", NOW)
    return folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of its own."""
    return at_home(tmp_path, monkeypatch)


@pytest.fixture
def cli(home: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """The command line."""
    return Cli(home, monkeypatch)


@pytest.fixture
def sample(cli: Cli) -> Cli:
    """The command line over a copy of the sample journal."""
    shutil.copytree(SAMPLE, cli.folder)
    return cli
