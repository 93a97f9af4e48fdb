"""Typed answers: what is refused, what is kept, and what they make of an entry."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leerlog.domain.checklist import Checklist, Choice, Question
from leerlog.domain.entry import Answer, FollowUp
from leerlog.domain.outcome import Nothing
from leerlog.domain.score import leading_score, note, score
from leerlog.domain.typed import Mistake, check, check_all, fill, items, read_item
from leerlog.domain.value import Level

TODAY = date(2026, 11, 23)  # a Monday
NOTHING = Nothing(("nee", "niets", "nog niet", "geen"))
CHOICES = (Choice("alleen", "alleen"), Choice("collega", "met een collega"), Choice("team", "met het team"))


def question(name: str, **settings: object) -> Question:
    return Question(name, f"Wat is {name}?", "1", **settings)  # type: ignore[arg-type]


def checklist(*questions: Question) -> Checklist:
    return Checklist("x", "X", "X", "1", "course", "ieder", "", questions)


TEXT = question("goal")
DATE = question("start", kind="date")
END = question("end", kind="date")
PEOPLE = question("with", kind="people", fills="with")
CHOICE = question("together", kind="choice", choices=CHOICES)
SCALE = question("support", kind="scale", low=1, high=5)
ITEM = question("klus", kind="follow-up")
ITEMS = question("obstacle", kind="obstacle", repeats=True)
FIXED = question("discuss", kind="follow-up", item="Bespreken", who="leidinggevende")
SUB = question("results.interim", kind="follow-up", item="Tussentijds kijken")
SPACED = SUB._replace(weeks=(1, 4, 12))
VALUE = question("value", kind="choice", fills="value", choices=tuple(Choice(level, level) for level in Level))
COURSE = question("course", fills="course")


@pytest.mark.parametrize(
    ("prompt", "typed", "kept"),
    [
        (TEXT, "\r\n  Zoeken\r\nop thema \n\n", "  Zoeken\nop thema "),
        (TEXT, " \n", ""),
        (DATE, "7 dec", "2026-12-07"),
        (PEOPLE, " Anja ,Kees\nNoor, Anja", "Anja, Kees, Noor"),
        (PEOPLE, "Anja, Henk en Noor & Ben Oen", "Anja, Henk, Noor, Ben Oen"),
        (CHOICE, "2", "collega"),
        (CHOICE, "Met het team", "team"),
        (CHOICE, "ALLEEN", "alleen"),
        (CHOICE, "al", "alleen"),
        (SCALE, "3", "3"),
        (SCALE, "4: soms,\nniet altijd", "4: soms,\nniet altijd"),
        (VALUE, "3", "toegepast"),
        (VALUE, "gereal", "gerealiseerd"),
        (COURSE, " Woo \n training ", "Woo training"),
        (ITEM, "Klus\nregelen", "Klus regelen"),
        (ITEM, "- [ ] Klus (wie: Noor, voor 2026-12-07)", "Klus (wie: Noor, voor 2026-12-07)"),
        (ITEM, "Klus (Wie: Noor, voor vrijdag)", "Klus (wie: Noor, voor 2026-11-27)"),
        (ITEM, "Klus (wie: Noor voor 7-12)", "Klus (wie: Noor, voor 2026-12-07)"),
        (ITEM, "Klus (vóór 7 dec)", "Klus (voor 2026-12-07)"),
        (ITEM, "Klus (voor 7 dec, wie: Noor)", "Klus (wie: Noor, voor 2026-12-07)"),
        (ITEM, "Klus (Vóór vrijdag wie: Noor en Kees)", "Klus (wie: Noor en Kees, voor 2026-11-27)"),
        (ITEM, "Klus (voor 2026-12-07; wie: Noor, Kees)", "Klus (wie: Noor, Kees, voor 2026-12-07)"),
        (ITEM, "Klus (voor 2 weken, wie: )", "Klus (voor 2026-12-07)"),
        (ITEM, "Klus (voor 7 dec, wie: Noor; privé)", "Klus (wie: Noor, voor 2026-12-07, privé)"),
        (ITEM, "Klus (wie: Noor; voor 7 dec)", "Klus (wie: Noor, voor 2026-12-07)"),
        (ITEM, "Klus (wie: Noor; voor 2026-12-07; privé)", "Klus (wie: Noor, voor 2026-12-07, privé)"),
        (ITEM, "Klus (wie: Noor; Kees)", "Klus (wie: Noor; Kees)"),
        (ITEM, "Bel (Noor) (voor 7 dec, wie: Kees)", "Bel (Noor) (wie: Kees, voor 2026-12-07)"),
        (ITEM, "Klus (wie: Noor)", "Klus (wie: Noor)"),
        (ITEM, "Klus (gedaan 2026-11-20)", "Klus (gedaan 2026-11-20)"),
        (ITEM, "Overleg (voor het team)", "Overleg (voor het team)"),
        (ITEM, "Overleg (voor het team; voor mij)", "Overleg (voor het team; voor mij)"),
        (ITEM, "Overleg (voor het team, wie het ook is)", "Overleg (voor het team, wie het ook is)"),
        (ITEM, "Klus (voor vrijdag, wie: Noor) doen", "Klus doen (wie: Noor, voor 2026-11-27)"),
        (ITEM, "Misschien (wie weet)", "Misschien (wie weet)"),
        (ITEM, "Lunch ()", "Lunch ()"),
        (ITEMS, "- Een\n\n* Twee\n- [ ]\n• [x] Drie", "Een\nTwee\nDrie"),
        (FIXED, "2 weken", "2026-12-07"),
        (FIXED, "bij de koffie", "bij de koffie"),
        (FIXED, "2-3 keer per jaar", "2-3 keer per jaar"),
        (ITEM, "Klus voor 20 december", "Klus (voor 2026-12-20)"),
        (ITEM, "Klus (Noor, ma 7 dec)", "Klus (wie: Noor, voor 2026-12-07)"),
        (ITEM, "Klus voor 3 mensen", "Klus voor 3 mensen"),
        (FIXED, "met 2 mensen (voor vrijdag)", "met 2 mensen (voor 2026-11-27)"),
    ],
)
def test_the_form_that_is_kept(prompt: Question, typed: str, kept: str) -> None:
    """What was typed, in the one form that every way of asking gives; checking that again changes nothing."""
    assert check(prompt, typed, TODAY) == kept
    assert check(prompt, kept, TODAY) == kept


@pytest.mark.parametrize(
    ("prompt", "typed", "reason"),
    [
        (TEXT, "a\0b", "een NUL-teken"),
        (TEXT, "a\ud800", "geen geldige UTF-8"),
        (DATE, "31 feb", "de datum '31 feb' bestaat niet"),
        (CHOICE, "4", "staat er niet bij. Kies uit: 1 alleen, 2 met een collega, 3 met het team"),
        (CHOICE, "met", "staat er niet bij"),
        (CHOICE, "\u0663", "staat er niet bij"),
        (VALUE, "6", "staat er niet bij"),
        (question("v", fills="value"), "veel", "'veel' is geen waardeniveau. Kies uit: 1 beleving"),
        (SCALE, "6", "Begin met een cijfer van 1 tot en met 5"),
        (SCALE, "best goed", "Begin met een cijfer"),
        (SCALE, "3,5", "Begin met een cijfer"),
        (SCALE, "3.5 soms", "Begin met een cijfer"),
        (SCALE, "-1", "Begin met een cijfer"),
        (ITEM, "Klus (wie: Noor, voor 31 feb)", "de datum '31 feb' bestaat niet"),
        (ITEM, "Klus (voor 31 feb; wie: Noor)", "de datum '31 feb' bestaat niet"),
        (ITEM, "Klus (voor het team, wie: Noor)", "is geen datum die ik begrijp"),
        (ITEM, "Klus (wie: Noor, voor 7 d)", "is geen datum die ik begrijp"),
        (ITEM, "Klus (voor 31 nov)", "bestaat niet"),
        (ITEM, "Klus (voor vrijdag, wie: Noor, gedaan deels)", "'deels' is geen datum die ik begrijp"),
        (ITEM, "Klus (wie: )", "achter 'wie:' staat geen naam"),
        (ITEM, "Klus (voor 7 dec, voor 9 dec)", "er staan twee datums tussen haakjes"),
        (ITEM, "Klus (voor 7 dec", "een haakje gaat open en niet weer dicht"),
        (ITEM, "Klus voor 31 februari", "bestaat niet"),
        (ITEM, "Klus (voor 2026-02-30)", "bestaat niet"),
        (ITEM, "(voor 7 dec)", "schrijf er ook bij wat er moet gebeuren"),
        (ITEMS, "Een\n(wie: Noor)", "schrijf er ook bij wat er moet gebeuren"),
        (FIXED, "2026-13-01", "bestaat niet"),
        (FIXED, "31 november", "bestaat niet"),
        (FIXED, "7 dec 026", "is geen datum die ik begrijp"),
    ],
)
def test_what_is_refused(prompt: Question, typed: str, reason: str) -> None:
    """An answer that can't be used says why, in Dutch."""
    with pytest.raises(ValueError, match=reason.replace("(", r"\(")):
        check(prompt, typed, TODAY)


