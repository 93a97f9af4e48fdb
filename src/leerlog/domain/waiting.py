"""A question that waits: `later`, or `later 14 dec`, where an answer is asked that somebody can't give yet.

That is read here alone, for what is asked, filled in and read from a file. It is kept as `later 2026-12-14`, and
makes an item of that day, `Later: ` and the question, which is never shared. So it stands in the agenda as any
other item does; that it is a question, and which, follows from its words.
"""

import re
from collections.abc import Sequence
from datetime import date

from leerlog.domain.agenda import LATER
from leerlog.domain.checklist import Checklist, Question
from leerlog.domain.dates import full_date
from leerlog.domain.entry import WAARDECHECK, Entry, FollowUp, one_line
from leerlog.domain.when import NoDay, means_date, parse_date

WORD = "later"
BARE = "1 week"  # how long it waits when nobody says how long
MOST_WORDS = 3  # of what may be a slip in a date; more of them are a sentence
HOW = "Weet je het nog niet? Typ later: dan komt de vraag over een week terug. Of later 14 dec."
_ANY = Question("", "", "", waits=True)
# Patterns are texts, which `re` makes when one is first used.
_TYPED = r"(?i)later(?:[\s,:]+(.*?))?[\s.!]*"
_KEPT = rf"{WORD} ([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})"


def may_wait(question: Question) -> bool:
    """Whether a question can be answered on another day.

    Not what fills a field of the note, follows from a no, or asks itself in how many weeks; nor one of whose choices
    `later` may be.
    """
    chosen = any(name.casefold().startswith(WORD) for each in question.choices for name in each)
    now = question.fills or question.after_no or question.weeks
    return not (now or (question.kind == "choice" and chosen))


def with_waits(checklist: Checklist) -> Checklist:
    """The checklist, in which each question knows whether it can wait.

    A moment is of its day, and what is told at a waardecheck is told there.
    """
    if checklist.scope == "moment" or checklist.id == WAARDECHECK:
        return checklist
    return checklist._replace(questions=tuple(map(_with_waits, checklist.questions)))


def _with_waits(question: Question) -> Question:
    return question._replace(waits=may_wait(question), then=tuple(map(_with_waits, question.then)))


def as_wait(question: Question, text: str, today: date) -> str:
    """What is kept of an answer that says that the question waits; "" for any other, as `Later bleek …`.

    Raises:
        ValueError: for a day that does not exist or has been, and for a time, in Dutch.
    """
    found = re.fullmatch(_TYPED, text.strip()) if question.waits else None
    if not found:
        return ""
    when = found[1] or BARE
    try:
        day = parse_date(when, today)
    except NoDay:
        raise
    except ValueError:
        wordless = not re.search(r"[^\W\d_]", when)
        if wordless or (means_date(when) and len(when.split()) <= MOST_WORDS):
            raise
        return ""
    if day < today:
        raise ValueError(f"{full_date(day)} is al geweest. Typ later met een dag die nog komt, zoals later 2 weken")
    return f"{WORD} {day.isoformat()}"


def asks_to_wait(text: str, today: date) -> bool:
    """Whether an answer says that its question waits, also when it says so with a slip."""
    try:
        return bool(as_wait(_ANY, text, today))
    except ValueError:
        return True


def see_that_it_may_wait(checklist: Checklist, question: Question, text: str, today: date) -> None:
    """Where other questions can wait, stop at `later` for one that can't, instead of taking that for its answer.

    Raises:
        ValueError: in Dutch.
    """
    if checklist.waits and not question.waits and asks_to_wait(text, today):
        raise ValueError("deze vraag kan niet wachten. Laat hem leeg, dan sla je hem over")


def waits_until(question: Question, text: str) -> date | None:
    """The day until which the question waits, of a checked answer; None when it does not."""
    found = re.fullmatch(_KEPT, text) if question.waits else None
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def item_of(question: Question, day: date) -> FollowUp:
    """The item that asks a question again."""
    return FollowUp("follow_up", f"{LATER}{one_line(question.text)}", due=day, private=True)


def asked_by(item: FollowUp, entry: Entry, checklist: Checklist) -> Question | None:
    """The question of its checklist that an item asks again, by its words; None of any other item.

    So of a question that is asked in other words now. Of two in the same words it is the one without an answer.
    """
    if not item.text.startswith(LATER):
        return None
    words = item.text.removeprefix(LATER)
    same = [each for each in checklist.known() if each.waits and one_line(each.text) == words]
    return min(same, key=lambda each: bool(entry.answer(each.id)), default=None)


def place_of(question: Question, entry: Entry, checklist: Checklist) -> int:
    """Before which of an entry's answers that to a question stands, in the order of asking."""
    order: Sequence[str] = [each.id for each in checklist.known()]
    later = order[order.index(question.id) + 1 :]
    return next((at for at, each in enumerate(entry.answers) if each.question in later), len(entry.answers))
