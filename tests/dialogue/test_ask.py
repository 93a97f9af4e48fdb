"""The single questions around a conversation."""

import pytest

from leerlog.dialogue.ask import (
    ask,
    ask_course,
    ask_private,
    ask_result,
    ask_resume,
    ask_right,
    ask_share,
    ask_value,
    match_name,
    yes_no,
)
from leerlog.dialogue.talk import Interrupted
from leerlog.domain.entry import Answer
from leerlog.domain.value import Level
from leerlog.library.content import load_values
from tests.dialogue.helpers import BACK, CHOICES, END, STOP, question, said, scripted

COURSES = ("Woo-training", "Archiefwet", "Woo voor beginners")


def test_one_question() -> None:
    """A question by itself gives its checked answer, and says what it was taken to mean."""
    talk, _ = scripted("2")
    assert ask(talk, question("a", kind="choice", choices=CHOICES)) == "collega"
    assert "met een collega" in said(talk)


def test_one_question_with_its_background() -> None:
    """The explanation is at hand, and going back is not possible."""
    talk, _ = scripted("?", (BACK, "Mo"), "Mooi")
    assert ask(talk, question("a"), "over a") == "Mooi"
    assert "over a" in said(talk)
    assert "Terug kan hier niet" in said(talk)


def test_stopping_hands_over_the_half_answer() -> None:
    """The half sentence comes with the exception, for a draft."""
    talk, _ = scripted((STOP, "Een bur"))
    with pytest.raises(Interrupted) as stopped:
        ask(talk, question("a"))
    assert stopped.value.text == "Een bur"


def test_the_end_of_input_is_no_answer() -> None:
    """Where a pipe has run dry every question takes its default."""
    talk, _ = scripted(*[(END, "")] * 6)
    assert ask(talk, question("a")) == ""
    assert ask_value(talk) is None
    assert yes_no(talk, "Zeker?") is True
    assert ask_share(talk) == ((), None)
    assert ask_private(talk, [Answer("a", "x", "Wat?")]) == ()
    assert ask_course(talk, COURSES) == ""


def test_the_value() -> None:
    """A number or a name; Enter when it isn't known yet; anything else is asked again."""
    talk, _ = scripted("7", "3", "real", "gereal", "")
    assert ask_value(talk) is Level.TOEGEPAST
    assert ask_value(talk) is Level.GEREALISEERD
    assert ask_value(talk) is None
    assert "'7' is geen waardeniveau" in said(talk)


@pytest.mark.parametrize(
    ("answer", "default", "yes"),
    [
        ("j", False, True),
        ("Ja.", False, True),
        ("n", True, False),
        ("nee", True, False),
        ("", True, True),
        ("", False, False),
    ],
)
def test_yes_or_no(answer: str, default: bool, yes: bool) -> None:
    """Enter is the default, which the capital shows; the brackets stay on the screen."""
    talk, reader = scripted("misschien", answer)
    assert yes_no(talk, "Zeker?", default) is yes
    assert f"Zeker? {'[J/n]' if default else '[j/N]'}" in said(talk)
    assert "Antwoord met j of n." in said(talk)
    assert [turn.given for turn in reader.turns] == ["", ""], "typed anew"
    (turn, _) = reader.turns
    assert (turn.empty, turn.back, turn.later) == ("ja" if default else "nee", False, False)


def test_going_on_with_a_draft() -> None:
    """The question says which draft."""
    talk, _ = scripted("")
    assert ask_resume(talk, "je concept van zaterdag 21 november, 3 van 9") is True
    assert "Verdergaan met je concept van zaterdag 21 november, 3 van 9? [J/n]" in said(talk)


@pytest.mark.parametrize(
    ("answer", "audiences"),
    [
        ("", ()),
        ("niemand", ()),
        ("team", ("team",)),
        ("l", ("leidinggevende",)),
        ("mijn leidinggevende en het team", ("team", "leidinggevende")),
        ("allebei", ("team", "leidinggevende")),
    ],
)
def test_with_whom_to_share(answer: str, audiences: tuple[str, ...]) -> None:
    """Nobody unless somebody is named."""
    talk, _ = scripted("iedereen hier", answer) if answer == "team" else scripted(answer)
    assert ask_share(talk) == (audiences, None)


def test_a_number_below_the_summary_is_that_answer() -> None:
    """At the question with whom to share and, when that was said, at one of its own; only of what is there."""
    talk, reader = scripted("4", "0", "1 en 2", "3.", "9", "2", "ja", "", "2", "teem", "team")
    assert ask_share(talk, 3) == ((), 2)
    assert ask_right(talk, 3) == 1
    assert [ask_right(talk, 3), ask_right(talk, 3)] == [None, None]
    assert ask_share(talk) == (("team",), None)
    assert not reader.left
    for told in (
        "'4' is geen nummer van 1 tot en met 3.",
        "'9' is geen nummer",
        "yp één nummer",
        "Met '2' kan ik niet delen",
    ):
        assert told in said(talk)
    shown = [line for line in said(talk).split("\n") if "(Enter" in line]
    assert shown[:2] == [
        "Delen met: team, leidinggevende? (Enter: met niemand; een nummer: wijzigen)",
        "Klopt het zo? (Enter: bewaren; een nummer: wijzigen)",
    ]
    assert shown[-1] == "Delen met: team, leidinggevende? (Enter: met niemand)"


