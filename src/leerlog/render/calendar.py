"""The agenda as iCalendar (RFC 5545), for a person's own calendar; such as Outlook takes it (MS-OXCICAL)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from leerlog.documents.phrases import KIND_NAMES
from leerlog.domain.entry import ENDS, one_line
from leerlog.domain.text import visible

if TYPE_CHECKING:
    from leerlog.reports.calendar import Calendar, Event
    from leerlog.reports.method import Occasion

PRODUCT = "-//leerlog//agenda//NL"
ALARM = "PT9H"  # after the start of the day itself; Outlook takes it to be before it, and rings the afternoon before
FOLD = 74  # bytes of a line, of the 75 that it may have
_TEXT = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


class _Stamp(NamedTuple):
    """When the file was made: as iCalendar writes it, and in minutes, as the number of a version."""

    text: str
    version: int


def calendar_bytes(calendar: "Calendar", now: datetime) -> bytes:
    """The events, each a whole day in whatever time zone the reader is.

    So no event needs the rules of a time zone, and a weekly one stays on its
    day when the clock is changed.

    now: when this was made, in UTC. What was made later takes the place of
    what was made before, so that what was moved is moved.
    """
    stamp = _Stamp(f"{now:%Y%m%dT%H%M%SZ}", max(int(now.timestamp()) // 60, 0))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "METHOD:PUBLISH"]
    for event in calendar.events:
        lines += _event(event, stamp)
    for each in calendar.occasions:
        lines += _occasion(each, stamp)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def _event(event: "Event", stamp: _Stamp) -> Iterator[str]:
    return _lines(event.uid, event.item.due, _summary(event), _description(event), stamp)


def _occasion(each: "Occasion", stamp: _Stamp) -> Iterator[str]:
    # The name holds that of a course, which may be long; what it makes is the same every time.
    uid = f"{sha256(each.name.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}@leerlog"
    return _lines(uid, each.day, _safe(each.text), each.command, stamp, weekly=each.weekly)


def _lines(
    uid: str, day: date | None, summary: str, description: str, stamp: _Stamp, *, weekly: bool = False
) -> Iterator[str]:
    summary = summary.translate(_TEXT)
    yield "BEGIN:VEVENT"
    yield f"SUMMARY:{summary}"
    if day:
        yield f"DTSTART;VALUE=DATE:{_day(day)}"
        if day < day.max:
            yield f"DTEND;VALUE=DATE:{_day(day + timedelta(days=1))}"
    yield f"DTSTAMP:{stamp.text}"
    yield f"UID:{uid.translate(_TEXT)}"
    yield f"SEQUENCE:{stamp.version}"
    if weekly:
        yield "RRULE:FREQ=WEEKLY"
    yield "CLASS:PRIVATE"
    yield f"DESCRIPTION:{description.translate(_TEXT)}"
    yield f"LAST-MODIFIED:{stamp.text}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{summary}"
    yield f"TRIGGER:{ALARM}"
    yield "END:VALARM"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _folded(line: str) -> str:
    """The line in pieces that each begin with a space but for the first, and cut no character in two."""
    if len(line) <= FOLD and line.isascii():
        return line
    pieces, size = [""], 0
    for character in line:
        taken = len(character.encode())
        if size + taken > FOLD:
            pieces.append("")
            size = 0
        pieces[-1] += character
        size += taken
    return "\r\n ".join(pieces)


def _summary(event: "Event") -> str:
    """What it is, its course first: beside other appointments no more than this is seen."""
    item = event.item
    what = item.text if item.kind == "follow_up" else f"{KIND_NAMES[item.kind]}: {item.text}"
    what = f"{what} ({item.who})" if item.who else what
    return _safe(f"{item.course} · {what}" if item.course else what)


def _description(event: "Event") -> str:
    item = event.item
    asked = "Weet je het nu" if item.asks else ENDS[item.kind].capitalize()
    return event.command or f"{asked}? leerlog done {item.ref}"


def _safe(text: str) -> str:
    """On one line, without the control characters that iCalendar has no room for."""
    return visible(one_line(text))
