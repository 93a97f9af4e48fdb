from datetime import date

import pytest

from leerlog.domain.entry import FollowUp, dropped_result
from leerlog.reports.agenda import agreed, all_items, build_agenda, standing

TODAY = date(2026, 11, 23)


def day(text):
    return date.fromisoformat(text) if text else None


def item(text, due="", done="", kind="follow_up", ticked=False):
    return FollowUp(kind, text, "Anja", day(due), day(done), ticked or bool(done))


def texts(items):
    return [each.text for each in items]


def test_overdue_comes_first_then_by_date_then_without_a_date(make):
    """Whatever the order in the journal."""
    given = (item("later", "2026-12-07"), item("ooit"), item("te laat", "2026-11-01"), item("eerder", "2026-11-30"))
    agenda = build_agenda([make("a", "2026-10-02", follow_ups=given)], TODAY)
    assert texts(agenda.open) == ["te laat", "eerder", "later", "ooit"]
    assert [each.days for each in agenda.open] == [-22, 7, 14, None]
    assert [each.overdue for each in agenda.open] == [True, False, False, False]


def test_a_ref_is_the_entry_and_the_place_among_all_its_items(make):
    """Done items count, so that a ref stays what it was when another is ticked."""
    given = (item("a", done="2026-11-20"), item("b"), item("c", kind="obstacle"), item("d", kind="ask"))
    agenda = build_agenda([make("k3f9qa2b", "2026-10-02", follow_ups=given)], TODAY)
    assert [each.ref for each in agenda.open] == ["k3f9qa2b.2", "k3f9qa2b.3", "k3f9qa2b.4"]
    assert [each.ref for each in agenda.done] == ["k3f9qa2b.1"]


def test_only_what_was_done_of_late_is_shown_as_done_newest_first(make):
    """Fourteen days back; a box ticked on a day nobody noted is not recent."""
    given = (
        item("a", done="2026-11-09"),
        item("b", done="2026-11-08"),
        item("c", done="2026-11-20"),
        item("d", ticked=True),
    )
    assert texts(build_agenda([make("a", "2026-10-02", follow_ups=given)], TODAY).done) == ["c", "a"]


@pytest.mark.parametrize(
    ("result", "dropped"),
    [
        ("vervallen", True),
        ("Vervallen.", True),
        ("vervallen: geen tijd", True),
        ("Vervallen : geen: tijd", True),
        ("vervallen regels opgeruimd", False),
        ("geen tijd, dus vervallen", False),
        ("", False),
    ],
)
def test_what_was_dropped_says_so_first(make, result, dropped):
    """As `vervallen`, alone or with why behind a colon; and only of what was ticked."""
    given = (item("a", done="2026-11-20")._replace(result=result), item("b")._replace(result=result))
    ticked, waiting = all_items([make("a", "2026-10-02", follow_ups=given)], TODAY)
    assert (ticked.dropped, waiting.dropped) == (dropped, False)


@pytest.mark.parametrize("why", ["", "geen tijd", "vervallen", ": :", "zie: het plan"])
def test_what_is_dropped_reads_as_dropped(make, why):
    """Whatever the reason."""
    given = (item("a", done="2026-11-20")._replace(result=dropped_result(why)),)
    assert all_items([make("a", "2026-10-02", follow_ups=given)], TODAY)[0].dropped


def test_due_today_is_not_overdue(make):
    """The day itself is still in time."""
    found = build_agenda([make("a", "2026-10-02", follow_ups=(item("a", "2026-11-23"),))], TODAY).open[0]
    assert (found.days, found.overdue) == (0, False)


def test_agreed_is_what_was_open_when_the_period_began_or_made_in_the_one_before(make):
    """What was done long before, what is new, and what is no follow-up stay out."""
    old = make(
        "a",
        "2026-04-02",
        follow_ups=(
            item("nog open"),
            item("toen open", done="2026-10-05"),
            item("allang gedaan", done="2026-05-01"),
            item("ooit afgevinkt", ticked=True),
        ),
    )
    before = make("b", "2026-08-02", follow_ups=(item("gedaan", done="2026-08-09"), item("weg", kind="obstacle")))
    new = make("c", "2026-10-02", follow_ups=(item("nieuw"),))
    found = agreed(all_items([old, before, new], TODAY), date(2026, 10, 1), date(2026, 7, 1))
    assert texts(found) == ["nog open", "toen open", "gedaan"]


def test_obstacles_are_the_open_ones_up_to_the_end_and_those_resolved_since_the_start(make):
    """One resolved after the period was in the way during it."""
    given = (
        item("open", kind="obstacle"),
        item("weg in de periode", done="2026-10-08", kind="obstacle"),
        item("weg ervoor", done="2026-09-08", kind="obstacle"),
        item("weg erna", done="2027-01-08", kind="obstacle"),
    )
    entry = make("a", "2026-08-02", follow_ups=given)
    later = entry._replace(id="b", date=date(2027, 1, 2))
    found = standing(all_items([entry, later], TODAY), "obstacle", date(2026, 10, 1), date(2026, 12, 31))
    assert texts(found) == ["open", "weg in de periode", "weg erna"]
