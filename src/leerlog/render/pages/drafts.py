"""The drafts that are waiting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from leerlog.render.page import Column, Fact, Page, Paragraph, Row, Rows, Section
from leerlog.render.pages.parts import MAIN


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft: its name, what it is about, how far it got, when, and the command to go on with it."""

    name: str
    about: str
    state: str
    day: date | None
    command: str


def drafts_page(drafts: Sequence[Waiting], today: date) -> Page:
    """Every draft with what to do with it."""
    if not drafts:
        return Page("Concepten", (Section("", (Paragraph("Er ligt niets te wachten.", "Let op"),)),))
    rows = tuple(
        Row((each.name, each.about, each.state, each.day), Fact(f"{each.name}, {each.about}", each.command))
        for each in drafts
    )
    commands = tuple(Row((each.name, each.command)) for each in drafts)
    columns = (Column("command"), MAIN, Column("dim"), Column("dim", right=True))
    sections = (
        Section("", (Rows(columns, rows, 0),)),
        Section("Verder ermee", (Rows((Column("dim"), MAIN), commands, 0),)),
        Section("", (Paragraph("Weg ermee: leerlog drafts --remove en de naam ervoor", "Weggooien"),)),
    )
    return Page("Concepten", sections, today=today)
