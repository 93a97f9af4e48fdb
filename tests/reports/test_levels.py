from datetime import date

import pytest

from leerlog.domain.entry import Answer, Entry, FollowUp
from leerlog.domain.value import Level
from leerlog.reports.levels import counted, highest, levels_of, tallies, unweighed, without_noes, yields

DAY = date(2026, 11, 2)


def levels(entry, glass):
    return [(each.question, each.level and each.level.value) for each in yields(entry, glass)]


def test_an_answer_has_its_own_level_else_its_questions_else_its_entrys(glass):
    """All three ways in one entry."""
    answers = (
        Answer("applied", "a", value=Level.HERKADEREND),
        Answer("experience", "b"),
        Answer("", "c", "Zelf bedacht"),
    )
    entry = Entry("a", DAY, None, "after", "Oogst", value=Level.POTENTIEEL, answers=answers)
    assert levels(entry, glass) == [("applied", "herkaderend"), ("experience", "beleving"), ("", "potentieel")]


def test_dates_scores_choices_and_items_are_never_yield(make, glass):
    """A level on the entry does not turn its start date or its follow-up into yield."""
    given = {"start": "2026-11-02", "learning": "samen", "assignment": "klus", "goal": "leren"}
    prepare = make("a", "2026-11-02", checklist="prepare", value="toegepast", answers=given)
    assert levels(prepare, glass) == [("goal", "toegepast")]
    conditions = make("b", "2026-11-02", checklist="conditions", answers={"change": "4 veel"})
    assert yields(conditions, glass) == []
    moment = make("c", "2026-11-02", value="potentieel", answers={"surprise": "x", "look_into": "y"})
    assert levels(moment, glass) == [("surprise", "potentieel")]


def test_an_entry_with_a_level_and_no_text_is_yield_once(glass):
    """Somebody may note only an agreement, and what it brought."""
    entry = Entry("a", DAY, None, "", "", value=Level.TOEGEPAST, follow_ups=(FollowUp("follow_up", "Proberen"),))
    assert [(each.question, each.text) for each in yields(entry, glass)] == [("", "Proberen")]


def test_what_is_planning_or_has_a_level_is_not_waiting_to_be_weighed(make, glass):
    """Moments, insights and hand-made entries are; a preparation, an answered harvest and a no are not."""
    assert unweighed(make("a", "2026-11-02", "x"), glass)
    assert unweighed(make("b", "2026-11-02", checklist="", answers={"": "x"}), glass)
    assert unweighed(make("c", "2026-11-02", checklist="eigen", answers={"vraag": "x"}), glass)
    assert unweighed(make("h", "2026-11-02", "Nog niets."), glass) is None
    for planning in ("prepare", "design", "hill", "conditions"):
        assert unweighed(make("d", "2026-11-02", checklist=planning, answers={"": "x"}), glass) is None
    assert unweighed(make("e", "2026-11-02", "x", "beleving"), glass) is None
    assert unweighed(make("f", "2026-11-02", checklist="after", answers={"applied": "x"}), glass) is None
    assert unweighed(make("g", "2026-11-02", answers={"look_into": "x"}), glass) is None


def test_the_highest_level_is_told_without_a_private_answer_when_it_can_be(glass):
    """A private answer speaks for its entry only when there is no other."""
    private = Answer("insight", "stil", private=True)
    both = Entry("a", DAY, None, "after", "Oogst", answers=(Answer("applied", "luid"), private))
    alone = Entry("b", DAY, None, "after", "Oogst", answers=(private,))
    assert highest(both, glass).text == "luid"
    assert highest(alone, glass).private


def test_all_five_levels_are_counted_beside_the_period_before(make, glass):
    """Empty levels are there, and without a period before there is no change."""
    now = [make("a", "2026-11-02", "x", "toegepast"), make("b", "2026-11-03", "y")]
    before = [make("c", "2026-08-02", "z", "toegepast"), make("d", "2026-08-02", "z", "beleving")]
    before += [make("e", "2026-08-03", "w"), make("f", "2026-08-04", "v")]
    counted, waiting = tallies(now, before, glass)
    assert [tally.level for tally in counted] == list(Level)
    assert [(tally.count, tally.change) for tally in counted] == [(0, -1), (0, 0), (1, 0), (0, 0), (0, 0)]
    assert (waiting.count, waiting.previous_count) == (1, 2)
    assert [tally.change for tally in tallies(now, None, glass)[0]] == [None] * 5


def test_the_titles_are_those_of_the_content(glass):
    """The review speaks of Potentiële waarde, as the handreiking does."""
    assert tallies([], None, glass)[0][1].title == "Potentiële waarde"


NOES = ("Nog niets", "Nee.", "Geen idee, nog niet!")


@pytest.mark.parametrize("no", NOES)
def test_an_answer_that_says_there_is_nothing_yet_is_no_yield(no, glass):
    """Whatever level stands with it: its question's, its own, or that of the entry as a whole."""
    answers = (
        Answer("applied", no),
        Answer("insight", no, value=Level.HERKADEREND),
        Answer("results", f"{no} Maar X."),
    )
    harvest = Entry("a", DAY, None, "after", "Oogst", answers=answers)
    assert levels(harvest, glass) == [("results", "gerealiseerd")]
    moment = Entry("b", DAY, None, "moment", "Moment", value=Level.TOEGEPAST, answers=(Answer("surprise", no),))
    assert yields(moment, glass) == [] == levels_of(moment, glass)
    assert highest(moment, glass) is None
    assert unweighed(moment._replace(value=None), glass) is None
    with_item = moment._replace(follow_ups=(FollowUp("follow_up", "Proberen"),))
    assert yields(with_item, glass) == []
    assert [answer.value for answer in counted(harvest, glass).answers] == [None, None, None]
    assert counted(moment, glass).value is None


def test_a_no_beside_something_takes_nothing_away(glass):
    """The entry's level is that of what it does say."""
    answers = (Answer("", "Nog niets", "Een"), Answer("", "Ik bel nu terug", "Twee"))
    entry = Entry("a", DAY, None, "", "", value=Level.TOEGEPAST, answers=answers)
    assert levels(entry, glass) == [("", "toegepast")]
    assert counted(entry, glass) == entry
    assert without_noes(entry, glass).answers == answers[1:]


def test_what_during_and_debrief_bring_counts(make, glass):
    """How it was and what was learned by their question, what it brought by the chosen level, the rest never."""
    told = {"experience": "Druk", "learned": "Zoeken op thema", "session": "Ja", "support": "Samen oefenen"}
    debrief = make("a", "2026-11-02", checklist="debrief", value="toegepast", answers=told)
    assert levels(debrief, glass) == [("experience", "beleving"), ("learned", "potentieel")]
    during = make("b", "2026-11-02", checklist="during", answers={"meeting": "Elke week", "interim": "Een dag minder"})
    assert yields(during, glass) == []
    assert unweighed(during, glass).question == "interim"
    chosen = (*during.answers[:1], during.answers[1]._replace(value=Level.GEREALISEERD))
    assert levels(during._replace(answers=chosen), glass) == [("interim", "gerealiseerd")]
    assert levels(during._replace(value=Level.TOEGEPAST), glass) == [("interim", "toegepast")]


def test_every_level_that_a_checklist_gives_goes_by_the_same_rule(glass):
    """No question of the handreiking makes yield of a no."""
    for (checklist, question), level in glass.levels.items():
        entry = Entry("a", DAY, None, checklist, "", answers=(Answer(question, "Nee, nog niet", value=level),))
        assert yields(entry, glass) == [], (checklist, question)
