"""Shares: files in the journal's own form that leave it, and those of others that are read again."""

import json
import os
import re
from datetime import date
from pathlib import Path

from leerlog import files
from leerlog.domain.dates import count, full_date
from leerlog.domain.entry import AUDIENCES, Problem, bad_character, one_line, tidy
from leerlog.domain.period import Period
from leerlog.domain.share import TO, Share
from leerlog.errors import UsageError
from leerlog.journal.leaving import leave_again
from leerlog.journal.reading import parse_file
from leerlog.journal.text import FORMAT, render

HEAD_BYTES = 4096
MOST_BYTES = 50_000_000
CHANGED = "er staat iets in dat leerlog niet zo schreef"
TOO_LARGE = "dit bestand is groter dan 50 MB; ik sla het over. Vraag om een kortere periode"

_SHARE = re.compile(r"\ufeff?<!-- leerlog 1 -->\r?\n<!-- share ([^\n]*) -->\r?\n")
_PAIR = re.compile(r'([a-z]+)=("(?:[^"\\]|\\.)*"|\S+)')
_ENTRY = re.compile(rb"\n## [0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")


def share_text(share: Share) -> str:
    """The whole file: who shares what with whom, and the entries."""
    made = date.fromisoformat(share.on[:10])
    size = count(len(share.entries), "notitie", "notities")
    top = f"{FORMAT}\n{_header(share)}\n# Uit het leerlog van {_shown(share.by)}\n\n"
    said = (
        f"Gedeeld door {_shown(share.by)} met {TO[share.to]}, op {full_date(made)}: {share.period.label}, {size}.\n\n"
    )
    return top + said + "\n".join(render(tidy(entry)) for entry in share.entries)


def _header(share: Share) -> str:
    pairs = {
        "by": _quoted(share.by),
        "to": share.to,
        "from": share.period.start.isoformat(),
        "until": share.period.end.isoformat(),
        "on": share.on,
        "writer": share.writer,
        "count": str(len(share.entries)),
        "include": ",".join(entry.id for entry in share.entries if entry.id in share.included),
    }
    return f"<!-- share {' '.join(f'{key}={value}' for key, value in pairs.items() if value)} -->"


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
    """One share with its entries, and what is wrong with it."""
    try:
        # Of what is no share only the first lines are read, however large it is.
        head = files.contents(path, HEAD_BYTES)
        found = read_head(head)
        if found is None:
            return None, [Problem(path.name, 0, _foreign(head))]
        raw = files.contents(path, MOST_BYTES + 1)
    except OSError as error:
        return None, [Problem(path.name, 0, f"ik kan dit bestand niet lezen: {files.reason(error, reading=True)}")]
    if len(raw) > MOST_BYTES:
        return None, [Problem(path.name, 0, TOO_LARGE)]
    share, size = found
    there = len(_ENTRY.findall(raw))
    # Whatever it is called, it is no month of a journal.
    entries, problems = parse_file(raw, "")
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


def _foreign(head: bytes) -> str:
    if head.startswith(FORMAT.encode()) and b"<!-- share " in head:
        return "de eerste regels van dit gedeelde leerlog zijn beschadigd; vraag het opnieuw"
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
