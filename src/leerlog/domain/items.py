"""The one grammar of an item: `Uitproberen (wie: Anja, voor 2026-12-07)`, its box, and its result below it.

One reader for what is typed and what a hand wrote. leerlog itself writes it in
one way; read it is as a colleague would read it: in any order, with `;` or
`,`, with words behind the bracket, with a date in any spelling. What it almost
understands it says: it drops no date, no name and no item in silence.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from leerlog.domain.dates import is_iso, parse_day
from leerlog.domain.entry import FollowUp, Kind

BACKSLASH = "\\"

# A box behind any bullet, or none; a link (`[x](…)`) is no box. Then the words.
TASK = re.compile(
    r"[ \t]*(?:>[ \t]*)*(?:(?:[-*+\u2022\u2013]|[0-9]{1,3}[.)])[ \t]*)?"
    r"\[[ \t]*(?P<tick>[xX]?)[ \t]*\](?:[ \t]+(?P<words>.*)|$|(?P<close>(?![(\[:]).*))"
)
# What somebody may have meant as an item: another mark in the box, or no box behind the bullet.
_UNKNOWN_BOX = re.compile(r"[ \t]*(?:>[ \t]*)*[-*+\u2022\u2013][ \t]*\[[^\]\n]?\][ \t]+\S")
_BULLET = re.compile(r" ?(?:>[ \t]*)*[-*+\u2022][ \t]+(.*\S)")
RESULT = re.compile(r"[ \t]+(?:[-*+\u2022][ \t]*)?(?i:resultaat)[ \t]*:(.*)")

# Read also without its accent, or with one of its own: a slip must not make it public.
_KEPT = r"(?i:priv(?:é|e\u0301?))"
# What begins the person-when-done part as leerlog writes it; the same words in somebody's
# text get one backslash more, and reading takes one off. What is read as such a part only
# by being generous gets one too: `_reads` says which.
_BEGIN = rf"\((?:wie: |voor [0-9]|gedaan [0-9]|{_KEPT}(?=\)|\\*, ))"
_NEXT = rf", (?:voor [0-9]|gedaan [0-9]|{_KEPT}(?=\)|\\*, |\Z))"
_PLAIN = re.compile(rf"(?<!\\)(\\*(?:{_BEGIN}|{_NEXT}))")
_ESCAPED = re.compile(rf"(?<!\\)\\(\\*(?:{_BEGIN}|{_NEXT}))")
_OPENS = re.compile(r"(?<!\\)(\\*)\(")
_FROM_BEGIN, _FROM_NEXT = re.compile(_BEGIN), re.compile(_NEXT)

_FOR = r"(?:v(?:oo|óó|o\u0301o\u0301)r|uiterlijk(?:\s+op)?|wanneer|deadline)"
_READY = r"(?:gedaan|afgerond|klaar)"
_WHO = re.compile(r"\s*wie\s*[:=]", re.IGNORECASE)
_NAMES = re.compile(r"\b(?:wie|door)\s*[:=]", re.IGNORECASE)
_PERSON = re.compile(r"(?:wie|door)\s*[:=]\s*(.*)|(?:wie|door)\s+(.+)", re.IGNORECASE | re.DOTALL)
_DUE = re.compile(rf"{_FOR}(?:\s*:\s*|\s+)(.+)", re.IGNORECASE | re.DOTALL)
_DONE = re.compile(rf"{_READY}(?:\s*:)?(?:\s+op\b)?(?:\s*:\s*|\s+|$)(.*)", re.IGNORECASE | re.DOTALL)
_PRIVATE = re.compile(_KEPT)
_KEY = rf"(?i:(?:wie|door)\s*[:=]|(?:{_FOR}|{_READY})[\s\\])"
_SEPARATOR = re.compile(r"(?<!\\)[,;]")
# Beside a name a space will do: `(wie: Kees voor vrijdag)`.
_LOOSE_SEPARATOR = re.compile(rf"(?<!\\)[,;]|(?<=[^\s:=,;\\])\s+(?={_KEY})")
_NAME_BREAK = re.compile(rf"(?<!\\)(\\*)([,;]|(?<![,;])\s(?={_KEY}))")
_FLAT = re.compile(r"\(([^()\\]*)(\)|\Z)")
# Without one of these no words are a date; with one it pays to look.
_DATELIKE = re.compile(
    r"[0-9]|dag|morgen|avond|gister|week|weken|maand|kwartaal|ja[an]|feb|m[rae][ait]|apr|jun|jul|aug|sep|okt|nov|dec"
    r"|\b(?:ma|di|wo|do|vr|za|zo)\b|jr\b|nu\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"(?:een\s+)?(?:[0-9]+|\w+)\s+(?:dag|dagen|week|weken|wk|maand|maanden|mnd|kwartaal|kwartalen|jaar|jaren|jr)",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"\s+(?:v(?:oo|óó|o\u0301o\u0301)r|uiterlijk)\s+", re.IGNORECASE)
_PARTICLES = frozenset(("van", "de", "der", "den", "het", "'t", "ten", "ter", "en", "&"))
_DAY_AND_MONTH = re.compile(r"(?:[^\W\d]+\.?,? )?[0-9]{1,4}\s*(?:[-/.]\s*[0-9]|(?:e|de)?\s*[^\W\d]{3}).*")
_UNCLOSED = "een haakje gaat open en niet weer dicht"
_KEYED = frozenset(("who", "due", "done", "private"))
_ONCE = frozenset(("who", "due", "date", "done"))
_ENDS = frozenset(("due", "done", "private", "date"))
_SAYS = {"who": ("who",), "name": ("name",), "due": ("due", "date"), "done": ("done",)}
# On which day a date is read does not matter to whether it is one.
_ANY_DAY = date(2004, 2, 2)

# The marks by which the items of a journal are asked for; `spellings` says how they may stand in a file.
OPEN, TICKED, DONE = "[ ] ", "[x] ", "gedaan "
_BOXES = {OPEN: re.compile(rb"\[[ \t]*\]"), TICKED: re.compile(rb"\[[ \t]*[xX][ \t]*\]")}
_READY_BYTES = rb"(?i:gedaan|afgerond|klaar)\b"
_DAY_DONE = re.compile(
    rb"(?:[(,;]\s*%b|\s%b(?=\s*:?\s*(?:op\b\s*:?\s*)?[0-9]))(?: ([0-9]{4}-[0-9]{2})-[0-9]{2}(?![0-9./-]))?"
    % (_READY_BYTES, _READY_BYTES)
)

FAR = 60  # characters from the end of an item: there a day may be said without brackets
LONG = 300  # days: a date further ahead than this is not when something was done

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


class _Part(NamedTuple):
    """One thing that is said between brackets, and where its name or date stands.

    kind: `who`, `due`, `done` or `private`, or without saying which a `date`, a `name` or `words`.
    """

    kind: str
    span: Span
    value: Span
    day: date | None = None
    slip: str = ""


class _Group(NamedTuple):
    """A pair of brackets and what they say; slip: why they are not taken, in Dutch."""

    span: Span
    parts: list[_Part]
    slip: str = ""

    def first(self, *kinds: str) -> _Part | None:
        return next((part for part in self.parts if part.kind in kinds), None)

    @property
    def bare(self) -> bool:
        """Whether a day is all that it says."""
        return [part.kind for part in self.parts] == ["date"]


def item_line(item: FollowUp) -> str:
    """The item's words with who, when and done behind them, without the tick box."""
    parts = []
    if item.who:
        parts.append("wie: " + _escape_name(item.who))
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
    groups, slips = _Line(line, day, typed).groups() if "(" in line else ([], [])
    found = {
        name: next((part for group in groups for part in group.parts if part.kind in kinds), None)
        for name, kinds in _SAYS.items()
    }
    who, due, done = found["who"] or found["name"], found["due"], found["done"]
    text, when = _text(line, groups, who), due.day if due else None
    if typed and not (due or done or slips):
        text, when = _trailing(text, day)
    item = FollowUp(
        kind,
        text,
        _unescape_name(line[slice(*who.value)]) if who else "",
        when,
        done.day if done else None,
        ticked or done is not None,
        result,
        any(group.first("private") for group in (*groups, *slips)),
    )
    days = [part.value for group in slips for part in group.parts if part.kind == "due"]
    days += [due.value] if due else []
    said = Reading(item, slips[0].slip if slips else "", days[0] if days else None, _tail(line, slips))
    if not groups:
        return said
    close, last = groups[0].span[1] - 1, groups[0].parts[-1]
    return said._replace(more=last.span[0] if last.kind == "private" else close, close=close)


