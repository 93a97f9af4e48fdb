"""Where everything is in a month's text: entries, what each is called, their sections, and the items in those."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from leerlog.domain.entry import ALPHABET, FollowUp, Kind, id_prefix
from leerlog.domain.fences import cover_code
from leerlog.domain.items import RESULT, TASK, meant, read_line
from leerlog.journal.writing import section_kind

_START = re.compile(r"\n## [0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
_FOREIGN = re.compile(r"\n##? ")
_OURS = r"\n### (?:[^\n]*(?:\n[ \t\r]*)+<!--[ \t]+question=|(?:Afspraken|Belemmeringen|Vragen aan het team)[ \t\r]*\n)"
_COMMENT = re.compile(r"(?:[ \t]*\n)* {0,3}<!--((?:[ \t]+(?:[a-z_]+=\S*|private(?!\S)))+)[ \t]*-->[ \t]*(?:\n|$)")
_PAIR = re.compile(r"([a-z_]+)=?(\S*)")
# In a heading, bytes that are not UTF-8 become one or the other; an id leaves out both.
UNREADABLE = "[\ud800-\udfff\ufffd]+"


def line_ends(text: str) -> Callable[[int], int]:
    """Says how many lines end before a place; asked in the order of the text, each of them is counted once."""
    at = seen = 0

    def before(place: int) -> int:
        nonlocal at, seen
        seen += text.count("\n", at, place)
        at = place
        return seen

    return before


def starts(text: str) -> list[int]:
    """Where each entry's heading begins."""
    first = int(text.startswith("\ufeff"))
    found = [first] if text.startswith("## ", first) and _DATE.match(text, first + 3) else []
    found += [start.start() + 1 for start in _START.finditer(text)]
    return found


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Where each entry begins and ends in a month's text.

    It begins at its heading, wherever that stands, and ends at the next, or at
    another heading of level 1 or 2 that is not part of it.
    """
    found = [*starts(text), len(text)]
    if text.find("\n# ", found[0]) < 0 and text.count("\n## ", found[0]) < len(found) - 1:
        # No other headings than those of entries.
        yield from pairwise(found)
        return
    for start, end in pairwise(found):
        foreign = text.find("\n# ", start, end) >= 0 or text.find("\n## ", start, end) >= 0
        yield start, _block_end(text, start, end) if foreign else end


def _block_end(text: str, start: int, end: int) -> int:
    """Where an entry with other headings in its stretch of text ends.

    A heading before the last answer that leerlog wrote is part of that entry:
    somebody put it in an answer by hand.
    """
    covered = cover_code(text[start:end])
    last = max((found.start() for found in re.finditer(_OURS, covered)), default=0)
    foreign = _FOREIGN.search(covered, last)
    return start + foreign.start() + 1 if foreign else end


def split_sections(block: str) -> tuple[str, ...] | list[str]:
    """A block cut at the headings of its answers, of which `### ` is left out."""
    covered = cover_code(block)
    if covered is block:
        return block.split("\n### ")
    sections, at = [], 0
    for section in covered.split("\n### "):
        sections.append(block[at : at + len(section)])
        at += len(section) + len("\n### ")
    return sections


def read_comment(text: str) -> tuple[dict[str, str], str]:
    """The machine's half at the start of a text, and the text after it."""
    found = _COMMENT.match(text)
    if not found:
        return {}, text
    return dict(_PAIR.findall(found[1])), text[found.end() :]


def comment_pairs(text: str) -> list[tuple[str, str]]:
    """Every key of the machine's half at the start of a text, with its value, in the order in which they stand."""
    found = _COMMENT.match(text)
    return _PAIR.findall(found[1]) if found else []


class Ids:
    """The ids of one file's entries, in order: as they were given, or derived from the heading."""

    def __init__(self) -> None:
        self._headings: dict[str, int] = {}

    def of_block(self, block: str) -> str:
        """The id of the next entry; "" when it has none and its date does not exist."""
        heading, _, rest = block.partition("\n")
        given = read_comment(rest.replace("\r\n", "\n"))[0].get("id")
        try:
            return given or self.derive(date.fromisoformat(heading[3:13]), heading)
        except ValueError:
            return ""

    def derive(self, day: date, heading: str) -> str:
        """An id for an entry without one: its month, and a sum over its heading.

        A heading that was met before gives another id each time.
        """
        heading = re.sub(UNREADABLE, "", heading).strip()
        number = self._headings[heading] = self._headings.get(heading, 0) + 1
        total = crc32((heading if number == 1 else f"{heading}\n{number}").encode())
        return id_prefix(day) + "".join(ALPHABET[total >> shift & 31] for shift in range(0, 30, 5))


Report = Callable[[int, str], None]


class Task(NamedTuple):
    """An item as it stands: its words, its box, and what came of it.

    first, last: the lines of its words, counted from 0; end: its last line, that of its result included.
    """

    first: int
    last: int
    end: int
    words: str
    ticked: bool
    result: str = ""


