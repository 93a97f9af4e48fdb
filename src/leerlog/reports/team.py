"""What the learning of a whole team brought, from what its members shared; nobody is held beside anybody else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter

from leerlog.domain.course import key
from leerlog.domain.entry import Entry
from leerlog.domain.period import Period, previous
from leerlog.domain.value import Level
from leerlog.reports.agenda import Item, agreed, all_items, standing
from leerlog.reports.disclosure import MINIMUM, People, disclose, enough
from leerlog.reports.lens import Lens
from leerlog.reports.levels import Tally, Yield, tallies
from leerlog.reports.members import Member, persons
from leerlog.reports.review import within
from leerlog.reports.spread import Spread, spreads
from leerlog.reports.stories import Chains, Story

ME = ("ik", "mij", "ikzelf", "mezelf")


@dataclass(frozen=True, slots=True)
class Count:
    """How much there is of one level; a number that may not be shown is None, and its items are left out."""

    level: Level | None
    title: str
    count: int | None
    previous_count: int | None
    items: tuple[Yield, ...] = ()

    @property
    def change(self) -> int | None:
        """How many more than in the period before."""
        return None if self.count is None or self.previous_count is None else self.count - self.previous_count


@dataclass(frozen=True, slots=True)
class Team:
    """Everything that the review of a team shows, in its order.

    people: how many have an entry in the period; names: theirs, none when anonymous.
    by: who wrote an entry, by its id; empty when anonymous.
    counted: whether there are enough people for numbers.
    count, previous_count: of entries; None when it may not be shown.
    follow_ups: made in the period, by whom they are, in alphabetical order.
    """

    period: Period
    previous: Period | None
    today: date
    anonymous: bool
    minimum: int
    people: int
    names: tuple[str, ...]
    counted: bool
    count: int | None
    previous_count: int | None
    agreed: tuple[Item, ...]
    levels: tuple[Count, ...]
    unvalued: Count
    stories: tuple[Story, ...]
    obstacles: tuple[Item, ...]
    asks: tuple[Item, ...]
    follow_ups: tuple[tuple[str, tuple[Item, ...]], ...]
    conditions: tuple[Spread, ...]
    talk: tuple[str, ...]
    by: Mapping[str, str] = field(default_factory=dict)


def build_team(
    found: Sequence[Member], period: Period, today: date, lens: Lens, *, anonymous: bool = False, minimum: int = MINIMUM
) -> Team:
    """The review of a team's period; anonymous: without who wrote or does what, and with no number about a few."""
    before = previous(period)
    minimum = max(minimum, MINIMUM) if anonymous else 1
    if anonymous:
        found = nameless(persons(found), minimum)
    entries = sorted((entry for member in found for entry in member.entries), key=attrgetter("id"))
    entries.sort(key=attrgetter("date"))
    writer = {entry.id: number for number, member in enumerate(found) for entry in member.entries}
    current = within(entries, period)
    earlier = within(entries, before) if before else None
    here = frozenset(writer[entry.id] for entry in current)
    counts, total, total_before = _counts(current, earlier, writer, lens, minimum, anonymous)
    items = _items(entries, found, writer, today, anonymous)
    made = standing((item for item in items if item.made in period), "follow_up", period.start, period.end)
    stories = Chains(entries).stories(period, lens)
    shown = frozenset(each.level for each in counts if each.count is not None)
    return Team(
        period,
        before,
        today,
        anonymous,
        minimum,
        len(here),
        () if anonymous else tuple(found[number].name for number in sorted(here)),
        bool(here) and (not anonymous or enough(here, minimum)),
        total,
        total_before,
        _told(agreed(items, period.start, before.start) if before else (), anonymous),
        counts[:-1],
        counts[-1],
        tuple(_nameless_story(story, shown) for story in stories) if anonymous else stories,
        _told(standing(items, "obstacle", period.start, period.end), anonymous),
        _told(standing(items, "ask", period.start, period.end), anonymous),
        _by_whom(_told(made, anonymous)),
        spreads(found, period, before, lens, minimum, len(here) if anonymous else 0),
        lens.talk,
        {} if anonymous else {entry.id: member.name for member in found for entry in member.entries},
    )


