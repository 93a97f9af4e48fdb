"""Entries as JSON: one, or any number of them, piece by piece."""

from collections.abc import Iterable, Iterator
from datetime import date, time
from functools import partial

from leerlog.domain.entry import Answer, Entry, FollowUp
from leerlog.render.json_text import Json, Part, deeper, laid_out, line, pieces, quoted, text

JOURNAL_SCHEMA = "leerlog.journal/1"


def entry_part(entry: Entry) -> Part:
    """An entry as the export has it; a time, value or date that is not there is null."""
    return partial(_entry, entry)


def _entry(entry: Entry, margin: str) -> str:
    # Written out: there may be a hundred thousand, and a dictionary of each would take twice the time.
    m = deeper(margin)
    inner = deeper(m)
    words = (entry.people, entry.tags, entry.share, entry.builds_on)
    people, tags, share, builds_on = [_list([quoted(word) for word in each], m) if each else "[]" for each in words]
    asked = _list([_answer(answer, inner) for answer in entry.answers], m)
    agreed = _list([laid_out(_follow_up(item), inner) for item in entry.follow_ups], m)
    return (
        f'{{{m}"id": {quoted(entry.id)},{m}"date": "{entry.date.isoformat()}",{m}"time": {_minute(entry.time)},'
        f'{m}"checklist": {quoted(entry.checklist)},{m}"title": {quoted(entry.title)},'
        f'{m}"course": {quoted(entry.course)},{m}"with": {people},{m}"tags": {tags},'
        f'{m}"value": {quoted(entry.value) if entry.value else "null"},{m}"share": {share},'
        f'{m}"builds_on": {builds_on},{m}"answers": {asked},{m}"follow_ups": {agreed}{margin}}}'
    )


def _list(parts: list[str], margin: str) -> str:
    """A list of what is laid out already."""
    if not parts:
        return "[]"
    between = f",{deeper(margin)}"
    return f"[{between[1:]}{between.join(parts)}{margin}]"


def _minute(minute: time | None) -> str:
    return f'"{minute.isoformat("minutes")}"' if minute else "null"


def _answer(answer: Answer, margin: str) -> str:
    m = deeper(margin)
    title = f',{m}"title": {quoted(answer.title)}' if answer.title else ""
    return (
        f'{{{m}"question": {quoted(answer.question)},'
        f'{m}"text": {quoted(answer.text)},'
        f'{m}"value": {quoted(answer.value) if answer.value else "null"},'
        f'{m}"private": {"true" if answer.private else "false"}{title}{margin}}}'
    )


def _follow_up(item: FollowUp) -> Json:
    return {
        "kind": item.kind,
        "text": item.text,
        "who": item.who,
        "due": day_text(item.due),
        "done": done_value(item.ticked, item.done),
        "result": item.result,
        "private": item.private,
    }


def entry_json(entry: Entry) -> str:
    """One entry."""
    return text(entry_part(entry))


def entry_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """Entries, each on a line of its own: JSON Lines."""
    return (line(entry_part(entry)) + "\n" for entry in entries)


def journal_json(entries: Iterable[Entry]) -> Iterator[str]:
    """Entries as an export, piece by piece, so that there can be any number."""
    return pieces({"schema": JOURNAL_SCHEMA}, "entries", map(entry_part, entries))


def done_value(ticked: bool, done: date | None) -> str | bool | None:
    """The day; true for a box ticked by hand on a day nobody noted; null while it is open."""
    return day_text(done) or (True if ticked else None)


def day_text(day: date | None) -> str | None:
    """A day as JSON has it; null for none."""
    return day.isoformat() if day else None
