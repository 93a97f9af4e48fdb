from datetime import date

from leerlog.domain.entry import Answer, Entry, FollowUp
from leerlog.domain.value import Level
from leerlog.reports.levels import highest, tallies, unweighed, yields

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
    """Moments, insights and hand-made entries are; a preparation and an answered harvest are not."""
    assert unweighed(make("a", "2026-11-02", "x"), glass)
    assert unweighed(make("b", "2026-11-02", checklist="", answers={"": "x"}), glass)
    assert unweighed(make("c", "2026-11-02", checklist="eigen", answers={"vraag": "x"}), glass)
    for planning in ("prepare", "during", "debrief", "design", "hill", "conditions"):
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
