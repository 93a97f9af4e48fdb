"""One way to read and one to write: patient with other programs, whole or not at all, and nothing left behind."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from leerlog import files
from leerlog.errors import NotSaved

posix = pytest.mark.skipif(sys.platform == "win32", reason="of POSIX")


def refusal(number: int, winerror: int = 0) -> OSError:
    """What the system raises; on Windows with a number of its own."""
    error = OSError(number, "of the system's own")
    if winerror:
        error.winerror = winerror  # type: ignore[attr-defined]
    return error


def refusing(call: Callable[..., object], error: OSError, times: float) -> Callable[..., object]:
    """The call, refused so many times before it works."""
    left = [times]

    def refused(*args: object, **options: object) -> object:
        if left[0] > 0:
            left[0] -= 1
            raise error
        return call(*args, **options)

    return refused


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_that_another_program_holds_is_read_once_it_lets_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    """Word, OneDrive or a virus scanner has it for a moment."""
    (tmp_path / "x").write_bytes(b"hallo")
    monkeypatch.setattr(os, "open", refusing(os.open, refusal(errno.EACCES, winerror), 3))
    assert files.contents(tmp_path / "x") == b"hallo"


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_that_stays_held_has_a_reason_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    """After the patience, and not before; it is no matter of rights."""
    (tmp_path / "x").write_bytes(b"hallo")
    monkeypatch.setattr(files, "PATIENCE", 0.1)
    monkeypatch.setattr(os, "open", refusing(os.open, refusal(errno.EACCES, winerror), 1e9))
    began = time.monotonic()
    with pytest.raises(OSError) as refused:  # noqa: PT011
        files.contents(tmp_path / "x")
    assert time.monotonic() - began >= 0.1
    assert "een ander programma heeft het bestand open (Word, OneDrive)" in files.reason(refused.value, reading=True)


def test_a_file_that_may_not_be_read_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor one that is not there; rights to read are called so."""
    (tmp_path / "x").write_bytes(b"hallo")
    monkeypatch.setattr(time, "sleep", lambda _: pytest.fail("waited"))
    with pytest.raises(FileNotFoundError):
        files.contents(tmp_path / "weg")
    if sys.platform == "win32":  # which says no more than this of what another program has
        return
    monkeypatch.setattr(os, "open", refusing(os.open, refusal(errno.EACCES), 1e9))
    with pytest.raises(OSError) as refused:  # noqa: PT011
        files.contents(tmp_path / "x")
    assert files.reason(refused.value, reading=True) == "je mag dit niet lezen"
    assert files.reason(refused.value) == "je hebt er geen schrijfrechten"


@pytest.mark.parametrize(
    ("number", "winerror", "said"),
    [
        (errno.ENOENT, 206, "de naam is te lang"),
        (errno.EINVAL, 123, "deze naam kan hier niet"),
        (errno.EACCES, 19, "de schijf is alleen-lezen"),
        (errno.ENOENT, 53, "de netwerkschijf is niet bereikbaar"),
        (errno.ENOSPC, 112, "de schijf is vol"),
        (errno.EACCES, 1224, "een ander programma heeft het bestand open (Word, OneDrive)"),
        (errno.EINVAL, 362, "OneDrive kan het bestand nu niet ophalen"),
        (9999, 0, "het systeem weigert (fout 9999)"),
    ],
)
def test_a_reason_of_windows_says_more_than_the_errno(number: int, winerror: int, said: str) -> None:
    """Python makes one errno of many of Windows' numbers."""
    assert files.reason(refusal(number, winerror)) == said


@posix
@pytest.mark.parametrize("kind", ["pipe", "folder", "device", "loop", "nul", "long", "through"])
def test_what_is_no_file_is_refused_at_once(tmp_path: Path, kind: str) -> None:
    """By reading and by writing, with a reason; a pipe would keep one waiting for ever."""
    path = tmp_path / "x"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "device":
        path = Path("/dev/zero")
    elif kind == "loop":
        path.symlink_to(path)
    elif kind == "through":
        path.write_bytes(b"")
        path /= "y"
    else:
        path = tmp_path / {"nul": "a\0b", "long": "x" * 300}[kind]
    with pytest.raises(OSError) as refused:  # noqa: PT011
        files.contents(path)
    assert not files.reason(refused.value, reading=True).startswith("het systeem weigert")
    with pytest.raises(NotSaved, match="ik kan niet schrijven in"):
        files.write(path, b"x")
    with pytest.raises((NotSaved, FileExistsError)):
        files.write(path, b"x", new=True)
    assert not [name for name in os.listdir(tmp_path) if name.endswith(".tmp")]


