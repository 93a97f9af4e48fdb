"""What the sheet for the talk with the manager holds: every answer that was marked for it."""

from datetime import date, timedelta

import pytest

from leerlog.domain.entry import Answer, Entry, FollowUp
from leerlog.reports.sheet import Sheet, build_sheet
from tests.filled import CHECKLISTS, TODAY, everything, filled_in

# An answer that also is the beginning of another, or stands with a heading of its own.
AGAIN = {"Antwoord op prepare.assignment", "Antwoord op prepare.apply", "Antwoord op after.expected"}


def said(sheet: Sheet | None) -> str:
    """All words on a sheet."""
    assert sheet
    texts = [part.heading for part in sheet.parts]
    texts += [f"{name}: {text}" for part in sheet.parts for name, text in part.texts]
    return "\n".join(texts + [item.text for part in sheet.parts for item in part.items])


@pytest.mark.parametrize("without", ["after", ""])
def test_every_answer_of_every_checklist_has_a_place(without: str) -> None:
    """Before a course and after it; the items stand in their lists, and their answers not once more."""
    entries = everything(without)
    sheet = build_sheet(entries)
    words = said(sheet)
    for entry in entries:
        for answer in entry.answers:
            day = answer.text if answer.text.startswith("2026-") else ""
            assert day or answer.text in words, (entry.checklist, answer)
        for item in entry.follow_ups:
            assert item.text in words
            once = words.count(item.text) == 1
            assert once or item.text in AGAIN
    assert sheet
    assert sheet.start


def test_after_a_course_it_tells_what_had_been_the_aim() -> None:
    """The goal, how it would be used and the task come first; then what was expected, right above what came."""
    sheet = build_sheet([filled_in(each) for each in CHECKLISTS if each.id in ("prepare", "after")])
    assert sheet
    plan, came, *_ = sheet.parts
    assert [name for name, _ in plan.texts] == ["Leren", "Vooral", "Met wie voorbereid", "Gebruiken", "De klus"]
    assert [name for name, _ in came.texts][:2] == ["Verwacht", "Resultaat"]
    assert came.shape == "beside"


def test_what_was_expected_stands_beside_nothing_when_nothing_came() -> None:
    """Nor what came beside what nobody had expected."""
    for checklist, question in (("prepare", "results"), ("after", "results")):
        parts = [
            Entry("a2zzzzz0", TODAY, None, "after", "Oogst", "Woo", answers=(Answer("insight", "Anders", "Wat?"),))
        ]
        parts.append(
            Entry("a2zzzzz1", TODAY, None, checklist, "", "Woo", answers=(Answer(question, "Sneller", "Wat?"),))
        )
        sheet = build_sheet(parts)
        assert sheet
        assert "beside" not in {part.shape for part in sheet.parts}


def test_an_answer_that_was_given_again_is_told_with_its_day() -> None:
    """The newest has the place; an older one stays, unless it says the same."""
    first, second, third = (
        Entry(f"a2zzzzz{number}", TODAY + timedelta(days=number), None, "debrief", "Bij terugkomst", "Woo",
              answers=(Answer("learned", text, "Wat stak je ervan op?"),))
        for number, text in enumerate(("Eerst het thema", "Dan de afzender", "Dan de afzender"))
    )  # fmt: skip
    words = said(build_sheet([first, second, third]))
    assert "Wat ik opstak: Dan de afzender" in words
    assert "Wat stak je ervan op? (23 nov 2026): Eerst het thema" in words
    assert words.count("Dan de afzender") == 1


def test_a_day_that_moved_is_not_told_twice() -> None:
    """The item has the day that holds; a start in words is told, since it is no day."""
    answers = (Answer("discuss", "2026-11-27", "Wanneer bespreek je dit?"), Answer("start", "na de zomer", "Wanneer?"))
    item = FollowUp("follow_up", "Bespreken met je leidinggevende", due=date(2026, 12, 4))
    entry = Entry("a2zzzzz0", TODAY, None, "prepare", "Voorbereiding", "Woo", answers=answers, follow_ups=(item,))
    words = said(build_sheet([entry]))
    assert "2026-11-27" not in words
    assert "Wanneer?: na de zomer" in words
