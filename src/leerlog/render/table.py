"""A review as one long table, for a spreadsheet: the first column says of which part a row is."""

from collections.abc import Iterable, Iterator

from leerlog.domain.course import Course
from leerlog.render.rows import (
    COUNTS,
    WORDS,
    Row,
    expected_rows,
    item_row,
    level_row,
    period_row,
    step_row,
    table,
    talk_row,
    yield_row,
)
from leerlog.reports.agenda import Item
from leerlog.reports.levels import Yield
from leerlog.reports.review import Review
from leerlog.reports.stories import Step

COLUMNS = (*COUNTS, "score", "most", *WORDS, "private", "phase", "window", "applied", "reaped", "open")


def review_csv(review: Review) -> str:
    """All parts of a review in its order, the yield from the first level to the fifth, oldest first.

    A cell that a spreadsheet would run as a formula begins with an apostrophe.
    """
    return table(COLUMNS, (row for make in _PARTS for row in make(review)))


def _period(review: Review) -> Iterator[Row]:
    yield period_row(review)
    if review.audience:
        yield {"part": "audience", "text": review.audience}


def _agreed(review: Review) -> Iterator[Row]:
    return _items("agreed", review.agreed)


def _levels(review: Review) -> Iterator[Row]:
    return map(level_row, (*review.levels, review.unvalued))


def _yields(review: Review) -> Iterator[Row]:
    for tally in (*review.levels, review.unvalued):
        yield from _of_yield("yield", tally.items)


def _stories(review: Review) -> Iterator[Row]:
    for number, story in enumerate(review.stories, 1):
        yield from (_marked(step_row(number, story, step), step) for step in story.steps)
        yield from (_marked(row, came) if came else row for row, came in expected_rows(number, story))


def _stuck(review: Review) -> Iterator[Row]:
    return _of_yield("stuck", review.stuck)


def _obstacles(review: Review) -> Iterator[Row]:
    return _items("obstacle", review.obstacles)


def _asks(review: Review) -> Iterator[Row]:
    return _items("ask", review.asks)


def _follow_ups(review: Review) -> Iterator[Row]:
    return _items("follow_up", review.follow_ups)


def _of_yield(part: str, found: Iterable[Yield]) -> Iterator[Row]:
    return (_marked(yield_row(part, each), each) for each in found)


def _items(part: str, found: Iterable[Item]) -> Iterator[Row]:
    return (_marked(item_row(part, item), item) for item in found)


def _marked(row: Row, each: Yield | Step | Item) -> Row:
    return row | {"private": each.private}


def _courses(review: Review) -> Iterator[Row]:
    return map(_course, review.courses)


def _course(course: Course) -> Row:
    days: Row = {name: getattr(course, name) for name in ("start", "end", "window", "applied", "reaped")}
    hill: Row = {"score": course.hill, "most": course.hill_most or None}
    about: Row = {"course": course.name, "phase": course.phase, "text": course.expected, "open": course.open}
    return {"part": "course"} | about | days | hill


def _hill(review: Review) -> Iterator[Row]:
    for scores in review.hill:
        for each in scores.scores:
            asked: Row = {"course": scores.course, "date": scores.day, "question": each.question, "title": each.title}
            given: Row = {"score": each.value, "most": each.most, "previous": each.previous, "text": each.note}
            yield {"part": "hill"} | asked | given


def _conditions(review: Review) -> Iterator[Row]:
    """Each with all of its rounds, oldest first."""
    for each in review.conditions:
        asked: Row = {"question": each.question, "title": each.title}
        given: Row = {"score": each.score, "previous": each.previous_score, "text": each.note}
        yield {"part": "condition", "date": each.day} | asked | given
        yield from ({"part": "round", "date": day, "score": score} | asked for day, score in each.rounds)


def _days(review: Review) -> Iterator[Row]:
    return ({"part": "day", "date": day, "count": number} for day, number in review.days)


def _talk(review: Review) -> Iterator[Row]:
    return map(talk_row, review.talk)


_PARTS = (
    _period,
    _agreed,
    _levels,
    _yields,
    _stories,
    _stuck,
    _obstacles,
    _asks,
    _follow_ups,
    _courses,
    _hill,
    _conditions,
    _days,
    _talk,
)