def _tail(line: str, slips: Sequence[_Group]) -> int:
    """Where new brackets can stand: not behind one that is still open, which they would become a part of."""
    return min((group.span[0] for group in slips if group.slip == _UNCLOSED), default=len(line))


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
    if _UNKNOWN_BOX.match(line):
        return "dit vakje ken ik niet; schrijf - [ ] of - [x]"
    found = _BULLET.match(line)
    if found and "(" in found[1] and any(_Line(found[1], _ANY_DAY).groups()):
        return "hier staat geen vakje, dus dit telt niet mee; schrijf - [ ] ervoor"
    return ""


def spellings(raw: bytes, mark: str) -> list[str]:
    """How a mark stands in the bytes of a month file with LF line ends: as leerlog writes it, and as hands do.

    mark: OPEN, TICKED, DONE with the beginning of the months that are asked for; any other as it is.
    """
    if mark in _BOXES:
        return sorted({found.decode() for found in _BOXES[mark].findall(raw)})
    if not mark.startswith(DONE):
        return [mark] if mark.encode() in raw else []
    since = mark.removeprefix(DONE).encode()
    found = {each[0].decode() for each in _DAY_DONE.finditer(raw) if not each[1] or each[1].startswith(since)}
    return sorted(found)


def months_done(raw: bytes) -> set[str]:
    """The months in which items were done, in the bytes of a month file; "" among them for a day that may be any."""
    return {month.decode() for month in _DAY_DONE.findall(raw)}


