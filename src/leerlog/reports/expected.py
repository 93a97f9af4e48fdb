"""What was expected of a course, and beside it what came: the answer to that same question, later."""

from collections.abc import Sequence

from leerlog.domain.entry import Entry
from leerlog.domain.outcome import Expected
from leerlog.reports.levels import answered
from leerlog.reports.rules import ContentRules

EXPECTED = ("prepare", "results")
# Which checklists ask it again, and how.
CAME = {"after": "results", "during": "interim"}


def expected_of(group: Sequence[Entry], rules: ContentRules) -> Expected | None:
    """What was expected of a course and what came of it, from one person's entries about it, oldest first."""
    at, prepared = next(
        ((at, e) for at, e in reversed(list(enumerate(group))) if e.checklist == EXPECTED[0] and e.answer(EXPECTED[1])),
        (0, None),
    )
    if prepared is None:
        return None
    later = (answered(entry, CAME[entry.checklist], rules) for entry in reversed(group[at:]) if entry.checklist in CAME)
    return Expected(prepared.course, prepared.answer(EXPECTED[1]), next((each for each in later if each), None))
