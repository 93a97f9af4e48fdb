from datetime import date, timedelta

import pytest

from leerlog.domain.entry import Answer, FollowUp
from leerlog.reports.courses import build_courses
from leerlog.reports.method import dates
from leerlog.reports.today import build_today

START, END = date(2026, 11, 2), date(2026, 11, 20)
TALK = "Bespreken met je leidinggevende"


def item(text, due=None, kind="follow_up", **more):
    return FollowUp(kind, text, due=date.fromisoformat(due) if due else None, **more)


def prepared(make, *items, task="Drie verzoeken", name="Woo-training"):
    answers = {"start": START.isoformat(), "end": END.isoformat(), "assignment": task}
    return make("p", "2026-10-01", checklist="prepare", course=name, answers=answers, follow_ups=items)


def asked(entries, rules, day):
    """What is asked on a day: the commands, each with its words."""
    on = date.fromisoformat(day) if isinstance(day, str) else day
    return {each.command: each.text for each in build_today(entries, on, rules).suggestions}


def test_on_the_day_of_a_talk_the_sheet_comes_first(make, rules):
    """It is told once: there, and not also among what is due."""
    entries = [prepared(make, item(TALK, "2026-10-28", who="Marjan"))]
    today = build_today(entries, date(2026, 10, 28), rules)
    first = today.suggestions[0]
    assert first.text == "Vandaag bespreek je Woo-training met Marjan."
    assert first.command == 'leerlog sheet "Woo-training"'
    assert not today.due
    assert 'leerlog sheet "Woo-training"' not in asked(entries, rules, "2026-10-27")


def test_how_it_goes_is_a_talk_as_well(make, rules):
    """With whom was named; nobody is made up."""
    for who, text in (("", "met Woo-training."), ("Noor", "met Woo-training, met Noor.")):
        entries = [prepared(make, item("Bespreken hoe het gaat", "2026-11-10", who=who))]
        told = asked(entries, rules, "2026-11-10")['leerlog sheet "Woo-training"']
        assert told == f"Vandaag bespreek je hoe het gaat {text}"


def test_the_trainer_gets_a_sheet_as_well(make, rules):
    """On the day that the question for learning is shared with whoever gives the course."""
    entries = [prepared(make, item("Leervraag delen met de trainer of begeleider", "2026-10-30", who="Henk"))]
    told = asked(entries, rules, "2026-10-30")
    text = "Vandaag deel je je leervraag van Woo-training met Henk."
    assert told['leerlog sheet "Woo-training" --for trainer'] == text


def test_before_a_course_its_task_and_its_talk_are_asked_for(make, rules):
    """In the two weeks before it begins: what is not arranged, and what was not agreed at all."""
    task = item("Drie verzoeken", "2026-11-05")
    told = asked([prepared(make, task)], rules, "2026-10-25")
    assert told["leerlog done p.1"].startswith("Woo-training begint over 8 dagen. Is je klus al geregeld?")
    assert 'leerlog sheet "Woo-training"' in told
    assert 'leerlog agenda --add --course "Woo-training"' in asked([prepared(make, task="")], rules, "2026-10-25")
    assert not asked([prepared(make, task)], rules, "2026-10-18").keys() & told.keys() - {"leerlog moment"}


def test_what_is_arranged_is_not_asked_for(make, rules):
    """A task that was done, a talk that has its day."""
    done = (item("Drie verzoeken", done=date(2026, 10, 20), ticked=True), item(TALK, "2026-11-01"))
    assert asked([prepared(make, *done)], rules, "2026-10-25").keys() == {"leerlog moment"}


def test_after_a_meeting_it_is_told_to_those_who_stayed(make, rules):
    """In the week after the beginning and every meeting, until it was told."""
    debrief, during = 'leerlog debrief "Woo-training"', 'leerlog during "Woo-training"'
    course = prepared(make)
    assert debrief not in asked([course], rules, START)
    assert debrief in asked([course], rules, "2026-11-03")
    assert debrief not in asked([course], rules, "2026-11-10")
    told = make("d", "2026-11-03", checklist="debrief", course="Woo-training", answers={"yield": "Iets"})
    assert debrief not in asked([course, told], rules, "2026-11-04")
    met = make("m", "2026-11-11", checklist="during", course="Woo-training", answers={"needed": "Iets"})
    assert debrief in asked([course, told, met], rules, "2026-11-12")
    assert during not in asked([course, told, met], rules, "2026-11-12")


@pytest.mark.parametrize("start", [END, END - timedelta(2), START])
def test_after_its_last_meeting_a_course_is_told_to_those_who_stayed(make, rules, start):
    """Also of a course of one day; one of a few days is told once, and one that was harvested no more."""
    debrief = 'leerlog debrief "Woo-training"'
    answers = {"start": start.isoformat(), "end": END.isoformat()}
    course = make("p", "2026-10-01", checklist="prepare", course="Woo-training", answers=answers)
    for days, there in ((0, start not in (END, START)), (1, True), (7, True), (8, False)):
        assert (debrief in asked([course], rules, END + timedelta(days))) is there
    told = make("d", END.isoformat(), checklist="debrief", course="Woo-training", answers={"learned": "Iets"})
    assert debrief not in asked([course, told], rules, END + timedelta(1))
    early = told._replace(date=END - timedelta(1))
    assert (debrief in asked([course, early], rules, END + timedelta(1))) is (start in (END, START))
    done = make("h", (END + timedelta(1)).isoformat(), checklist="after", course="Woo-training", answers={"x": "Iets"})
    assert debrief not in asked([course, done], rules, END + timedelta(2))


