"""One of many, chosen by its number or by words: where lines are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.dialogue.ask import ask_one
from leerlog.dialogue.narrowing import _Narrowing
from leerlog.dialogue.pick import matching, pick
from leerlog.dialogue.talk import Choice, Interrupted
from tests.dialogue.helpers import BACK, STOP, said, scripted

THREE = [Choice(text, text) for text in ("Bespreken met Marjan", "Eerste resultaten bekijken", "Werkwijze vastleggen")]


@pytest.mark.parametrize(
    ("replies", "chosen"),
    [
        (["2"], 1),
        (["werkw"], 2),
        (["WERKW VAST"], 2),
        (["é", "3"], 2),
        (["e", "eerste"], 1),
        (["r", "1"], 0),
        (["zebra", "9", "1"], 0),
        ([""], 0),
        ([("back", "")], None),
        (["<"], None),
    ],
)
def test_a_number_or_words_choose(replies: list[str | None | tuple[str, str]], chosen: int | None) -> None:
    """A number names what is shown at that moment, words leave what holds them all, nothing is the first."""
    talk, reader = scripted(*replies)
    assert pick(talk, "Welke?", THREE) == chosen
    assert reader.left == 0


@pytest.mark.parametrize(
    ("replies", "chosen"),
    [
        (["7"], 7),
        (["7."], 7),
        (["werkw"], 9),
        (["e", "5", "marjan"], 3),
        (["9" * 5000, "zebra", "nee"], 0),
        ([""], 0),
        (["0"], 0),
    ],
)
def test_one_that_stands_above_is_chosen_or_none(replies: list[str | None | tuple[str, str]], chosen: int) -> None:
    """By the number that it has there, or by words that only it has; nothing is none."""
    talk, reader = scripted(*replies)
    assert ask_one(talk, "Welke?", dict(zip((3, 7, 9), THREE, strict=True))) == chosen
    assert reader.left == 0


def test_stopping_stops() -> None:
    """Ctrl+C is no choice, and not leaving either."""
    with pytest.raises(Interrupted):
        pick(scripted((STOP, ""))[0], "Welke?", THREE)
    assert pick(scripted((BACK, ""))[0], "Welke?", THREE) is None


def test_no_more_than_ten_are_shown_and_the_others_are_found() -> None:
    """How many there are is said, and words look through all of them."""
    talk, _ = scripted("nummer 37")
    assert pick(talk, "Welke?", [Choice(f"nummer {n}", f"nummer {n}") for n in range(60)]) == 37
    assert "nummer 9\n" in said(talk)
    assert "nummer 10" not in said(talk)
    assert "… nog 50" in said(talk)


@given(st.lists(st.text(max_size=12), max_size=8), st.text(max_size=6))
def test_what_is_found_holds_the_words(lines: list[str], typed: str) -> None:
    """Whatever is typed: the places are of the lines, in their order, and a line finds itself."""
    choices = [Choice(line, line) for line in lines]
    found = matching(typed, choices)
    assert found == sorted(set(found))
    assert set(found) <= set(range(len(lines)))
    assert all(at in matching(line, choices) for at, line in enumerate(lines))


@given(st.lists(st.sampled_from(["a", "b", "ab", "1 c"]), min_size=1, max_size=30), st.text("ab1 2", max_size=3))
def test_the_marked_line_is_among_those_that_are_drawn(lines: list[str], typed: str) -> None:
    """However small the terminal and however far one goes: what Enter takes can be seen."""
    shown = _Narrowing([Choice(line, line) for line in lines])
    shown.type(typed)
    for _ in range(len(lines)):
        drawn = "".join(part[1] for part in shown.drawn(40, 8))
        if shown.chosen is None:
            assert "niets" in drawn
        else:
            assert f"›{shown.chosen + 1:3}  " in drawn
        shown.move(1)
