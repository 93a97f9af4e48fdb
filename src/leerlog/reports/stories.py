"""Value stories: chains of entries that build on one another, told from the first step to the last."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date, time, timedelta
from operator import attrgetter
from typing import NamedTuple

from leerlog.domain.course import key
from leerlog.domain.entry import Entry, moment, teller
from leerlog.domain.outcome import Outcome, Story
from leerlog.domain.period import Period
from leerlog.domain.value import Level
from leerlog.reports.expected import CAME, EXPECTED, expected_of
from leerlog.reports.gist import gist
from leerlog.reports.levels import EARLY, highest, levels_of
from leerlog.reports.rules import ContentRules
from leerlog.reports.sources import apart, reach
from leerlog.reports.views import who_else

UNTITLED = "Een verhaal"
_ASKED = frozenset({EXPECTED[0], *CAME})


class Chain(NamedTuple):
    """The entries of a story that is still to be told: their ids, the levels that they reached, and the last day."""

    names: Set[str]
    levels: Set[Level]
    last: date

    @property
    def rank(self) -> tuple[int, date]:
        """How far it got, and until when."""
        return max((level.number for level in self.levels), default=0), self.last


class StoryGraph:
    """Who builds on whom, in both directions; a source that is not there is passed over."""

    def __init__(self, entries: Iterable[Entry], writer: Mapping[str, int] | None = None) -> None:
        """writer: who wrote an entry, by its id, when these are of several people; a preparation is one's own."""
        self._writer = writer or {}
        entries = list(entries)
        linked = [entry for entry in entries if entry.builds_on]
        self.results: dict[str, list[str]] = defaultdict(list)
        self.sources: dict[str, list[str]] = {}
        wanted = {source for entry in linked for source in entry.builds_on} | {entry.id for entry in linked}
        self.by_id = {entry.id: entry for entry in entries if entry.id in wanted} if wanted else {}
        self._asked: dict[tuple[int | None, str], list[Entry]] | None = None
        self._entries = entries
        for entry in linked:
            known = [source for source in entry.builds_on if source in self.by_id and source != entry.id]
            self.sources.setdefault(entry.id, []).extend(known)
            for source in known:
                self.results[source].append(entry.id)

    def story(self, start: str, rules: ContentRules) -> Story | None:
        """The chain through one entry, back to its sources and on to its results; None for an unknown id."""
        entries = [entry for entry in self._entries if entry.id == start]
        if not entries:
            return None
        self.by_id.setdefault(start, entries[0])
        onward = reach([start], self.results)
        return self.tell(reach(onward, self.sources), rules)

    def stories(self, period: Period, rules: ContentRules) -> tuple[Story, ...]:
        """The stories that an entry of the period is a step of; the furthest come first, then the most recent."""
        return tuple(self.tell(chain.names, rules) for chain in self.of(period, rules))

    def of(self, period: Period, rules: ContentRules) -> list[Chain]:
        """The chains that an entry of the period is a step of; the furthest come first, then the most recent."""
        here = [name for name, entry in self.by_id.items() if entry.date in period]
        linked = [name for name in here if self.sources.get(name) or self.results.get(name)]
        found = [self._chain(names, rules) for names in self._apart(linked)]
        return sorted(found, key=attrgetter("rank"), reverse=True)

    def tell(self, names: Set[str], rules: ContentRules) -> Story:
        """The story of these entries."""
        entries = sorted((self.by_id[name] for name in names), key=_moment)
        steps = tuple(self._step(entry, rules) for entry in entries)
        groups = self._asked_of(entries)
        expected = tuple(each for group in groups if (each := expected_of(group, rules)))
        prepared = (entry for group in groups for entry in group if entry.checklist == EXPECTED[0])
        # Who else a colleague met is not for the team to ask.
        to_ask = "" if self._writer else who_else(entries, prepared, rules)
        return Story(_title(entries, steps), steps, expected, to_ask)

    def built_on(self, name: str, upto: date) -> bool:
        """Whether something up to a day builds on this entry."""
        return any(self.by_id[result].date <= upto for result in self.results.get(name, ()))

    def _apart(self, linked: list[str]) -> list[set[str]]:
        """The separate chains through these entries, with their sources and results."""
        whole = reach(reach(linked, self.results), self.sources)
        around = {name: [*self.sources.get(name, ()), *self.results.get(name, ())] for name in whole}
        inside = {name: [near for near in names if near in whole] for name, names in around.items()}
        return apart(sorted(whole), inside)

    def _chain(self, names: Set[str], rules: ContentRules) -> Chain:
        entries = [self.by_id[name] for name in names]
        levels = {best.level for entry in entries if (best := highest(entry, rules)) and best.level}
        return Chain(names, levels, max(entry.date for entry in entries))

    def _step(self, entry: Entry, rules: ContentRules) -> Outcome:
        best = highest(entry, rules)
        sources = tuple(self.sources.get(entry.id, ()))
        if best is None:
            text, by = gist(entry, rules), teller(entry)
            return Outcome(entry.id, entry.date, entry.course, "", text, by=by, sources=sources)
        return best._replace(sources=sources)

    def _asked_of(self, entries: list[Entry]) -> list[list[Entry]]:
        """What was expected and what came, of each course of these entries, oldest first."""
        if self._asked is None:
            self._asked = defaultdict(list)
            for entry in sorted((e for e in self._entries if e.checklist in _ASKED and e.course), key=_moment):
                self._asked[self._course(entry)].append(entry)
        courses = dict.fromkeys(self._course(entry) for entry in entries if entry.course)
        return [self._asked[name] for name in courses if name in self._asked]

    def _course(self, entry: Entry) -> tuple[int | None, str]:
        return self._writer.get(entry.id), key(entry.course)


def story(entries: Iterable[Entry], entry_id: str, rules: ContentRules) -> Story | None:
    """The chain through one entry, both ways; a story of one step when it stands alone, None for an unknown id."""
    return StoryGraph(entries).story(entry_id, rules)


def _title(entries: list[Entry], steps: tuple[Outcome, ...]) -> str:
    """What a story is about: the course that half of its steps share, else the words they share, else its start."""
    half = (len(entries) + 1) // 2
    if courses := {key(entry.course): entry.course for entry in entries if entry.course}:
        ((name, number),) = Counter(key(entry.course) for entry in entries if entry.course).most_common(1)
        if number >= half:
            return courses[name]
    if tags := Counter(tag for entry in entries for tag in entry.tags):
        shared = [tag for tag, number in tags.most_common(2) if number >= max(half, 2)]
        if shared:
            words = " en ".join(shared)
            return words[0].upper() + words[1:]
    return next((line.strip() for line in steps[0].text.split("\n") if line.strip()), UNTITLED)


def _moment(entry: Entry) -> tuple[date, time, str]:
    return *moment(entry), entry.id


def stuck(entries: Sequence[Entry], graph: StoryGraph, upto: date, rules: ContentRules) -> tuple[Outcome, ...]:
    """Entries that got as far as potentieel, on which nothing had been built for too long by a day, oldest first."""
    latest = upto - timedelta(days=min(rules.stuck_days, (upto - date.min).days))
    found = []
    for entry in entries:
        if entry.date < latest and not graph.built_on(entry.id, upto):
            levels = set(levels_of(entry, rules))
            if Level.POTENTIEEL in levels and levels <= EARLY and (best := highest(entry, rules)):
                found.append(best)
    return tuple(found)
