"""Drafts: texts that could not be saved, and conversations that were interrupted.

Nothing here is ever overwritten or deleted unread: a draft that can't be read
is set aside under another name, and reported.
"""

import json
import os
import re
import sys
import zlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from leerlog import files
from leerlog.domain.course import key
from leerlog.domain.entry import Entry, Problem, tidy
from leerlog.errors import NotSaved
from leerlog.journal.reading import parse_file
from leerlog.journal.writing import header, render

SCHEMA = "leerlog.draft/1"
_ASIDE = ".beschadigd"
INPUT = "invoer"
# What this process has claimed: the locks, held open.
_claimed: dict[Path, int] = {}
TURN, CLOSING = "turn", "closing"  # the parts of a waardecheck, as Draft.content names them
WAITED = "waited"  # the answer to a question that waited, by the reference of its item


class Draft(NamedTuple):
    """A conversation so far.

    texts: the answers given, by prompt. at: the prompt where it stopped.
    options: what the command was given. journal: the folder it is meant for.
    updated: when it was saved, in ISO form. content: which questions were asked,
    "" for all of the checklist. Of somebody's turn in a meeting, `course` has the
    name of that person: the draft is found again by it. Of a question that waited
    (`WAITED`) it has the reference of its item.
    """

    checklist: str
    course: str = ""
    texts: Mapping[str, str] = {}
    at: str = ""
    options: Mapping[str, str] = {}
    journal: str = ""
    updated: str = ""
    content: str = ""


def keep_entry(folder: Path, entry: Entry, markdown: str = "") -> Path:
    """Keep an entry that could not be saved, in a file of its own in the journal's form.

    markdown: the entry's Markdown, when it is not that of the entry as it is.

    Raises:
        NotSaved: when the system refuses.
    """
    text = header(entry.date) + (markdown or render(tidy(entry))).rstrip("\n") + "\n"
    # What UTF-8 can't hold, half a surrogate pair, is written out.
    data = text.replace("\0", "\ufffd").encode("utf-8", "backslashreplace")
    name = entry.date.isoformat() + (f"-{entry.time:%H%M}" if entry.time else "")
    return _keep(folder, name, ".md", data)


def keep_input(folder: Path, data: bytes, when: str, ending: str) -> Path:
    """Keep what came in and could not be read as it is, in a file of its own.

    Raises:
        NotSaved: when the system refuses.
    """
    return _keep(folder, f"{INPUT}-{when}", ending, data)


def _keep(folder: Path, name: str, ending: str, data: bytes) -> Path:
    """Put something in a file that is not there yet; in none when it is in one already."""
    files.make_folder(folder)
    files.sweep(folder)
    number = 1
    while True:
        path = folder / (f"{name}-{number}{ending}" if number > 1 else f"{name}{ending}")
        try:
            files.write(path, data, new=True)
        except FileExistsError:
            if _holds(path, data):
                return path
            number += 1
        else:
            return path


def _holds(path: Path, data: bytes) -> bool:
    with suppress(OSError):
        return files.contents(path) == data
    return False


def kept(folder: Path) -> tuple[list[tuple[Path, Entry]], list[Problem]]:
    """The entries that `keep_entry` kept, oldest first, each with its file."""
    found: list[tuple[Path, Entry]] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.md")):
        try:
            entries, wrong = parse_file(files.contents(path), path.name)
        except OSError as error:
            entries, wrong = [], [Problem(path.name, 0, _unreadable(error))]
        found += [(path, entry) for entry in entries]
        problems += wrong
    return found, problems


def draft_file(folder: Path, checklist: str, course: str) -> Path:
    """Where the draft of a checklist about a course is; all spellings of the course share it.

    What an earlier version made under another name, as spaces and punctuation then counted, is found by what is in it.
    """
    begin, same = re.sub(r"[^\w-]+", "-", checklist)[:40], key(course)
    name = begin
    if same or name != checklist:
        readable = re.sub(r"[^a-z0-9]+", "-", same)[:40].strip("-")
        total = zlib.crc32(f"{checklist}\n{same}".encode("utf-8", "surrogatepass"))
        name = "-".join(filter(None, (name, readable, f"{total:08x}")))
    path = folder / f"{name}.json"
    if not same or os.path.lexists(path):
        return path
    earlier = {other: draft for other in sorted(folder.glob(f"{begin}-*.json")) if (draft := _draft_in(other))}
    same_course = [at for at, d in earlier.items() if d.checklist == checklist and key(d.course) == same]
    return next((at for at in same_course if earlier[at].course == course), next(iter(same_course), path))


def save(folder: Path, draft: Draft) -> Path:
    """Save the conversation so far, in the place of its earlier draft.

    Raises:
        NotSaved: when the system refuses; the earlier draft is as it was.
    """
    path = draft_file(folder, draft.checklist, draft.course)
    files.make_folder(folder)
    with files.locked(folder):
        _set_aside(path)
        files.write(path, encoded(draft))
    return path


