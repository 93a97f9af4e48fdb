"""The folders that held a journal before.

When one of them is gone, a network drive is probably not connected. Starting an
empty journal in its place would hide all that was written, so leerlog refuses.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

from leerlog import files
from leerlog.errors import NotSaved


def remember(known: Path, folder: Path) -> None:
    """Note that this folder holds a journal; a state folder that can't be written is no reason to stop."""
    missing = _lines(folder) - _remembered(known)
    with suppress(NotSaved):
        for line in sorted(missing):
            files.make_folder(known.parent)
            files.append_line(known, line)


def remembered(known: Path, folder: Path) -> bool:
    """Whether this folder held a journal before, under this name or another."""
    return not _lines(folder).isdisjoint(_remembered(known))


def _remembered(known: Path) -> set[bytes]:
    try:
        return {_same(line) for line in files.contents(known).splitlines()}
    except OSError:
        return set()


def _lines(folder: Path) -> set[bytes]:
    """The folder as it was named and where that leads: of a link that is gone only the name is left."""
    places = {os.path.abspath(folder), os.path.realpath(folder)}  # noqa: PTH100 (where a link leads as well)
    return {_same(os.fsencode(place).replace(b"\n", b"?").replace(b"\r", b"?")) for place in places}


def _same(line: bytes) -> bytes:
    """One spelling for all that the system takes for the same."""
    if sys.platform not in ("win32", "darwin"):
        return line
    from unicodedata import normalize

    return os.fsencode(normalize("NFC", os.fsdecode(line)).casefold())


def gone(folder: Path) -> str:
    """What to say when a folder that held a journal is not there."""
    return (
        f"de map {folder} is er niet, terwijl er eerder een leerlog in stond. Staat zij op een netwerkschijf "
        "of een stick, maak dan eerst verbinding. Is zij verplaatst, geef dan de nieuwe plek met --journal. "
        "Wil je opnieuw beginnen, maak de map dan zelf aan."
    )