@posix
def test_a_folder_that_fails_to_sync_leaves_a_doubt_and_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is in its place: to say that it was not saved would make one write it twice."""
    sync = os.fsync

    def refuse(file: int) -> None:
        if os.fstat(file).st_mode & 0o040000:
            raise OSError(errno.EIO, "")
        sync(file)

    monkeypatch.setattr(os, "fsync", refuse)
    files.write(tmp_path / "x", b"een", new=True)
    files.write(tmp_path / "x", b"twee")
    (doubt,) = files.doubts()
    assert "is bewaard" in doubt
    assert "de schijf geeft een fout" in doubt
    assert files.doubts() == []


@pytest.mark.parametrize("new", [True, False])
def test_a_temporary_that_cannot_be_removed_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, new: bool
) -> None:
    """The file has its name already."""
    monkeypatch.setattr(Path, "unlink", refusing(Path.unlink, refusal(errno.EACCES), 9))
    files.write(tmp_path / "x", b"een", new=new)
    assert (tmp_path / "x").read_bytes() == b"een"


@posix
def test_what_a_crash_left_is_swept_and_what_is_being_written_is_not(tmp_path: Path) -> None:
    """Of this file only: the folder may be anybody's."""
    left, others = tmp_path / ".x.html.0123abcd.tmp", tmp_path / ".y.html.0123abcd.tmp"
    left.write_bytes(b"half")
    others.write_bytes(b"half")
    temporary, file = files._begun(tmp_path / "x.html")
    try:
        files.write(tmp_path / "x.html", b"heel")
        assert sorted(os.listdir(tmp_path)) == sorted([others.name, temporary.name, "x.html"])
    finally:
        os.close(file)
    files.write(tmp_path / "x.html", b"heel", private=True)
    assert sorted(os.listdir(tmp_path)) == sorted([others.name, "x.html"])


@posix
def test_a_temporary_swept_before_it_is_held_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between its making and its lock another leerlog may take it for a left-over."""
    take = files.take
    swept: list[str] = []

    def sweep_first(file: int) -> None:
        if not swept:
            swept.extend(os.listdir(tmp_path))
            os.unlink(tmp_path / swept[0])
        take(file)

    monkeypatch.setattr(files, "take", sweep_first)
    files.write(tmp_path / "x", b"heel")
    assert swept
    assert os.listdir(tmp_path) == ["x"]
    assert (tmp_path / "x").read_bytes() == b"heel"


def test_a_lock_that_another_holds_is_known_by_any_of_its_numbers() -> None:
    """Python's own locking under Wine leaves the number 0."""
    assert all(files.is_held(OSError(number, "")) for number in (0, errno.EACCES, errno.EAGAIN, errno.EDEADLK))
    assert files.is_held(OSError())
    assert not files.is_held(OSError(errno.ENOLCK, ""))


def test_a_line_is_put_behind_whatever_stands_there(tmp_path: Path) -> None:
    """Also where the line before it was cut off."""
    log = tmp_path / "log"
    files.append_line(log, b"een")
    log.write_bytes(log.read_bytes() + b"hal")
    files.append_line(log, b"twee")
    assert log.read_bytes() == b"een\nhal\ntwee\n"


KILLED = """
import sys
from pathlib import Path
from leerlog import files
path, new = Path(sys.argv[1]), sys.argv[2] == "new"
print(flush=True)
for number in range(10_000):
    if new:
        path.unlink(missing_ok=True)
    files.write(path, str(number % 10).encode() * 100_000, new=new)
"""


@posix
@pytest.mark.parametrize("kills", [4, pytest.param(200, marks=pytest.mark.thorough)])
@pytest.mark.parametrize("how", ["new", "over"])
def test_a_write_that_is_killed_leaves_the_file_whole(tmp_path: Path, how: str, kills: int) -> None:
    """The old or the new one, and the next run sweeps what is left beside it."""
    path = tmp_path / "uit.html"
    for number in range(kills):
        with subprocess.Popen([sys.executable, "-c", KILLED, str(path), how], stdout=subprocess.PIPE) as writer:
            assert writer.stdout
            writer.stdout.readline()
            time.sleep(0.001 * (number % 20))
            writer.send_signal(signal.SIGKILL)
        if path.exists():
            data = path.read_bytes()
            assert len(data) == 100_000
            assert len(set(data)) == 1
    path.unlink(missing_ok=True)
    files.write(path, b"", new=True)
    assert os.listdir(tmp_path) == [path.name]
