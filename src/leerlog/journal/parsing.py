"""Markdown to entries. The law: `parse(render(tidy(entry)))` gives the tidy entry back.

The usual note, as leerlog writes it, is read in one look: most are one answer
under a few labels, some with what has to be done, and one match reads those in
a third of the time. Whatever looks the least bit different is read part by
part, and a test holds that both read the same.
"""

import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time
from functools import lru_cache

from leerlog.domain.entry import Answer, Entry, FollowUp, Problem, clean, names, one_line
from leerlog.domain.fences import cover_code
from leerlog.domain.items import read_line
from leerlog.domain.text import in_quotes
from leerlog.domain.value import Level, parse_level
from leerlog.journal.blocks import (
    Ids,
    Report,
    blocks,
    find_tasks,
    line_ends,
    read_comment,
    read_items,
    read_section,
    split_sections,
)
from leerlog.journal.escape import ALMOST_LABEL, LABELS, unescape
from leerlog.journal.writing import SECTIONS, WIDE

# Of texts `re` makes a pattern when it is first used: the usual note needs none of these.
# Behind the day and the time comes the title, after any of the marks that a hand puts there.
_DASHES = r"\u2010-\u2015-"
_MARK = rf"(?:[ \t]*[:,·•|{_DASHES}](?=\s|$)|(?<=[0-9])[·•|{_DASHES}](?=[^\W\d])|[ \t][·•|\u2010-\u2015](?=\S))"
_HEADING = rf"## ([0-9-]{{10}})(?:[ T]([0-9]{{1,2}}:[0-9]{{2}})(?=[ \t:,·•|{_DASHES}]|$))?{_MARK}?[ \t]*(.*)"
_FIELDS = r"(?:[ \t]*\n)*((?:[-*+] [^\n:]+:[^\n]*(?:\n|$))+)"
# A heading that somebody meant as an entry's: with a day in another form, or not quite where it should be.
_DASH = r"[-/._\u2010-\u2015]"
_DAY = (
    rf"(?:[0-9]{{1,4}}{_DASH}[0-9]{{1,2}}{_DASH}[0-9]{{1,4}}|20[0-9]{{6}}(?![0-9])"
    r"|[0-9]{1,2}[ \u00a0](?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*)"
)
_ALMOST = re.compile(
    r"\n(?=[ #])(?!## [0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]))"
    rf"( {{0,3}}##?[ \t]+(?:\[\[)?(?:(?:ma|di|wo|do|vr|za|zo)[a-z]*[ \u00a0])?{_DAY}"
    r"|##? [^\n]*[0-9]{4}-[0-9]{2}-[0-9]{2}(?=[ \t]*(?:\n|\Z)))",
    re.IGNORECASE,
)
# What leerlog writes below the heading of every entry, and blank lines up to it.
_ID = r"\n {0,3}<!--[ \t]+id="
_HEADED = re.compile(r"## [0-9]{4}-[0-9]{2}-[0-9]{2}[^\n]*(?:\n[ \t]*)*\Z")
_MONTH_FILE = r"[0-9]{4}-[0-9]{2}\.md"
_LABELS = frozenset(LABELS)
_KNOWN_LABELS = {label.casefold(): label for label in LABELS}
_LEVELS = {level.value: level for level in Level}

# A note as leerlog writes it, with nothing in it that would need a closer look.
_ITEM = r"- \[[ x]\] [^\n\\`~\r]+\n(?:  - Resultaat: [^\n\\`~\r]+\n)?"
_USUAL = re.compile(
    r"## ([0-9]{4}-[0-9]{2}-[0-9]{2})(?: ([0-9]{2}:[0-9]{2}))? · (\S(?:[^\n]*\S)?)\n"
    r"<!-- id=([0-9a-z]{8}) checklist=([a-z0-9_-]+) -->\n"
    r"(?:\n(?=- )((?:- (?:Waarde|Traject|Met|Trefwoorden): [^\n]*\n)*)"
    r"(?:- Bouwt op: ([^\n]*)\n)?(?:- Delen: ([^\n]*)\n)?)?"
    r"\n### (\S(?:[^\n]*\S)?)\n<!-- question=([a-z0-9_-]+) -->\n\n([^\\#`~\r]*+)"
    rf"((?:(?<=\n)### (?:{'|'.join(SECTIONS)})\n\n(?:{_ITEM})++(?:\n(?=#))?)*+)\n*+\Z"
)
Names = tuple[str, ...]
# Of whom something is shared with there are few.
_names = lru_cache(maxsize=100)(names)


