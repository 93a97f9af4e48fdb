"""What stands between the brackets of an item: who, when, done, in any spelling that a colleague would understand.

`(voor vr 11 dec; wie: Kees)`, `(Noor, 9 maart)`, `( Gedaan op 12 okt )`. Other words in brackets stay words.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from leerlog.domain.dates import is_iso, parse_day
from leerlog.domain.text import in_quotes
from leerlog.domain.when import means_date, parse_date

BACKSLASH = "\\"

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

_FOR = r"(?:v(?:oo|óó|o\u0301o\u0301)r|uiterlijk(?:\s+op)?|tegen|per|wanneer|deadline)"
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
_TRAILING = re.compile(r"\s+(?:v(?:oo|óó|o\u0301o\u0301)r|uiterlijk|tegen|per)\s+", re.IGNORECASE)
_GAP = re.compile(r"\s+(?:[-/|\u2010-\u2015]\s+)?|:\s+")
_TRAILING_NAME = r"(?i)(?:\s*[,;]|\s+-)?\s+wie\s*[:=]\s*([^\s,;:()\\][^,;:()\\]*)[,;.\s]*\Z"
_PARTICLES = frozenset(("van", "de", "der", "den", "het", "'t", "ten", "ter", "en", "&"))
_DAY_AND_MONTH = re.compile(r"(?:[^\W\d]+\.?,? )?[0-9]{1,4}\s*(?:[-/.]\s*[0-9]|(?:e|de)?\s*[^\W\d]{3}).*")
# What begins with a day of the calendar and goes on: it is meant as one.
_BEGINS_DATE = re.compile(
    r"(?:(?:ma|di|wo|do|vr|za|zo)[a-z]*\.?,? )?(?:[0-9]{4}-[0-9]{2}-[0-9]{2}\b|[0-9]{1,2}[-/][0-9]{1,2}\b"
    r"|[0-9]{1,2}(?:e|de|ste)? ?(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\b)",
    re.IGNORECASE,
)
_WITH_YEAR_OR_WORD = re.compile(r"[^\W\d_]{2}|[0-9]{4}")
_NESTED_WHEN = re.compile(rf"\(\s*(?:{_FOR}|{_READY})[\s:]+(?={_BEGINS_DATE.pattern})[^()]*\(", re.IGNORECASE)
_MARKS = re.compile("[*_~`]")
_LEFT_EMPTY = re.compile(r"([*_~`]+|\()\Z")
_ONE_WORD = re.compile(r"[^\W\d_]{2,}")
WHOSE = "zet 'wie:' voor de naam, en 'voor' voor de datum"
NESTED = "haakjes binnen haakjes lees ik niet"
MARKED = "haal de opmaak tussen de haakjes weg"
UNCLOSED = "een haakje gaat open en niet weer dicht"
_KEYED = frozenset(("who", "due", "done", "private"))
_ONCE = frozenset(("who", "due", "date", "done"))
_ENDS = frozenset(("due", "done", "private", "date"))
# On which day a date is read does not matter to whether it is one.
ANY_DAY = date(2004, 2, 2)

FAR = 60  # characters from the end of an item: there a day may be said without brackets
LONG = 300  # days: a date further ahead than this is not when something was done

Span = tuple[int, int]


class Part(NamedTuple):
    """One thing that is said between brackets, and where its name or date stands.

    kind: `who`, `due`, `done` or `private`, or without saying which a `date`, a `name` or `words`.
    """

    kind: str
    span: Span
    value: Span
    day: date | None = None
    slip: str = ""


class Group(NamedTuple):
    """A pair of brackets and what they say; slip: why they are not taken, in Dutch."""

    span: Span
    parts: list[Part]
    slip: str = ""

    def first(self, *kinds: str) -> Part | None:
        """The first thing of one of these kinds that it says."""
        return next((part for part in self.parts if part.kind in kinds), None)

    @property
    def bare(self) -> bool:
        """Whether a day is all that it says."""
        return [part.kind for part in self.parts] == ["date"]


def find(line: str, day: date | None, typed: bool) -> tuple[list[Group], list[Group]]:
    """The brackets of a line that say who and when, the last first, and those that almost do.

    day, typed: as `items.read_line` has them.
    """
    return _Line(line, day, typed).groups()


class _Line:
    """A line that is being read."""

    def __init__(self, line: str, day: date | None, typed: bool = False) -> None:
        self.line = line
        self.day = day
        self.typed = typed

    def groups(self) -> tuple[list[Group], list[Group]]:
        """The brackets that say who and when, the last first, and those that almost do."""
        found = list(self._every_group())
        slips = [group for group in found if group.slip]
        # A day alone counts only when nothing else says when.
        rest = sorted((group for group in reversed(found) if not group.slip), key=lambda group: group.bare)
        taken: list[Group] = []
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

    def _every_group(self) -> Iterator[Group]:
        at = 0
        while found := _OPENS.search(self.line, at):
            at = found.end()
            if not found[1] and (group := self.group(at - 1)):
                yield group
                at = group.span[1]

    def group(self, begin: int) -> Group | None:
        """The brackets that open at a place; None when they hold words."""
        if _WHO.match(self.line, begin + 1):
            return self._group_of_name(begin)
        found = _FLAT.match(self.line, begin)
        if not found:
            nested = _NESTED_WHEN.match(self.line, begin)
            return Group((begin, nested.end() - 1), [], NESTED) if nested else None
        named = _NAMES.search(found[1]) is not None
        group = self._weigh(Group((begin, found.end()), self._parts(*found.span(1), named=named)))
        if group is None and _MARKS.search(found[1]):
            bare = _Line(f"({_MARKS.sub('', found[1])})", self.day, self.typed).group(0)
            return Group((begin, found.end()), [], MARKED) if bare else None
        return group._replace(slip=UNCLOSED) if group and not found[2] else group

    def _group_of_name(self, begin: int) -> Group | None:
        """The brackets that begin with `wie:`; the name may have brackets of its own."""
        close, last = self._closings.get(begin), len(self.line.rstrip()) - 1
        if self.line[last] == ")" and close != last:
            if close is None and self._last_name > begin:
                return None
            # A bracket may be part of the name, as in a smiley.
            if close is None or self._ending > close or self._tail <= close + 1:
                close = last
        if close is None:
            return Group((begin, len(self.line)), self._parts(begin + 1, len(self.line), named=True), UNCLOSED)
        return self._weigh(Group((begin, close + 1), self._parts(begin + 1, close, named=True)))

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

    def _weigh(self, group: Group) -> Group | None:
        """The brackets when they say who or when, or almost; None when they hold words."""
        kinds = [part.kind for part in group.parts]
        if sorted(kinds) == ["date", "words"] and any(_ONE_WORD.fullmatch(self.line, *p.span) for p in group.parts):
            # As `(kees, 7 dec)`: what is typed is shown as it was understood, what a hand wrote is asked about.
            parts = [part._replace(kind="name") if part.kind == "words" else part for part in group.parts]
            return self._weigh(group._replace(parts=parts)) if self.typed else group._replace(slip=WHOSE)
        if _KEYED.isdisjoint(kinds):
            pair = sorted(kinds) == ["date", "name"]
            if not pair and not (self.typed and kinds == ["date"]):
                return None
        # A name that is still to be filled in says nothing beside a day.
        parts = [part for part in group.parts if part.value[0] < part.value[1] or part.kind != "who"]
        if not any(part.kind in _ONCE for part in parts):
            parts = group.parts
        slip = next((part.slip for part in parts if part.slip), "")
        return group._replace(parts=parts, slip=slip or _twice(kinds))

    def _parts(self, begin: int, end: int, *, named: bool) -> list[Part]:
        """What stands between two places, thing by thing; a name goes on over what is nothing else."""
        parts: list[Part] = []
        at = begin
        breaks = [found.span() for found in (_LOOSE_SEPARATOR if named else _SEPARATOR).finditer(self.line, begin, end)]
        for stop, after in (*breaks, (end, end)):
            text = self.line[at:stop]
            start = at + len(text) - len(text.lstrip())
            at = after
            if not text.strip():
                continue
            part = self.part(start, start + len(text.strip()), named=named)
            if not named and (part.slip or part.kind == "words") and (pair := self._pair(*part.span)):
                parts += pair
                continue
            if parts and parts[-1].kind == "who" and not parts[-1].slip and part.kind in ("words", "name"):
                # Of `wie: Anja, Kees` both are the name.
                name = parts.pop()
                part = name._replace(span=(name.span[0], part.span[1]), value=(name.value[0], part.span[1]))
            parts.append(part)
        return parts

    def _pair(self, begin: int, end: int) -> tuple[Part, Part] | None:
        """A name and a day with only a space or a dash in between: `Kees voor 1 dec`, `1 dec - Kees`."""
        if not _DATELIKE.search(self.line, begin, end):
            return None
        for gap in islice(_GAP.finditer(self.line, begin, end), 8):
            if gap.start() == begin or gap.end() == end:
                continue
            pair = self.part(begin, gap.start(), named=False), self.part(gap.end(), end, named=False)
            whom, when = sorted(pair, key=lambda part: part.kind not in ("who", "name"))
            if whom.kind in ("who", "name") and when.day and not when.slip:
                said = self.line[slice(*when.span)]
                if when.kind != "date" or (_WITH_YEAR_OR_WORD.search(said) and re.search("[0-9]|dag", said)):
                    return pair
        return None

    def part(self, begin: int, end: int, *, named: bool) -> Part:
        """What stands between two separators."""
        text, span = self.line[begin:end], (begin, end)
        if _PRIVATE.fullmatch(text):
            return Part("private", span, span)
        if person := self._person(begin, end):
            return person
        for kind, pattern in (("due", _DUE), ("done", _DONE)):
            if found := pattern.fullmatch(text):
                day, slip = self._when(found[1], back=kind == "done", named=named)
                slip = "achter 'gedaan' staat geen datum" if text.lower() == "gedaan" else slip
                if day or slip:
                    return Part(kind, span, (begin + found.start(1), end), day, slip)
        if not _AMOUNT.fullmatch(text):
            day, slip = self._when(text, back=False, named=False)
            if day or (slip and _DAY_AND_MONTH.fullmatch(text)):
                return Part("date", span, span, day, slip)
        return Part("name" if _is_name(text) else "words", span, span)

    def _person(self, begin: int, end: int) -> Part | None:
        """Somebody's name behind a word that says so."""
        found = _PERSON.fullmatch(self.line, begin, end)
        if not found:
            return None
        marked = found[1] is not None
        value = (found.start(1 if marked else 2), end)
        if marked and (value[0] == end or self.part(*value, named=False).kind in ("who", "due", "done")):
            return Part("who", (begin, end), value, None, "achter 'wie:' staat geen naam")
        return Part("who", (begin, end), value) if marked or _is_name(found[2]) else None

    def _when(self, text: str, *, back: bool, named: bool) -> tuple[date | None, str]:
        """The day that words mean, or why they are none, in Dutch; neither for what is not about a day.

        named: whether somebody's name is given too, so that words that come after `voor` are meant as a day.
        """
        if BACKSLASH in text:
            return None, ""
        meant = (named and (self.typed or re.search("[0-9]", text))) or _BEGINS_DATE.match(text)
        slip = f"{in_quotes(text)} is geen datum die ik begrijp" if meant else ""
        if not _DATELIKE.search(text):
            return None, slip
        try:
            if is_iso(text) and len(text) == len("2026-12-07"):
                return parse_day(text), ""
        except ValueError as error:
            return None, str(error)
        today = self.day or ANY_DAY
        try:
            # What is typed was done already; what a hand wrote may have been done since, if that is not too long ago.
            found = parse_date(text, today, "back" if back and self.typed else "forward")
            if back and (found - today).days > LONG:
                found = parse_date(text, today, "back")
        except ValueError as error:
            return None, str(error) if means_date(text) else slip
        return (found, "") if self.day else (None, f"{in_quotes(text)} is geen datum met een jaar")


