"""A review as what stands on its page: texts, numbers and lengths worked out, so that the template only places them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from leerlog.domain.value import Level
from leerlog.render import telling, words
from leerlog.render.notes import note
from leerlog.reports.agenda import Item
from leerlog.reports.levels import LevelCount, Outcome
from leerlog.reports.review import Review
from leerlog.reports.stories import Step, Story
from leerlog.reports.team_counts import Count

FULL = 100  # how long the longest bar is

# A day as a program reads it and as a person does.
When = Callable[[date], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Bar:
    """One level in the chart; kind: "potential", "realised", or "waiting" for what has not been weighed.

    count, before: "" for a number that may not be told; why: what to say in the place of its bar.
    """

    number: str
    name: str
    count: str
    before: str
    change: str
    width: float
    kind: str
    why: str = ""


class Note(NamedTuple):
    """Something that a person wrote, with its day and what it is about."""

    day: str
    said: str
    about: tuple[str, ...]
    private: bool
    body: Markup
    level: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The notes of one level."""

    id: str
    title: str
    kind: str
    count: int
    notes: tuple[Note, ...]
    more: str = ""


class Tale(NamedTuple):
    """A story: its steps, and what had been expected of its courses, each with what came of it."""

    title: str
    steps: tuple[Note, ...]
    expected: tuple[tuple[str, Markup, Note | None], ...]


class Task(NamedTuple):
    """An agreement, obstacle or ask."""

    text: str
    open: bool
    parts: tuple[str, ...]
    late: str
    result: str
    dropped: bool = False


class Tasks(NamedTuple):
    """A list of tasks under its heading; more: how many of them are not on the page."""

    id: str
    title: str
    done: str
    tasks: tuple[Task, ...]
    more: str = ""


def by_day(day: date) -> tuple[str, str]:
    """A day as 2026-12-07 and 7 december 2026."""
    return day.isoformat(), words.spoken(day)


def bars(review: Review) -> tuple[Bar, ...]:
    """The levels from the fifth to the first, and what waits to be weighed."""
    if not review.count and not any(tally.previous_count for tally in review.levels):
        return ()
    count_levels = [*review.levels[::-1], *([review.unvalued] if review.unvalued.count else [])]
    most = max((tally.count for tally in count_levels), default=0) or 1
    return tuple(bar(tally, most) for tally in count_levels)


def bar(each: LevelCount | Count, most: int, why: str = "") -> Bar:
    """One level of the chart, beside the longest; without a bar where the count may not be told."""
    number = str(each.level.number) if each.level else ""
    count, before = ("" if told is None else str(told) for told in (each.count, each.previous_count))
    width = round(FULL * (each.count or 0) / most, 1)
    return Bar(number, name_of(each.level), count, before, words.change(each.change), width, kind_of(each.level), why)


def name_of(level: Level | None) -> str:
    """What the page calls a level, or having none."""
    return words.level_name(level) or "Nog te wegen"


def kind_of(level: Level | None) -> str:
    """Whether a level is something that can still become more, or something that came of it."""
    if level is None:
        return "waiting"
    return "realised" if level.number >= Level.TOEGEPAST.number else "potential"


def groups(review: Review) -> tuple[Group, ...]:
    """The notes of every level that has any, the highest level and the newest note first."""
    found = [tally for tally in (*review.levels[::-1], review.unvalued) if tally.count]
    return tuple(group(tally.level, tally.count, outcomes(tally.items[::-1])) for tally in found)


def group(level: Level | None, count: int, notes: tuple[Note, ...], more: str = "") -> Group:
    """The notes of one level, under its name."""
    return Group(level or "unvalued", name_of(level), kind_of(level), count, notes, more)


def outcomes(items: Iterable[Outcome]) -> tuple[Note, ...]:
    """Pieces of yield as notes."""
    return tuple(yielded(each, by_day, each.by, each.course) for each in items)


def yielded(each: Outcome, when: When, *about: str) -> Note:
    """A piece of yield as a note."""
    return Note(*when(each.date), tuple(part for part in about if part), each.private, note(each.text))


def tales(review: Review) -> tuple[Tale, ...]:
    """The stories."""
    return tuple(tale(story, by_day) for story in review.stories)


def tale(story: Story, when: When) -> Tale:
    """A story."""
    expected = tuple((e.course, note(e.text), _came(e.came, when) if e.came else None) for e in story.expected)
    return Tale(story.title, tuple(_step(step, when) for step in story.steps), expected)


def _came(each: Outcome, when: When) -> Note:
    return yielded(each, when)._replace(level=str(each.level or ""), kind=kind_of(each.level))


def _step(step: Step, when: When) -> Note:
    level = str(step.level or "")
    about = (step.by,) if step.by else ()
    return Note(*when(step.date), about, step.private, note(step.text), level, kind_of(step.level))


def tasks(review: Review) -> dict[str, Tasks | None]:
    """What was agreed before, what stands in the way, what was asked, what was agreed now; None for an empty one."""
    lists: tuple[tuple[str, str, Sequence[Item]], ...] = (
        ("agreed", "Afgesproken, en wat ervan kwam", review.agreed),
        ("obstacles", "Belemmeringen", review.obstacles),
        ("asks", "Vragen aan het team", review.asks),
        ("follow_ups", "Nieuwe afspraken", review.follow_ups),
    )
    return {name: listed(name, title, items, review.today) for name, title, items in lists}


def listed(name: str, title: str, items: Sequence[Item], today: date) -> Tasks | None:
    """Items under their heading; None without any."""
    if not items:
        return None
    return Tasks(name, title, telling.done_of(items), tuple(task(item, words.brief(today)) for item in items))


def task(item: Item, say: words.Say) -> Task:
    """An item, with who does it and when in the words of `say`."""
    late = words.left(item.days) if item.overdue else ""
    when = f"voor {say(item.due)}" if item.due and item.open else ""
    left = "" if item.overdue or not item.open else words.left(item.days)
    parts = tuple(part for part in (item.of, item.who, when, left, words.ending(item, say)) if part)
    return Task(item.text, item.open, parts, late, item.outcome, item.dropped)
