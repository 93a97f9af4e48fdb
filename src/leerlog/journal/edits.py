"""Changes to one entry's Markdown that touch only the line concerned: its labels, its answers and its items.

Each makes an edit for `Journal.change`: a function from a block with LF line
ends to the block as it should be. Those of an item are told its words as they
were seen, so that no other is changed when somebody put them in another order
meanwhile.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, time

from leerlog.domain.entry import ENDS, FollowUp, one_line, tidy_item
from leerlog.domain.items import Reading, done_change, item_line, move_change, read_line, result_line, task_line
from leerlog.errors import EntryChanged, UnknownId, UsageError
from leerlog.journal.blocks import (
    Task,
    change_words,
    comment_pairs,
    find_tasks,
    read_comment,
    read_section,
    split_sections,
)
from leerlog.journal.escape import LABELS
from leerlog.journal.parsing import read_fields
from leerlog.journal.writing import SECTIONS

Edit = Callable[[str], str]
_MOMENT = re.compile(r"## [0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ T][0-9]{1,2}:[0-9]{2}(?!\S))?")
_BOX = re.compile(r"\[[ \t]*[xX]?[ \t]*\]")


def tick(number: int, done: date) -> Edit:
    """An edit that ticks an item, counted from 1 over the entry's `follow_ups`, as done on a day.

    An item that says when it was done keeps that day.

    Raises:
        UnknownId: when there are fewer items.
    """

    def edit(block: str) -> str:
        tasks = list(tasks_of(block))
        if not 1 <= number <= len(tasks):
            raise UnknownId(f"deze notitie heeft {len(tasks)} afspraken; nummer {number} is er niet bij.")
        task = tasks[number - 1]
        lines = block.split("\n")
        reading = read_line("follow_up", task.words, day_of(block))
        change_words(lines, task, *done_change(task.words, reading, done))
        lines[task.first] = _BOX.sub("[x]", lines[task.first], count=1)
        return "\n".join(lines)

    return edit


def day_of(block: str) -> date:
    """The day of a block's entry, from which the dates of its items count."""
    return date.fromisoformat(block[3:13])


def tasks_of(block: str) -> Iterator[Task]:
    """The items of a block in the order of its entry's `follow_ups`; their lines count from 0 in the block."""
    head, *sections = split_sections(block)
    line = head.count("\n") + 1
    for text in sections:
        section = read_section(text)
        if section.kind:
            begin = line + section.before
            for task in find_tasks(section.body.split("\n"))[0]:
                yield task._replace(first=begin + task.first, last=begin + task.last, end=begin + task.end)
        line += text.count("\n") + 1


def set_field(label: str, value: str) -> Edit:
    """An edit that sets one of an entry's labels, as `Waarde`; an empty value takes it away."""
    value = one_line(value)

    def edit(block: str) -> str:
        head = split_sections(block)[0]
        body = read_comment(head.partition("\n")[2])[1]
        fields, after = read_fields(body)
        before = head[: len(head) - len(body)]
        run = body[: len(body) - len(after)]
        if fields:
            run = _change_run(run, label, value, after)
        elif value:
            run = ("" if before.endswith("\n") else "\n") + f"\n- {label}: {value}\n"
            run += "\n" if after.split("\n")[0].strip() else ""
        return before + run + after + block[len(head) :]

    return edit


def _change_run(run: str, label: str, value: str, after: str) -> str:
    """The lines of an entry's labels with one of them set or taken away."""
    lines = run.split("\n")
    names = [line[2:].partition(":")[0] for line in lines]
    at = names.index(label) if label in names else -1
    if value and at < 0:
        later = LABELS[LABELS.index(label) + 1 :]
        end = len(lines) - (not lines[-1])
        at = next((i for i, name in enumerate(names) if name in later), end)
        lines.insert(at, f"- {label}: {value}")
    elif value:
        lines[at] = f"{lines[at][:2]}{label}: {value}"
    elif at >= 0:
        rest = [*lines[:at], *lines[at + 1 :]]
        if not any(rest) and after[:1] in ("", "\n") and not read_fields(after)[0]:
            return ""
        # Without a label of ours the other lines would be read as text.
        ours = any(name in LABELS for i, name in enumerate(names) if i != at)
        lines = rest if ours else [*lines[:at], f"{lines[at][:2]}{label}:", *lines[at + 1 :]]
    return "\n".join(lines)


def with_moment(block: str, day: date, minute: time | None) -> str:
    """The block on another day or at another time."""
    when = f"{day.isoformat()} {minute:%H:%M}" if minute else day.isoformat()
    return f"## {when}{block[_MOMENT.match(block).end() :]}"  # type: ignore[union-attr]


def with_id(block: str, name: str) -> str:
    """The block with its id in the comment below its heading, where it has none."""
    heading, _, rest = block.partition("\n")
    pairs = comment_pairs(rest)
    if any(key == "id" for key, _ in pairs):
        return block
    if pairs:
        at = rest.index("<!--") + len("<!--")
        return f"{heading}\n{rest[:at]} id={name}{rest[at:]}"
    return f"{heading}\n<!-- id={name} -->\n{rest}"


def move(number: int, due: date, seen: str) -> Edit:
    """An edit that sets the day that an open item, counted from 1, is due.

    Raises:
        EntryChanged: when the item is no longer `seen`.
        UsageError: when it has been done, or its line can't be made to say so.
    """

    def edit(block: str) -> str:
        task = _find_item(block, number, seen)
        reading = _reading_of(task, day_of(block))
        if not reading.item.open:
            raise UsageError(
                f"dit is al {ENDS[reading.item.kind]}, dus het is niet meer te verzetten: {reading.item.text}"
            )
        lines = block.split("\n")
        change_words(lines, task, *move_change(task.words, reading, due))
        changed = "\n".join(lines)
        if _reading_of(_find_item(changed, number), day_of(block)).item.due != due:
            raise UsageError(f"in deze regel kan ik geen datum zetten. Doe het met de hand: {task.words}")
        return changed

    return edit


