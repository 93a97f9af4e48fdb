"""Shares: files in the journal's own form that leave it, and those of others that are read again."""

import json
import os
import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date
from pathlib import Path

from leerlog.domain.dates import count, full_date
from leerlog.domain.entry import AUDIENCES, Problem, one_line, tidy
from leerlog.domain.period import Period
from leerlog.domain.share import TO, Share, leaving
from leerlog.errors import UsageError
from leerlog.journal import files
from leerlog.journal.reading import Read, moment, parse_file
from leerlog.journal.text import FORMAT, render

HEAD_BYTES = 4096
MOST_BYTES = 50_000_000
Months = tuple[str, str, tuple[bytes, ...]]

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
        share = Share(by, to, period, on, pairs.get("writer", ""))
        return (share, int(pairs["count"])) if to in AUDIENCES and by else None
    except (KeyError, ValueError, TypeError, AttributeError):
        return None


def read_share(path: Path, months: Months | None = None) -> tuple[Share | None, list[Problem]]:
    """One share with its entries, and what is wrong with it.

    months: when given, only entries of these months, the first and the last as
        2026-11, and those whose Markdown holds one of some strings.
    """
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            head = file.read(HEAD_BYTES)
            found = read_head(head)
            if found is None:
                return None, [Problem(path.name, 0, _foreign(head))]
            raw = head + file.read(MOST_BYTES)
    except OSError as error:
        return None, [Problem(path.name, 0, f"ik kan dit bestand niet lezen: {files.reason(error)}")]
    share, size = found
    starts = [*(found.start() for found in _ENTRY.finditer(raw)), len(raw)]
    there = len(starts) - 1
    entries, problems = _parse(raw, path.name, starts, months)
    if there != size:
        said = f"hier horen {count(size, 'notitie', 'notities')} in te staan, en ik vind er {there}; vraag het opnieuw"
        problems = [Problem(path.name, 0, said), *problems]
    # What a hand put in the file afterwards leaves it no more than it would leave a journal.
    return replace(share, entries=leaving(entries, share.to), whole=there == size), problems


def _parse(raw: bytes, name: str, starts: list[int], months: Months | None) -> Read:
    """The entries of these months, with all that they build on; starts: where entries begin, and the file's end."""
    if months is None:
        return parse_file(raw, name)
    first, last, marks = months[0].encode(), months[1].encode(), months[2]
    wanted = {at for at, start in enumerate(starts[:-1]) if first <= raw[start + 4 : start + 11] <= last}
    entries, problems = parse_file(_only(raw, starts, wanted | _holding(raw, starts, marks)), name)
    known = {entry.id for entry in entries}
    missing = {source for entry in entries for source in entry.builds_on} - known
    while missing:
        known |= missing
        ids = tuple(b"id=" + each.encode() + b" " for each in missing)
        sources = [e for e in parse_file(_only(raw, starts, _holding(raw, starts, ids)), name)[0] if e.id in missing]
        entries += sources
        missing = {source for entry in sources for source in entry.builds_on} - known
    if problems:
        # With the lines that they have in the file.
        problems = parse_file(raw, name)[1]
    return sorted(entries, key=moment), problems


def _holding(raw: bytes, starts: list[int], marks: tuple[bytes, ...]) -> set[int]:
    """Which entries hold one of these, by their place in the file."""
    found = set()
    for mark in marks:
        at = raw.find(mark, starts[0])
        while at >= 0:
            number = bisect_right(starts, at) - 1
            found.add(number)
            at = raw.find(mark, starts[number + 1])
    return found


def _only(raw: bytes, starts: list[int], wanted: set[int]) -> bytes:
    return b"".join(raw[starts[number] : starts[number + 1]] for number in sorted(wanted))


def _foreign(head: bytes) -> str:
    if head.startswith(FORMAT.encode()) and b"<!-- share " in head:
        return "de eerste regels van dit gedeelde leerlog zijn beschadigd; vraag het opnieuw"
    return "dit is geen gedeeld leerlog; ik sla het over"


def shares_in(folder: Path) -> list[Path]:
    """The files in a folder, without what is hidden.

    Raises:
        UsageError: when it can't be read as a folder.
    """
    try:
        with os.scandir(os.path.expanduser(folder)) as found:  # noqa: PTH111 (leaves a ~name that nobody has)
            return sorted(Path(each.path) for each in found if each.name[0] != "." and each.is_file())
    except OSError as error:
        raise UsageError(f"ik kan de map {folder} niet lezen: {files.reason(error)}.") from error
