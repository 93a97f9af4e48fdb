"""A sample journal to look around in, as if it were written up to today."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

from leerlog.app.setting import Setting
from leerlog.domain.entry import shift
from leerlog.domain.period import Period, parse_period, quarter_of
from leerlog.journal.store import Journal

# The day on which the sample is told, as its follow-ups and courses stand.
SAMPLE_DAY = date(2026, 12, 4)
# Earlier in a quarter there is more to see in the one before.
EARLY_DAYS = 35


def sample_folder() -> Path:
    """Where the sample is: in the installed package, or in the source tree of an editable install."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "sample"
    return installed if installed.is_dir() else package.parents[1] / "tests" / "journals" / "sample"


def open_sample(setting: Setting) -> Period:
    """Let the setting be that of a fresh sample in a folder that does not last; the quarter to look at in it."""
    setting.journal = Journal(Path(tempfile.mkdtemp(prefix="leerlog-voorbeeld-")))
    _fill(setting.journal, setting.today)
    return _quarter(setting.today)


def _fill(journal: Journal, today: date) -> None:
    entries, _ = Journal(sample_folder()).read()
    told = [entry for entry in entries if entry.date <= SAMPLE_DAY]
    journal.add_all(shift(told, (today - SAMPLE_DAY) // timedelta(weeks=1)))


def _quarter(today: date) -> Period:
    current = quarter_of(today)
    return parse_period("quarter", "vorig" if (today - current.start).days < EARLY_DAYS else "", today)
