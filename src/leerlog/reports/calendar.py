"""What goes to a calendar: the open items with a date, each with a name that stays."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from leerlog.domain.agenda import Item
from leerlog.domain.course import argument
from leerlog.domain.entry import Entry
from leerlog.reports.agenda import all_items, by_due
from leerlog.reports.courses import build_courses
from leerlog.reports.method import Occasion, dates, weekly
from leerlog.reports.rules import ContentRules


class Event(NamedTuple):
    """An open item on the day that it is due, under a name that no other item has.

    command: what it asks to do; "" where ticking it is all.
    """

    uid: str
    item: Item
    command: str = ""


class Calendar(NamedTuple):
    """The events, the earliest first; `undated`: how many open items have no day.

    occasions: the days of the method, when these were asked for.
    """

    events: tuple[Event, ...]
    undated: int
    occasions: tuple[Occasion, ...] = ()


def build_calendar(entries: Iterable[Entry], today: date, rules: ContentRules) -> Calendar:
    """The open items with a date, as events.

    A name is made of the entry's id and the item's kind and words. So it stays
    when the item gets another day or person, and when others are added, ticked
    or put in another order; a place in the list would not. Other words make
    another event. The second item of the same words in an entry ends in -2.
    """
    seen: Counter[str] = Counter()
    found = []
    for item in all_items(entries, today):
        name = _name(item)
        seen[name] += 1
        uid = name if seen[name] == 1 else f"{name}-{seen[name]}"
        recall = argument(item.course) if rules.is_recall(item) else ""
        found.append(Event(f"{uid}@leerlog", item, f"leerlog recall{recall}" if recall else ""))
    waiting = [event for event in found if event.item.open]
    dated = sorted((event for event in waiting if event.item.due), key=lambda event: by_due(event.item))
    return Calendar(tuple(dated), len(waiting) - len(dated))


def with_reminders(calendar: Calendar, entries: Sequence[Entry], today: date, rules: ContentRules) -> Calendar:
    """The same with the daily question every week, and the days of the method that are still to come.

    entries: all that say something of a course, and the meetings.
    """
    found = dates(entries, build_courses(entries, today, rules), today, rules)
    return calendar._replace(occasions=(weekly(today), *found))


def _name(item: Item) -> str:
    # Case and spaces are what a hand mends without meaning something else.
    words = f"{item.kind} {' '.join(item.text.split()).casefold()}"
    return f"{item.entry}-{sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
