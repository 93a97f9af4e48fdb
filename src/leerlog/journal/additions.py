"""An item more in an entry's Markdown, as an edit for `Journal.change`; nothing that stood there changes."""

from leerlog.domain.entry import FollowUp, tidy_item
from leerlog.domain.items import task_line
from leerlog.errors import UsageError
from leerlog.journal.blocks import split_sections
from leerlog.journal.edits import Edit, tasks_of
from leerlog.journal.tasks import find_tasks, read_section
from leerlog.journal.text import SECTIONS


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
    line, place = 0, (_end(lines, 0, len(lines)), _heading(item))
    for number, text in enumerate(split_sections(block)):
        section, end = read_section(text), line + text.count("\n") + 1
        if number and section.kind == item.kind:
            tasks = find_tasks(section.body.split("\n"))[0]
            if tasks:
                return line + section.before + tasks[-1].end + 1, []
            return _end(lines, line, end), [""]
        if number and section.kind and kinds.index(section.kind) > kinds.index(item.kind):
            return line, _heading(item)
        line = end
    return place


def _heading(item: FollowUp) -> list[str]:
    title = next(title for title, kind in SECTIONS.items() if kind == item.kind)
    return [f"### {title}", ""]


def _end(lines: list[str], start: int, end: int) -> int:
    """Behind the last of these lines that is not blank."""
    return max((number + 1 for number in range(start, end) if not _blank(lines[number])), default=end)


def _blank(line: str) -> bool:
    return not line.strip(" \t")
