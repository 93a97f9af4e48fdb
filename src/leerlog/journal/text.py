"""Entry ⇄ Markdown. The law: `parse(render(tidy(entry)))` gives the tidy entry back."""

import re
from collections.abc import Iterator
from datetime import date, time
from zlib import crc32

from leerlog.domain.dates import month_name
from leerlog.domain.entry import ALPHABET, Answer, Entry, FollowUp, Kind, Problem, clean, id_prefix, names
from leerlog.domain.items import TASK, parse_item, task_line
from leerlog.domain.value import Level, parse_level
from leerlog.journal.guard import guard, unguard

FORMAT = "<!-- leerlog 1 -->"
SECTIONS: dict[str, Kind] = {
    "Afspraken": "follow_up",
    "Belemmeringen": "obstacle",
    "Vragen aan het team": "ask",
}

ENTRY = re.compile(r"^## (?=\d{4}-\d\d-\d\d(?!\d))", re.MULTILINE)
_FOREIGN = re.compile(r"^#{1,2} ", re.MULTILINE)
_HEADING = re.compile(r"## (\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(?!\S))?(?: ·(?= |$))? ?(.*)")
_COMMENT = re.compile(r"\s*<!--[ \t]*((?:id|checklist|question|value|private)\b[^\n]*?)[ \t]*-->[ \t]*(?:\n|$)")
_FIELDS = re.compile(r"\n*((?:- [^\n:]+:[^\n]*(?:\n|$))+)")
_LABELLED = re.compile(r"^- (Waarde|Traject|Met|Trefwoorden|Bouwt op|Delen):", re.MULTILINE)
_MARKER = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)


def header(day: date) -> str:
    """The first lines of a new month file."""
    return f"{FORMAT}\n# Leerlog {month_name(day.month)} {day.year}\n\n"


def render(entry: Entry) -> str:
    """A tidy entry in Markdown, from its heading to its last line's end."""
    parts = [_render_head(entry)]
    if fields := _render_fields(entry):
        parts.append(fields)
    parts += [_render_answer(answer) for answer in entry.answers]
    for title, kind in SECTIONS.items():
        if items := [task_line(item) for item in entry.follow_ups if item.kind == kind]:
            parts.append(f"### {title}\n\n" + "\n".join(items))
    return "\n\n".join(parts) + "\n"


def _render_head(entry: Entry) -> str:
    minute = f" {entry.time:%H:%M}" if entry.time else ""
    title = f" · {entry.title}" if entry.title else ""
    checklist = f" checklist={entry.checklist}" if entry.checklist else ""
    return f"## {entry.date.isoformat()}{minute}{title}\n<!-- id={entry.id}{checklist} -->"


def _render_fields(entry: Entry) -> str:
    fields = {
        "Waarde": entry.value or "",
        "Traject": entry.course,
        "Met": ", ".join(entry.people),
        "Trefwoorden": ", ".join(entry.tags),
        "Bouwt op": ", ".join(entry.builds_on),
        "Delen": ", ".join(entry.share),
    }
    return "\n".join(f"- {label}: {value}" for label, value in fields.items() if value)


def _render_answer(answer: Answer) -> str:
    if not answer.question and not answer.title:
        return guard(answer.text, first=True)
    value = f" value={answer.value}" if answer.value else ""
    private = " private=true" if answer.private else ""
    comment = f"<!-- question={answer.question}{value}{private} -->\n" if answer.question else ""
    return f"### {answer.title}\n{comment}\n{guard(answer.text)}"


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Where each entry begins and ends in a month's text.

    An entry ends at the next one, or at a heading of level 1 or 2 made by hand.
    """
    starts = [found.start() for found in ENTRY.finditer(text)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        foreign = _FOREIGN.search(text, start + 3, end)
        yield start, foreign.start() if foreign else end


def parse(text: str, file: str) -> tuple[list[Entry], list[Problem]]:
    """All entries of a month's text, and what could not be read."""
    text = text.replace("\r\n", "\n")
    entries: list[Entry] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    line, at = 1, 0
    for start, end in blocks(text):
        line += text.count("\n", at, start)
        at = start
        entry = parse_block(text[start:end], file, line, problems)
        if entry is None:
            continue
        if entry.id in seen:
            message = f"de id {entry.id} staat al bij een eerdere notitie; geef deze een andere"
            problems.append(Problem(file, line, message))
        seen.add(entry.id)
        entries.append(entry)
    for found in _MARKER.finditer(text) if "<<<<<<< " in text else ():
        line = text.count("\n", 0, found.start()) + 1
        problems.append(Problem(file, line, "hier staat een samenvoegconflict van git; los het op"))
    return entries, problems


