"""Notes that were shared and now change: with whom, and the command that takes the change there as well."""

from collections.abc import Collection
from datetime import date

from leerlog.app.setting import Setting
from leerlog.domain.dates import long_date
from leerlog.domain.period import ALL
from leerlog.domain.share import TO
from leerlog.journal.shares import Shared, list_shared


def share_again(setting: Setting, ids: Collection[str], what: str, then: str) -> list[str]:
    """A sentence for each latest share of the same days to the same people in which one of these notes is.

    what: what was shared of them: "haar". then: what a new share does: "dan gaat ze ook daar weg".
    """
    found = (each for each in list_shared(setting.state)[0] if any(name in ids for name in each.ids))
    latest = {(each.to, each.start, each.end): each for each in found}
    return [_said(each, what, then) for each in latest.values()]


def _said(shared: Shared, what: str, then: str) -> str:
    span = "--all" if shared.start == ALL.start.isoformat() else f"--from {shared.start} --until {shared.end}"
    return (
        f"Je deelde {what} op {long_date(date.fromisoformat(shared.on[:10]))} met {TO.get(shared.to, shared.to)}. "
        f"Deel opnieuw, {then}: leerlog share --to {shared.to} {span}"
    )
