"""The sheet for the talk with the manager as a document: one A4, and the same on a screen."""

from datetime import date

from leerlog.documents.blocks import Block, Document, Fact, Items, Remarks, Section, Text, Words
from leerlog.domain.agenda import Item
from leerlog.domain.dates import full_date, spoken_date
from leerlog.domain.entry import FollowUp
from leerlog.domain.text import shorten
from leerlog.reports.sheet import Part, Sheet

NAME = 60  # of who it is by


def sheet_document(sheet: Sheet, by: str, today: date) -> Document:
    """The sheet of a course; `by`: whose it is."""
    facts = (Fact("Blad", about(sheet, by, today)),)
    foot = "Gemaakt met leerlog, alleen uit wat gedeeld is voor dit gesprek."
    parts = tuple(map(_section, sheet.parts))
    return Document("Voor het gesprek", sheet.course, parts, facts, today, alone=True, foot=foot, paper=True)


def about(sheet: Sheet, by: str, today: date) -> Remarks:
    """What stands under the title: for what, by whom, and when the course is."""
    # Word for word what is on paper, on a screen too.
    days = dict.fromkeys(spoken_date(day) for day in (sheet.start, sheet.end) if day)
    parts = (f"Voor het gesprek, {full_date(today)}", shorten(by, NAME), " tot en met ".join(days))
    return Remarks(tuple(part for part in parts if part))


def _section(part: Part) -> Section:
    blocks: list[Block] = [Text(Words(text), part.heading, name=said) for said, text in part.texts]
    blocks += [Items(tuple(map(_item, part.items)), part.heading, whole=True)] if part.items else []
    blocks += [Text(f"… en nog {part.more}", part.heading, "dim")] if part.more else []
    return Section(part.heading, tuple(blocks), beside=part.shape == "beside" and len(blocks) > 1)


def _item(item: FollowUp) -> Item:
    return Item("", "", None, "", item.kind, item.text, item.who, item.due, item.done, item.ticked, None, item.result)
