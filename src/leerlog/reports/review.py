"""The review: what the learning of a period brought, and what was agreed about it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from leerlog.domain.course import Course, key
from leerlog.domain.entry import Entry
from leerlog.domain.period import Period, previous
from leerlog.domain.value import Level
from leerlog.reports.agenda import Item, agreed, all_items, standing
from leerlog.reports.conditions import Condition, build_conditions
from leerlog.reports.courses import build_course, by_course, in_order, touched
from leerlog.reports.levels import LevelCount, Outcome, count_levels, highest, levels_of
from leerlog.reports.order import in_time, within
from leerlog.reports.rules import ContentRules
from leerlog.reports.scores import Scores, last_round
from leerlog.reports.stories import Story, StoryGraph

EARLY = frozenset({Level.BELEVING, Level.POTENTIEEL})


@dataclass(frozen=True, slots=True)
class Review:
    """Everything that a review shows, in the order in which it shows it.

    first, last: the days of the first and last entry; None without entries.
    previous, previous_count: None when there is no period before.
    agreed: follow-ups from before the period, as they stand today.
    levels: from the first to the fifth, empty ones included.
    follow_ups: made in the period, as they stand today.
    stuck: potentials of this period and the one before that nothing builds on yet.
    hill: of the courses that have one, the last round of scores, in their order.
    days: the days with notes and how many, oldest first.
    audience: for whom it is, when it holds only what leaves for them; "" when it is one's own.
    """

    period: Period
    previous: Period | None
    today: date
    count: int
    previous_count: int | None
    first: date | None
    last: date | None
    agreed: tuple[Item, ...]
    levels: tuple[LevelCount, ...]
    unvalued: LevelCount
    stories: tuple[Story, ...]
    stuck: tuple[Outcome, ...]
    obstacles: tuple[Item, ...]
    asks: tuple[Item, ...]
    follow_ups: tuple[Item, ...]
    courses: tuple[Course, ...]
    conditions: tuple[Condition, ...]
    talk: tuple[str, ...]
    hill: tuple[Scores, ...] = ()
    days: tuple[tuple[date, int], ...] = ()
    audience: str = ""


def build_review(entries: Iterable[Entry], period: Period, today: date, rules: ContentRules) -> Review:
    """The review of a period.

    entries: the whole journal, or at least those of the period and the one
        before, all of the courses named there, those that build on them with
        all that these build on, every preparation and round of conditions,
        and those with items open now or done since the period began.
    """
    entries = in_time({(entry.id, entry.file, entry.line): entry for entry in entries}.values())
    before = previous(period)
    current = within(entries, period)
    earlier = within(entries, before) if before else None
    levels, unvalued = count_levels(current, earlier, rules)
    chains = StoryGraph(entries)
    found = all_items(entries, today)
    groups = by_course(entries)
    courses = _courses(groups.values(), period, before, today, rules)
    rounds = (last_round(course.name, groups[key(course.name)], rules.hill) for course in courses)
    return Review(
        period,
        before,
        today,
        len(current),
        None if earlier is None else len(earlier),
        current[0].date if current else None,
        current[-1].date if current else None,
        agreed(found, period.start, before.start) if before else (),
        levels,
        unvalued,
        chains.stories(period, rules),
        stuck([*(earlier or ()), *current], chains, min(today, period.end), rules),
        standing(found, "obstacle", period.start, period.end),
        standing(found, "ask", period.start, period.end),
        standing((item for item in found if item.made in period), "follow_up", period.start, period.end),
        courses,
        build_conditions(entries, period, rules),
        rules.talk,
        tuple(scores for scores in rounds if scores),
        tuple(Counter(entry.date for entry in current).items()),
    )


def stuck(entries: Sequence[Entry], chains: StoryGraph, upto: date, rules: ContentRules) -> tuple[Outcome, ...]:
    """Entries that got as far as potentieel, on which nothing had been built for too long by a day, oldest first."""
    latest = upto - timedelta(days=min(rules.stuck_days, (upto - date.min).days))
    found = []
    for entry in entries:
        if entry.date < latest and not chains.built_on(entry.id, upto):
            levels = set(levels_of(entry, rules))
            if Level.POTENTIEEL in levels and levels <= EARLY and (best := highest(entry, rules)):
                found.append(best)
    return tuple(found)


def _courses(
    groups: Iterable[Sequence[Entry]], period: Period, before: Period | None, today: date, rules: ContentRules
) -> tuple[Course, ...]:
    found = ((build_course(group, today, rules), group) for group in groups)
    return in_order(course for course, group in found if touched(course, group, period, before))
