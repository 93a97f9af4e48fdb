"""Bringing along: what would come of a file or a folder, and adding it to the journal as one change."""

import os
import re
import stat
from collections import Counter
from datetime import date, time
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from leerlog import files
from leerlog.app.finding import settle
from leerlog.app.given import read_course, understood
from leerlog.app.setting import Setting
from leerlog.domain.entry import Entry, Mend, Problem, new_id, shown, tag_key
from leerlog.domain.text import decode
from leerlog.domain.when import parse_moment
from leerlog.errors import UsageError
from leerlog.journal.edits import set_field, with_id
from leerlog.journal.incoming import (
    Coming,
    Found,
    has_dates,
    is_markdown,
    read_json,
    read_json_lines,
    read_markdown,
    read_text,
)
from leerlog.journal.shares import read_head
from leerlog.reports.levels import counted
from leerlog.reports.rules import ContentRules

READ_IN = "ingelezen"
KINDS = ("leerlog", "text")
NO_ON = "--on hoort bij een gewone tekst, niet bij notities van leerlog: die hebben een datum."
MOST_BYTES = 200_000_000
_ENDS = {"leerlog": (".md", ".json", ".jsonl"), "text": (".txt", ".md")}
# How files begin that people take for text.
_OTHER = {
    b"PK\x03\x04": "een zip of een Office-bestand",
    b"\xd0\xcf\x11\xe0": "een oud Office-bestand",
    b"%PDF": "een PDF",
    b"{\\rtf": "een RTF-bestand",
}


class Asked(NamedTuple):
    """What is to be read and how, as it was typed."""

    path: str
    kind: str | None = None
    on: str | None = None
    course: str | None = None


class Plan(NamedTuple):
    """What would come: notes that are new, and that are in conflict with one that has their id.

    here: how many are there already. told: what is to be known beside it.
    """

    new: tuple[Coming, ...]
    conflicts: tuple[Coming, ...]
    here: int
    problems: tuple[Problem, ...]
    told: tuple[str, ...]


def look_at_import(setting: Setting, asked: Asked) -> Plan:
    """What would come of it; nothing is changed.

    Raises:
        UsageError: when it is nothing that can be read.
    """
    kind = _kind(asked.kind)
    on = None
    if asked.on is not None:
        if kind == "leerlog":
            raise UsageError(NO_ON)
        words = asked.on
        on = understood("--on", lambda: parse_moment(words, setting.today, "back"))
    course = settle(setting, read_course(asked.course)) if asked.course is not None else ""
    found = [_read(setting, path, kind, on) for path in _files(Path(asked.path), kind)]
    notes = [note for each in found for note in each.notes]
    problems = [problem for each in found for problem in each.problems]
    told = [line for each in found for line in each.told]
    if course:
        notes = [_with_course(note, course) for note in notes]
    if not notes and not problems:
        raise UsageError(f"in {asked.path} staan geen notities.")
    return _compare(setting, notes, problems, told)


def _kind(word: str | None) -> str:
    if word is not None and word not in KINDS:
        raise UsageError(f"--from {shown(word)} ken ik niet. Kies uit: {', '.join(KINDS)}.")
    return word or ""


def _files(path: Path, kind: str) -> list[Path]:
    """The files to read: the one, or those of a folder, each an ordinary file of its own."""
    try:
        mode = os.lstat(path).st_mode
    except (OSError, ValueError) as error:
        raise UsageError(f"ik kan {path} niet lezen: {_reason(error)}.") from error
    if stat.S_ISLNK(mode):
        raise UsageError(f"{path} is een koppeling naar iets anders. Geef het bestand of de map zelf.")
    if not stat.S_ISDIR(mode):
        return [path]
    try:
        with os.scandir(path) as inside:
            names = sorted(
                each.name for each in inside if each.is_file(follow_symlinks=False) and not each.name.startswith(".")
            )
    except OSError as error:
        raise UsageError(f"ik kan de map {path} niet lezen: {_reason(error)}.") from error
    ends = _ENDS.get(kind) or tuple({end for each in _ENDS.values() for end in each})
    chosen = [path / name for name in names if name.lower().endswith(ends)]
    if not chosen:
        raise UsageError(f"in de map {path} staat niets wat ik kan inlezen: geen {', '.join(sorted(ends))}.")
    return chosen


def _reason(error: Exception) -> str:
    return files.reason(error, reading=True) if isinstance(error, OSError) else "dat kan geen naam zijn"


