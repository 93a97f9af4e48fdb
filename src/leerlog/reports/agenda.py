"""What was agreed, what stands in the way and what was asked, each with a name to tick it by."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from leerlog.domain.agenda import Item
from leerlog.domain.entry import Entry, Kind
from leerlog.domain.plan import plan_number

RECENT_DAYS = 14


class Agenda(NamedTuple):
    """Open items, overdue ones first, then by date, then without a date; and those done of late, newest first."""

    today: date
    open: tuple[Item, ...]
    done: tuple[Item, ...]


def items(entry: Entry, today: date) -> list[Item]:
    """The items of one entry, in its order."""
    return [
        Item(
            f"{entry.id}.{number}",
            entry.id,
            entry.date,
            entry.course,
            item.kind,
            item.text,
            item.who,
            item.due,
            item.done,
            item.ticked,
            (item.due - today).days if item.due and not item.ticked else None,
            item.result,
            item.private,
        )
        for number, item in enumerate(entry.follow_ups, 1)
    ]


def all_items(entries: Iterable[Entry], today: date) -> list[Item]:
    """The items of many entries, in their order."""
    return [item for entry in entries if entry.follow_ups for item in items(entry, today)]


def open_plans(entries: Iterable[Entry], today: date) -> tuple[Item, ...]:
    """The if-then plans that are still open, in the order of their entries, each with its course."""
    found = ((entry, plan_number(entry)) for entry in entries)
    plans = (items(entry, today)[number - 1] for entry, number in found if number)
    return tuple(plan for plan in plans if plan.open)


def told_apart(found: Iterable[Item]) -> tuple[Item, ...]:
    """The items of one list, those of several courses with the same words told with their course."""
    found = tuple(found)
    courses: dict[str, set[str]] = defaultdict(set)
    for item in found:
        courses[_words(item)].add(item.course)
    return tuple(item._replace(apart=True) if len(courses[_words(item)]) > 1 else item for item in found)


def _words(item: Item) -> str:
    return item.text.casefold().strip(" .")


def by_due(item: Item) -> tuple[bool, date, date, str]:
    """To sort by: overdue first, then by date, then without a date in the order they were made."""
    return item.due is None, item.due or date.max, item.since, item.ref


def build_agenda(entries: Iterable[Entry], today: date) -> Agenda:
    """Everything that is open, and what was done in the last days, each with its course."""
    found = all_items(entries, today)
    late = [item for item in found if item.done and (today - item.done).days <= RECENT_DAYS]
    late.sort(key=lambda item: (item.done or date.min, item.ref), reverse=True)
    waiting = sorted((item for item in found if item.open), key=by_due)
    shown = tuple(item._replace(apart=True) for item in (*waiting, *late))
    return Agenda(today, shown[: len(waiting)], shown[len(waiting) :])


def long_overdue(agenda: Agenda) -> Agenda:
    """Of an agenda what is long overdue, and nothing else."""
    return agenda._replace(open=tuple(item for item in agenda.open if item.long_overdue), done=())


def closed_before(item: Item, day: date) -> bool:
    """Whether it was done before a day; one ticked by hand counts as done when it was made."""
    return item.ticked and (item.done or item.since) < day


def agreed(found: Iterable[Item], start: date, before: date) -> tuple[Item, ...]:
    """What was agreed before a period that starts on `start`, open ones first, then what was done, newest first.

    That is what was made from `before` on, the start of the period before it,
    and what was made earlier and had not been done yet.
    """
    kept = [
        item
        for item in found
        if item.kind == "follow_up" and item.since < start and (item.since >= before or not closed_before(item, start))
    ]
    waiting = sorted((item for item in kept if item.open), key=by_due)
    done = sorted((item for item in kept if not item.open), key=lambda item: item.done or item.since, reverse=True)
    return told_apart([*waiting, *done])


def standing(found: Iterable[Item], kind: Kind, start: date, end: date) -> tuple[Item, ...]:
    """The obstacles or asks of a period: open ones made up to its end, and those resolved since its start."""
    kept = [item for item in found if item.kind == kind and item.since <= end and not closed_before(item, start)]
    return told_apart(sorted(kept, key=lambda item: (not item.open, by_due(item))))
