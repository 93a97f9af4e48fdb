"""An agreement, obstacle or ask, where it stands on a day."""

from datetime import date
from typing import NamedTuple

from leerlog.domain.entry import FollowUp, Kind, says_dropped, why_dropped

SOON_DAYS = 7
LONG_DAYS = 30  # what is overdue for longer is told in one line
LATER = "Later: "  # what stands before a question that waits (`domain.waiting`)


def waits(item: "Item | FollowUp") -> bool:
    """Whether an item is, by its words, a question that waits and is kept for oneself."""
    return item.private and item.text.startswith(LATER)


class Item(NamedTuple):
    """A follow-up, obstacle or ask, where it stands today.

    ref: `<entry id>.<n>`, n counting the entry's items from 1.
    made: the day of its entry; None where nobody may be known.
    days: how many days are left until it is due, negative when that has
        passed; None when it has no date or is done.
    result: what came of it.
    private: kept out of what is shared.
    by: who wrote it, of several people.
    apart: whether it has to be told with its course, as everywhere in the agenda, and where another
        course has one in the same words.
    """

    ref: str
    entry: str
    made: date | None
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
    by: str = ""
    apart: bool = False

    @property
    def of(self) -> str:
        """The course that it has to be told with; "" when its words are enough."""
        return self.course if self.apart else ""

    @property
    def since(self) -> date:
        """The day of its entry, to sort by and to reckon with."""
        return self.made or date.min

    @property
    def open(self) -> bool:
        """Whether it still has to be done."""
        return not self.ticked

    @property
    def asks(self) -> str:
        """The question that it asks again, when it is one that waits; "" of any other item."""
        return self.text.removeprefix(LATER) if self.open and waits(self) else ""

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

    @property
    def long_overdue(self) -> bool:
        """Whether its day passed so long ago that it is only counted, unless it is asked for."""
        return self.days is not None and self.days < -LONG_DAYS


def by_whom(items: tuple[Item, ...]) -> list[tuple[str, tuple[Item, ...]]]:
    """Items by who does them, in alphabetical order; those of nobody come last."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(item.who, []).append(item)
    return [(who, tuple(groups[who])) for who in sorted(groups, key=lambda who: (not who, who.casefold()))]
