from datetime import date

import pytest

from leerlog.domain.course import key, phase_of, window_end
from leerlog.domain.entry import FollowUp
from leerlog.reports.courses import build_course, build_courses

START, END = "2026-11-02", "2026-11-06"


def prepared(make, day="2026-10-15", start=START, end=END, **more):
    answers = {"start": start, "end": end, "results": "een dag minder"}
    return make("p", day, checklist="prepare", course="Woo-training", answers=answers, **more)


def at(entries, day, rules):
    return build_course(entries, date.fromisoformat(day), rules)


@pytest.mark.parametrize(
    ("day", "phase", "window"),
    [
        ("2026-11-01", "gepland", None),
        ("2026-11-02", "bezig", None),
        ("2026-11-06", "bezig", None),
        ("2026-11-07", "afgerond", "2026-11-20"),
        ("2026-11-20", "afgerond", "2026-11-20"),
        ("2026-11-21", "afgerond", None),
    ],
)
def test_a_course_goes_from_planned_to_finished_with_two_weeks_to_apply_it(make, rules, day, phase, window):
    """The window opens the day after the end, and its last day is the fourteenth."""
    course = at([prepared(make)], day, rules)
    assert (course.phase, str(course.window or "") or None) == (phase, window)
    assert course.expected == "een dag minder"


def test_the_window_closes_with_the_first_application_after_the_start(make, rules):
    """Something applied before the course began does not count, nor does a potential."""
    early = make("a", "2026-10-20", "iets", "toegepast", course="Woo-training")
    idea = make("b", "2026-11-08", "iets", "potentieel", course="Woo-training")
    applied = make("c", "2026-11-10", "iets", "gerealiseerd", course="Woo-training")
    assert at([prepared(make), early, idea], "2026-11-10", rules).window
    course = at([prepared(make), early, idea, applied], "2026-11-10", rules)
    assert (course.window, course.applied) == (None, date(2026, 11, 10))


def test_a_harvest_makes_it_harvested_and_a_new_preparation_begins_again(make, rules):
    """A course of every year has a harvest every year."""
    harvest = make("h", "2026-11-19", checklist="after", course="Woo-training", answers={"experience": "fijn"})
    assert at([prepared(make), harvest], "2026-11-23", rules).phase == "geoogst"
    again = prepared(make, day="2027-10-01", start="2027-11-01", end="2027-11-05")
    course = at([prepared(make), harvest, again], "2027-10-02", rules)
    assert (course.phase, course.start, course.reaped) == ("gepland", date(2027, 11, 1), None)


def test_dates_in_words_or_that_do_not_exist_are_no_dates(make, rules):
    """Somebody may have changed them by hand."""
    for text in ("volgende week", "2026-02-31", ""):
        course = at([prepared(make, start=text, end=text)], "2026-11-23", rules)
        assert (course.start, course.end, course.phase) == (None, None, "gepland")


@pytest.mark.parametrize(
    ("done", "result", "applied"),
    [
        (date(2026, 11, 9), "Ik belde eerst", date(2026, 11, 9)),
        (date(2026, 11, 9), "vervallen: geen verzoek", None),
        (date(2026, 10, 30), "", None),
        (None, "", None),
    ],
)
def test_a_plan_that_was_done_is_an_application(make, rules, done, result, applied):
    """Since the course began, and not when it was dropped; then nothing stood in the way."""
    plan = FollowUp("follow_up", "Als er een verzoek komt, dan bel ik", done=done, ticked=bool(done), result=result)
    answers = {"start": START, "end": END, "apply": plan.text}
    entry = make("p", "2026-10-15", checklist="prepare", course="Woo-training", answers=answers, follow_ups=(plan,))
    course = at([entry], "2026-11-21", rules)
    assert course.applied == applied
    assert course.lapsed(date(2026, 11, 21)) == (applied is None)
    assert at([entry], "2026-11-08", rules).applied is None


def test_a_course_that_is_only_named_is_under_way(make, rules):
    """A moment about it says that it has begun."""
    assert at([make("a", "2026-11-02", "iets", course="Cursus")], "2026-11-23", rules).phase == "bezig"


def test_a_name_is_matched_however_it_is_written_and_shown_as_written_last(make, rules):
    """Case, accents and spaces don't make another course."""
    entries = [
        make("a", "2026-11-02", "iets", course="Café  Digitaal"),
        make("b", "2026-11-03", "y", course="cafe digitaal"),
    ]
    (course,) = build_courses(entries, date(2026, 11, 23), rules)
    assert (course.name, course.entries) == ("cafe digitaal", ("a", "b"))
    assert key("É") == key("e")


def test_the_last_hill_score_counts_what_was_scored(make, rules):
    """Two principles of three points each: 4 of 6; a principle that was skipped is no zero."""
    first = make("a", "2026-10-01", checklist="hill", course="C", answers={"urgency": "1"})
    last = make("b", "2026-10-09", checklist="hill", course="C", answers={"urgency": "3 heel", "ownership": "1"})
    course = at([first, last], "2026-11-23", rules)
    assert (course.hill, course.hill_most) == (4, 6)
    assert at([make("c", "2026-10-01", "iets", course="C")], "2026-11-23", rules).hill is None


def test_courses_come_by_phase(make, rules):
    """Under way first, then what is to be harvested, what is planned, what is done."""

    def course(name, start, end, *more):
        answers = {"start": start, "end": end}
        return [make(name, "2026-01-01", checklist="prepare", course=name, answers=answers), *more]

    entries = [
        *course("gepland", "2027-01-01", "2027-01-02"),
        *course("geoogst", START, END, make("h", "2026-11-09", checklist="after", course="geoogst")),
        *course("afgerond", START, END),
        *course("bezig", START, "2026-12-01"),
    ]
    found = build_courses(entries, date(2026, 11, 23), rules)
    assert [each.name for each in found] == ["bezig", "afgerond", "gepland", "geoogst"]


def test_the_calendar_ends_without_a_crash():
    """A window at the end of time is cut off there."""
    assert window_end(date.max) == date.max
    assert phase_of(None, None, date.max, begun=False, reaped=False) == "gepland"


def test_a_no_closes_no_window_and_is_no_harvest(make, rules):
    """The window stays open, and the harvest is still to come; with one answer that says something it is one."""

    def harvest(**answers):
        return make("h", "2026-11-09", checklist="after", course="Woo-training", answers=answers)

    nothing = harvest(applied="Nog niets", results="Nee", others="geen idee")
    course = at([prepared(make), nothing], "2026-11-10", rules)
    assert (course.window, course.applied, course.reaped, course.phase) == (date(2026, 11, 20), None, None, "afgerond")
    assert at([prepared(make), harvest(applied="Nog niets", experience="Fijn")], "2026-11-10", rules).phase == "geoogst"
    assert at([prepared(make), harvest(upkeep="Samen oefenen")], "2026-11-10", rules).phase == "geoogst"
    assert at([prepared(make), harvest(applied="Nee zeggen tegen een overleg")], "2026-11-10", rules).window is None
