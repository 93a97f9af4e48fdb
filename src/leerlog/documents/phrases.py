"""What more than one document says, in the same words."""

from collections.abc import Sequence
from datetime import date

from leerlog.documents.blocks import Figures, Phrase, Remarks
from leerlog.domain.agenda import Item
from leerlog.domain.course import Course
from leerlog.domain.dates import count, spoken_date
from leerlog.domain.entry import ENDS, Entry, FollowUp, Kind
from leerlog.domain.period import Period, range_words

WEIGH = "leerlog review --weigh"
NOTES = "notitie", "notities"
PEOPLE = "mens", "mensen"
KIND_NAMES: dict[Kind, str] = {"follow_up": "Afspraak", "obstacle": "Belemmering", "ask": "Vraag"}
LISTS: dict[Kind, str] = {"follow_up": "Afspraken", "obstacle": "Belemmeringen", "ask": "Vragen aan het team"}


def about(*parts: str) -> str:
    """What a heading says: Voorbereiding · Woo-training."""
    return " · ".join(part for part in parts if part)


def ago(days: int) -> str:
    """How long since something: vandaag, gisteren, 5 dagen geleden, 3 maanden geleden."""
    if days < 2:
        return "gisteren" if days == 1 else "vandaag"
    for size, one, more in ((365, "jaar", "jaar"), (30, "maand", "maanden"), (7, "week", "weken"), (1, "dag", "dagen")):
        if days >= 2 * size:
            return f"{count(days // size, one, more)} geleden"
    raise AssertionError


def period_title(period: Period) -> str:
    """Vierde kwartaal 2026, or the days themselves when the period has no name."""
    named = period.kind in ("week", "month", "quarter", "year") or period.label.startswith("de laatste")
    return period.label if named else range_words(period)


def ended(item: FollowUp | Item) -> str:
    """How an item that is ticked came to its end."""
    return "vervallen" if item.dropped else ENDS[item.kind]


def done_of(items: Sequence[Item]) -> Figures:
    """How many of these, of one kind, are done, and how many were dropped: 1 van 3 gedaan, 1 vervallen."""
    dropped = sum(item.dropped for item in items)
    done = sum(not item.open for item in items) - dropped
    ends = ENDS[items[0].kind] if items else ENDS["follow_up"]
    said = f"{done} van {len(items)} {ends}" + (f", {dropped} vervallen" if dropped else "")
    return Figures(said, (("samen", len(items)), (ends, done), ("vervallen", dropped or None)))


def how_to_share(audience: str) -> tuple[str, ...]:
    """How to mark what is for an audience: team, leidinggevende."""
    return (
        f"Kies zelf wat je deelt: zet --share {audience} achter je opdracht, "
        f"of antwoord {audience} op de vraag met wie je deelt.",
        f"Bij een notitie die er al is: leerlog edit --share {audience}",
    )


def called(name: str) -> str:
    """What a text is called, in front of it: Verwacht: , or Hoe was het? ; nothing for what has no name."""
    return f"{name}{'' if name.endswith('?') else ':'} " if name else ""


def item_line(item: FollowUp | Item) -> str:
    """An item on one line, with who, when, and what came of it."""
    due = f"voor {spoken_date(item.due)}" if item.due and item.open else ""
    ending = ended(item) if item.done or item.dropped else ""
    done = f"{ending} {spoken_date(item.done)}" if item.done else ending
    state = ", ".join(part for part in (item.who, due, done) if part)
    return item.text + (f" ({state})" if state else "") + (f" → {item.outcome}" if item.outcome else "")


def harvest_kept(entry: Entry, audience: str) -> str:
    """That a harvest is not shared with an audience, and how to mark it after all."""
    return (
        f"Let op: je oogst (notitie {entry.id}) staat niet op het blad, want je deelt hem niet met je {audience}.\n"
        f"Wil je dat wel? leerlog edit {entry.id} --share {audience}"
    )


def course_state(course: Course, today: date, *, whole: bool = True) -> Remarks:
    """Where a course stands, in a few words each: afgerond 6 nov, nog 3 dagen om toe te passen, HILL 14 van 21.

    whole: whether all that was written of it is known; else that nothing of it was applied can't be said.
    """
    steps = [_ahead(course)] if course.phase in ("gepland", "bezig") else _past(course)
    window = _window(course, today)
    untouched = whole and not course.applied and not window and course.phase in ("afgerond", "geoogst")
    hill = f"HILL {course.hill} van {course.hill_most}" if course.hill is not None else ""
    last = (window, "nog niet toegepast" if untouched else "", hill)
    return Remarks((*steps, *(part for part in last if part)))


def _ahead(course: Course) -> str | Phrase:
    if course.phase == "gepland":
        return Phrase(("begint ", course.start)) if course.start else "nog zonder datum"
    return Phrase(("bezig t/m ", course.end)) if course.end else "bezig"


def _past(course: Course) -> list[Phrase]:
    """What has happened, in the order in which it did."""
    days = [(course.end, "afgerond"), (course.applied, "toegepast"), (course.reaped, "geoogst")]
    return [Phrase((f"{word} ", day)) for day, word in sorted((day, word) for day, word in days if day)]


def _window(course: Course, today: date) -> str:
    if not course.window:
        return ""
    days = (course.window - today).days
    return f"nog {count(days, 'dag', 'dagen')} om toe te passen" if days else "vandaag nog om toe te passen"
