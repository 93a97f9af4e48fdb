from datetime import date

import pytest

from leerlog.documents.phrases import ago, course_state, period_title
from leerlog.domain.course import Course
from leerlog.domain.dates import count
from leerlog.domain.period import ALL, month_of, quarter_of, short_period, week_of, year_of
from leerlog.domain.period_words import last_days, span
from leerlog.render import said

TODAY = date(2026, 11, 23)


def test_days_are_said_in_the_singular_and_the_plural():
    """1 dag, 2 dagen, and the words for today and tomorrow."""
    found = [said.left(days) for days in (None, -22, -1, 0, 1, 2)]
    assert found == ["", "22 dagen over tijd", "1 dag over tijd", "vandaag", "morgen", "nog 2 dagen"]
    found = [count(number, "notitie", "notities") for number in (0, 1, 2)]
    assert found == ["0 notities", "1 notitie", "2 notities"]


def test_a_change_has_its_sign():
    """A real minus, as wide as the plus."""
    assert [said.change(number) for number in (2, -1, 0)] == ["+2", "−1", "="]


@pytest.mark.parametrize(
    ("period", "short", "title"),
    [
        (quarter_of(TODAY), "Q4", "vierde kwartaal 2026"),
        (month_of(TODAY), "nov", "november 2026"),
        (week_of(TODAY), "week 48", "week 48 van 2026"),
        (year_of(TODAY), "2026", "2026"),
        (last_days("30d", TODAY), "ervoor", "de laatste 30 dagen"),
        (span("2026-10-01", "2026-10-31", TODAY), "ervoor", "1 oktober t/m 31 oktober 2026"),
        (ALL, "ervoor", "alle notities"),
    ],
)
def test_a_period_is_called_by_its_name(period, short, title):
    """Or by its days, when it has none."""
    assert (short_period(period), period_title(period)) == (short, title)


@pytest.mark.parametrize(
    ("course", "state"),
    [
        (Course("x", "gepland"), "nog zonder datum"),
        (Course("x", "gepland", start=date(2026, 12, 1)), "begint 1 dec"),
        (Course("x", "bezig"), "bezig"),
        (Course("x", "bezig", end=date(2026, 12, 1)), "bezig t/m 1 dec"),
        (
            Course("x", "afgerond", end=date(2026, 11, 10), window=date(2026, 11, 24)),
            "afgerond 10 nov, nog 1 dag om toe te passen",
        ),
        (
            Course("x", "afgerond", end=date(2026, 11, 9), window=TODAY, hill=14, hill_most=21),
            "afgerond 9 nov, vandaag nog om toe te passen, HILL 14 van 21",
        ),
        (Course("x", "afgerond", end=date(2026, 10, 1)), "afgerond 1 okt, nog niet toegepast"),
        (
            Course("x", "geoogst", end=date(2026, 10, 5), applied=date(2026, 10, 2), reaped=date(2026, 11, 1)),
            "toegepast 2 okt, afgerond 5 okt, geoogst 1 nov",
        ),
    ],
)
def test_where_a_course_stands_is_said_in_a_few_words(course, state):
    """What happened in the order in which it did, then what there is to do."""
    assert said.Voice(said.brief(TODAY), ", ").cell(course_state(course, TODAY)) == state


def test_how_long_ago_something_was():
    """In the largest unit of which there are at least two."""
    found = [ago(days) for days in (0, 1, 2, 13, 14, 59, 60, 95, 729, 730)]
    assert found == [
        *("vandaag", "gisteren", "2 dagen geleden", "13 dagen geleden", "2 weken geleden", "8 weken geleden"),
        *("2 maanden geleden", "3 maanden geleden", "24 maanden geleden", "2 jaar geleden"),
    ]
    assert ago(-3) == "vandaag"
