"""The stories that a team is told are the first of all that there are."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.bulk import Bulk
from leerlog.domain.entry import Answer, Entry
from leerlog.domain.period import quarter_of
from leerlog.domain.value import Level
from leerlog.reports.lens import Lens
from leerlog.reports.members import Member
from leerlog.reports.team import Team, build_team

TODAY = date(2026, 12, 18)
Q4 = quarter_of(TODAY)


def linked(chance: random.Random) -> list[Member]:
    """Six people with notes that build on one another, of few days, levels and words."""
    found = []
    for writer in range(6):
        own: list[Entry] = []
        for number in range(8):
            day = date(2026, 9, 25) + timedelta(days=chance.randrange(20))
            entry = Entry(f"a2{writer}0000{number}", day, None, "moment", "Moment", value=chance.choice((*Level, None)))
            answers = (Answer("surprise", chance.choice(("Een.", "Twee.", "Drie.")), "Wat?"),)
            links = tuple(each.id for each in own if chance.random() < 0.15)
            own.append(entry._replace(answers=answers, builds_on=links))
        found.append(Member(f"Mens {writer}", tuple(own)))
    return found


def in_bulk(member: Member) -> Member:
    """One whose notes were not read one by one."""
    own = member.entries
    ones = list({entry.value: entry for entry in own}.values())
    kinds = [[one.value for one in ones].index(entry.value) for entry in own]
    days = [entry.date.isoformat().encode() for entry in own]
    words = [entry.answers[0].text.encode() for entry in own]
    links = [[name.encode() for name in entry.builds_on] for entry in own]
    bulk = Bulk(ones, kinds, days, [entry.id.encode() for entry in own], words, links)
    return member._replace(entries=(), bulk=(bulk,))


def review(found: Sequence[Member], glass: Lens, most: int | None, *, anonymous: bool) -> Team:
    """The review of the quarter."""
    return build_team(found, Q4, TODAY, glass, anonymous=anonymous, most=most)


@pytest.mark.parametrize("anonymous", [False, True])
@given(seed=st.integers(0, 10_000), most=st.integers(1, 20))
def test_those_that_are_told_are_the_first_of_all(glass: Lens, *, anonymous: bool, seed: int, most: int) -> None:
    """However many these are, in bulk or not; of the others there is their number."""
    chance = random.Random(seed)
    found = linked(chance)
    every = review(found, glass, None, anonymous=anonymous)
    some = review(found, glass, most, anonymous=anonymous)
    assert every.untold == 0
    assert some.untold == max(len(every.stories) - most, 0)
    assert replace(some, untold=0) == replace(every, stories=every.stories[:most])
    mixed = review([chance.choice((each, in_bulk(each))) for each in found], glass, most, anonymous=anonymous)
    assert (mixed.stories, mixed.untold) == (some.stories, some.untold)
    assert all(mixed.by.get(step.entry) == some.by.get(step.entry) for story in some.stories for step in story.steps)


def test_of_too_few_people_nobody_hears_how_many_stories_there_are(glass: Lens) -> None:
    """No more than what is in them."""
    found = linked(random.Random(1))
    assert review(found, glass, 1, anonymous=True).untold
    team = review(found[:4], glass, 1, anonymous=True)
    assert (team.stories, team.untold) == ((), 0)
