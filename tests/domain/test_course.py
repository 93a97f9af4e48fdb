import shlex
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leerlog.domain.course import argument, key, match_name
from tests.shells import wrong_on_windows

NAMES = ["Woo-training", "Zaakgericht werken", "Café sociale kaart"]


@pytest.mark.parametrize(
    ("name", "exact", "near"),
    [
        ("Woo-training", "Woo-training", ""),
        ("WOO-Training", "Woo-training", ""),
        ("cafe  sociale kaart", "Café sociale kaart", ""),
        ("woo training", "Woo-training", ""),
        ("WooTraining", "Woo-training", ""),
        ("Woo_training.", "Woo-training", ""),
        ("zaakgericht-werken", "Zaakgericht werken", ""),
        ("'Café: sociale kaart!'", "Café sociale kaart", ""),
        ("Wo-training", "", "Woo-training"),
        ("zaakgericht", "", "Zaakgericht werken"),
        ("Cafe social kaart", "", "Café sociale kaart"),
        ("Excel", "", ""),
        ("", "", ""),
        ("\u0301", "", ""),
    ],
)
def test_a_name_is_known_without_capitals_accents_spaces_and_punctuation(name, exact, near):
    """A near miss is told apart from a name that is known, and from one that is new."""
    assert match_name(name, NAMES) == (exact, near)


def test_the_very_spelling_goes_before_another():
    """Where a journal has both."""
    assert match_name("woo", ["Woo", "woo"]) == ("woo", "")
    assert key("  Wóó \n training") == "wootraining"


@given(
    st.text(max_size=20), st.lists(st.sampled_from(" -–—_.,:;/&'\"()[]!?#\u0301\u00ad\u200b"), max_size=9), st.randoms()
)
@example("Woo training", ["-"], Random(1))
def test_what_is_no_letter_number_or_sign_makes_no_other_course(name, between, chance):
    """Wherever it stands, and in any case; but a name of nothing else is itself."""
    letters = [*name, "x"]
    for mark in between:
        letters.insert(chance.randrange(len(letters) + 1), mark)
    assert key("".join(letters)) == key(name + "x")
    assert key("".join(letters).upper()) == key((name + "x").upper())
    assert key("?!") == "?!"
    assert len({key(each) for each in ("C", "C++", "Excel 1", "Excel 2", "€", "")}) == 6


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Één zaak: Woo & AVG (2026)", ' "Één zaak: Woo & AVG (2026)"'),
        ("Lisa's training", ' "Lisa\'s training"'),
        ('Werken met "AI"', ' "Werken met AI"'),
        ("`rm` -rf", ' "rm -rf"'),
        ("Woo\\Archief, 50%!", ' "Woo Archief, 50"'),
        ("--help", ' "help"'),
        ("een\nregel", ' "een regel"'),
        ("$(rm)", ""),
        ("€ 5", ""),
        ("?!", ""),
        ("", ""),
    ],
)
def test_a_name_is_typed_without_what_a_shell_obeys(name, typed):
    """As far as it is the same course without it; else the command stands alone, and asks which one."""
    assert argument(name) == typed


@given(st.text(max_size=20) | st.text(st.sampled_from("aé1 \"'`$\\!%-“”’&|<>^\n\u202e"), max_size=9))
@example("a\\")
def test_a_name_in_a_command_is_one_word_of_the_same_course_in_every_shell(name):
    """It may come from a colleague's file; who copies the line must run nothing else."""
    word = argument(name)
    if word:
        line = f"leerlog after{word}"
        assert wrong_on_windows(line) == ""
        program, command, course = shlex.split(line)
        assert (program, command, key(course)) == ("leerlog", "after", key(name))
        assert not course.startswith("-")
        assert not {*course} & {*'"$`!%\\'}
