"""Rows that more than one page has: items, yield, stories, courses."""

from collections.abc import Iterable, Sequence
from datetime import date

from leerlog.domain.agenda import Item
from leerlog.domain.course import Course
from leerlog.domain.dates import count
from leerlog.domain.entry import FollowUp
from leerlog.domain.outcome import Expected, Outcome, Story
from leerlog.domain.text import first_lines
from leerlog.render import words
from leerlog.render.page import Block, Cell, Column, Fact, Paragraph, Row, Rows, Value

OPEN_MARK, DONE_MARK = "○", "✓"

DATE = Column("dim", right=True)
MAIN = Column(main=True)
NOTE = Column("dim", narrow="below")


def rest(number: int, what: str = "nog") -> str:
    """What is not shown, as nog 2, met --full alles; nothing when all is."""
    return f"{what} {number}, {words.ALL_OF_IT}" if number > 0 else ""


def item_rows(items: Sequence[Item], today: date, most: int = 0, *, kind: str = "") -> Rows:
    """Items with a mark for open or done, who, when, and how long it takes still; `most` 0 shows all.

    kind: what a plain page calls them, else what each of them is.
    """
    shown = items[: most or None]
    columns = (Column(), MAIN, NOTE, Column("dim", right=True, narrow="below"), NOTE)
    rows = tuple(row for item in shown for row in (_item_row(item, kind), *result_row(item, len(columns), 1)))
    return Rows(columns, rows, 0 if not most else 2, rest(len(items) - len(shown)))


def _item_row(item: Item, kind: str) -> Row:
    note = Cell(words.left(item.days), "late" if item.overdue else "")
    mark = Cell(OPEN_MARK) if item.open else ended_mark(item)
    when = item.due if item.open else item.done
    name = words.KINDS[item.kind]
    kept = "privé" if item.private else ""
    state = ", ".join(part for part in (item.of, words.item_state(item, words.spoken), kept) if part)
    fact = Fact(f"{kind or name}, {state}", item.text)
    what = "" if kind or item.kind == "follow_up" else name.lower()
    lead = " · ".join(part for part in (what, item.of, kept) if part)
    return Row((mark, Cell(item.text, lead=lead), item.who, when, note), fact)


def ended_mark(item: Item | FollowUp) -> Cell:
    """The mark of an item that is ticked: done, or dropped."""
    return Cell(words.DROPPED_MARK, "dim") if item.dropped else Cell(DONE_MARK, "good")


def result_row(item: Item, columns: int, main: int) -> list[Row]:
    """What came of an item, as a row below it; `main`: which of the columns its words are in."""
    if not item.result:
        return []
    cells: list[Value] = [None] * columns
    cells[main] = Cell(f"→ {item.result}", "dim")
    return [Row(tuple(cells), Fact("Resultaat", item.outcome or item.result))]


def yield_rows(items: Iterable[Outcome], label: str, more: int = 0, *, full: bool = False, ids: bool = False) -> Rows:
    """Pieces of yield with date, who told it, course and text; with `ids` also the entry to build on."""
    columns = (DATE, MAIN, *((Column("dim", narrow="below"),) if ids else ()))
    return Rows(columns, tuple(_yield_row(each, label, full, ids) for each in items), 0 if full else 1, rest(more))


def _yield_row(each: Outcome, label: str, full: bool, ids: bool) -> Row:
    before = [part for part in (each.by, each.course, "privé" if each.private else "") if part]
    names = [label, words.spoken(each.date or date.min), *before, *([each.entry] if ids else [])]
    cells: tuple[Value, ...] = (each.date, Cell(each.text, lead=" · ".join(before)), *([each.entry] if ids else []))
    return Row(cells, Fact(", ".join(names), each.text if full else first_lines(each.text)))


