"""The stories of a team: those that got the furthest, and how many more there are."""

from collections.abc import Set
from typing import NamedTuple

from leerlog.domain.period import Period
from leerlog.domain.value import Level
from leerlog.reports.lens import Lens
from leerlog.reports.stories import Chain, Chains, Story


class Told(NamedTuple):
    """The stories that are told; left: how many are not."""

    stories: tuple[Story, ...] = ()
    left: int = 0


def tell(chains: Chains, period: Period, lens: Lens, most: int | None) -> Told:
    """The stories of a period; the furthest come first, then the most recent.

    most: how many to tell; None for all of them.
    """
    found = chains.of(period, lens)
    told = tuple(chains.tell(chain.names, lens) for chain in found[:most])
    return Told(told, len(found) - len(told))


def tell_nameless(chains: Chains, period: Period, lens: Lens, most: int | None, shown: Set[Level | None]) -> Told:
    """The stories of a period without who tells them or when; after how far they got it is the words that order them.

    shown: the levels that may be told of.
    """

    def far(chain: Chain) -> int:
        return max((level.number for level in chain.levels if level in shown), default=0)

    found = sorted(chains.of(period, lens), key=far, reverse=True)
    # Of those that got equally far only the words say which come first.
    least = far(found[most - 1]) if most and most < len(found) else 0
    told = [_nameless(chains.tell(chain.names, lens), period, shown) for chain in found if far(chain) >= least]
    told.sort(key=lambda story: (-(story.reached.number if story.reached else 0), story.title))
    return Told(tuple(told[:most]), len(found) - len(told[:most]))


def _nameless(story: Story, period: Period, shown: Set[Level | None]) -> Story:
    steps = tuple(
        step._replace(entry="", date=period.start, level=step.level if step.level in shown else None, sources=())
        for step in story.steps
    )
    return story._replace(steps=steps)
