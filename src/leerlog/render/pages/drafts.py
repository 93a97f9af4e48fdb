"""The drafts that are waiting."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from leerlog.render.page import Column, Fact, Page, Paragraph, Row, Rows, Section
from leerlog.render.pages.parts import MAIN


class Waiting(NamedTuple):
    """A draft: its name, what it is about, how far it got, when, and the command to go on with it."""

    name: str
    about: str
    state: str
    day: date | None
    command: str


def drafts_page(drafts: Sequence[Waiting], today: date) -> Page:
    """Every draft with what to do with it."""
    facts = (Fact("Concepten", str(len(drafts))),)
    if not drafts:
        return Page("Concepten", (Section("", (Paragraph("Er ligt niets te wachten.", "Let op"),)),), facts=facts)
    rows = tuple(
        Row((each.day, each.about, each.state, each.command), Fact(f"{each.about}, {each.state}", each.command))
        for each in drafts
    )
    columns = (Column("dim", right=True), MAIN, Column("dim"), Column("command", narrow="below"))
    names = ", ".join(each.name for each in drafts)
    told = f"Verdergaan: leerlog drafts --resume NAAM\nWeggooien: leerlog drafts --remove NAAM\nNamen: {names}"
    how = Paragraph(told, "Verder", "dim")
    return Page("Concepten", (Section("", (Rows(columns, rows, 0),)), Section("", (how,))), facts=facts, today=today)
