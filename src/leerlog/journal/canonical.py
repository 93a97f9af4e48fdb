"""Canonical blocks: those that come out the same when the entry that was read from them is written.

In any other block something stands that leerlog did not write, and may have misread.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from leerlog.domain.entry import Entry, clean, tidy
from leerlog.domain.text import in_quotes
from leerlog.journal.blocks import blocks, comment_pairs, line_ends, read_comment, read_section, split_sections
from leerlog.journal.escape import LABELS
from leerlog.journal.parsing import field_lines, parse
from leerlog.journal.writing import render

_END = " \t\n"  # what stands at the end of a block does not matter
_BOX = re.compile(r"^[ \t>]*[-*+][ \t]*\[[ xX]?\]", re.MULTILINE)
_EMPTY = re.compile(rf"{_BOX.pattern}[ \t]*$", re.MULTILINE)
# A heading that no version of leerlog leaves as it is, or that is short of a space to be one.
_HEADING = re.compile(r"[^\w#\\]*(?:#{2,3}(?!#)|#\s|#(?=[0-9]))")
_COMMENT = re.compile(r" {0,3}<!")
# What became of a comment that lost its beginning, and a label that does not stand among the others.
_LOST = re.compile(r"\s*(?:<!?-?\s*)?(?:(?:[a-z_]+=\S*|private)\s+)+-->")
_LABEL = re.compile(rf"\s*[-*+] ({'|'.join(LABELS)}):")
_HEAD_KEYS = ("id", "checklist", "guard")
_ANSWER_KEYS = ("question", "value", "private")
LONGEST = 60  # characters of a line that is named


class Oddity(NamedTuple):
    """Why a block is not canonical: on which of its lines, counted from 0, and what is the matter there.

    wrong: whether something in it may be misread or does not count; else it is only written in another way.
    fixed: the block as leerlog writes it; None when that would lose a line, or settle what only a person can.
    """

    line: int
    why: str
    wrong: bool = False
    fixed: str | None = None


def is_canonical(entry: Entry, block: str) -> bool:
    r"""Whether a block, with "\n" line ends, is what leerlog writes of the entry that was read from it."""
    bare = block.rstrip(_END)
    # What was read is mostly tidy already.
    return render(entry).rstrip(_END) == bare or render(tidy(entry)).rstrip(_END) == bare


def blocks_of(text: str) -> dict[int, tuple[int, int]]:
    """Where the blocks of a month's text begin and end, by the line of their heading, counted from 1."""
    found = {}
    line, at = 1, 0
    for start, end in blocks(text):
        line += text.count("\n", at, start)
        at = start
        found[line] = start, end
    return found


def oddity(entry: Entry, block: str) -> Oddity | None:
    r"""Why a block, with "\n" line ends, is not canonical; None when it is."""
    if is_canonical(entry, block):
        return None
    if found := next(_unknown(block), None):
        return found
    fixed = render(tidy(entry)).rstrip(_END) + block[len(block.rstrip(_END)) :]
    found = _first_difference(block, fixed)
    if found.wrong or not _keeps_all(entry, block, fixed):
        return found
    return found._replace(fixed=fixed)


def _keeps_all(entry: Entry, block: str, fixed: str) -> bool:
    """Whether a block that was written anew holds all that was in it, and is read the same."""
    again = parse(fixed, entry.file)[0]
    same = [tidy(each)._replace(line=0) for each in again] == [tidy(entry)._replace(line=0)]
    whole = len(tidy(entry).answers) == len(entry.answers) and "\ufffd" not in block
    return same and whole and len(_BOX.findall(block)) <= len(_BOX.findall(fixed))


