"""The stories of a team, those that got the furthest first."""

from collections.abc import Mapping, Sequence, Set

from leerlog.domain.entry import Entry
from leerlog.domain.period import Period
from leerlog.domain.value import Level
from leerlog.reports.rules import ContentRules
from leerlog.reports.stories import Story, StoryGraph


def tell(
    entries: Sequence[Entry],
    writer: Mapping[str, int],
    period: Period,
    rules: ContentRules,
    shown: Set[Level | None] | None,
) -> tuple[Story, ...]:
    """The stories of a period; the furthest come first, then the most recent.

    writer: who wrote an entry, by its id.
    shown: the levels that may be told of when nobody may know whose a story is or from when; its words decide then
        what comes before what got equally far. None when all may be known.
    """
    chains = StoryGraph(entries, writer)
    if shown is None:
        return chains.stories(period, rules)

    stories = [_nameless(story, period, shown) for story in chains.stories(period, rules)]
    return tuple(sorted(stories, key=lambda story: (-(story.reached.number if story.reached else 0), story.title)))


def _nameless(story: Story, period: Period, shown: Set[Level | None]) -> Story:
    steps = tuple(
        step._replace(entry="", date=period.start, level=step.level if step.level in shown else None, sources=())
        for step in story.steps
    )
    return story._replace(steps=steps)