def _twice(kinds: Sequence[str]) -> str:
    """What is said twice, in Dutch; "" for nothing."""
    if kinds.count("due") + kinds.count("date") > 1 or kinds.count("done") > 1:
        return "er staan twee datums tussen haakjes"
    return "er staat twee keer wie" if kinds.count("who") > 1 else ""


def _is_name(text: str) -> bool:
    """Whether words look like somebody's name: capitals, and what stands between them."""
    if re.fullmatch(r"@\w+", text):
        return True
    words = text.split()
    known = all(word[:1].isupper() or word in _PARTICLES for word in words)
    return known and len(words) < 6 and any(word[:1].isupper() for word in words) and not re.search("[0-9]", text)


def words(line: str, groups: Sequence[Group], who: Part | None) -> str:
    """The words of an item: what stands outside its brackets, and in them what is no who or when."""
    pieces, at = [], 0
    for group in reversed(groups):
        said = [line[slice(*part.span)] for part in group.parts if part.kind == "words" or _is_other(part, who)]
        before, after = line[at : group.span[0]].rstrip(), group.span[1]
        if not said and (mark := _LEFT_EMPTY.search(before)):
            # Of `**(voor 7 dec)**` the stars go along.
            closes = mark[0][::-1].replace("(", ")")
            if line.startswith(closes, after):
                before, after = before[: mark.start()].rstrip(), after + len(closes)
        pieces.append(_unescape(before) + (f" ({', '.join(said)})" if said else ""))
        at = after
        pieces.append(" " * line[at : at + 1].isalnum())
    return "".join((*pieces, _unescape(line[at:]))).strip()


def _is_other(part: Part, who: Part | None) -> bool:
    return part.kind == "name" and part is not who


def trailing_day(text: str, day: date | None) -> tuple[str, date | None]:
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


def trailing_name(text: str, name: str) -> tuple[str, str]:
    """The words without `wie: Noor` at their end, and that name, when there is no name yet."""
    found = None if name else re.search(_TRAILING_NAME, text[-FAR:])
    said = found[1].strip() if found else ""
    if not found or not text[: -len(found[0])].strip() or not (_is_name(said) or re.fullmatch(_ONE_WORD, said)):
        return text, name
    return text[: -len(found[0])].rstrip(), said


def escape(text: str) -> str:
    """The words of an item with a backslash more before each bracket that would be read as who or when."""
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
    return bool(_WHO.match(text, at + 1)) or _Line(text, ANY_DAY).group(at) is not None


def escape_name(name: str) -> str:
    """A name with a backslash more before what would be read as the end of it."""
    return _closings(_breaks(escape(name), 1), 1)


def unescape_name(name: str) -> str:
    """A name without the backslashes that `escape_name` put in."""
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
    kind = _Line(text, ANY_DAY).part(0, len(text), named=True).kind if text else "words"
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
