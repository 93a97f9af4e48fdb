"""The sheet for the talk with the manager: one A4 of Markdown, and the same on a screen."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from leerlog.domain.dates import full_date
from leerlog.domain.entry import FollowUp
from leerlog.render import words
from leerlog.render.guarded import block, inline
from leerlog.render.markdown_parts import box
from leerlog.render.page import Column, Fact, Page, Paragraph, Row, Rows, Section
from leerlog.render.pages.parts import MAIN, OPEN_MARK, ended_mark
from leerlog.render.width import cells, shorten
from leerlog.reports.sheet import Part, Sheet

LINES = 60  # of an A4 with its margins
ACROSS = 90
HALF = 44  # of one of two columns
NAME = 60  # of the course, of who it is by, and of who does something


class Room(NamedTuple):
    """How much there is room for, until the page fits.

    text: characters of a text with its name; side: of one that matters less.
    items: of a list; many: texts of an open list.
    """

    text: int
    side: int
    items: int
    many: int


LINE = 86  # of what is cut: as much as fits a line anyway
ROOMS = (
    Room(2000, 2000, 12, 12),
    Room(2000, 5 * LINE, 8, 4),
    Room(8 * LINE, 3 * LINE, 6, 3),
    Room(5 * LINE, 2 * LINE, 6, 3),
    Room(4 * LINE, 2 * LINE, 6, 2),
    Room(3 * LINE, 2 * LINE, 6, 2),
    Room(3 * LINE, LINE, 5, 2),
    Room(2 * LINE, LINE, 5, 2),
    Room(2 * LINE, LINE, 4, 1),
    Room(2 * LINE, LINE, 3, 1),
    Room(2 * LINE, LINE, 2, 1),
    Room(LINE, LINE, 4, 1),
    Room(LINE, LINE, 3, 1),
    Room(LINE, LINE, 2, 1),
    Room(LINE, LINE // 2, 1, 1),
    Room(LINE // 2, LINE // 2, 1, 1),
)


def fitted(sheet: Sheet) -> Sheet:
    """The sheet with its longest texts cut, as little as makes it one page."""
    sheet = sheet._replace(course=shorten(sheet.course, NAME))
    for room in ROOMS:
        cut = sheet._replace(parts=tuple(_cut(part, room) for part in sheet.parts))
        if _length(cut) <= LINES:
            return cut
    return cut


def _cut(part: Part, room: Room) -> Part:
    shown = part.texts[: room.many] if part.shape == "many" else part.texts
    # What came, beside what was expected, is what the talk is about.
    each = {"": room.text, "beside": 2 * room.text}.get(part.shape, room.side)
    named = [(shorten(said, NAME), text) for said, text in shown]
    texts = tuple((said, _shorter(text, max(each - cells(said), LINE // 3))) for said, text in named)
    items = tuple(_cut_item(item, room.text * 2 // 3) for item in part.items[: room.items])
    left = len(part.texts) - len(texts) + len(part.items) - len(items)
    return part._replace(texts=texts, items=items, more=left)


def _cut_item(item: FollowUp, room: int) -> FollowUp:
    who = shorten(item.who, min(room, NAME))
    return item._replace(text=shorten(item.text, room), result=shorten(item.result, room), who=who)


def _shorter(text: str, room: int) -> str:
    return text if cells(text) <= room and text.count("\n") <= room // 50 else shorten(" ".join(text.split()), room)


def _length(sheet: Sheet) -> float:
    """How many lines it takes on paper, headings and white included."""
    return 4 + sum(2 + _part_length(part) for part in sheet.parts)


def _part_length(part: Part) -> float:
    texts = [f"{called(said)}{text}" for said, text in part.texts]
    number = _lines(texts, ACROSS)
    if part.shape == "beside":
        number = max(number, _lines(texts[:1], HALF), _lines(texts[1:], HALF))
    # White between texts: a line where they have no name, less where they do.
    white = sum(1 if not said else 0.25 for said, _ in part.texts)
    return number + white + _lines([item_said(item) for item in part.items], ACROSS) + bool(part.more)


def _lines(texts: Iterable[str], width: int) -> int:
    return sum(-(-max(_across(line), 1) // width) for text in texts for line in text.split("\n"))


def _across(line: str) -> int:
    """How many ordinary letters take the room of a line; capitals are wide."""
    return cells(line) + sum(map(str.isupper, line)) // 2


def sheet_markdown(sheet: Sheet, by: str, today: date) -> str:
    """The sheet as a file."""
    lines = [f"# {inline(sheet.course)}", "", inline(about(sheet, by, today)), ""]
    for part in sheet.parts:
        lines += [f"## {part.heading}", ""]
        for said, text in part.texts:
            lines += [f"- **{inline(called(said).strip())}** {block(text, '  ')}"] if said else [block(text), ""]
        lines += [f"- {box(item)} {inline(item_said(item))}" for item in part.items]
        lines += [f"- {more(part)}"] if part.more else []
        lines += [""] if lines[-1] else []
    return "\n".join(lines).rstrip("\n") + "\n"


def called(said: str) -> str:
    """What a text is called, in front of it: Verwacht: , or Hoe was het? ; nothing for what has no name."""
    return f"{said}{'' if said.endswith('?') else ':'} " if said else ""


def more(part: Part) -> str:
    """How much of a part is left out; nothing when all of it is there."""
    return f"… en nog {part.more}" if part.more else ""


def about(sheet: Sheet, by: str, today: date) -> str:
    """What stands under the title: for what, by whom, and when the course is."""
    days = [words.spoken(day) for day in (sheet.start, sheet.end) if day]
    when = " tot en met ".join(dict.fromkeys(days))
    return " · ".join(part for part in (f"Voor het gesprek, {full_date(today)}", shorten(by, NAME), when) if part)


def item_said(item: FollowUp) -> str:
    """An item on one line, with who, when, and what came of it."""
    due = f"voor {words.spoken(item.due)}" if item.due and item.open else ""
    state = ", ".join(part for part in (item.who, due, words.ending(item, words.spoken)) if part)
    return item.text + (f" ({state})" if state else "") + (f" → {item.outcome}" if item.outcome else "")


def sheet_page(sheet: Sheet, by: str, today: date) -> Page:
    """The sheet on a screen, word for word."""
    sections = []
    for part in sheet.parts:
        blocks: list[Paragraph | Rows] = []
        for said, text in part.texts:
            blocks.append(Paragraph(called(said) + text, part.heading))
        rows = tuple(_item_row(item, part.heading) for item in part.items)
        blocks += [Rows((Column(), MAIN), rows, 0)] if rows else []
        blocks += [Paragraph(more(part), part.heading, "dim")] if part.more else []
        sections.append(Section(part.heading, tuple(blocks)))
    said = about(sheet, by, today)
    return Page(sheet.course, tuple(sections), "", said, (Fact("Leertraject", sheet.course), Fact("Blad", said)), today)


def _item_row(item: FollowUp, heading: str) -> Row:
    """An item with its mark, and in words whether it was dropped."""
    said = item_said(item)
    return Row((OPEN_MARK if item.open else ended_mark(item), said), Fact(heading, said))