class _Line:
    """A line that is being read."""

    def __init__(self, line: str, day: date | None, typed: bool = False) -> None:
        self.line = line
        self.day = day
        self.typed = typed

    def groups(self) -> tuple[list[_Group], list[_Group]]:
        """The brackets that say who and when, the last first, and those that almost do."""
        found = list(self._every_group())
        slips = [group for group in found if group.slip]
        # A day alone counts only when nothing else says when.
        rest = sorted((group for group in reversed(found) if not group.slip), key=lambda group: group.bare)
        taken: list[_Group] = []
        said: list[str] = []
        for group in rest:
            kinds = [part.kind for part in group.parts if part.kind in _ONCE]
            twice = _twice([*said, *kinds])
            if not twice:
                taken.append(group)
                said += kinds
            elif not group.bare:
                slips.append(group._replace(slip=twice))
        return sorted(taken, key=lambda group: -group.span[0]), slips

    def _every_group(self) -> Iterator[_Group]:
        at = 0
        while found := _OPENS.search(self.line, at):
            at = found.end()
            if not found[1] and (group := self.group(at - 1)):
                yield group
                at = group.span[1]

    def group(self, begin: int) -> _Group | None:
        """The brackets that open at a place; None when they hold words."""
        if _WHO.match(self.line, begin + 1):
            return self._group_of_name(begin)
        found = _FLAT.match(self.line, begin)
        if not found:
            return None
        named = _NAMES.search(found[1]) is not None
        group = self._weigh(_Group((begin, found.end()), self._parts(*found.span(1), named=named)))
        return group._replace(slip=_UNCLOSED) if group and not found[2] else group

    def _group_of_name(self, begin: int) -> _Group | None:
        """The brackets that begin with `wie:`; the name may have brackets of its own."""
        close, last = self._closings.get(begin), len(self.line.rstrip()) - 1
        if self.line[last] == ")" and close != last:
            if close is None and self._last_name > begin:
                return None
            # A bracket may be part of the name, as in a smiley.
            if close is None or self._ending > close or self._tail <= close + 1:
                close = last
        if close is None:
            return _Group((begin, len(self.line)), self._parts(begin + 1, len(self.line), named=True), _UNCLOSED)
        return self._weigh(_Group((begin, close + 1), self._parts(begin + 1, close, named=True)))

    @cached_property
    def _closings(self) -> dict[int, int]:
        """Where each bracket closes; a backslash keeps one from closing what it is a part of."""
        found: dict[int, int] = {}
        waiting: list[int] = []
        for each in re.finditer(r"\(|(?<!\\)\)", self.line):
            if each[0] == "(":
                waiting.append(each.start())
            elif waiting:
                found[waiting.pop()] = each.start()
        return found

    @cached_property
    def _last_name(self) -> int:
        """Where the last bracket opens that begins with `wie:`."""
        opens = (each.end() for each in _OPENS.finditer(self.line) if not each[1])
        return max((at - 1 for at in opens if _WHO.match(self.line, at)), default=-1)

    @cached_property
    def _ending(self) -> int:
        """Where the last thing begins that is said before the bracket at the line's end, if it is when or `privé`."""
        end = len(self.line.rstrip()) - 1
        at = max(self.line.rfind(mark, 0, end) for mark in ",;")
        part = self._parts(at + 1, end, named=True)
        return at if at >= 0 and part and part[-1].kind in _ENDS else -1

    @cached_property
    def _tail(self) -> int:
        """Where the brackets begin that close at the line's end."""
        return len(self.line.rstrip().rstrip(")"))

    def _weigh(self, group: _Group) -> _Group | None:
        """The brackets when they say who or when, or almost; None when they hold words."""
        kinds = [part.kind for part in group.parts]
        if _KEYED.isdisjoint(kinds):
            pair = sorted(kinds) == ["date", "name"]
            if not pair and not (self.typed and kinds == ["date"]):
                return None
        slip = next((part.slip for part in group.parts if part.slip), "")
        return group._replace(slip=slip or _twice(kinds))

    def _parts(self, begin: int, end: int, *, named: bool) -> list[_Part]:
        """What stands between two places, thing by thing; a name goes on over what is nothing else."""
        parts: list[_Part] = []
        at = begin
        breaks = [found.span() for found in (_LOOSE_SEPARATOR if named else _SEPARATOR).finditer(self.line, begin, end)]
        for stop, after in (*breaks, (end, end)):
            text = self.line[at:stop]
            start = at + len(text) - len(text.lstrip())
            at = after
            if not text.strip():
                continue
            part = self.part(start, start + len(text.strip()), named=named)
            if parts and parts[-1].kind == "who" and not parts[-1].slip and part.kind in ("words", "name"):
                # Of `wie: Anja, Kees` both are the name.
                name = parts.pop()
                part = name._replace(span=(name.span[0], part.span[1]), value=(name.value[0], part.span[1]))
            parts.append(part)
        return parts

    def part(self, begin: int, end: int, *, named: bool) -> _Part:
        """What stands between two separators."""
        text, span = self.line[begin:end], (begin, end)
        if _PRIVATE.fullmatch(text):
            return _Part("private", span, span)
        if person := self._person(begin, end):
            return person
        for kind, pattern in (("due", _DUE), ("done", _DONE)):
            if found := pattern.fullmatch(text):
                day, slip = self._when(found[1], back=kind == "done", named=named)
                slip = "achter 'gedaan' staat geen datum" if text.lower() == "gedaan" else slip
                if day or slip:
                    return _Part(kind, span, (begin + found.start(1), end), day, slip)
        if not _AMOUNT.fullmatch(text):
            day, slip = self._when(text, back=False, named=False)
            if day or (slip and _DAY_AND_MONTH.fullmatch(text)):
                return _Part("date", span, span, day, slip)
        return _Part("name" if _is_name(text) else "words", span, span)

    def _person(self, begin: int, end: int) -> _Part | None:
        """Somebody's name behind a word that says so."""
        found = _PERSON.fullmatch(self.line, begin, end)
        if not found:
            return None
        marked = found[1] is not None
        value = (found.start(1 if marked else 2), end)
        if marked and (value[0] == end or self.part(*value, named=False).kind in ("who", "due", "done")):
            return _Part("who", (begin, end), value, None, "achter 'wie:' staat geen naam")
        return _Part("who", (begin, end), value) if marked or _is_name(found[2]) else None

    def _when(self, text: str, *, back: bool, named: bool) -> tuple[date | None, str]:
        """The day that words mean, or why they are none, in Dutch; neither for what is not about a day.

        named: whether somebody's name is given too, so that words that come after `voor` are meant as a day.
        """
        if BACKSLASH in text:
            return None, ""
        slip = f"'{text}' is geen datum die ik begrijp" if named and (self.typed or re.search("[0-9]", text)) else ""
        if not _DATELIKE.search(text):
            return None, slip
        try:
            if is_iso(text) and len(text) == len("2026-12-07"):
                return parse_day(text), ""
        except ValueError as error:
            return None, str(error)
        from leerlog.domain.when import means_date, parse_date

        today = self.day or _ANY_DAY
        try:
            # What is typed was done already; what a hand wrote may have been done since, if that is not too long ago.
            found = parse_date(text, today, "back" if back and self.typed else "forward")
            if back and (found - today).days > LONG:
                found = parse_date(text, today, "back")
        except ValueError as error:
            return None, str(error) if means_date(text) else slip
        return (found, "") if self.day else (None, f"'{text}' is geen datum met een jaar")


