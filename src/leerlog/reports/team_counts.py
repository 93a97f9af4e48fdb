"""How much a team has of every value level, as far as it may be shown."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from leerlog.domain.entry import Entry
from leerlog.domain.period import Period
from leerlog.domain.value import Level
from leerlog.reports.disclosure import People, disclose, enough
from leerlog.reports.levels import Outcome, by_level
from leerlog.reports.order import within
from leerlog.reports.rules import ContentRules


@dataclass(frozen=True, slots=True)
class Count:
    """How much there is of one level; a number that may not be shown is None, and its items are left out."""

    level: Level | None
    title: str
    count: int | None
    previous_count: int | None
    items: tuple[Outcome, ...] = ()

    @property
    def change(self) -> int | None:
        """How many more than in the period before."""
        return None if self.count is None or self.previous_count is None else self.count - self.previous_count


class Counts(NamedTuple):
    """The levels with what has none last, how many entries there are now and were before, and who wrote any now.

    people: by their number among the members.
    """

    levels: tuple[Count, ...]
    total: int | None
    before: int | None
    people: People


class Span(NamedTuple):
    """What there is in one period: entries, and what they brought of each level.

    writer: who wrote an entry, by its id.
    """

    entries: Sequence[Entry]
    items: Mapping[Level | None, Sequence[Outcome]]
    writer: Mapping[str, int]

    @property
    def people(self) -> People:
        """Who wrote any."""
        return frozenset(self.writer[entry.id] for entry in self.entries)

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
        return found


def count_team(
    entries: Sequence[Entry],
    writer: Mapping[str, int],
    period: Period,
    before: Period | None,
    rules: ContentRules,
    minimum: int | None,
) -> Counts:
    """The numbers of a team.

    entries: of all members, in order of time; writer: who wrote each, by its id.
    before: the period to compare with, if any; there is none when nobody may be known.
    minimum: how many people a number has to be about, when nobody may be known; None when names are shown.
    """

    def span(each: Period | None) -> Span:
        inside = within(entries, each) if each else ()
        return Span(inside, by_level(inside, rules), writer)

    now, then = span(period), span(before)
    open_now, total = (frozenset(now.items), True) if minimum is None else now.disclosed(minimum)

    def count(level: Level | None) -> Count:
        items = now.items[level] if level in open_now else ()
        return Count(
            level,
            rules.titles.get(level, level.capitalize()) if level else "",
            len(now.items[level]) if level in open_now else None,
            len(then.items[level]) if before else None,
            _in_order(items) if minimum is None else _nameless(items, period),
        )

    return Counts(
        tuple(map(count, now.items)),
        len(now.entries) if total else None,
        len(then.entries) if before else None,
        now.people,
    )


def _in_order(items: Iterable[Outcome]) -> tuple[Outcome, ...]:
    return tuple(sorted(items, key=lambda each: (each.date, each.entry)))


def _nameless(items: Iterable[Outcome], period: Period) -> tuple[Outcome, ...]:
    """Only the words, in an order that says nothing of who wrote them or when."""
    bare = [each._replace(entry="", date=period.start, course="", question="") for each in items]
    return tuple(sorted(bare, key=lambda each: each.text))
