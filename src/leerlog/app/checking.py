"""The journal's health: what is wrong, what is only written in another way, and writing it as leerlog does."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from leerlog.app.setting import Setting
from leerlog.domain.entry import Mend
from leerlog.journal.mending import Health, look, mended
from leerlog.reports.sources import chain_problems


def check_journal(setting: Setting) -> tuple[int, Health]:
    """How many entries there are, and what there is to say of them."""
    entries, problems = setting.journal.read()
    health = look(setting.journal, entries, problems)
    return len(entries), health._replace(problems=[*health.problems, *chain_problems(entries)])


def mend_journal(setting: Setting, mends: Sequence[Mend]) -> None:
    """Write these entries as leerlog does.

    Raises:
        EntryChanged: when one of them was changed meanwhile; nothing is written then.
    """
    setting.journal.rewrite(
        {file: partial(mended, mends=list(its)) for file, its in groupby(mends, lambda mend: mend.entry.file)}
    )
