"""What there is to say at once of an answer to the preparation."""

import pytest

from leerlog.domain.remarks import remark

DATES = {"start": "2026-11-02", "end": "2026-11-06"}


@pytest.mark.parametrize(
    ("question", "answer", "said"),
    [
        ("assignment", "Klus regelen (wie: Noor, voor 2026-11-20)", ""),
        ("assignment", "Klus regelen (wie: Noor, voor 2026-11-21)", "pas 15 dagen na het einde"),
        ("assignment", "Klus regelen", ""),
        ("trainer", "2026-11-02", ""),
        ("trainer", "2026-11-03", "dan is het al begonnen"),
        ("trainer", "Bellen (voor 2026-11-03)", "dan is het al begonnen"),
        ("trainer", "als ik Noor zie", ""),
        ("discuss", "2027-11-03", ""),
    ],
)
def test_a_task_or_a_talk_that_is_too_late_is_remarked_on(question: str, answer: str, said: str) -> None:
    """A task more than the window after the end, a talk with the trainer after the beginning; nothing else."""
    found = remark("prepare", question, {**DATES, question: answer}, 14)
    assert said in found
    assert bool(found) == bool(said)
    assert remark("after", question, {**DATES, question: answer}, 14) == ""
    assert remark("prepare", question, {question: answer}, 14) == ""
