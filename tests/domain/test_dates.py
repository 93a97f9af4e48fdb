"""Dates in Dutch words."""

from datetime import date, time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leerlog.domain.dates import (
    DAYS,
    add_months,
    clock,
    count,
    full_date,
    is_iso,
    long_date,
    parse_day,
    short_date,
    spoken_date,
)
from leerlog.domain.period import ALL, AROUND, Period, range_words, short_period
from leerlog.domain.period_words import last_days, read_period
from leerlog.domain.when import Direction, means_date, parse_clock, parse_date, parse_moment

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "forward", "back"),
    [
        # A day with its year is that day.
        *((text, "2026-12-07", "2026-12-07") for text in (
            "2026-12-07", "2026-12-7", "2026/12/07", "20261207", "7-12-2026", "07/12/2026", "7.12.26", "7 - 12 - 2026",
            "7 december 2026", "7 dec 2026", "7 dec. 2026", "7 dec '26", "7 DEC \u201926", "ma 7 dec 2026",
            "Maandag 7 december 2026", "maandag, 7 december 2026", "ma. 7 dec. 2026", "7e december 2026",
            "7 \u2011 12 \u2011 2026", "voor ma 7 december 2026", "op 7\u00a0december 2026.", "7-dec-2026",
        )),
        # Without a year the first on the side that is looked at, today among them.
        ("7 dec", "2026-12-07", "2025-12-07"),
        ("7 december", "2026-12-07", "2025-12-07"),
        ("7-12", "2026-12-07", "2025-12-07"),
        ("7/12", "2026-12-07", "2025-12-07"),
        ("23 nov", "2026-11-23", "2026-11-23"),
        ("12 januari", "2027-01-12", "2026-01-12"),
        ("3 mrt", "2027-03-03", "2026-03-03"),
        ("1e maart", "2027-03-01", "2026-03-01"),
        ("2de sept.", "2027-09-02", "2026-09-02"),
        ("de 3de van februari", "2027-02-03", "2026-02-03"),
        ("12januari", "2027-01-12", "2026-01-12"),
        ("29 feb", "2028-02-29", "2024-02-29"),
        ("de 12e", "2026-12-12", "2026-11-12"),
        ("vrijdag 20 maart a.s.", None, None),
        ("zaterdag 20 maart a.s.", "2027-03-20", "2027-03-20"),
        # With a weekday the year that has it: what leerlog prints is of this one.
        ("vr 11 dec", "2026-12-11", "2026-12-11"),
        ("di 12 jan", "2027-01-12", None),
        ("ma 12 jan", "2026-01-12", "2026-01-12"),
        ("vr. 30 okt", "2026-10-30", "2026-10-30"),
        ("wo 12 jan", None, None),
        ("vr 7 december 2026", None, None),
        # Weekdays: today's own is today when looking back.
        ("maandag", "2026-11-30", "2026-11-23"),
        ("Vrijdag", "2026-11-27", "2026-11-20"),
        ("vr.", "2026-11-27", "2026-11-20"),
        ("volgende vrijdag", "2026-12-04", "2026-12-04"),
        ("komende vrijdag", "2026-11-27", "2026-11-27"),
        ("vorige vrijdag", "2026-11-20", "2026-11-20"),
        ("afgelopen maandag", "2026-11-16", "2026-11-16"),
        ("vorige week maandag", "2026-11-16", "2026-11-16"),
        ("vrijdag volgende week", "2026-12-04", "2026-12-04"),
        ("vrijdag over 2 weken", "2026-12-11", "2026-12-11"),
        ("dinsdag drie weken geleden", "2026-11-03", "2026-11-03"),
        # So far from today.
        ("vandaag", "2026-11-23", "2026-11-23"),
        ("morgen", "2026-11-24", "2026-11-24"),
        ("gisteren", "2026-11-22", "2026-11-22"),
        ("gisteravond", "2026-11-22", "2026-11-22"),
        ("Eergisteren", "2026-11-21", "2026-11-21"),
        ("2 weken", "2026-12-07", "2026-11-09"),
        ("over 3 dagen", "2026-11-26", "2026-11-26"),
        ("nog 5 dagen", "2026-11-28", "2026-11-28"),
        ("3 dagen geleden", "2026-11-20", "2026-11-20"),
        ("over drie weken", "2026-12-14", "2026-12-14"),
        ("een maand", "2026-12-23", "2026-10-23"),
        ("\u00e9\u00e9n jaar", "2027-11-23", "2025-11-23"),
        ("half jaar", "2027-05-23", "2026-05-23"),
        ("anderhalf jaar geleden", "2025-05-23", "2025-05-23"),
        ("volgende week", "2026-11-30", "2026-11-30"),
        ("vorige maand", "2026-10-23", "2026-10-23"),
        ("half december", "2026-12-15", "2025-12-15"),
        ("eind december", "2026-12-31", "2025-12-31"),
        ("eind van de week", "2026-11-27", "2026-11-27"),
        ("begin volgende maand", "2026-12-01", "2026-12-01"),
        ("medio maart 2027", "2027-03-15", "2027-03-15"),
        ("eind Q1", "2027-03-31", "2026-03-31"),
        ("begin tweede kwartaal", "2027-04-01", "2026-04-01"),
        ("eind week 50", "2026-12-11", "2025-12-12"),
        ("ma week 50", "2026-12-07", "2025-12-08"),
        ("a.s. vrijdag", "2026-11-27", "2026-11-27"),
        ("vrijdag aanstaande", "2026-11-27", "2026-11-27"),
        ("jl. vrijdag", "2026-11-20", "2026-11-20"),
        ("vrijdagmiddag", "2026-11-27", "2026-11-20"),
        ("woe 2 dec", "2026-12-02", "2026-12-02"),
        ("binnen twee weken", "2026-12-07", "2026-12-07"),
        ("veertien dagen geleden", "2026-11-09", "2026-11-09"),
    ],
)  # fmt: skip
def test_a_date_is_read_as_a_person_means_it(text: str, forward: str | None, back: str | None) -> None:
    """Looking forward for what is planned, back for what was; None where it contradicts itself."""
    ways: tuple[tuple[Direction, str | None], ...] = (("forward", forward), ("back", back))
    for direction, expected in ways:
        if expected is None:
            with pytest.raises(ValueError, match=r"[0-9]{4} is een \w+dag, geen \w+dag"):
                parse_date(text, MONDAY, direction)
        else:
            assert parse_date(text, MONDAY, direction).isoformat() == expected


