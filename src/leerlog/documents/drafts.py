"""The drafts that are waiting, and what was begun and not ended as part of another document."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from leerlog.documents.blocks import Block, Column, Command, Document, Fact, Section, Table, Text
from leerlog.documents.phrases import ago


class Waiting(NamedTuple):
    """A draft: its name, what it is about, how far it got, when, and the command to go on with it."""

    name: str
    about: str
    state: str
    day: date | None
    command: str


def unfinished(drafts: Sequence[Waiting], today: date, most: int = 3) -> Iterator[Section]:
    """What was begun and not ended: how far it got, how long ago, and how to go on."""
    blocks: list[Block] = []
    for each in drafts[:most]:
        since = ago((today - each.day).days) if each.day else ""
        state = ", ".join(part for part in (each.state, since) if part)
        blocks.append(Text(f"{each.about}: {state}", "Nog niet af"))
        blocks.append(Text(Command(each.command), "Opdracht", under=True))
    if (left := len(drafts) - most) > 0:
        blocks.append(Text(f"… nog {left}, met leerlog drafts alles", "Niet getoond", "dim"))
    if blocks:
        yield Section("Nog niet af", tuple(blocks))


def drafts_document(drafts: Sequence[Waiting], today: date) -> Document:
    """Every draft with what to do with it."""
    facts = (Fact("", str(len(drafts)), "spoken"),)
    if not drafts:
        return Document("Concepten", "", (Section("", (Text("Er ligt niets te wachten.", "Let op"),)),), facts)
    columns = (
        Column(right=True, style="dim", only="drawn"),
        Column(named=True, main=True),
        Column(named=True, style="dim"),
        Column(style="command", narrow="below"),
    )
    rows = tuple((each.day, each.about, each.state, Command(each.command)) for each in drafts)
    how = (
        "Verdergaan: leerlog drafts --resume NAAM",
        "Weggooien: leerlog drafts --remove NAAM",
        f"Namen: {', '.join(each.name for each in drafts)}",
    )
    sections = (Section("", (Table(columns, rows),)), Section("", tuple(Text(each, "", "dim") for each in how)))
    return Document("Concepten", "", sections, facts, today)
