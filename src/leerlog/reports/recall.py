"""What there is to recall of a course: everything that was written about it, in the order of time."""

from collections.abc import Iterable
from datetime import date

from leerlog.domain.dates import short_date
from leerlog.domain.entry import Entry
from leerlog.domain.text import shorten
from leerlog.reports.levels import answered
from leerlog.reports.method import RECALL
from leerlog.reports.order import in_time
from leerlog.reports.rules import ContentRules

# In these is what was hoped for, or scored; a recall is no source of itself.
_NOT_LEARNED = frozenset({"prepare", "design", "hill", "conditions", RECALL})
LENGTH = 100  # characters of an answer: enough to know it again
MOST = 8  # answers: what can be read at one go


def written(entries: Iterable[Entry], today: date, rules: ContentRules) -> list[str]:
    """What was learned of a course and written down, the newest answers when there are many, with their day.

    entries: those of the course.
    """
    found = []
    for entry in in_time([each for each in entries if each.date <= today and each.checklist not in _NOT_LEARNED]):
        for answer in entry.answers:
            asked = rules.asked.get((entry.checklist, answer.question))
            if asked is None and answered(entry, answer.question, rules):
                text = shorten(" ".join(answer.text.split()), LENGTH)
                found.append(f"{short_date(entry.date, today)}: {text}")
    return found[-MOST:]
