"""What was brought, and notes, as rows of values below their heads: for every form that is a table."""

from datetime import date, time

from leerlog.domain.entry import Entry
from leerlog.domain.items import task_line
from leerlog.domain.outcome import Outcome
from leerlog.domain.value import Level

Value = str | int | float | date | time | None

OUTCOME_HEADS = ("Niveau", "Waarde", "Datum", "Leertraject", "Wie", "Tekst", "Privé", "Notitie")
NOTE_HEADS = (
    "Niveau", "Waarde", "Datum", "Tijd", "Soort", "Leertraject", "Met", "Trefwoorden", "Gedeeld met", "Bouwt op",
    "Tekst", "Te doen", "Notitie",
)  # fmt: skip


def level_cells(level: Level | None) -> tuple[Value, Value]:
    """The number of a level and its name; nothing for what has none."""
    return (level.number, str(level)) if level else (None, None)


def outcome_row(each: Outcome) -> tuple[Value, ...]:
    """The cells of an outcome, as OUTCOME_HEADS has them."""
    private = "ja" if each.private else None
    return (*level_cells(each.level), each.date, each.course, each.by, each.text, private, each.entry)


def note_row(entry: Entry, level: Level | None) -> tuple[Value, ...]:
    """The cells of a note, as NOTE_HEADS has them."""
    texts = (f"{answer.title}\n{answer.text}" if answer.title else answer.text for answer in entry.answers)
    names = map(", ".join, (entry.people, entry.tags, entry.share, entry.builds_on))
    to_do = "\n".join(task_line(item).removeprefix("- ") for item in entry.follow_ups)
    when = (entry.date, entry.time)
    return (*level_cells(level), *when, entry.title, entry.course, *names, "\n\n".join(texts), to_do, entry.id)
