"""Change one place of a month's text, and leave every other character as it was."""

import re
from collections.abc import Callable
from datetime import date

from leerlog.domain.entry import Entry
from leerlog.errors import LeerlogError
from leerlog.journal.writing import header, render

_WHEN = re.compile(r"## ([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])(?:[ T]([0-9]{1,2}:[0-9]{2})(?!\S))?")
_BOM = "\ufeff"


def line_end(text: str) -> str:
    r"""The line end that a text uses: "\r\n" when its first line ends so, else "\n"."""
    end = text.find("\n")
    return "\r\n" if end > 0 and text[end - 1] == "\r" else "\n"


def insert(text: str, entry: Entry) -> str:
    """The month's text with a tidy entry added, after all that are as early or earlier."""
    return insert_block(text, render(entry), entry)


def insert_block(text: str, block: str, entry: Entry) -> str:
    r"""The month's text with an entry's Markdown added, which has "\n" line ends, the last line's too."""
    end = line_end(text)
    block = block.replace("\n", end)
    if not text.strip(_BOM + " \t\r\n"):
        return text + header(entry.date).replace("\n", end) + block
    at = _place(text, entry.date, f"{entry.time:%H:%M}" if entry.time else "")
    before = text[:at]
    if not before.strip(_BOM) or before.endswith((end * 2, "\n\n")):
        gap = ""
    else:
        gap = end if before.endswith("\n") else end * 2
    return before + gap + block + (end if at < len(text) else "") + text[at:]


def _place(text: str, day: date, minute: str) -> int:
    """Where an entry of this moment goes: before the first of the later ones at the end."""
    moment = (day.isoformat(), minute)
    place = end = len(text)
    while end > 0:
        end = text.rfind("\n## ", 0, end)
        at = end + 1 if end >= 0 else int(text.startswith(_BOM))
        if found := _WHEN.match(text, at):
            if (found[1], found[2].zfill(5) if found[2] else "") <= moment:
                break
            place = at
    return place


def find(text: str, entry_id: str) -> tuple[int, int] | None:
    """Where the entry with this id begins and ends; None when it is not in the text.

    Raises:
        LeerlogError: when two entries have this id.
    """
    # Not loaded for writing a note.
    from leerlog.journal.blocks import Ids, blocks

    ids = Ids()
    found = [(start, end) for start, end in blocks(text) if ids.of_block(text[start:end]) == entry_id]
    if len(found) > 1:
        raise LeerlogError(
            f"twee notities hebben dezelfde id {entry_id}, dus ik weet niet welke je bedoelt. "
            "leerlog check --fix geeft de tweede een nieuwe."
        )
    return found[0] if found else None


def change(text: str, span: tuple[int, int], edit: Callable[[str], str]) -> str:
    r"""The text with one entry's block edited, from where to where `find` said.

    `edit` sees and gives "\n" line ends; where the block had others, its
    unchanged lines keep theirs.
    """
    start, end = span
    block = text[start:end]
    plain = block.replace("\r\n", "\n")
    edited = edit(plain)
    return text[:start] + (edited if plain == block else _with_ends(edited, block)) + text[end:]


def _with_ends(edited: str, block: str) -> str:
    """The edited text, whose lines before and after the change end as they did in the block."""
    old, new = block.split("\n"), edited.split("\n")
    plain = [line.removesuffix("\r") for line in old]
    # The last line, which has no end of its own, is compared from behind only.
    same = min(len(plain), len(new)) - 1
    before = next((i for i in range(same) if plain[i] != new[i]), same)
    after = next((i for i in range(same - before + 1) if plain[-1 - i] != new[-1 - i]), same - before + 1)
    last = len(new) - 1
    changed = [new[i] + ("\r" if i < last else "") for i in range(before, len(new) - after)]
    return "\n".join([*old[:before], *changed, *old[len(old) - after :]])
