"""What jrnl wrote: its JSON, and its journals as text, with `[date]` before each note."""

import re
from datetime import date, time
from typing import Any

from leerlog.domain.entry import Problem, clean, is_blank
from leerlog.domain.timeformat import NotThere, Timeformat, reads, usual
from leerlog.journal.incoming import Coming, Found, foreign, loaded
from leerlog.journal.incoming_text import Head, Moment, Part, parts, plain_lines, unread

STAR = "ster"
EMPTY = "lege notitie"
_HEAD = re.compile(r"\[([^\[\]]{4,60})\](?:[ \t]+|$)")
_TAG = re.compile(r"(?<!\S)[@#]+(\w(?:[\w/*+-]*\w)?)")
_FOUND = re.compile(r"\d+ entr(?:y|ies) found|┏|jrnl", re.IGNORECASE)


def tags_of(words: str) -> list[str]:
    """The tags that stand in a note, without their sign, in an order that is the same in every form."""
    return sorted({found.lower() for found in _TAG.findall(words)})


def is_jrnl(made: object) -> bool:
    """Whether what JSON says is an export of jrnl."""
    if not isinstance(made, dict) or not isinstance(made.get("entries"), list) or "schema" in made:
        return False
    entries = made["entries"]
    if not entries:
        return isinstance(made.get("tags"), dict)
    return any(isinstance(each, dict) and "date" in each and ("title" in each or "body" in each) for each in entries)


def json_behind(text: str, file: str) -> tuple[Any, tuple[str, ...]]:
    """What JSON says, and that there is other text around it: jrnl's "N entries found" goes along with `2>&1`.

    Raises:
        ValueError: when it is no JSON, in Dutch.
    """
    begin = 0 if text.lstrip()[:1] in ("{", "[") else text.find("\n{") + 1
    end = text.rfind("\n}") + 2
    before, after = text[:begin].strip(), text[end:].strip() if end > 1 else ""
    around = f"{before}\n{after}".strip()
    if not around or not _FOUND.search(around):
        return loaded(text), ()
    try:
        made = loaded(text[begin:end])
    except ValueError:
        return loaded(text), ()
    where = "begint met" if before else "eindigt met"
    line = next((each.strip(" ┃│|") for each in around.split("\n") if re.search(r"\w", each)), "")
    return made, (f"{file} {where} een melding die geen JSON is ({line}); die sla ik over.",)


def read_jrnl(made: dict[str, Any], file: str) -> Found:
    """The notes of jrnl's JSON."""
    notes: list[Coming] = []
    problems: list[Problem] = []
    left: list[str] = []
    entries = made["entries"]
    timed = any(isinstance(each, dict) and each.get("time") not in (None, "", "00:00") for each in entries)
    for number, each in enumerate(entries, 1):
        try:
            said = _words(each)
            moment = _moment(each, timed)
            if is_blank(said):
                left.append(EMPTY)
            else:
                tags = [*tags_of(said), *(str(tag).lstrip("@#") for tag in sorted(map(str, each.get("tags") or [])))]
                notes.append(foreign(said, moment, file, tags=dict.fromkeys(tags)))
        except ValueError as error:
            problems.append(Problem(file, 0, f"notitie {number}: {error}"))
        else:
            left += [STAR] if each.get("starred") is True else []
    return Found(tuple(notes), tuple(problems), left=tuple(left))


def _words(each: object) -> str:
    if not isinstance(each, dict):
        raise ValueError("hier hoort een notitie, met een title en een date")
    title, body = (each.get(key) or "" for key in ("title", "body"))
    if not isinstance(title, str) or not isinstance(body, str):
        raise ValueError('bij "title" of "body" staat iets wat ik niet kan lezen')
    return clean("\n".join(part for part in (clean(title), clean(body)) if part))


def _moment(each: dict[str, Any], timed: bool) -> Moment:
    try:
        day = date.fromisoformat(each["date"])
    except KeyError:
        raise ValueError('"date" ontbreekt') from None
    except (TypeError, ValueError):
        raise ValueError('bij "date" staat iets wat ik niet kan lezen') from None
    try:
        return day, time.fromisoformat(each["time"]) if timed and each.get("time") else None
    except (TypeError, ValueError):
        raise ValueError('bij "time" staat iets wat ik niet kan lezen') from None


def has_brackets(text: str) -> bool:
    """Whether a text begins as a journal of jrnl does: with something in brackets that a usual format reads."""
    first = next((line for line in plain_lines(text) if line.strip()), "")
    head = _HEAD.match(first)
    return head is not None and any(reads(form, head[1]) for form in usual())


def guess_format(text: str) -> Timeformat | None:
    """The format that reads most of the dates in brackets; None when none does, or when two say different days."""
    words = [head[1] for line in plain_lines(text) if (head := _HEAD.match(line))]
    likely = [form for form in usual() if any(reads(form, each) for each in words[:50])]
    counts = [sum(reads(form, each) for each in words) for form in likely]
    best = [form for form, count in zip(likely, counts, strict=True) if count == max(counts)]
    if not best:
        return None
    days = {tuple(_day(form, each) for each in words) for form in best}
    return best[0] if len(days) == 1 else None


def _day(form: Timeformat, words: str) -> Moment | None:
    return form.read(words) if reads(form, words) else None


def read_jrnl_text(text: str, file: str, form: Timeformat, on: Moment | None) -> Found:
    """The notes of a journal as jrnl keeps it.

    on: the moment of what stands above the first date.
    """
    notes: list[Coming] = []
    problems: list[Problem] = []
    left: list[str] = []
    for part in _stretches(text, form, on):
        lines = part.lines
        if part.line and lines and re.search(r"(?:^|[ \t])\*[ \t]*$", lines[0]):
            left.append(STAR)
            lines = [lines[0].rstrip(" \t*"), *lines[1:]]
        said = clean("\n".join(lines))
        if part.moment is None:
            if part.wrong or not is_blank(said):
                problems.append(unread(part, file))
        elif is_blank(said):
            left += [EMPTY] if part.line else []
        else:
            try:
                notes.append(foreign(said, part.moment, file, max(part.line, 1), tags=tags_of(said)))
            except ValueError as error:
                problems.append(Problem(file, max(part.line, 1), str(error)))
    return Found(tuple(notes), tuple(problems), left=tuple(left))


def _stretches(text: str, form: Timeformat, on: Moment | None) -> list[Part]:
    def head_of(line: str) -> Head | None:
        # A date may hold brackets itself, so the longest that reads whole is looked for first.
        if not line.startswith("["):
            return None
        ends = [found.start() for found in re.finditer(r"\](?=\s|$)", line[:200])]
        for end in reversed(ends):
            try:
                moment = form.read(line[1:end])
            except NotThere:
                return Head(None, wrong=f"[{line[1:end]}] is geen dag en tijd die bestaat")
            if moment:
                return Head(moment, line[end + 1 :].strip())
        return None

    found = list(parts(text, head_of, on))
    if any(part.line and part.moment and part.moment[1] not in (None, time.min) for part in found):
        return found
    # A format without a time gives every note midnight.
    return [part._replace(moment=part.moment and (part.moment[0], None)) if part.line else part for part in found]