def test_a_course_that_runs_is_looked_at_every_two_weeks(make, rules):
    """From its first day to its last, while nobody did so."""
    during = 'leerlog during "Woo-training"'
    for day in (START, END):
        assert during in asked([prepared(make)], rules, day)
    for day in (START - timedelta(1), END + timedelta(1)):
        assert during not in asked([prepared(make)], rules, day)


@pytest.mark.parametrize("days", [1, 7, 14])
def test_in_the_window_it_is_asked_what_was_used(make, rules, days):
    """On day 1, 7 and 14, and after it as long as nothing was written since."""
    command = 'leerlog moment --course "Woo-training" --value toegepast'
    day = END + timedelta(days)
    entries = [prepared(make), make("m", (day - timedelta(1)).isoformat(), "Iets", course="Woo-training")]
    assert asked(entries, rules, day)[command] == "Wat heb je al gebruikt van Woo-training?"
    entries.append(make("n", day.isoformat(), "Ik ging ermee zitten", course="Woo-training"))
    assert command not in asked(entries, rules, day)


def test_the_plan_is_shown_every_day_of_the_window(make, rules):
    """Until it is ticked, and not before or after it."""
    plan = "Als er een verzoek op thema komt, dan zoek ik eerst met Noor"
    entry = prepared(make, item(plan))
    entry = entry._replace(answers=(*entry.answers, Answer("apply", plan)))
    for days, there in ((0, False), (1, True), (5, True), (14, True), (15, False)):
        told = asked([entry], rules, END + timedelta(days))
        assert (told.get("leerlog done plan") == plan) is there
    ticked = entry._replace(follow_ups=(item(plan, done=END + timedelta(1), ticked=True),))
    assert "leerlog done plan" not in asked([ticked], rules, END + timedelta(5))


def test_a_lapsed_window_asks_for_an_obstacle_and_the_harvest(make, rules):
    """The first before the second; both stay open for a season."""
    told = list(asked([prepared(make)], rules, END + timedelta(15)))
    stopped, harvest = 'leerlog agenda --add --kind belemmering --course "Woo-training"', 'leerlog after "Woo-training"'
    assert told.index(stopped) < told.index(harvest)
    assert not {stopped, harvest} & asked([prepared(make)], rules, END + timedelta(93)).keys()


def test_an_interim_look_is_asked_for_from_its_day_on(make, rules):
    """Beside what was expected, until it is ticked; it stands not among what is due as well."""
    look = prepared(make, item("Tussentijds kijken wat het oplevert", "2026-11-10"))
    look = look._replace(answers=(*look.answers, Answer("results", "Een dag\nminder")))
    command = "leerlog done p.1"
    assert command not in asked([look], rules, "2026-11-09")
    told = asked([look], rules, "2026-11-12")[command]
    assert told == "Kijk wat Woo-training tot nu toe oplevert. Je verwachtte: Een dag minder"
    assert not build_today([look], date(2026, 11, 12), rules).due


def test_what_a_harvest_still_expects_is_looked_at_on_its_day(make, rules):
    """Beside what was expected then, until it is ticked."""
    look = item("20 dagen", "2026-12-20")
    answers = {"expected": "20 dagen"}
    harvest = make("h", "2026-12-05", checklist="after", course="Woo-training", answers=answers, follow_ups=(look,))
    course = prepared(make)
    told = asked([course, harvest], rules, "2026-12-20")["leerlog done h.1"]
    assert told == "Kijk wat Woo-training tot nu toe oplevert. Je verwachtte: 20 dagen"
    seen = harvest._replace(follow_ups=(look._replace(done=date(2026, 12, 21), ticked=True, result="21 dagen"),))
    assert "leerlog done h.1" not in asked([course, seen], rules, "2026-12-22")


def test_ninety_days_after_a_waardecheck_comes_the_next(make, rules):
    """Of the last of them, and not any more after a year."""
    entries = [make(name, day, checklist="waardecheck") for name, day in (("a", "2026-01-05"), ("b", "2026-03-02"))]
    due = date(2026, 3, 2) + timedelta(90)
    assert "leerlog waardecheck" not in asked(entries, rules, due - timedelta(1))
    assert "90 dagen geleden" in asked(entries, rules, due)["leerlog waardecheck"]
    assert "leerlog waardecheck" not in asked(entries, rules, date(2027, 3, 3))


def test_a_calendar_gets_the_days_that_are_still_to_come(make, rules):
    """Under the same names whenever it is asked; nothing of what was used or harvested already."""
    meeting = make("w", "2026-10-05", checklist="waardecheck")

    def found(day, *more):
        entries = [meeting, prepared(make), *more]
        courses = build_courses(entries, day, rules)
        return [(each.name, each.day.isoformat()) for each in dates(entries, courses, day, rules)]

    every = [
        ("debrief-wootraining", "2026-11-21"),
        ("use-1-wootraining", "2026-11-21"),
        ("use-7-wootraining", "2026-11-27"),
        ("use-14-wootraining", "2026-12-04"),
        ("after-wootraining", "2026-12-05"),
        ("waardecheck", "2027-01-03"),
    ]
    assert found(date(2026, 10, 10)) == every
    assert found(date(2026, 11, 27)) == every[2:]
    told = make("d", "2026-11-20", checklist="debrief", course="Woo-training")
    assert found(date(2026, 11, 20), told) == every[1:]
    used = make("u", "2026-11-22", "Anders gedaan", "toegepast", course="Woo-training")
    assert found(date(2026, 11, 23), used) == every[4:]
