"""Dates in Dutch words."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.dates import clock, count, full_date, long_date, short_date
from leerlog.domain.when import add_months, parse_date, parse_day, parse_now

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-12-07", "2026-12-07"),
        ("vandaag", "2026-11-23"),
        ("morgen", "2026-11-24"),
        ("gisteren", "2026-11-22"),
        ("vrijdag", "2026-11-27"),
        ("vr", "2026-11-27"),
        ("maandag", "2026-11-30"),
        ("volgende vrijdag", "2026-12-04"),
        ("volgende week", "2026-11-30"),
        ("volgende maand", "2026-12-23"),
        ("2 weken", "2026-12-07"),
        ("over drie weken", "2026-12-14"),
        ("een maand", "2026-12-23"),
        ("1 jaar", "2027-11-23"),
        ("7 dec", "2026-12-07"),
        ("7 december", "2026-12-07"),
        ("7 dec. 2027", "2027-12-07"),
        ("op 7 dec", "2026-12-07"),
        ("3 maart", "2027-03-03"),
        ("3 mrt", "2027-03-03"),
        ("7-12", "2026-12-07"),
        ("7/12/2027", "2027-12-07"),
        ("29 feb", "2028-02-29"),
        ("  Vrijdag ", "2026-11-27"),
    ],
)
def test_a_date_is_read_as_a_person_means_it(text: str, expected: str) -> None:
    """Without a year it is the first such day from today on."""
    assert parse_date(text, MONDAY).isoformat() == expected


@pytest.mark.parametrize("text", ["2026-11-31", "31-11", "0 weken", "32 dec", "7-13", "99999 jaar", "30 feb"])
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    """The message says so, in Dutch."""
    with pytest.raises(ValueError, match="bestaat niet|geen datum"):
        parse_date(text, MONDAY)


@given(st.text(max_size=20), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_no_text_gives_anything_but_a_date_or_a_reason(text: str, today: date) -> None:
    """Whatever is typed, the only failure is a ValueError with a sentence."""
    try:
        assert isinstance(parse_date(text, today), date)
    except ValueError as error:
        assert "datum" in str(error)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_what_is_written_in_full_can_be_read_again(day: date, today: date) -> None:
    """A date with its year means the same on every day."""
    assert parse_date(f"{day.day} {full_date(day).split()[2]} {day.year}", today) == day
    assert parse_date(day.isoformat(), today) == day


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.integers(-120, 120))
def test_adding_months_stays_in_the_month(day: date, months: int) -> None:
    """A day that the month lacks becomes its last."""
    found = add_months(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day <= day.day


def test_dates_are_written_in_dutch() -> None:
    """Short, long and in full."""
    assert short_date(MONDAY) == "23 nov"
    assert short_date(date(2025, 3, 1), MONDAY) == "1 mrt 2025"
    assert long_date(MONDAY) == "ma 23 november 2026"
    assert full_date(MONDAY) == "maandag 23 november 2026"
    assert clock(time(9, 5)) == "09:05"
    assert clock(None) == ""


def test_one_and_more() -> None:
    """One note, two notes, no notes."""
    assert [count(n, "notitie", "notities") for n in (0, 1, 2)] == ["0 notities", "1 notitie", "2 notities"]


@pytest.mark.parametrize("text", ["2026-11-23T16:42", "2026-11-23 16:42", "2026-11-23T16:42:10"])
def test_a_moment_is_a_day_and_a_minute(text: str) -> None:
    """Seconds are dropped."""
    assert parse_now(text) == (MONDAY, time(16, 42))


@pytest.mark.parametrize("text", ["2026-11-31T10:00", "2026-11-23T25:00", "gisteren", "2026-1-3", "20261123", ""])
def test_a_moment_that_does_not_exist_is_refused(text: str) -> None:
    """Also an ISO week or a date without dashes, which Python would take."""
    with pytest.raises(ValueError, match="bestaat niet|geen"):
        parse_now(text)


def test_a_bare_day_begins_at_midnight() -> None:
    """So that the day alone will do."""
    assert parse_now("2026-11-23") == (MONDAY, time(0, 0))
    assert parse_day("2026-11-23") == MONDAY


@pytest.mark.parametrize("text", ["2026-11-23T16:42Z", "2026-11-23T16:42+01:00"])
def test_a_time_zone_is_refused(text: str) -> None:
    """To leave it out would give another moment than was meant."""
    with pytest.raises(ValueError, match="heeft een tijdzone"):
        parse_now(text)
