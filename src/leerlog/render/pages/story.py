"""One value story as a page: what grew out of what, and what had been expected."""

from datetime import date

from leerlog.domain.dates import count
from leerlog.domain.outcome import Outcome, Story
from leerlog.domain.text import first_lines, shorten
from leerlog.render import words
from leerlog.render.page import Cell, Column, Fact, Page, Paragraph, Row, Rows, Section
from leerlog.render.pages.parts import DATE, MAIN, came_row

_COLUMNS = (DATE, Column(narrow="tight fold"), MAIN, Column("command", narrow="below"))


def story_page(story: Story, entry: str, today: date) -> Page:
    """A story from its first source to its last result, around the entry that was asked for."""
    steps = count(len(story.steps), "stap", "stappen")
    rows = tuple(_row(story, at, entry) for at in range(len(story.steps)))
    sections = [Section("Wat er gebeurde", (Rows(_COLUMNS, rows, 0),))]
    if story.expected:
        sections.append(
            Section(
                "Verwacht, en wat ervan kwam", (Rows((DATE, Column(narrow="tight fold"), MAIN), _beside(story), 0),)
            )
        )
    if not any(entry in step.sources for step in story.steps):
        command = f'leerlog moment "…" --builds-on {entry}'
        told = Paragraph("Kwam er iets van?", "Verder vertellen")
        sections.append(Section("Verder vertellen", (told, Paragraph(command, "Opdracht", "command", indent=4))))
    title = shorten(first_lines(story.title), 60)
    facts = Fact("Verhaal", title), Fact("Stappen", str(len(story.steps)))
    return Page(title, tuple(sections), steps, _reached(story), facts, today)


def _reached(story: Story) -> str:
    """From which level to which: potentieel → gerealiseerd."""
    first = next((step.level for step in story.steps if step.level), None)
    if not first or not story.reached:
        return "nog niet gewogen"
    return str(first) if first is story.reached else f"{first} → {story.reached}"


def _row(story: Story, at: int, entry: str) -> Row:
    step = story.steps[at]
    level = Cell(str(step.level), f"level-{step.level.number}") if step.level else Cell("")
    before = story.steps[at - 1].entry if at else ""
    # That a step follows on the one above it goes without saying.
    lead = [step.by] if step.by else []
    lead += [_on(step)] if step.sources and step.sources != (before,) else []
    lead += ["privé"] if step.private else []
    name = Cell(step.entry, "strong") if step.entry == entry else step.entry
    said = [
        words.spoken(step.date or date.min),
        str(step.level or ""),
        step.by,
        step.entry,
        _on(step),
        "privé" if step.private else "",
    ]
    fact = Fact(f"Stap {at + 1}, " + ", ".join(part for part in said if part), step.text)
    return Row((step.date, level, Cell(step.text, lead=" · ".join(lead)), name), fact)


def _on(step: Outcome) -> str:
    *rest, last = step.sources or ("",)
    return f"bouwt op {', '.join(rest)} en {last}" if rest else f"bouwt op {last}" if last else ""


def _beside(story: Story) -> tuple[Row, ...]:
    """What was expected of each course, and beside it the later answer to that same question."""
    several = len(story.expected) > 1
    rows = []
    for each in story.expected:
        cell = Cell(each.text, lead=each.course if several else "")
        rows.append(Row((None, Cell("verwacht", "dim"), cell), Fact(f"Verwacht van {each.course}", each.text)))
        rows.append(came_row(each, "", full=True))
    return tuple(rows)
