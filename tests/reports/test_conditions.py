"""What of the conditions to talk about."""

from datetime import date

from leerlog.documents.review import review_document
from leerlog.documents.screen import screen_document
from leerlog.domain.entry import Answer, Entry
from leerlog.domain.period import quarter_of
from leerlog.render.plain import plain_text
from leerlog.reports.members import Member
from leerlog.reports.review import Review, build_review
from leerlog.reports.team import build_team_review

TODAY = date(2026, 11, 23)
NAMES = ("change", "feedback", "support")


def scored(who: int, *scores: int, day: date = TODAY) -> Entry:
    """A round of somebody, of three conditions."""
    answers = tuple(Answer(name, str(score), name) for name, score in zip(NAMES, scores, strict=True))
    return Entry(f"a{day.month:x}{who:06}", day, None, "conditions", "Condities", share=("team",), answers=answers)


def team(
    rules, *rounds: tuple[int, int, int], anonymous: bool = False, before: tuple[int, int, int] = (3, 3, 3)
) -> Review:
    """The review of a team in which everybody gave a round of scores, and one in the quarter before."""
    members = [
        Member(f"Mens {who}", (scored(who, *before, day=date(2026, 8, 3)), scored(who, *scores)))
        for who, scores in enumerate(rounds)
    ]
    return build_team_review(members, quarter_of(TODAY), TODAY, rules, anonymous=anonymous)


def ids(review: Review) -> tuple[str | None, ...]:
    """Which conditions there is to talk about."""
    found = review.discussion
    return tuple(each and each.question for each in (found.spread, found.lowest, found.changed))


def test_a_team_talks_about_what_lies_apart_is_lowest_and_changed(rules) -> None:
    """With what can help the lowest, by the numbers to pick it by."""
    made = team(rules, (5, 2, 2), (5, 2, 5), (5, 1, 3))
    assert ids(made) == ("support", "feedback", "change")
    assert made.discussion.helps == rules.helps["feedback"]
    said = plain_text(review_document(made), "utf-8")
    for question in ("loopt van 2 tot 5. Hoe kan dat?", "met 2. Wat doet er een punt bij?", "van 3 naar 5. Waardoor?"):
        assert said.count(question) == 1
    assert "leerlog actions --pick NUMMER" in said
    screen = plain_text(screen_document(made, "leerlog review"), "utf-8")
    number, text, _ = rules.helps["feedback"].actions[0]
    assert f"{number} {text}" in screen
    assert screen.count("met 2. Wat doet er een punt bij?") == 1
    for number, text, _ in made.discussion.helps.actions:
        assert f"Actie {number}" in said
        assert text in said


def test_nothing_to_talk_about_is_not_made_up(rules) -> None:
    """All alike, as high as before."""
    assert ids(team(rules, (4, 4, 4), (4, 4, 4), before=(4, 4, 4))) == (None, None, None)


def test_nobody_is_found_out_by_what_to_talk_about(rules) -> None:
    """Of an anonymous team only what five people scored, and nothing of before."""
    everybody = [(4, 4, 4)] * 5
    made = team(rules, *everybody, (1, 5, 4), anonymous=True, before=(1, 1, 1))
    assert made.discussion.changed is None
    assert {made.discussion.spread, made.discussion.lowest} <= {*made.conditions, None}
    assert ids(team(rules, *everybody[1:], anonymous=True)) == (None, None, None)
    few = [Member(f"Mens {who}", (scored(who, 1, 1, 1),)) for who in range(4)]
    many = [Member(f"Mens {who}", (Entry(f"b{who:07}", TODAY, None, "moment", "Moment"),)) for who in range(4, 9)]
    hidden = build_team_review([*few, *many], quarter_of(TODAY), TODAY, rules, anonymous=True)
    assert (hidden.conditions, ids(hidden)) == ((), (None, None, None))


def test_oneself_talks_about_the_lowest_and_what_changed(rules) -> None:
    """Where all is shown: a screen of the quarter stays short."""
    made = build_review(
        [scored(1, 4, 2, 4, day=date(2026, 10, 5)), scored(1, 4, 2, 5)], quarter_of(TODAY), TODAY, rules
    )
    assert ids(made) == (None, "feedback", "support")
    document = review_document(made)
    assert "dit is het laagst, een 2. Wat zou er een punt bij doen?" in plain_text(document, "utf-8", full=True)
