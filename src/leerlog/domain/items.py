"""One line of a task list ⇄ one follow-up: `Uitproberen (wie: Anja, voor 2026-12-07)`."""

import re
from datetime import date

from leerlog.domain.dates import parse_day
from leerlog.domain.entry import FollowUp, Kind

# What begins the person-when-done part; the same words in somebody's text get
# one backslash more, and reading takes one off.
_OPENER = re.compile(r"\\*\((?=(?:wie: |voor \d|gedaan \d))")
_OPENED = re.compile(r"\\(\\*\((?:wie: |voor \d|gedaan \d))")
_SEPARATOR = re.compile(r"\\*, (?=(?:voor \d|gedaan \d))")
_SEPARATED = re.compile(r"\\(\\*, (?:voor \d|gedaan \d))")
_META = re.compile(
    r"(?:^| )(?<!\\)\((?:wie: (?P<who>.*?))?"
    r"(?:(?(who)(?<!\\), )voor (?P<due>\d\S*?))?"
    r"(?:(?(due)(?<!\\), |(?(who)(?<!\\), ))gedaan (?P<done>\d\S*?))?\)$"
)
TASK = re.compile(r"[-*+] \[([ xX])\] ?(.*)")


def item_line(item: FollowUp) -> str:
    """The item's words with who, when and done behind them, without the tick box."""
    text = _OPENER.sub(lambda found: "\\" + found[0], item.text)
    parts = []
    if item.who:
        parts.append("wie: " + _escape_who(item.who))
    if item.due:
        parts.append(f"voor {item.due.isoformat()}")
    if item.done:
        parts.append(f"gedaan {item.done.isoformat()}")
    return f"{text} ({', '.join(parts)})" if parts else text


def _escape_who(who: str) -> str:
    return _SEPARATOR.sub(lambda found: "\\" + found[0], _OPENER.sub(lambda found: "\\" + found[0], who))


def parse_item(kind: Kind, line: str, ticked: bool = False) -> FollowUp:
    """The item that a line means.

    Raises:
        ValueError: with the reason in Dutch, for a date that does not exist.
    """
    found = _META.search(line)
    if not found or not any(found.groups()):
        return FollowUp(kind, _OPENED.sub(r"\1", line).strip(), ticked=ticked)
    who = _SEPARATED.sub(r"\1", _OPENED.sub(r"\1", found["who"] or ""))
    due, done = (_day(found[name]) for name in ("due", "done"))
    text = _OPENED.sub(r"\1", line[: found.start()]).strip()
    return FollowUp(kind, text, who, due, done, ticked or done is not None)


def _day(text: str | None) -> date | None:
    return parse_day(text) if text else None


def task_line(item: FollowUp) -> str:
    """The item as a line of a Markdown task list."""
    return f"- [{'x' if item.ticked else ' '}] {item_line(item)}"
