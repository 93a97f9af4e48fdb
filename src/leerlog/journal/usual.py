"""The usual note, as leerlog writes it, read in one look.

Most notes are one answer under a few labels. Reading those in one match takes a
third of the time that reading any entry takes; whatever looks the least bit
different is left to `parsing`, and a test holds that both read the same.
"""

import re
from datetime import date, time

from leerlog.domain.entry import Answer, Entry, clean, names
from leerlog.domain.value import Level

_USUAL = re.compile(
    r"## ([0-9]{4}-[0-9]{2}-[0-9]{2})(?: ([0-9]{2}:[0-9]{2}))? · (\S(?:[^\n]*\S)?)\n"
    r"<!-- id=([0-9a-z]{8}) checklist=([a-z0-9_-]+) -->\n"
    r"(?:\n((?:- (?:Waarde|Traject|Met|Trefwoorden|Bouwt op|Delen): [^\n]*\n)+))?"
    r"\n### (\S(?:[^\n]*\S)?)\n<!-- question=([a-z0-9_-]+) -->\n\n([^\\#`~\r]*)\Z"
)
_LEVELS = {level.value: level for level in Level}


def read_usual(block: str, file: str, number: int) -> Entry | None:
    """The entry of a block in its usual form; None when it is not, or something in it is wrong."""
    found = _USUAL.match(block)
    if found is None:
        return None
    day, minute, title, entry_id, checklist, labels, heading, question, text = found.groups()
    lines = labels.rstrip("\n").split("\n") if labels else []
    fields = dict(line[2:].split(": ", 1) for line in lines)
    level = fields.get("Waarde")
    if len(fields) < len(lines):
        return None
    try:
        return Entry(
            entry_id,
            date.fromisoformat(day),
            time.fromisoformat(minute) if minute else None,
            checklist,
            title,
            fields.get("Traject", "").strip(),
            names(fields["Met"]) if "Met" in fields else (),
            names(fields["Trefwoorden"]) if "Trefwoorden" in fields else (),
            _LEVELS[level] if level else None,
            names(fields["Delen"]) if "Delen" in fields else (),
            names(fields["Bouwt op"]) if "Bouwt op" in fields else (),
            (Answer(question, clean(text), heading),),
            (),
            file,
            number,
        )
    except (KeyError, ValueError):
        return None
