"""One item of a task list ⇄ one follow-up: `Uitproberen (wie: Anja, voor 2026-12-07)`, and its result below it."""

import re
from datetime import date

from leerlog.domain.dates import parse_day
from leerlog.domain.entry import FollowUp, Kind

BACKSLASH = "\\"

# Read also without its accent, or with one of its own: a slip must not make it public.
_KEPT = r"(?i:priv(?:é|e\u0301?))"
# What begins the person-when-done part; the same words in somebody's text get
# one backslash more, and reading takes one off.
_BEGIN = rf"\((?:wie: |voor [0-9]|gedaan [0-9]|{_KEPT}(?=\)|\\*, ))"
_NEXT = rf", (?:voor [0-9]|gedaan [0-9]|{_KEPT}(?=\)|\\*, |\Z))"
_PLAIN = re.compile(rf"(?<!\\)(\\*(?:{_BEGIN}|{_NEXT}))")
_ESCAPED = re.compile(rf"(?<!\\)\\(\\*(?:{_BEGIN}|{_NEXT}))")
# A date, and what a hand might write for one: that is a problem to report, not a name.
_DAY = (
    r"[0-9][0-9./-]*"
    r"(?: (?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?(?: [0-9]{4})?)?"
)
# Kept private may stand in any place, so that what is added to the end never has to move it.
_META = re.compile(
    rf"(?:^| )\((?:(?P<p0>{_KEPT})(?:, (?!\))|(?=\))))?(?:wie: (?P<who>(?:(?!(?<!\\){_BEGIN}).)*?))?"
    rf"(?:(?(who)(?<!\\), |(?!))(?P<p1>{_KEPT}))?"
    rf"(?:(?(p1), |(?(who)(?<!\\), ))voor (?P<due>{_DAY}))?"
    rf"(?:(?(due), |(?!))(?P<p2>{_KEPT}))?"
    rf"(?:(?(p2), |(?(due), |(?(p1), |(?(who)(?<!\\), ))))gedaan (?P<done>{_DAY}))?"
    rf"(?:(?(done), |(?!))(?P<p3>{_KEPT}))?\)$"
)
TASK = re.compile(r"[ \t]*[-*+] \[([ xX])\](?:[ \t](.*)|$)")
RESULT = re.compile(r"[ \t]+(?:[-*+][ \t]+)?[Rr]esultaat:(.*)")


def item_line(item: FollowUp) -> str:
    """The item's words with who, when and done behind them, without the tick box."""
    parts = []
    if item.who:
        parts.append("wie: " + _escape(item.who))
    if item.due:
        parts.append(f"voor {item.due.isoformat()}")
    if item.private:
        parts.append("privé")
    if item.done:
        # What is added to an item later on comes at its end.
        parts.append(f"gedaan {item.done.isoformat()}")
    text = _escape(item.text)
    # A backslash before the comma or the bracket would make it part of the name.
    meta = ", ".join(part + " " if part.endswith(BACKSLASH) else part for part in parts)
    return f"{text} ({meta})" if meta else text


def _escape(text: str) -> str:
    return _PLAIN.sub(r"\\\1", text)


def _unescape(text: str) -> str:
    return (_ESCAPED.sub(r"\1", text) if BACKSLASH in text else text).strip()


def _meta(line: str) -> re.Match[str] | None:
    found = _META.search(line) if line.endswith(")") else None
    return found if found and any(found.groups()) else None


def done_ending(line: str, done: date) -> tuple[int, str]:
    """How to end an item's line to say when it was done: how many characters go, and what comes.

    An item that says so already stays as it is.
    """
    found = _meta(line)
    if not found:
        return 0, f" (gedaan {done.isoformat()})"
    if found["done"]:
        return 0, ""
    return 1, f"{' ' if line[-2] == BACKSLASH else ''}, gedaan {done.isoformat()})"


def move_change(line: str, due: date) -> tuple[int, int, str]:
    """What to put where in an item's line, for it to be due on a day: from, to, and the text in between."""
    found = _meta(line)
    if not found:
        return len(line), len(line), f" (voor {due.isoformat()})"
    if found["due"]:
        return *found.span("due"), due.isoformat()
    if found["p1"] or (found["p0"] and not found["who"]):
        # As it is written anew, the day stands before that it is private.
        start = found.start("p1" if found["p1"] else "p0")
        return start, start, f"voor {due.isoformat()}, "
    end = len(line) - 1
    return end, end, f"{' ' if line[end - 1] == BACKSLASH else ''}, voor {due.isoformat()}"


def parse_item(kind: Kind, line: str, ticked: bool = False, result: str = "") -> FollowUp:
    """The item that a line means, with what came of it.

    Raises:
        ValueError: with the reason in Dutch, for a date that does not exist.
    """
    found = _meta(line)
    if not found:
        return FollowUp(kind, _unescape(line), ticked=ticked, result=result)
    due, done = (_day(found[name]) for name in ("due", "done"))
    text, who = _unescape(line[: found.start()]), _unescape(found["who"] or "")
    private = any(found[name] for name in ("p0", "p1", "p2", "p3"))
    return FollowUp(kind, text, who, due, done, ticked or done is not None, result, private)


def _day(text: str | None) -> date | None:
    return parse_day(text) if text else None


def task_line(item: FollowUp) -> str:
    """The item as a line of a Markdown task list; what came of it stands on a line below."""
    result = "\n" + result_line(item.result) if item.result else ""
    return f"- [{'x' if item.ticked else ' '}] {item_line(item)}{result}"


def result_line(result: str, indent: str = "") -> str:
    """What came of an item, as it stands below it; `indent`: that of the item."""
    return f"{indent}  - Resultaat: {result}"
