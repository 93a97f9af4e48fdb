"""The agenda as iCalendar (RFC 5545), for a person's own calendar."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from leerlog.documents.phrases import KIND_NAMES
from leerlog.domain.entry import ENDS, one_line
from leerlog.domain.text import visible

if TYPE_CHECKING:
    import icalendar

    from leerlog.reports.calendar import Calendar, Event

PRODUCT = "-//leerlog//agenda//NL"
ALARM = timedelta(hours=9)  # after the start of the day itself


def calendar_bytes(calendar: "Calendar", now: datetime) -> bytes:
    """The events, each a whole day in whatever time zone the reader is.

    now: when this was made, in UTC.
    """
    import icalendar

    made = icalendar.Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    for event in calendar.events:
        made.add_component(_event(event, now))
    return bytes(made.to_ical())


def _event(event: "Event", now: datetime) -> "icalendar.Event":
    import icalendar

    item = event.item
    made = icalendar.Event()
    made.add("uid", event.uid)
    made.add("dtstamp", now)
    made.add("summary", _summary(event))
    made.add("description", _description(event))
    if item.due:
        made.add("dtstart", item.due)
        if item.due < item.due.max:
            made.add("dtend", item.due + timedelta(days=1))
    made.add("transp", "TRANSPARENT")
    made.add("class", "PRIVATE")
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _summary(event))
    alarm.add("trigger", ALARM)
    made.add_component(alarm)
    return made


def _summary(event: "Event") -> str:
    item = event.item
    what = item.text if item.kind == "follow_up" else f"{KIND_NAMES[item.kind]}: {item.text}"
    return _safe(f"{what} ({item.who})" if item.who else what)


def _description(event: "Event") -> str:
    item = event.item
    course = [f"Leertraject: {_safe(item.course)}"] if item.course else []
    return "\n".join([*course, f"{ENDS[item.kind].capitalize()}? leerlog done {item.ref}"])


def _safe(text: str) -> str:
    """On one line, without the control characters that iCalendar has no room for."""
    return visible(one_line(text))
