"""A sample journal to look around in, as if it were written up to today."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

import typer

from leerlog.app.review import load_for_review
from leerlog.app.setting import Setting
from leerlog.domain.period import Period, parse_period, quarter_of
from leerlog.domain.shift import shift
from leerlog.journal.store import Journal
from leerlog.render.pages.review import review_page
from leerlog.reports.review import build_review

# The day on which the sample is told, as its follow-ups and courses stand.
SAMPLE_DAY = date(2026, 12, 4)
# Earlier in a quarter there is more to see in the one before.
EARLY_DAYS = 35


def sample_folder() -> Path:
    """Where the sample is: in the installed package, or in the source tree of an editable install."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "sample"
    return installed if installed.is_dir() else package.parents[1] / "tests" / "journals" / "sample"


def demo(context: typer.Context) -> None:
    """Zie een voorbeeld, met de terugblik op een kwartaal.

    Het staat in een tijdelijke map; je eigen leerlog blijft zoals het is.
    """
    setting: Setting = context.obj
    journal = Journal(Path(tempfile.mkdtemp(prefix="leerlog-voorbeeld-")))
    _fill(journal, setting.today)
    setting.journal = journal
    entries, _ = load_for_review(journal, period := _quarter(setting.today), setting.today)
    setting.show(review_page(build_review(entries, period, setting.today, setting.rules)))
    setting.tell(f"Dit is een voorbeeld, van niemand. Kijk zelf verder: leerlog --journal {journal.folder}")


def _fill(journal: Journal, today: date) -> None:
    entries, _ = Journal(sample_folder()).read()
    told = [entry for entry in entries if entry.date <= SAMPLE_DAY]
    journal.add_all(shift(told, (today - SAMPLE_DAY) // timedelta(weeks=1)))


def _quarter(today: date) -> Period:
    current = quarter_of(today)
    return parse_period("quarter", "vorig" if (today - current.start).days < EARLY_DAYS else "", today)
