"""What was shared, when, by which name, to whom, in which file: ids only, no text, in leerlog's own state folder."""

import json
import os
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from leerlog import files
from leerlog.domain.entry import Problem
from leerlog.domain.share import Share
from leerlog.errors import NotSaved

LOG = "gedeeld.jsonl"
WRITER = "schrijver"
SECRET_LENGTH = 32


class Shared(NamedTuple):
    """One time that something was shared: the days it was about, and the ids of the entries.

    by: the name or the role, "" in a line from before it was kept.
    """

    on: str
    to: str
    file: str
    start: str
    end: str
    ids: tuple[str, ...]
    by: str = ""


def writer_mark(state: Path, by: str) -> str:
    """The mark by which a later share is known to be of the same person under the same name.

    It is made of a number that only this computer knows, so that it does not
    tie what is shared under a role to the name.

    Raises:
        NotSaved: when the state folder can't be used.
    """
    secret = _secret(state / WRITER)
    if not secret:
        files.make_folder(state)
        with files.locked(state):
            # Another leerlog may have made it meanwhile; one that an earlier version left empty is made anew.
            secret = _secret(state / WRITER)
            if not secret:
                secret = os.urandom(16).hex().encode()
                files.write(state / WRITER, secret)
    return sha256(secret + b"\0" + by.encode("utf-8", "replace")).hexdigest()[:16]


def _secret(path: Path) -> bytes:
    try:
        found = files.contents(path)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise NotSaved(f"ik kan {path} niet lezen: {files.reason(error, reading=True)}.") from error
    return found if len(found) >= SECRET_LENGTH else b""


def note(state: Path, share: Share, file: Path) -> None:
    """Add a share to the log.

    Raises:
        NotSaved: when the system refuses.
    """
    made = {
        "on": share.on,
        "to": share.to,
        "by": share.by,
        "file": str(file),
        "from": share.period.start.isoformat(),
        "until": share.period.end.isoformat(),
        "ids": [entry.id for entry in share.entries],
    }
    files.make_folder(state)
    files.append_line(state / LOG, json.dumps(made).encode())


def shared(state: Path) -> tuple[list[Shared], list[Problem]]:
    """Everything that was shared, oldest first, and the lines that can't be read."""
    try:
        lines = files.contents(state / LOG).split(b"\n")
    except FileNotFoundError:
        return [], []
    except OSError as error:
        return [], [Problem(LOG, 0, f"ik kan dit bestand niet lezen: {files.reason(error, reading=True)}")]
    found = [_read(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    return [one for one in found if isinstance(one, Shared)], [one for one in found if isinstance(one, Problem)]


def withdrawn(found: Sequence[Shared]) -> list[int]:
    """Of each share, oldest first, how many entries of the one that it takes the place of it no longer holds."""
    return [len(set(_replaced(found[:at], one)) - set(one.ids)) for at, one in enumerate(found)]


def _replaced(before: Sequence[Shared], one: Shared) -> tuple[str, ...]:
    """The ids of the latest share by and to the same, in the same file or of the same days."""
    for each in reversed(before):
        same = each.to == one.to and (each.by == one.by or not each.by)
        if same and (each.file == one.file or (each.start, each.end) == (one.start, one.end)):
            return each.ids
    return ()


def _read(number: int, line: bytes) -> Shared | Problem:
    try:
        made = json.loads(line)
        words = [str(made[name]) for name in ("on", "to", "file", "from", "until")]
        return Shared(words[0], words[1], words[2], words[3], words[4], _ids(made["ids"]), str(made.get("by", "")))
    except (ValueError, KeyError, TypeError, RecursionError):
        return Problem(LOG, number, "deze regel is beschadigd")


def _ids(given: Iterable[object]) -> tuple[str, ...]:
    return tuple(str(each) for each in given)
