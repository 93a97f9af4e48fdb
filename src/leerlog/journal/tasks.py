"""Task lists under `### Afspraken` and its like: which lines hold an item, and what they mean."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from leerlog.domain.entry import FollowUp, Kind
from leerlog.domain.items import RESULT, TASK, meant, read_line
from leerlog.journal.blocks import read_comment
from leerlog.journal.text import section_kind

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
    for number, each in _left_over(lines, tasks):
        if said := meant(each):
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
