"""The one grammar of an item: `Uitproberen (wie: Anja, voor 2026-12-07)`, its box, and its result below it.

One reader for what is typed and what a hand wrote. leerlog itself writes an item
in one way, which is read at once; what stands there in another way is read as a
colleague would read it (`brackets`). What is only almost understood is said: no
date, no name and no item is dropped in silence.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from leerlog.domain.entry import FollowUp, Kind

BACKSLASH = "\\"

# A box behind any bullet, or none; a link (`[x](…)`) is no box. Then the words.
TASK = re.compile(
    r"[ \t]*(?:>[ \t]*)*(?:(?:[-*+\u2022\u2013]|[0-9]{1,3}[.)])[ \t]*)?"
    r"\[[ \t]*(?P<tick>[xX]?)[ \t]*\](?:[ \t]+(?P<words>.*)|$|(?P<close>(?![(\[:]).*))"
)
# Texts, which `re` makes when one is first used, as it seldom is.
# What somebody may have meant as an item: another mark in the box, or no box behind the bullet.
_UNKNOWN_BOX = r"[ \t]*(?:>[ \t]*)*[-*+\u2022\u2013][ \t]*\[[^\]\n]?\][ \t]+\S"
_BULLET = (
    r" ?(?:>[ \t]*)*(?:(?:[-*+\u2022\u2013\u2014]|[0-9]{1,3}[.)])[ \t]+\S|[\u2610-\u2612\u2705\u2713-\u2718\u274c])"
)
_RESULT_AT_EDGE = r"(?i) ?[-*+\u2022][ \t]*resultaat[ \t]*:"
RESULT = re.compile(r"[ \t]+(?:[-*+\u2022][ \t]*)?(?i:resultaat)[ \t]*:(.*)")

# The marks by which the items of a journal are asked for; `spellings` says how they may stand in a file.
OPEN, TICKED, DONE = "[ ] ", "[x] ", "gedaan "
_BOXES = {OPEN: re.compile(rb"\[[ \t]*\]"), TICKED: re.compile(rb"\[[ \t]*[xX][ \t]*\]")}
_READY = (b"gedaan", b"afgerond", b"klaar")
_READY_BYTES = rb"(?i:%b)\b" % b"|".join(_READY)
_OPENING = (b"(", b",", b";")
_DAY_DONE = re.compile(
    rb"(?:[(,;]\s*%b|\s%b(?=\s*:?\s*(?:op\b\s*:?\s*)?[0-9]))(?: ([0-9]{4}-[0-9]{2})-[0-9]{2}(?![0-9./-]))?"
    % (_READY_BYTES, _READY_BYTES)
)

# A line with nothing in it but what leerlog writes, which is most of them.
_ISO = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_AS_WRITTEN = re.compile(
    r"(?P<text>[^()\\]+?)(?: \((?!\))(?:wie: (?P<who>[^()\\,;:=\s][^()\\,;:=]*?))?"
    rf"(?:(?(who), )voor (?P<due>{_ISO}))?(?P<private>(?:(?(due), |(?(who), )))privé)?"
    rf"(?:(?(private), |(?(due), |(?(who), )))gedaan (?P<done>{_ISO}))?\))?"
)
# What needs a backslash, or a closer look.
_ODD = re.compile(r"[()\\,;]")
_ODD_NAME = r"(?i)\b(?:wie|door|v(?:oo|óó|o\u0301o\u0301)r|uiterlijk|wanneer|deadline|gedaan|afgerond|klaar)\b|\s\Z"
_SAYS = {"who": ("who",), "name": ("name",), "due": ("due", "date"), "done": ("done",)}


Span = tuple[int, int]


class Reading(NamedTuple):
    """What a line means, and where in it to say more.

    slip: what is almost understood, in Dutch; the words in question are then text.
    due: where the day stands that it is due, that of a slip too.
    tail: where new brackets can stand.
    more, close: where more can be said between those that are there: before the bracket
        that ends them, or `more` before `privé` when that comes last.
    """

    item: FollowUp
    slip: str = ""
    due: Span | None = None
    tail: int = 0
    more: int | None = None
    close: int | None = None


def item_line(item: FollowUp) -> str:
    """The item's words with who, when and done behind them, without the tick box."""
    parts = []
    if item.who:
        parts.append("wie: " + _escaped_name(item.who))
    if item.due:
        parts.append(f"voor {item.due.isoformat()}")
    if item.private:
        parts.append("privé")
    if item.done:
        # What is added to an item later on comes at its end.
        parts.append(f"gedaan {item.done.isoformat()}")
    text = _escaped(item.text)
    # A backslash before the comma or the bracket would make it part of the name.
    meta = ", ".join(part + " " if part.endswith(BACKSLASH) else part for part in parts)
    return f"{text} ({meta})" if meta else text


