"""The parts that reviews as Markdown have in common: tables, lists of notes, tasks, stories."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from leerlog.domain.entry import FollowUp
from leerlog.domain.value import Level
from leerlog.render import telling, words
from leerlog.render.guarded import block, inline
from leerlog.reports.agenda import Item
from leerlog.reports.stories import Story

Lines = Iterator[str]
Say = Callable[[date], str]


def whole(parts: Iterable[Lines]) -> str:
    """The document of its parts, with white between those that say anything."""
    made = ["\n".join(lines) for part in parts if (lines := list(part))]
    return "\n\n".join(made) + "\n"


def table(names: Sequence[str], sides: str) -> Lines:
    """The head of a table; sides: r for a column of numbers."""
    yield f"| {' | '.join(names)} |"
    yield f"| {' | '.join('---:' if side == 'r' else '---' for side in sides)} |"


def level_table(rows: Iterable[tuple[Level | None, str, str, str]], before: str) -> Lines:
    """The levels with their counts, and with `before` those of the period that is called so and the change."""
    if before:
        yield from table(("", "Waardeniveau", "Aantal", before.capitalize(), "Verschil"), "r-rrr")
    else:
        yield from table(("", "Waardeniveau", "Aantal"), "r-r")
    for level, count, earlier, change in rows:
        cells = (str(level.number) if level else "", level_name(level), count)
        yield f"| {' | '.join((*cells, earlier, change) if before else cells)} |"


def level_name(level: Level | None) -> str:
    """What the document calls a level, or having none."""
    return words.level_name(level) or "Nog te wegen"


def listed(items: Iterable[str]) -> Lines:
    """The items of a list, with white between them."""
    yield "\n\n".join(items)


def dated(about: Iterable[str], text: str) -> str:
    """An item of a list: what it is about, and below it a person's text as it was written."""
    said = " · ".join(part for part in about if part)
    if not said:
        return f"- {block(text, '  ')}"
    return f"- **{said}**\n\n  {block(text, '  ')}" if text.strip() else f"- **{said}**"


def tasks(heading: str, items: Sequence[Item], done: str) -> Lines:
    """Items under their heading, with what there is to say of how many are done."""
    if items:
        yield f"## {heading}\n" + (f"\n{done}\n" if done else "")
        yield from task_lines(items)


def task_lines(items: Iterable[Item]) -> Lines:
    """Items as a list of tasks, each with who, when, and what came of it."""
    for item in items:
        state = telling.item_note(item)
        yield f"- {box(item)} {inline(item.text)}" + (f" ({inline(state)})" if state else "")
        if item.outcome:
            yield f"  - Resultaat: {inline(item.outcome)}"


def box(item: Item | FollowUp) -> str:
    """The box of a task; what was dropped has none."""
    return "[ ]" if item.open else words.DROPPED_MARK if item.dropped else "[x]"


def told(stories: Iterable[tuple[str, Story]], say: Say) -> Lines:
    """The stories under their titles, their days in the words of `say`."""
    for number, (title, story) in enumerate(stories):
        yield "" if number else "## Verhalen\n"
        yield f"### {inline(title)}\n"
        yield from listed(_steps(story, say))


def _steps(story: Story, say: Say) -> Iterator[str]:
    for step in story.steps:
        about = (say(step.date), str(step.level or ""), inline(step.by), "privé" if step.private else "")
        yield dated(about, step.text)
    for each in story.expected:
        yield dated((f"Verwacht van {inline(each.course)}" if each.course else "Verwacht",), each.text)
        if came := each.came:
            about = (words.CAME, say(came.date), str(came.level or ""), "privé" if came.private else "")
            yield dated(about, came.text)


def talk(questions: Iterable[str]) -> Lines:
    """What to talk about."""
    for number, text in enumerate(questions):
        yield f"{'' if number else '## Om over te praten' + chr(10) * 2}- {inline(text)}"
