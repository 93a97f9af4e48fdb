"""Shares: files in the journal's own form that leave it, those of others that are read again, and what left when.

A list in leerlog's own state folder says what was shared when, by which name, to
whom, in which file: ids only, no text.
"""

import json
import os
import re
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from leerlog import files
from leerlog.domain.dates import count, full_date
from leerlog.domain.entry import AUDIENCES, Problem, bad_character, one_line, tidy
from leerlog.domain.period import Period
from leerlog.domain.share import TO, Share
from leerlog.domain.text import is_wide
from leerlog.errors import NotSaved, UsageError
from leerlog.journal.leaving import leave_again
from leerlog.journal.reading import parse_file
from leerlog.journal.writing import FORMAT, render

LOG = "gedeeld.jsonl"
WRITER = "schrijver"
SECRET_LENGTH = 32
HEAD_BYTES = 4096
MOST_BYTES = 50_000_000
CHANGED = "er staat iets in dat leerlog niet zo schreef"
TOO_LARGE = "dit bestand is groter dan 50 MB; ik sla het over. Vraag om een kortere periode"
# Changes when what may leave does, so that what an earlier version shared is looked at again.
RULES = "1"
_SHARE = re.compile(r"\ufeff?<!-- leerlog 1 -->\r?\n<!-- share ([^\n]*) -->\r?\n")
_PAIR = re.compile(r'([a-z]+)=("(?:[^"\\]|\\.)*"|\S+)')
_ENTRY = re.compile(rb"\n## [0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")


def share_text(share: Share) -> str:
    """The whole file: who shares what with whom, and the entries."""
    made = date.fromisoformat(share.on[:10])
    size = count(len(share.entries), "notitie", "notities")
    said = f"Gedeeld door {_shown(share.by)} met {TO[share.to]}, op {full_date(made)}: {share.period.label}, {size}."
    notes = "\n".join(render(tidy(entry)) for entry in share.entries)
    rest = f"# Uit het leerlog van {_shown(share.by)}\n\n{said}\n\n{notes}"
    return f"{FORMAT}\n{_header(share, rest)}\n{rest}"


def _header(share: Share, rest: str) -> str:
    pairs = {
        "by": _quoted(share.by),
        "to": share.to,
        "from": share.period.start.isoformat(),
        "until": share.period.end.isoformat(),
        "on": share.on,
        "writer": share.writer,
        "count": str(len(share.entries)),
        "sum": _sum(rest.encode("utf-8", "replace")),
        "include": ",".join(entry.id for entry in share.entries if entry.id in share.included),
    }
    return f"<!-- share {' '.join(f'{key}={value}' for key, value in pairs.items() if value)} -->"


def _sum(rest: bytes) -> str:
    """A sum over all below a share's header, by which it is known to be as leerlog wrote it."""
    return sha256(f"{RULES}\n".encode() + rest.replace(b"\r\n", b"\n")).hexdigest()[:16]


def _is_untouched(raw: bytes) -> bool:
    found = _SHARE.match(raw[:HEAD_BYTES].decode("utf-8", "replace"))
    head = raw.split(b"\n", 2)
    return found is not None and len(head) == 3 and dict(_PAIR.findall(found[1])).get("sum") == _sum(head[2])


def _quoted(text: str) -> str:
    """The text as JSON, without what could end the comment."""
    return json.dumps(text).replace("<", "\\u003c").replace(">", "\\u003e")


def _shown(text: str) -> str:
    """The name in a line of Markdown."""
    return re.sub(r"([\\<>\[\]`*_#])", r"\\\1", text)


def read_head(raw: bytes) -> tuple[Share, int] | None:
    """What the first lines of a file say about it, and how many entries it should have; None for any other file."""
    found = _SHARE.match(raw[:HEAD_BYTES].decode("utf-8", "replace"))
    if not found:
        return None
    pairs = dict(_PAIR.findall(found[1]))
    try:
        period = Period(date.fromisoformat(pairs["from"]), date.fromisoformat(pairs["until"]), "")
        by, to, on = one_line(json.loads(pairs["by"]))[:100], pairs["to"], pairs["on"]
        included = frozenset(filter(None, pairs.get("include", "").split(",")))
        share = Share(by, to, period, on, pairs.get("writer", ""), included=included)
        return (share, int(pairs["count"])) if to in AUDIENCES and by and not bad_character(by) else None
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError):
        return None


