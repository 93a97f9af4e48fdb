"""Entries: ids, what can be kept, and what a whole journal may be moved by."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.course import key, window_end
from leerlog.domain.entry import (
    Answer,
    Entry,
    FollowUp,
    Problem,
    bad_character,
    clean,
    id_month,
    id_prefix,
    is_id,
    names,
    new_id,
    shift,
    teller,
    tidy,
)
from leerlog.domain.share import leaving
from leerlog.domain.value import Level, parse_level

ENTRY = Entry("a2000000", date(2026, 11, 23), time(9, 0), "moment", "Moment")


@pytest.mark.parametrize(
    ("text", "level"),
    [("3", Level.TOEGEPAST), ("toegepast", Level.TOEGEPAST), ("Toe", Level.TOEGEPAST), ("b", Level.BELEVING)],
)
def test_a_level_is_a_number_or_the_start_of_a_name(text: str, level: Level) -> None:
    """Case does not matter."""
    assert parse_level(text) is level


@pytest.mark.parametrize("text", ["", "0", "6", "x", "33", "²"])
def test_what_is_no_level_gives_none(text: str) -> None:
    """Nothing is guessed."""
    assert parse_level(text) is None


def test_levels_are_numbered_in_order() -> None:
    """From beleving, 1, to herkaderend, 5."""
    assert [level.number for level in Level] == [1, 2, 3, 4, 5]


@given(st.dates(date(2000, 1, 1), date(2085, 4, 30)), st.binary(min_size=6, max_size=6))
def test_an_id_names_its_month(day: date, random: bytes) -> None:
    """The first two of its eight characters lead back to the month's file."""
    made = new_id(day, random)
    assert is_id(made)
    assert id_month(made) == f"{day:%Y-%m}"


@given(st.dates())
def test_every_date_has_an_id(day: date) -> None:
    """Dates before 2000 and after 2085 share the first and the last prefix."""
    assert len(id_prefix(day)) == 2


@given(st.text(max_size=9))
def test_what_is_no_id_names_no_month(text: str) -> None:
    """Any text may be asked for."""
    assert id_month(text) == "" or len(id_month(text)) == 7


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """What was kept comes back the same when it is saved again."""
    assert clean(clean(text)) == clean(text)


def test_cleaning_takes_off_blank_lines_and_carriage_returns_only() -> None:
    """Spaces before the first word and after the last stay."""
    assert clean("\r\n \n  een\r\ntwee  \r\n\t\n") == "  een\ntwee  "
    assert clean("a\rb") == "a\rb"


def test_tidy_drops_what_is_empty_and_sorts_items_by_kind() -> None:
    """As the journal writes them, so that reading gives the same."""
    entry = ENTRY._replace(
        answers=(Answer("goal", " \n", "x"), Answer("apply", "ja", " a\nb ")),
        follow_ups=(FollowUp("ask", "samen?"), FollowUp("follow_up", " bel\nAnja "), FollowUp("obstacle", "")),
        people=("Anja, Kees", "Anja"),
    )
    tidied = tidy(entry)
    assert tidied.answers == (Answer("apply", "ja", "a b"),)
    assert tidied.follow_ups == (FollowUp("follow_up", "bel Anja"), FollowUp("ask", "samen?"))
    assert tidied.people == ("Anja", "Kees")
    assert tidy(tidied) == tidied


def test_what_cannot_be_kept_is_named() -> None:
    """NUL and half a surrogate pair; everything else is fine."""
    assert "NUL" in bad_character("a\0b")
    assert "UTF-8" in bad_character("a\udcffb")
    assert bad_character("\x1b[31m\u2028é🙂") == ""


def test_an_entry_is_listed_by_its_first_line() -> None:
    """Of its answers, else of its items."""
    assert ENTRY._replace(answers=(Answer("a", "\n een\ntwee"),)).first_line == "een"
    assert ENTRY._replace(follow_ups=(FollowUp("ask", "samen?"),)).first_line == "samen?"
    assert ENTRY.first_line == ""
    assert ENTRY._replace(answers=(Answer("a", "x"),)).answer("a") == "x"
    assert ENTRY.answer("a") == ""