def parse_block(block: str, file: str, line: int, problems: list[Problem]) -> Entry | None:
    """The entry of one block; None, with a problem, when its date does not exist."""
    head, *sections = block.split("\n### ")
    first, _, rest = head.partition("\n")
    heading = _HEADING.match(first)
    if heading is None:
        return None
    try:
        day = date.fromisoformat(heading[1])
    except ValueError:
        problems.append(Problem(file, line, f"de datum {heading[1]} bestaat niet; deze notitie telt niet mee"))
        return None
    meta, body = comment(rest)
    fields, body = _fields(body)
    answers: list[Answer] = []
    items: list[FollowUp] = []
    if text := unguard(clean(body), first=True):
        answers.append(Answer("", text))
    at = line + head.count("\n") + 1
    for section in sections:
        _section(section, answers, items, file, at, problems)
        at += section.count("\n") + 1
    return Entry(
        meta.get("id") or derived_id(day, first),
        day,
        _time(heading[2], file, line, problems),
        meta.get("checklist", ""),
        heading[3].strip(),
        fields.get("Traject", ""),
        names(fields.get("Met", "")),
        names(fields.get("Trefwoorden", "")),
        _level(fields.get("Waarde", ""), file, line, problems),
        names(fields.get("Delen", "")),
        names(fields.get("Bouwt op", "")),
        tuple(answers),
        tuple(items),
        file,
        line,
    )


def derived_id(day: date, heading: str) -> str:
    """The id of an entry that was written by hand without one: its month, and a sum over its heading."""
    total = crc32(heading.strip().encode("utf-8", "surrogatepass"))
    return id_prefix(day) + "".join(ALPHABET[total >> shift & 31] for shift in range(0, 30, 5))


def comment(text: str) -> tuple[dict[str, str], str]:
    """The machine's half at the start of a text, and the text after it."""
    found = _COMMENT.match(text)
    if not found:
        return {}, text
    pairs = (word.partition("=") for word in found[1].split())
    return {key: value for key, _, value in pairs}, text[found.end() :]


def _fields(body: str) -> tuple[dict[str, str], str]:
    """The labels at the start of a body, unknown ones included, and the text after them."""
    found = _FIELDS.match(body)
    if not found or not _LABELLED.search(found[1]):
        return {}, body
    fields: dict[str, str] = {}
    for line in found[1].rstrip("\n").split("\n"):
        label, _, value = line[2:].partition(":")
        fields.setdefault(label, value.strip())
    return fields, body[found.end() :]


def _section(
    section: str, answers: list[Answer], items: list[FollowUp], file: str, line: int, problems: list[Problem]
) -> None:
    title, _, rest = section.partition("\n")
    title = title.strip()
    meta, body = comment(rest)
    if title in SECTIONS and "question" not in meta:
        body = _items(SECTIONS[title], rest, items, file, line, problems)
        if not body.strip():
            return
    text = unguard(clean(body))
    if not text and "question" not in meta:
        return
    value = _level(meta.get("value", ""), file, line, problems)
    private = "private" in meta and meta["private"] not in ("false", "no", "nee")
    answers.append(Answer(meta.get("question", ""), text, title, value, private))


def _items(kind: Kind, body: str, items: list[FollowUp], file: str, line: int, problems: list[Problem]) -> str:
    """Read a task list into `items`; what is left over is the person's own text."""
    left: list[str] = []
    tasks: list[tuple[int, str, bool]] = []
    for number, text in enumerate(body.split("\n"), line + 1):
        found = TASK.match(text)
        if found:
            tasks.append((number, found[2], found[1] != " "))
        elif tasks and text.startswith("  ") and text.strip():
            # A line that an editor wrapped belongs to the item above it.
            start, words, ticked = tasks[-1]
            tasks[-1] = (start, f"{words} {text.strip()}", ticked)
        else:
            left.append(text)
    for number, text, ticked in tasks:
        try:
            items.append(parse_item(kind, text, ticked))
        except ValueError as error:
            problems.append(Problem(file, number, f"{error}; deze afspraak staat zonder datum"))
            items.append(FollowUp(kind, text, ticked=ticked))
    return "\n".join(left)


def _time(text: str | None, file: str, line: int, problems: list[Problem]) -> time | None:
    if not text:
        return None
    try:
        return time.fromisoformat(text)
    except ValueError:
        problems.append(Problem(file, line, f"het tijdstip {text} bestaat niet"))
        return None


def _level(text: str, file: str, line: int, problems: list[Problem]) -> Level | None:
    if not text:
        return None
    level = parse_level(text)
    if level is None:
        problems.append(Problem(file, line, f"'{text}' is geen waardeniveau; de waarde telt niet mee"))
    return level
