"""No number of an anonymous review is about one to four people, nor can one be worked out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, combinations_with_replacement, product

import pytest

from leerlog.reports.disclosure import disclose, disclose_grid, enough

CELLS = ("a", "b", "c")
# What one person can be part of: any of the cells, what is in none of them, or nothing.
PARTS = [frozenset(part) for size in range(5) for part in combinations((*CELLS, "rest"), size)]


def few(people: frozenset[int]) -> bool:
    """Whether these are some people, but too few."""
    return 0 < len(people) < 5


@pytest.mark.parametrize("size", [*range(1, 7), *(pytest.param(size, marks=pytest.mark.thorough) for size in (7, 8))])
def test_nothing_can_be_worked_out_about_a_few(size: int) -> None:
    """For every group of up to eight people: what is shown, and the total less any of what is shown."""
    for taken in combinations_with_replacement(PARTS, size):
        sizes = [sum(name in part for part in taken) for name in CELLS]
        if sizes != sorted(sizes):
            continue  # the same with the cells in another order
        cells = {name: frozenset(number for number, part in enumerate(taken) if name in part) for name in CELLS}
        rest = frozenset(number for number, part in enumerate(taken) if "rest" in part)
        parts = {frozenset({name}): people for name, people in cells.items()} | {frozenset(): rest}
        shown, total = disclose(CELLS, parts, 5)
        assert not any(few(cells[name]) for name in shown)
        for gone in subsets(shown) if total else ():
            assert not few(rest.union(*(people for name, people in cells.items() if name not in gone)))


def subsets(names: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """Every choice of some of the names, none and all included."""
    return chain.from_iterable(combinations(names, size) for size in range(len(names) + 1))


def test_a_minimum_below_five_is_five() -> None:
    """Whoever asks for less."""
    four = frozenset(range(4))
    assert disclose("a", {frozenset("a"): four}, 1) == (frozenset(), False)
    assert not enough(four, 1)
    assert enough(range(5), 1)
    assert not enough(range(5), 6)


def test_enough_people_are_shown() -> None:
    """The rule does not hide what it need not."""
    five = frozenset(range(5))
    assert disclose("ab", {frozenset("a"): five}, 5) == (frozenset({"a", "b"}), True)


def test_what_counts_twice_hides_nobody() -> None:
    """An entry of two levels is in both; the total less the one that is shown is then of one person."""
    four = frozenset(range(4))
    both = {frozenset("ab"): four, frozenset("a"): frozenset({4}), frozenset("c"): frozenset({4})}
    assert disclose("abc", both, 5) == (frozenset("a"), False)
    apart = {frozenset("ab"): frozenset(range(5)), frozenset("b"): frozenset({5})}
    assert disclose("ab", apart, 5) == (frozenset("ab"), False)


LINES = (0, 1)
# What an entry can be of: a line, and one of the columns, both, or none. A person here has one, some more than one.
TYPES = [(line, frozenset(names)) for line in LINES for names in ((), "a", "b", "ab")]
PERSONS = [(each,) for each in TYPES] + [pair for pair in combinations(TYPES, 2) if pair[0][0] != pair[1][0]]


def groups(sizes: Sequence[int], most: int) -> Iterator[tuple[tuple[tuple[int, frozenset[str]], ...], ...]]:
    """Every group in which no more than so many kinds of persons are, of each kind so many of them."""
    for kinds in chain.from_iterable(combinations(PERSONS, size) for size in range(1, most + 1)):
        for numbers in product(sizes, repeat=len(kinds)):
            yield tuple(chain.from_iterable([kind] * number for kind, number in zip(kinds, numbers, strict=True)))


@pytest.mark.parametrize(
    ("sizes", "most"),
    [
        ((1, 5), 2),
        pytest.param((1, 4, 5), 3, marks=pytest.mark.thorough),
    ],
)
def test_nothing_can_be_worked_out_of_a_grid(sizes: Sequence[int], most: int) -> None:
    """Of no cell, no column and no total, whatever that is shown is taken away from them.

    Taken away are all choices of the cells that are shown and of the columns over both lines.
    """
    shown = 0
    for group in groups(sizes, most):
        lines: dict[int, defaultdict[frozenset[str], frozenset[int]]] = {each: defaultdict(frozenset) for each in LINES}
        whole: defaultdict[frozenset[str], frozenset[int]] = defaultdict(frozenset)
        entries = [(who, line, names) for who, person in enumerate(group) for line, names in person]
        for who, line, names in entries:
            lines[line][names] |= {who}
            whole[names] |= {who}
        told, total = disclose("ab", whole, 5)
        kept, columns = disclose_grid([lines], sorted(told), sorted(told), total, 5)
        assert told.issuperset(columns)
        cells = [(line, column) for line in kept for column in columns]
        shown += len(cells)
        for taken in subsets(frozenset(cells)):
            if len(taken) == 1:
                assert not few(
                    frozenset(w for w, line, names in entries if line == taken[0][0] and taken[0][1] in names)
                )
            for column in told:
                gone = {line for line, name in taken if name == column}
                assert not few(frozenset(w for w, line, names in entries if column in names and line not in gone))
            for columns_taken in subsets(told) if total else ():
                assert not few(
                    frozenset(
                        who
                        for who, line, names in entries
                        if not names & set(columns_taken)
                        and not any(at == line and name in names for at, name in taken)
                    )
                )
    assert shown > 1000


def grid_of(lines: dict[int, dict[frozenset[str], frozenset[int]]]) -> tuple[frozenset[int], str]:
    kept, columns = disclose_grid([lines], "abc", "abc", total=False, minimum=5)
    return kept, "".join(columns)


def test_a_grid_keeps_what_it_can() -> None:
    """The line or the column with the most that may not be told goes first."""
    five, one = frozenset(range(5)), frozenset({9})
    a, b, c = frozenset("a"), frozenset("b"), frozenset("c")
    grid = {1: {a: five, b: five, c: one}, 2: {a: five, b: five, c: five | {7}}, 3: {a: five, b: five, c: five}}
    assert grid_of(grid) == (frozenset({1, 2, 3}), "ab")
    grid = {
        1: {a: one, b: one, c: one},
        2: {a: five, b: five, c: five},
        3: {a: five, b: five},
        4: {a: one, b: one, c: one},
    }
    assert grid_of(grid)[1] == ""
    grid[4] = dict.fromkeys((a, b, c), frozenset({11, 12, 13, 14}))
    assert grid_of(grid) == (frozenset({2, 3}), "abc")
