"""The stories that a team is told come in order of how far they got."""

import random
from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.entry import Answer, Entry
from leerlog.domain.period import quarter_of
from leerlog.domain.value import Level
from leerlog.reports.members import Member
from leerlog.reports.review import Review
from leerlog.reports.rules import ContentRules
from leerlog.reports.team import build_team_review

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


def review(found: Sequence[Member], rules: ContentRules, *, anonymous: bool) -> Review:
    """The review of the quarter."""
    return build_team_review(found, Q4, TODAY, rules, anonymous=anonymous)


@given(seed=st.integers(0, 10_000))
def test_the_furthest_come_first(rules: ContentRules, seed: int) -> None:
    """With names the most recent of what got equally far, without names whatever their words say."""
    found = linked(random.Random(seed))
    named, nameless = review(found, rules, anonymous=False), review(found, rules, anonymous=True)
    assert nameless.stories
    assert {step.date for story in nameless.stories for step in story.steps} == {None}
    ranks = [(-(s.reached.number if s.reached else 0), -s.steps[-1].date.toordinal()) for s in named.stories]
    assert ranks == sorted(ranks)
    bare = [(-(s.reached.number if s.reached else 0), s.title) for s in nameless.stories]
    assert bare == sorted(bare)


def test_of_too_few_people_nobody_hears_a_story(rules: ContentRules) -> None:
    """Of four nothing, of six all."""
    found = linked(random.Random(1))
    assert review(found, rules, anonymous=True).stories
    assert review(found[:4], rules, anonymous=True).stories == ()
