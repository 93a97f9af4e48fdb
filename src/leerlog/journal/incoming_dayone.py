"""What Day One exports: JSON, a file for each of its journals."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from leerlog.domain.entry import Problem, clean, is_blank
from leerlog.domain.text import in_quotes, shown
from leerlog.journal.incoming import Coming, Found, foreign
from leerlog.journal.incoming_text import Moment

MediaName = Callable[[str], str]
# What has no place here, as it is called to a person.
_LEFT = {
    "starred": "ster",
    "isPinned": "vastgezet",
    "pinned": "vastgezet",
    "location": "plaats",
    "weather": "weer",
    "userActivity": "beweging",
    "steps": "stappen",
    "music": "muziek",
    "comments": "reactie",
    "reactions": "reactie",
}
_MEDIA = {"photos": "foto", "videos": "video", "audios": "geluid", "pdfAttachments": "pdf"}
_KINDS = {"photo": "foto", "video": "video", "audio": "geluid", "pdfAttachment": "pdf", "": "foto"}
# What says how it was made, or is kept otherwise.
_QUIET = {
    "uuid", "creationDate", "modifiedDate", "timeZone", "text", "richText", "tags", "isAllDay", "md5", "duration",
    "editingTime", "creationDevice", "creationDeviceType", "creationDeviceModel", "creationOSName", "creationOSVersion",
    "sourceString", "entryType", "templateID", "unreadMarkerID", "activeEditSessionID", "isDeleted", "journalId",
}  # fmt: skip
_REFERENCE = re.compile(r"!\[([^\]\n]*)\]\(dayone-moment:/{1,2}(?:(photo|video|audio|pdfAttachment)/)?([^)\s]*)\)")
_ESCAPED = re.compile(r"\\([.\-()!#+*_\[\]{}`>|~/&=:,'\"])")
_FENCE = re.compile(r"^ {0,3}(```|~~~)")


def is_dayone(made: object) -> bool:
    """Whether what JSON says is an export of Day One."""
    if not isinstance(made, dict) or not isinstance(made.get("entries"), list) or "schema" in made:
        return False
    entries = made["entries"]
    if not entries:
        return isinstance(made.get("metadata"), dict)
    return any(isinstance(each, dict) and "creationDate" in each for each in entries)


def read_dayone(made: dict[str, Any], file: str, media_name: MediaName) -> Found:
    """The notes of one journal.

    media_name: the file in the export whose name begins with this; "" when there is none.
    """
    notes: list[Coming] = []
    problems: list[Problem] = []
    left: list[str] = []
    seen: dict[tuple[str, str], None] = {}
    told: dict[str, int] = {}
    for number, each in enumerate(made["entries"], 1):
        try:
            note = _note(each, file, media_name, told)
        except ValueError as error:
            problems.append(Problem(file, 0, f"notitie {number}: {error}"))
            continue
        which = (str(each.get("uuid") or number), note.entry.id if note else "")
        if which in seen:
            left.append("dubbele notitie")
            continue
        seen[which] = None
        left += _left(each)
        if note:
            notes.append(note)
        else:
            left.append("lege notitie")
    lines = (f"{file}: {said} ({count}×)" if count > 1 else f"{file}: {said}" for said, count in told.items())
    return Found(tuple(notes), tuple(problems), tuple(lines), tuple(left))


def _note(each: object, file: str, media_name: MediaName, told: dict[str, int]) -> Coming | None:
    """One note; None when it has no words.

    Raises:
        ValueError: when it can't be read, in Dutch.
    """
    if not isinstance(each, dict):
        raise ValueError("hier hoort een notitie, met een creationDate")
    text = each.get("text") or _rich(each.get("richText"))
    tags = each.get("tags") or []
    if not isinstance(text, str):
        raise ValueError('bij "text" staat iets wat ik niet kan lezen')
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise ValueError('bij "tags" staat iets wat ik niet kan lezen')

    def tell(said: str) -> None:
        told[said] = told.get(said, 0) + 1

    moment = _moment(each, tell)
    media = _media(each)
    said = clean(_with_media(_bare(text.replace("\r\n", "\n").replace("\u2028", "\n")), media, media_name))
    if is_blank(said):
        said = "\n".join(_called(kind, media_name(sum_) or media_name(name)) for name, (kind, sum_) in media.items())
    if not said:
        return None
    for tag in tags:
        if "," in tag:
            tell(f"een tag kan hier geen komma hebben: {in_quotes(tag)} komt zonder.")
    return foreign(said, moment, file, tags=tags)


def _rich(made: object) -> str:
    """The words of a text that is only there with its layout."""
    with suppress(ValueError, TypeError, AttributeError, RecursionError):
        parts = json.loads(str(made)).get("contents") or []
        return "".join(str(part.get("text") or "") for part in parts if isinstance(part, dict))
    return ""


def _moment(each: dict[str, Any], tell: Callable[[str], None]) -> Moment:
    """The day where it was written: that of its time zone."""
    if not each.get("creationDate"):
        raise ValueError('"creationDate" ontbreekt')
    try:
        made = datetime.fromisoformat(each["creationDate"])
        made = made if made.tzinfo else made.replace(tzinfo=UTC)
        zone = each.get("timeZone")
        if not zone:
            tell("er staat geen tijdzone bij een notitie; dan geldt de dag van UTC.")
        else:
            try:
                made = made.astimezone(ZoneInfo(zone))
            except (ValueError, OSError, KeyError, TypeError):
                tell(f"de tijdzone {in_quotes(str(zone))} ken ik niet; dan geldt de dag van UTC.")
    except (TypeError, ValueError, OverflowError):
        raise ValueError('bij "creationDate" staat iets wat ik niet kan lezen') from None
    minute = None if each.get("isAllDay") is True else time(made.hour, made.minute)
    return made.date(), minute


def _bare(text: str) -> str:
    """The text without the backslashes that Day One puts before marks, in some paragraphs and not in others."""
    lines, fence = [], ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if mark and fence in ("", mark[1]):
            fence = "" if fence else mark[1]
        lines.append(line if mark or fence else _bare_line(line))
    return "\n".join(lines)


def _bare_line(line: str) -> str:
    if "\\" not in line:
        return line
    if not _ESCAPED.search(line.replace("\\\\", "")):
        return line  # `C:\map` and `\\server`: nothing was put in here
    words = re.split(r"((?<!\\)`[^`]+`)", line)
    bare = re.compile(_ESCAPED.pattern + r"|\\(\\)")
    return "".join(
        word if number % 2 else bare.sub(lambda found: found[1] or "\\", word) for number, word in enumerate(words)
    )


def _media(each: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """What the pictures and sounds of a note are: by identifier what it is called here, and its sum."""
    return {
        str(one.get("identifier") or ""): (kind, str(one.get("md5") or ""))
        for key, kind in _MEDIA.items()
        for one in _all(each.get(key))
    }


def _all(value: object) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _with_media(text: str, media: dict[str, tuple[str, str]], media_name: MediaName) -> str:
    """The text with words where something was shown that does not come along."""

    def words(found: re.Match[str]) -> str:
        kind, sum_ = media.get(found[3], (_KINDS[found[2] or ""], ""))
        name = media_name(sum_) if sum_ else ""
        name = name or media_name(found[3])
        return _called(kind, name, found[1].strip())

    return _REFERENCE.sub(words, text)


def _called(*words: str) -> str:
    return f"[{': '.join(word for word in words if word)}]"


def _left(each: dict[str, Any]) -> Iterator[str]:
    text = str(each.get("text") or "")
    shown_there = [_KINDS[kind] for _, kind, _ in _REFERENCE.findall(text)]
    for key, kind in _MEDIA.items():
        yield from [kind] * max(len(_all(each.get(key))), shown_there.count(kind))
    for key, value in each.items():
        if key in _LEFT and value:
            yield from [_LEFT[key]] * (len(value) if isinstance(value, list) else 1)
        elif value and key not in _QUIET and key not in _MEDIA:
            yield shown(key)