class Section(NamedTuple):
    """What is under a heading of level 3: `before` counts the lines from there to the body.

    kind: the kind of item that stands there, None for an answer.
    """

    title: str
    meta: dict[str, str]
    kind: Kind | None
    body: str
    before: int


def read_section(text: str) -> Section:
    """The parts of a section, which begins after its heading's `### `."""
    title, _, rest = text.partition("\n")
    title = title.strip()
    meta, body = read_comment(rest)
    kind = None if meta.get("question") else section_kind(title)
    return Section(title, meta, kind, body, 1 + (rest.count("\n", 0, len(rest) - len(body)) if kind else 0))


def find_tasks(lines: list[str]) -> tuple[list[Task], list[str]]:
    """The items in a section's lines, and the lines that belong to none.

    A box without words is none: it waits to be filled in.
    """
    found: list[tuple[int, list[str], bool]] = []
    left: list[str] = []
    follows = False  # whether an indented line still belongs to the item above it
    for number, line in enumerate(lines):
        if task := TASK.match(line):
            found.append((number, [task["words"] or task["close"] or ""], bool(task["tick"])))
            follows = True
        elif follows and (line.startswith(("  ", "\t")) or not line.strip()):
            found[-1][1].append(line)
        else:
            follows = False
            left.append(line)
    tasks = [_task(*parts) for parts in found]
    return [item for item in tasks if item.words], left


def _task(first: int, lines: list[str], ticked: bool) -> Task:
    if len(lines) == 1:
        return Task(first, first, first, lines[0].strip(), ticked)
    at = next((number for number, line in enumerate(lines) if number and RESULT.match(line)), len(lines))
    words = [line.strip() for line in lines[:at]]
    last = _last(words)
    end = _last([line.strip() for line in lines])
    return Task(first, first + last, first + end, " ".join(filter(None, words)), ticked, _result(lines[at:]))


def _last(lines: list[str]) -> int:
    return max(number for number, line in enumerate(lines) if line or not number)


def _result(lines: list[str]) -> str:
    """The words behind `Resultaat:` and on the lines after it."""
    parts = [(found[1] if (found := RESULT.match(line)) else line).strip() for line in lines]
    return " ".join(filter(None, parts))


def read_items(kind: Kind, body: str, day: date, line: int, report: Report) -> tuple[list[FollowUp], str]:
    """The items in a section's body, which begins on `line` of its file, and the text that is left over.

    day: that of the entry, from which the dates of its items count.
    """
    items: list[FollowUp] = []
    lines = body.split("\n")
    tasks, left = find_tasks(lines)
    inside: int | None = None  # how far the private item stands in that those below it are part of
    for task in tasks:
        item, slip, *_ = read_line(kind, task.words, day, task.ticked, task.result)
        if slip:
            without = "de rest is nu tekst" if item.due or item.done or item.who else "deze afspraak staat zonder datum"
            report(line + task.first, f"{slip}; {without}")
        indent = len(lines[task.first]) - len(lines[task.first].lstrip())
        inside = None if inside is not None and indent <= inside else inside
        items.append(item if inside is None else item._replace(private=True))
        inside = indent if inside is None and item.private else inside
    ends = {task.end for task in tasks}
    for number, each in _left_over(lines, tasks):
        below = number - 1 in ends
        if said := meant(each) or (below and "deze regel hoort niet bij de afspraak erboven; zet er twee spaties voor"):
            report(line + number, said)
    return items, "\n".join(left)


def _left_over(lines: list[str], tasks: list[Task]) -> Iterator[tuple[int, str]]:
    """The lines that are part of no item, with their numbers."""
    taken = {number for task in tasks for number in range(task.first, task.end + 1)}
    return ((number, line) for number, line in enumerate(lines) if number not in taken and line.strip())


def word_places(lines: list[str], task: Task) -> list[tuple[int, int]]:
    """The line and column of every character of an item's words; a space between two lines counts as the next one's."""
    found: list[tuple[int, int]] = []
    for number in range(task.first, task.last + 1):
        line = lines[number]
        # Before the words on the first line stands the box.
        begin = line.index("]") + 1 if number == task.first else 0
        text = line[begin:].strip()
        column = len(line) - len(line[begin:].lstrip())
        found += [(number, column)] if found and text else []
        found += [(number, column + at) for at in range(len(text))]
    return found


def change_words(lines: list[str], task: Task, start: int, end: int, text: str) -> None:
    """Put a text in the place of some of an item's words, as far as these stand on one line; that line only changes."""
    places = word_places(lines, task)
    line, column = places[start] if start < len(places) else (places[-1][0], places[-1][1] + 1)
    last, behind = (places[end - 1][0], places[end - 1][1] + 1) if end > start else (line, column)
    if line == last:
        lines[line] = lines[line][:column] + text + lines[line][behind:]