def story_blocks(story: Story, number: int, *, full: bool = False) -> list[Block]:
    """A story: its title, its steps, and what had been expected; of a long one the steps that brought it further."""
    shown = range(len(story.steps)) if full else turning_points(story.steps)
    rows = [_step_row(story.steps[at], number, at + 1, full) for at in shown]
    rows[-1] = rows[-1]._replace(lines=0 if full else 2)
    if skipped := len(story.steps) - len(rows):
        said = f"nog {count(skipped, 'stap', 'stappen')}, {words.ALL_OF_IT}"
        rows.append(Row((None, None, Cell(f"… {said}", "dim")), Fact(f"Verhaal {number}, niet getoond", said)))
    for each in story.expected:
        label = f"Verhaal {number}, verwacht van {each.course}"
        of = f"van {each.course}: " if each.course else ""
        cells = (None, Cell("verwacht", "dim"), Cell(of + each.text, "dim"))
        rows.append(Row(cells, Fact(label, each.text if full else first_lines(each.text)), 0 if full else 2))
        if each.came:
            rows.append(came_row(each, f"Verhaal {number}, ", full)._replace(lines=0 if full else 2))
    heading = Paragraph(first_lines(story.title), f"Verhaal {number}", "strong")
    return [heading, Rows((DATE, Column(narrow="tight fold"), MAIN), tuple(rows), 0 if full else 1, indent=4)]


def came_row(expected: Expected, label: str, full: bool) -> Row:
    """The answer to the question that something had been expected of, with its day and level."""
    came = expected.came
    if came is None:
        return Row(
            (None, Cell("kwam ervan", "dim"), Cell(words.NOT_YET, "dim")), Fact(f"{label}kwam ervan", words.NOT_YET)
        )
    of = f"van {expected.course}" if expected.course else ""
    level = str(came.level or "")
    names = [f"{label}kwam ervan", words.spoken(came.date or date.min), level, of, "privé" if came.private else ""]
    fact = Fact(", ".join(name for name in names if name), came.text if full else first_lines(came.text))
    lead = "privé" if came.private else ""
    style = f"level-{came.level.number}" if came.level else "dim"
    return Row((came.date, Cell("kwam ervan", style), Cell(came.text, lead=lead)), fact)


def turning_points(steps: Sequence[Outcome], most: int = 6) -> list[int]:
    """Which steps tell a story shortly: the first, the last, each that got further than all before, then the latest."""
    kept = [0, len(steps) - 1]
    furthest = 0
    for at, step in enumerate(steps):
        if step.level and step.level.number > furthest:
            furthest = step.level.number
            kept.append(at)
    kept += range(len(steps) - 1, 0, -1)
    return sorted(list(dict.fromkeys(kept))[:most])


def _step_row(step: Outcome, number: int, at: int, full: bool) -> Row:
    level = step.level.value if step.level else ""
    style = f"level-{step.level.number}" if step.level else ""
    before = [part for part in (step.by, "privé" if step.private else "") if part]
    names = [f"Verhaal {number}, stap {at}", words.spoken(step.date or date.min), *([level] if level else []), *before]
    fact = Fact(", ".join(names), step.text if full else first_lines(step.text))
    return Row((step.date, Cell(level, style), Cell(step.text, lead=" · ".join(before))), fact)


COURSES = (Column(narrow="fold"), MAIN)


def course_rows(courses: Iterable[Course], today: date, *, todo: bool = False, whole: bool = True) -> Rows:
    """Courses with where they stand; with `todo` also how much of what was agreed is still to do.

    whole: whether all that was written of them is known.
    """
    rows = []
    for course in courses:
        left = [f"nog {course.open} te doen"] if todo and course.open else []
        state = " · ".join([*words.course_state(course, today, words.brief(today), whole=whole), *left])
        told = ", ".join([*words.course_state(course, today, words.spoken, whole=whole), *left])
        rows.append(Row((course.name, state), Fact(f"Leertraject, {course.name}", told)))
    return Rows(COURSES, tuple(rows), 0)


def window_rows(courses: Iterable[Course], today: date, *, expected: bool = False) -> Rows:
    """Courses of which something can still be applied, and for how long; with `expected` what was hoped for too."""
    rows = []
    for course in courses:
        days = (course.window - today).days if course.window else 0
        said = f"nog {count(days, 'dag', 'dagen')}" if days else "vandaag nog"
        rows.append(Row((said, course.name), Fact("Om toe te passen", f"{course.name}, {said}")))
        if expected and course.expected:
            fact = Fact(f"Verwacht van {course.name}", first_lines(course.expected))
            rows.append(Row((Cell("verwacht", "dim"), Cell(course.expected, "dim")), fact, 2))
    return Rows((Column("strong"), MAIN), tuple(rows))