def printed(day: date, today: date) -> list[str]:
    """Every form in which leerlog prints a day."""
    forms = [
        short_date(day, today),
        spoken_date(day),
        long_date(day),
        full_date(day),
        day.isoformat(),
    ]
    forms += [f"{DAYS[day.weekday()][:2]} {short_date(day, today)}", range_words(Period(day, day, ""))]
    return forms


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
@example(date(2026, 1, 12), MONDAY)
@example(date(2024, 2, 29), date(2024, 3, 1))
def test_what_is_printed_reads_back_as_that_day(day: date, today: date) -> None:
    """With its year the same on every day; without one, which is then this year's, towards that day."""
    towards: Direction = "forward" if day >= today else "back"
    for text in printed(day, today):
        assert parse_date(text, today, towards) == day
        for direction in ("forward", "back"):
            if str(day.year) in text or text.split()[0] in [name[:2] for name in DAYS]:
                assert parse_date(text, today, direction) == day
    assert parse_moment(f"{long_date(day)}, {clock(time(9, 5))}", today) == (day, time(9, 5))
    assert parse_moment(f"{full_date(day)} 16:42", today) == (day, time(16, 42))


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(1, 400))
def test_a_period_that_is_printed_reads_back(day: date, today: date, length: int) -> None:
    """By its name, its days or its length; by a short name the latest that has begun."""
    for around in AROUND.values():
        period = around(day)
        if around(today).end.year < 2090:
            assert read_period(period.label, today) == period
        assert read_period(short_period(around(today)), today) == around(today)
        found = read_period(range_words(period), today)
        assert (found.start, found.end) == (period.start, period.end)
    for text in (f"{length}d", f"{length} weken"):
        period = last_days(text, today)
        found = read_period(period.label, today)
        assert (found.start, found.end) == (period.start, period.end)
    assert read_period(range_words(ALL), today) == read_period(ALL.label, today) == ALL


@pytest.mark.parametrize("text", ["2026-11-31", "31-11", "0 weken", "32 dec", "7-13", "99999 jaar", "30 feb", "7-0"])
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    """The message says so, in Dutch."""
    for direction in ("forward", "back"):
        with pytest.raises(ValueError, match="bestaat niet"):
            parse_date(text, MONDAY, direction)


