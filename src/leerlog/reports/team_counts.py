"""How much a team has of every value level, as far as it may be shown."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from leerlog.domain.entry import Entry
from leerlog.domain.period import Period, previous
from leerlog.domain.value import Level
from leerlog.reports.disclosure import People, disclose, enough
from leerlog.reports.lens import Lens
from leerlog.reports.levels import Yield, by_level
from leerlog.reports.members import Member
from leerlog.reports.order import within
from leerlog.reports.team_bulk import Places, Sum, newest, only, sum_up


@dataclass(frozen=True, slots=True)
class Count:
    """How much there is of one level; a number that may not be shown is None, and its items are left out.

    items: of what was read whole all of them, and of what came in bulk the newest.
    """

    level: Level | None
    title: str
    count: int | None
    previous_count: int | None
    items: tuple[Yield, ...] = ()

    @property
    def change(self) -> int | None:
        """How many more than in the period before."""
        return None if self.count is None or self.previous_count is None else self.count - self.previous_count


class Counts(NamedTuple):
    """The levels with what has none last, how many entries there are now and were before, and who wrote what.

    people: who has an entry in the period, by their number among the members.
    writer: of what came in bulk and is shown, by the entry's id.
    """

    levels: tuple[Count, ...]
    total: int | None
    before: int | None
    people: People
    writer: dict[str, int]


class Span(NamedTuple):
    """What there is in one period: entries that were read whole, what they brought of each level, and what is in bulk.

    writer: who wrote an entry, by its id.
    """

    entries: Sequence[Entry]
    items: Mapping[Level | None, Sequence[Yield]]
    bulk: Sum
    writer: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many entries there are."""
        return len(self.entries) + self.bulk.total

    @property
    def people(self) -> People:
        """Who wrote any."""
        return self.bulk.writers | {self.writer[entry.id] for entry in self.entries}

    def number(self, level: Level | None) -> int:
        """How much there is of a level."""
        return len(self.items[level]) + self.bulk.numbers.get(level, 0)

    def disclosed(self, minimum: int) -> tuple[frozenset[Level | None], bool]:
        """The levels whose number may be shown, and whether that of the entries may be."""
        if not enough(self.people, minimum):
            return frozenset(), False
        return disclose(self.items, self._parts(), minimum)

    def _parts(self) -> dict[frozenset[Level | None], People]:
        """Who has an entry of just these levels; one that brought nothing is of none."""
        levels: dict[str, set[Level | None]] = {entry.id: set() for entry in self.entries}
        for level, items in self.items.items():
            for each in items:
                levels[each.entry].add(level)
        found: defaultdict[frozenset[Level | None], People] = defaultdict(frozenset)
        for name, its in levels.items():
            found[frozenset(its)] |= {self.writer[name]}
        for place, people in self.bulk.people.items():
            found[frozenset() if place == "rest" else frozenset({place})] |= people
        return found


def count_team(
    found: Sequence[Member],
    entries: Sequence[Entry],
    period: Period,
    lens: Lens,
    *,
    minimum: int | None,
    most: int | None,
) -> Counts:
    """The numbers of a team.

    entries: of all members what was read whole, in order of time.
    minimum: how many people a number has to be about, when nobody may be known; None when names are shown.
    most: how much to show of each level of what came in bulk; None for all of it.
    """
    writer = {entry.id: number for number, member in enumerate(found) for entry in member.entries}
    places = Places(lens)

    def span(each: Period | None) -> Span:
        inside = within(entries, each) if each else ()
        return Span(inside, by_level(inside, lens), sum_up(found, each, places), writer)

    before = previous(period)
    now, then = span(period), span(before)
    (open_now, total), (open_then, total_before) = (
        (frozenset(each.items), True) if minimum is None else each.disclosed(minimum) for each in (now, then)
    )
    shown = newest(found, period, places, most, by_words=minimum is not None)
    brought = {level: [each for _, entry in some if (each := only(entry, lens))] for level, some in shown.items()}

    def count(level: Level | None) -> Count:
        items = (*now.items[level], *brought.get(level, ())) if level in open_now else ()
        return Count(
            level,
            lens.titles.get(level, level.capitalize()) if level else "",
            now.number(level) if level in open_now else None,
            then.number(level) if before and level in open_then else None,
            _in_order(items) if minimum is None else _nameless(items, period),
        )

    return Counts(
        tuple(map(count, now.items)),
        now.total if total else None,
        then.total if before and total_before else None,
        now.people,
        {entry.id: number for some in shown.values() for number, entry in some},
    )


def _in_order(items: Iterable[Yield]) -> tuple[Yield, ...]:
    return tuple(sorted(items, key=lambda each: (each.date, each.entry)))


def _nameless(items: Iterable[Yield], period: Period) -> tuple[Yield, ...]:
    """Only the words, in an order that says nothing of who wrote them or when."""
    bare = [each._replace(entry="", date=period.start, course="", question="") for each in items]
    return tuple(sorted(bare, key=lambda each: each.text))