def test_an_end_before_its_start() -> None:
    """The end is held against the start, and only against one that is a date."""
    with pytest.raises(ValueError, match="vrijdag 4 december 2026.* ligt voor het begin .*maandag 7 december"):
        check(END, "4 dec", TODAY, {"start": "2026-12-07"})
    assert check(END, "7 dec", TODAY, {"start": "2026-12-07"}) == "2026-12-07"
    assert check(END, "4 dec", TODAY, {"start": "7 d"}) == "2026-12-04"
    assert check(question("end"), "4 dec", TODAY, {"start": "zomaar"}) == "4 dec"


PIECES = st.sampled_from(
    [
        "(",
        ")",
        "(wie: ",
        "(voor ",
        ", voor ",
        ", wie: ",
        "; ",
        "privé",
        "2026-12-07",
        "7 dec",
        "gedaan ",
        "\\",
        " ",
        "- ",
        "[x] ",
        "Noor",
        "\n",
    ]
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=10).map("".join))
@example("- ;")
@pytest.mark.parametrize("prompt", [ITEM, ITEMS, FIXED, SUB, SPACED])
def test_a_checked_item_stays_as_it_is(prompt: Question, text: str) -> None:
    """Checking twice is checking once, so that an answer can be gone past again and again."""
    try:
        once = check(prompt, text, TODAY)
    except ValueError:
        return
    assert check(prompt, once, TODAY) == once
    assert all(item.text for item in items(prompt, once, TODAY))


