"""What is about to leave the journal, word for word; and what has left it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from leerlog.documents.blocks import Block, Column, Document, Fact, Phrase, Remarks, Section, Table, Text, Total, Words
from leerlog.documents.phrases import LISTS, NOTES, about
from leerlog.domain.dates import count, full_date
from leerlog.domain.entry import Entry
from leerlog.domain.items import task_line
from leerlog.domain.period import ALL, Period
from leerlog.domain.share import TO, Kept, Share

FIELDS = Column(named=True, style="dim"), Column(main=True, style="dim")


def share_document(share: Share, kept: Kept, today: date, withdrawn: int = 0) -> Document:
    """Everything that a share holds, as whoever gets it can read it, and what stays behind.

    withdrawn: how many entries the file held before, and will no longer.
    """
    sections: list[Section] = []
    # Those of which it could not be told what is private come first: that is for a person to see.
    looked_at = [entry for entry in share.entries if entry.id in share.included]
    rest = [entry for entry in share.entries if entry.id not in share.included]
    look = (Text("Kijk na of alles mee mag.", "Let op"),)
    for heading, warning, entries in (("Dit gaat mee omdat jij het zegt", look, looked_at), ("Dit gaat mee", (), rest)):
        sections += [Section(heading, warning)] if entries else []
        sections += [section for entry in entries for section in _entry(entry)]
    if withdrawn:
        sections.append(Section("Dit gaat eruit", (Text(taken_out(withdrawn), "Gaat eruit"),)))
    sections.append(Section("Dit blijft hier", tuple(Text(part, "Blijft hier") for part in _stays(kept))))
    facts = (
        Fact("", Remarks((f"door {share.by}", Phrase((share.period,))))),
        Fact("Notities", Total(len(share.entries), NOTES), "aside"),
    )
    return Document("Voorbeeld", f"Delen met {TO[share.to]}", tuple(sections), facts, today, alone=True)


def taken_out(number: int) -> str:
    """What a share no longer holds: 2 notities die er eerder in stonden."""
    return count(number, "notitie die er eerder in stond", "notities die er eerder in stonden")


def _entry(entry: Entry) -> Iterator[Section]:
    """An entry as it leaves, all its texts whole."""
    fields = [("Id", entry.id), ("Checklist", entry.checklist), ("Waarde", entry.value or "")]
    fields.append(("Bouwt op", ", ".join(entry.builds_on)))
    rows = tuple((name, str(value)) for name, value in fields if value)
    yield Section(about(full_date(entry.date), entry.title, entry.course), (Table(FIELDS, rows),))
    for answer in entry.answers:
        level = f" ({answer.value})" if answer.value else ""
        yield _whole(f"{answer.title or 'Tekst'}{level}", answer.text, "Vraag", "Antwoord")
    for kind, name in LISTS.items():
        # With all that stands in the file: also for when it was, once it is done.
        if lines := [task_line(item) for item in entry.follow_ups if item.kind == kind]:
            yield _whole(name, "\n".join(lines), "", name)


def _whole(heading: str, text: str, asked: str, label: str) -> Section:
    blocks: tuple[Block, ...] = (Text(heading, asked, "strong"), Text(Words(text), label, under=True))
    return Section("", blocks)


def _stays(kept: Kept) -> Iterator[str]:
    parts = {
        count(kept.answers, "antwoord dat je voor jezelf houdt", "antwoorden die je voor jezelf houdt"): kept.answers,
        count(kept.items, "afspraak, belemmering of vraag", "afspraken, belemmeringen en vragen"): kept.items,
        count(kept.people, "naam bij Met", "namen bij Met"): kept.people,
        count(kept.tags, "trefwoord", "trefwoorden"): kept.tags,
    }
    yield from (part for part, number in parts.items() if number)
    yield "elke notitie die je niet hebt aangewezen om te delen, en hoe laat je de rest schreef"


class Sent(NamedTuple):
    """One time that something was shared: with whom, under which name ("" when it was not kept), and how much.

    withdrawn: how many entries of an earlier one it took back.
    there, replaced: whether its file is still there, and whether a later one took its place.
    """

    on: date
    to: str
    by: str
    number: int
    withdrawn: int
    period: Period
    file: str
    there: bool = True
    replaced: bool = False


def shares_document(shared: Sequence[Sent], today: date) -> Document:
    """What was shared, the latest first: when, with whom, how many entries, over which days, and in which file."""
    facts = (Fact("", Total(len(shared), ("keer", "keer")), "aside" if shared else "spoken"),)
    if not shared:
        nothing = Section("", (Text("Je hebt nog niets gedeeld.", "Let op"),))
        return Document("Gedeeld", "", (nothing,), facts, today)
    columns = (
        Column(said="op {}", named=True, right=True, style="dim"),
        Column(said="met {}", named=True, main=True),
        Column(style="dim", narrow="below"),
    )
    table = Table(columns, tuple(map(_sent, reversed(shared))), "Gedeeld")
    return Document("Gedeeld", "", (Section("", (table,)),), facts, today)


def _sent(sent: Sent) -> tuple[date, Remarks, str]:
    number = count(sent.number, *NOTES) + (f", {sent.withdrawn} ingetrokken" if sent.withdrawn else "")
    span = "alles" if sent.period.start == ALL.start else Phrase((sent.period,))
    told = (TO.get(sent.to, sent.to), *((f"als {sent.by}",) if sent.by else ()), number, span)
    what = "later vervangen" if sent.replaced else "" if sent.there else "staat er niet meer"
    return sent.on, Remarks(told), f"{sent.file} ({what})" if what else sent.file
