"""A story that is seen from one side only asks who looks at it in another way."""

from datetime import date

import pytest

from leerlog.domain.period import quarter_of
from leerlog.domain.share import leaving
from leerlog.reports.members import Member
from leerlog.reports.review import build_review, review_for
from leerlog.reports.stories import story
from leerlog.reports.team import build_team_review
from leerlog.reports.views import WHO_ELSE

TODAY = date(2026, 11, 23)
ABC = (["Noor"], ["Kees"], ["Anja"])


def chain(make, *people, **more):
    """Notes that build on one another, each with its people."""
    names = "abcdefg"
    return [
        make(
            names[at],
            f"2026-11-{at + 1:02}",
            "iets",
            "potentieel",
            people=tuple(who),
            builds_on=(names[at - 1],) if at else (),
            **more,
        )
        for at, who in enumerate(people)
    ]


def asked(entries, rules):
    """What the story of the first note asks."""
    return story(entries, "a", rules).to_ask


@pytest.mark.parametrize(
    ("people", "asks"),
    [
        ([["Noor"], ["noor"]], True),
        ([["Noor", "Kees"], [], ["Kees", "Noor"]], True),
        (ABC, False),
        ([["Noor"], ["Noor", "Kees"]], False),
        ([["Kees"], ["Noor"], ["Kees"]], False),
        ([["Noor", "Kees", "Anja"], ["Noor", "Kees", "Anja"]], False),
        ([["Noor"], []], False),
        ([[], []], False),
    ],
)
def test_only_the_same_two_people(make, rules, people, asks):
    """Each time, however they are spelled: whoever joins later, or in another note, is another view.

    One note with people says nothing of who else there is.
    """
    assert asked(chain(make, *people), rules) == (WHO_ELSE if asks else "")


@pytest.mark.parametrize(
    ("disciplines", "asks"),
    [("", False), ("Nee", True), ("juristen", True), ("juristen en de balie", False), (None, False)],
)
def test_only_one_discipline(make, rules, disciplines, asks):
    """As its preparation names them; without one, or where that was skipped, it is not known."""
    answers = {"goal": "zoeken", "disciplines": disciplines}
    prepared = (
        [make("p", "2026-10-01", checklist="prepare", course="Woo", answers=answers)] if disciplines is not None else []
    )
    entries = [*prepared, *chain(make, *ABC, course="Woo")]
    assert asked(entries, rules) == (WHO_ELSE if asks else "")


def test_it_is_not_asked_of_what_others_may_see(make, rules):
    """People are left out of it, so nobody can know; one's own review asks."""
    entries, period = chain(make, ["Noor"], ["Noor"], share=("team",)), quarter_of(TODAY)
    members = [Member("Lotte", leaving(entries, "team"))]
    assert [each.to_ask for each in build_review(entries, period, TODAY, rules).stories] == [WHO_ELSE]
    for review in (
        review_for("team", entries, entries, period, TODAY, rules),
        build_team_review(members, period, TODAY, rules),
    ):
        assert [each.to_ask for each in review.stories] == [""]
