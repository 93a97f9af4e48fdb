from datetime import date, time

from leerlog.domain.entry import FollowUp
from leerlog.reports.today import build_today

TODAY = date(2026, 11, 10)


def commands(entries, rules, today=TODAY):
    return [each.command for each in build_today(entries, today, rules).suggestions]


def course(make, name="Woo-training", end="2026-11-06"):
    answers = {"start": "2026-11-02", "end": end}
    return make("p", "2026-10-15", checklist="prepare", course=name, answers=answers)


def test_an_empty_journal_asks_for_a_first_moment(rules):
    """And offers the demo."""
    today = build_today([], TODAY, rules)
    assert today.last is None
    assert commands([], rules) == ["leerlog moment", "leerlog demo"]


def test_an_open_window_is_shown_and_comes_first(make, rules):
    """What is still to be applied can't wait."""
    today = build_today([course(make)], TODAY, rules)
    assert [each.window for each in today.windows] == [date(2026, 11, 20)]
    assert today.suggestions[0].command == 'leerlog moment --course "Woo-training" --value toegepast'


def test_a_finished_course_without_a_harvest_is_suggested(make, rules):
    """Once its window is closed."""
    applied = make("a", "2026-11-10", "iets", "toegepast", course="Woo-training")
    assert commands([course(make), applied], rules)[0] == 'leerlog after "Woo-training"'
    assert 'leerlog after "Woo-training"' not in commands([course(make)], rules)


def test_who_says_that_there_is_nothing_yet_is_asked_what_stands_in_the_way(make, rules):
    """While the window is open and after it; not any more once an obstacle was noted."""
    add = 'leerlog agenda --add --kind belemmering --course "Woo-training"'
    no = make("a", "2026-11-09", checklist="after", course="Woo-training", answers={"applied": "Nog niets"})
    assert commands([course(make), no], rules)[0] == add
    assert add in commands([course(make), no], rules, date(2026, 12, 1))
    told = no._replace(follow_ups=(FollowUp("obstacle", "Geen rechten"),))
    for day in (TODAY, date(2026, 12, 1)):
        assert add not in commands([course(make), told], rules, day)
    applied = make("b", "2026-11-10", "iets", "toegepast", course="Woo-training")
    assert add not in commands([course(make), no, applied], rules)


def test_a_lapsed_window_asks_what_stood_in_the_way(make, rules):
    """Beside the harvest; not of what lies a season back."""
    asked = [each.text for each in build_today([course(make)], date(2026, 11, 21), rules).suggestions]
    assert any("Wat stond in de weg?" in text for text in asked)
    assert 'leerlog after "Woo-training"' in commands([course(make)], rules, date(2026, 11, 21))
    late = [each.text for each in build_today([course(make)], date(2027, 3, 1), rules).suggestions]
    assert not any("in de weg" in text for text in late)


def test_the_moment_is_asked_for_once_a_day(make, rules):
    """Not any more when there is one."""
    yesterday = make("a", "2026-11-09", "iets", "beleving")
    assert commands([yesterday], rules) == ["leerlog moment"]
    assert commands([yesterday, yesterday._replace(id="b", date=TODAY)], rules) == []


def test_due_and_soon_are_apart_and_later_is_left_to_the_agenda(make, rules):
    """Today belongs to what is due."""
    dues = ["2026-11-01", "2026-11-10", "2026-11-17", "2026-11-18"]
    items = tuple(FollowUp("follow_up", due, due=date.fromisoformat(due)) for due in dues)
    today = build_today([make("a", "2026-10-09", "iets", "beleving", follow_ups=items)], TODAY, rules)
    assert [item.text for item in today.due] == dues[:2]
    assert [item.text for item in today.soon] == dues[2:3]
    assert "leerlog done a.1" in commands([make("a", "2026-10-09", "iets", "beleving", follow_ups=items)], rules)


def test_what_is_late_is_named_by_its_own_words(make, rules):
    """And by its course where both have room."""
    long = "Aan de omgevingsdienst vragen wie de afspraken over termijnen bewaakt"
    others = FollowUp("follow_up", "Bellen", due=TODAY)  # in another course too, so that each is told with its own
    for text, told in (
        ("Bellen", "Woo-training · Bellen"),
        (long, "Aan de omgevingsdienst vragen wie de afspraken over…"),
    ):
        late = FollowUp("follow_up", text, due=date(2026, 11, 1))
        entries = [make("a", "2026-10-09", "iets", course="Woo-training", follow_ups=(late,))]
        entries += [make("b", "2026-10-09", "iets", course="Zaken", follow_ups=(late._replace(due=None), others))]
        (asked,) = (each.text for each in build_today(entries, TODAY, rules).suggestions if "al gedaan" in each.text)
        assert asked.startswith(f"Is dit al gedaan? {told}"), asked


def test_the_last_entry_is_the_newest_that_is_not_in_the_future(make, rules):
    """Of one day the latest; what is dated later has not been written yet."""
    morning = make("a", "2026-11-10", "iets")
    evening = morning._replace(id="b", time=time(17))
    assert build_today([evening, morning, make("c", "2026-12-01", "iets")], TODAY, rules).last.id == "b"


def test_stuck_and_unweighed_look_back_three_months(make, rules):
    """What lies longer is for a review."""
    entries = [
        make("a", "2026-07-01", "oud", "potentieel"),
        make("b", "2026-10-01", "idee", "potentieel"),
        make("c", "2026-10-02", "iets"),
        make("d", "2026-07-02", "iets"),
    ]
    today = build_today(entries, TODAY, rules)
    assert [each.entry for each in today.stuck] == ["b"]
    assert today.unweighed == 1


def test_the_end_of_a_quarter_suggests_a_review(make, rules):
    """In its last two weeks."""
    note = make("a", "2026-12-20", "iets", "beleving")
    assert "leerlog review --quarter" in commands([note], rules, date(2026, 12, 20))
    assert "leerlog review --quarter" not in commands([note], rules, date(2026, 12, 10))


def test_there_are_never_more_than_seven_suggestions(sample, make, rules):
    """However much is open, and the most urgent come first."""
    for entry in sample:
        assert len(build_today(sample, entry.date, rules).suggestions) <= 7
    many = [course(make, f"Cursus {number}") for number in range(9)]
    ranks = [each.rank for each in build_today([*sample, *many], TODAY, rules).suggestions]
    assert len(ranks) == 7
    assert ranks == sorted(ranks)
