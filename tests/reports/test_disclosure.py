"""No number of an anonymous review is about one to four people, nor can one be worked out."""

from itertools import combinations, combinations_with_replacement, product

import pytest

from leerlog.reports.disclosure import disclose, enough

CELLS = ("a", "b", "c")
# What one person can be part of: any of the cells, what is in none, or nothing.
PARTS = [frozenset(part) for size in range(4) for part in combinations((*CELLS, "rest"), size)]


def few(people: frozenset[int]) -> bool:
    """Whether these are some people, but too few."""
    return 0 < len(people) < 5


@pytest.mark.parametrize("size", range(1, 9))
def test_nothing_can_be_worked_out_about_a_few(size: int) -> None:
    """For every group of up to eight people: what is shown, and the total less any of what is shown."""
    group = PARTS if size < 5 else [part for part in PARTS if len(part) < 2 or part == {"a", "b"}]
    for taken in combinations_with_replacement(group, size):
        cells = {
            name: frozenset(number for number, part in enumerate(taken) if name in part) for name in (*CELLS, "rest")
        }
        rest = cells.pop("rest")
        shown, total = disclose(cells, rest, 5)
        assert not any(few(cells[name]) for name in shown)
        if not total:
            continue
        for known in product((False, True), repeat=len(shown)):
            gone = {name for name, is_known in zip(sorted(shown), known, strict=True) if is_known}
            left = rest.union(*(people for name, people in cells.items() if name not in gone))
            assert not few(left)


def test_a_minimum_below_five_is_five() -> None:
    """Whoever asks for less."""
    four = frozenset(range(4))
    assert disclose({"a": four}, frozenset(), 1) == (frozenset(), False)
    assert not enough(four, 1)
    assert enough(range(5), 1)
    assert not enough(range(5), 6)


def test_enough_people_are_shown() -> None:
    """The rule does not hide what it need not."""
    five = frozenset(range(5))
    assert disclose({"a": five, "b": frozenset()}, frozenset(), 5) == (frozenset({"a", "b"}), True)
