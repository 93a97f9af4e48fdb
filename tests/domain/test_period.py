"""Periods: what a person asks for, and what comes before it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.period import ALL, AROUND, Period, as_typed, previous, range_words, week_of
from leerlog.domain.period_words import last_days, parse_part, parse_period, read_period, span

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("kind", "value", "start", "end"),
    [
        ("quarter", "dit", "2026-10-01", "2026-12-31"),
        ("quarter", "2026-Q3", "2026-07-01", "2026-09-30"),
        ("quarter", "2026Q3", "2026-07-01", "2026-09-30"),
        ("quarter", "q3", "2026-07-01", "2026-09-30"),
        ("quarter", "vorig", "2026-07-01", "2026-09-30"),
        ("month", "deze", "2026-11-01", "2026-11-30"),
        ("month", "2026-08", "2026-08-01", "2026-08-31"),
        ("month", "2024-02", "2024-02-01", "2024-02-29"),
        ("month", "augustus", "2026-08-01", "2026-08-31"),
        ("month", "december", "2025-12-01", "2025-12-31"),
        ("month", "maart 2025", "2025-03-01", "2025-03-31"),
        ("week", "deze", "2026-11-23", "2026-11-29"),
        ("week", "2026-W30", "2026-07-20", "2026-07-26"),
        ("week", "W50", "2025-12-08", "2025-12-14"),
        ("week", "2026-W01", "2025-12-29", "2026-01-04"),
        ("week", "2026-W53", "2026-12-28", "2027-01-03"),
        ("week", "vorig", "2026-11-16", "2026-11-22"),
        ("year", "dit", "2026-01-01", "2026-12-31"),
        ("year", "2024", "2024-01-01", "2024-12-31"),
        ("year", "vorig", "2025-01-01", "2025-12-31"),
        ("quarter", "derde kwartaal 2025", "2025-07-01", "2025-09-30"),
        ("quarter", "Q3 '25", "2025-07-01", "2025-09-30"),
        ("quarter", "dit kwartaal", "2026-10-01", "2026-12-31"),
        ("month", "Mrt. '25", "2025-03-01", "2025-03-31"),
        ("month", "08-2026", "2026-08-01", "2026-08-31"),
        ("month", "volgende maand", "2026-12-01", "2026-12-31"),
        ("week", "week 30", "2026-07-20", "2026-07-26"),
    ],
)
def test_a_period_is_read_as_a_person_means_it(kind: str, value: str, start: str, end: str) -> None:
    """Every form of the contract gives the days that it names."""
    found = parse_period(kind, value, TODAY)
    assert (found.start.isoformat(), found.end.isoformat()) == (start, end)


def test_a_quarter_without_a_year_is_the_latest_that_has_begun() -> None:
    """In February, Q4 is last year's."""
    assert parse_period("quarter", "Q4", date(2027, 2, 1)).start == date(2026, 10, 1)