def parse(text: str, file: str = "", marks: tuple[str, ...] = ()) -> tuple[list[Entry], list[Problem]]:
    """The entries of a month's text, and what could not be read.

    marks: when given, only entries whose Markdown holds one of these strings.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    entries: list[Entry] = []
    problems: list[Problem] = []

    def report(line: int, message: str) -> None:
        problems.append(Problem(file, line, message))

    places = _places(text, marks)
    ids = Ids()
    skipped: list[str] = []
    line, at = 1, 0
    for start, end in blocks(text):
        if marks and not _any_between(places, start, end):
            skipped.append(text[start:end])
            continue
        line += text.count("\n", at, start)
        at = start
        entry = read_usual(text, file, line, start, end) or _read_block(text[start:end], file, line, report)
        if entry and not entry.id:
            # Entries without an id count on those before them for theirs.
            while skipped:
                ids.of_block(skipped.pop())
            entry = entry._replace(id=ids.derive(entry.date, text[start:end].partition("\n")[0]))
        if entry:
            entries.append(entry)
    _check_places(entries, file, report)
    if not marks:
        _check_headings(text, len(entries), report)
        if "\n<<<<<<< " in text or text.startswith("<<<<<<< "):
            _check_conflicts(text, report)
    return entries, sorted(problems, key=lambda problem: problem.line)


def _places(text: str, marks: Iterable[str]) -> list[int]:
    """Where any of the marks stands, in order."""
    found = []
    for mark in marks:
        at = text.find(mark)
        while at >= 0:
            found.append(at)
            at = text.find(mark, at + 1)
    return sorted(found)


def _any_between(places: Sequence[int], start: int, end: int) -> bool:
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end


def _check_places(entries: list[Entry], file: str, report: Report) -> None:
    month = file[:7] if re.fullmatch(_MONTH_FILE, file) else ""
    if not month and len({entry.id for entry in entries}) == len(entries):
        return
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            report(entry.line, f"de id {entry.id} staat al bij een eerdere notitie; geef deze een andere")
        seen.add(entry.id)
    # Days are compared as such: writing out each of them would take longer than all of the rest.
    year, number = (int(month[:4]), int(month[5:])) if month else (0, 0)
    for entry in entries if month else ():
        if entry.date.month != number or entry.date.year != year:
            day = entry.date.isoformat()
            report(entry.line, f"een notitie van {day} hoort in {day[:7]}.md; zet haar over")


def _check_headings(text: str, entries: int, report: Report) -> None:
    """Find what may begin an entry and does not: it would be a part of the entry before it."""
    text = "\n" + text
    before = line_ends(text)
    for found in _ALMOST.finditer(text):
        said = f"'{found[1].strip()}' begint geen notitie; schrijf de kop als ## 2026-11-23"
        report(before(found.start() + 1), said)
    if text.count("<!-- id=") <= entries:
        return
    text = cover_code(text)
    before = line_ends(text)
    for found in re.finditer(_ID, text):
        if not _HEADED.match(text, text.rfind("\n##", 0, found.start()) + 1, found.start()):
            said = "hier begint een notitie zonder kop; zet er een boven als ## 2026-11-23"
            report(before(found.start() + 1), said)


def _check_conflicts(text: str, report: Report) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(("<<<<<<< ", ">>>>>>> ")):
            report(number, "hier staat een samenvoegconflict van git; los het op")


def _read_block(block: str, file: str, line: int, report: Report) -> Entry | None:
    """The entry of one block, without an id when it was given none; None when its date does not exist."""
    head, *sections = split_sections(block)
    first, _, rest = head.partition("\n")
    day, minute, title = _read_heading(first, line, report)
    if day is None:
        return None
    meta, rest = read_comment(rest)
    fields, body = read_fields(rest)
    if _private(meta) or any("priv" in said.lower() for said in fields):
        # There is no such thing: who marks a note as private by hand has to say so in its Delen.
        report(line, "deze notitie noemt zich privé; haal dan ook weg met wie je haar deelt")
    answers: list[Answer] = []
    items: list[FollowUp] = []
    _check_labels(block, fields, len(head) - len(body), line, report)
    wide = meta.get("guard") == WIDE
    if text := unescape(clean(body), "body", wide=wide):
        answers.append(Answer("", text))
    at = line + head.count("\n") + 1
    for section in sections:
        _read_section(section, day, at, wide, answers, items, report)
        at += section.count("\n") + 1
    field = fields.get
    return Entry(
        meta.get("id", ""),
        day,
        minute,
        meta.get("checklist", ""),
        title,
        field("Traject", ""),
        names(field("Met", "")),
        names(field("Trefwoorden", "")),
        _read_level(field("Waarde"), "Waarde:", block, line, report),
        names(field("Delen", "")),
        names(field("Bouwt op", "")),
        tuple(answers),
        tuple(items),
        file,
        line,
    )


def _check_labels(block: str, fields: dict[str, str], begin: int, line: int, report: Report) -> None:
    """Find the labels that do not count: below the text, or spelled almost right among those that do."""
    for label, value in fields.items():
        if label not in _LABELS and (meant := _KNOWN_LABELS.get(one_line(label).casefold())):
            report(line + block.count("\n", 0, block.find(label)), _no_label(f"{label}: {value}", meant, value))
    before = line_ends(block)
    for found in re.finditer(ALMOST_LABEL, block[begin:]):
        meant = _KNOWN_LABELS[one_line(found["label"]).casefold()]
        said = _no_label(one_line(found[0]), meant, one_line(found["value"]))
        report(line + before(begin + found.start("label")), said)


def _no_label(written: str, label: str, value: str) -> str:
    return f"{in_quotes(written)} telt niet mee; zet direct onder de kop: - {label}: {value}"


def _read_heading(heading: str, line: int, report: Report) -> tuple[date | None, time | None, str]:
    found = re.match(_HEADING, heading)
    if found is None:
        return None, None, ""
    day, minute = None, None
    try:
        day = date.fromisoformat(found[1])
        minute = time.fromisoformat(found[2].zfill(5)) if found[2] else None
    except ValueError:
        if day is None:
            report(line, f"de datum {found[1]} bestaat niet; deze notitie telt niet mee")
        else:
            report(line, f"het tijdstip {found[2]} bestaat niet; deze notitie staat zonder tijd")
    return day, minute, found[3].strip()


def field_lines(body: str) -> tuple[int, list[str]]:
    """The lines of the labels at the start of a body, and how many blank ones come before them."""
    found = re.match(_FIELDS, body)
    if not found or not read_fields(body)[0]:
        return 0, []
    return body.count("\n", 0, found.start(1)), found[1].rstrip("\n").split("\n")


def read_fields(body: str) -> tuple[dict[str, str], str]:
    """The labels at the start of a body, unknown ones included, and the text after them."""
    found = re.match(_FIELDS, body)
    if not found:
        return {}, body
    fields: dict[str, str] = {}
    for line in found[1].rstrip("\n").split("\n"):
        label, _, value = line[2:].partition(":")
        fields.setdefault(label, value.strip())
    return ({}, body) if _LABELS.isdisjoint(fields) else (fields, body[found.end() :])


def _read_section(
    text: str, day: date, line: int, wide: bool, answers: list[Answer], items: list[FollowUp], report: Report
) -> None:
    """Read what is under one heading of level 3, which stands on `line`, into `answers` and `items`."""
    title, meta, kind, body, before = read_section(text)
    if kind:
        found, body = read_items(kind, body, day, line + before, report)
        # A comment beside items may be to keep them private, or may hide some of them.
        kept = _private(meta) or "<!--" in body
        items += [item._replace(private=True) for item in found] if kept else found
    body = unescape(clean(body), "tasks" if kind else "answer", wide=wide)
    question = meta.get("question", "")
    if body or question:
        level = _read_level(meta.get("value"), "value=", text, line, report)
        answers.append(Answer(question, body, title, level, _private(meta)))


def _private(meta: dict[str, str]) -> bool:
    """Whether a comment keeps something private, also in a word that a hand chose for it."""
    return any("priv" in key and value not in ("false", "no", "nee") for key, value in meta.items())


def _read_level(text: str | None, mark: str, block: str, line: int, report: Report) -> Level | None:
    if not text:
        return None
    level = _LEVELS.get(text) or parse_level(text)
    if level is None:
        at = line + block.count("\n", 0, block.find(mark))
        report(at, f"{in_quotes(text)} is geen waardeniveau; de waarde telt niet mee")
    return level


def read_usual(text: str, file: str, number: int, start: int = 0, end: int = sys.maxsize) -> Entry | None:
    """The entry of a block in its usual form; None when it is not, or something in it is wrong.

    start, end: where the block is in a text of many.
    """
    found = _USUAL.match(text, start, end)
    if found is None:
        return None
    day, minute, title, entry_id, checklist, labels, links, share, heading, question, body, lists = found.groups()
    if (lists and not body) or (":" in body and re.search(ALMOST_LABEL, body)):
        return None
    try:
        return Entry(
            entry_id,
            date.fromisoformat(day),
            time.fromisoformat(minute) if minute else None,
            checklist,
            title,
            *_read_usual_labels(labels or ""),
            _names(share or ""),
            names(links) if links else (),
            (Answer(question, clean(body), heading),),
            tuple(_read_usual_lists(lists, date.fromisoformat(day))) if lists else (),
            file,
            number,
        )
    except (KeyError, ValueError):
        return None


def _read_usual_lists(lists: str, day: date) -> Iterator[FollowUp]:
    """The items under the headings that are for them; day: that of the entry.

    Raises:
        ValueError: for what is only almost understood.
    """
    for section in f"\n{lists}".split("\n### ")[1:]:
        heading, _, body = section.partition("\n")
        for task in find_tasks(body.split("\n"))[0]:
            item, slip, *_ = read_line(SECTIONS[heading], task.words, day, task.ticked, task.result)
            if slip:
                raise ValueError(slip)
            yield item


@lru_cache(maxsize=1000)
def _read_usual_labels(labels: str) -> tuple[str, Names, Names, Level | None]:
    """What stands behind the labels, which many notes have in common.

    Raises:
        KeyError: for a level that there is not.
        ValueError: for a label that stands there twice.
    """
    lines = labels.rstrip("\n").split("\n") if labels else []
    fields = dict(line[2:].split(": ", 1) for line in lines)
    if len(fields) < len(lines):
        raise ValueError(labels)
    level, field = fields.get("Waarde"), fields.get
    return (
        field("Traject", "").strip(),
        names(field("Met", "")),
        names(field("Trefwoorden", "")),
        _LEVELS[level] if level else None,
    )
