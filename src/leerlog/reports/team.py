"""What the learning of a whole team brought, from what its members shared; nobody is held beside anybody else."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from operator import attrgetter

from leerlog.domain.entry import Entry
from leerlog.domain.period import Period, previous
from leerlog.reports.agenda import Item, agreed, all_items, standing
from leerlog.reports.disclosure import MINIMUM, enough
from leerlog.reports.members import Member, persons
from leerlog.reports.order import within
from leerlog.reports.rules import ContentRules
from leerlog.reports.spread import Spread, spreads
from leerlog.reports.stories import Story
from leerlog.reports.team_counts import Count, count_team
from leerlog.reports.team_stories import tell

_WHO = re.compile(r"\s*\([^()]*\bwie:[^()]*\)\s*\Z", re.IGNORECASE)
ME = ("ik", "mij", "ikzelf", "mezelf")


@dataclass(frozen=True, slots=True)
class Team:
    """Everything that the review of a team shows, in its order.

    people: how many have an entry in the period, None when they are too few to say so; names: theirs, none when
        anonymous.
    by: who wrote an entry, by its id; empty when anonymous.
    counted: whether there are enough people for numbers.
    count, previous_count: of entries; None when it may not be shown.
    first, last: the days of the first and the last entry in the period; None when there is none, or anonymous.
    follow_ups: made in the period, by whom they are, in alphabetical order.
    """

    period: Period
    previous: Period | None
    today: date
    anonymous: bool
    minimum: int
    people: int | None
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
    first: date | None = None
    last: date | None = None


def build_team(
    found: Sequence[Member],
    period: Period,
    today: date,
    rules: ContentRules,
    *,
    anonymous: bool = False,
    minimum: int = MINIMUM,
    covered: bool = True,
    together: Iterable[Entry] = (),
) -> Team:
    """The review of a team's period.

    anonymous: without who wrote or does what, and with no number about fewer people than `minimum`. Then it tells
        of its own period only: what the one before it had may be about fewer.
    covered: whether anybody shared the period before, to compare with.
    together: what the team wrote as one in its meetings, of which what was agreed and asked counts.
    """
    earlier = previous(period)
    before = earlier if covered and not anonymous else None
    minimum = max(minimum, MINIMUM) if anonymous else 1
    if anonymous:
        found = nameless(persons(found), period)
    entries = sorted((entry for member in found for entry in member.entries), key=attrgetter("id"))
    entries.sort(key=attrgetter("date"))
    writer = {entry.id: number for number, member in enumerate(found) for entry in member.entries}
    counts = count_team(entries, writer, period, before, rules, minimum if anonymous else None)
    here = counts.people
    shown = frozenset(each.level for each in counts.levels[:-1] if each.count is not None) if anonymous else None
    names = {name: found[number].name for name, number in writer.items()}
    of_all = all_items((nameless_one(entry) for entry in together) if anonymous else together, today)
    items = [*of_all, *_items(entries, names, today, anonymous)]
    made = standing((item for item in items if item.made in period), "follow_up", period.start, period.end)
    built = Team(
        period,
        before,
        today,
        anonymous,
        minimum,
        len(here),
        tuple(found[number].name for number in sorted(here)),
        bool(here) and (not anonymous or enough(here, minimum)),
        counts.total,
        counts.before,
        agreed(items, period.start, earlier.start) if earlier else (),
        counts.levels[:-1],
        counts.levels[-1],
        tell(entries, writer, period, rules, shown),
        standing(items, "obstacle", period.start, period.end),
        standing(items, "ask", period.start, period.end),
        _by_whom(made),
        spreads(found, period, rules, minimum, len(here) if anonymous else 0),
        rules.talk,
        names,
        *((inside[0].date, inside[-1].date) if (inside := within(entries, period)) and not anonymous else ()),
    )
    return _unsigned(built) if anonymous else built


def _unsigned(team: Team) -> Team:
    """The review without whatever tells who wrote something, or when; of only a few people nothing is left."""
    if not team.counted:
        people = None if team.people else 0
        bare = replace(team, people=people, names=(), agreed=(), stories=(), asks=(), by={})
        return replace(bare, obstacles=(), follow_ups=(), conditions=())

    def told(items: Iterable[Item]) -> tuple[Item, ...]:
        day = team.period.start
        bare = [item._replace(ref="", entry="", made=day, due=None, days=None, done=None) for item in items]
        return tuple(sorted(bare, key=lambda item: (not item.open, item.text)))

    return replace(
        team,
        names=(),
        agreed=told(team.agreed),
        obstacles=told(team.obstacles),
        asks=told(team.asks),
        follow_ups=_by_whom(told(item for _, items in team.follow_ups for item in items)),
        by={},
    )


def nameless_one(entry: Entry) -> Entry:
    """The entry without who was there, who does something, and the course."""
    # A name stays among the words when the day beside it could not be read.
    items = tuple(item._replace(who="", text=_WHO.sub("", item.text)) for item in entry.follow_ups)
    return entry._replace(course="", people=(), tags=(), follow_ups=items)


def nameless(found: Sequence[Member], period: Period) -> tuple[Member, ...]:
    """The members without names and the courses that they follow, with what they wrote in a period."""
    return tuple(
        Member("", tuple(nameless_one(entry) for entry in member.entries if entry.date in period)) for member in found
    )


def _items(entries: Iterable[Entry], names: Mapping[str, str], today: date, anonymous: bool) -> list[Item]:
    """The items of all, with the writer's name where it says `ik`, and where nobody else is named."""
    items = all_items(entries, today)
    if anonymous:
        return items
    told = []
    for item in items:
        name = names[item.entry]
        who = name if item.who.casefold() in ME else item.who
        told.append(item._replace(who=who or _unsaid(item, name)))
    return told


def _unsaid(item: Item, name: str) -> str:
    """Who it is about when that is not said: an obstacle is for whoever takes it up."""
    if item.kind == "ask":
        return f"van {name}"
    return name if item.kind == "follow_up" else ""


def _by_whom(items: Iterable[Item]) -> tuple[tuple[str, tuple[Item, ...]], ...]:
    """Items by person, in alphabetical order; those of nobody come last."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(item.who, []).append(item)
    return tuple((who, tuple(groups[who])) for who in sorted(groups, key=lambda who: (not who, who.casefold())))
