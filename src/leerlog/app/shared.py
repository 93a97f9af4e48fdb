"""What was shared before: what became of it, and how a change of its notes comes there as well."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

from leerlog import files
from leerlog.app.setting import Setting
from leerlog.documents.share import Sent
from leerlog.domain.dates import long_date
from leerlog.domain.entry import Problem
from leerlog.domain.period import ALL, Period
from leerlog.domain.share import TO
from leerlog.journal.shares import LOG, Shared, count_withdrawn, list_shared


def see_shares(state: Path) -> tuple[list[Sent], list[Problem]]:
    """What was shared before, and what became of it."""
    found, problems = list_shared(state)
    rows = []
    for at, (each, gone) in enumerate(zip(found, count_withdrawn(found), strict=True)):
        try:
            period = Period(date.fromisoformat(each.start), date.fromisoformat(each.end), "")
            day = date.fromisoformat(each.on[:10])
        except ValueError:
            problems.append(Problem(LOG, 0, "een regel heeft een datum die niet bestaat"))
            continue
        replaced = each.file in {later.file for later in found[at + 1 :]}
        rows.append(
            Sent(
                day, each.to, each.by, len(each.ids), gone, period, each.file, files.is_file(Path(each.file)), replaced
            )
        )
    return rows, problems


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
