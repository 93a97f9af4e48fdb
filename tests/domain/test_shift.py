"""Moving a journal in time."""

from datetime import date, time

from leerlog.domain.entry import Answer, Entry, FollowUp, id_month
from leerlog.domain.shift import shift

FIRST = Entry(
    "a1bcdefg", date(2026, 10, 30), time(9, 0), "moment", "Moment", answers=(Answer("surprise", "2026 was mooi"),)
)
SECOND = FIRST._replace(
    id="a2hjkmnp",
    date=date(2026, 11, 2),
    builds_on=("a1bcdefg", "zzzzzzzz"),
    answers=(Answer("start", "2026-11-09"),),
    follow_ups=(FollowUp("follow_up", "bellen", due=date(2026, 11, 6), done=date(2026, 11, 5), ticked=True),),
)


def test_every_date_moves_and_every_weekday_stays() -> None:
    """Of entries, items and answers that are a date; texts stay as they are."""
    first, second = shift([FIRST, SECOND], 10)
    assert (first.date, second.date) == (date(2027, 1, 8), date(2027, 1, 11))
    assert second.answers[0].text == "2027-01-18"
    assert (second.follow_ups[0].due, second.follow_ups[0].done) == (date(2027, 1, 15), date(2027, 1, 14))
    assert first.answers == FIRST.answers


def test_ids_follow_their_month_and_chains_hold() -> None:
    """What was built on is found again; what was not in the journal stays as it was."""
    first, second = shift([FIRST, SECOND], -20)
    assert id_month(first.id) == f"{first.date:%Y-%m}"
    assert second.builds_on == (first.id, "zzzzzzzz")