def test_which_answers_stay_private() -> None:
    """Numbers of the list that is shown; a number that is not there is asked again."""
    answers = [Answer("a", "x", "Wat?"), Answer("b", "y", "Hoe?"), Answer("c", "z", "Wie?")]
    talk, _ = scripted("4", "3 en 1", "alle", "geen", "1,2")
    assert ask_private(talk, answers) == ("a", "c")
    assert ask_private(talk, answers) == ("a", "b", "c")
    assert ask_private(talk, answers) == ()
    assert ask_private(talk, answers) == ("a", "b")
    assert "'4' is geen nummer van 1 tot en met 3" in said(talk)
    assert " 2 Hoe?" in said(talk)
    assert ask_private(talk, []) == ()


@pytest.mark.parametrize(
    ("name", "exact", "near"),
    [
        ("woo-training", "Woo-training", ""),
        ("  Archiefwet ", "Archiefwet", ""),
        ("archief", "", "Archiefwet"),
        ("Woo-trainnig", "", "Woo-training"),
        ("woo", "", ""),
        ("Heel iets anders", "", ""),
        ("", "", ""),
    ],
)
def test_matching_a_name(name: str, exact: str, near: str) -> None:
    """Capitals don't count; one beginning or a slip of the pen is near."""
    assert match_name(name, COURSES) == (exact, near)


def test_a_course() -> None:
    """A known name, a near miss that was meant, a new one, and none."""
    talk, _ = scripted("ARCHIEFWET", "archief", "ja", "archief", "nee", "Nieuw", "")
    assert ask_course(talk, COURSES) == "Archiefwet"
    assert ask_course(talk, COURSES) == "Archiefwet"
    assert ask_course(talk, COURSES) == "archief"
    assert ask_course(talk, COURSES) == "Nieuw"
    assert ask_course(talk, COURSES) == ""
    assert "Bedoel je Archiefwet?" in said(talk)


def test_a_course_by_its_number() -> None:
    """The one that is shown with it; a number that is not is asked again, unless a course is called so."""
    talk, _ = scripted("3", "4", "1", "2026")
    assert ask_course(talk, COURSES) == COURSES[2]
    assert "3: Woo voor beginners" in said(talk)
    assert ask_course(talk, COURSES) == COURSES[0]
    assert "'4' is geen nummer van 1 tot en met 3" in said(talk)
    assert ask_course(talk, COURSES) == "2026"
    talk, _ = scripted("2", "2")
    assert ask_course(talk, ("Woo", "Archief", "2")) == "2"
    assert ask_course(talk, ()) == "2"


def test_a_course_that_is_needed() -> None:
    """Without a name it is asked again; at the end of input that can't be helped."""
    talk, _ = scripted("", "Nieuw")
    assert ask_course(talk, (), needed=True) == "Nieuw"
    assert "Zonder naam" in said(talk)
    talk, _ = scripted((END, ""))
    with pytest.raises(Interrupted):
        ask_course(talk, (), needed=True)


def test_a_question_without_background_says_so() -> None:
    """Asking for an explanation always gets an answer."""
    talk, _ = scripted("?", "")
    assert yes_no(talk, "Doorgaan?")
    assert "Hier hoort geen uitleg bij." in said(talk)


def test_the_levels_are_told_where_one_is_chosen() -> None:
    """In a few words beside the question; asked for, with what each means and a note as an example."""
    talk, _ = scripted("?", "4")
    assert ask_value(talk) is Level.GEREALISEERD
    shown = " ".join(said(talk).split())
    for text in load_values().levels:
        assert f"{text.level.number}: {text.level}, {text.brief}" in shown
        assert f"{text.level.number} {text.level}: {text.meaning} Bijvoorbeeld: {text.example}" in shown


def test_what_came_of_it_is_one_line_or_nothing() -> None:
    """What can't be kept is asked again; the end of the input is nothing to say."""
    talk, _ = scripted("Zo\0", "Zij kent\nde weg")
    assert ask_result(talk) == "Zij kent de weg"
    assert "NUL" in said(talk)
    assert ask_result(scripted("")[0]) == ""
    assert ask_result(scripted((END, ""))[0]) == ""
    with pytest.raises(Interrupted) as stopped:
        ask_result(scripted((STOP, "Zij ken"))[0])
    assert stopped.value.text == "Zij ken"
