"""No number of an anonymous review is about one to four people, nor can one be worked out."""

from collections.abc import Iterator
from itertools import chain, combinations, combinations_with_replacement

import pytest

from leerlog.reports.disclosure import disclose, enough

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
