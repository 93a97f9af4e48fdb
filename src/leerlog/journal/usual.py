"""The usual note, as leerlog writes it, read in one look.

Most notes are one answer under a few labels, some with what has to be done.
Reading those in one match takes a third of the time that reading any entry takes; whatever looks the least bit
different is left to `parsing`, and a test holds that both read the same.
"""

import re
import sys
from collections.abc import Iterator
from datetime import date, time
from functools import lru_cache

from leerlog.domain.entry import Answer, Entry, FollowUp, clean, names
from leerlog.domain.items import read_line
from leerlog.domain.value import Level
from leerlog.journal.blocks import find_tasks
from leerlog.journal.escape import ALMOST_LABEL
from leerlog.journal.writing import SECTIONS

_ITEM = r"- \[[ x]\] [^\n\\`~\r]+\n(?:  - Resultaat: [^\n\\`~\r]+\n)?"
_USUAL = re.compile(
    r"## ([0-9]{4}-[0-9]{2}-[0-9]{2})(?: ([0-9]{2}:[0-9]{2}))? · (\S(?:[^\n]*\S)?)\n"
    r"<!-- id=([0-9a-z]{8}) checklist=([a-z0-9_-]+) -->\n"
    r"(?:\n(?=- )((?:- (?:Waarde|Traject|Met|Trefwoorden): [^\n]*\n)*)"
    r"(?:- Bouwt op: ([^\n]*)\n)?(?:- Delen: ([^\n]*)\n)?)?"
    r"\n### (\S(?:[^\n]*\S)?)\n<!-- question=([a-z0-9_-]+) -->\n\n([^\\#`~\r]*+)"
    rf"((?:(?<=\n)### (?:{'|'.join(SECTIONS)})\n\n(?:{_ITEM})++(?:\n(?=#))?)*+)\n*+\Z"
)
_LEVELS = {level.value: level for level in Level}

Names = tuple[str, ...]

# Of whom something is shared with there are few.
_names = lru_cache(maxsize=100)(names)


def read_usual(text: str, file: str, number: int, start: int = 0, end: int = sys.maxsize) -> Entry | None:
    """The entry of a block in its usual form; None when it is not, or something in it is wrong.

    start, end: where the block is in a text of many.
    """
    found = _USUAL.match(text, start, end)
    if found is None:
        return None
    day, minute, title, entry_id, checklist, labels, links, share, heading, question, body, lists = found.groups()
    if (lists and not body) or (":" in body and ALMOST_LABEL.search(body)):
        return None
    try:
        return Entry(
            entry_id,
            date.fromisoformat(day),
            time.fromisoformat(minute) if minute else None,
            checklist,
            title,
            *_read_labels(labels or ""),
            _names(share or ""),
            names(links) if links else (),
            (Answer(question, clean(body), heading),),
            tuple(_read_lists(lists, date.fromisoformat(day))) if lists else (),
            file,
            number,
        )
    except (KeyError, ValueError):
        return None


def _read_lists(lists: str, day: date) -> Iterator[FollowUp]:
    """The items under the headings that are for them; day: that of the entry.

    Raises:
        ValueError: for what is only almost understood.
    """
    for section in f"\n{lists}".split("\n### ")[1:]:
        heading, _, body = section.partition("\n")
        for task in find_tasks(body.split("\n"))[0]:
            item, slip, *_ = read_line(SECTIONS[heading], task.words, day, task.ticked, task.result)
            if slip:
                raise ValueError(slip)
            yield item


@lru_cache(maxsize=1000)
def _read_labels(labels: str) -> tuple[str, Names, Names, Level | None]:
    """What stands behind the labels, which many notes have in common.

    Raises:
        KeyError: for a level that there is not.
        ValueError: for a label that stands there twice.
    """
    lines = labels.rstrip("\n").split("\n") if labels else []
    fields = dict(line[2:].split(": ", 1) for line in lines)
    if len(fields) < len(lines):
        raise ValueError(labels)
    level, field = fields.get("Waarde"), fields.get
    return (
        field("Traject", "").strip(),
        names(field("Met", "")),
        names(field("Trefwoorden", "")),
        _LEVELS[level] if level else None,
    )
