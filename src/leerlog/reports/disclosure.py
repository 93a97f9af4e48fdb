"""Which numbers of an anonymous review may be shown, so that none is about only a few people."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import chain, combinations
from typing import TypeVar

MINIMUM = 5

Key = TypeVar("Key", bound=Hashable)
People = frozenset[int]


def disclose(cells: Iterable[Key], parts: Mapping[frozenset[Key], People], minimum: int) -> tuple[frozenset[Key], bool]:
    """The cells whose number may be shown, and whether the number over all of them may be.

    A cell to which nobody contributed may be shown, and one of which at least
    `minimum` people are part. The total may be shown unless what is in it, but
    in none of some of the cells that are shown, is of some people, but fewer than that.

    parts: who has something that counts in just these cells; in none of them, for what is only in the total.
    """
    minimum = max(minimum, MINIMUM)
    people = {cell: _together(each for names, each in parts.items() if cell in names) for cell in cells}
    shown = frozenset(cell for cell, each in people.items() if enough(each, minimum))
    left = (
        _together(each for names, each in parts.items() if names.isdisjoint(gone))
        for gone in _some(cell for cell in shown if people[cell])
    )
    return shown, all(enough(each, minimum) for each in left)


def _together(groups: Iterable[People]) -> People:
    return frozenset().union(*groups)


def _some(cells: Iterable[Key]) -> Iterator[tuple[Key, ...]]:
    """Every choice of some of the cells, none and all included."""
    every = tuple(cells)
    return chain.from_iterable(combinations(every, size) for size in range(len(every) + 1))


def enough(people: Iterable[int], minimum: int = MINIMUM) -> bool:
    """Whether these are nobody, or enough people to be told of together."""
    number = len(frozenset(people))
    return not number or number >= max(minimum, MINIMUM)
