"""Entries in bulk: kept in columns, for where mostly their number counts.

To read an entry takes ten times as long as to see that it is like another but
for its day, its id and its words. A review of a team counts a hundred thousand
of them, and shows twenty.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import compress
from typing import NamedTuple

from leerlog.domain.entry import Entry, clean
from leerlog.domain.period import Period


def ends(period: Period) -> tuple[bytes, bytes]:
    """The first and the last day of a period, as a bulk has them."""
    return period.start.isoformat().encode(), period.end.isoformat().encode()


class Bulk(NamedTuple):
    """Entries of one person, each with one answer, in columns of one length.

    ones: an entry of every kind; those of a kind differ only in day, id and words.
    kinds: of which kind each is, as its place in `ones`.
    days: as b"2026-11-23"; words: the answers in UTF-8, as they stand in a file.
    links: what each builds on, by id; empty where none is linked to another.
    """

    ones: Sequence[Entry]
    kinds: Sequence[int]
    days: Sequence[bytes]
    ids: Sequence[bytes]
    words: Sequence[bytes]
    links: Sequence[Sequence[bytes]] = ()

    def numbers(self, period: Period) -> Counter[int]:
        """How many entries of each kind a period has."""
        first, last = ends(period)
        # Many are of one day.
        inside = {day for day in set(self.days) if first <= day <= last}
        return Counter(compress(self.kinds, map(inside.__contains__, self.days))) if inside else Counter()

    def outside(self, period: Period) -> "Bulk":
        """What is left without the entries of a period."""
        first, last = ends(period)
        kept = [not first <= day <= last for day in self.days]
        kinds, days = compress(self.kinds, kept), compress(self.days, kept)
        ids, words, links = compress(self.ids, kept), compress(self.words, kept), compress(self.links, kept)
        return Bulk(self.ones, [*kinds], [*days], [*ids], [*words], [*links])

    def text(self, number: int) -> str:
        """The answer of one of the entries."""
        return clean(self.words[number].decode())

    def entry(self, number: int) -> Entry:
        """One of the entries, as it would have been read."""
        one = self.ones[self.kinds[number]]
        return one._replace(
            id=self.ids[number].decode(),
            date=date.fromisoformat(self.days[number].decode()),
            builds_on=tuple(name.decode() for name in self.links[number]) if self.links else (),
            answers=(one.answers[0]._replace(text=self.text(number)),),
        )
