"""What there is to talk about follows from what a review has, and from nothing that it may not tell."""

from datetime import date

from leerlog.domain.period import quarter_of
from leerlog.domain.value import Level
from leerlog.reports.members import Member
from leerlog.reports.review import build_review, review_for
from leerlog.reports.team import build_team_review

TODAY = date(2026, 11, 23)
Q4 = quarter_of(TODAY)


def test_the_data_ask_first(sample, rules):
    """Of the sample: what was expected, and the idea that lies longest; then the questions of the waardecheck."""
    review = build_review(sample, Q4, TODAY, rules)
    asked = review.talk[: -len(rules.talk)]
    assert review.talk[-len(rules.talk) :] == rules.talk
    assert asked[0].startswith("Verwacht was: ‘")
    assert any(question.endswith("Wat houdt dat tegen?") for question in asked)
    assert len(asked) <= 5
    assert max(map(len, asked)) <= 98


def test_a_level_without_anything_is_asked_of_oneself_alone(make, rules):
    """Of what is left out for others, and of a team that shares some, nobody can say that it is nowhere."""
    entries = [make("a", "2026-11-05", "iets", "beleving", share=("team",))]
    question = "Bij potentieel is het nog leeg. Wat is daarvoor nodig?"
    assert question in build_review(entries, Q4, TODAY, rules).talk
    assert review_for("team", entries, entries, Q4, TODAY, rules).talk == rules.talk
    assert build_team_review([Member("Anja", tuple(entries))], Q4, TODAY, rules).talk == rules.talk


def test_a_story_that_nobody_noticed_asks_who_does(make, rules):
    """As soon as somebody did, it asks no more; and what is private is not quoted."""
    one = make("a1111111", "2026-11-05", "eerst", "potentieel")
    two = make("a2222222", "2026-11-06", "gedaan", "toegepast", builds_on=("a1111111",))
    three = make("a3333333", "2026-11-07", "gezien", "gerealiseerd", builds_on=("a2222222",))

    def asks(*entries):
        return any(question.startswith("Wie merkt") for question in build_review(entries, Q4, TODAY, rules).talk)

    assert asks(one, two)
    assert not asks(one, two, three)
    hidden = two._replace(answers=tuple(answer._replace(private=True) for answer in two.answers))
    assert not asks(one, hidden)
    assert two.value is Level.TOEGEPAST


def test_of_too_few_people_nothing_is_asked(sample, rules):
    """An anonymous review has only the questions that every review has."""
    members = [Member(f"Mens {n}", tuple(sample) if not n else ()) for n in range(3)]
    assert build_team_review(members, Q4, TODAY, rules, anonymous=True).talk == rules.talk
