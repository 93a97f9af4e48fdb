"""The law: what is written comes back, whatever it looks like."""

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leerlog.domain.entry import Answer, Entry, FollowUp, Problem, clean, one_line, tidy
from leerlog.domain.items import read_line, task_line
from leerlog.journal.blocks import find_tasks, read_comment
from leerlog.journal.escape import Place, escape, needs_wide, unescape
from leerlog.journal.parsing import parse, read_fields
from leerlog.journal.writing import header, render
from tests.journal import earlier_guard
from tests.journal.strategies import entries, follow_ups, texts

places = st.sampled_from(["answer", "body", "tasks"])

# What looks like a heading: behind anything that is no letter, digit or other mark.
HEADING = re.compile(r"[\s\u200b\u2060\ufeff\xad>]*#")
STRUCTURE = re.compile(r"#{1,3} |<{7} |>{7} ")


def note(text: str) -> Entry:
    """A note with this text."""
    answers = (Answer("surprise", text, "Wat?"),)
    return Entry("a2000001", date(2026, 11, 3), None, "moment", "Moment", answers=answers)


def bare(entry: Entry) -> Entry:
    """The entry without where it was read."""
    return entry._replace(file="", line=0)


def wrong(problems: list[Problem]) -> list[Problem]:
    """What can't be read; of a label in the words of an answer it is only said that it does not count."""
    return [problem for problem in problems if "telt niet mee; zet direct onder de kop" not in problem.message]


@given(entries())
def test_an_entry_comes_back_as_it_was_written(entry: Entry) -> None:
    """Any text in any place of an entry survives writing and reading."""
    entry = tidy(entry)
    found, problems = parse(render(entry))
    assert [bare(e) for e in found] == [entry]
    assert not wrong(problems)


@given(st.lists(entries(), min_size=1, max_size=4, unique_by=lambda e: e.id))
def test_the_entries_of_a_month_stay_apart(month: list[Entry]) -> None:
    """Each entry comes back with its own words only, and with the line of its own heading."""
    month = [tidy(entry) for entry in month]
    text = header(month[0].date) + "\n".join(map(render, month))
    found, problems = parse(text, "2026.md")
    assert [bare(e) for e in found] == month
    assert not wrong(problems)
    lines = text.split("\n")
    assert all(lines[e.line - 1].startswith(f"## {e.date}") for e in found)
    assert parse(text.replace("\n", "\r\n"), "2026.md") == (found, problems)


@given(entries())
def test_tidying_twice_is_tidying_once(entry: Entry) -> None:
    """What can be kept is kept as it is; no text is dropped, and none loses its privacy or its value."""
    tidied = tidy(entry)
    assert tidy(tidied) == tidied
    kept = [a._replace(text=clean(a.text)) for a in entry.answers if clean(a.text)]
    assert all(any(a.text in b.text for b in tidied.answers) for a in kept)
    for part in ("private", "value"):
        marked = [a.text for a in kept if getattr(a, part)]
        assert marked == [a.text for a in tidied.answers if getattr(a, part)]


@given(texts, places, st.booleans())
def test_unguard_undoes_guard(text: str, place: Place, wide: bool) -> None:
    """Guarding loses nothing."""
    assert unescape(escape(text, place, wide=wide), place, wide=wide) == text


@given(texts, places)
def test_the_wide_guard_leaves_no_heading(text: str, place: Place) -> None:
    """Not behind spaces, quote marks or what nobody sees either; it is needed only where the other leaves one."""
    guarded = escape(text, place, wide=True)
    assert not [line for line in guarded.split("\n") if HEADING.match(line)]
    if not needs_wide(text, place):
        assert guarded == escape(text, place)


@given(entries())
@example(note("\\##2026-11-24 · Moment"))
@example(note("##2026-11-24 · Moment\n#Woo\n#### vier\n```\n#!/bin/sh\n```"))
@example(note("WAARDE:"))
def test_what_was_written_with_the_earlier_guard_is_read_the_same(entry: Entry) -> None:
    """And is written the same again, unless a line in it looks like a heading to the wide guard."""
    entry = tidy(entry)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("leerlog.journal.writing.escape", lambda text, place, wide: earlier_guard.guard(text, place))
        patch.setattr("leerlog.journal.writing.needs_wide", lambda *_: False)
        before = render(entry)
    found, problems = parse(before)
    assert [bare(each) for each in found] == [entry]
    assert not wrong(problems)
    if not any(HEADING.match(line.lstrip("\\")) for answer in entry.answers for line in answer.text.split("\n")):
        assert render(entry) == before


@given(texts, places)
def test_no_guarded_line_is_structure(text: str, place: Place) -> None:
    """Neither a heading, a comment, a conflict marker, a label nor a task is left in a guarded text."""
    guarded = escape(clean(text), place)
    assert not [line for line in guarded.split("\n") if STRUCTURE.match(line)]
    assert read_comment(guarded)[0] == {}
    if place == "body":
        assert read_fields(guarded)[0] == {}
    if place == "tasks":
        assert find_tasks(guarded.split("\n"))[0] == []


@given(texts)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """A clean text has no carriage return at a line's end and no blank line at its own ends."""
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not re.search(r"\r(\n|\Z)", cleaned)
    lines = cleaned.split("\n")
    assert cleaned == "" or (lines[0].strip(" \t") and lines[-1].strip(" \t"))


@given(follow_ups)
def test_an_item_comes_back_from_its_lines(item: FollowUp) -> None:
    """Words that look like a name, a date in brackets or a result stay words."""
    item = item._replace(text=one_line(item.text) or "x", who=one_line(item.who), ticked=item.ticked or bool(item.done))
    item = item._replace(result=one_line(item.result))
    (task,), left = find_tasks(task_line(item).split("\n"))
    assert left == []
    assert read_line(item.kind, task.words, None, task.ticked, task.result)[:2] == (item, "")
    assert (task.first, task.last, task.end) == (0, 0, 1 if item.result else 0)
