"""Why the system refuses, in Dutch: by its number, and of Windows also by the name that was asked for."""

import errno
import ntpath
import os
import re
import stat
import sys
from collections.abc import Callable

WINDOWS = sys.platform == "win32"

NO_NAME = "deze naam kan hier niet"
IS_FOLDER = "er staat een map op die plek"
NO_FOLDER = "een deel van het pad is geen map"
_TOO_LONG = "de naam is te lang"
_FULL = "de schijf is vol"
_READ_ONLY_DISK = "de schijf is alleen-lezen"
_BROKEN = "de schijf geeft een fout"
_DENIED = "je hebt er geen schrijfrechten"
_NO_FILE = "het is geen gewoon bestand"
_REASONS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: "je schijfruimte is op",
    errno.EFBIG: "het bestand mag niet groter worden",
    errno.EACCES: _DENIED,
    errno.EPERM: "je hebt er geen rechten voor",
    errno.ENOENT: "de map of het bestand is er niet",
    errno.ENOTDIR: NO_FOLDER,
    errno.ENOEXEC: "dit is geen programma",
    errno.EISDIR: IS_FOLDER,
    errno.ENAMETOOLONG: _TOO_LONG,
    errno.EINVAL: NO_NAME,
    errno.ELOOP: "de koppeling verwijst naar zichzelf",
    errno.EIO: _BROKEN,
    **dict.fromkeys((errno.ESPIPE, errno.EBADF), _NO_FILE),  # a screen or a keyboard of Windows is no file at all
    errno.ENOLCK: "de schijf kan bestanden niet vergrendelen",
    errno.EOPNOTSUPP: "de schijf kan dit niet",
    errno.EROFS: _READ_ONLY_DISK,
    errno.EMFILE: "er zijn te veel bestanden open",
    errno.ETIMEDOUT: "de schijf antwoordt niet",
    errno.ESTALE: "de netwerkschijf is niet meer verbonden",
}
_TO_READ = {errno.EACCES: "je mag dit niet lezen", errno.EPERM: "je mag dit niet lezen"}

_OTHER_PROGRAM = "een ander programma heeft het bestand open (Word, OneDrive)"
_NOT_CONNECTED = "de schijf is niet aangesloten"
_NO_NETWORK = "de netwerkschijf is niet bereikbaar"
_NO_LOGIN = "de netwerkschijf laat je niet toe; meld je opnieuw aan"
_CLOUD = "OneDrive kan het bestand nu niet ophalen"
_SCANNER = "de virusscanner houdt het tegen"
_READ_ONLY = 6009  # of a file that is marked so; the system itself only says that it was denied
# Of Windows the number says more than the errno that Python makes of it. Those of winerror.h.
_ON_WINDOWS = {
    15: _NOT_CONNECTED,
    19: _READ_ONLY_DISK,
    20: _NOT_CONNECTED,
    21: _NOT_CONNECTED,
    23: _BROKEN,
    31: _BROKEN,
    **dict.fromkeys((32, 33, 36, 148, 170, 1224), _OTHER_PROGRAM),
    **dict.fromkeys((39, 112), _FULL),
    **dict.fromkeys((51, 53, 54, 55, 58, 59, 64, 67, 71, 121, 1201, 1203, 1222, 1231, 1232, 1256), _NO_NETWORK),
    **dict.fromkeys((65, 86, 1219, 1311, 1326, 1327, 1330, 1331, 1907, 1909), _NO_LOGIN),
    **dict.fromkeys((111, 206), _TOO_LONG),
    **dict.fromkeys((123, 161), NO_NAME),
    **dict.fromkeys((225, 226), _SCANNER),
    267: NO_FOLDER,
    303: "het bestand wordt net weggehaald",
    **dict.fromkeys((*range(362, 367), *range(374, 384), *range(386, 399), 404, 426, 434, 4350), _CLOUD),
    1117: _BROKEN,
    1167: _NOT_CONNECTED,
    1260: "je organisatie staat het niet toe",
    1392: _BROKEN,
    1393: _BROKEN,
    1816: "je schijfruimte is op",
    1920: _CLOUD,
    _READ_ONLY: "het bestand is alleen-lezen. Haal dat weg bij zijn eigenschappen",
}
_SHARING = (32, 33, 303, 391, 1224)  # held for a moment, as a rule
_REFUSED = 5  # no rights, or a file that somebody else holds
# Without long paths, which a program and the system must both have been told of.
_LONGEST_PATH = 259
_LONGEST_NAME = 255