def test_items_of_an_answer() -> None:
    """A line an item, with its kind; fixed words with a date, done when that day has been."""
    assert items(ITEM, "", TODAY) == ()
    assert items(ITEMS, "Een (wie: Noor)\nTwee", TODAY) == (
        FollowUp("obstacle", "Een", "Noor"),
        FollowUp("obstacle", "Twee"),
    )
    due, past = date(2026, 12, 7), date(2026, 11, 20)
    assert items(FIXED, "2026-12-07", TODAY) == (FollowUp("follow_up", "Bespreken", "leidinggevende", due),)
    assert items(FIXED, "2026-11-20", TODAY) == (
        FollowUp("follow_up", "Bespreken", "leidinggevende", past, past, ticked=True),
    )


@pytest.mark.parametrize("text", ["gedaan 3 nov", "3 november gedaan", "Al gedaan op 3 nov", "op 3 nov, al gedaan"])
def test_a_fixed_item_that_was_done_is_so_on_the_last_such_day(text: str) -> None:
    """Without that word it is the next one; and without a day they are just words."""
    assert items(FIXED, check(FIXED, text, TODAY), TODAY)[0].done == date(2026, 11, 3)
    assert check(FIXED, "3 nov", TODAY) == "2027-11-03"
    assert check(FIXED, "Al gedaan", TODAY) == "Al gedaan"


def test_a_fixed_item_in_words() -> None:
    """With a date it goes in the agenda; without one only when there is no heading to keep the words."""
    due = date(2026, 12, 7)
    assert items(FIXED, "bij de koffie", TODAY) == ()
    assert items(FIXED, "bij de koffie (wie: Noor, voor 2026-12-07)", TODAY) == (
        FollowUp("follow_up", "Bespreken: bij de koffie", "Noor", due),
    )
    assert items(FIXED, "(voor 2026-12-07)", TODAY) == (FollowUp("follow_up", "Bespreken", "leidinggevende", due),)
    assert items(SUB, "in het overleg", TODAY) == (FollowUp("follow_up", "Tussentijds kijken: in het overleg"),)