def _unknown(block: str) -> Iterator[Oddity]:
    """What leerlog would not write again: labels, keys and comments that it does not know, and what is empty."""
    head, *sections = split_sections(block)
    heading, _, rest = head.partition("\n")
    yield from _keys(rest, 1, _HEAD_KEYS)
    body = read_comment(rest)[1]
    yield from _labels(body, heading.count("\n") + 1 + rest.count("\n", 0, len(rest) - len(body)))
    line = head.count("\n") + 1
    for text in sections:
        section = read_section(text)
        yield from _keys(text.partition("\n")[2], line + 1, ("private",) if section.kind else _ANSWER_KEYS)
        if not clean(section.body):
            yield Oddity(line, "onder deze kop staat niets")
        before = line_ends(text)
        for found in _EMPTY.finditer(section.body) if section.kind else ():
            at = before(len(text) - len(section.body) + found.start())
            yield Oddity(line + at, "achter dit vakje staat niets")
        line += text.count("\n") + 1
    for number, each in enumerate(block.split("\n")):
        if _LOST.match(each) and not comment_pairs(each):
            yield Oddity(number, "hier staat een half commentaar, zonder <!--", wrong=True)
        if _COMMENT.match(each) and not comment_pairs(each):
            yield Oddity(number, "hier staat een commentaar of HTML, en dat laat ik staan")


def _keys(text: str, line: int, known: tuple[str, ...]) -> Iterator[Oddity]:
    pairs = comment_pairs(text)
    line += text.count("\n", 0, text.find("<!--")) if pairs else 0
    names = [name for name, _ in pairs]
    for name, value in pairs:
        if names.count(name) > 1:
            yield Oddity(line, f"in het commentaar staat twee keer {in_quotes(name)}", wrong=True)
        if name not in known:
            yield Oddity(line, f"in het commentaar staat {in_quotes(name)}, en dat ken ik niet", wrong="priv" in name)
        if name == "private" and value in ("false", "no", "nee"):
            yield Oddity(line, f"in het commentaar staat 'private={value}'; haal dat weg")


def _labels(body: str, line: int) -> Iterator[Oddity]:
    first, lines = field_lines(body)
    names = [each[2:].partition(":")[0] for each in lines]
    times = Counter(names)
    for number, (name, each) in enumerate(zip(names, lines, strict=True), line + first):
        if name not in LABELS:
            yield Oddity(number, f"het label {in_quotes(name)} ken ik niet")
        elif times[name] > 1:
            yield Oddity(
                number, f"het label {in_quotes(name)} staat er twee keer, en alleen het eerste telt", wrong=True
            )
        elif not each.partition(":")[2].strip():
            yield Oddity(number, f"achter het label {in_quotes(name)} staat niets")


def _first_difference(block: str, fixed: str) -> Oddity:
    """The first line that leerlog would write in another way; one that may be misread is told first."""
    old, new = block.split("\n"), fixed.split("\n")
    for number, line in enumerate(old[1:], 1):
        if _HEADING.match(line) and not line.startswith("### ") and line not in new:
            return Oddity(number, f"{in_quotes(line)} lijkt een kop, maar telt als tekst", wrong=True)
        if (label := _LABEL.match(line)) and "\\" + line.lstrip() in new:
            return Oddity(number, f"het label '{label[1]}' staat niet bij de andere, en telt niet", wrong=True)
    at = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)) - 1)
    here, there = old[at], new[at]
    if here in new and there.strip() and there in old:
        # In another order: what comes first in the end is what stands too low.
        return Oddity(old.index(there), f"{in_quotes(there)} staat op een andere plaats dan leerlog het zet")
    return Oddity(at, _told(here, there))


def _told(here: str, there: str) -> str:
    """How a line differs from what leerlog would write."""
    if there.startswith("<!-- id=") and "id=" not in here:
        return "deze notitie heeft nog geen id"
    if not here.strip():
        return "hier hoort geen lege regel"
    if not there.strip():
        return "hierboven hoort een lege regel"
    if here.split() == there.split():
        return "hier staan andere spaties dan leerlog schrijft"
    return f"hier staat {in_quotes(here)}; leerlog schrijft {in_quotes(there)}"


def shown(line: str) -> str:
    """A line to name in a sentence."""
    line = " ".join(line.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