def read_share(path: Path) -> tuple[Share | None, list[Problem]]:
    """One share with its entries, and what is wrong with it.

    Raises:
        OSError: when it can't be read.
    """
    # Of what is no share only the first lines are read, however large it is.
    head = files.contents(path, HEAD_BYTES)
    found = read_head(head)
    if found is None:
        return None, [Problem(path.name, 0, _foreign(head))]
    raw = files.contents(path, MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        return None, [Problem(path.name, 0, TOO_LARGE)]
    share, size = found
    there = len(_ENTRY.findall(raw))
    # Whatever it is called, it is no month of a journal.
    entries, problems = parse_file(raw, "")
    if not problems and there == size and _is_untouched(raw):
        # All that is in it may leave: it was looked at when it was written.
        return share._replace(entries=tuple(entries)), []
    # What a hand put in the file afterwards leaves it no more than it would leave a journal.
    text = raw.decode("utf-8", "surrogateescape")
    left, stays = leave_again(text, entries, problems, share.to, share.included)
    # Whatever is wrong there is not quoted: it may be what was to stay.
    problems += [
        Problem("", each.problem.line, f"de notitie van {full_date(each.entry.date)} telt niet mee: {CHANGED}")
        for each in stays
    ]
    problems = [problem._replace(file=path.name) for problem in problems]
    if there != size:
        said = f"hier horen {count(size, 'notitie', 'notities')} in te staan, en ik vind er {there}; vraag het opnieuw"
        problems = [Problem(path.name, 0, said), *problems]
    return share._replace(entries=left, whole=there == size), problems


def unreadable(path: Path, error: OSError) -> Problem:
    """That a file can't be read, and why."""
    return Problem(path.name, 0, f"ik kan dit bestand niet lezen: {files.reason(error, reading=True)}")


def _foreign(head: bytes) -> str:
    if head.startswith(FORMAT.encode()) and b"<!-- share " in head:
        return "de eerste regels van dit gedeelde leerlog zijn beschadigd; vraag het opnieuw"
    if is_wide(head):
        return "dit bestand is geen UTF-8 maar UTF-16; vraag het opnieuw, gemaakt met --output"
    return "dit is geen gedeeld leerlog; ik sla het over"


def _may_be_read(found: "os.DirEntry[str]") -> bool:
    try:
        return found.is_file()
    except OSError:
        return True  # reading it says what is wrong


def shares_in(folder: Path) -> list[Path]:
    """The files in a folder, without what is hidden.

    Raises:
        UsageError: when it can't be read as a folder.
    """
    try:
        with os.scandir(os.path.expanduser(folder)) as found:  # noqa: PTH111 (leaves a ~name that nobody has)
            return sorted(Path(each.path) for each in found if each.name[0] != "." and _may_be_read(each))
    except (OSError, ValueError) as error:
        raise UsageError(f"ik kan de map {folder} niet lezen: {files.reason(error, reading=True)}.") from error


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


def note_share(state: Path, share: Share, file: Path) -> None:
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


def list_shared(state: Path) -> tuple[list[Shared], list[Problem]]:
    """Everything that was shared, oldest first, and the lines that can't be read."""
    try:
        lines = files.contents(state / LOG).split(b"\n")
    except FileNotFoundError:
        return [], []
    except OSError as error:
        return [], [Problem(LOG, 0, f"ik kan dit bestand niet lezen: {files.reason(error, reading=True)}")]
    found = [_read_line(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    return [one for one in found if isinstance(one, Shared)], [one for one in found if isinstance(one, Problem)]


def count_withdrawn(found: Sequence[Shared]) -> list[int]:
    """Of each share, oldest first, how many entries of the one that it takes the place of it no longer holds."""
    return [len(set(_replaced(found[:at], one)) - set(one.ids)) for at, one in enumerate(found)]


def _replaced(before: Sequence[Shared], one: Shared) -> tuple[str, ...]:
    """The ids of the latest share by and to the same, in the same file or of the same days."""
    for each in reversed(before):
        same = each.to == one.to and (each.by == one.by or not each.by)
        if same and (each.file == one.file or (each.start, each.end) == (one.start, one.end)):
            return each.ids
    return ()


def _read_line(number: int, line: bytes) -> Shared | Problem:
    try:
        made = json.loads(line)
        words = [str(made[name]) for name in ("on", "to", "file", "from", "until")]
        return Shared(words[0], words[1], words[2], words[3], words[4], _ids(made["ids"]), str(made.get("by", "")))
    except (ValueError, KeyError, TypeError, RecursionError):
        return Problem(LOG, number, "deze regel is beschadigd")


def _ids(given: Iterable[object]) -> tuple[str, ...]:
    return tuple(str(each) for each in given)
