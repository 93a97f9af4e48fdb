"""The review on one screen: never more than 40 lines, and nothing told twice."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies

from leerlog.documents.screen import LINES, screen_document
from leerlog.domain.entry import Answer, Entry, FollowUp
from leerlog.domain.period import ALL, month_of, quarter_of, year_of
from leerlog.domain.value import Level
from leerlog.reports.members import Member
from leerlog.reports.review import build_review, review_for
from leerlog.reports.team import build_team_review
from tests.laws import part
from tests.render.hostile import hostile
from tests.render.teams import TODAY, team_of

COMMAND = "leerlog review --quarter"
LEVELS = [None, *Level]


def lines_of(shown, review, command=COMMAND, width=100):
    """The screen of a review, in lines."""
    return shown(screen_document(review, command), width=width).rstrip("\n").split("\n")


def random_entries(seed):
    """Notes of a year: with every level, linked, agreed, scored, about people and courses; each word of its own."""
    draw = random.Random(seed)
    found = []
    for at in range(draw.choice((0, 1, 5, 60, 200))):
        day = TODAY - timedelta(days=draw.randrange(360))
        word = f"w{at:04}w"
        items = tuple(
            FollowUp(kind, f"doen{at} " * draw.choice((1, 20)), "Noor", day, result=draw.choice(("", "Klaar")))
            for kind in ("follow_up", "obstacle", "ask")
            if draw.random() < 0.2
        )
        sources = tuple({each.id for each in draw.sample(found, min(len(found), draw.choice((0, 0, 1, 2))))})
        answers = (Answer("", f"{word} " + "tekst " * draw.choice((0, 3, 40)) + "\nmeer" * draw.choice((0, 1))),)
        if draw.random() < 0.2:
            answers = (Answer("benefits", draw.choice(("team", "burger"))), *answers)
        found.append(
            Entry(
                id=f"a2{at:06}",
                date=day,
                time=None,
                checklist="moment",
                title="Moment",
                value=draw.choice(LEVELS),
                course=draw.choice(("", "Woo", "Een heel lange naam van een traject " * 3)),
                share=("team",) if draw.random() < 0.7 else (),
                answers=answers,
                follow_ups=items,
                builds_on=sources,
            )
        )
    return found


@part(0.7)
@given(seed=strategies.integers(0, 2**32), per=strategies.sampled_from(["", "week", "month"]))
def test_it_never_takes_more_than_a_screen_and_tells_each_outcome_once(rules, shown, seed, per):
    """Of whatever journal, period, audience or team, at 100 columns."""
    entries = random_entries(seed)
    members = [Member(name, tuple(entries[at::6])) for at, name in enumerate("abcdef")]
    for period in (quarter_of(TODAY), month_of(TODAY), year_of(TODAY), ALL):
        for review in (
            build_review(entries, period, TODAY, rules, per),
            review_for("team", entries, entries, period, TODAY, rules, per),
            build_team_review(members, period, TODAY, rules, per=per),
            build_team_review(members, period, TODAY, rules, anonymous=True, minimum=5, per=per),
        ):
            screen = lines_of(shown, review)
            assert len(screen) <= LINES
            for at in range(len(entries)):
                assert sum(f"w{at:04}w" in line for line in screen) <= 1


@pytest.mark.parametrize("anonymous", [False, True])
def test_words_that_try_to_be_something_else_take_no_more(sample, rules, shown, quarter, anonymous):
    """Of one's own and of a team, with a command as long as a path can be."""
    for review in (quarter, team_of(sample, rules, 6, anonymous=anonymous)):
        assert len(lines_of(shown, hostile(review), "leerlog review --team " + "m" * 200)) <= LINES


def test_the_sample_has_all_of_it(quarter, shown):
    """The numbers, the freshest of each level, a story, what is open, what to talk about, and the way on."""
    text = "\n".join(lines_of(shown, quarter))
    parts = ("Afgesproken", "Herkaderend", "Het nieuwste", "Een verhaal", "Blijft liggen", "Belemmeringen", "Vragen")
    for told in (*parts, "Condities", "Om over te praten", f"{COMMAND} --full", f"{COMMAND} --browser"):
        assert text.count(told) == 1


def test_an_empty_period_has_no_more_to_see(rules, shown):
    """It is told kindly, with what to do."""
    text = "\n".join(lines_of(shown, build_review([], month_of(date(2026, 8, 1)), TODAY, rules)))
    assert "leerlog moment --on 2026-08-31" in text
    assert "--full" not in text