def test_a_problem_says_where() -> None:
    """file:line: message, or the file alone."""
    assert str(Problem("2026-11.md", 41, "fout")) == "2026-11.md:41: fout"
    assert str(Problem("2026-11.md", 0, "fout")) == "2026-11.md: fout"


def test_names_are_split_at_commas() -> None:
    """Each once, in the order given."""
    assert names(" Anja,, Kees  de Wit,Anja ") == ("Anja", "Kees de Wit")


def test_a_course_is_known_by_its_letters() -> None:
    """Case, accents and spaces do not matter."""
    assert key("  Privacy  & Café ") == key("privacy & CAFE")
    assert key("Woo-training") != key("Woo training 2")


def test_the_application_window_lasts_two_weeks() -> None:
    """The handreiking's rule of thumb."""
    assert window_end(date(2026, 11, 6)) == date(2026, 11, 20)


TURN = Entry(
    "a2nnnnnn",
    date(2026, 11, 2),
    None,
    "waardecheck",
    "Waardecheck",
    people=("Noor",),
    share=("team",),
    answers=(Answer("story", "Ze zocht op thema", "Welk verhaal?"),),
)

# The closing says what stands in the way as an answer too.
TOGETHER = TURN._replace(
    answers=(*TURN.answers, Answer("obstacle", "Geen tijd", "Wat staat ons in de weg?")),
    follow_ups=(FollowUp("obstacle", "Geen tijd"),),
)


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        (TURN, "Noor"),
        (TURN._replace(checklist="moment"), ""),
        (TURN._replace(people=()), ""),
        (TURN._replace(people=("Noor", "Kees")), ""),
        (TURN._replace(follow_ups=(FollowUp("follow_up", "Elke maand een dossier"),)), ""),
        (TURN._replace(follow_ups=(FollowUp("obstacle", "Geen tijd"),)), "Noor"),
        (TOGETHER._replace(people=("Noor",)), ""),
    ],
)
def test_a_turn_is_of_one_person_and_agrees_nothing(entry: Entry, name: str) -> None:
    """Whom somebody was with, at a moment or in a waardecheck of their own, is not who told it."""
    assert teller(entry) == name


def test_a_share_does_not_say_who_told_it() -> None:
    """Names stay behind, as all of Met does."""
    (left,) = leaving([TURN], "team")
    assert teller(left) == ""


FIRST = Entry(
    "a1bcdefg", date(2026, 10, 30), time(9, 0), "moment", "Moment", answers=(Answer("surprise", "2026 was mooi"),)
)
SECOND = FIRST._replace(
    id="a2hjkmnp",
    date=date(2026, 11, 2),
    builds_on=("a1bcdefg", "zzzzzzzz"),
    answers=(Answer("start", "2026-11-09"),),
    follow_ups=(FollowUp("follow_up", "bellen", due=date(2026, 11, 6), done=date(2026, 11, 5), ticked=True),),
)


def test_every_date_moves_and_every_weekday_stays() -> None:
    """Of entries, items and answers that are a date; texts stay as they are."""
    first, second = shift([FIRST, SECOND], 10)
    assert (first.date, second.date) == (date(2027, 1, 8), date(2027, 1, 11))
    assert second.answers[0].text == "2027-01-18"
    assert (second.follow_ups[0].due, second.follow_ups[0].done) == (date(2027, 1, 15), date(2027, 1, 14))
    assert first.answers == FIRST.answers


def test_ids_follow_their_month_and_chains_hold() -> None:
    """What was built on is found again; what was not in the journal stays as it was."""
    first, second = shift([FIRST, SECOND], -20)
    assert id_month(first.id) == f"{first.date:%Y-%m}"
    assert second.builds_on == (first.id, "zzzzzzzz")
