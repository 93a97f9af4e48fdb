"""What an anonymous review may not tell is taken out: who wrote or does what, when, and numbers of a few people."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Literal, NamedTuple

from leerlog.domain.agenda import Item
from leerlog.domain.entry import Entry
from leerlog.domain.outcome import LevelCount, Outcome, Part, Story
from leerlog.domain.period import ALL, Period
from leerlog.domain.value import Level
from leerlog.reports.conditions import CONDITIONS, Discussion
from leerlog.reports.disclosure import People, disclose, disclose_grid, enough
from leerlog.reports.levels import levels_of, unweighed
from leerlog.reports.members import Member
from leerlog.reports.review import Review, told
from leerlog.reports.rules import ContentRules

# What is counted: notes of a level, those still to weigh, and rounds of scores, of which it is told how many gave one.
Counted = Level | Literal["scored"] | None

_WHO = re.compile(r"\s*\([^()]*\bwie:[^()]*\)\s*\Z", re.IGNORECASE)


class Disclosed(NamedTuple):
    """What of a period's numbers may be told: those of some levels, that of all entries, and those of some parts.

    parts, of_parts: which parts of the period, and which levels in them.
    """

    levels: frozenset[Counted]
    total: bool
    parts: frozenset[Period] = frozenset()
    of_parts: frozenset[Counted] = frozenset()


def nameless_one(entry: Entry) -> Entry:
    """The entry without who was there, who does something, and the course."""
    if not (entry.course or entry.people or entry.tags or entry.follow_ups):
        return entry  # as most are
    # A name stays among the words when the day beside it could not be read.
    items = tuple(item._replace(who="", text=_WHO.sub("", item.text)) for item in entry.follow_ups)
    return entry._replace(course="", people=(), tags=(), follow_ups=items)


def nameless(members: Sequence[Member], period: Period) -> tuple[Member, ...]:
    """The members without names and the courses that they follow, with what they wrote in a period."""
    return tuple(
        Member("", tuple(nameless_one(entry) for entry in member.entries if entry.date in period)) for member in members
    )


class _Group(NamedTuple):
    """Notes of which it is known how many there are together, and the parts of the period from which they are."""

    notes: "Sequence[_Note]"
    periods: tuple[Period, ...]


class _Note(NamedTuple):
    """What of an entry counts: as which numbers, none when it brought nothing, its day, and whose it is."""

    levels: frozenset[Counted]
    day: date
    writer: int


def disclosed(
    entries: Sequence[Entry],
    writer: Mapping[str, int],
    divisions: Iterable[Sequence[Period]],
    rules: ContentRules,
    minimum: int,
) -> Disclosed:
    """The levels whose number may be told, whether that of the entries may be, and what of the parts of the period.

    divisions: the ways in which the period falls apart that come before the one that is asked for, which is the last.
        Whoever has seen the quarters knows what the months of each have together; so the months tell only what may be
        told beside the quarters, and these what may be told beside the years.
    """
    notes = [_Note(_counted(entry, rules), entry.date, writer[entry.id]) for entry in entries]
    if not enough((note.writer for note in notes), minimum):
        return Disclosed(frozenset(), False)
    told, total = disclose((*Level, None, "scored"), _parts(notes), minimum)
    order: list[Counted] = [each for each in (*Level, None) if each in told]
    columns = order
    shown: frozenset[Period] = frozenset()
    of_parts: list[Counted] = []
    groups = [_Group(notes, (ALL,))]
    for periods in divisions:
        cut = [_cut(group, periods) for group in groups]
        lines = [{period: _parts(its) for period, its in each.items()} for each in cut]
        shown, of_parts = disclose_grid(lines, order, columns, total, minimum)
        if shown:
            columns = of_parts
            groups = [_Group(its, (period,)) for each in cut for period, its in each.items() if period in shown]
            for each in cut:
                left = {period: its for period, its in each.items() if period not in shown}
                groups.append(_Group([*chain.from_iterable(left.values())], tuple(left)))
    return Disclosed(told, total, shown, frozenset(of_parts))


def _counted(entry: Entry, rules: ContentRules) -> frozenset[Counted]:
    if entry.checklist == CONDITIONS:
        return frozenset({"scored"})
    levels: frozenset[Counted] = frozenset(levels_of(entry, rules))
    return frozenset({None}) if not levels and unweighed(entry, rules) else levels


def _parts(notes: Iterable[_Note]) -> dict[frozenset[Counted], People]:
    """Who has a note of just these levels."""
    parts: defaultdict[frozenset[Counted], set[int]] = defaultdict(set)
    for note in notes:
        parts[note.levels].add(note.writer)
    return {levels: frozenset(writers) for levels, writers in parts.items()}


def _cut(group: _Group, periods: Sequence[Period]) -> dict[Period, list[_Note]]:
    """The notes of a group in each of these parts that has days of it."""
    starts = [each.start for each in periods]
    found: dict[Period, list[_Note]] = {
        part: [] for part in periods if any(part.start <= each.end and each.start <= part.end for each in group.periods)
    }
    for note in group.notes:
        found[periods[bisect_right(starts, note.day) - 1]].append(note)
    return found


def unsigned(review: Review, now: Disclosed) -> Review:
    """The review without whatever tells who wrote something, or when; of only a few people nothing is left."""
    team = review.team
    if not team:
        return review
    people = team.people or 0
    counted = enough(range(people), team.minimum) and people > 0

    def level(each: LevelCount) -> LevelCount:
        if each.level not in now.levels:
            each = each._replace(count=None, outcomes=())
        return each._replace(outcomes=tuple(sorted(each.outcomes, key=lambda one: one.text)))

    bare = told(review, lambda each: _bare(each, now.levels))
    bare = bare._replace(
        count=bare.count if now.total else None,
        first=None,
        last=None,
        benefits=(),
        levels=tuple(map(level, bare.levels)),
        unvalued=level(bare.unvalued),
        matrix=tuple(_part(each, now.of_parts) for each in bare.matrix if each.period in now.parts and now.of_parts),
        team=team._replace(people=people if counted or not people else None, names=(), counted=counted),
    )
    if not counted:
        none: tuple[Item, ...] = ()
        return bare._replace(
            agreed=none, obstacles=none, asks=none, follow_ups=none, stories=(), conditions=(), discussion=Discussion()
        )
    return bare._replace(
        agreed=_items(bare.agreed),
        stories=tuple(sorted(bare.stories, key=_rank)),
        obstacles=_items(bare.obstacles),
        asks=_items(bare.asks),
        follow_ups=_items(bare.follow_ups),
    )


def _part(part: Part, levels: frozenset[Counted]) -> Part:
    return part._replace(counts={level: number for level, number in part.counts.items() if level in levels})


def _bare(each: Outcome, levels: frozenset[Counted]) -> Outcome:
    """Only the words, and the level where that may be told."""
    return Outcome("", None, "", "", each.text, each.level if each.level in levels else None)


def _items(items: Iterable[Item]) -> tuple[Item, ...]:
    """Only the words and what came of them, in an order that says nothing of who wrote them or when."""
    bare = (item._replace(ref="", entry="", made=None, due=None, days=None, done=None, by="") for item in items)
    return tuple(sorted(bare, key=lambda item: (not item.open, item.text)))


def _rank(story: Story) -> tuple[int, str]:
    """Those that got the furthest first; their words decide what comes before what got equally far."""
    return -(story.reached.number if story.reached else 0), story.title
