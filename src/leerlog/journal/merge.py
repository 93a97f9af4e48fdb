"""Two texts of one month become one, by the ids of their entries: for a copy that was left beside it, and for git.

Pure: texts in, a text and what became of it out. Nothing is ever lost. Without the
text from which both came, nothing tells what is gone on one side from what is new on
the other, so all of it stays.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from leerlog.domain.entry import new_id
from leerlog.errors import LeerlogError
from leerlog.journal import splice
from leerlog.journal.blocks import Ids, blocks, comment_pairs, starts
from leerlog.journal.parsing import parse
from leerlog.journal.splice import Splice, bare_block

_CONFLICT = re.compile(r"(?m)^(?:<{7} |>{7} )")
_HEADER = re.compile(r"\A(?:<!-- leerlog \d+ -->(?:\n|\Z))?(?:# Leerlog \w+ \d{4}[ \t]*(?:\n|\Z))?")
_BLANK = re.compile(r"\n(?:[ \t]*\n)+")
_BOM = "\ufeff"


class Merged(NamedTuple):
    """What came of two texts.

    text, splices: our text with what was put in it.
    added: blocks of theirs that we had not.
    both: blocks that both sides changed: ours, and theirs as it stands below it, under an id of its own.
    outside: what stood in theirs outside entries, and not in ours; it stands above the first entry.
    newer, gone: blocks of ours that only they changed, or took out.
    kept: blocks that one side changed and the other took out.
    """

    text: str
    splices: tuple[Splice, ...] = ()
    added: tuple[str, ...] = ()
    both: tuple[tuple[str, str], ...] = ()
    outside: tuple[str, ...] = ()
    newer: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


def merge(
    ours: str, theirs: str, base: str | None = None, *, elsewhere: Collection[str] = (), name: str = ""
) -> Merged:
    """Our text with all that is in theirs.

    base: the text from which both came, by which it is known what one side took out.
    elsewhere: ids that entries in other files have.
    name: what theirs is called, for a heading above what stands in it outside entries.

    Raises:
        LeerlogError: when a text is damaged, so that nobody can tell what belongs together.
    """
    for text in (ours, theirs):
        _refuse_damaged(text)
    if theirs == ours:
        return Merged(ours)
    given = {key for text in (ours, theirs, base or "") for key in _given(text)}
    sides = _Sides(*(_keyed(text, given) for text in (ours, theirs, base or "")))
    pairs, gone, kept = sides.changed_by_them()
    made = splice.replaced(ours, [*pairs, *((block, "") for block in gone)])
    if made is None:
        raise LeerlogError("de twee versies zijn te verschillend om samen te voegen.")
    merging = _Merging(*made, ids={*given, *elsewhere})
    added: list[str] = []
    both: list[tuple[str, str]] = []
    for key, block, before in sides.from_them():
        here = sides.ours.get(key)
        if here is None and key not in elsewhere:
            merging.add(block)
            (added if before is None else kept).append(block)
        elif (renamed := merging.rename(block, sides.ours.values())) and here is not None:
            both.append((here, renamed))
        elif renamed:
            added.append(renamed)
    if outside := _only_there(ours, theirs, base or ""):
        merging.put_above(outside, name)
    newer = tuple(new for _, new in pairs)
    result = Merged(
        merging.text, merging.splices, tuple(added), tuple(both), tuple(outside), newer, tuple(gone), tuple(kept)
    )
    stays = Counter(sides.ours.values()) - Counter([*gone, *(old for old, _ in pairs)])
    _see_that_it_is_whole(result, ours, [*stays.elements(), *newer, *merging.blocks])
    return result


class _Sides(NamedTuple):
    """The blocks of the three texts, by what they are known by."""

    ours: dict[str, str]
    theirs: dict[str, str]
    base: dict[str, str]

    def changed_by_them(self) -> tuple[list[tuple[str, str]], list[str], list[str]]:
        """Our blocks with what only they made of them, those that only they took out, and those that we changed."""
        pairs, gone, kept = [], [], []
        for key, block in self.ours.items():
            before = self.base.get(key)
            if key in self.theirs:
                if before == block != self.theirs[key]:
                    pairs.append((block, self.theirs[key]))
            elif before == block:
                gone.append(block)
            elif before is not None:
                kept.append(block)
        return pairs, gone, kept

    def from_them(self) -> Iterator[tuple[str, str, str | None]]:
        """What has to come beside our blocks: what it is known by, theirs, and what it was."""
        for key, block in self.theirs.items():
            before = self.base.get(key)
            if block != self.ours.get(key) and block != before and (before is None or before != self.ours.get(key)):
                yield key, block, before


def follow(first: Iterable[Splice], then: Iterable[Splice]) -> tuple[Splice, ...]:
    """What was spliced, with what was put in the text after that, from its beginning to its end."""
    made = list(first)
    for new in then:
        moved: list[Splice] = []
        for each in made:
            inside = new.at - each.at
            if inside <= 0:
                moved.append(each._replace(at=each.at + len(new.new)))
            elif inside < len(each.new):  # what stands above a block and the block are two from now on
                moved.append(Splice(each.at, "", each.new[:inside]))
                moved.append(Splice(new.at + len(new.new), each.old, each.new[inside:]))
            else:
                moved.append(each)
        made = sorted((*moved, new), key=lambda each: each.at)
    return tuple(made)


class _Merging:
    """Our text while theirs is put into it."""

    def __init__(self, text: str, splices: tuple[Splice, ...], ids: set[str]) -> None:
        self.text = text
        self.splices = splices
        self.blocks: list[str] = []
        self._ids = ids

    def add(self, block: str) -> None:
        """Put a block at its place in time; one of which the day does not exist at the end."""
        self.blocks.append(block)
        entries = parse(block)[0]
        whole = block + "\n"
        if entries:
            at, added = splice.insertion(self.text, whole, entries[0])
        else:
            end = splice.line_end(self.text)
            at, added = len(self.text), (end * 2 if self.text else "") + whole.replace("\n", end)
        self._put(at, added)

    def rename(self, block: str, known: Iterable[str]) -> str:
        """Add a block under another id, which is the same for the same words; "" when we have it under that id."""
        entries = parse(block)[0]
        day = entries[0].date if entries else date(2000, 1, 1)
        known, number = set(known), 0
        while True:
            digest = sha256(f"{number}\n{block}".encode("utf-8", "surrogateescape")).digest()
            made = new_id(day, digest[:6])
            renamed = _with_id(block, made)
            if renamed in known:
                return ""
            if made not in self._ids:
                break
            number += 1
        self._ids.add(made)
        self.add(renamed)
        return renamed

    def put_above(self, paragraphs: list[str], name: str) -> None:
        """Put paragraphs above the first entry: there nothing in them can become part of one."""
        end = splice.line_end(self.text)
        at = next(iter(starts(self.text)), len(self.text))
        before = self.text[:at]
        gap = "" if not before.strip(_BOM) or before.endswith((end * 2, "\n\n")) else end
        gap = gap if not before or before.endswith(("\n", _BOM)) else end * 2
        words = [*([f"# Uit {name}"] if name else []), *paragraphs]
        self._put(at, gap + "\n\n".join(words).replace("\n", end) + end * 2)

    def _put(self, at: int, added: str) -> None:
        self.text = self.text[:at] + added + self.text[at:]
        self.splices = follow(self.splices, (Splice(at, "", added),))


def _refuse_damaged(text: str) -> None:
    if _CONFLICT.search(text):
        raise LeerlogError("er staat een conflict van git in (<<<<<<<); los dat eerst op.")
    ids = Counter(_given(text))
    if twice := next((key for key, number in ids.items() if number > 1), ""):
        raise LeerlogError(f"twee notities hebben dezelfde id {twice}; leerlog check --fix geeft de tweede een nieuwe.")


def _bare_blocks(text: str) -> list[str]:
    return [bare_block(text[start:end]) for start, end in blocks(text)]


def _given_id(block: str) -> str:
    return dict(comment_pairs(block.partition("\n")[2])).get("id", "")


def _given(text: str) -> list[str]:
    """The ids that stand in a text."""
    return [key for block in _bare_blocks(text) if (key := _given_id(block))]


def _keyed(text: str, given: Collection[str]) -> dict[str, str]:
    r"""The blocks of a text by id, with "\n" line ends; one without an id is known by its words."""
    found: dict[str, str] = {}
    ids, seen = Ids(), Counter[str]()
    for block in _bare_blocks(text):
        key = _given_id(block)
        derived = ids.of_block(block)
        if not key and derived in given and derived not in found:
            key = derived  # on the other side its id was written
        seen[block] += 1
        key = "" if key in found else key
        found[key or f"{seen[block]}\n{block}"] = block
    return found


def _with_id(block: str, made: str) -> str:
    """The block with this id in its comment, whatever it had."""
    heading, _, rest = block.partition("\n")
    pairs = comment_pairs(rest)
    if not pairs:
        return f"{heading}\n<!-- id={made} -->" + (f"\n{rest}" if rest else "")
    begin = rest.index("<!--") + len("<!--")
    end = rest.index("-->", begin)
    comment = rest[begin:end]
    if any(key == "id" for key, _ in pairs):
        comment = re.sub(r"(?<!\S)id=?\S*", f"id={made}", comment)
    else:
        comment = f" id={made}{comment}"
    return f"{heading}\n{rest[:begin]}{comment}{rest[end:]}"


def _paragraphs(text: str) -> Iterator[str]:
    """What stands outside entries, a paragraph at a time, without the first lines that leerlog writes."""
    at, pieces = 0, []
    for start, end in blocks(text):
        pieces.append(text[at:start])
        at = end
    pieces.append(text[at:])
    for number, piece in enumerate(pieces):
        plain = piece.replace("\r\n", "\n")
        plain = plain if number else _HEADER.sub("", plain.removeprefix(_BOM))
        yield from (each.strip("\n") for each in _BLANK.split(plain) if each.strip())


def _only_there(ours: str, theirs: str, base: str) -> list[str]:
    """The paragraphs outside entries that theirs has, and neither ours nor what both came from."""
    known = Counter(each.strip() for each in _paragraphs(ours))
    known |= Counter(each.strip() for each in _paragraphs(base))
    found = []
    for each in _paragraphs(theirs):
        if known[each.strip()] > 0:
            known[each.strip()] -= 1
        else:
            found.append(each)
    return found


def _see_that_it_is_whole(merged: Merged, ours: str, expected: list[str]) -> None:
    """Refuse a text in which something runs into what stands beside it, such as code that does not end."""
    now = Counter(each.strip() for each in _paragraphs(merged.text))
    then = Counter(each.strip() for each in [*_paragraphs(ours), *merged.outside])
    if Counter(_bare_blocks(merged.text)) != Counter(expected) or then - now:
        raise LeerlogError("wat buiten de notities staat, loopt in een notitie door; leerlog kan ze niet samenvoegen.")