def nameless(found: Sequence[Member], minimum: int) -> tuple[Member, ...]:
    """The members without names, and without the courses that only a few of them follow."""
    people: dict[str, set[int]] = {}
    for number, member in enumerate(found):
        for name in {key(entry.course) for entry in member.entries if entry.course}:
            people.setdefault(name, set()).add(number)
    common = {name for name, numbers in people.items() if enough(numbers, minimum)}

    def bare(entry: Entry) -> Entry:
        items = tuple(item._replace(who="") for item in entry.follow_ups)
        course = entry.course if key(entry.course) in common else ""
        return entry._replace(course=course, people=(), tags=(), follow_ups=items)

    return tuple(Member("", tuple(map(bare, member.entries))) for member in found)


def _counts(
    current: Sequence[Entry],
    earlier: Sequence[Entry] | None,
    writer: Mapping[str, int],
    lens: Lens,
    minimum: int,
    anonymous: bool,
) -> tuple[tuple[Count, ...], int | None, int | None]:
    """The levels with what has none last, and how many entries there are now and were before."""
    levels, unvalued = tallies(current, earlier, lens)
    found = (*levels, unvalued)
    if not anonymous:
        counts = tuple(Count(t.level, t.title, t.count, t.previous_count, t.items) for t in found)
        return counts, len(current), None if earlier is None else len(earlier)
    shown, total = _disclosed(found, current, writer, minimum)
    then, left = tallies(earlier or (), None, lens)
    shown_before, total_before = _disclosed((*then, left), earlier or (), writer, minimum)
    counts = tuple(
        Count(
            tally.level,
            tally.title,
            tally.count if tally.level in shown else None,
            tally.previous_count if tally.level in shown_before else None,
            _nameless_yields(tally.items) if tally.level in shown else (),
        )
        for tally in found
    )
    now = len(current) if total else None
    return counts, now, len(earlier) if earlier is not None and total_before else None


def _disclosed(
    found: Iterable[Tally], entries: Sequence[Entry], writer: Mapping[str, int], minimum: int
) -> tuple[frozenset[Level | None], bool]:
    """The levels whose number may be shown, and whether that of the entries may be."""
    everybody = frozenset(writer[entry.id] for entry in entries)
    if not enough(everybody, minimum):
        return frozenset(), False
    cells: dict[Level | None, People] = {}
    weighed: set[str] = set()
    for tally in found:
        cells[tally.level] = frozenset(writer[each.entry] for each in tally.items)
        weighed |= {each.entry for each in tally.items}
    rest = frozenset(writer[entry.id] for entry in entries if entry.id not in weighed)
    return disclose(cells, rest, minimum)


def _items(
    entries: Iterable[Entry], found: Sequence[Member], writer: Mapping[str, int], today: date, anonymous: bool
) -> list[Item]:
    """The items of all, with the writer's name where it says `ik`, and behind what is asked by nobody in particular."""
    items = all_items(entries, today)
    if anonymous:
        return items
    told = []
    for item in items:
        name = found[writer[item.entry]].name
        who = name if item.who.casefold() in ME else item.who
        told.append(item._replace(who=who or (f"van {name}" if item.kind == "ask" else "")))
    return told


def _by_whom(items: Iterable[Item]) -> tuple[tuple[str, tuple[Item, ...]], ...]:
    """Items by person, in alphabetical order; those of nobody come last."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(item.who, []).append(item)
    return tuple((who, tuple(groups[who])) for who in sorted(groups, key=lambda who: (not who, who.casefold())))


def _told(items: tuple[Item, ...], anonymous: bool) -> tuple[Item, ...]:
    """The items as they may be shown: of a month instead of a day, and of no entry, when nobody may be known."""
    if not anonymous:
        return items
    bare = [item._replace(ref="", entry="", made=item.made.replace(day=1)) for item in items]
    return tuple(sorted(bare, key=lambda item: (not item.open, item.due or date.max, item.text)))


def _nameless_yields(items: Iterable[Yield]) -> tuple[Yield, ...]:
    """Of a month instead of a day, and in an order that keeps nobody's together."""
    bare = [each._replace(entry="", date=each.date.replace(day=1)) for each in items]
    return tuple(sorted(bare, key=lambda each: (each.date, each.text)))


def _nameless_story(story: Story, shown: frozenset[Level | None]) -> Story:
    steps = tuple(
        step._replace(
            entry="",
            date=step.date.replace(day=1),
            level=step.level if step.level in shown else None,
            sources=(),
        )
        for step in story.steps
    )
    return story._replace(steps=steps)
