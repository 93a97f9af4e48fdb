"""The drafts that are waiting."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from leerlog.render import words
from leerlog.render.page import Block, Column, Fact, Page, Paragraph, Row, Rows, Section
from leerlog.render.pages.parts import MAIN


class Waiting(NamedTuple):
    """A draft: its name, what it is about, how far it got, when, and the command to go on with it."""

    name: str
    about: str
    state: str
    day: date | None
    command: str


def unfinished(drafts: Sequence[Waiting], today: date, most: int = 3) -> list[Section]:
    """What was begun and not ended, as part of another page: how far it got, how long ago, and how to go on."""
    blocks: list[Block] = []
    for each in drafts[:most]:
        ago = words.ago((today - each.day).days) if each.day else ""
        state = ", ".join(part for part in (each.state, ago) if part)
        blocks += [
            Paragraph(f"{each.about}: {state}", "Nog niet af"),
            Paragraph(each.command, "Opdracht", "command", 4),
        ]
    if left := len(drafts) - most if len(drafts) > most else 0:
        blocks.append(Paragraph(f"… nog {left}, met leerlog drafts alles", "Niet getoond", "dim"))
    return [Section("Nog niet af", tuple(blocks))] if blocks else []


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
