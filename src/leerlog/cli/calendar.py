"""The agenda as a file for a calendar program."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from leerlog import files
from leerlog.cli.context import Setting
from leerlog.cli.refs import TASKS
from leerlog.domain.dates import count
from leerlog.errors import UsageError
from leerlog.render.calendar import calendar_bytes
from leerlog.reports.calendar import build_calendar


def write_calendar(setting: Setting, output: str | None, force: bool) -> None:
    """Write the open items with a date as iCalendar, to stdout or to a file of the person's own."""
    entries, problems = setting.journal.read(marks=TASKS)
    calendar = build_calendar(entries, setting.today)
    data = calendar_bytes(calendar, datetime.combine(*setting.now).astimezone(UTC))
    if output is None or output == "-":
        sys.stdout.flush()
        # Its lines end in CR LF everywhere, whatever the system makes of a line's end.
        sys.stdout.buffer.write(data)
    else:
        _write_file(setting, Path(output), data, force)
        setting.confirm(f"{count(len(calendar.events), 'afspraak', 'afspraken')} met een datum in {output}")
    if calendar.undated:
        setting.tell(f"{count(calendar.undated, 'afspraak', 'afspraken')} zonder datum: niet in je agenda.")
    setting.warn(problems)


def _write_file(setting: Setting, path: Path, data: bytes, force: bool) -> None:
    """Write a file for its owner only; one that is there is replaced only when that was asked, and keeps its mode."""
    if files.real(path).parent == files.real(setting.journal.folder):
        raise UsageError(f"{path} staat in de map van je leerlog zelf. Kies een andere plek.")
    try:
        files.write(path, data, new=not force)
    except FileExistsError:
        raise UsageError(f"{path} is er al. Vervang het met --force, of kies een andere naam.") from None
