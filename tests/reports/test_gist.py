"""What an entry says in one line, and its answers in words."""

from datetime import date

import pytest

from leerlog.domain.checklist import Checklist
from leerlog.domain.entry import Answer, Entry, FollowUp
from leerlog.domain.typed import fill
from leerlog.library.content import load_checklist
from leerlog.reports.gist import gist, in_full, one_line
from leerlog.reports.rules import ContentRules

TODAY = date(2026, 11, 23)


def entry(name: str, **texts: str) -> Entry:
    checklist: Checklist = load_checklist(name)
    filled = fill(checklist, texts, TODAY)
    course = "Woo-training" if checklist.scope == "course" else ""
    return Entry(
        "a2aaaaaa", TODAY, None, name, checklist.title, course, answers=filled.answers, follow_ups=filled.follow_ups
    )


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (entry("moment", surprise="Een burger\nwist het al."), "Een burger wist het al."),
        (
            entry("prepare", start="2026-12-07"),
            "Voorbereiding · Woo-training · Wanneer begint het? maandag 7 december 2026",
        ),
        (entry("prepare", start="2026-12-07", goal="Zoeken"), "Voorbereiding · Woo-training · Zoeken"),
        (
            entry("prepare", start="2026-12-07", goal_level="team"),
            "Voorbereiding · Woo-training · Wanneer begint het? maandag 7 december 2026 · "
            "Voor wie of wat leer je dit vooral? voor het team of de groep",
        ),
        (entry("conditions", change="4", feedback="2: te weinig"), "Condities · "),
        (entry("moment", look_into="Uitzoeken (voor 2026-12-07)"), "Uitzoeken"),
        (Entry("a2aaaaaa", TODAY, None, "", ""), "Notitie"),
        (Entry("a2aaaaaa", TODAY, None, "weg", "Weg", answers=(Answer("x", "2026-01-12", "X"),)), "Weg · X 2026-01-12"),
    ],
)
def test_an_entry_in_one_line(made: Entry, said: str, rules: ContentRules) -> None:
    """What kind and which course, then the first words; without any what was agreed, or answers with their question."""
    found = one_line(made, rules)
    assert found == said or (said.endswith("· ") and found.startswith(said))


@pytest.mark.parametrize("name", ["prepare", "conditions", "hill", "design", "moment"])
def test_no_entry_is_a_bare_date_or_number(name: str, rules: ContentRules) -> None:
    """Whichever one question of a checklist is answered, its line has more words than the answer's own."""
    values = {"date": "2026-12-07", "scale": "2"}
    for prompt in load_checklist(name).questions:
        if text := values.get(prompt.kind, prompt.choices[0].id if prompt.choices else ""):
            made = entry(name, **{prompt.id: text})
            if made.answers:
                assert prompt.text in gist(made, rules)


def test_scores_choices_and_dates_are_told_in_words(rules: ContentRules) -> None:
    """What has no words of its own stays as it was written, and so does a text."""
    told = in_full(entry("prepare", start="2026-12-07", together="team", goal="team"), rules)
    assert [answer.text for answer in told.answers if answer.question in ("start", "together", "goal")] == [
        "met het team",
        "maandag 7 december 2026",
        "team",
    ]
    hill = in_full(entry("hill", **{load_checklist("hill").questions[0].id: "2 want ik merk het"}), rules)
    assert hill.answers[0].text == "2 grotendeels: want ik merk het"
    unknown = Entry("a2aaaaaa", TODAY, None, "prepare", "X", answers=(Answer("goal_level", "de buren"),))
    assert in_full(unknown, rules) == unknown


def test_of_an_item_its_words_are_told(rules: ContentRules) -> None:
    """Also in an entry without answers."""
    made = Entry(
        "a2aaaaaa", TODAY, None, "agenda", "Afspraak", "Woo", follow_ups=(FollowUp("follow_up", "Anja bellen"),)
    )
    assert one_line(made, rules) == "Afspraak · Woo · Anja bellen"
