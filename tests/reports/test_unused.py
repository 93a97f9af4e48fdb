"""Courses of which nothing was used, and what stood in the way."""

from datetime import date

import pytest

from leerlog.domain.entry import FollowUp
from leerlog.domain.period import ALL, month_of, quarter_of
from leerlog.reports.review import build_review, review_for

TODAY = date(2026, 11, 23)
OCTOBER = month_of(date(2026, 10, 1))
COURSE = {"course": "Woo-training"}
MET, FORESEEN = FollowUp("obstacle", "Geen rechten", "Ruud"), FollowUp("obstacle", "Geen tijd")


def prepared(make, **more):
    """A preparation of a course of which the window ended on 23 October."""
    answers = {"start": "2026-10-05", "end": "2026-10-09"}
    return make("p", "2026-09-20", checklist="prepare", answers=answers, share=("team",), **COURSE, **more)


def unused(entries, rules, period=OCTOBER, today=TODAY):
    """What is unused of the entries' courses."""
    return build_review(entries, period, today, rules).unused


def test_a_course_is_unused_in_the_period_in_which_its_window_ended(make, rules):
    """Not before its last day has passed, and not in another period."""
    (found,) = unused([prepared(make)], rules)
    assert (found.course, found.until) == ("Woo-training", date(2026, 10, 23))
    assert unused([prepared(make)], rules, ALL)
    assert not unused([prepared(make)], rules, today=date(2026, 10, 23))
    assert not unused([prepared(make)], rules, month_of(TODAY))
    assert not unused([prepared(make)], rules._replace(window_days=30))


@pytest.mark.parametrize(("text", "value", "is_used"), [("iets", "toegepast", True), ("iets", "potentieel", False)])
def test_what_was_applied_makes_it_used_also_when_it_was_late(make, rules, text, value, is_used):
    """An idea is not applied, nor is a no, or what was done before it began."""
    late = make("a", "2026-11-20", text, value, **COURSE)
    early = make("b", "2026-10-04", text, "toegepast", **COURSE)
    no = make("c", "2026-11-20", "Nog niets", "toegepast", **COURSE)
    assert bool(unused([prepared(make), late, early, no], rules)) is not is_used


def test_what_stood_in_the_way_comes_with_it(make, rules):
    """What was foreseen apart from what was met; what was taken away before it began did not stand there."""
    gone = FollowUp("obstacle", "Geen laptop", done=date(2026, 10, 1), ticked=True)
    met = make("a", "2026-10-07", follow_ups=(MET, FollowUp("follow_up", "Oefenen")), **COURSE)
    (found,) = unused([prepared(make, follow_ups=(FORESEEN, gone)), met], rules)
    assert [(item.text, item.who) for item in found.obstacles] == [("Geen rechten", "Ruud")]
    assert [item.text for item in found.foreseen] == ["Geen tijd"]
    late = prepared(make, follow_ups=(FORESEEN,))._replace(date=date(2026, 10, 12))
    (found,) = unused([late], rules)
    assert (found.obstacles, [item.text for item in found.foreseen]) == ((), ["Geen tijd"])


def test_of_what_others_may_see_it_is_not_said(make, rules):
    """What is left out may have used it."""
    entries = [prepared(make), make("a", "2026-10-20", "iets", "toegepast", **COURSE)]
    assert not review_for("team", entries, entries, quarter_of(TODAY), TODAY, rules).unused