def _read(setting: Setting, path: Path, kind: str, on: tuple[date, time | None] | None) -> Found:
    try:
        raw = files.contents(path, MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise UsageError(f"ik kan {path} niet lezen: {_reason(error)}.") from error
    if len(raw) > MOST_BYTES:
        raise UsageError(f"{path} is groter dan 200 MB. Deel het op en lees de delen een voor een in.")
    if read_head(raw):
        raise UsageError(f"{path} is een gedeeld leerlog. Bekijk het met: leerlog review --team MAP")
    for begin, what in _OTHER.items():
        if raw.startswith(begin):
            raise UsageError(f"{path} is {what}. Sla het op als tekst (.txt, UTF-8) en lees dat in.")
    try:
        text = decode(raw)
    except UnicodeDecodeError:
        text = ""
    if "\0" in text or (raw and not text):
        raise UsageError(f"{path} is geen tekst, of geen UTF-8. Sla het op als tekst (.txt, UTF-8) en lees dat in.")
    return _understood(setting, path, text, kind, on)


def _understood(setting: Setting, path: Path, text: str, kind: str, on: tuple[date, time | None] | None) -> Found:
    begin = text.lstrip("\ufeff \t\r\n")[:1]
    is_json = path.suffix.lower() in (".json", ".jsonl") or (kind == "leerlog" and begin == "{")
    is_own = kind != "text" and (is_json or is_markdown(text, surely=kind == "leerlog"))
    if on and is_own:
        raise UsageError(NO_ON)
    if is_own and is_json:
        read = read_json_lines if path.suffix.lower() == ".jsonl" else read_json
        try:
            return read(text.lstrip("\ufeff"), path.name, partial(_title_of, setting))
        except ValueError as error:
            raise UsageError(f"{path}: {error}.") from None
    if is_own:
        return read_markdown(text, path.name)
    if kind == "leerlog":
        raise UsageError(f"{path} is niet van leerlog. Is het een gewone tekst: leerlog import {path} --from text")
    if on or has_dates(text, setting.today):
        return read_text(text, path.name, setting.today, on)
    raise UsageError(f"in {path} staat geen regel met een datum. Zeg van welke dag het is, zoals --on gisteren.")


def _title_of(setting: Setting, checklist: str, question: str) -> str:
    """The heading of a question; "" for one that is not there any more."""
    asked = (each for known in setting.guide.checklists if known.id == checklist for each in known.prompts())
    return next((each.text for each in asked if each.id == question), "")


def _with_course(note: Coming, course: str) -> Coming:
    if note.entry.course:
        return note
    return note._replace(entry=note.entry._replace(course=course), block=set_field("Traject", course)(note.block))


def _compare(setting: Setting, notes: list[Coming], problems: list[Problem], told: list[str]) -> Plan:
    """Which of these are new beside what the journal has."""
    entries = setting.journal.read()[0]
    setting.end()
    known = {entry.id: entry for entry in entries}
    own = Counter(_says(entry, setting.rules) for entry in entries)
    texts = Counter(_text_of(entry) for entry in entries)
    new: list[Coming] = []
    conflicts: list[Coming] = []
    added: set[str] = set()  # ids of other programs' notes
    here = 0
    for note in sorted(notes, key=lambda each: (each.entry.date, each.entry.time or time.min)):
        entry = note.entry
        says = _says(entry, setting.rules)
        there = known.get(entry.id)
        if note.own and there is not None and _says(there, setting.rules) == says:
            here += 1
        elif note.own and there is None:
            new.append(note)
            known[entry.id] = entry
        elif note.own:
            again = _other_id(note, "")
            if own[says] or again.entry.id in known:
                here += 1
            else:
                conflicts.append(again)
                known[again.entry.id] = again.entry
        elif texts[_text_of(entry)]:
            texts[_text_of(entry)] -= 1
            here += 1
        else:
            number = 1
            while note.entry.id in added:
                number += 1
                note = _other_id(note, str(number))  # noqa: PLW2901
            if note.entry.id in known:
                here += 1
                continue
            new.append(note)
            added.add(note.entry.id)
    return Plan(tuple(new), tuple(conflicts), here, tuple(problems), tuple(told))


def _says(entry: Entry, rules: ContentRules) -> tuple[object, ...]:
    """What an entry says, whatever its id, its place and the order of its tags and people."""
    said = counted(entry, rules)
    answers = tuple((each.question or each.title, each.text, each.value, each.private) for each in said.answers)
    names = (frozenset(said.people), frozenset(map(tag_key, said.tags)), frozenset(said.share))
    what = (said.date, said.time, said.checklist, said.title, said.course, said.value)
    return *what, *names, frozenset(said.builds_on), answers, said.follow_ups


def _text_of(entry: Entry) -> tuple[object, ...]:
    """What a note of another program says: its moment and its words."""
    return entry.date, entry.time, "\n\n".join(each.text for each in entry.answers)


def _other_id(note: Coming, more: str) -> Coming:
    """The note under another id, which is the same each time that it comes."""
    sum_ = sha256(f"{note.entry.id}{more}\n{note.block}".encode("utf-8", "surrogateescape")).digest()
    name = new_id(note.entry.date, sum_[:6])
    block = with_id(_without_id(note.block), name)
    return note._replace(entry=note.entry._replace(id=name), block=block)


def _without_id(block: str) -> str:
    heading, _, rest = block.partition("\n")
    comment, _, body = rest.partition("\n")
    bare = re.sub(r" id=\S+", "", comment)
    return f"{heading}\n{body}" if bare == "<!-- -->" else f"{heading}\n{bare}\n{body}"


def bring(setting: Setting, plan: Plan) -> None:
    """Add what is new, and both of what is in conflict: all of it or nothing, as one change.

    Raises:
        EntryChanged: when the journal got one of them meanwhile; nothing is added then.
    """
    notes = [*plan.new, *plan.conflicts]
    if not notes:
        return
    setting.journal.create()
    notes.sort(key=lambda each: (each.entry.date, each.entry.time or time.min))
    month = setting.journal.month_file
    setting.journal.replace(
        [Mend(each.entry._replace(file=month(each.entry.date).name), "", each.block) for each in notes], READ_IN
    )
    setting.changed = True
