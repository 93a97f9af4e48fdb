"""Plain text as it comes from elsewhere, from Word, OneNote or mail: a date on a line of its own above each note."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, time, timedelta
from typing import NamedTuple

from leerlog.domain.entry import Problem, clean, is_blank
from leerlog.domain.when import parse_moment
from leerlog.journal.incoming import Coming, Found, foreign

Moment = tuple[date, time | None]
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?: ?uur)?")
# A day with its month, and not `vrijdag` or `2 weken`, which mean another day when they are read later.
_DATE = re.compile(r"\d.*[^\W\d_]{3}|\d+[-/.]\d+[-/.]\d+")
_AROUND = " \t#*_:\ufeff\u200b"
_LONGEST_DATE = 60


class Head(NamedTuple):
    """A line that begins a note: its moment, or what is wrong with that in Dutch, and what else stands on the line."""

    moment: Moment | None
    rest: str = ""
    wrong: str = ""


class Part(NamedTuple):
    """A stretch of a text: the moment of it, the line that says so (0: none does), its lines and what is wrong."""

    moment: Moment | None
    line: int
    lines: list[str]
    wrong: str = ""


def parts(text: str, head_of: Callable[[str], Head | None], on: Moment | None) -> Iterator[Part]:
    """The stretches of a text; the first is what stands above every date.

    on: the moment of that first one.
    """
    part = Part(on, 0, [])
    for number, line in enumerate(plain_lines(text), 1):
        head = head_of(line)
        if head is None:
            part.lines.append(line)
            continue
        yield part
        part = Part(head.moment, number, [head.rest] if head.rest else [], head.wrong)
    yield part


def plain_lines(text: str) -> list[str]:
    """The lines of a text, however it ends them."""
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def unread(part: Part, file: str) -> Problem:
    """That nobody knows of which day a stretch is."""
    if part.wrong:
        return Problem(file, part.line, part.wrong)
    last = len(part.lines)
    where = f"regel 1 tot en met {last}" if last > 1 else "regel 1"
    return Problem(file, 1, f"{where}: hier staat geen datum boven; zeg met --on van welke dag het is")


def read_text(text: str, file: str, today: date, on: Moment | None = None) -> Found:
    """The notes of a text with a date on a line of its own above each.

    on: the moment of what stands above the first date, or of all when there is none.
    """

    def head_of(line: str) -> Head | None:
        moment = day_of_line(line, today)
        return Head(moment) if moment else None

    notes: list[Coming] = []
    problems: list[Problem] = []
    told: list[str] = []
    for part in parts(text, head_of, on):
        moment, lines = part.moment, part.lines
        if moment and part.line and lines and not moment[1] and (clock := _clock(lines[0])):
            moment, lines = (moment[0], clock), lines[1:]  # OneNote gives it a line of its own
        said = clean("\n".join(lines))
        if is_blank(said):
            if part.line:
                told.append(f"{file}, regel {part.line}: onder deze datum staat niets.")
        elif moment is None:
            problems.append(unread(part, file))
        else:
            try:
                notes.append(foreign(said, moment, file, part.line + 1))
            except ValueError as error:
                problems.append(Problem(file, part.line + 1, str(error)))
    return Found(tuple(notes), tuple(problems), tuple(told))


def day_of_line(line: str, today: date) -> tuple[date, time | None] | None:
    """The moment that a line is; None when it says anything else, or a day that counts from today."""
    line = line.strip(_AROUND)
    if len(line) > _LONGEST_DATE or not _DATE.search(line):
        return None
    with suppress(ValueError):
        found, later = (parse_moment(line, day, "back") for day in (today, today + timedelta(days=7)))
        # `2 dagen geleden` is another day when it is read later.
        return found if (found[0].month, found[0].day) == (later[0].month, later[0].day) else None
    return None


def _clock(line: str) -> time | None:
    line = line.strip(_AROUND)
    if not _CLOCK.fullmatch(line):
        return None
    hours, minutes = re.findall(r"\d+", line)
    with suppress(ValueError):
        return time(int(hours), int(minutes))
    return None


def has_dates(text: str, today: date) -> bool:
    """Whether a line of a text is a date."""
    return any(day_of_line(line, today) for line in text.split("\n"))
