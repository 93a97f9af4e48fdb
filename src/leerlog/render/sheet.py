"""The sheet for the talk with the manager: one A4 of Markdown, and the same on a screen."""

from datetime import date

from leerlog.domain.dates import full_date
from leerlog.domain.entry import FollowUp
from leerlog.render import words
from leerlog.render.guarded import block, inline
from leerlog.render.page import Column, Fact, Page, Paragraph, Row, Rows, Section
from leerlog.render.pages.parts import DONE_MARK, MAIN, OPEN_MARK
from leerlog.render.width import cells, shorten
from leerlog.reports.sheet import Part, Sheet

LINES = 60  # of an A4 with its margins
ACROSS = 90
NAME = 80  # of the course, of who it is by, and of who does something
# How many characters a text may take and how many items a list, until the page fits.
ROOMS = (
    (2000, 6),
    (700, 6),
    (450, 6),
    (300, 6),
    (240, 6),
    (200, 6),
    (160, 6),
    (120, 6),
    (120, 4),
    (80, 4),
    (80, 3),
    (60, 2),
    (40, 2),
)


def fitted(sheet: Sheet) -> Sheet:
    """The sheet with its longest texts cut, as little as makes it one page."""
    sheet = sheet._replace(course=shorten(sheet.course, NAME))
    for room, most in ROOMS:
        cut = sheet._replace(parts=tuple(_cut(part, room, most) for part in sheet.parts))
        if _length(cut) <= LINES:
            return cut
    return cut


def _cut(part: Part, room: int, most: int) -> Part:
    texts = tuple((said, _shorter(text, room)) for said, text in part.texts)
    return Part(part.heading, texts, tuple(_cut_item(item, room) for item in part.items[:most]))


def _cut_item(item: FollowUp, room: int) -> FollowUp:
    who = shorten(item.who, min(room, NAME))
    return item._replace(text=shorten(item.text, room), result=shorten(item.result, room), who=who)


def _shorter(text: str, room: int) -> str:
    return text if cells(text) <= room and text.count("\n") <= room // 50 else shorten(" ".join(text.split()), room)


def _length(sheet: Sheet) -> int:
    """How many lines it takes on paper, headings and white included."""
    number = 4
    for part in sheet.parts:
        number += 2
        texts = [f"{said}: {text}" for said, text in part.texts] + [item_said(item) for item in part.items]
        number += sum(-(-max(_across(line), 1) // ACROSS) for text in texts for line in text.split("\n"))
        number += len(part.texts)
    return number


def _across(line: str) -> int:
    """How many ordinary letters take the room of a line; capitals are wide."""
    return cells(line) + sum(map(str.isupper, line)) // 2


def sheet_markdown(sheet: Sheet, by: str, today: date) -> str:
    """The sheet as a file."""
    lines = [f"# {inline(sheet.course)}", "", inline(about(sheet, by, today)), ""]
    for part in sheet.parts:
        lines += [f"## {part.heading}", ""]
        for said, text in part.texts:
            lines += [f"**{said}.** {block(text)}" if said else block(text), ""]
        lines += [f"- [{' ' if item.open else 'x'}] {inline(item_said(item))}" for item in part.items]
        lines += [""] if part.items else []
    return "\n".join(lines).rstrip("\n") + "\n"


def about(sheet: Sheet, by: str, today: date) -> str:
    """What stands under the title: for what, by whom, and when the course is."""
    days = [words.spoken(day) for day in (sheet.start, sheet.end) if day]
    when = " tot en met ".join(dict.fromkeys(days))
    return " · ".join(part for part in (f"Voor het gesprek, {full_date(today)}", shorten(by, NAME), when) if part)


def item_said(item: FollowUp) -> str:
    """An item on one line, with who, when, and what came of it."""
    due = f"voor {words.spoken(item.due)}" if item.due and item.open else ""
    done = f"gedaan {words.spoken(item.done)}" if item.done else ""
    state = ", ".join(part for part in (item.who, due, done) if part)
    result = f" → {item.result}" if item.result else ""
    return item.text + (f" ({state})" if state else "") + result


def sheet_page(sheet: Sheet, by: str, today: date) -> Page:
    """The sheet on a screen, word for word."""
    sections = []
    for part in sheet.parts:
        blocks: list[Paragraph | Rows] = []
        for said, text in part.texts:
            blocks.append(Paragraph(f"{said}: {text}" if said else text, part.heading))
        marks = ((OPEN_MARK if item.open else DONE_MARK, item_said(item)) for item in part.items)
        rows = tuple(Row((mark, text), Fact(part.heading, text)) for mark, text in marks)
        blocks += [Rows((Column(), MAIN), rows, 0)] if rows else []
        sections.append(Section(part.heading, tuple(blocks)))
    said = about(sheet, by, today)
    return Page(sheet.course, tuple(sections), "", said, (Fact("Leertraject", sheet.course), Fact("Blad", said)), today)
