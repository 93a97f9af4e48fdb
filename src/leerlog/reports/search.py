"""What of an entry is looked through, and what is shown of it once something is found there.

The questions are not: they are the same in every note.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from leerlog.domain.checklist import ITEM_KINDS, Question
from leerlog.domain.dates import month_name
from leerlog.domain.entry import Entry, one_line
from leerlog.domain.search import Span, Words, fold
from leerlog.reports.gist import gist, said
from leerlog.reports.rules import ContentRules

BEFORE, AFTER, BESIDE = 24, 70, 28  # characters around what was found, and behind each of several
_TO_NEXT_WORD = re.compile(r"\S{0,15}\s+")
_TO_END_OF_WORD = re.compile(r"\S{0,20}")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_IN_DATES = (*_WEEKDAYS, *map(month_name, range(1, 13)), "voor")


class Hit(NamedTuple):
    """Where something stands: in which part of an entry, and where in that."""

    part: int
    span: Span


class Found(NamedTuple):
    """An entry with what is shown of it, and the words in that to mark, as they stand there."""

    entry: Entry
    text: str
    marks: tuple[str, ...]


def parts(entry: Entry, rules: ContentRules) -> list[str]:
    """The texts of an entry that are somebody's own, as they are read."""
    return [text for _, text in _parts(entry, rules)]


def _parts(entry: Entry, rules: ContentRules) -> Iterator[tuple[str, str]]:
    """Each with what it is, where the text alone does not say so."""
    if not entry.checklist and entry.title:
        yield "", entry.title
    for answer in entry.answers:
        yield "", said(entry, answer, rules)
        if answer.title and not answer.question:  # a heading that a hand put there
            yield "", answer.title
    for item in entry.follow_ups:
        yield "", item.text
        yield "Wie: ", item.who
        yield "Resultaat: ", item.result
    yield "Traject: ", entry.course
    for name in entry.people:
        yield "Met: ", name
    for tag in entry.tags:
        yield "Trefwoord: ", tag


def hits(texts: Sequence[str], words: Words) -> list[list[Hit]] | None:
    """Where each of the words stands; None unless all of them do."""
    forms = [words.form(text) for text in texts]
    found: list[list[Hit]] = []
    for pattern in words.patterns():
        all_of_it = ((i, match.span()) for i, form in enumerate(forms) for match in pattern.finditer(form))
        own = [Hit(part, words.place(texts[part], span)) for part, span in islice(all_of_it, 5)]
        if not own:
            return None
        found.append(own)
    return found


def stand_in(texts: Sequence[str], words: Words, patterns: Sequence[re.Pattern[str]]) -> bool:
    """Whether each of the words stands somewhere in these; `patterns`: those of the words."""
    # What no word holds keeps one text from going on in the next.
    form = words.form("\0".join(texts))
    return all(pattern.search(form) for pattern in patterns)


def told(entry: Entry, rules: ContentRules, found: Sequence[Sequence[Hit]]) -> Found:
    """The entry with each thing that was found in its sentence; its gist where a pattern found no more than a place."""
    all_parts = list(_parts(entry, rules))
    first = [hit for each in found for hit in [next((hit for hit in each if hit.span[0] < hit.span[1]), None)] if hit]
    if not first:
        return Found(entry, gist(entry, rules), ())
    after = AFTER if len(first) == 1 else BESIDE
    spans: dict[int, list[Span]] = {}
    for hit in first:
        spans.setdefault(hit.part, []).append(hit.span)
    pieces = [all_parts[part][0] + _around(all_parts[part][1], sorted(own), after) for part, own in spans.items()]
    marks = {one_line(all_parts[hit.part][1][slice(*hit.span)]): None for each in found for hit in each}
    return Found(entry, " · ".join(pieces), tuple(mark for mark in marks if mark))


def _around(text: str, spans: Sequence[Span], after: int) -> str:
    """The words around these places on one line, no further than their sentence, with … for what is left out."""
    ends = [0, *(found.end() for found in _SENTENCE.finditer(text)), len(text)]
    windows: list[Span] = []
    for start, end in spans:
        begin = max(each for each in ends if each <= start)
        stop = min((each for each in ends if each >= end), default=len(text))
        left, right = _word_start(text, max(begin, start - BEFORE)), _word_end(text, min(stop, end + after))
        if windows and left <= windows[-1][1] + 3:
            windows[-1] = (windows[-1][0], max(windows[-1][1], right))
        else:
            windows.append((left, right))
    told = " … ".join(one_line(text[left:right]) for left, right in windows)
    before = "… " if text[: windows[0][0]].strip() else ""
    return before + told + (" …" if text[windows[-1][1] :].strip() else "")


def _word_start(text: str, at: int) -> int:
    """The beginning of the next word when this is in the middle of one, unless that is far."""
    if at and not text[at - 1].isspace():
        found = _TO_NEXT_WORD.match(text, at)
        return found.end() if found and found.end() <= at + BEFORE // 2 else at
    return at


def _word_end(text: str, at: int) -> int:
    """The end of the word that this is in the middle of, unless that is far."""
    if at and text[at - 1].isspace():
        return at
    found = _TO_END_OF_WORD.match(text, at)
    return found.end() if found else at


def marks_for(run: str, asked: Mapping[tuple[str, str], Question]) -> list[str]:
    """The questions whose answers are read in other words than stand on disk, and may be read with this in them."""
    return sorted({f"question={name}" for (_, name), prompt in asked.items() if _may_say(prompt, run)})


def _may_say(prompt: Question, run: str) -> bool:
    if any(run in fold(choice.text) for choice in prompt.choices):
        return True
    dated = prompt.kind == "date" or prompt.kind in ITEM_KINDS
    return run.isdigit() or (dated and any(run in name for name in _IN_DATES))
