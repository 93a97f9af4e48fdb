"""What each month file holds that a review of another month may lean on, remembered between runs.

So that a review of one quarter need not look through ten years. A file that has
changed since is looked through again, and the whole can be thrown away at any
time. It holds no text: marks, months and sums.
"""

import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from leerlog import files
from leerlog.domain.course import key
from leerlog.domain.items import DONE, OPEN, months_done, spellings
from leerlog.errors import NotSaved

SCHEMA = "leerlog.index/5"
COURSE = "Traject:"
# Marks by which `Reader.read` may be asked for entries without a file being looked through.
KNOWN = (
    OPEN,
    "checklist=prepare",
    "checklist=during",
    "checklist=after",
    "checklist=conditions",
    "Bouwt op:",
)

Facts = dict[str, list[str]]


def facts(raw: bytes) -> Facts:
    """What a month file's bytes hold: marks, months in which items were done, sums of course names."""
    raw = raw.replace(b"\r\n", b"\n")
    return {
        "marks": [mark for mark in KNOWN if spellings(raw, mark)],
        "done": sorted(months_done(raw)),
        "courses": sorted({course_sum(name) for name in values(raw, COURSE)}),
    }


def labelled(raw: bytes, label: str) -> Iterator[tuple[str, str]]:
    """The lines of a month file's bytes with a label, as `Traject:`, behind any bullet; and what stands behind it."""
    # With the label in front it is found many times faster than from every line's beginning.
    for found in re.finditer(rf" {re.escape(label)}([^\n]*)".encode(), raw):
        before = raw[max(found.start() - 2, 0) : found.start()]
        if before in (b"\n-", b"\n*", b"\n+"):
            line, value = before[1:] + found[0], found[1]
            yield line.decode("utf-8", "replace"), value.decode("utf-8", "replace").strip()


def values(raw: bytes, label: str) -> set[str]:
    """What stands behind a label in a month file's bytes."""
    return {value for _, value in labelled(raw, label)}


def course_sum(name: str) -> str:
    """A sum over a course's name, the same for every spelling of it."""
    return f"{crc32(key(name).encode('utf-8', 'surrogatepass')):08x}"


def index_file(state: Path, journal: Path) -> Path:
    """Where the index of a journal is, in leerlog's own folder."""
    name = crc32(os.fsencode(journal.absolute()))
    return state / "index" / f"{name:08x}.json"


class Index:
    """The facts of a journal's months, in one JSON file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._months = self._load()
        self._changed = False

    def _load(self) -> dict[str, list[object]]:
        try:
            found = json.loads(files.contents(self._file))
        except (OSError, ValueError):
            return {}
        months = found.get("months") if isinstance(found, dict) and found.get("schema") == SCHEMA else None
        return months if isinstance(months, dict) else {}

    def may_hold(self, path: Path, marks: tuple[str, ...], courses: frozenset[str]) -> bool:
        """Whether a month file may hold one of the marks or name one of the courses.

        courses: as `domain.course.key` gives them.
        """
        known = self._facts(path)
        if known is None:
            return True
        sums = {course_sum(name) for name in courses}
        return not sums.isdisjoint(known["courses"]) or any(_holds(known, mark) for mark in marks)

    def _facts(self, path: Path) -> Facts | None:
        try:
            state = path.stat()
            stamp = [state.st_mtime_ns, state.st_size, state.st_ino]
            kept = self._months.get(path.name)
            if isinstance(kept, list) and kept[:3] == stamp and _sound(kept[3:]):
                return kept[3]  # type: ignore[return-value]
            found = facts(files.contents(path, patience=0))
        except OSError:
            return None
        self._months[path.name] = [*stamp, found]
        self._changed = True
        return found

    def save(self) -> None:
        """Keep what was found; a folder that can't be written is no reason to stop."""
        if not self._changed:
            return
        text = json.dumps({"schema": SCHEMA, "months": self._months}, separators=(",", ":"))
        with suppress(NotSaved):
            files.make_folder(self._file.parent)
            files.sweep(self._file.parent)
            files.write(self._file, text.encode())


def _sound(kept: list[object]) -> bool:
    return len(kept) == 1 and isinstance(kept[0], dict) and kept[0].keys() == {"marks", "done", "courses"}


def _holds(known: Facts, mark: str) -> bool:
    if mark.startswith(DONE):
        # A day that a hand wrote may be any.
        return any(not month or month.startswith(mark.removeprefix(DONE)) for month in known["done"])
    return mark in known["marks"] if mark in KNOWN else True
