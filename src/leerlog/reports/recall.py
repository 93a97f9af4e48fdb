"""What there is to recall of a course: everything that was written about it, in the order of time."""

from collections.abc import Iterable
from datetime import date

from leerlog.domain.dates import short_date
from leerlog.domain.entry import Answer, Entry
from leerlog.domain.text import shorten
from leerlog.domain.value import Level
from leerlog.reports.levels import answered
from leerlog.reports.method import RECALL
from leerlog.reports.order import in_time
from leerlog.reports.rules import ContentRules

# In these is what was hoped for, or scored; a recall is no source of itself.
_NOT_LEARNED = frozenset({"prepare", "design", "hill", "conditions", RECALL})
LENGTH = 100  # characters of an answer: enough to know it again
MOST = 8  # answers: what can be read at one go


def written(entries: Iterable[Entry], today: date, rules: ContentRules) -> list[str]:
    """What was learned of a course and written down, with its day, in the order of time.

    When that is much, of as many notes as possible, the newest; how it was comes after what it brought.

    entries: those of the course.
    """
    found = []
    for number, entry in enumerate(in_time(each for each in entries if _tells(each, today))):
        told = [answer for answer in entry.answers if _is_told(entry, answer, rules)]
        told.sort(key=lambda answer: rules.level(entry.checklist, answer, entry.value) is Level.BELEVING)
        found += [(place, -number, f"{short_date(entry.date, today)}: {_cut(each)}") for place, each in enumerate(told)]
    kept = sorted(found)[:MOST]
    return [text for _, _, text in sorted(kept, key=lambda each: (-each[1], each[0]))]


def _tells(entry: Entry, today: date) -> bool:
    return entry.date <= today and entry.checklist not in _NOT_LEARNED


def _is_told(entry: Entry, answer: Answer, rules: ContentRules) -> bool:
    asked = rules.asked.get((entry.checklist, answer.question))
    return asked is None and answered(entry, answer.question, rules) is not None


def _cut(answer: Answer) -> str:
    return shorten(" ".join(answer.text.split()), LENGTH)
