"""Changes to one item of an entry, on its own line or just below it.

Like those in `edits`. Each is told the words of the item as it was seen, so
that no other is changed when somebody put them in another order meanwhile.
"""

from datetime import date

from leerlog.domain.entry import ENDS, one_line
from leerlog.domain.items import Reading, move_change, read_line, result_line
from leerlog.errors import EntryChanged, UsageError
from leerlog.journal.edits import Edit, day_of, tasks_of
from leerlog.journal.tasks import Task, change_words


def move(number: int, due: date, seen: str) -> Edit:
    """An edit that sets the day that an open item, counted from 1, is due.

    Raises:
        EntryChanged: when the item is no longer `seen`.
        UsageError: when it has been done, or its line can't be made to say so.
    """

    def edit(block: str) -> str:
        task = _find(block, number, seen)
        reading = _read(task, day_of(block))
        if not reading.item.open:
            raise UsageError(
                f"dit is al {ENDS[reading.item.kind]}, dus het is niet meer te verzetten: {reading.item.text}"
            )
        lines = block.split("\n")
        change_words(lines, task, *move_change(task.words, reading, due))
        changed = "\n".join(lines)
        if _read(_find(changed, number), day_of(block)).item.due != due:
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
    found = tasks[number - 1] if 1 <= number <= len(tasks) else None
    if found is None or (seen is not None and _shown(_read(found, day_of(block)).item.text) != seen):
        raise EntryChanged(
            "deze afspraak is intussen elders gewijzigd, dus ik heb niets veranderd. "
            "Kijk met leerlog agenda, en doe het nog eens."
        )
    return found


def _shown(text: str) -> str:
    """The text as reading gives it: bytes that are not UTF-8 by their mark."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _read(task: Task, day: date) -> Reading:
    """What the item's words say, of any kind of item."""
    return read_line("follow_up", task.words, day, task.ticked)
