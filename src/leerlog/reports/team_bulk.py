"""What the entries come to that members share in bulk: numbers, and the newest of them to show."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from datetime import date
from heapq import nlargest
from itertools import count
from typing import Literal, NamedTuple

from leerlog.domain.bulk import Bulk, ends
from leerlog.domain.entry import Entry
from leerlog.domain.graph import apart
from leerlog.domain.period import Period
from leerlog.domain.value import Level
from leerlog.reports.lens import Lens
from leerlog.reports.levels import Yield, unweighed, yields
from leerlog.reports.members import Member

# None: still to be weighed; the rest is of no level, and not to be weighed.
Place = Level | None | Literal["rest"]

# By what an entry comes before another: its day and its id, or its words; an order to tell all apart; where it is.
_Found = tuple[tuple[bytes, bytes], int, int, Bulk, int]
# How far a chain came, by the levels that it reached and its last day.
Rank = Callable[[Set[Level], date], tuple[int, date]]
# No day and no words come after it.
_NEVER = b"\xff"


class Sum(NamedTuple):
    """How many entries there are of every place, and who wrote them, by their number among the members."""

    numbers: Mapping[Place, int]
    people: Mapping[Place, frozenset[int]]

    @property
    def total(self) -> int:
        """How many entries there are."""
        return sum(self.numbers.values())

    @property
    def writers(self) -> frozenset[int]:
        """Who wrote any."""
        return frozenset().union(*self.people.values())


class Places:
    """Of which place the entries of every kind are."""

    def __init__(self, lens: Lens) -> None:
        self._lens = lens
        self._known: dict[int, list[Place]] = {}

    def of(self, bulk: Bulk) -> list[Place]:
        """The place of each of its kinds; these are mostly the same for everybody."""
        name = id(bulk.ones)
        if name not in self._known:
            self._known[name] = [self._place(one) for one in bulk.ones]
        return self._known[name]

    def _place(self, one: Entry) -> Place:
        found = only(one, self._lens)
        return found.level if found else "rest"


def only(entry: Entry, lens: Lens) -> Yield | None:
    """What an entry with one answer brought, or what is to be weighed of it."""
    return next(iter(yields(entry, lens)), None) or unweighed(entry, lens)


def sum_up(found: Sequence[Member], period: Period | None, places: Places) -> Sum:
    """What the members have in bulk in a period; nothing for no period."""
    numbers: Counter[Place] = Counter()
    people: defaultdict[Place, set[int]] = defaultdict(set)
    for number, bulk in _each(found):
        place = places.of(bulk)
        for kind, size in bulk.numbers(period).items() if period else ():
            numbers[place[kind]] += size
            people[place[kind]].add(number)
    return Sum(numbers, {place: frozenset(who) for place, who in people.items()})


def newest(
    found: Sequence[Member], period: Period, places: Places, most: int | None, *, by_words: bool
) -> dict[Place, list[tuple[int, Entry]]]:
    """The newest entries in bulk of every place, with the number of who wrote them.

    most: how many of each place; None for all.
    by_words: whether nobody may know when something was written, so that the
        words say what comes first.
    """
    kept: defaultdict[Place, list[_Found]] = defaultdict(list)
    # What comes before the last of those that are kept need not be looked at.
    since: defaultdict[Place, bytes] = defaultdict(bytes)
    since["rest"] = _NEVER
    order = count()
    for number, bulk in _each(found):
        place = places.of(bulk)
        late = [since[each] for each in place]
        for at in _further(bulk, period, late) if by_words else _later(bulk, period, late):
            key = (bulk.text(at).encode(), b"") if by_words else (bulk.days[at], bulk.ids[at])
            kept[place[bulk.kinds[at]]].append((key, next(order), number, bulk, at))
        for each, several in kept.items():
            # To sort once for every person would take longer than all the rest.
            if most and len(several) > 2 * most:
                kept[each] = nlargest(most, several)
                since[each] = kept[each][-1][0][0]
    return {
        each: [(number, bulk.entry(at)) for *_, number, bulk, at in nlargest(most or len(several), several)]
        for each, several in kept.items()
    }


def _later(bulk: Bulk, period: Period, since: Sequence[bytes]) -> list[int]:
    """The entries of a period that are not from before a day, which every kind has its own of."""
    first, last = ends(period)
    first = max(first, min((since[kind] for kind in set(bulk.kinds)), default=_NEVER))
    # Many are of one day, and most are of one that is too early for all kinds.
    late = {day for day in set(bulk.days) if first <= day <= last}
    found = enumerate(zip(bulk.kinds, bulk.days, strict=True)) if late else ()
    return [at for at, (kind, day) in found if day in late and day >= since[kind]]


def _further(bulk: Bulk, period: Period, since: Sequence[bytes]) -> list[int]:
    """The entries of a period with words that may come after others, which every kind has its own of."""
    first, last = ends(period)
    found = enumerate(zip(bulk.kinds, bulk.days, bulk.words, strict=True))
    # White space and line ends around words may be no part of the text, which then comes before them.
    return [
        at for at, (kind, day, words) in found if first <= day <= last and words.lstrip().rstrip(b"\n") > since[kind]
    ]


def furthest(
    found: Sequence[Member], period: Period, places: Places, most: int | None, rank: Rank
) -> tuple[list[tuple[int, Entry]], int]:
    """The entries of the chains in bulk that rank highest, with who wrote them; and how many other chains there are.

    most: how many of them, or more when these rank the same as the last; None for all.
    """
    chains = [
        (rank(levels, last), number, bulk, together)
        for number, bulk in _each(found)
        for together, levels, last in _chains(bulk, period, places)
    ]
    highest = nlargest(most, (chain[0] for chain in chains)) if most else []
    kept = [chain for chain in chains if not highest or chain[0] >= highest[-1]]
    return [(number, bulk.entry(at)) for _, number, bulk, together in kept for at in together], len(chains) - len(kept)


def _chains(bulk: Bulk, period: Period, places: Places) -> Iterator[tuple[set[int], set[Level], date]]:
    """The chains with an entry of the period: which entries they are, what levels they reached and until when."""
    if not bulk.links:
        return
    first, last = ends(period)
    place = places.of(bulk)
    where = {name: at for at, name in enumerate(bulk.ids)}
    near: defaultdict[int, list[int]] = defaultdict(list)
    for at, links in enumerate(bulk.links):
        for source in (where[name] for name in links if name in where):
            near[at].append(source)
            near[source].append(at)
    for together in apart(near, near):
        days = [bulk.days[at] for at in together]
        if any(first <= day <= last for day in days):
            levels = {level for at in together if isinstance(level := place[bulk.kinds[at]], Level)}
            yield together, levels, date.fromisoformat(max(days).decode())


def _each(found: Sequence[Member]) -> Iterator[tuple[int, Bulk]]:
    return ((number, bulk) for number, member in enumerate(found) for bulk in member.bulk)
