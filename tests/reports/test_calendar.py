from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.entry import Entry, FollowUp
from leerlog.reports.calendar import build_calendar
from leerlog.reports.rules import ContentRules

TODAY = date(2026, 11, 23)
DUE = date(2026, 12, 7)
ENTRY = Entry("a2k3f9q2", date(2026, 11, 2), None, "moment", "Moment")

words = st.sampled_from(["Bellen", "bellen ", "Mailen", "Lezen"])
items = st.builds(
    FollowUp,
    st.sampled_from(["follow_up", "ask"]),
    words,
    st.sampled_from(["", "Anja"]),
    st.none() | st.just(DUE),
    done=st.none(),
    ticked=st.just(False),
    result=st.just(""),
    private=st.just(False),
)


def uids(*given_items, entry=ENTRY):
    events = build_calendar([entry._replace(follow_ups=given_items)], TODAY, ContentRules()).events
    return [event.uid for event in events]


def test_only_open_items_with_a_date_are_events():
    """The others are counted, or done."""
    given_items = (
        FollowUp("follow_up", "later", due=date(2026, 12, 8)),
        FollowUp("follow_up", "ooit"),
        FollowUp("obstacle", "te laat", due=date(2026, 11, 1)),
        FollowUp("ask", "gedaan", due=DUE, done=DUE, ticked=True),
    )
    calendar = build_calendar([ENTRY._replace(follow_ups=given_items)], TODAY, ContentRules())
    assert [event.item.text for event in calendar.events] == ["te laat", "later"]
    assert calendar.undated == 1


def test_a_name_stays_when_day_person_or_spelling_changes():
    """So that the calendar moves the event instead of getting a second one."""
    item = FollowUp("follow_up", "Anja bellen", "Noor", DUE)
    (name,) = uids(item)
    assert name.startswith("a2k3f9q2-")
    assert name.endswith("@leerlog")
    for same in (item._replace(due=TODAY), item._replace(who="Kees"), item._replace(text="anja  Bellen", result="x")):
        assert uids(same) == [name]
    for other in (item._replace(text="Kees bellen"), item._replace(kind="ask")):
        assert uids(other) != [name]
    assert uids(item, entry=ENTRY._replace(id="a2000000")) != [name]


@given(st.lists(items, max_size=6), st.randoms())
def test_names_differ_and_do_not_depend_on_the_order(given_items, dice):
    """However the items are put, the calendar holds the same events, each once."""
    names = uids(*given_items)
    assert len(set(names)) == len(names) == sum(item.due is not None for item in given_items)
    dated = [item for item in given_items if item.due]
    shuffled = list(dated)
    dice.shuffle(shuffled)
    assert sorted(uids(*shuffled)) == sorted(uids(*dated))


def test_ticking_one_of_two_equal_items_leaves_the_name_of_the_other():
    """Done items count."""
    item = FollowUp("follow_up", "Bellen", due=DUE)
    first, second = uids(item, item)
    assert second == first.replace("@", "-2@")
    assert uids(item._replace(ticked=True), item) == [second]