def task_line(item: FollowUp) -> str:
    """The item as a line of a Markdown task list; what came of it stands on a line below."""
    result = "\n" + result_line(item.result) if item.result else ""
    return f"- [{'x' if item.ticked else ' '}] {item_line(item)}{result}"


def result_line(result: str, indent: str = "") -> str:
    """What came of an item, as it stands below it; `indent`: that of the item."""
    return f"{indent}  - Resultaat: {result}"


def read_line(
    kind: Kind, line: str, day: date | None, ticked: bool = False, result: str = "", *, typed: bool = False
) -> Reading:
    """The item that a line means.

    day: what its dates are counted from, looking forward: of what a hand wrote the
        day of the entry, of what is typed today. None for a line that leerlog wrote,
        which has only dates with their year.
    typed: whether it is being typed, and what is understood will be shown: then a day
        alone between brackets, and `voor 20 maart` at the end, are when it is due.
    """
    usual = None if typed else _AS_WRITTEN.fullmatch(line)
    if usual and not re.search(_ODD_NAME, usual["who"] or ""):
        with suppress(ValueError):
            return _read_usual(kind, usual, ticked, result)
    from leerlog.domain import brackets

    groups, slips = brackets.find(line, day, typed) if "(" in line else ([], [])
    found = {
        name: next((part for group in groups for part in group.parts if part.kind in kinds), None)
        for name, kinds in _SAYS.items()
    }
    who, due, done = found["who"] or found["name"], found["due"], found["done"]
    text, when = brackets.words(line, groups, who), due.day if due else None
    name = brackets.unescape_name(line[slice(*who.value)]) if who else ""
    if typed and not slips:
        # Without brackets `wie: Noor` comes before the day or behind it.
        text, name = brackets.trailing_name(text, name)
        text, when = brackets.trailing_day(text, day) if not (due or done) else (text, when)
        text, name = brackets.trailing_name(text, name)
    item = FollowUp(
        kind,
        text,
        name,
        when,
        done.day if done else None,
        ticked or done is not None,
        result,
        any(group.first("private") for group in (*groups, *slips)),
    )
    days = [part.value for group in slips for part in group.parts if part.kind == "due"]
    days += [due.value] if due else []
    tail = min((group.span[0] for group in slips if group.slip == brackets.UNCLOSED), default=len(line))
    said = Reading(item, slips[0].slip if slips else "", days[0] if days else None, tail)
    if not groups:
        return said
    close, last = groups[0].span[1] - 1, groups[0].parts[-1]
    return said._replace(more=last.span[0] if last.kind == "private" else close, close=close)


def _read_usual(kind: Kind, found: re.Match[str], ticked: bool, result: str) -> Reading:
    """What a line means that has nothing in it but what leerlog writes.

    Raises:
        ValueError: for a date that does not exist.
    """
    due, done = (date.fromisoformat(found[name]) if found[name] else None for name in ("due", "done"))
    text, who, private = found["text"].strip(), found["who"] or "", found["private"] is not None
    item = FollowUp(kind, text, who, due, done, ticked or done is not None, result, private)
    end = found.end()
    if not (who or due or done or private):
        return Reading(item, "", None, end)
    more = found.end("private") - len("privé") if private and not done else end - 1
    return Reading(item, "", found.span("due") if due else None, end, more, end - 1)


