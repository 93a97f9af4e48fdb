from datetime import UTC, date, datetime, timedelta

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.entry import Entry, FollowUp, one_line
from leerlog.domain.text import visible
from leerlog.render.calendar import calendar_bytes
from leerlog.reports.calendar import build_calendar
from leerlog.reports.method import Occasion, about, weekly
from leerlog.reports.rules import ContentRules
from tests.journal.strategies import texts

NOW = datetime(2026, 11, 23, 15, 42, tzinfo=UTC)
DUE = date(2026, 12, 7)


def made(*items, course="", occasions=(), now=NOW):
    entry = Entry("a2k3f9q2", date(2026, 11, 2), None, "moment", "Moment", course, follow_ups=items)
    return calendar_bytes(build_calendar([entry], now.date(), ContentRules())._replace(occasions=tuple(occasions)), now)


def events_of(data):
    return icalendar.Calendar.from_ical(data).walk("VEVENT")


def test_an_item_is_a_whole_day_with_an_alarm_at_nine():
    """Floating, so that it is that day wherever the reader is; it takes no time that others could want."""
    data = made(FollowUp("follow_up", "Bellen; met, Kees", "Anja", DUE), course="Woo-training").decode()
    for line in (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//leerlog//agenda//NL",
        "METHOD:PUBLISH",
        "DTSTART;VALUE=DATE:20261207",
        "DTEND;VALUE=DATE:20261208",
        "DTSTAMP:20261123T154200Z",
        "LAST-MODIFIED:20261123T154200Z",
        "SUMMARY:Woo-training · Bellen\\; met\\, Kees (Anja)",
        "DESCRIPTION:Gedaan? leerlog done a2k3f9q2.1",
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        "TRIGGER:PT9H",
    ):
        assert f"{line}\r\n" in data


def test_it_is_written_as_others_write_it():
    """A library that read it writes the same bytes: each property at its place, long lines folded between letters."""
    texts = (
        "kort",
        "Bellen; met, Kees\\n \\ en terug",
        "één lange zin met ‘tekens’ 漢字 😀 " * 9,
        "x" * 74,
        "x" * 66,
        "é" * 33,
    )
    items = (FollowUp("follow_up", text, "Noor, of Kees", DUE) for text in texts)
    data = made(*items, course="Woo; nog eens", occasions=[weekly(DUE)])
    assert icalendar.Calendar.from_ical(data).to_ical() == data


def test_the_same_journal_gives_the_same_bytes():
    """At the same minute."""
    items = (FollowUp("ask", "Samen?", due=DUE), FollowUp("obstacle", "Geen tijd", due=DUE))
    assert made(*items) == made(*items)
    assert b"SUMMARY:Vraag: Samen?" in made(*items)
    assert b"SUMMARY:Belemmering: Geen tijd" in made(*items)


@given(texts, texts, texts, st.dates())
def test_any_text_and_day_comes_through(text, who, course, due):
    """No line is longer than 75 bytes or cuts a letter, none begins a property of its own, and a reader finds both."""
    text, who = one_line(text) or "x", one_line(who)
    asked = Occasion(f"use-{course}", due, f"Wat heb je al gebruikt van {course}?", f"leerlog moment{about(course)}")
    data = made(FollowUp("follow_up", text, who, due), course=course, occasions=[asked])
    assert data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() == visible(line.decode()) for line in lines)
    first, second = events_of(data)
    for event in (first, second):
        assert event.decoded("dtstart") == due
        assert due == date.max or event.decoded("dtend") == due + timedelta(days=1)
        assert len(event.walk("VALARM")) == 1
    # The reader takes a byte order mark for one, wherever it stands.
    said = f"{text} ({who})" if who else text
    said = visible(one_line(f"{course} · {said}" if course else said)).replace("\ufeff", "")
    assert str(first["summary"]).replace("\ufeff", "") == said
    assert str(second["summary"]).replace("\ufeff", "") == visible(one_line(asked.text)).replace("\ufeff", "")
    assert first["uid"] != second["uid"]


def test_what_was_moved_is_the_same_event_in_a_later_version():
    """So that a calendar which knows it puts it on its new day, whatever it goes by."""
    (before,) = events_of(made(FollowUp("follow_up", "Bellen", "Anja", DUE)))
    later = NOW + timedelta(minutes=1)
    (after,) = events_of(made(FollowUp("follow_up", "Bellen", "Anja", DUE + timedelta(days=3)), now=later))
    assert after["uid"] == before["uid"]
    assert after["dtstart"].dt == before["dtstart"].dt + timedelta(days=3)
    for newer in ("dtstamp", "last-modified"):
        assert after[newer].dt > before[newer].dt
    assert before["sequence"] < after["sequence"] < 2**31


def test_the_weekly_question_stays_on_its_day_when_the_clock_changes():
    """It has no hour, and so no time zone of which the file would have to hold the rules."""
    data = made(occasions=[weekly(date(2026, 10, 20))])
    assert b"DTSTART;VALUE=DATE:20261023\r\nDTEND;VALUE=DATE:20261024\r\n" in data
    assert b"\r\nRRULE:FREQ=WEEKLY\r\n" in data
    assert b"TZID" not in data
    assert b"VTIMEZONE" not in data


def test_an_empty_calendar_is_one():
    """A reader can do with it."""
    assert icalendar.Calendar.from_ical(made()).walk("VEVENT") == []
