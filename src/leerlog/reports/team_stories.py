"""The stories of a team: those that got the furthest, and how many more there are."""

from collections.abc import Sequence, Set
from datetime import date
from typing import NamedTuple

from leerlog.domain.period import Period
from leerlog.domain.value import Level
from leerlog.reports.lens import Lens
from leerlog.reports.members import Member
from leerlog.reports.stories import Chain, Chains, Story
from leerlog.reports.team_bulk import Places, furthest


class Told(NamedTuple):
    """The stories that are told, how many are left, and who wrote an entry, by its id."""

    stories: tuple[Story, ...]
    left: int
    writer: dict[str, int]


def tell(
    found: Sequence[Member],
    period: Period,
    lens: Lens,
    *,
    shown: Set[Level | None] | None,
    most: int | None,
) -> Told:
    """The stories of a period; the furthest come first, then the most recent.

    shown: the levels that may be told of when nobody may know whose a story is or from when; its words decide then
        what comes before what got equally far. None when all may be known.
    most: how many to tell; None for all of them.
    """

    def rank(levels: Set[Level], last: date) -> tuple[int, date]:
        far = max((level.number for level in levels if shown is None or level in shown), default=0)
        return far, last if shown is None else date.min

    def rank_of(chain: Chain) -> tuple[int, date]:
        return rank(chain.levels, chain.last)

    bulk, left = furthest(found, period, Places(lens), most, rank)
    entries = [(number, entry) for number, member in enumerate(found) for entry in member.entries] + bulk
    writer = {entry.id: number for number, entry in entries}
    chains = Chains((entry for _, entry in entries), writer)
    every = sorted(chains.of(period, lens), key=rank_of, reverse=True)
    least = rank_of(every[most - 1]) if most and most < len(every) else None
    stories = [chains.tell(chain.names, lens) for chain in every if least is None or rank_of(chain) >= least]
    if shown is not None:
        stories = [_nameless(story, period, shown) for story in stories]
        stories.sort(key=lambda story: (-(story.reached.number if story.reached else 0), story.title))
    return Told(tuple(stories[:most]), left + len(every) - len(stories[:most]), writer)


def _nameless(story: Story, period: Period, shown: Set[Level | None]) -> Story:
    steps = tuple(
        step._replace(entry="", date=period.start, level=step.level if step.level in shown else None, sources=())
        for step in story.steps
    )
    return story._replace(steps=steps)
