"""A round of scores, HILL or conditions, beside the round before it, and what is low in it."""

from collections.abc import Iterable, Sequence

from leerlog.domain.checklist import Question
from leerlog.domain.course import key
from leerlog.domain.entry import Entry, moment
from leerlog.domain.score import Score, Scores, note, score

WEAKEST = 3
LOW = 2  # a condition of 1 or 2 is low
FAINT = 1  # and so is a principle of 0 or 1


def round_before(entries: Iterable[Entry], entry: Entry) -> Entry | None:
    """The latest earlier round of the same checklist, for the same course; None for the first one."""
    at, course = moment(entry), key(entry.course)
    earlier = [
        each
        for each in entries
        if each.checklist == entry.checklist
        and each.id != entry.id
        and key(each.course) == course
        and moment(each) <= at
    ]
    return max(earlier, key=moment, default=None)


def build_scores(entry: Entry, before: Entry | None, questions: Sequence[Question]) -> Scores:
    """The scores of a round, in the order of its questions; other kinds of questions are passed over."""
    scales = [question for question in questions if question.kind == "scale"]
    scores = tuple(found for question in scales if (found := _score(question, entry, before)))
    earlier = [_score(question, before, None) for question in scales] if before else []
    known = [each for each in earlier if each]
    return Scores(
        entry.course,
        entry.date,
        scores,
        len(scales) - len(scores),
        before.date if before and known else None,
        sum(each.value for each in known),
        sum(each.most for each in known),
    )


def last_round(course: str, group: Sequence[Entry], questions: Sequence[Question]) -> Scores | None:
    """The last HILL round of a course, from its entries, oldest first; None when it has none."""
    *before, latest = [None, *(entry for entry in group if entry.checklist == "hill")]
    made = build_scores(latest, before[-1], questions) if latest else None
    return made._replace(course=course) if made and made.scores else None


def _score(question: Question, entry: Entry, before: Entry | None) -> Score | None:
    text = entry.answer(question.id)
    value = score(question, text)
    if value is None:
        return None
    at = value - question.low
    word = question.choices[at].text if at < len(question.choices) else ""
    earlier = score(question, before.answer(question.id)) if before else None
    return Score(question.id, question.text, value, question.high, word, note(text), earlier)


def weakest(scores: Scores) -> tuple[tuple[Score, ...], tuple[Score, ...]]:
    """The lowest scores, three at the most, and those that are as low as the last of these.

    Only the faint ones when there are any; a full score is never weak.
    """
    below = sorted((each for each in scores.scores if each.value < each.most), key=lambda each: each.value)
    faint = [each for each in below if each.value <= FAINT] or below
    shown, rest = faint[:WEAKEST], faint[WEAKEST:]
    return tuple(shown), tuple(each for each in rest if each.value == shown[-1].value)


def low(scores: Scores) -> tuple[Score, ...]:
    """The conditions that score low, the lowest first."""
    return tuple(sorted((each for each in scores.scores if each.value <= LOW), key=lambda each: each.value))
