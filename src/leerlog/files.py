"""Files that survive: one way to read, one atomic way to write, and one lock."""

import errno
import os
import re
import stat
import sys
import time
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from leerlog.errors import NotSaved
from leerlog.refusals import IS_FOLDER, NO_FOLDER, WINDOWS, marked_read_only, may_be_held, read_only, unfit
from leerlog.refusals import reason as reason

T = TypeVar("T")

LOCK = ".leerlog.lock"
LOCK_SECONDS = 30.0
PATIENCE = 2.0  # seconds that another program may hold a file before that is a failure

# What taking a lock says that another process has; Wine leaves the number 0.
_HELD = (0, errno.EACCES, errno.EAGAIN, errno.EDEADLK)

_TEMPORARY = r"\..+\.[0-9a-f]{8}\.tmp"
# What a file system says that has no second names, or no folders to sync.
_NO_LINKS = (errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL, errno.EMLINK, errno.EPERM)
_NO_SYNC = (errno.EINVAL, errno.EBADF, errno.EACCES, errno.EOPNOTSUPP, errno.ENOSYS)

_doubts: list[str] = []


def _patiently(act: Callable[[], T], path: Path, seconds: float) -> T:
    """Do it, and once more for so many seconds while another program has the file, as a virus scanner may."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            return act()
        except OSError as error:
            if not may_be_held(error) or time.monotonic() >= deadline or not is_file(path):
                raise
        time.sleep(0.02)


def is_file(path: Path) -> bool:
    """Whether an ordinary file is there; not when that can't be seen, where `Path.is_file` would raise."""
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: Path) -> bool:
    """Whether a folder is there; not when that can't be seen, where `Path.is_dir` would raise."""
    return os.path.isdir(path)  # noqa: PTH112


def is_own(path: Path) -> bool:
    """Whether what leerlog writes there is its owner's only: by its mode, and on Windows, which has none, by its place.

    What stands in a person's own folder there, Windows keeps from others.
    """
    return not WINDOWS or real(path).is_relative_to(real(Path.home()))


def real(path: Path) -> Path:
    """Where a path leads in the end, as far as that can be seen; `Path.resolve` raises for a link to itself."""
    return Path(os.path.realpath(path))


def contents(path: Path, most: int = -1, patience: float | None = None) -> bytes:
    """All that is in a file, or its first `most` bytes: the one way to read what a person or another program made.

    A pipe or a device, which may never come to an end, is refused as any
    failure is. Another program that holds the file is waited for, two seconds
    unless told otherwise.

    Raises:
        OSError: also for a name that can't be one.
    """
    return _patiently(lambda: _contents(path, most), path, PATIENCE if patience is None else patience)


