"""Changes to one item of an entry, on its own line or just below it.

Like those in `edits`. Each is told the words of the item as it was seen, so
that no other is changed when somebody put them in another order meanwhile.
"""

from datetime import date

from leerlog.domain.entry import FollowUp, one_line
from leerlog.domain.items import move_change, parse_item, result_line
from leerlog.errors import EntryChanged, UsageError
from leerlog.journal.edits import Edit, tasks_of
from leerlog.journal.tasks import Task


def move(number: int, due: date, seen: str) -> Edit:
    """An edit that sets the day that an open item, counted from 1, is due.

    Raises:
        EntryChanged: when the item is no longer `seen`.
        UsageError: when it has been done, or its line can't be made to say so.
    """

    def edit(block: str) -> str:
        task = _find(block, number, seen)
        item = _read(task)
        if not item.open:
            raise UsageError(f"dit is al gedaan, dus het is niet meer te verzetten: {item.text}")
        changed = _set_due(block.split("\n"), task, due)
        if _read(_find(changed, number)).due != due:
            raise UsageError(f"in deze regel kan ik geen datum zetten. Doe het met de hand: {task.words}")
        return changed

    return edit


def give_result(number: int, result: str, seen: str) -> Edit:
    """An edit that puts below an item, counted from 1, what came of it.

    Raises:
        EntryChanged: when the item is no longer `seen`.
        UsageError: when something else stands there; that is not thrown away.
    """
    result = one_line(result)

    def edit(block: str) -> str:
        task = _find(block, number, seen)
        if task.result == result:
            return block
        if task.result:
            raise UsageError(
                f"er staat al wat hiervan kwam: {task.result}\nWil je dat veranderen, doe het met de hand."
            )
        lines = block.split("\n")
        box = lines[task.first]
        lines.insert(task.last + 1, result_line(result, box[: len(box) - len(box.lstrip(" \t"))]))
        return "\n".join(lines)

    return edit


def _find(block: str, number: int, seen: str | None = None) -> Task:
    tasks = list(tasks_of(block))
    if not 1 <= number <= len(tasks) or (seen is not None and _shown(_read(tasks[number - 1]).text) != seen):
        raise EntryChanged(
            "deze afspraak is intussen elders gewijzigd, dus ik heb niets veranderd. "
            "Kijk met leerlog agenda, en doe het nog eens."
        )
    return tasks[number - 1]


def _shown(text: str) -> str:
    """The text as reading gives it: bytes that are not UTF-8 by their mark."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _read(task: Task) -> FollowUp:
    """The item, of any kind; as `read_items` reads it when a date in it is none."""
    try:
        return parse_item("follow_up", task.words, task.ticked)
    except ValueError:
        return FollowUp("follow_up", task.words, ticked=task.ticked)


def _set_due(lines: list[str], task: Task, due: date) -> str:
    start, end, text = move_change(task.words, due)
    places = _places(lines, task)
    line, column = places[start] if start < len(places) else (places[-1][0], places[-1][1] + 1)
    last, behind = (places[end - 1][0], places[end - 1][1] + 1) if end > start else (line, column)
    # A date that is broken over two lines is none; the check afterwards says so.
    if line == last:
        lines[line] = lines[line][:column] + text + lines[line][behind:]
    return "\n".join(lines)


def _places(lines: list[str], task: Task) -> list[tuple[int, int]]:
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