def _twice(kinds: Sequence[str]) -> str:
    """What is said twice, in Dutch; "" for nothing."""
    if kinds.count("due") + kinds.count("date") > 1 or kinds.count("done") > 1:
        return "er staan twee datums tussen haakjes"
    return "er staat twee keer wie" if kinds.count("who") > 1 else ""


def _is_name(text: str) -> bool:
    """Whether words look like somebody's name: capitals, and what stands between them."""
    words = text.split()
    known = all(word[:1].isupper() or word in _PARTICLES for word in words)
    return known and len(words) < 6 and any(word[:1].isupper() for word in words) and not re.search("[0-9]", text)


def _text(line: str, groups: Sequence[_Group], who: _Part | None) -> str:
    """The words of an item: what stands outside its brackets, and in them what is no who or when."""
    pieces, at = [], 0
    for group in reversed(groups):
        words = [line[slice(*part.span)] for part in group.parts if part.kind == "words" or _is_other(part, who)]
        pieces.append(_unescape(line[at : group.span[0]].rstrip()) + (f" ({', '.join(words)})" if words else ""))
        at = group.span[1]
        pieces.append(" " * line[at : at + 1].isalnum())
    return "".join((*pieces, _unescape(line[at:]))).strip()


def _is_other(part: _Part, who: _Part | None) -> bool:
    return part.kind == "name" and part is not who


