"""Change one place of a month's text, and leave every other character as it was."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from leerlog.domain.entry import Entry
from leerlog.errors import LeerlogError
from leerlog.journal.writing import header, render

_WHEN = re.compile(r"## ([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])(?:[ T]([0-9]{1,2}:[0-9]{2})(?!\S))?")
_BOM = "\ufeff"


Place = tuple[int, int, str]  # from where to where in a text, and what comes there


class Splice(NamedTuple):
    """What was put in a text: where it is now, and what stood there before."""

    at: int
    old: str
    new: str


def spliced(text: str, places: Iterable[Place]) -> tuple[str, tuple[Splice, ...]]:
    """The text with other text in these places, and how to take it back."""
    made, at, found = "", 0, []
    for start, end, new in sorted(places, key=lambda place: place[:2]):
        made += text[at:start]
        found.append(Splice(len(made), text[start:end], new))
        made += new
        at = end
    return made + text[at:], tuple(found)


def places_back(splices: Iterable[Splice]) -> list[Place]:
    """Where to put what stood there before, in a text that nobody changed since."""
    return [(each.at, each.at + len(each.new), each.old) for each in splices]


def line_end(text: str) -> str:
    r"""The line end that a text uses: "\r\n" when its first line ends so, else "\n"."""
    end = text.find("\n")
    return "\r\n" if end > 0 and text[end - 1] == "\r" else "\n"


def insert(text: str, entry: Entry) -> str:
    """The month's text with a tidy entry added, after all that are as early or earlier."""
    return insert_block(text, render(entry), entry)


def insert_block(text: str, block: str, entry: Entry) -> str:
    r"""The month's text with an entry's Markdown added, which has "\n" line ends, the last line's too."""
    at, added = insertion(text, block, entry)
    return text[:at] + added + text[at:]


def insertion(text: str, block: str, entry: Entry) -> tuple[int, str]:
    """Where an entry's Markdown goes in a month's text, and with what around it."""
    end = line_end(text)
    block = block.replace("\n", end)
    if not text.strip(_BOM + " \t\r\n"):
        return len(text), header(entry.date).replace("\n", end) + block
    at = _place(text, entry.date, f"{entry.time:%H:%M}" if entry.time else "")
    before = text[:at]
    if not before.strip(_BOM) or before.endswith((end * 2, "\n\n")):
        gap = ""
    else:
        gap = end if before.endswith("\n") else end * 2
    return at, gap + block + (end if at < len(text) else "")


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


def replaced(text: str, pairs: Sequence[tuple[str, str]]) -> tuple[str, tuple[Splice, ...]] | None:
    r"""The month's text with blocks in the place of others; None when one is not there any more, or is there already.

    pairs: blocks with "\n" line ends as they are and as they should be, those that are alike
        in their order; "" is no block: what is added, or taken away.
    """
    # Not loaded for writing a note.
    from leerlog.journal.blocks import Ids, blocks
    from leerlog.journal.parsing import parse

    spans = list(blocks(text))
    bare = [bare_block(text[start:end]) for start, end in spans]
    places: list[Place] = []
    for old, new in pairs:
        if not old:
            continue
        if bare_block(old) not in bare:
            return None
        found = bare.index(bare_block(old))
        bare[found] = ""
        start, end = spans[found]
        places.append((start, end, _instead(new, text[start:end])))
    text, splices = spliced(text, places)
    ids = Ids()
    known = {ids.of_block(text[start:end]) for start, end in blocks(text)}
    for new in (new for old, new in pairs if new and not old):
        entry = next(iter(parse(new)[0]), None)
        if entry is None or entry.id in known:
            return None
        known.add(entry.id)
        at, added = insertion(text, new.rstrip("\n") + "\n", entry)
        text = text[:at] + added + text[at:]
        moved = [each._replace(at=each.at + len(added)) if each.at >= at else each for each in splices]
        splices = (*moved, Splice(at, "", added))
    return text, splices


def bare_block(block: str) -> str:
    """The block without the blank lines at its end, of which there may be more once something is added below."""
    return block.replace("\r\n", "\n").rstrip("\n")


def _instead(new: str, block: str) -> str:
    """A block in the place of another: with the line ends of its lines, and the blank lines at its end."""
    if not new:
        return ""
    plain = block.replace("\r\n", "\n")
    edited = new.rstrip("\n") + plain[len(plain.rstrip("\n")) :]
    return edited if plain == block else _with_ends(edited, block)


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
