"""Change one place of a month's text, and leave every other character as it was."""

import re
from collections.abc import Callable
from datetime import date

from leerlog.domain.entry import Entry
from leerlog.journal.text import ENTRY, blocks, comment, derived_id, header, render

_WHEN = re.compile(r"## (\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d))?")


def line_end(text: str) -> str:
    r"""The line end that a text uses: "\r\n" when its first line ends so, else "\n"."""
    end = text.find("\n")
    return "\r\n" if end > 0 and text[end - 1] == "\r" else "\n"


def insert(text: str, entry: Entry) -> str:
    """The month's text with a tidy entry added, after all that are as early or earlier."""
    end = line_end(text)
    block = render(entry).replace("\n", end)
    if not text.strip():
        return text + header(entry.date).replace("\n", end) + block
    at = _place(text, entry.date, f"{entry.time:%H:%M}" if entry.time else "")
    before = text[:at]
    gap = "" if before.endswith((end * 2, "\n\n")) else end if before.endswith("\n") else end * 2
    return before + gap + block + (end if at < len(text) else "") + text[at:]


def _place(text: str, day: date, minute: str) -> int:
    """Where an entry of this moment goes: before the first of the later ones at the end."""
    moment = (day.isoformat(), minute)
    place = end = len(text)
    while (at := text.rfind("## ", 0, end)) >= 0:
        end = at
        found = ENTRY.match(text, at) and _WHEN.match(text, at)
        if found:
            if (found[1], found[2] or "") <= moment:
                break
            place = at
    return place


def find(text: str, entry_id: str) -> tuple[int, int] | None:
    """Where the entry with this id begins and ends; None when it is not in the text."""
    for start, end in blocks(text):
        if block_id(text[start:end]) == entry_id:
            return start, end
    return None


def block_id(block: str) -> str:
    """The id of an entry's block, derived from its heading when it was given none."""
    heading, _, rest = block.partition("\n")
    if given := comment(rest.replace("\r\n", "\n"))[0].get("id"):
        return given
    try:
        return derived_id(date.fromisoformat(heading[3:13]), heading.rstrip("\r"))
    except ValueError:
        return ""


def change(text: str, entry_id: str, edit: Callable[[str], str]) -> str | None:
    r"""The text with one entry's block edited; None when the id is not in it.

    `edit` sees and gives "\n" line ends; where the block had others, its
    unchanged lines keep theirs.
    """
    found = find(text, entry_id)
    if found is None:
        return None
    start, end = found
    block = text[start:end]
    plain = block.replace("\r\n", "\n")
    edited = edit(plain)
    if plain != block:
        edited = _with_ends(edited, block)
    return text[:start] + edited + text[end:]


def _with_ends(edited: str, block: str) -> str:
    """The edited text with the line ends that the block's own lines had."""
    from difflib import SequenceMatcher

    old = block.split("\n")
    plain = [line.removesuffix("\r") for line in old]
    new = edited.split("\n")
    ends = ["\r"] * len(new)
    for tag, i1, i2, j1, _ in SequenceMatcher(None, plain, new, autojunk=False).get_opcodes():
        if tag == "equal":
            ends[j1 : j1 + i2 - i1] = ["\r" if line.endswith("\r") else "" for line in old[i1:i2]]
    last = len(new) - 1
    return "\n".join(line + (end if i < last else "") for i, (line, end) in enumerate(zip(new, ends, strict=True)))
