"""Who benefits, and which plans are open, as entries say it."""

from datetime import date

from leerlog.domain.entry import Answer, Entry, FollowUp
from leerlog.library.content import load_checklist
from leerlog.reports.agenda import open_plans
from leerlog.reports.benefits import QUESTION, WHO, Benefit, count_benefits

TODAY = date(2026, 11, 23)
NOTE = Entry("a2k3f9q2", TODAY, None, "after", "Oogst")


def test_everybody_who_may_benefit_is_counted_also_when_nobody_names_them() -> None:
    """A note counts once for each that it names; who is named nowhere is there with nothing."""
    notes = [NOTE._replace(answers=(Answer(QUESTION, text),)) for text in ("team, burger", "team", "weet ik niet")]
    assert count_benefits(notes) == (
        Benefit("team", "het team", 2),
        Benefit("organisatie", "de organisatie", 0),
        Benefit("burger", "de burger", 1),
        Benefit("netwerk", "het netwerk", 0),
    )
    assert count_benefits([NOTE]) == ()


def test_the_questions_offer_exactly_those_who_are_counted() -> None:
    """The choices in the content are the four that the review counts, in the same words."""
    for name in ("after", "insights", "waardecheck"):
        asked = next(question for question in load_checklist(name).questions if question.id == QUESTION)
        assert dict(asked.choices) == WHO
        assert asked.several


def test_a_plan_is_open_until_it_is_ticked() -> None:
    """Plans stand with their course and a name to tick them by."""
    plan = FollowUp("follow_up", "Als Noor belt, zoek ik mee.")
    made = NOTE._replace(checklist="prepare", course="Woo", answers=(Answer("apply", plan.text),), follow_ups=(plan,))
    (item,) = open_plans([NOTE, made], TODAY)
    assert (item.ref, item.course, item.text) == ("a2k3f9q2.1", "Woo", plan.text)
    assert open_plans([made._replace(follow_ups=(plan._replace(done=TODAY, ticked=True),))], TODAY) == ()