@pytest.mark.parametrize(
    ("today", "value", "start"),
    [
        ("2027-01-05", "W53", "2026-12-28"),
        ("2027-01-02", "w1", "2025-12-29"),
        ("2027-01-04", "W1", "2027-01-04"),
        ("2026-12-30", "W53", "2026-12-28"),
        ("2026-12-20", "W53", "2020-12-28"),
        ("2024-12-31", "W1", "2024-12-30"),
    ],
)
def test_a_week_without_a_year_is_the_latest_that_has_begun(today: str, value: str, start: str) -> None:
    """In the first days of January week 53 is that of the year before, also by the calendar of weeks."""
    assert parse_period("week", value, date.fromisoformat(today)).start == date.fromisoformat(start)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("mei", "2026-05-01", "2026-05-31"),
        ("vorig", "2026-07-01", "2026-09-30"),
        ("Q3", "2026-07-01", "2026-09-30"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("W30", "2026-07-20", "2026-07-26"),
        ("vorige maand", "2026-10-01", "2026-10-31"),
        ("deze week", "2026-11-23", "2026-11-29"),
        ("gisteren", "2026-11-22", "2026-11-22"),
        ("ma 23 november 2026", "2026-11-23", "2026-11-23"),
        ("vanaf augustus", "2026-08-01", "2026-11-23"),
        ("maart t/m mei", "2026-03-01", "2026-05-31"),
        ("afgelopen 30 dagen", "2026-10-25", "2026-11-23"),
        ("afgelopen drie weken", "2026-11-03", "2026-11-23"),
        ("twee weken", "2026-11-10", "2026-11-23"),
        ("het afgelopen halfjaar", "2026-05-24", "2026-11-23"),
        ("een kwartaal", "2026-08-24", "2026-11-23"),
        ("wk40", "2026-09-28", "2026-10-04"),
        ("1 t/m 15 november", "2026-11-01", "2026-11-15"),
        ("1 mei - 3 juni", "2026-05-01", "2026-06-03"),
        ("1 november - 30 november", "2026-11-01", "2026-11-30"),
        ("1 t/m 30 november", "2026-11-01", "2026-11-30"),
        ("2026-10-01 t/m december", "2026-10-01", "2026-12-31"),
        ("jan-mrt 2025", "2025-01-01", "2025-03-31"),
        ("week 40-44", "2026-09-28", "2026-11-01"),
        ("week 40 t/m 44 van 2025", "2025-09-29", "2025-11-02"),
        ("sep-25", "2025-09-01", "2025-09-30"),
        ("alles", "0001-01-01", "9999-12-31"),
    ],
)
def test_words_alone_name_a_period(words: str, start: str, end: str) -> None:
    """As a person says it, without an option."""
    found = read_period(words, TODAY)
    assert (found.start.isoformat(), found.end.isoformat()) == (start, end)


def test_previous_alone_is_of_the_kind_that_a_command_is_about() -> None:
    """Of a review the quarter."""
    assert [read_period("vorig", TODAY, kind).start.isoformat() for kind in ("quarter", "year")] == [
        "2026-07-01",
        "2025-01-01",
    ]


@pytest.mark.parametrize(
    "words", ["themalijst", "", "mei juni", "5", "Q5", "W54", "2026-13", "mei t/m maart", "31 feb"]
)
def test_words_that_name_no_period_are_refused(words: str) -> None:
    """Never taken for everything."""
    with pytest.raises(ValueError, match="geen periode|bestaat niet|achteruit"):
        read_period(words, TODAY)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("quarter", " "),
        ("quarter", "vorige maand"),
        ("quarter", "Q5"),
        ("quarter", "alles"),
        ("quarter", "2026-08"),
        ("quarter", "2026-Q"),
        ("quarter", "²"),
        ("month", "2026-13"),
        ("month", "ma"),
        ("month", "2026-00"),
        ("week", "2026-W54"),
        ("week", "2025-W53"),
        ("week", "30"),
        ("week", "2026-30"),
        ("year", "26"),
        ("year", "0000"),
        ("year", "٢٠٢٦"),
    ],
)
def test_a_word_that_names_no_period_is_refused(kind: str, value: str) -> None:
    """It is never taken for everything, and the message quotes it."""
    with pytest.raises(ValueError, match="geen"):
        parse_period(kind, value, TODAY)


def test_partial_dates_mean_all_of_them() -> None:
    """--from 2026-08 --to 2026 runs from the first of August to the end of the year."""
    found = span("2026-08", "2026", TODAY)
    assert (found.start, found.end) == (date(2026, 8, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("december", "2025-12-01", "2025-12-31"),
        ("maart 2025", "2025-03-01", "2025-03-31"),
        ("12 januari", "2026-01-12", "2026-01-12"),
        ("gisteren", "2026-11-22", "2026-11-22"),
        ("maandag", "2026-11-23", "2026-11-23"),
        ("vorige week", "2026-11-16", "2026-11-22"),
        ("Q3", "2026-07-01", "2026-09-30"),
        ("31-12-2025", "2025-12-31", "2025-12-31"),
    ],
)
def test_a_part_of_the_calendar_may_be_in_words(text: str, start: str, end: str) -> None:
    """Its first day for --from, its last for --to; without a year the latest that has begun."""
    assert span(text, "", TODAY).start.isoformat() == start
    assert span("", text, TODAY).end.isoformat() == end


