"""Files that survive: one lock, one atomic way to write, and no left-overs."""

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from leerlog.errors import NotSaved

LOCK = ".leerlog.lock"
HELD = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)  # what taking a lock says that another process has
LOCK_SECONDS = 30.0

_REASONS = {
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "je schijfruimte is op",
    errno.EFBIG: "het bestand mag niet groter worden",
    errno.EACCES: "je hebt er geen schrijfrechten",
    errno.EPERM: "je hebt er geen rechten voor",
    errno.ENOENT: "de map of het bestand is er niet",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EISDIR: "er staat een map op die plek",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ELOOP: "de koppeling verwijst naar zichzelf",
    errno.EIO: "de schijf geeft een fout",
    errno.ESPIPE: "het is geen gewoon bestand",
    errno.ENOLCK: "de schijf kan bestanden niet vergrendelen",
    errno.EOPNOTSUPP: "de schijf kan dit niet",
    errno.EROFS: "de schijf is alleen-lezen",
    errno.EMFILE: "er zijn te veel bestanden open",
    errno.ETIMEDOUT: "de schijf antwoordt niet",
    errno.ESTALE: "de netwerkschijf is niet meer verbonden",
}
_TEMPORARY = re.compile(r"\..+\.[0-9a-f]{8}\.tmp")
# What a file system says that has no second names, or no folders to sync.
_NO_LINKS = (errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL, errno.EMLINK, errno.EPERM)
_NO_SYNC = (errno.EINVAL, errno.EBADF, errno.EACCES, errno.EOPNOTSUPP, errno.ENOSYS)


def reason(error: OSError) -> str:
    """Why the system refused, in Dutch."""
    return _REASONS.get(error.errno or 0, f"het systeem weigert (fout {error.errno})")


def contents(path: Path) -> bytes:
    """All that is in a file; a pipe or a device, which may never come to an end, is refused as any failure is."""
    # Opening a pipe waits for who writes into it, unless told not to.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    with open(handle, "rb") as file:  # noqa: PTH123
        mode = os.fstat(handle).st_mode
        if not stat.S_ISREG(mode):
            raise OSError(errno.EISDIR if stat.S_ISDIR(mode) else errno.ESPIPE, "")
        return file.read()


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, others wait for it, 30 seconds at most; what a crash left is swept.

    Raises:
        NotSaved: when the lock can't be had.
    """
    try:
        lock = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise NotSaved(f"ik kan niet schrijven in {folder}: {reason(error)}.") from error
    try:
        _wait_for(lock, folder)
        sweep(folder)
        yield
    finally:
        os.close(lock)


def _wait_for(lock: int, folder: Path) -> None:
    deadline = time.monotonic() + LOCK_SECONDS
    pause = 0.001
    while True:
        try:
            take(lock)
            return
        except OSError as error:
            if error.errno not in HELD:
                raise NotSaved(f"ik kan {folder} niet vergrendelen: {reason(error)}.") from error
        if time.monotonic() > deadline:
            raise NotSaved(
                f"een ander leerlog-venster houdt {folder} al {LOCK_SECONDS:.0f} seconden bezet. "
                "Sluit dat, of wacht tot het klaar is."
            )
        time.sleep(pause)
        pause = min(pause * 1.5, 0.05)


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


def write(path: Path, data: bytes) -> None:
    """Put `data` in the file at once and for good; a link stays a link, a mode stays as it was.

    The caller holds the lock of the file's folder.

    Raises:
        NotSaved: when the system refuses; the file is then as it was.
    """
    real = Path(os.path.realpath(path))
    temporary = real.with_name(f".{real.name}.{os.urandom(4).hex()}.tmp")
    try:
        if real.parent != path.parent:
            # Somebody else's folder, of which the lock is not ours: only what is ours goes.
            sweep(real.parent, f".{real.name}.")
        try:
            _fill(temporary, data, _mode(real))
            _replace(temporary, real)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        _sync_folder(real.parent)
    except OSError as error:
        raise NotSaved(f"ik kan niet schrijven in {path}: {reason(error)}.") from error


def write_new(path: Path, data: bytes) -> None:
    """Put `data` for good in a file that is not there yet, for its owner only.

    Raises:
        FileExistsError: when it is there.
        OSError: when the system refuses; there is no file then.
    """
    try:
        _fill(path, data, 0o600)
    except FileExistsError:
        raise
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def publish(path: Path, data: bytes, replace: bool) -> None:
    """Put `data` at once in a file outside the journal, for its owner only.

    replace: whether a file that is there may go; a link stays a link.

    Raises:
        FileExistsError: when it is there and may not go.
        NotSaved: when the system refuses; what was there is then as it was.
    """
    if replace and path.exists() and not path.is_file():
        raise NotSaved(f"ik kan niet schrijven in {path}: dat is geen gewoon bestand.")
    real = Path(os.path.realpath(path)) if replace else path
    temporary = real.with_name(f".{real.name[:100]}.{os.urandom(4).hex()}.tmp")
    try:
        try:
            _fill(temporary, data, 0o600)
            if replace:
                _replace(temporary, real)
            else:
                _name(temporary, real)
        finally:
            temporary.unlink(missing_ok=True)
        _sync_folder(real.parent)
    except FileExistsError:
        raise
    except OSError as error:
        raise NotSaved(f"ik kan niet schrijven in {path}: {reason(error)}.") from error


def _name(temporary: Path, path: Path) -> None:
    """Give a file its name, unless that is taken; a disk without links gets a rename after a look."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS or os.path.lexists(path):
            raise
        temporary.rename(path)


def make_folder(folder: Path) -> None:
    """Make the folder when it is not there, for its owner only.

    Raises:
        NotSaved: when the system refuses.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise NotSaved(f"ik kan de map {folder} niet maken: {reason(error)}.") from error


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode & 0o7777
    except FileNotFoundError:
        return 0o600


def _fill(path: Path, data: bytes, mode: int) -> None:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(file, left) :]
        if mode != 0o600 and hasattr(os, "fchmod"):
            os.fchmod(file, mode)
        os.fsync(file)
    finally:
        os.close(file)


def _replace(temporary: Path, real: Path) -> None:
    # On Windows a virus scanner or sync service may hold the file for a moment.
    deadline = time.monotonic() + (2 if sys.platform == "win32" else 0)
    while True:
        try:
            os.replace(temporary, real)
            return
        except PermissionError:
            if time.monotonic() >= deadline:
                raise
        time.sleep(0.02)


def _sync_folder(folder: Path) -> None:
    # Windows has no handle on a folder to sync.
    if sys.platform == "win32":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise


def sweep(folder: Path, begin: str = ".") -> None:
    """Remove the temporaries that a crash left in a folder; under its lock none is in use."""
    with suppress(OSError), os.scandir(folder) as found:
        for file in found:
            if file.name.startswith(begin) and _TEMPORARY.fullmatch(file.name):
                os.unlink(file.path)
