"""The review: what the learning of a period brought, and what was agreed about it.

One's own, one for an audience, a team's (`team`) and an anonymous team's are one type, made by one function. Who may be
told what is decided here (and in `anonymous` where nobody may be known): what may not be told is not in it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from leerlog.domain.agenda import Item
from leerlog.domain.course import Course, key
from leerlog.domain.entry import Entry
from leerlog.domain.outcome import LevelCount, Outcome, Part, Story
from leerlog.domain.period import AROUND, Period, parts, previous
from leerlog.domain.score import Condition, Scores
from leerlog.domain.share import leaving
from leerlog.reports.agenda import agreed, all_items, standing
from leerlog.reports.benefits import Benefit, count_benefits
from leerlog.reports.conditions import Discussion, build_conditions, to_discuss
from leerlog.reports.courses import build_course, by_course, in_order, touched
from leerlog.reports.levels import by_part, count_levels
from leerlog.reports.order import in_time, within
from leerlog.reports.rules import ContentRules
from leerlog.reports.scores import last_round
from leerlog.reports.stories import StoryGraph, stuck
from leerlog.reports.talk import questions
from leerlog.reports.unused import Unused, build_unused


class Team(NamedTuple):
    """Of whom a team's review is.

    people: how many have an entry in the period, None when they are too few to say so.
    names: theirs, none when anonymous.
    minimum: how many people a number has to be about.
    counted: whether there are enough people for numbers.
    """

    people: int | None
    names: tuple[str, ...]
    anonymous: bool = False
    minimum: int = 1
    counted: bool = True


class Review(NamedTuple):
    """Everything that a review shows, in the order in which it shows it.

    count, previous_count: of entries; None when there is no period before, or when it may not be told.
    first, last: the days of the first and last entry; None without entries, or where nobody may be known.
    agreed: follow-ups from before the period, as they stand today.
    levels: from the first to the fifth, empty ones included.
    matrix: how much there is of each in the parts of the period, those to come included; of an anonymous team only the
        parts and the levels of which every number may be told.
    follow_ups: made in the period, as they stand today.
    stuck: potentials of this period and the one before that nothing builds on yet.
    hill: of the courses that have one, the last round of scores, in their order.
    days: the days with notes and how many, oldest first.
    unused: courses of which nothing was used when the time for it ended in the period.
    benefits: who benefits, and in how many notes of the period; () when no note says, or when it may not be told.
    audience: for whom it is, when it holds only what leaves for them; "" when it is one's own.
    team: of whom it is; None when it is of one person. Only one's own has what is stuck, courses, HILL and days; and
        only where all is known what is unused.
    """

    period: Period
    previous: Period | None
    today: date
    count: int | None  # type: ignore[assignment]
    previous_count: int | None
    first: date | None
    last: date | None
    agreed: tuple[Item, ...]
    levels: tuple[LevelCount, ...]
    unvalued: LevelCount
    stories: tuple[Story, ...]
    obstacles: tuple[Item, ...]
    asks: tuple[Item, ...]
    follow_ups: tuple[Item, ...]
    talk: tuple[str, ...]
    matrix: tuple[Part, ...] = ()
    conditions: tuple[Condition, ...] = ()
    discussion: Discussion = Discussion()
    stuck: tuple[Outcome, ...] = ()
    courses: tuple[Course, ...] = ()
    hill: tuple[Scores, ...] = ()
    days: tuple[tuple[date, int], ...] = ()
    benefits: tuple[Benefit, ...] = ()
    unused: tuple[Unused, ...] = ()
    audience: str = ""
    team: Team | None = None


def build_review(entries: Iterable[Entry], period: Period, today: date, rules: ContentRules, per: str = "") -> Review:
    """One's own review of a period.

    per: the kind of its parts, as of `domain.period.parts`.
    entries: the whole journal, or at least those of the period and the one
        before, all of the courses named there and of those of which the
        application window has a day there, those that build on them with all
        that these build on, every preparation and round of conditions,
        and those with items open now or done since the period began.
    """
    entries = in_time({(entry.id, entry.file, entry.line): entry for entry in entries}.values())
    graph = StoryGraph(entries)
    made = common_review(entries, graph, all_items(entries, today), period, previous(period), today, rules, per)
    current, earlier = within(entries, period), within(entries, made.previous) if made.previous else ()
    groups = by_course(entries)
    courses = [(build_course(group, today, rules), group) for group in groups.values()]
    touching = in_order(course for course, group in courses if touched(course, group, period, made.previous))
    rounds = (last_round(each.name, groups[key(each.name)], rules.hill) for each in touching)
    made = made._replace(
        stuck=stuck([*earlier, *current], graph, min(today, period.end), rules),
        courses=touching,
        unused=build_unused(courses, period, today),
        conditions=(conditions := build_conditions(entries, period, rules)),
        discussion=to_discuss(conditions, rules),
        hill=tuple(scores for scores in rounds if scores),
        days=tuple(Counter(entry.date for entry in current).items()),
    )
    return with_talk(made, rules)


def review_for(
    audience: str,
    entries: Sequence[Entry],
    sound: Iterable[Entry],
    period: Period,
    today: date,
    rules: ContentRules,
    per: str = "",
) -> Review:
    """The review of a period that holds only what leaves for an audience.

    entries: the whole journal; sound: those of it in which nothing is wrong.
    """
    shown = build_review(leaving(sound, audience), period, today, rules, per)
    graph, upto = StoryGraph(entries), min(today, period.end)
    # What somebody did with it for themselves is not undone because they don't tell of it.
    courses = tuple(course._replace(window=None) for course in shown.courses)
    lying = tuple(each for each in shown.stuck if not graph.built_on(each.entry, upto))
    return with_talk(shown._replace(courses=courses, stuck=lying, unused=(), audience=audience), rules)


def with_talk(review: Review, rules: ContentRules) -> Review:
    """The review with what there is to talk about: last, so that nothing is asked of what may not be told."""
    return review._replace(talk=(*questions(review), *rules.talk))


def common_review(
    entries: Sequence[Entry],
    graph: StoryGraph,
    items: Sequence[Item],
    period: Period,
    before: Period | None,
    today: date,
    rules: ContentRules,
    per: str,
) -> Review:
    """What every review has, from entries in order of time; `before`: the period to compare with, if any."""
    items = [item for item in items if not rules.is_for_oneself(item)]
    ago = previous(period)
    current = within(entries, period)
    earlier = within(entries, before) if before else None
    levels, unvalued = count_levels(current, earlier, rules)
    made_here = (item for item in items if item.since in period)
    return Review(
        period,
        before,
        today,
        len(current),
        None if earlier is None else len(earlier),
        current[0].date if current else None,
        current[-1].date if current else None,
        agreed(items, period.start, ago.start) if ago else (),
        levels,
        unvalued,
        graph.stories(period, rules),
        standing(items, "obstacle", period.start, period.end),
        standing(items, "ask", period.start, period.end),
        standing(made_here, "follow_up", period.start, period.end),
        rules.talk,
        matrix=by_part((*levels, unvalued), parts_of(period, current, per)),
        benefits=count_benefits(current),
    )


def parts_of(period: Period, current: Sequence[Entry], per: str) -> list[Period]:
    """The parts of a period; where it is open at an end, from the first note or to the last."""
    first, last = period.start, period.end
    if first == date.min or last == date.max:
        if not current:
            return []
        first = current[0].date if first == date.min else first
        last = current[-1].date if last == date.max else last
    found = parts(period._replace(start=first, end=last), per)
    # On which days these were written is nobody's business: the parts at an open end are whole.
    if period.start == date.min:
        found[0] = AROUND[found[0].kind](found[0].start)
    if period.end == date.max:
        found[-1] = AROUND[found[-1].kind](found[-1].end)._replace(start=found[-1].start)
    return found


def told(review: Review, tell: Callable[[Outcome], Outcome]) -> Review:
    """The review with every outcome as it is to be told."""

    def story(each: Story) -> Story:
        expected = tuple(one._replace(came=tell(one.came)) if one.came else one for one in each.expected)
        return each._replace(steps=tuple(map(tell, each.steps)), expected=expected)

    def level(each: LevelCount) -> LevelCount:
        return each._replace(outcomes=tuple(map(tell, each.outcomes)))

    return review._replace(
        levels=tuple(map(level, review.levels)),
        unvalued=level(review.unvalued),
        stories=tuple(map(story, review.stories)),
    )