def test_a_filled_in_checklist() -> None:
    """Answers under their questions, items in the agenda, and the entry's own fields apart."""
    asked = checklist(
        TEXT,
        question("results", value=Level.GEREALISEERD, then=(SUB,)),
        FIXED,
        ITEMS,
        VALUE,
        COURSE,
        PEOPLE,
        question("leeg"),
    )
    texts = {
        "goal": "Zoeken",
        "results": "Minder tijd",
        "results.interim": "2026-12-07",
        "discuss": "2026-12-14",
        "obstacle": "Te druk (wie: Noor)\nGeen toegang",
        "value": "toegepast",
        "course": "Woo",
        "with": "Anja, Kees",
        "leeg": "",
    }
    filled = fill(asked, texts, TODAY)
    assert filled.answers == (
        Answer("goal", "Zoeken", "Wat is goal?"),
        Answer("results", "Minder tijd", "Wat is results?", Level.GEREALISEERD),
        Answer("discuss", "2026-12-14", "Wat is discuss?"),
        Answer("obstacle", "Te druk\nGeen toegang", "Wat is obstacle?"),
    )
    assert filled.follow_ups == (
        FollowUp("follow_up", "Tussentijds kijken", "", date(2026, 12, 7)),
        FollowUp("follow_up", "Bespreken", "leidinggevende", date(2026, 12, 14)),
        FollowUp("obstacle", "Te druk", "Noor"),
        FollowUp("obstacle", "Geen toegang"),
    )
    assert (filled.value, filled.course, filled.people) == (Level.TOEGEPAST, "Woo", ("Anja", "Kees"))
    assert fill(asked, {}, TODAY) == type(filled)()


def test_all_mistakes_at_once() -> None:
    """Every wrong answer and every unknown question, in the order of asking, and the rest checked."""
    asked = checklist(DATE, END, TEXT)
    texts = {"gaol": "x", "end": "4 dec", "start": "7 dec", "goal": " Zoeken", "heel_anders": "y"}
    checked, mistakes = check_all(asked, texts, TODAY)
    assert checked == {"start": "2026-12-07", "goal": " Zoeken"}
    assert [mistake.prompt for mistake in mistakes] == ["end", "gaol", "heel_anders"]
    assert mistakes[1] == Mistake("gaol", "'gaol' is geen vraag van deze checklist. Bedoel je goal?")
    assert mistakes[2].message == "'heel_anders' is geen vraag van deze checklist."


def test_scores_and_notes() -> None:
    """The number at the start, and what comes after it."""
    assert (score(SCALE, "4"), score(SCALE, "0"), score(SCALE, "x")) == (4, None, None)
    assert (leading_score("10"), leading_score("1234"), leading_score("\u0663")) == (10, None, None)
    assert (note("4: soms"), note("4 – soms\nniet"), note("4"), note("zomaar")) == ("soms", "soms\nniet", "", "zomaar")


def test_reading_one_item() -> None:
    """A kind as it is called in a checklist gives the kind of an entry."""
    assert read_item("ask", "Een (wie: Noor)") == FollowUp("ask", "Een", "Noor")


def test_a_level_is_that_of_the_answer_before_it() -> None:
    """The one that was chosen; without an answer it says nothing."""
    level = question("interim.level", kind="choice", fills="level", choices=tuple(Choice(each, each) for each in Level))
    asked = checklist(question("interim", then=(level,)))
    texts = {"interim": "Een dag minder", "interim.level": "toegepast"}
    assert fill(asked, texts, TODAY).answers == (
        Answer("interim", "Een dag minder", "Wat is interim?", Level.TOEGEPAST),
    )
    assert fill(asked, {"interim": "Een dag minder"}, TODAY).answers[0].value is None
    assert fill(asked, {"interim.level": "toegepast"}, TODAY) == type(fill(asked, {}, TODAY))()


def test_a_no_makes_no_item() -> None:
    """It is kept as the answer that it is; beside others it is no item either."""
    asked = checklist(ITEMS, FIXED, question("results", then=(SUB,)))
    texts = {"obstacle": "Nee, niets", "discuss": "nog niet", "results.interim": "geen"}
    filled = fill(asked, texts, TODAY, NOTHING.said)
    assert filled.follow_ups == ()
    assert [(answer.question, answer.text) for answer in filled.answers] == [
        ("obstacle", "Nee, niets"),
        ("discuss", "nog niet"),
    ]
    filled = fill(asked, {"obstacle": "Te druk\nNiets"}, TODAY, NOTHING.said)
    assert [item.text for item in filled.follow_ups] == ["Te druk"]
    assert filled.answers[0].text == "Te druk\nNiets"
