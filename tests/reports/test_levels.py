from datetime import date

import pytest

from leerlog.domain.entry import Answer, Entry, FollowUp
from leerlog.domain.value import Level
from leerlog.reports.levels import count_levels, counted, highest, levels_of, outcomes, unweighed, without_noes

DAY = date(2026, 11, 2)


def levels(entry, rules):
    return [(each.question, each.level and each.level.value) for each in outcomes(entry, rules)]


def test_an_answer_has_its_own_level_else_its_questions_else_its_entrys(rules):
    """All three ways in one entry."""
    answers = (
        Answer("applied", "a", value=Level.HERKADEREND),
        Answer("experience", "b"),
        Answer("", "c", "Zelf bedacht"),
    )
    entry = Entry("a", DAY, None, "after", "Oogst", value=Level.POTENTIEEL, answers=answers)
    assert levels(entry, rules) == [("applied", "herkaderend"), ("experience", "beleving"), ("", "potentieel")]


def test_dates_scores_choices_and_items_are_never_yield(make, rules):
    """A level on the entry does not turn its start date or its follow-up into yield."""
    given = {"start": "2026-11-02", "learning": "samen", "assignment": "klus", "goal": "leren"}
    prepare = make("a", "2026-11-02", checklist="prepare", value="toegepast", answers=given)
    assert levels(prepare, rules) == [("goal", "toegepast")]
    conditions = make("b", "2026-11-02", checklist="conditions", answers={"change": "4 veel"})
    assert outcomes(conditions, rules) == []
    moment = make("c", "2026-11-02", value="potentieel", answers={"surprise": "iets", "look_into": "y"})
    assert levels(moment, rules) == [("surprise", "potentieel")]


def test_an_entry_with_a_level_and_no_text_is_yield_once(rules):
    """Somebody may note only an agreement, and what it brought."""
    entry = Entry("a", DAY, None, "", "", value=Level.TOEGEPAST, follow_ups=(FollowUp("follow_up", "Proberen"),))
    assert [(each.question, each.text) for each in outcomes(entry, rules)] == [("", "Proberen")]


def test_what_is_planning_or_has_a_level_is_not_waiting_to_be_weighed(make, rules):
    """Moments, insights and hand-made entries are; a preparation, an answered harvest and a no are not."""
    assert unweighed(make("a", "2026-11-02", "iets"), rules)
    assert unweighed(make("b", "2026-11-02", checklist="", answers={"": "iets"}), rules)
    assert unweighed(make("c", "2026-11-02", checklist="eigen", answers={"vraag": "iets"}), rules)
    assert unweighed(make("h", "2026-11-02", "Nog niets."), rules) is None
    for planning in ("prepare", "design", "hill", "conditions"):
        assert unweighed(make("d", "2026-11-02", checklist=planning, answers={"": "iets"}), rules) is None
    assert unweighed(make("e", "2026-11-02", "iets", "beleving"), rules) is None
    assert unweighed(make("f", "2026-11-02", checklist="after", answers={"applied": "iets"}), rules) is None
    assert unweighed(make("g", "2026-11-02", answers={"look_into": "iets"}), rules) is None


def test_the_highest_level_is_told_without_a_private_answer_when_it_can_be(rules):
    """A private answer speaks for its entry only when there is no other."""
    private = Answer("insight", "stil", private=True)
    both = Entry("a", DAY, None, "after", "Oogst", answers=(Answer("applied", "luid"), private))
    alone = Entry("b", DAY, None, "after", "Oogst", answers=(private,))
    assert highest(both, rules).text == "luid"
    assert highest(alone, rules).private


def test_all_five_levels_are_counted_beside_the_period_before(make, rules):
    """Empty levels are there, and without a period before there is no change."""
    now = [make("a", "2026-11-02", "iets", "toegepast"), make("b", "2026-11-03", "y")]
    before = [make("c", "2026-08-02", "z", "toegepast"), make("d", "2026-08-02", "z", "beleving")]
    before += [make("e", "2026-08-03", "w"), make("f", "2026-08-04", "v")]
    counted, waiting = count_levels(now, before, rules)
    assert [tally.level for tally in counted] == list(Level)
    assert [(tally.count, tally.change) for tally in counted] == [(0, -1), (0, 0), (1, 0), (0, 0), (0, 0)]
    assert (waiting.count, waiting.previous_count) == (1, 2)
    assert [tally.change for tally in count_levels(now, None, rules)[0]] == [None] * 5


def test_the_titles_are_those_of_the_content(rules):
    """The review speaks of Potentiële waarde, as the handreiking does."""
    assert count_levels([], None, rules)[0][1].title == "Potentiële waarde"


NOES = ("Nog niets", "Nee.", "Geen idee, nog niet!")


@pytest.mark.parametrize("no", NOES)
def test_an_answer_that_says_there_is_nothing_yet_is_no_yield(no, rules):
    """Whatever level stands with it: its question's, its own, or that of the entry as a whole."""
    answers = (
        Answer("applied", no),
        Answer("insight", no, value=Level.HERKADEREND),
        Answer("results", f"{no} Maar X."),
    )
    harvest = Entry("a", DAY, None, "after", "Oogst", answers=answers)
    assert levels(harvest, rules) == [("results", "gerealiseerd")]
    moment = Entry("b", DAY, None, "moment", "Moment", value=Level.TOEGEPAST, answers=(Answer("surprise", no),))
    assert outcomes(moment, rules) == [] == levels_of(moment, rules)
    assert highest(moment, rules) is None
    assert unweighed(moment._replace(value=None), rules) is None
    with_item = moment._replace(follow_ups=(FollowUp("follow_up", "Proberen"),))
    assert outcomes(with_item, rules) == []
    assert [answer.value for answer in counted(harvest, rules).answers] == [None, None, None]
    assert counted(moment, rules).value is None


def test_a_no_beside_something_takes_nothing_away(rules):
    """The entry's level is that of what it does say."""
    answers = (Answer("", "Nog niets", "Een"), Answer("", "Ik bel nu terug", "Twee"))
    entry = Entry("a", DAY, None, "", "", value=Level.TOEGEPAST, answers=answers)
    assert levels(entry, rules) == [("", "toegepast")]
    assert counted(entry, rules) == entry
    assert without_noes(entry, rules).answers == answers[1:]


def test_what_during_and_debrief_bring_counts(make, rules):
    """How it was and what was learned by their question, what it brought by the chosen level, the rest never."""
    told = {"experience": "Druk", "learned": "Zoeken op thema", "session": "Ja", "support": "Samen oefenen"}
    debrief = make("a", "2026-11-02", checklist="debrief", value="toegepast", answers=told)
    assert levels(debrief, rules) == [("experience", "beleving"), ("learned", "potentieel")]
    during = make("b", "2026-11-02", checklist="during", answers={"meeting": "Elke week", "interim": "Een dag minder"})
    assert outcomes(during, rules) == []
    assert unweighed(during, rules).question == "interim"
    chosen = (*during.answers[:1], during.answers[1]._replace(value=Level.GEREALISEERD))
    assert levels(during._replace(answers=chosen), rules) == [("interim", "gerealiseerd")]
    assert levels(during._replace(value=Level.TOEGEPAST), rules) == [("interim", "toegepast")]


def test_every_level_that_a_checklist_gives_goes_by_the_same_rule(rules):
    """No question of the handreiking makes yield of a no."""
    for (checklist, question), level in rules.levels.items():
        entry = Entry("a", DAY, None, checklist, "", answers=(Answer(question, "Nee, nog niet", value=level),))
        assert outcomes(entry, rules) == [], (checklist, question)
