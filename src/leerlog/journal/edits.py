"""Changes to one entry's Markdown that touch only the line concerned.

Each makes an edit for `Journal.change`: a function from a block with LF line
ends to the block as it should be.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from leerlog.domain.entry import one_line
from leerlog.domain.items import done_change, read_line
from leerlog.errors import EntryChanged, UnknownId
from leerlog.journal.blocks import read_comment, split_sections
from leerlog.journal.guard import LABELS
from leerlog.journal.parsing import read_fields
from leerlog.journal.tasks import Task, change_words, find_tasks, read_section

Edit = Callable[[str], str]

_BOX = re.compile(r"\[[ \t]*[xX]?[ \t]*\]")


def replacing(seen: str, new: str) -> Edit:
    """An edit that puts `new` in the place of `seen`.

    Raises:
        EntryChanged: when the block is no longer `seen`.
    """

    def edit(block: str) -> str:
        if block.rstrip("\n") != seen.rstrip("\n"):
            raise EntryChanged(
                "deze notitie is intussen elders gewijzigd, dus ik heb niets veranderd. "
                "Bekijk haar opnieuw en doe het nog eens."
            )
        tail = block[len(block.rstrip("\n")) :]
        return new.rstrip("\n") + tail if new else ""

    return edit


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


def set_answer(question: str, key: str, value: str) -> Edit:
    """An edit that sets `value` or `private` of the answer to a question; an empty value takes it away.

    Raises:
        UnknownId: when the entry does not answer the question.
    """

    def edit(block: str) -> str:
        at = 0
        for text in split_sections(block):
            section = read_section(text)
            if at and section.meta.get("question") == question:
                # A bare `private` counts as well, and must not get lost.
                flags = {"private": "true"} if "private" in section.meta and not section.meta["private"] else {}
                meta = {"question": question, "value": ""} | section.meta | flags | {key: value}
                comment = " ".join(f"{name}={word}" for name, word in meta.items() if word)
                begin = block.index("<!--", block.index("\n", at))
                end = block.index("-->", begin)
                return f"{block[:begin]}<!-- {comment} {block[end:]}"
            at += len(text) + len("\n### ")
        raise UnknownId(f"deze notitie heeft geen antwoord op de vraag '{question}'.")

    return edit
