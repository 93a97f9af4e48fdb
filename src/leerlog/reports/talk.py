"""What a review gives to talk about: questions that follow from its data, then those of every waardecheck."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from leerlog.domain.dates import MONTHS
from leerlog.domain.text import first_lines, shorten
from leerlog.domain.value import Level
from leerlog.reports.conditions import change

if TYPE_CHECKING:  # which asks for these questions
    from leerlog.reports.review import Review

ROOM = 44  # of what somebody wrote, as a reminder of it
CHANGED = 2  # between a score of one's own then and now, that is worth a question


def questions(review: "Review") -> tuple[str, ...]:
    """What the data of a review ask, each kind once: of what nobody may be told there is nothing here."""
    return tuple(question for kind in (_expected, _lying, _unnoticed, _empty, _conditions) for question in kind(review))


def _expected(review: "Review") -> Iterator[str]:
    """What was expected, beside what came of it."""
    for story in review.stories:
        for each in story.expected:
            if not (each.came and each.came.private):
                yield f"Verwacht was: {quoted(each.text)}. Wat zien jullie daarvan terug?"
                return


def _lying(review: "Review") -> Iterator[str]:
    """The idea on which nothing was built for longest."""
    for each in review.stuck:
        if not each.private:
            since = f" sinds {_day(each.date)}" if each.date else ""
            yield f"{quoted(each.text)} ligt er{since}. Wat houdt dat tegen?"
            return


def _unnoticed(review: "Review") -> Iterator[str]:
    """A story that was applied, of which nobody else noticed anything yet."""
    for story in review.stories:
        if story.reached is Level.TOEGEPAST and not any(step.private for step in story.steps):
            yield f"Wie merkt er iets van {quoted(story.title)}, en wat?"
            return


def _empty(review: "Review") -> Iterator[str]:
    """A level of which there is nothing, where all is known: the one that could come next, else the lowest."""
    if review.audience or review.team or not review.count:
        return
    reached = max((each.level.number for each in review.levels if each.level and each.count), default=0)
    empty = [each.level for each in review.levels if each.level and each.count == 0]
    for level in sorted(empty, key=lambda level: (level.number < reached, level.number))[:1]:
        yield f"Bij {level} is het nog leeg. Wat is daarvoor nodig?"


def _conditions(review: "Review") -> Iterator[str]:
    """Of a team the condition on which it is furthest apart, the lowest and the one that changed most; else the last.

    One's own are asked about at length where all of the review is shown.
    """
    found = review.discussion
    if review.team and (each := found.spread):
        yield f"‘{each.title}’ loopt van {each.now.lowest} tot {each.now.highest}. Hoe kan dat?"
    if review.team and (each := found.lowest):
        yield f"‘{each.title}’ is het laagst, met {number(each.now.median)}. Wat doet er een punt bij?"
    if (each := found.changed) and (review.team or abs(change(each)) >= CHANGED):
        before, now = number(each.rounds[-2].median), number(each.now.median)
        yield f"‘{each.title}’ ging van {before} naar {now}. Waardoor?"


def number(value: float) -> str:
    """A middle of scores as Dutch has it: 2,5."""
    return f"{value:g}".replace(".", ",")


def quoted(text: str) -> str:
    """The beginning of what somebody wrote, as a question has it."""
    return f"‘{shorten(first_lines(text), ROOM)}’"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"
