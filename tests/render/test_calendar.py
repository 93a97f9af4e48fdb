from datetime import UTC, date, datetime, timedelta

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.entry import Entry, FollowUp, one_line
from leerlog.domain.text import visible
from leerlog.render.calendar import calendar_bytes
from leerlog.reports.calendar import build_calendar
from tests.journal.strategies import texts

NOW = datetime(2026, 11, 23, 15, 42, tzinfo=UTC)
DUE = date(2026, 12, 7)


def made(*items, course=""):
    entry = Entry("a2k3f9q2", date(2026, 11, 2), None, "moment", "Moment", course, follow_ups=items)
    return calendar_bytes(build_calendar([entry], NOW.date()), NOW)


def test_an_item_is_a_whole_day_with_an_alarm_at_nine():
    """Floating, so that it is that day wherever the reader is; it takes no time that others could want."""
    data = made(FollowUp("follow_up", "Bellen; met, Kees", "Anja", DUE), course="Woo-training").decode()
    for line in (
        "BEGIN:VCALENDAR",
        "PRODID:-//leerlog//agenda//NL",
        "DTSTART;VALUE=DATE:20261207",
        "DTEND;VALUE=DATE:20261208",
        "DTSTAMP:20261123T154200Z",
        "SUMMARY:Bellen\\; met\\, Kees (Anja)",
        "DESCRIPTION:Leertraject: Woo-training\\nGedaan? leerlog done a2k3f9q2.1",
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        "TRIGGER:PT9H",
    ):
        assert f"{line}\r\n" in data
    assert "METHOD" not in data


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
    data = made(*(FollowUp("follow_up", text, "Noor, of Kees", DUE) for text in texts), course="Woo; nog eens")
    assert icalendar.Calendar.from_ical(data).to_ical() == data


def test_the_same_journal_gives_the_same_bytes():
    """At the same minute."""
    items = (FollowUp("ask", "Samen?", due=DUE), FollowUp("obstacle", "Geen tijd", due=DUE))
    assert made(*items) == made(*items)
    assert b"SUMMARY:Vraag: Samen?" in made(*items)
    assert b"SUMMARY:Belemmering: Geen tijd" in made(*items)


@given(texts, texts, texts, st.dates())
def test_any_text_and_day_comes_through(text, who, course, due):
    """No line is longer than 75 bytes, none begins a property of its own, and a reader finds one event."""
    text, who = one_line(text) or "x", one_line(who)
    data = made(FollowUp("follow_up", text, who, due), course=course)
    assert data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not [line for line in lines for byte in line if byte < 0x20]
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert event.decoded("dtstart") == due
    assert due == date.max or event.decoded("dtend") == due + timedelta(days=1)
    # The reader takes a byte order mark for one, wherever it stands.
    said = visible(f"{text} ({who})" if who else text).replace("\ufeff", "")
    assert str(event["summary"]).replace("\ufeff", "") == said
    assert len(event.walk("VALARM")) == 1


def test_an_empty_calendar_is_one():
    """A reader can do with it."""
    assert icalendar.Calendar.from_ical(made()).walk("VEVENT") == []
