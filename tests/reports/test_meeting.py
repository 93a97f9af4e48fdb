"""What lies on the table of a waardecheck."""

from datetime import date

from leerlog.domain.entry import Answer, Entry
from leerlog.domain.told import Told
from leerlog.domain.value import Level
from leerlog.reports.levels import outcomes, unweighed
from leerlog.reports.meeting import expected_before, on_table, turns

DAY = date(2026, 11, 23)


def told(name: str, day: date = DAY, private: bool = False, **answers: str) -> Entry:
    """Somebody's turn, or the closing without a name."""
    made = tuple(Answer(question, text, question, None, private) for question, text in answers.items())
    return Entry(
        name or f"x{day:%d}", day, None, "waardecheck", "Waardecheck", people=(name,) * bool(name), answers=made
    )


def test_every_level_has_a_line_of_everybody_who_told_of_it(rules) -> None:
    """The first line, the fifth level first, in the order of telling; a no and what is private are not there."""
    noor = told("Noor", story="Druk\nEn goed", applied="Ik bel eerst", others="Nog niets")
    kees, anja = told("Kees", story="Stil"), told("Anja", private=True, story="Geheim")
    assert on_table([noor, kees, anja], rules) == (
        Told(Level.TOEGEPAST, "Noor", "Ik bel eerst"),
        Told(Level.BELEVING, "Noor", "Druk …"),
        Told(Level.BELEVING, "Kees", "Stil"),
    )


def test_a_meeting_is_what_was_told_since_the_last_closing() -> None:
    """Also of yesterday, when it was gone on with today; a story of long ago is of another meeting."""
    old, before = told("Kees", date(2026, 8, 3), story="oud"), told("Kees", date(2026, 11, 22), story="eerst")
    closing, now = told("", date(2026, 11, 22), expected="iets"), told("Noor", story="nu")
    assert turns([old, before, now]) == (before, now)
    assert turns([before, closing, now]) == (now,)
    assert turns([before, now, told("", date(2026, 11, 24), links="x")]) == ()
    assert turns([]) == ()


def test_what_was_expected_last_is_told_again() -> None:
    """Of the last meeting that said so."""
    first, second = told("", date(2026, 5, 1), expected="een"), told("", date(2026, 8, 1), expected="twee")
    assert expected_before([second, first, told("", DAY, links="x")]) == "twee"
    assert expected_before([told("Noor", story="x")]) == ""


def test_the_table_is_counted_in_the_stories_alone(rules) -> None:
    """In the entry of the meeting it is no yield, and nothing to weigh."""
    closing = told("", table="- toegepast, Noor: Ik bel eerst", expected="meer", links="bellen", questions="wie?")
    assert outcomes(closing, rules) == []
    assert unweighed(closing, rules) is None
