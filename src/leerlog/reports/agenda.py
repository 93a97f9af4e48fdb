"""What was agreed, what stands in the way and what was asked, each with a name to tick it by."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from leerlog.domain.entry import Entry, Kind, says_dropped, why_dropped

RECENT_DAYS = 14
SOON_DAYS = 7


class Item(NamedTuple):
    """A follow-up, obstacle or ask, where it stands today.

    ref: `<entry id>.<n>`, n counting the entry's items from 1.
    made: the day of its entry.
    days: how many days are left until it is due, negative when that has
        passed; None when it has no date or is done.
    result: what came of it.
    private: kept out of what is shared.
    apart: whether it has to be told with its course, as another course has one in the same words.
    """

    ref: str
    entry: str
    made: date
    course: str
    kind: Kind
    text: str
    who: str = ""
    due: date | None = None
    done: date | None = None
    ticked: bool = False
    days: int | None = None
    result: str = ""
    private: bool = False
    apart: bool = False

    @property
    def of(self) -> str:
        """The course that it has to be told with; "" when its words are enough."""
        return self.course if self.apart else ""

    @property
    def open(self) -> bool:
        """Whether it still has to be done."""
        return not self.ticked

    @property
    def dropped(self) -> bool:
        """Whether it was ticked because nobody will do it any more."""
        return self.ticked and says_dropped(self.result)

    @property
    def outcome(self) -> str:
        """What came of it; of what was dropped only why, "" when that was not said."""
        return why_dropped(self.result) if self.dropped else self.result

    @property
    def overdue(self) -> bool:
        """Whether its day has passed without it being done."""
        return self.days is not None and self.days < 0


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
    return item.due is None, item.due or date.max, item.made, item.ref


def build_agenda(entries: Iterable[Entry], today: date, recent_days: int = RECENT_DAYS) -> Agenda:
    """Everything that is open, and what was done in the last days."""
    found = all_items(entries, today)
    late = [item for item in found if item.done and (today - item.done).days <= recent_days]
    late.sort(key=lambda item: (item.done or date.min, item.ref), reverse=True)
    waiting = sorted((item for item in found if item.open), key=by_due)
    shown = told_apart([*waiting, *late])
    return Agenda(today, shown[: len(waiting)], shown[len(waiting) :])


def closed_before(item: Item, day: date) -> bool:
    """Whether it was done before a day; one ticked by hand counts as done when it was made."""
    return item.ticked and (item.done or item.made) < day


def agreed(found: Iterable[Item], start: date, before: date) -> tuple[Item, ...]:
    """What was agreed before a period that starts on `start`, open ones first, then what was done, newest first.

    That is what was made from `before` on, the start of the period before it,
    and what was made earlier and had not been done yet.
    """
    kept = [
        item
        for item in found
        if item.kind == "follow_up" and item.made < start and (item.made >= before or not closed_before(item, start))
    ]
    waiting = sorted((item for item in kept if item.open), key=by_due)
    done = sorted((item for item in kept if not item.open), key=lambda item: item.done or item.made, reverse=True)
    return told_apart([*waiting, *done])


def standing(found: Iterable[Item], kind: Kind, start: date, end: date) -> tuple[Item, ...]:
    """The obstacles or asks of a period: open ones made up to its end, and those resolved since its start."""
    kept = [item for item in found if item.kind == kind and item.made <= end and not closed_before(item, start)]
    return told_apart(sorted(kept, key=lambda item: (not item.open, by_due(item))))
