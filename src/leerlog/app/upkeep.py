"""The journal as a whole: its health, written as leerlog writes it, and a sample of one to look around in."""

import tempfile
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from leerlog.app.setting import Setting
from leerlog.domain.entry import Mend, shift
from leerlog.domain.period import Period, quarter_of
from leerlog.domain.period_words import parse_period
from leerlog.journal.mending import Health, look
from leerlog.journal.store import Journal
from leerlog.reports.sources import chain_problems

# The day on which the sample is told, as its follow-ups and courses stand.
SAMPLE_DAY = date(2026, 12, 4)
# Earlier in a quarter there is more to see in the one before.
EARLY_DAYS = 35


def check_journal(journal: Journal) -> tuple[int, Health]:
    """How many entries there are, and what there is to say of them."""
    entries, problems = journal.read()
    health = look(journal, entries, problems)
    return len(entries), health._replace(problems=[*health.problems, *chain_problems(entries)])


def mend_journal(journal: Journal, mends: Sequence[Mend]) -> None:
    """Write these entries as leerlog does.

    Raises:
        EntryChanged: when one of them was changed meanwhile; nothing is written then.
    """
    journal.replace(mends, "bijgewerkt")


def open_sample(setting: Setting) -> Period:
    """Let the setting be that of a fresh sample in a folder that does not last; the quarter to look at in it."""
    setting.journal = Journal(Path(tempfile.mkdtemp(prefix="leerlog-voorbeeld-")))
    setting.journal_option = str(setting.journal.folder)
    _fill(setting.journal, setting.today)
    return _quarter(setting.today)


def _fill(journal: Journal, today: date) -> None:
    entries, _ = Journal(sample_folder()).read()
    told = [entry for entry in entries if entry.date <= SAMPLE_DAY]
    journal.add_all(shift(told, (today - SAMPLE_DAY) // timedelta(weeks=1)))


def _quarter(today: date) -> Period:
    current = quarter_of(today)
    return parse_period("quarter", "vorig" if (today - current.start).days < EARLY_DAYS else "", today)


def sample_folder() -> Path:
    """Where the sample is: in the installed package, or in the source tree of an editable install."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "sample"
    return installed if installed.is_dir() else package.parents[1] / "tests" / "journals" / "sample"
