"""The folder of a journal: those that held one before, and copies of months that stand in it under another name.

When a folder that held a journal is gone, a network drive is probably not
connected. Starting an empty journal in its place would hide all that was
written, so leerlog refuses.

Copies are what a sync service, or a person's file manager, put beside the real
file. The name alone decides nothing: a copy holds entries of a journal. A daily
note, `2026-11-03.md`, and every other file are somebody's own, and left alone.
"""

import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from unicodedata import normalize

from leerlog import files
from leerlog.errors import NotSaved

# Texts, which `re` makes when one is first used: most folders hold nothing but months.
# A month that is not the first half of a day.
_MONTH = r"(?<!\d)\d{4}-\d{2}(?!\d|-\d\d(?!\d))"
# The names that they give: OneDrive, Dropbox, Nextcloud, Syncthing, Google Drive, Explorer, Finder.
_GIVEN = (
    rf"(?i)(?:(?:kopie van|copy of) )?{_MONTH}(?: ?\(.*\)| ?-? ?(?:kopie|copy)\b.*|[ ._-]*(?:sync-)?conflict.*)?\.md"
    rf"|{_MONTH}-(?-i:[A-Z0-9])[\w-]*\.md"
)
_NAMED = rf"(?i).*{_MONTH}.*\.md"
_FIRST = b"<!-- leerlog "
_SHARE = rb"\A(?:\xef\xbb\xbf)?<!-- leerlog [^\n]*\n<!-- share "
_BY_LEERLOG = rb"(?m)^<!--[^\n]*\bid=[0-9a-z]{8}\b"
_BY_HAND = rb"(?m)^## \d{4}-\d{2}-\d{2}(?!\d)"
MESSAGE = (
    "een kopie van een maand, door een synchronisatiedienst of met de hand gemaakt; "
    "deze notities tellen niet mee. leerlog check --merge voegt haar met de maand samen, en toont eerst hoe"
)


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
    return os.fsencode(normalize("NFC", os.fsdecode(line)).casefold())


def gone(folder: Path) -> str:
    """What to say when a folder that held a journal is not there."""
    return (
        f"de map {folder} is er niet, terwijl er eerder een leerlog in stond. Staat zij op een netwerkschijf "
        "of een stick, maak dan eerst verbinding. Is zij verplaatst, geef dan de nieuwe plek met --journal. "
        "Wil je opnieuw beginnen, maak de map dan zelf aan."
    )


def copied_month(name: str) -> str:
    """The file of the month that a copy is one of."""
    found = re.search(_MONTH, name)
    return f"{found[0]}.md" if found else name


def is_copy(path: Path) -> bool:
    """Whether a file that is no month itself is a copy of one."""
    if not re.fullmatch(_NAMED, path.name):
        return False
    raw = b""
    with suppress(OSError):
        raw = files.contents(path, patience=0)
    if re.match(_SHARE, raw):
        return False
    by_hand = raw.startswith(_FIRST) or re.fullmatch(_GIVEN, path.name)
    return bool(re.search(_BY_LEERLOG, raw) or (by_hand and re.search(_BY_HAND, raw)))
