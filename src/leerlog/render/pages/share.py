"""What is about to leave the journal, word for word; and what has left it."""

from collections.abc import Sequence
from datetime import date

from leerlog.domain.dates import count, full_date
from leerlog.domain.entry import Entry
from leerlog.domain.items import task_line
from leerlog.domain.period import ALL, Period, range_words
from leerlog.domain.share import TO, Kept, Share
from leerlog.render import words
from leerlog.render.page import Column, Fact, Page, Paragraph, Row, Rows, Section
from leerlog.render.pages.parts import MAIN, NOTE

LABELS = {"follow_up": "Afspraken", "obstacle": "Belemmeringen", "ask": "Vragen aan het team"}


def share_page(share: Share, kept: Kept, today: date) -> Page:
    """Everything that a share holds, as whoever gets it can read it, and what stays behind."""
    sections = [Section("Dit gaat mee", ())] if share.entries else []
    for entry in share.entries:
        sections += _entry(entry)
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


def shares_page(shared: Sequence[tuple[str, str, int, Period, str, bool]], today: date) -> Page:
    """What was shared, the latest first: when, with whom, how many entries, over which days, and in which file.

    The last of each says whether that file is still there.
    """
    rows = []
    for on, to, number, period, file, there in reversed(shared):
        day = date.fromisoformat(on[:10])
        span = "alles" if period.start == ALL.start else range_words(period)
        where = file if there else f"{file} (staat er niet meer)"
        fact = Fact(f"Gedeeld op {words.spoken(day)} met {TO.get(to, to)}, {words.entries(number)}, {span}", where)
        rows.append(Row((day, f"{TO.get(to, to)} · {words.entries(number)} · {span}", where), fact))
    if not rows:
        return Page("Gedeeld", (Section("", (Paragraph("Je hebt nog niets gedeeld.", "Let op"),)),), today=today)
    block = Rows((Column("dim", right=True), MAIN, NOTE), tuple(rows), 0)
    return Page("Gedeeld", (Section("", (block,)),), count(len(rows), "keer", "keer"), today=today)
