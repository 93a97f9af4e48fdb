"""The sheet for the talk with the manager: one A4 of Markdown, and the same on a screen."""

from datetime import date

from leerlog.domain.dates import full_date
from leerlog.domain.entry import FollowUp
from leerlog.render import words
from leerlog.render.guarded import block, inline
from leerlog.render.markdown_parts import box
from leerlog.render.page import Column, Fact, Page, Paragraph, Row, Rows, Section
from leerlog.render.pages.parts import MAIN, OPEN_MARK, ended_mark
from leerlog.render.width import shorten
from leerlog.reports.sheet import Part, Sheet

NAME = 60  # of who it is by


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