def _trailing(text: str, day: date | None) -> tuple[str, date | None]:
    """The words without `voor 20 maart` at their end, and that day; `voor het team` and `voor 3 weken` are words.

    Raises:
        ValueError: with the reason in Dutch, for a day of the calendar that there isn't.
    """
    for found in reversed([*_TRAILING.finditer(text, max(len(text) - FAR, 0))] if day else []):
        said = text[found.end() :].rstrip(" .!")
        if text[: found.start()].strip() and _DATELIKE.search(said) and not _AMOUNT.fullmatch(said):
            reader = _Line(said, day, True)
            part = reader.part(0, len(said), named=False)
            if part.kind == "date" and part.slip:
                raise ValueError(part.slip)
            if part.kind == "date":
                return text[: found.start()].rstrip(), part.day
    return text, None


def _escape(text: str) -> str:
    text = _PLAIN.sub(r"\\\1", text)
    return _OPENS.sub(lambda found: BACKSLASH * _reads(found) + found[0], text) if "(" in text else text


def _unescape(text: str) -> str:
    if BACKSLASH not in text:
        return text
    text = _OPENS.sub(lambda found: found[0][bool(found[1] and _reads(found)) :], text)
    return _ESCAPED.sub(r"\1", text)


def _reads(found: re.Match[str]) -> bool:
    """Whether an open bracket, if it had no backslash, would begin who or when, and not in leerlog's own spelling."""
    text, at = found.string, found.end() - 1
    if _FROM_BEGIN.match(text, at):
        return False
    return bool(_WHO.match(text, at + 1)) or _Line(text, _ANY_DAY).group(at) is not None


def _escape_name(name: str) -> str:
    return _closings(_breaks(_escape(name), 1), 1)


def _unescape_name(name: str) -> str:
    if BACKSLASH in name:
        name = _unescape(_breaks(_closings(name, -1), -1))
    return name.strip()


def _breaks(name: str, step: int) -> str:
    """The name with a backslash more or less before what would be read as something else than a part of it."""
    found = [*_NAME_BREAK.finditer(name)]
    ends = [each.start() for each in found] + [len(name)]
    begin = min(len(name) - len(name.lstrip(BACKSLASH)), ends[0])
    first = name[begin : ends[0]]
    pieces = [_with(name[:begin], _says(first, ("who", "due", "done")), step), first]
    tail = len(name.rstrip(f"{BACKSLASH} ,;"))
    for each, end in zip(found, ends[1:], strict=True):
        part = name[each.end() : end]
        # With nothing before it the name would be missing, with nothing behind it the mark.
        alone = not each.start() or each.end() >= tail
        said = not _FROM_NEXT.match(name, each.start(2)) and (alone or _says(part, None))
        pieces += [_with(each[1], said, step), each[2], part]
    return "".join(pieces)


def _says(text: str, kinds: Collection[str] | None) -> bool:
    """Whether words in a name would be read as something else; kinds: as what, when not as anything."""
    text = text.rstrip(BACKSLASH).strip()
    kind = _Line(text, _ANY_DAY).part(0, len(text), named=True).kind if text else "words"
    return kind in kinds if kinds else kind not in ("words", "name")


def _closings(name: str, step: int) -> str:
    """The name with a backslash more or less before each bracket that would close what it does not open."""
    pieces, at, depth = [], 0, 0
    for found in re.finditer(r"(?<!\\)(\\*)([()])", name):
        pieces += [name[at : found.start()], _with(found[1], found[2] == ")" and not depth, step), found[2]]
        depth = max(depth + (1 if found[2] == "(" else -1), 0)
        at = found.end()
    return "".join((*pieces, name[at:]))


def _with(backslashes: str, said: bool, step: int) -> str:
    if not said:
        return backslashes
    return backslashes + BACKSLASH if step > 0 else backslashes[1:]
