"""Bringing along: what would come of a file or a folder, and adding it to the journal as one change."""

import re
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from leerlog.app.finding import settle
from leerlog.app.given import read_course, understood
from leerlog.app.incoming_files import KINDS, NO_ON, How, read_all, sources
from leerlog.app.setting import Setting
from leerlog.domain.entry import Entry, Mend, Problem, moment, new_id, one_line, tag_key
from leerlog.domain.text import in_quotes, shown
from leerlog.domain.timeformat import Timeformat, timeformat
from leerlog.domain.when import parse_moment
from leerlog.errors import UsageError
from leerlog.journal.edits import set_field, with_id
from leerlog.journal.incoming import Coming
from leerlog.reports.levels import counted
from leerlog.reports.rules import ContentRules

READ_IN = "ingelezen"
MOST_SHOWN = 20  # places that can't be read


class Asked(NamedTuple):
    """What is to be read and how, as it was typed."""

    path: str
    kind: str | None = None
    on: str | None = None
    course: str | None = None
    timeformat: str | None = None


class Plan(NamedTuple):
    """What would come: notes that are new, and that are in conflict with one that has their id.

    here: how many are there already. told: what is to be known beside it.
    left: what has no place in a journal, with how many times it was met.
    """

    new: tuple[Coming, ...]
    conflicts: tuple[Coming, ...]
    here: int
    problems: tuple[Problem, ...]
    told: tuple[str, ...]
    left: tuple[tuple[str, int], ...] = ()


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
    form = _form(asked.timeformat, kind)
    course = settle(setting, read_course(asked.course)) if asked.course is not None else ""
    with setting.waiting("Inlezen") as step:
        found = read_all(setting, sources(Path(asked.path), kind), How(kind, on, form), step)
        notes = [note for each in found for note in each.notes]
        problems = [problem for each in found for problem in each.problems]
        told = list(dict.fromkeys(line for each in found for line in each.told))
        left = Counter(what for each in found for what in each.left)
        if course:
            notes = [_with_course(note, course) for note in notes]
        if not notes and not problems and not left:
            raise UsageError(f"in {asked.path} staan geen notities.")
        return _compare(setting, notes, problems, told)._replace(left=tuple(sorted(left.items())))


def _kind(word: str | None) -> str:
    if word is not None and word not in KINDS:
        raise UsageError(f"--from {shown(word)} ken ik niet. Kies uit: {', '.join(KINDS)}.")
    return word or ""


def _form(typed: str | None, kind: str) -> Timeformat | None:
    if typed is None:
        return None
    if kind not in ("", "jrnl"):
        raise UsageError("--timeformat hoort bij een tekst van jrnl.")
    try:
        return timeformat(typed)
    except ValueError as error:
        raise UsageError(f"--timeformat {in_quotes(typed)}: {error}.") from None


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
    for note in sorted(notes, key=lambda each: moment(each.entry)):
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
    """What a note of another program says: its moment and its words, however they stand in lines."""
    return entry.date, entry.time, one_line(" ".join(each.text for each in entry.answers))


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
    notes.sort(key=lambda each: moment(each.entry))
    month = setting.journal.month_file
    setting.journal.replace(
        [Mend(each.entry._replace(file=month(each.entry.date).name), "", each.block) for each in notes], READ_IN
    )
    setting.changed = True