@pytest.mark.parametrize(
    "text", ["het team", "3 mensen", "12", "mei", "week 50", "2de kerstdag", "ooit", "", "maa", "m 7 dec"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    """With examples of what is one; a time says that there is no place for it."""
    with pytest.raises(ValueError, match="geen datum die ik begrijp. Probeer: 2 weken"):
        parse_date(text, MONDAY)
    with pytest.raises(ValueError, match="geen datum die ik begrijp. Probeer: gisteren"):
        parse_date(text, MONDAY, "back")
    with pytest.raises(ValueError, match="alleen een dag"):
        parse_date("vrijdag 16:00", MONDAY)


@pytest.mark.parametrize(
    ("text", "like"),
    [
        *((text, True) for text in ("31 nov", "7 decembr", "2026-13-40", "31-2", "mei", "week 50", "vrijdag 16:00")),
        *((text, False) for text in ("het team", "3 mensen", "3 meisjes", "12.30u", "maandag en dinsdag", "")),
    ],
)  # fmt: skip
def test_a_slip_in_a_date_is_told_from_words(text: str, like: bool) -> None:
    """What looks like a date was meant as one."""
    assert means_date(text) == like


WORDS = st.one_of(
    st.text(max_size=20),
    st.lists(
        st.sampled_from(
            ["maandag", "vr", "7", "31", "2026", "'26", "dec", "mei", "-", ".", ",", ":", "16:00", "over", "half", "e"]
        )
        | st.sampled_from(
            ["geleden", "vorige", "volgende", "week", "weken", "jaar", "eind", "de", "t/m", "99999", "\u00b2", "/"]
        ),
        max_size=6,
    ).map(" ".join),
)


@given(WORDS, st.dates(date(1, 1, 1), date(9999, 12, 31)), st.sampled_from(["forward", "back"]))
def test_no_text_gives_anything_but_a_date_or_a_reason(text: str, today: date, direction: Direction) -> None:
    """Whatever is typed on whatever day, the only failure is a ValueError with a sentence."""
    assert means_date(text) in (True, False)
    for read in (lambda: parse_date(text, today, direction), lambda: parse_moment(text, today, direction)):
        try:
            assert read()
        except ValueError as error:
            assert " ".join(text.split())[:5].lower() in str(error).lower() or "is een" in str(error)
    try:
        assert read_period(text, today).start <= date.max
    except (ValueError, OverflowError) as error:
        assert isinstance(error, OverflowError) or str(error)


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


@pytest.mark.parametrize(
    ("text", "day", "minute"),
    [
        ("2026-11-23T16:42", "2026-11-23", time(16, 42)),
        ("2026-11-23 16:42:10", "2026-11-23", time(16, 42)),
        ("gisteren 16:00", "2026-11-22", time(16, 0)),
        ("Gisteren om 16.00 uur", "2026-11-22", time(16, 0)),
        ("maandag 9:30", "2026-11-23", time(9, 30)),
        ("31 dec", "2025-12-31", None),
        ("31 dec 16u", "2025-12-31", time(16, 0)),
        ("12 januari, 9u30", "2026-01-12", time(9, 30)),
        ("16:00", "2026-11-23", time(16, 0)),
        ("vorige vrijdag half vijf", "2026-11-20", time(16, 30)),
        ("gisteren kwart over negen", "2026-11-22", time(9, 15)),
        ("20261123", "2026-11-23", None),
        ("2026-11-23", "2026-11-23", None),
    ],
)
def test_a_moment_is_a_day_and_maybe_a_minute(text: str, day: str, minute: time | None) -> None:
    """Looking back; seconds are dropped."""
    assert parse_moment(text, MONDAY) == (date.fromisoformat(day), minute)


@pytest.mark.parametrize("text", ["2026-11-31T10:00", "2026-11-23T25:00", "gisteren 16:75", "2026-W47", "x", "", "9"])
def test_a_moment_that_does_not_exist_is_refused(text: str) -> None:
    """Also an ISO week, which Python would take."""
    with pytest.raises(ValueError, match="bestaat niet|geen"):
        parse_moment(text, MONDAY)


def test_a_clock_set_to_a_bare_day_begins_at_midnight() -> None:
    """So that the day alone will do."""
    assert parse_clock("2026-11-23", MONDAY) == (MONDAY, time(0, 0))
    assert parse_clock("2026-11-23T16:42", MONDAY) == (MONDAY, time(16, 42))
    assert parse_day("2026-11-23") == MONDAY
    assert [is_iso(text) for text in ("2026-11-23", " 2026-11-23T16:42", "23-11-2026")] == [True, True, False]


@pytest.mark.parametrize("text", ["2026-11-23T16:42Z", "2026-11-23T16:42+01:00"])
def test_a_time_zone_is_refused(text: str) -> None:
    """To leave it out would give another moment than was meant."""
    with pytest.raises(ValueError, match="heeft een tijdzone"):
        parse_moment(text, MONDAY)
