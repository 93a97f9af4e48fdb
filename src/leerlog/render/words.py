"""The same few things said the same way on every page."""

from collections.abc import Callable
from datetime import date

from leerlog.domain.agenda import Item
from leerlog.domain.course import Course
from leerlog.domain.dates import MONTHS, count, short_date
from leerlog.domain.entry import ENDS, Entry, FollowUp
from leerlog.domain.period import Period, range_words
from leerlog.domain.value import Level

KINDS = {"follow_up": "Afspraak", "obstacle": "Belemmering", "ask": "Vraag"}
ALL_OF_IT = "met --full alles"
# Of what is neither done nor to do: no tick, and no box that can be ticked.
DROPPED_MARK = "–"
WEIGH = "leerlog review --weigh"
CAME = "Wat ervan kwam"
NOT_YET = "Daar staat nog niets over in je leerlog."

Say = Callable[[date], str]


def spoken(day: date) -> str:
    """7 oktober 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def brief(today: date) -> Say:
    """Says a day as 7 okt, with its year when that is not today's."""
    return lambda day: short_date(day, today)


def entries(number: int) -> str:
    """1 notitie, 2 notities."""
    return count(number, "notitie", "notities")


def taken_out(number: int) -> str:
    """What a share no longer holds: 2 notities die er eerder in stonden."""
    return count(number, "notitie die er eerder in stond", "notities die er eerder in stonden")


def level_name(level: Level | None) -> str:
    """Toegepast; nothing for what has no level."""
    return level.value.capitalize() if level else ""


def left(days: int | None) -> str:
    """How long there is until something is due: vandaag, morgen, nog 5 dagen, 22 dagen over tijd."""
    if days is None:
        return ""
    if days < 0:
        return count(-days, "dag", "dagen") + " over tijd"
    return {0: "vandaag", 1: "morgen"}.get(days, f"nog {days} dagen")


def ago(days: int) -> str:
    """How long since something: vandaag, gisteren, 5 dagen geleden, 3 maanden geleden."""
    if days < 2:
        return "gisteren" if days == 1 else "vandaag"
    for size, one, more in ((365, "jaar", "jaar"), (30, "maand", "maanden"), (7, "week", "weken"), (1, "dag", "dagen")):
        if days >= 2 * size:
            return f"{count(days // size, one, more)} geleden"
    raise AssertionError


def change(number: int | None) -> str:
    """+2, −1 or = for the change from the period before; nothing when there is none."""
    if number is None:
        return ""
    return "=" if not number else f"{'+' if number > 0 else '−'}{abs(number)}"


def short_period(period: Period) -> str:
    """What a heading calls a period: Q3, okt, week 46, 2025."""
    start = period.start
    names = {
        "quarter": f"Q{(start.month + 2) // 3}",
        "month": short_date(start).partition(" ")[2],
        "week": f"week {start.isocalendar().week}",
        "year": str(start.year),
    }
    return names.get(period.kind, "ervoor")


def before(period: Period) -> str:
    """What a sentence calls the period before: vorig kwartaal."""
    names = {"quarter": "vorig kwartaal", "month": "vorige maand", "week": "vorige week", "year": "vorig jaar"}
    return names.get(period.kind, "daarvoor")


def period_title(period: Period) -> str:
    """Vierde kwartaal 2026, or the days themselves when the period has no name."""
    named = period.kind in ("week", "month", "quarter", "year") or period.label.startswith("de laatste")
    return period.label if named else range_words(period)


def how_to_share(audience: str) -> str:
    """How to mark what is for an audience: team, leidinggevende."""
    return (
        f"Kies zelf wat je deelt: zet --share {audience} achter je opdracht, "
        f"of antwoord {audience} op de vraag met wie je deelt.\n"
        f"Bij een notitie die er al is: zet in het maandbestand de regel '- Delen: {audience}' onder de kop."
    )


def harvest_kept(entry: Entry, audience: str) -> str:
    """That a harvest is not shared with an audience, and how to mark it after all."""
    line = f"'- Delen: {', '.join((*entry.share, audience))}'"
    how = f"maak van de regel met Delen {line}" if entry.share else f"zet de regel {line} onder de kop"
    return (
        f"Let op: je oogst (notitie {entry.id}) staat niet op het blad, want je deelt hem niet met je {audience}.\n"
        f"Wil je dat wel? Ga in {entry.file} naar die notitie, en {how}."
    )


def ending(item: Item | FollowUp, say: Say) -> str:
    """How and when an item came to its end: gedaan 7 oktober 2026; nothing for one that is only ticked."""
    if item.done:
        return f"{ended(item)} {say(item.done)}"
    return ended(item) if item.dropped else ""


def ended(item: Item | FollowUp) -> str:
    """How an item that is ticked came to its end."""
    return "vervallen" if item.dropped else ENDS[item.kind]


def item_state(item: Item, say: Say) -> str:
    """Where an item stands, for who hears it: open, wie Anja, voor 7 december 2026, nog 14 dagen."""
    parts = ["open" if item.open else ended(item)]
    if item.done:
        parts[0] += f" op {say(item.done)}"
    if item.who:
        parts.append(f"wie {item.who}")
    if item.due and item.open:
        parts += [f"voor {say(item.due)}", left(item.days)]
    return ", ".join(parts)


def course_state(course: Course, today: date, say: Say, *, whole: bool = True) -> list[str]:
    """Where a course stands, in a few words each: afgerond 6 nov, nog 3 dagen om toe te passen, HILL 14 van 21.

    whole: whether all that was written of it is known; else that nothing of it was applied can't be said.
    """
    steps = [_ahead(course, say)] if course.phase in ("gepland", "bezig") else _past(course, say)
    window = _window(course, today)
    untouched = whole and not course.applied and not window and course.phase in ("afgerond", "geoogst")
    hill = f"HILL {course.hill} van {course.hill_most}" if course.hill is not None else ""
    return [part for part in (*steps, window, "nog niet toegepast" if untouched else "", hill) if part]


def _ahead(course: Course, say: Say) -> str:
    if course.phase == "gepland":
        return f"begint {say(course.start)}" if course.start else "nog zonder datum"
    return f"bezig t/m {say(course.end)}" if course.end else "bezig"


def _past(course: Course, say: Say) -> list[str]:
    """What has happened, in the order in which it did."""
    days = [(course.end, "afgerond"), (course.applied, "toegepast"), (course.reaped, "geoogst")]
    return [f"{word} {say(day)}" for day, word in sorted((day, word) for day, word in days if day)]


def _window(course: Course, today: date) -> str:
    if not course.window:
        return ""
    days = (course.window - today).days
    return f"nog {count(days, 'dag', 'dagen')} om toe te passen" if days else "vandaag nog om toe te passen"
