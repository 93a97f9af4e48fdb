"""Copies of a month: what a sync service, or a person's file manager, put beside the real file under another name.

The name alone decides nothing: a copy holds entries of a journal. A daily note,
`2026-11-03.md`, and every other file are somebody's own, and left alone.
"""

import re
from contextlib import suppress
from pathlib import Path

from leerlog import files

# A month that is not the first half of a day.
_MONTH = r"(?<!\d)\d{4}-\d{2}(?!\d|-\d\d(?!\d))"
# The names that they give: OneDrive, Dropbox, Nextcloud, Syncthing, Google Drive, Explorer, Finder.
_GIVEN = re.compile(
    rf"(?:(?:kopie van|copy of) )?{_MONTH}(?: ?\(.*\)| ?-? ?(?:kopie|copy)\b.*|[ ._-]*(?:sync-)?conflict.*)?\.md"
    rf"|{_MONTH}-(?-i:[A-Z0-9])[\w-]*\.md",
    re.IGNORECASE,
)
_NAMED = re.compile(rf".*{_MONTH}.*\.md", re.IGNORECASE)
_FIRST = b"<!-- leerlog "
_SHARE = re.compile(rb"\A(?:\xef\xbb\xbf)?<!-- leerlog [^\n]*\n<!-- share ")
_BY_LEERLOG = re.compile(rb"^<!--[^\n]*\bid=[0-9a-z]{8}\b", re.MULTILINE)
_BY_HAND = re.compile(rb"^## \d{4}-\d{2}-\d{2}(?!\d)", re.MULTILINE)

MESSAGE = (
    "een kopie van een maand, door een synchronisatiedienst of met de hand gemaakt; "
    "deze notities tellen niet mee. Zet wat je mist over in het maandbestand en haal de kopie weg"
)


def is_copy(path: Path) -> bool:
    """Whether a file that is no month itself is a copy of one."""
    if not _NAMED.fullmatch(path.name):
        return False
    raw = b""
    with suppress(OSError):
        raw = files.contents(path, patience=0)
    if _SHARE.match(raw):
        return False
    by_hand = raw.startswith(_FIRST) or _GIVEN.fullmatch(path.name)
    return bool(_BY_LEERLOG.search(raw) or (by_hand and _BY_HAND.search(raw)))
