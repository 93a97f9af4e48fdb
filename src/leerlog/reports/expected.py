"""What was expected of a course, and beside it what came: the answer to that same question, later."""

from collections.abc import Iterator, Sequence
from datetime import date

from leerlog.domain.agenda import Item
from leerlog.domain.entry import Entry
from leerlog.domain.outcome import Expected, Outcome
from leerlog.reports.agenda import items
from leerlog.reports.levels import answered
from leerlog.reports.rules import ContentRules, is_one_of, words_of

EXPECTED = ("prepare", "results")
# Its questions on which day that is looked at: what came of it is an answer as well. What a harvest still expects has
# such a day itself.
LOOKS = ("results.interim", "results.first_results")
# Where it is asked what is expected, and by which question.
EXPECTS = {"prepare": "results", "after": "expected"}
# Which checklists ask it again, and how.
CAME = {"after": "results", "during": "interim"}


def expected_of(group: Sequence[Entry], rules: ContentRules) -> Expected | None:
    """What was expected of a course and the last of what came of it, from one person's entries, oldest first."""
    at, prepared = next(
        ((at, e) for at, e in reversed(list(enumerate(group))) if e.checklist == EXPECTED[0] and e.answer(EXPECTED[1])),
        (0, None),
    )
    if prepared is None:
        return None
    asked = (answered(entry, CAME[entry.checklist], rules) for entry in reversed(group[at:]) if entry.checklist in CAME)
    came = [*(each for each in asked if each), *_seen(prepared, rules)]  # of one day a note before a look
    last = max(came, key=lambda each: each.date or date.min, default=None)
    return Expected(prepared.course, prepared.answer(EXPECTED[1]), last)


def looks(entry: Entry, today: date, rules: ContentRules) -> list[Item]:
    """The items of an entry that ask to look at what a course brings."""
    if entry.checklist not in EXPECTS or not entry.follow_ups:
        return []
    if entry.checklist == EXPECTED[0]:
        words = words_of(rules, EXPECTED[0], *LOOKS)
        return [item for item in items(entry, today) if is_one_of(item, words)]
    said = entry.answer(EXPECTS[entry.checklist])
    return [item for item in items(entry, today) if said and item.kind == "follow_up" and item.text == said]


def _seen(prepared: Entry, rules: ContentRules) -> Iterator[Outcome]:
    """What was seen on the days that were set for it."""
    for item in looks(prepared, prepared.date, rules):
        if item.done and not (item.dropped or rules.nothing.said(item.result)):
            yield Outcome(prepared.id, item.done, prepared.course, EXPECTED[1], item.result, private=item.private)
