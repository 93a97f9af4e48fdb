"""What is about to leave the journal, word for word; and what has left it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from leerlog.domain.dates import count, full_date
from leerlog.domain.entry import Entry
from leerlog.domain.items import task_line
from leerlog.domain.period import ALL, Period, range_words
from leerlog.domain.share import TO, Kept, Share
from leerlog.render import words
from leerlog.render.page import Column, Fact, Page, Paragraph, Row, Rows, Section
from leerlog.render.pages.parts import MAIN, NOTE

LABELS = {"follow_up": "Afspraken", "obstacle": "Belemmeringen", "ask": "Vragen aan het team"}


def share_page(share: Share, kept: Kept, today: date, withdrawn: int = 0) -> Page:
    """Everything that a share holds, as whoever gets it can read it, and what stays behind.

    withdrawn: how many entries the file held before, and will no longer.
    """
    sections = []
    # Those of which it could not be told what is private come first: that is for a person to see.
    looked_at = [entry for entry in share.entries if entry.id in share.included]
    rest = [entry for entry in share.entries if entry.id not in share.included]
    look = (Paragraph("Kijk na of alles mee mag.", "Let op"),)
    for heading, warning, entries in (("Dit gaat mee omdat jij het zegt", look, looked_at), ("Dit gaat mee", (), rest)):
        sections += [Section(heading, warning)] if entries else []
        sections += [section for entry in entries for section in _entry(entry)]
    if withdrawn:
        sections.append(Section("Dit gaat eruit", (Paragraph(words.taken_out(withdrawn), "Gaat eruit"),)))
    sections.append(Section("Dit blijft hier", (Paragraph(_stays(kept), "Blijft hier"),)))
    title = f"Delen met {TO[share.to]}"
    said = words.entries(len(share.entries))
    under = f"door {share.by} · {range_words(share.period)}"
    facts = Fact("Delen met", TO[share.to]), Fact("Door", share.by), Fact("Periode", range_words(share.period))
    return Page(title, tuple(sections), said, under, (*facts, Fact("Notities", str(len(share.entries)))), today)


def _entry(entry: Entry) -> list[Section]:
    """An entry as it leaves, all its texts whole."""
    title = " · ".join(part for part in (full_date(entry.date), entry.title, entry.course) if part)
    fields = [("Id", entry.id), ("Checklist", entry.checklist), ("Waarde", entry.value or "")]
    fields.append(("Bouwt op", ", ".join(entry.builds_on)))
    told = tuple(Row((name, value), Fact(name, value)) for name, value in fields if value)
    sections = [Section(title, (Rows((Column("dim"), Column("dim", main=True)), told, 0),))]
    for answer in entry.answers:
        level = f" ({answer.value})" if answer.value else ""
        heading = f"{answer.title or 'Tekst'}{level}"
        blocks = Paragraph(heading, "Vraag", "strong"), Paragraph(answer.text, "Antwoord", indent=4)
        sections.append(Section("", blocks))
    for kind, name in LABELS.items():
        # With all that stands in the file: also for when it was, once it is done.
        lines = [task_line(item) for item in entry.follow_ups if item.kind == kind]
        if lines:
            sections.append(Section("", (Paragraph(name, "", "strong"), Paragraph("\n".join(lines), name, indent=4))))
    return sections


def _stays(kept: Kept) -> str:
    parts = [
        count(kept.answers, "antwoord dat je voor jezelf houdt", "antwoorden die je voor jezelf houdt"),
        count(kept.items, "afspraak, belemmering of vraag", "afspraken, belemmeringen en vragen"),
        count(kept.people, "naam bij Met", "namen bij Met"),
        count(kept.tags, "trefwoord", "trefwoorden"),
    ]
    numbers = (kept.answers, kept.items, kept.people, kept.tags)
    left = [part for part, number in zip(parts, numbers, strict=True) if number]
    return "\n".join([*left, "elke notitie die je niet hebt aangewezen om te delen, en hoe laat je de rest schreef"])


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


def shares_page(shared: Sequence[Sent], today: date) -> Page:
    """What was shared, the latest first: when, with whom, how many entries, over which days, and in which file."""
    times = count(len(shared), "keer", "keer")
    facts = (Fact("Gedeeld", times),)
    if not shared:
        nothing = Section("", (Paragraph("Je hebt nog niets gedeeld.", "Let op"),))
        return Page("Gedeeld", (nothing,), facts=facts, today=today)
    rows = tuple(_sent_row(each) for each in reversed(shared))
    block = Rows((Column("dim", right=True), MAIN, NOTE), rows, 0)
    return Page("Gedeeld", (Section("", (block,)),), times, facts=facts, today=today)


def _sent_row(sent: Sent) -> Row:
    number = words.entries(sent.number) + (f", {sent.withdrawn} ingetrokken" if sent.withdrawn else "")
    span = "alles" if sent.period.start == ALL.start else range_words(sent.period)
    parts = [part for part in (f"als {sent.by}" if sent.by else "", number, span) if part]
    to = TO.get(sent.to, sent.to)
    what = "later vervangen" if sent.replaced else "" if sent.there else "staat er niet meer"
    where = f"{sent.file} ({what})" if what else sent.file
    fact = Fact(f"Gedeeld op {words.spoken(sent.on)} met {to}, {', '.join(parts)}", where)
    return Row((sent.on, " · ".join((to, *parts)), where), fact)
