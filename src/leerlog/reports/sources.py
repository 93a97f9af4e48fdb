"""What builds on what, as the entries say it: chains, and what hangs together."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date, time
from typing import TypeVar

from leerlog.domain.course import key
from leerlog.domain.entry import Entry, Problem, moment
from leerlog.reports.levels import highest
from leerlog.reports.rules import ContentRules

Node = TypeVar("Node", bound=Hashable)


def reach(starts: Iterable[Node], graph: Mapping[Node, Iterable[Node]]) -> set[Node]:
    """Everything that can be come to from the starts, themselves included; circles are walked once."""
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        for near in graph.get(waiting.pop(), ()):
            if near not in seen:
                seen.add(near)
                waiting.append(near)
    return seen


def apart(nodes: Iterable[Node], graph: Mapping[Node, Iterable[Node]]) -> list[set[Node]]:
    """What hangs together among these, each apart; in a graph in which every link goes both ways."""
    found: list[set[Node]] = []
    seen: set[Node] = set()
    for node in nodes:
        if node not in seen:
            found.append(reach([node], graph))
            seen |= found[-1]
    return found


OFFER_DAYS = 90
MOST = 5
# A score or a design is nothing that somebody's work builds on.
APART = frozenset({"hill", "conditions", "design"})
Sources = Mapping[str, Sequence[str]]


def likely_sources(entry: Entry, entries: Iterable[Entry], rules: ContentRules, most: int = MOST) -> tuple[Entry, ...]:
    """What an entry may well build on, the most likely first: what shares its course, people or tags.

    What it builds on already, what is later than it and what is older than
    OFFER_DAYS is left out. Of equals, those that did not get further go first,
    then the most recent.
    """
    level = highest(entry, rules)
    mine = level.level.number if level and level.level else 5

    def rank(other: Entry) -> tuple[int, int, int, bool, date, time]:
        best = highest(other, rules)
        theirs = best.level.number if best and best.level else 0
        return *_shared(entry, other), theirs <= mine, *moment(other)

    fit = [other for other in entries if _may_be_source(entry, other) and any(_shared(entry, other))]
    return tuple(sorted(fit, key=rank, reverse=True)[:most])


def _may_be_source(entry: Entry, other: Entry) -> bool:
    if other.id == entry.id or other.id in entry.builds_on or other.checklist in APART:
        return False
    if moment(other) > (entry.date, entry.time or time.max):
        return False
    return (entry.date - other.date).days <= OFFER_DAYS


def _shared(entry: Entry, other: Entry) -> tuple[int, int, int]:
    """Whether the course is the same, and how many people and tags are."""
    course = bool(entry.course) and key(entry.course) == key(other.course)
    return int(course), _common(entry.people, other.people), _common(entry.tags, other.tags)


def _common(some: Sequence[str], others: Sequence[str]) -> int:
    return len({key(name) for name in some} & {key(name) for name in others})


def offered_since(day: date) -> date:
    """The first day of what a note of this day is offered to build on."""
    return date.fromordinal(max(day.toordinal() - OFFER_DAYS, 1))


def around(start: str, entries: Iterable[Entry]) -> set[str]:
    """The ids of the chain through an entry: its sources and results and theirs, also those not among the entries."""
    sources = {entry.id: entry.builds_on for entry in entries}
    results: dict[str, list[str]] = {}
    for name, named in sources.items():
        for source in named:
            results.setdefault(source, []).append(name)
    return reach(reach([start], results), sources)


def leads_back(entry: str, source: str, entries: Iterable[Entry]) -> bool:
    """Whether an entry, building on this source, would in the end build on itself."""
    return entry in reach([source], {each.id: each.builds_on for each in entries})


def chain_problems(entries: Sequence[Entry]) -> list[Problem]:
    """Sources that are not there, and entries that in the end build on themselves."""
    known = {entry.id: entry for entry in entries}
    problems = [
        _problem(entry, f"notitie {entry.id} bouwt op {source}, maar die notitie is er niet; verbeter of verwijder dat")
        for entry in entries
        for source in entry.builds_on
        if source not in known
    ]
    graph = {entry.id: [source for source in entry.builds_on if source in known] for entry in entries}
    for circle in _circles(graph):
        # An early entry that builds on a later one is where the mistake will be.
        first = min((known[name] for name in circle), key=lambda e: (*moment(e), e.file, e.line))
        start = circle.index(first.id)
        problems.append(_problem(first, _told(circle[start:] + circle[:start])))
    return problems


def _problem(entry: Entry, message: str) -> Problem:
    return Problem(entry.file, entry.line, message)


def _told(circle: list[str]) -> str:
    if len(circle) == 1:
        return f"notitie {circle[0]} bouwt op zichzelf; haal dat weg bij 'Bouwt op'"
    names = f"{', '.join(circle[:-1])} en {circle[-1]}"
    return f"de notities {names} bouwen in een kring op elkaar; haal er een weg bij 'Bouwt op'"


def _circles(graph: Sources) -> list[list[str]]:
    """Circles of entries that build on one another, no entry in more than one of them."""
    left = _unsettled(set(graph), graph)
    found = []
    while left:
        name = min(left)
        walked: dict[str, int] = {}
        while name not in walked:
            walked[name] = len(walked)
            name = next(source for source in graph[name] if source in left)
        found.append([each for each, at in walked.items() if at >= walked[name]])
        left = _unsettled(left - set(found[-1]), graph)
    return found


def _unsettled(names: set[str], graph: Sources) -> set[str]:
    """The entries whose sources never come to an end within these names."""
    waiting = {name: len({source for source in graph[name] if source in names}) for name in names}
    results: dict[str, list[str]] = {name: [] for name in names}
    for name in names:
        for source in set(graph[name]) & names:
            results[source].append(name)
    ended = [name for name, number in waiting.items() if not number]
    while ended:
        name = ended.pop()
        del waiting[name]
        for result in results[name]:
            waiting[result] -= 1
            if not waiting[result]:
                ended.append(result)
    return set(waiting)
