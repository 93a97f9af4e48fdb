"""The agenda as a file for a calendar program."""

from datetime import UTC, datetime

from leerlog.app.finding import TASKS
from leerlog.app.setting import Setting
from leerlog.cli.out import Out, What
from leerlog.domain.dates import count
from leerlog.render.calendar import calendar_bytes
from leerlog.reports.calendar import build_calendar


def write_calendar(setting: Setting, out: Out) -> None:
    """Write the open items with a date as iCalendar, to stdout or to a file of the person's own."""
    entries, problems = setting.journal.read(marks=TASKS)
    calendar = build_calendar(entries, setting.today)
    number = len(calendar.events)
    told = f"{count(number, 'afspraak', 'afspraken')} met een datum"
    what = What(told, "hem") if number == 1 else What(told, "ze", "staan")
    out.send(setting, calendar_bytes(calendar, datetime.combine(*setting.now).astimezone(UTC)), what)
    if calendar.undated:
        setting.tell(f"{count(calendar.undated, 'afspraak', 'afspraken')} zonder datum: niet in je agenda.")
    setting.warn(problems)
