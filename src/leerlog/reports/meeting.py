"""The waardecheck: what its stories brought together, and what the one before it expected."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from leerlog.domain.entry import WAARDECHECK, Entry, teller
from leerlog.domain.text import first_lines
from leerlog.domain.told import Told
from leerlog.domain.value import Level
from leerlog.reports.levels import outcomes
from leerlog.reports.order import in_time
from leerlog.reports.rules import ContentRules

MEETING_DAYS = 14  # that a meeting may take, with what was interrupted and gone on with
EXPECTED = "expected"


def turns(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The stories of the latest meeting that has no closing yet, in the order in which they were told."""
    meetings = [entry for entry in in_time(entries) if entry.checklist == WAARDECHECK]
    closed = next((at for at in range(len(meetings), 0, -1) if not teller(meetings[at - 1])), 0)
    since = meetings[-1].date - timedelta(days=MEETING_DAYS) if meetings else None
    return tuple(entry for entry in meetings[closed:] if since and entry.date >= since)


def on_table(entries: Iterable[Entry], rules: ContentRules) -> tuple[Told, ...]:
    """What was told of each level, the fifth first: of everybody the first line of each, in the order of telling.

    entries: the stories. What is marked as private lies on no table.
    """
    found: dict[tuple[Level, str], Told] = {}
    for entry in entries:
        for each in outcomes(entry, rules):
            if each.level and not each.private:
                found.setdefault((each.level, each.by), Told(each.level, each.by, first_lines(each.text)))
    return tuple(sorted(found.values(), key=lambda told: -told.level.number))


def expected_before(entries: Sequence[Entry]) -> str:
    """What the team expected to see yet, at the last meeting that said so."""
    said = [entry.answer(EXPECTED) for entry in in_time(entries) if entry.checklist == WAARDECHECK]
    return next((text for text in reversed(said) if text), "")
