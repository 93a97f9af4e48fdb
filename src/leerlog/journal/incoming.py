"""What comes from elsewhere to be added to a journal: how it comes, and what of it leerlog wrote itself.

Nothing here knows what the journal has already; that is for who adds it.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date, time
from hashlib import sha256
from typing import Any, NamedTuple

from leerlog.domain.entry import (
    KINDS,
    Answer,
    Entry,
    FollowUp,
    Problem,
    bad_character,
    bare_tag,
    new_id,
    one_line,
    tidy,
)
from leerlog.domain.value import Level
from leerlog.journal.blocks import blocks
from leerlog.journal.edits import with_id
from leerlog.journal.parsing import parse
from leerlog.journal.splice import bare_block
from leerlog.journal.writing import FORMAT, render

EXPORT = "<!-- leerlog export 1 -->"
TITLE = "Notitie"  # of a note that another program made
SCHEMA = "leerlog.journal/1"
TitleOf = Callable[[str, str], str]
_ID = re.compile(r"[^\s<>=]+")


class Coming(NamedTuple):
    """A note that comes: what it says, its Markdown, and where it stands (`file`, `line` of its entry).

    own: whether leerlog wrote it, so that its id says which note it is.
    """

    entry: Entry
    block: str
    own: bool


class Found(NamedTuple):
    """What is in a file: the notes, what can't be read of it, and what is to be told beside it.

    left: what has no place in a journal, a word for each time that it was met.
    """

    notes: tuple[Coming, ...]
    problems: tuple[Problem, ...] = ()
    told: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def export_markdown(months: Iterable[tuple[str, list[Entry]]]) -> Iterator[str]:
    """An export as Markdown, in parts: of every month its text and the entries of it that are wanted, each as it is."""
    yield f"{EXPORT}\n"
    for month, entries in months:
        text = month.replace("\r\n", "\n")
        starts = {text.count("\n", 0, start) + 1: (start, end) for start, end in blocks(text)} if entries else {}
        for entry in entries:
            start, end = starts[entry.line]
            yield f"\n{with_id(bare_block(text[start:end]), entry.id)}\n"


def is_markdown(text: str, *, surely: bool = False) -> bool:
    """Whether a text is a month of a journal, or an export of one.

    surely: whether somebody says so; then one in which a hand wrote all is one too.
    """
    begin = text.lstrip("\ufeff")
    if begin.startswith((FORMAT, EXPORT)):
        return True
    return any(surely or re.search("<!--.* id=|<!-- id=", text[start:end]) for start, end in blocks(text))


def read_markdown(text: str, file: str) -> Found:
    """The notes of a month file or of an export, each with its Markdown just as it stands."""
    text = text.lstrip("\ufeff").replace("\r\n", "\n")
    entries, problems = parse(text, file)
    starts = {text.count("\n", 0, start) + 1: (start, end) for start, end in blocks(text)}
    notes, told = [], []
    # What is odd in a note that comes is there as it was, and `check` tells of it.
    inside = {
        each
        for entry in entries
        for each in range(entry.line, entry.line + max(text.count("\n", *starts[entry.line]), 1))
    }
    problems = [each for each in problems if each.line not in inside]
    for entry in entries:
        start, end = starts[entry.line]
        block = with_id(bare_block(text[start:end]) + "\n", entry.id)
        if wrong := bad_character(block, "deze notitie"):
            problems.append(Problem(file, entry.line, wrong))
        else:
            notes.append(Coming(entry, block, own=True))
    if left := _beside(text, [*starts.values()]):
        told.append(f"{file}, regel {left}: wat buiten de notities staat, komt niet mee.")
    return Found(tuple(notes), tuple(problems), tuple(told))


def _beside(text: str, spans: list[tuple[int, int]]) -> int:
    """The first line that stands in no note, without the heads that leerlog writes itself; 0 when there is none."""
    at = 0
    for start, end in [*sorted(spans), (len(text), len(text))]:
        for number, line in enumerate(text[at:start].split("\n")):
            if line.strip() and not line.startswith(("<!-- leerlog ", "# Leerlog ")):
                return text.count("\n", 0, at) + number + 1
        at = end
    return 0


def read_json(made: object, file: str, title_of: TitleOf) -> Found:
    """The notes of an export as JSON.

    title_of: gives the heading of a checklist's question, which older exports have not.

    Raises:
        ValueError: when it is no such export, in Dutch.
    """
    if not isinstance(made, dict) or made.get("schema") != SCHEMA or not isinstance(made.get("entries"), list):
        raise ValueError(f'dit is JSON, maar geen export van leerlog: die begint met "schema": "{SCHEMA}"')
    notes, problems = [], []
    for number, each in enumerate(made["entries"], 1):
        try:
            notes.append(_note(each, title_of))
        except ValueError as error:
            problems.append(Problem(file, 0, f"notitie {number}: {error}"))
    return Found(tuple(notes), tuple(problems))


def read_json_lines(text: str, file: str, title_of: TitleOf) -> Found:
    """The notes of an export as JSON Lines, one a line."""
    notes, problems = [], []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            notes.append(_note(_loaded(line), title_of))
        except ValueError as error:
            problems.append(Problem(file, number, str(error)))
    return Found(tuple(notes), tuple(problems))


def _loaded(line: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        raise ValueError("deze regel is geen JSON") from None


def _note(made: object, title_of: TitleOf) -> Coming:
    if not isinstance(made, dict):
        raise ValueError("hier hoort een notitie, met een id en een date")
    day = _date(made, "date")
    checklist = _text(made, "checklist")
    if day is None:
        raise ValueError('"date" ontbreekt')
    entry = Entry(
        id=_text(made, "id"),
        date=day,
        time=_minute(made),
        checklist=checklist,
        title=_text(made, "title"),
        course=_text(made, "course"),
        people=_names(made, "with"),
        tags=_names(made, "tags"),
        value=_level(made.get("value")),
        share=_names(made, "share"),
        builds_on=_names(made, "builds_on"),
        answers=tuple(_titled(_answer(each), checklist, title_of) for each in _parts(made, "answers")),
        follow_ups=tuple(map(_item, _parts(made, "follow_ups"))),
    )
    if not _ID.fullmatch(entry.id):
        raise _wrong("id") if entry.id else ValueError('"id" ontbreekt')
    return coming(entry, own=True)


def coming(entry: Entry, *, own: bool) -> Coming:
    """A note with its Markdown.

    Raises:
        ValueError: when it can't be kept, in Dutch.
    """
    kept = tidy(entry)
    block = render(kept)
    if wrong := bad_character(block, "deze notitie"):
        raise ValueError(wrong)
    return Coming(kept, block, own)


def _wrong(key: str) -> ValueError:
    return ValueError(f'bij "{key}" staat iets wat ik niet kan lezen')


def _text(made: dict[str, Any], key: str) -> str:
    value = made.get(key) or ""
    if not isinstance(value, str):
        raise _wrong(key)
    return value


def _date(made: dict[str, Any], key: str) -> date | None:
    text = _text(made, key)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise _wrong(key) from None


def _minute(made: dict[str, Any]) -> time | None:
    text = _text(made, "time")
    try:
        return time.fromisoformat(text) if text else None
    except ValueError:
        raise _wrong("time") from None


def _level(value: object) -> Level | None:
    with suppress(ValueError):
        return Level(str(value)) if value else None
    raise _wrong("value")


def _names(made: dict[str, Any], key: str) -> tuple[str, ...]:
    value = made.get(key) or []
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise _wrong(key)
    return tuple(value)


def _parts(made: dict[str, Any], key: str) -> list[dict[str, Any]]:
    value = made.get(key) or []
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise _wrong(key)
    return value


def _answer(made: dict[str, Any]) -> Answer:
    private = made.get("private") is True
    return Answer(
        _text(made, "question"), _text(made, "text"), _text(made, "title"), _level(made.get("value")), private
    )


def _titled(answer: Answer, checklist: str, title_of: TitleOf) -> Answer:
    if not answer.question or answer.title:
        return answer
    return answer._replace(title=title_of(checklist, answer.question))


def _item(made: dict[str, Any]) -> FollowUp:
    kind = next((each for each in KINDS if each == made.get("kind")), None)
    if kind is None:
        raise _wrong("kind")
    ticked = bool(made.get("done"))
    done = None if made.get("done") is True else _date(made, "done")
    private = made.get("private") is True
    due = _date(made, "due")
    return FollowUp(kind, _text(made, "text"), _text(made, "who"), due, done, ticked, _text(made, "result"), private)


def foreign(
    said: str, moment: tuple[date, time | None], file: str, line: int = 0, *, tags: Iterable[str] = ()
) -> Coming:
    """A note that another program made; what it says decides its id, so that it is known when it comes again.

    How the words are broken into lines makes no difference: that differs between two forms of one program.

    Raises:
        ValueError: when it can't be kept, in Dutch.
    """
    day, minute = moment
    minute = minute and minute.replace(second=0, microsecond=0, tzinfo=None, fold=0)
    sum_ = sha256(f"{day} {minute or ''}\n{one_line(said)}".encode("utf-8", "surrogateescape")).digest()
    kept = tuple(dict.fromkeys(name for tag in tags if (name := bare_tag(tag.replace(",", " ")))))
    entry = Entry(new_id(day, sum_[:6]), day, minute, "", TITLE, tags=kept, answers=(Answer("", said),))
    made = coming(entry, own=False)
    return made._replace(entry=made.entry._replace(file=file, line=line))


def loaded(text: str) -> Any:
    """What JSON says.

    Raises:
        ValueError: when it is none, in Dutch, with its line.
    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 0)
        at = f" (regel {line})" if line else ""
        raise ValueError(f"dit is geen hele JSON{at}") from None