def _contents(path: Path, most: int) -> bytes:
    try:
        # Opening a pipe waits for who writes into it, unless told not to.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    except ValueError as error:
        raise OSError(errno.EINVAL, "") from error
    except PermissionError:
        if sys.platform == "win32" and is_folder(path):
            raise OSError(errno.EISDIR, "") from None
        raise
    try:
        mode = os.fstat(handle).st_mode
        if not stat.S_ISREG(mode):
            raise OSError(errno.EISDIR if stat.S_ISDIR(mode) else errno.ESPIPE, "")
        with open(handle, "rb", closefd=False) as file:
            return file.read(most)
    finally:
        os.close(handle)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, others wait for it, 30 seconds at most; what a crash left is swept.

    Raises:
        NotSaved: when the lock can't be had.
    """
    try:
        # A sync service may have it for a moment.
        lock = _patiently(lambda: os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600), folder / LOCK, PATIENCE)
    except (OSError, ValueError) as error:
        raise NotSaved(f"ik kan niet schrijven in {folder}: {reason(error)}.") from error
    try:
        _wait_for(lock, folder)
        sweep(folder)
        yield
    finally:
        with suppress(OSError):
            os.close(lock)


def _wait_for(lock: int, folder: Path) -> None:
    deadline = time.monotonic() + LOCK_SECONDS
    pause = 0.001
    while True:
        try:
            take(lock)
            return
        except OSError as error:
            if not is_held(error):
                raise NotSaved(f"ik kan {folder} niet vergrendelen: {reason(error)}.") from error
        if time.monotonic() > deadline:
            raise NotSaved(
                f"een ander leerlog-venster houdt {folder} al {LOCK_SECONDS:.0f} seconden bezet. "
                "Sluit dat, of wacht tot het klaar is."
            )
        time.sleep(pause)
        pause = min(pause * 1.5, 0.05)


def is_held(error: OSError) -> bool:
    """Whether `take` failed because another process has the lock."""
    return (error.errno or 0) in _HELD


if sys.platform == "win32":
    import msvcrt

    def take(lock: int) -> None:
        """Hold a file that is open, until it is closed; an OSError when another process does."""
        # Closing the file lets go of it.
        os.lseek(lock, 0, os.SEEK_SET)
        msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def take(lock: int) -> None:
        """Hold a file that is open, until it is closed; an OSError when another process does."""
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)


def write(path: Path, data: bytes | Iterable[bytes], *, new: bool = False, private: bool = False) -> None:
    """Put `data` in the file at once and for good: made under another name, then given its own.

    A link stays a link. A mode stays as it was; a new file is its owner's only.
    What a crash left of this file is swept. Of two who write one file the last
    one wins, so who changes what it read holds the folder's lock.

    data: may come in pieces; when making one fails there is no file, or the one that there was.
    new: the file may not be there yet, not even as a link.
    private: for its owner only, whatever the mode was.

    Raises:
        FileExistsError: when it is there and may not be.
        NotSaved: when the system refuses; what was there is then as it was.
    """
    if wrong := unfit(path):
        raise NotSaved(f"ik kan niet schrijven in {path}: {wrong}.")
    try:
        place = path if new else real(path)
        mode = 0o600 if new else _mode(place, private)
        sweep(place.parent, _beginning(place))
        temporary, file = _begun(place)
        try:
            try:
                _fill(file, data, mode)
                if sys.platform != "win32":  # where it stays held, so that no sweep takes it, until it has its name
                    (_name if new else _replace)(temporary, place)
            finally:
                os.close(file)
            if sys.platform == "win32":  # where an open file can't be renamed, nor removed
                (_name if new else _replace)(temporary, place)
        except BaseException:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
    except FileExistsError:
        if new:
            raise
        raise NotSaved(f"ik kan niet schrijven in {path}: {IS_FOLDER}.") from None
    except (OSError, ValueError) as error:
        raise NotSaved(f"ik kan niet schrijven in {path}: {reason(error)}.") from error
    _sync_folder(place)


def for_person(text: bytes | Iterable[bytes], *, filled_in: bool = False, windows: bool = WINDOWS) -> Iterator[bytes]:
    """A text as it is in a file that a person opens in a program of this system.

    On Windows its lines end as Notepad expects, and what somebody fills in
    begins with a mark: Notepad keeps to UTF-8 by it, also when there were no
    accents yet. What leerlog alone reads, months, drafts and shares, is no such file.
    """
    if filled_in and windows:
        yield BOM_UTF8
    for piece in [text] if isinstance(text, bytes) else text:
        yield piece.replace(b"\n", b"\r\n") if windows else piece


def append_line(path: Path, line: bytes) -> None:
    """Put a line for good at the end of a file, whole or not at all.

    Raises:
        NotSaved: when the system refuses; the file is then as it was.
    """
    with locked(path.parent):
        try:
            before = contents(path)
        except FileNotFoundError:
            before = b""
        except OSError as error:
            raise NotSaved(f"ik kan {path} niet lezen: {reason(error, reading=True)}.") from error
        end = b"\n" if before and not before.endswith(b"\n") else b""
        write(path, before + end + line + b"\n")


def doubt(said: str) -> None:
    """Remark, once the command is done, on something that is not as sure as it should be."""
    _doubts.append(said)


def doubts() -> list[str]:
    """What is on disk, but of which the disk did not say that it would outlive a power cut; each told once."""
    told = list(dict.fromkeys(_doubts))
    _doubts.clear()
    return told


def _beginning(place: Path) -> str:
    return f".{place.name[:40]}."


def _begun(place: Path) -> tuple[Path, int]:
    """A new temporary beside the file, opened, and held so that no sweep takes it for a left-over."""
    while True:
        temporary = place.with_name(f"{_beginning(place)}{os.urandom(4).hex()}.tmp")
        file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        if sys.platform == "win32":  # where a file that is open can't be removed
            return temporary, file
        try:
            take(file)
        except OSError as error:
            if not is_held(error):  # a disk without locks, where nothing is swept either
                return temporary, file
        else:
            if os.fstat(file).st_nlink:
                return temporary, file
        # Swept between its making and its lock.
        os.close(file)


def _fill(file: int, data: bytes | Iterable[bytes], mode: int) -> None:
    for piece in [data] if isinstance(data, bytes) else data:
        left = memoryview(piece)
        while left:
            left = left[os.write(file, left) :]
    if mode != 0o600 and hasattr(os, "fchmod"):
        os.fchmod(file, mode)
    os.fsync(file)


def _name(temporary: Path, path: Path) -> None:
    """Give a file its name, unless that is taken; a disk without links gets a rename after a look."""
    try:
        _patiently(lambda: os.link(temporary, path), temporary, PATIENCE)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS or os.path.lexists(path):
            raise
        temporary.rename(path)
    else:
        with suppress(OSError):  # it has its name, so it is saved
            temporary.unlink()


def _replace(temporary: Path, place: Path) -> None:
    _patiently(lambda: os.replace(temporary, place), temporary, PATIENCE)


def _mode(place: Path, private: bool) -> int:
    """The mode that the file is to have; what is there and no ordinary file may not be replaced."""
    try:
        status = place.stat()
    except FileNotFoundError:
        return 0o600
    if marked_read_only(status):
        raise read_only(place)
    mode = status.st_mode
    if not stat.S_ISREG(mode):
        raise OSError(errno.EISDIR if stat.S_ISDIR(mode) else errno.ESPIPE, "")
    return 0o600 if private else stat.S_IMODE(mode)


def make_folder(folder: Path) -> None:
    """Make the folder when it is not there, for its owner only.

    Raises:
        NotSaved: when the system refuses.
    """
    if wrong := unfit(folder):
        raise NotSaved(f"ik kan de map {folder} niet maken: {wrong}.")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError as error:
        why = "de koppeling op die plek leidt nergens heen"
        if os.path.exists(folder):  # noqa: PTH110
            why = "er staat een bestand op die plek"
        elif any(map(is_file, folder.parents)):  # Windows says no more of it
            why = NO_FOLDER
        raise NotSaved(f"ik kan de map {folder} niet maken: {why}.") from error
    except (OSError, ValueError) as error:
        raise NotSaved(f"ik kan de map {folder} niet maken: {reason(error)}.") from error


def _sync_folder(place: Path) -> None:
    """Make the new name last; a failure is no failure to save, for the file is in its place."""
    # Windows has no handle on a folder to sync.
    if sys.platform == "win32":
        return
    try:
        handle = os.open(place.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            _doubts.append(
                f"{place} is bewaard, maar de schijf zegt niet zeker dat het een stroomstoring overleeft: "
                f"{reason(error)}. Kijk straks of het er nog staat."
            )


def sweep(folder: Path, begin: str = ".") -> None:
    """Remove the temporaries that a crash left in a folder; one that somebody is writing stays."""
    with suppress(OSError), os.scandir(folder) as found:
        for file in found:
            if file.name.startswith(begin) and file.name.endswith(".tmp") and re.fullmatch(_TEMPORARY, file.name):
                with suppress(OSError):
                    _remove_left(file.path)


def _remove_left(path: str) -> None:
    if sys.platform == "win32":
        os.unlink(path)
        return
    file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    try:
        take(file)
        os.unlink(path)
    finally:
        os.close(file)