# What is no file's name on Windows, in whatever folder and with whatever end.
_DEVICE = r"(?i)(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ ]*(?:\..*)?"
_NOT_IN_A_NAME = r'[<>:"|?*\x00-\x1f]'


def reason(error: Exception, reading: bool = False) -> str:
    """Why the system refused to write, or to read, in Dutch; also for a name that can't be one (ValueError)."""
    if not isinstance(error, OSError):
        return NO_NAME
    number, of_windows = error.errno or 0, winerror(error)
    paths = [each for each in (error.filename2, error.filename) if isinstance(each, str)] if WINDOWS else []
    if number in (errno.ENOENT, errno.EINVAL) and any(map(too_long, paths)):
        return _TOO_LONG
    told = (_TO_READ.get(number) if reading else None) or _REASONS.get(number, f"het systeem weigert (fout {number})")
    if of_windows in _ON_WINDOWS:
        return _ON_WINDOWS[of_windows]
    if may_be_held(error):
        return f"{_OTHER_PROGRAM}, of {told}"
    return next(filter(None, map(not_there, paths)), told) if number == errno.ENOENT else told


def winerror(error: OSError) -> int:
    """The number of Windows; 0 elsewhere, and of what Python opens by way of the C library."""
    return getattr(error, "winerror", None) or 0


def may_be_held(error: OSError) -> bool:
    """Whether another program may have the file; opening one on Windows only says that it was denied."""
    denied = WINDOWS and error.errno == errno.EACCES and not winerror(error)
    return denied or winerror(error) in (*_SHARING, _REFUSED)


def not_there(
    path: str, exists: Callable[[str], bool] = os.path.exists, is_file: Callable[[str], bool] = os.path.isfile
) -> str:
    """Why Windows finds no such path, where more can be said: too long, no drive, through a file; else ""."""
    drive = ntpath.splitdrive(path)[0]
    if drive and not exists(drive + "\\"):
        return _NO_NETWORK if drive.startswith(("\\\\", "//")) else _NOT_CONNECTED
    if too_long(path):
        return _TOO_LONG
    parent = ntpath.dirname(path)
    while parent and not exists(parent) and parent != ntpath.dirname(parent):
        parent = ntpath.dirname(parent)
    return NO_FOLDER if parent and is_file(parent) else ""


def too_long(path: str) -> bool:
    """Whether a path is longer than Windows takes, or a name in it."""
    return len(path) > _LONGEST_PATH or any(len(part) > _LONGEST_NAME for part in re.split(r"[\\/]", path))


def marked_read_only(status: os.stat_result) -> bool:
    """Whether Windows has marked a file so, which keeps another from taking its place."""
    return bool(getattr(status, "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_READONLY)


class _MarkedReadOnly(PermissionError):
    winerror = _READ_ONLY


def read_only(path: str | os.PathLike[str]) -> OSError:
    """What is raised for such a file."""
    return _MarkedReadOnly(errno.EACCES, "", os.fspath(path))


def unfit(path: str | os.PathLike[str], windows: bool = WINDOWS) -> str:
    """Why Windows would make something else of this path than it says, or nothing; "" where it would not.

    It cuts off spaces and full stops at the end of a name, puts what stands
    behind a colon in a stream of the file that nobody sees, and takes `con.md`
    for a screen.
    """
    if not windows:
        return ""
    drive, rest = ntpath.splitdrive(os.fspath(path))
    if drive.endswith(":") and not rest.startswith(("\\", "/")):
        return f"achter {drive} hoort een \\ (bedoel je {drive}\\{rest}?)"
    if drive.replace("/", "\\").startswith("\\\\.\\"):
        return f"'{drive}' is een apparaat"
    for part in re.split(r"[\\/]", rest):
        if part.strip(".") == "":
            continue
        if wrong := _wrong_with(part):
            return f"'{part}' kan op Windows niet: {wrong}"
    return ""


def _wrong_with(name: str) -> str:
    if found := re.search(_NOT_IN_A_NAME, name):
        return f"er mag geen {found[0]} in staan" if found[0].isprintable() else "er staat een onzichtbaar teken in"
    if name != name.rstrip(" ."):
        return "een naam eindigt daar niet op een spatie of een punt"
    return "zo heet daar een apparaat" if re.fullmatch(_DEVICE, name) else ""
