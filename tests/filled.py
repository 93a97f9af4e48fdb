"""Entries in which every question of a checklist was answered, as the conversation makes them."""

from datetime import date, timedelta

from leerlog.domain.checklist import Checklist, Question
from leerlog.domain.entry import Entry
from leerlog.domain.typed import check_all, fill
from leerlog.library.content import load_guide

TODAY = date(2026, 11, 23)
CHECKLISTS = load_guide()[0].checklists


def answer_to(prompt: Question, name: str) -> str:
    """An answer that can be found again, in the form that the question takes."""
    if prompt.kind == "date" or prompt.item:
        return (TODAY + timedelta(days=14)).isoformat()
    if prompt.kind == "choice":
        return prompt.choices[0].id
    return f"{'3 ' if prompt.kind == 'scale' else ''}Antwoord op {name}"


def filled_in(checklist: Checklist, number: int = 0, text: str = "") -> Entry:
    """The entry of a checklist in which every question was answered, as the conversation makes it."""
    given = {
        prompt.id: (text if text and prompt.kind == "text" else answer_to(prompt, f"{checklist.id}.{prompt.id}"))
        for prompt in checklist.prompts()
        if not prompt.fills
    }
    checked, mistakes = check_all(checklist, given, TODAY)
    assert not mistakes
    parts = fill(checklist, checked, TODAY)
    day = TODAY + timedelta(days=number)
    return Entry(
        f"a2zzzzz{number}", day, None, checklist.id, checklist.title, "Woo",
        share=("leidinggevende",), answers=parts.answers, follow_ups=parts.follow_ups,
    )  # fmt: skip


def everything(*without: str, text: str = "") -> list[Entry]:
    """An entry of every checklist that leerlog has.

    text: what every answer in words says, instead of what question it answers.
    """
    return [filled_in(each, number % 10, text) for number, each in enumerate(CHECKLISTS) if each.id not in without]