def test_one_end_is_enough() -> None:
    """Without --to it runs up to today, without --from from the beginning."""
    assert span("2026-08-14", "", TODAY).end == TODAY
    assert span("", "2026-Q3", TODAY).start == date.min
    assert span("2027", "", TODAY).start == date(2027, 1, 1)


def test_a_reversed_range_is_refused() -> None:
    """The message says from where to where."""
    with pytest.raises(ValueError, match="2026-09-01 tot en met 2026-08-31"):
        span("2026-09", "2026-08", TODAY)


@pytest.mark.parametrize("text", ["2026-02-30", "2026-13", "ooit", "", "2026-W99"])
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    """So is what is no date at all."""
    with pytest.raises(ValueError, match="bestaat niet|geen datum"):
        parse_part(text, TODAY)


@pytest.mark.parametrize(
    ("text", "start", "label"),
    [
        ("30d", "2026-10-25", "de laatste 30 dagen"),
        ("1d", "2026-11-23", "de laatste dag"),
        ("2 weken", "2026-11-10", "de laatste 2 weken"),
        ("3m", "2026-08-24", "de laatste 3 maanden"),
        ("1j", "2025-11-24", "het laatste jaar"),
        ("drie dagen", "2026-11-21", "de laatste 3 dagen"),
        ("1 kwartaal", "2026-08-24", "het laatste kwartaal"),
    ],
)
def test_last_counts_back_from_today(text: str, start: str, label: str) -> None:
    """Today is the last of the days."""
    found = last_days(text, TODAY)
    assert (found.start.isoformat(), found.end, found.label) == (start, TODAY, label)


@pytest.mark.parametrize("text", ["30", "d", "0d", "-3d", "99999j", "veel dagen"])
def test_a_span_that_says_nothing_is_refused(text: str) -> None:
    """Also one that goes back before the calendar."""
    with pytest.raises(ValueError, match="tijdsduur|kalender"):
        last_days(text, TODAY)


@given(st.dates(date(1, 2, 1), date(9999, 11, 30)), st.sampled_from(["week", "month", "quarter", "year"]))
def test_previous_is_the_period_just_before(day: date, kind: str) -> None:
    """It ends on the day before, and is of the same kind."""
    found = AROUND[kind](day) if day.year > 1 else week_of(date(2026, 1, 1))
    before = previous(found)
    assert before is not None
    assert before.kind == found.kind
    assert (found.start - before.end).days == 1
    assert before.start <= before.end


def test_there_is_nothing_before_everything() -> None:
    """A review of all notes compares with nothing."""
    assert previous(ALL) is None


def test_a_range_is_told_in_words() -> None:
    """With the year once where it is the same."""
    assert range_words(parse_period("quarter", "dit", TODAY)) == "1 oktober t/m 31 december 2026"
    assert range_words(parse_period("week", "2026-W01", TODAY)) == "29 december 2025 t/m 4 januari 2026"
    assert range_words(Period(TODAY, TODAY, "")) == "23 november 2026"
    assert range_words(ALL) == "alle notities"
    assert range_words(span("", "2026", TODAY)) == "t/m 31 december 2026"


@pytest.mark.parametrize("kind", ["week", "month", "quarter", "year"])
@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2027, 1, 1), date(2026, 12, 31)])
def test_a_period_is_typed_as_it_is_read(kind: str, day: date) -> None:
    """The first days of January can be of a week of the year before."""
    period = AROUND[kind](day)
    assert parse_period(kind, as_typed(period), date(2027, 6, 1)) == period


def test_other_days_have_no_such_name() -> None:
    """They are called by their first and last."""
    assert as_typed(last_days("30d", date(2026, 11, 23))) == ""
