"""Journals of any size to measure with: notes over ten years, in leerlog's and in jrnl's form."""

import random
from datetime import date, datetime, time, timedelta
from pathlib import Path

from leerlog.domain.entry import DAILY, DAILY_QUESTION, DAILY_TEXT, DAILY_TITLE, Answer, Entry, FollowUp, new_id, tidy
from leerlog.domain.value import Level
from leerlog.journal.writing import header, render

TEXTS = (
    "Een burger wist zelf al in welk dossier het stond, en had het sneller gevonden dan wij.",
    "Noor zocht op thema, niet op afzender, en had het in één keer.",
    "De jurist vroeg wat wij zelf zouden lakken. Dat had nog niemand gevraagd.",
    "Bij de balie werd minder teruggebeld sinds de brief korter is.",
)
YEARS = 10


def entries(size: int, last: date) -> list[Entry]:
    """`size` notes in the ten years up to and with `last`, in order of time; the same ones every time."""
    chance = random.Random(size)
    days = YEARS * 365
    made: list[Entry] = []
    for number in range(size):
        day = last - timedelta(days=days - 1 - number * days // size)
        made.append(_entry(chance, day, number, made))
    return made


def _entry(chance: random.Random, day: date, number: int, before: list[Entry]) -> Entry:
    recent = before[-50:]
    due = day + timedelta(days=14)
    item = FollowUp("follow_up", "Uitproberen in het spreekuur", "Anja", due, due, True)
    return Entry(
        new_id(day, chance.choices(range(32), k=6)),
        day,
        time(8 + number % 9, number % 60),
        DAILY,
        DAILY_TITLE,
        course=f"Leertraject {day.year}-{day.month // 4 + 1}" if chance.random() < 0.05 else "",
        value=chance.choice([*Level, None]),
        builds_on=(chance.choice(recent).id,) if recent and chance.random() < 0.05 else (),
        answers=(Answer(DAILY_QUESTION, chance.choice(TEXTS), DAILY_TEXT),),
        follow_ups=(item,) if chance.random() < 0.03 else (),
    )


def write_leerlog(folder: Path, notes: list[Entry]) -> None:
    """Write the notes as a journal of month files."""
    folder.mkdir(parents=True)
    months: dict[str, list[Entry]] = {}
    for note in notes:
        months.setdefault(f"{note.date:%Y-%m}", []).append(note)
    for month, its in months.items():
        body = "\n".join(render(tidy(note)) for note in its)
        (folder / f"{month}.md").write_text(header(its[0].date) + body, encoding="utf-8")


def write_jrnl(file: Path, notes: list[Entry]) -> None:
    """Write the same texts as one jrnl file."""
    lines = (
        f"[{datetime.combine(note.date, note.time or time.min):%Y-%m-%d %H:%M}] {note.first_line}\n" for note in notes
    )
    file.write_text("\n".join(lines), encoding="utf-8")