def give_result(number: int, result: str, seen: str, was: str = "") -> Edit:
    """An edit that puts below an item, counted from 1, what came of it, or takes it away for "".

    was: what stands there, of which it takes the place.

    Raises:
        EntryChanged: when the item is no longer `seen`, or something else came of it meanwhile.
    """
    result = one_line(result)

    def edit(block: str) -> str:
        task = _find_item(block, number, seen)
        if task.result == result:
            return block
        if _shown(task.result) != was:
            raise EntryChanged(
                f"er staat intussen wat hiervan kwam: {task.result}\nIk heb niets veranderd. Doe het nog eens."
            )
        lines = block.split("\n")
        box = lines[task.first]
        indent = box[: len(box) - len(box.lstrip(" \t"))]
        lines[task.last + 1 : task.end + 1] = [result_line(result, indent)] if result else []
        return "\n".join(lines)

    return edit


def untick(number: int, seen: str) -> Edit:
    """An edit that opens an item again, counted from 1: its box, and the day on which it was done.

    Raises:
        EntryChanged: when the item is no longer `seen`.
        UsageError: when its line can't be made to say so.
    """

    def edit(block: str) -> str:
        task = _find_item(block, number, seen)
        item = _reading_of(task, day_of(block)).item
        opened = item._replace(ticked=False, done=None)
        lines = block.split("\n")
        box, behind = lines[task.first].split("]", 1)
        box = f"{box[: box.rindex('[')]}[ ]"
        if item.done:
            lines[task.first : task.last + 1] = [f"{box} {item_line(opened)}"]
        else:
            lines[task.first] = box + behind
        changed = "\n".join(lines)
        again = _find_item(changed, number)
        if _reading_of(again, day_of(block)).item != opened:
            raise UsageError(f"deze regel kan ik niet weer openzetten. Doe het met de hand: {task.words}")
        return changed

    return edit


def give_who(number: int, who: str, seen: str) -> Edit:
    """An edit that says of an item, counted from 1, who does it.

    Raises:
        EntryChanged: when the item is no longer `seen`.
    """

    def edit(block: str) -> str:
        task = _find_item(block, number, seen)
        item = _reading_of(task, day_of(block)).item._replace(who=who)
        lines = block.split("\n")
        box, _ = lines[task.first].split("]", 1)
        lines[task.first : task.last + 1] = [f"{box}] {item_line(item)}"]
        return "\n".join(lines)

    return edit


def _find_item(block: str, number: int, seen: str | None = None) -> Task:
    tasks = list(tasks_of(block))
    found = tasks[number - 1] if 1 <= number <= len(tasks) else None
    if found is None or (seen is not None and _shown(_reading_of(found, day_of(block)).item.text) != seen):
        raise EntryChanged(
            "deze afspraak is intussen elders gewijzigd, dus ik heb niets veranderd. "
            "Kijk met leerlog agenda, en doe het nog eens."
        )
    return found


def _shown(text: str) -> str:
    """The text as reading gives it: bytes that are not UTF-8 by their mark."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _reading_of(task: Task, day: date) -> Reading:
    """What the item's words say, of any kind of item."""
    return read_line("follow_up", task.words, day, task.ticked)


def add_item(item: FollowUp) -> Edit:
    """An edit that adds an item below the others of its kind, under a heading of its own when it is the first.

    Raises:
        UsageError: when what a hand wrote there would swallow it, as an open code block does.
    """
    added = task_line(tidy_item(item)).split("\n")

    def edit(block: str) -> str:
        lines = block.split("\n")
        at, above = _place(block, lines, item)
        new = [*above, *added]
        if any(above) and not _blank(lines[at - 1]):
            new.insert(0, "")
        if at < len(lines) and not _blank(lines[at]) and (above or lines[at].startswith("#")):
            new.append("")
        changed = "\n".join([*lines[:at], *new, *lines[at:]])
        if len(list(tasks_of(changed))) != len(list(tasks_of(block))) + 1:
            raise UsageError("aan deze notitie kan ik niets toevoegen: kijk of er een blok met ``` open staat.")
        return changed

    return edit


def _place(block: str, lines: list[str], item: FollowUp) -> tuple[int, list[str]]:
    """Before which line of the block an item goes, and what has to stand between."""
    kinds = list(SECTIONS.values())
    line, place = 0, (_end(lines, 0, len(lines)), _heading_of(item))
    for number, text in enumerate(split_sections(block)):
        section, end = read_section(text), line + text.count("\n") + 1
        if number and section.kind == item.kind:
            tasks = find_tasks(section.body.split("\n"))[0]
            if tasks:
                return line + section.before + tasks[-1].end + 1, []
            return _end(lines, line, end), [""]
        if number and section.kind and kinds.index(section.kind) > kinds.index(item.kind):
            return line, _heading_of(item)
        line = end
    return place


def _heading_of(item: FollowUp) -> list[str]:
    title = next(title for title, kind in SECTIONS.items() if kind == item.kind)
    return [f"### {title}", ""]


def _end(lines: list[str], start: int, end: int) -> int:
    """Behind the last of these lines that is not blank."""
    return max((number + 1 for number in range(start, end) if not _blank(lines[number])), default=end)


def _blank(line: str) -> bool:
    return not line.strip(" \t")
