"""Which numbers of an anonymous review may be shown, so that none is about only a few people."""

from collections import Counter
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations
from typing import TypeVar

MINIMUM = 5

Key = TypeVar("Key", bound=Hashable)
Other = TypeVar("Other", bound=Hashable)
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


def disclose_grid(
    groups: Sequence[Mapping[Key, Mapping[frozenset[Other], People]]],
    told: Sequence[Other],
    columns: Sequence[Other],
    total: bool,
    minimum: int,
) -> tuple[frozenset[Key], list[Other]]:
    """The lines of a grid and the columns in it that may be shown beside the numbers over groups of its lines.

    Of every cell that is shown, nobody or at least `minimum` people are part; a line or a column with another is left
    out whole. So it is with what is left of a group's number, and of the total, without what is shown.

    groups: the lines of which the number together is known, and of each line who has something that counts in just
        these columns; in none, for what is only in the total. A line that stands in more than one group is not shown.
    told: the columns of which the number over all lines is told; columns: those of which it is told of every group,
        and may be told in it; total: whether that over everything is.
    """
    places = Counter(key for group in groups for key in group)
    lines = {key: _line(parts, told, total, minimum) for group in groups for key, parts in group.items()}
    kept = {key: few.intersection(columns) for key, few in lines.items() if few is not None and places[key] == 1}
    left = list(columns)
    while any(kept.values()):
        worst = max(kept, key=lambda key: len(kept[key]))
        column = max(left, key=lambda each: sum(each in few for few in kept.values()))
        if len(kept[worst]) > sum(column in few for few in kept.values()):
            del kept[worst]
        else:
            left.remove(column)
            kept = {key: few - {column} for key, few in kept.items()}
    for group in groups:
        # What is not shown is one line more: it is what the number over a group has more than those that are.
        few = _line(_rest(group, kept), told, total, minimum)
        here = [key for key in group if key in kept]
        if few is None or len(here) * len(left) < len(few.intersection(left)) * len(kept):
            kept = {key: few for key, few in kept.items() if key not in here}
        else:
            left = [column for column in left if column not in few]
    return (frozenset(kept), left) if kept and left else (frozenset(), [])


def _rest(
    group: Mapping[Key, Mapping[frozenset[Other], People]], kept: Container[Key]
) -> Mapping[frozenset[Other], People]:
    rest: dict[frozenset[Other], People] = {}
    for key, parts in group.items():
        for names, people in parts.items() if key not in kept else ():
            rest[names] = rest.get(names, frozenset()) | people
    return rest


def _line(
    parts: Mapping[frozenset[Key], People], columns: Sequence[Key], total: bool, minimum: int
) -> frozenset[Key] | None:
    """The columns of a line of which too few people are part; None where the total would tell of too few."""
    taken = _some(columns) if total else ()
    left = (_together(each for names, each in parts.items() if names.isdisjoint(gone)) for gone in taken)
    if not all(enough(each, minimum) for each in left):
        return None
    cells = {cell: _together(each for names, each in parts.items() if cell in names) for cell in columns}
    return frozenset(cell for cell, people in cells.items() if not enough(people, minimum))


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
