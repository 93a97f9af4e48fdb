"""Which numbers of an anonymous review may be shown, so that none is about only a few people."""

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

MINIMUM = 5

Key = TypeVar("Key", bound=Hashable)
People = frozenset[int]


def disclose(cells: Mapping[Key, People], rest: People, minimum: int) -> tuple[frozenset[Key], bool]:
    """The cells whose number may be shown, and whether the number over all of them may be.

    A cell to which nobody contributed may be shown, one of which at least
    `minimum` people are part as well. The total may be shown unless it minus
    what is shown would be about some people, but fewer than that.

    cells: who contributed to each; rest: who contributed to what is in the
        total, but in none of the cells.
    """
    minimum = max(minimum, MINIMUM)
    shown = frozenset(key for key, people in cells.items() if enough(people, minimum))
    hidden = rest.union(*(people for key, people in cells.items() if key not in shown))
    everybody = rest.union(*cells.values())
    return shown, enough(hidden, minimum) and enough(everybody, minimum)


def enough(people: Iterable[int], minimum: int = MINIMUM) -> bool:
    """Whether these are nobody, or enough people to be told of together."""
    number = len(frozenset(people))
    return not number or number >= max(minimum, MINIMUM)
