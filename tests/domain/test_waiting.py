"""A question that waits: what is read as that, what it makes, and that its answer comes where it belongs."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.checklist import Checklist, Choice, Question
from leerlog.domain.entry import Answer, Entry, FollowUp, one_line, tidy
from leerlog.domain.items import read_line, task_line
from leerlog.domain.outcome import Nothing
from leerlog.domain.typed import check, fill, in_words, with_answer
from leerlog.domain.waiting import asked_by, item_of, may_wait, waits_until
from leerlog.library.content import load_checklist
from tests.journal.strategies import texts as odd_texts

TODAY = date(2026, 11, 23)  # a Monday
WAITS = Question("goal", "Wat wil je leren?", "1", waits=True)
COURSES = ("prepare", "during", "debrief", "after", "design", "hill", "insights", "conditions", "recall")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("later", "2026-11-30"),
        (" Later. ", "2026-11-30"),
        ("later!", "2026-11-30"),
        ("later 14 dec", "2026-12-14"),
        ("Later, 2 weken", "2026-12-07"),
        ("LATER: vrijdag", "2026-11-27"),
        ("later over een maand.", "2026-12-23"),
        ("later vandaag", "2026-11-23"),
        ("later 2026-12-01", "2026-12-01"),
    ],
)
def test_the_word_alone_or_with_a_day_is_a_wait(typed: str, day: str) -> None:
    """It is kept with its day, whatever kind of answer was asked; checked again it is the same."""
    for each in (WAITS, WAITS._replace(kind="date"), WAITS._replace(kind="follow-up", item="Bespreken")):
        kept = check(each, typed, TODAY)
        assert kept == f"later {day}"
        assert waits_until(each, kept) == date.fromisoformat(day)
        assert check(each, kept, TODAY) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "Later bleek dat het klopt",
        "later\nDan weet ik het",
        "Later in het jaar zien we het terug",
        "laterale verbanden",
        "later vrijdag 3 uur overlegd over de zaak",
        "later?",
        "niet later",
    ],
)
def test_a_sentence_is_an_answer(typed: str) -> None:
    """However it begins."""
    assert check(WAITS, typed, TODAY) == typed
    assert waits_until(WAITS, typed) is None


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("later 31 feb", "bestaat niet"),
        ("later gisteren", "al geweest"),
        ("later 2020-01-01", "al geweest"),
        ("later 14 dec 09:00", "alleen een dag"),
        ("later vrijdag om 3 uur", "alleen een dag"),
        ("later 12", "geen datum"),
        ("later —", "geen datum"),
    ],
)
def test_a_slip_in_the_day_is_said(typed: str, reason: str) -> None:
    """It is neither an answer nor another day."""
    with pytest.raises(ValueError, match=reason):
        check(WAITS, typed, TODAY)


def test_only_a_question_that_can_wait_does() -> None:
    """Elsewhere the word is an answer, as of a choice that begins with it; what fills a field can't wait."""
    assert check(WAITS._replace(waits=False), "later", TODAY) == "later"
    assert waits_until(WAITS._replace(waits=False), "later 2026-12-14") is None
    choices = (Choice("nu", "nu"), Choice("straks", "Later dit jaar"))
    assert not may_wait(WAITS._replace(kind="choice", choices=choices))
    waiting = {name: [each for each in load_checklist(name).known() if each.waits] for name in COURSES}
    assert all(waiting.values())
    assert not any(each.fills or each.after_no for found in waiting.values() for each in found)
    assert not any(each.waits for name in ("moment", "waardecheck") for each in load_checklist(name).known())


def test_a_wait_makes_an_item_and_no_answer() -> None:
    """Private, due on its day; a plan is none yet, and the summary says it in words."""
    asked = Checklist("x", "X", "X", "1", "course", "ieder", "", (WAITS._replace(plan=True),))
    filled = fill(asked, {"goal": "later 2026-12-14"}, TODAY)
    assert filled.answers == ()
    assert filled.follow_ups == (
        FollowUp("follow_up", "Later: Wat wil je leren?", due=date(2026, 12, 14), private=True),
    )
    assert in_words(WAITS, "later 2026-12-14") == "wacht tot maandag 14 december 2026"


@given(odd_texts.filter(lambda text: bool(one_line(text))), st.dates())
def test_what_waits_reads_back_the_same(text: str, day: date) -> None:
    """Whatever the question says, its item on disk is that question, until it is answered or done."""
    question = WAITS._replace(text=text)
    asked = Checklist(
        "x", "X", "X", "1", "course", "ieder", "", (WAITS._replace(id="other", text="Wat nog?"), question)
    )
    made = tidy(Entry("", TODAY, None, "x", "X", follow_ups=(item_of(question, day),))).follow_ups[0]
    read = read_line("follow_up", task_line(made).removeprefix("- [ ] "), TODAY).item
    assert read == made
    entry = Entry("", TODAY, None, "x", "X", follow_ups=(read,))
    assert asked_by(read, entry, asked) == question
    twice = asked._replace(questions=(question._replace(id="same"), question))
    assert asked_by(read, entry._replace(answers=(Answer("same", "Zoeken"),)), twice) == question
    assert asked_by(read._replace(text=f"{read.text} nog"), entry, asked) is None


@pytest.mark.parametrize("name", COURSES)
def test_an_answer_that_waited_stands_where_it_would_have_stood(name: str) -> None:
    """With the items that it makes; nothing else of the note is another."""
    checklist = load_checklist(name)
    texts = {each.id: _answer(each) for each in checklist.prompts() if not each.after_no}
    whole = fill(checklist, texts, TODAY, Nothing(()).said)
    for question in (each for each in checklist.prompts() if each.waits):
        mine = {question.id: texts[question.id]} | {each.id: texts[each.id] for each in question.then if each.fills}
        waited = fill(checklist, texts | {question.id: "later 2026-12-14"}, TODAY, Nothing(()).said)
        entry = Entry("", TODAY, None, name, "X", answers=waited.answers, follow_ups=waited.follow_ups)
        (number,) = (n for n, item in enumerate(entry.follow_ups, 1) if asked_by(item, entry, checklist))
        part = fill(checklist._replace(questions=(question,), retired=()), mine, TODAY, Nothing(()).said)
        after = with_answer(entry, number, part, checklist, question, TODAY)
        assert after.answers == whole.answers
        ticked = item_of(question, date(2026, 12, 14))._replace(done=TODAY, ticked=True)
        assert sorted(map(repr, after.follow_ups)) == sorted(map(repr, (*whole.follow_ups, ticked)))


def _answer(question: Question) -> str:
    """A checked answer that will do."""
    typed = {"scale": f"{question.low}", "choice": "1", "date": "7 dec"}.get(question.kind)
    typed = "7 dec" if question.item else typed
    return check(question, typed or f"Antwoord op {question.id}", TODAY)
