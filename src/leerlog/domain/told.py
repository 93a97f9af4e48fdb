"""The yield on the table: what each person told of each value level at a waardecheck, a line for each.

It stands in the entry of the meeting as an answer of its own, a list that a person can read:

    - toegepast, Noor: Ik bel nu eerst
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from leerlog.domain.entry import WAARDECHECK, Entry, one_line
from leerlog.domain.value import Level

TABLE, TITLE = "table", "De opbrengst op tafel"
_LEVELS = {level.value: level for level in Level}
_LINE = re.compile(r"- (\w+), ([^:]+): (\S.*)")


class Told(NamedTuple):
    """One line on the table: what somebody told of a level."""

    level: Level
    by: str
    text: str


def write_table(told: Iterable[Told]) -> str:
    """The lines as the journal keeps them, in the order given; what says nothing is left out."""
    rows = ((each.level, one_line(each.by.replace(":", " ")), one_line(each.text)) for each in told)
    return "\n".join(f"- {level}, {by}: {text}" for level, by, text in rows if by and text)


def read_table(text: str) -> tuple[Told, ...]:
    """The lines of a kept table; none when a line of it says something else, for then it is a text like any other."""
    found = []
    for line in text.strip().split("\n"):
        parts = _LINE.fullmatch(line.rstrip())
        if not parts or parts[1] not in _LEVELS:
            return ()
        found.append(Told(_LEVELS[parts[1]], parts[2], parts[3]))
    return tuple(found)


def table_of(entry: Entry) -> tuple[Told, ...]:
    """What lies on the table in the entry of a meeting; nothing in any other."""
    return read_table(entry.answer(TABLE)) if entry.checklist == WAARDECHECK else ()
