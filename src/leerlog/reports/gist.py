"""What an entry says, for who reads it: its answers in words, and the whole of it in one line."""

import re
from datetime import date

from leerlog.domain.dates import parse_day
from leerlog.domain.entry import Answer, Entry
from leerlog.domain.entry import one_line as folded
from leerlog.domain.score import score
from leerlog.reports.rules import ContentRules

# Of a checklist that is no more: a day or a number says nothing without its question.
_BARE = re.compile(r"\s*(?:\d{4}-\d\d-\d\d|\d{1,4})?\s*")


def in_full(entry: Entry, rules: ContentRules) -> Entry:
    """The entry with its answers as a person reads them: a choice by its words, a date in full."""
    return entry._replace(answers=tuple(a._replace(text=said(entry, a, rules)) for a in entry.answers))


def said(entry: Entry, answer: Answer, rules: ContentRules) -> str:
    """One answer of an entry as a person reads it."""
    prompt = rules.asked.get((entry.checklist, answer.question))
    if prompt is None:
        return answer.text
    # What reads dates takes a while to load, and few entries have an answer that is one.
    from leerlog.domain.typed import in_words

    return in_words(prompt, answer.text)


def figure(entry: Entry, answer: Answer, rules: ContentRules) -> date | int | None:
    """The day or the score that one answer of an entry is; None for one in words."""
    prompt = rules.asked.get((entry.checklist, answer.question))
    if prompt is None:
        return None
    if prompt.kind == "scale":
        return score(prompt, answer.text)
    try:
        # Of something to do that is said beforehand, the answer is the day.
        return parse_day(answer.text) if prompt.kind == "date" or prompt.item else None
    except ValueError:
        return None


def gist(entry: Entry, rules: ContentRules) -> str:
    """What an entry says: its first answer in words of its own, else what was agreed, else scores, choices and dates.

    It may have several lines; never a number or a date alone.
    """
    for answer in entry.answers:
        if (entry.checklist, answer.question) not in rules.asked and not _BARE.fullmatch(answer.text):
            return answer.text
    if entry.follow_ups:
        return entry.follow_ups[0].text
    told = (f"{answer.title} {folded(said(entry, answer, rules))}".strip() for answer in entry.answers)
    return " · ".join(told) or entry.title or "Notitie"


def about(entry: Entry) -> str:
    """What kind of entry it is and of which course: Voorbereiding · Woo-training; the daily note needs no kind."""
    kind = "" if entry.checklist == "moment" else entry.title
    return f"{kind} · {entry.course}" if kind and entry.course else kind or entry.course


def one_line(entry: Entry, rules: ContentRules) -> str:
    """All of that in one line."""
    return folded(" · ".join(part for part in (about(entry), gist(entry, rules)) if part))
