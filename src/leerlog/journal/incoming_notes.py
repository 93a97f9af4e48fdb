"""Markdown as Obsidian and others keep it: a note a file, of which the name says the day."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, time
from pathlib import PurePath
from typing import NamedTuple

from leerlog.domain.entry import Problem, clean, is_blank, one_line
from leerlog.domain.when import normal, parse_moment
from leerlog.journal.incoming import Found, foreign
from leerlog.journal.incoming_text import Moment, day_of_line, plain_lines

_NAMED = re.compile(r"(?<!\d)(\d{4})([-._ ]?)(\d{2})\2(\d{2})(?!\d)")
_DUTCH = re.compile(r"(?<!\d)(\d{1,2})([-._])(\d{1,2})\2(\d{4})(?!\d)")
_CLOCK = re.compile(r"(?:T(?=\d{4})|[T_ -]*(?=\d{2}[.:h-]))(\d{2})[.:h-]?(\d{2})(?!\d)")
_WEEKDAYS = re.compile(
    r"(?:ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
    r"|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\.?|mon|tue|wed|thu|fri|sat|sun"
)
_DAYS = ("date", "datum", "day", "dag", "created", "creation date", "date created", "aangemaakt")
_TAGS = ("tags", "tag", "trefwoorden")
_PICTURE = re.compile(r"!\[\[[^\]\n]+\]\]|!\[[^\]\n]*\]\([^)\n]+\)")


class Front(NamedTuple):
    """The front matter of a note, each key with its values, and the lines below it; `lines`: how many it takes."""

    keys: dict[str, list[str]]
    lines: int


def front_matter(lines: list[str]) -> Front:
    """What stands between two lines of dashes at the head of a note.

    Only what a note may say of itself is read: a word, a list of words. What people
    and plugins put there is often not YAML (`[[links]]`, tabs), and the rest of it
    is to be counted all the same.
    """
    if not lines or lines[0].rstrip() != "---":
        return Front({}, 0)
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), 0)
    if not end:
        return Front({}, 0)
    keys: dict[str, list[str]] = {}
    last = ""
    for line in lines[1:end]:
        found = re.match(r"([^\s:#\[-][^:]*?)\s*:(?:\s+(.*)|$)", line)
        if found:
            last = found[1].strip("\"'").lower()
            keys[last] = list(_values(found[2] or ""))
            if last in _TAGS and not (found[2] or "").startswith("["):  # one string holds several
                keys[last] = re.split(r"[,\s]+", " ".join(keys[last]).strip(", "))
        elif (item := re.match(r"\s*-\s+(.*)", line)) and last:
            keys[last].append(_unquoted(item[1]))
        elif line.strip() and last and not line.lstrip().startswith("#"):
            keys[last].append(line.strip())
    return Front(keys, end + 1)


def _values(text: str) -> Iterator[str]:
    text = text.strip()
    if text.startswith("[") and text.endswith("]") and not text.startswith("[["):
        for part in re.findall(r'"[^"]*"|\'[^\']*\'|[^,]+', text[1:-1]):
            if word := _unquoted(part):
                yield word
    elif text:
        yield _unquoted(text)


def _unquoted(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1]
    return re.sub(r"\s+#.*$", "", text)


def day_in_name(path: PurePath, today: date) -> tuple[Moment, str] | None:
    """The moment that the name of a file says, and the words that it has beside it; None when it says no day."""
    stem = path.stem
    for pattern, order in ((_NAMED, (1, 3, 4)), (_DUTCH, (4, 3, 1))):
        for found in pattern.finditer(stem):
            with suppress(ValueError):
                day = date(*(int(found[group]) for group in order))
                after, minute = stem[found.end() :], None
                if clock := _CLOCK.match(after):
                    with suppress(ValueError):
                        minute = time(int(clock[1]), int(clock[2]))
                        after = after[clock.end() :]
                return (day, minute), _beside(f"{stem[: found.start()]} {after}")
    if moment := day_of_line(stem, today):
        return moment, ""
    above = "-".join(path.parts[-3:-1])  # 2026/11/03.md
    if re.fullmatch(r"\d{4}-\d{1,2}", above) and (day_number := re.match(r"(\d{1,2})(?!\d)", stem)):
        with suppress(ValueError):
            year, month = map(int, above.split("-"))
            return (date(year, month, int(day_number[1])), None), _beside(stem[day_number.end() :])
    return None


def _beside(words: str) -> str:
    words = one_line(words).strip(" -_.,·–—()")
    return "" if _WEEKDAYS.fullmatch(normal(words)) else words


def is_dated(text: str, path: PurePath, today: date) -> bool:
    """Whether the name of a note or its front matter says its day."""
    return bool(day_in_name(path, today)) or _day_of(front_matter(plain_lines(text)), today) is not None


def _day_of(front: Front, today: date) -> Moment | None:
    for key in _DAYS:
        for said in front.keys.get(key, []):
            with suppress(ValueError):
                return parse_moment(said.strip("[]"), today, "back")
    return None


def read_note(text: str, path: PurePath, today: date, on: Moment | None = None) -> Found:
    """The note of one file.

    path: where it stands, from the folder that is read.
    on: the moment of a note of which nothing says the day.
    """
    name = str(path)
    lines = plain_lines(text)
    front = front_matter(lines)
    named, said_day = day_in_name(path, today), _day_of(front, today)
    told = []
    moment = named[0] if named else said_day or on
    if named and said_day and said_day[0] != named[0][0]:
        told.append(f"{name}: bovenin staat {said_day[0]}, de naam zegt {named[0][0]}; die geldt.")
    elif named and said_day and not named[0][1]:
        moment = said_day
    body = clean("\n".join(lines[front.lines :]))
    left = [f"front matter: {key}" for key in front.keys if key not in _TAGS and key not in _DAYS]
    left += ["afbeelding"] * len(_PICTURE.findall(body))
    if is_blank(body):
        return Found((), (), tuple(told), ("lege notitie", *left))
    if moment is None:
        said = "uit de naam blijkt geen dag; zeg met --on van welke dag het is"
        return Found((), (Problem(name, 0, said),), tuple(told))
    title = named[1] if named else one_line(path.stem) if said_day else ""
    if title and normal(title) not in normal(body.split("\n", 1)[0]):
        body = f"{title}\n\n{body}"
    try:
        note = foreign(body, moment, name, front.lines + 1, tags=_tags(front))
    except ValueError as error:
        return Found((), (Problem(name, 0, str(error)),), tuple(told))
    return Found((note,), (), tuple(told), tuple(left))


def _tags(front: Front) -> Iterator[str]:
    for key in _TAGS:
        yield from front.keys.get(key, [])
