"""A period falls apart into weeks, months, quarters or years that follow one another and are all of it."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.period import ALL, AROUND, MANY, Period, month_of, parts, quarter_of, week_of, year_of

DAY = date(2026, 11, 23)


@given(st.dates(), st.integers(0, 4000), st.sampled_from(["", *AROUND]))
def test_the_parts_are_all_of_it_and_no_more(start, days, per):
    """Every day in one of them, at both ends of the calendar too."""
    end = start + timedelta(days=min(days, (date.max - start).days))
    found = parts(Period(start, end, ""), per)
    assert (found[0].start, found[-1].end) == (start, end)
    assert all(other.start - one.end == timedelta(days=1) for one, other in pairwise(found))
    assert all(each.kind == (per or found[0].kind) and each.start <= each.end for each in found)


@pytest.mark.parametrize(
    ("period", "per", "labels"),
    [
        (quarter_of(DAY), "", ["oktober 2026", "november 2026", "december 2026"]),
        (
            year_of(DAY),
            "",
            ["eerste kwartaal 2026", "tweede kwartaal 2026", "derde kwartaal 2026", "vierde kwartaal 2026"],
        ),
        (Period(date(2024, 3, 1), DAY, "", "all"), "", ["2024", "2025", "2026"]),
        (week_of(DAY), "", ["week 48 van 2026"]),
        (month_of(date(2027, 1, 1)), "week", ["week 53 van 2026", *(f"week {n} van 2027" for n in (1, 2, 3, 4))]),
        (Period(date(2026, 10, 25), DAY, ""), "", [f"week {n} van 2026" for n in (43, 44, 45, 46, 47, 48)]),
        (
            Period(date(2026, 6, 25), DAY, ""),
            "quarter",
            ["tweede kwartaal 2026", "derde kwartaal 2026", "vierde kwartaal 2026"],
        ),
    ],
)
def test_parts_have_the_names_of_the_calendar(period, per, labels):
    """Without a kind: the months of a quarter, the quarters of a year, all years; a week 53 belongs to its own year."""
    assert [each.label for each in parts(period, per)] == labels


def test_of_too_many_parts_longer_ones_are_given():
    """Nobody reads half a million weeks."""
    assert {each.kind for each in parts(ALL, "week")} == {"year"}
    found = parts(Period(date(1926, 1, 1), DAY, ""), "week")
    assert found[0].kind == "quarter" or len(found) <= MANY * 2