def done_change(line: str, reading: Reading, done: date) -> tuple[int, int, str]:
    """What to put where in an item's line to say when it was done: from, to, and the text in between.

    An item that says so already stays as it is.
    """
    if reading.item.done:
        return len(line), len(line), ""
    if reading.close is None:
        return _new_brackets(line, reading, f"(gedaan {done.isoformat()})")
    return reading.close, reading.close, f"{_apart(line, reading.close)}, gedaan {done.isoformat()}"


def move_change(line: str, reading: Reading, due: date) -> tuple[int, int, str]:
    """What to put where in an item's line, for it to be due on a day: from, to, and the text in between."""
    if reading.due:
        return *reading.due, due.isoformat()
    if reading.close is None or reading.more is None:
        return _new_brackets(line, reading, f"(voor {due.isoformat()})")
    if reading.more < reading.close:
        # As it is written anew, the day stands before that it is private.
        return reading.more, reading.more, f"voor {due.isoformat()}, "
    return reading.close, reading.close, f"{_apart(line, reading.close)}, voor {due.isoformat()}"


def _new_brackets(line: str, reading: Reading, text: str) -> tuple[int, int, str]:
    at = reading.tail
    return at, at, f" {text}" if at == len(line) else f"{text} "


def _apart(line: str, at: int) -> str:
    """A space behind a backslash, which would make what follows part of the name."""
    return " " if line[at - 1] == BACKSLASH else ""


def meant(line: str) -> str:
    """What is wrong with a line under a heading of items that is none, in Dutch; "" when it may well be text."""
    if re.match(_UNKNOWN_BOX, line):
        return "dit vakje ken ik niet; schrijf - [ ] of - [x]"
    if re.match(_RESULT_AT_EDGE, line):
        return "dit resultaat telt niet mee; zet er twee spaties voor"
    if re.match(_BULLET, line) or _says_who_or_when(line):
        return "hier staat geen vakje, dus dit telt niet mee; schrijf - [ ] ervoor"
    return ""


def _says_who_or_when(line: str) -> bool:
    if "(" not in line:
        return False
    from leerlog.domain.brackets import ANY_DAY, find

    return any(find(line, ANY_DAY, False))


def spellings(raw: bytes, mark: str) -> list[str]:
    """How a mark stands in the bytes of a month file with LF line ends: as leerlog writes it, and as hands do.

    mark: OPEN, TICKED, DONE with the beginning of the months that are asked for; any other as it is.
    """
    if mark in _BOXES:
        return sorted({found.decode() for found in _BOXES[mark].findall(raw)})
    if not mark.startswith(DONE):
        return [mark] if mark.encode() in raw else []
    since = mark.removeprefix(DONE).encode()
    return sorted({each[0].decode() for each in _days_done(raw) if not each[1] or each[1].startswith(since)})


def _days_done(raw: bytes) -> Iterator[re.Match[bytes]]:
    """Where an item says that it was done, and in which month if that is sure."""
    # Looking for the words takes a tenth of what looking for the pattern does.
    lower = raw.lower()
    for word in _READY:
        at = lower.find(word)
        while at >= 0:
            before = at
            while raw[before - 1 : before].isspace():
                before -= 1
            begin = before if raw[before - 1 : before] in _OPENING else at
            if begin and (found := _DAY_DONE.match(raw, begin - 1)):
                yield found
            at = lower.find(word, at + 1)


def _escaped(text: str) -> str:
    if not _ODD.search(text):
        return text
    from leerlog.domain.brackets import escape

    return escape(text)


def _escaped_name(name: str) -> str:
    if not (_ODD.search(name) or re.search(_ODD_NAME, name)):
        return name
    from leerlog.domain.brackets import escape_name

    return escape_name(name)