def encoded(draft: Draft) -> bytes:
    """What is in the file of a draft."""
    text = json.dumps({"schema": SCHEMA} | draft._asdict(), ensure_ascii=False, indent=1)
    # What UTF-8 can't hold, half a surrogate pair, becomes the \u form that JSON has for it.
    return text.encode("utf-8", "backslashreplace") + b"\n"


def put(folder: Path, old: tuple[str, bytes], new: tuple[str, bytes]) -> bool:
    """Make a draft another one; False when somebody went on with it since, and it stays as it is.

    old, new: what its file is called and what is in it, before and after. It may be so already, or half.

    Raises:
        NotSaved: when the system refuses.
    """
    here, there = folder / old[0], folder / new[0]
    if not _claim(here):
        return False
    try:
        if not _holds(here, old[1]):
            return _holds(there, new[1])
        if there != here and os.path.lexists(there) and not _holds(there, new[1]):
            return False
        with files.locked(folder):
            files.write(there, new[1])
            if there != here:
                here.unlink(missing_ok=True)
        return True
    finally:
        _release(here)


def claim(folder: Path, checklist: str, course: str) -> bool:
    """Have a draft to oneself, until it is removed or this process ends; False when another process has it.

    Two windows would write over each other's answers. A folder that can't be written, where no draft will be kept
    either, and a disk without locks let anybody.
    """
    return _claim(draft_file(folder, checklist, course))


def _claim(draft: Path) -> bool:
    path, folder = draft.with_suffix(".lock"), draft.parent
    if path in _claimed:
        return True
    try:
        files.make_folder(folder)
        lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except (OSError, NotSaved):
        return True
    try:
        files.take(lock)
    except OSError as error:
        os.close(lock)
        return not files.is_held(error)
    _claimed[path] = lock
    return True


def _set_aside(path: Path) -> None:
    """Give a draft that can't be read another name, so that it is not overwritten."""
    try:
        if not path.exists() or _draft_in(path):
            return
        aside = path.with_suffix(_ASIDE)
        number = 1
        while aside.exists():
            number += 1
            aside = path.with_suffix(f"{_ASIDE}-{number}")
        path.rename(aside)
    except OSError as error:
        raise NotSaved(f"ik kan niet schrijven in {path}: {files.reason(error)}.") from error


def load(folder: Path, checklist: str, course: str) -> Draft | None:
    """The draft of a checklist about a course; None when there is none that can be read."""
    return _draft_in(draft_file(folder, checklist, course))


def _draft_in(path: Path) -> Draft | None:
    found = _read(path)
    return found if isinstance(found, Draft) else None


def drafts(folder: Path) -> tuple[list[Draft], list[Problem]]:
    """All conversations that can be gone on with, the latest first, and the files that can't be read."""
    found = [_read(path) for path in sorted(folder.glob("*.json"))]
    good = [draft for draft in found if isinstance(draft, Draft)]
    good.sort(key=lambda draft: draft.updated, reverse=True)
    return good, [problem for problem in found if isinstance(problem, Problem)]


def remove(folder: Path, checklist: str, course: str) -> None:
    """Delete a draft that is done with; one that can't be read stays."""
    path = draft_file(folder, checklist, course)
    if _draft_in(path):
        path.unlink(missing_ok=True)
    _release(path)


def _release(draft: Path) -> None:
    lock = draft.with_suffix(".lock")
    if lock in _claimed:
        held = _claimed.pop(lock)
        if sys.platform == "win32":  # where a file that is open can't be removed
            os.close(held)
        with suppress(OSError):
            lock.unlink()
        if sys.platform != "win32":
            os.close(held)


def _read(path: Path) -> Draft | Problem | None:
    """The draft in a file, what is wrong with it, or None when there is no file."""
    try:
        values = json.loads(files.contents(path))
    except FileNotFoundError:
        return None
    except OSError as error:
        return Problem(path.name, 0, _unreadable(error))
    except (ValueError, RecursionError):
        return Problem(path.name, 0, "dit concept is beschadigd; wat je schreef staat er misschien nog in")
    if not isinstance(values, dict) or values.get("schema") != SCHEMA:
        return Problem(path.name, 0, "dit concept is van een andere versie van leerlog; ik laat het zoals het is")
    known = {name: values[name] for name in Draft._fields if name in values}
    if not _sound(known):
        return Problem(path.name, 0, "dit concept is beschadigd; wat je schreef staat er misschien nog in")
    return Draft(**known)


def _unreadable(error: OSError) -> str:
    return f"ik kan dit concept niet lezen: {files.reason(error, reading=True)}"


def _sound(values: dict[str, Any]) -> bool:
    texts, options = values.get("texts", {}), values.get("options", {})
    return (
        isinstance(texts, dict)
        and all(isinstance(text, str) for text in texts.values())
        and isinstance(options, dict)
        and all(isinstance(value, str) for value in options.values())
        and isinstance(values.get("checklist"), str)
        and all(isinstance(value, str) for name, value in values.items() if name not in ("texts", "options"))
    )
