"""Reading a journal: months and the entries in them, and the entry that a reference means."""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from leerlog import files
from leerlog.domain.entry import Entry, Problem, id_month, is_id, moment
from leerlog.domain.near import meant, near
from leerlog.domain.text import in_quotes, is_wide
from leerlog.errors import JournalUnreadable, LeerlogError, NotSaved, UnknownId
from leerlog.journal import splice
from leerlog.journal.folder import MESSAGE, gone, is_copy, remember, remembered
from leerlog.refusals import WINDOWS, not_there

if TYPE_CHECKING:
    from leerlog.domain.period import Period


Read = tuple[list[Entry], list[Problem]]
# Of a month's bytes the strings by which its entries are known.
Sieve = Callable[[bytes], Sequence[str]]
LAST = "laatste"
COURSE = "Traject:"
KNOWN = "journals"
_MONTH = r"[0-9]{4}-[0-9]{2}\.md"


class Reader:
    """The month files of one folder. Of what is in them nothing is kept in memory between calls.

    state: gives the folder where leerlog remembers which folders held a journal,
        so that one that is gone, as on a network drive, is not taken for an
        empty one, and what their months hold. It is asked only when it matters.
    unread: what stood in the way of the months that could not be read, by name:
        without them nobody can say that something is not there.
    """

    def __init__(self, folder: Path, state: Callable[[], Path] | None = None) -> None:
        self.folder = folder
        self.state = state
        self.unread: dict[str, Problem] = {}

    def exists(self) -> bool:
        """Whether the folder is there."""
        return files.is_folder(self.folder)

    def _gone(self) -> bool:
        if self.state is None or self.exists():
            return False
        # Looked at once more: another leerlog may make it and remember it meanwhile.
        return remembered(self.state() / KNOWN, self.folder) and not self.exists()

    def _remember(self) -> None:
        if self.state is not None:
            remember(self.state() / KNOWN, self.folder)

    def month_file(self, day: date) -> Path:
        """Where the entries of this day's month are."""
        return self.folder / f"{day.year:04}-{day.month:02}.md"

    def months(self) -> list[str]:
        """The months that have a file, as `2026-11`, oldest first."""
        return [name.removesuffix(".md") for name in self._names() if re.fullmatch(_MONTH, name)]

    def copies(self) -> list[str]:
        """Names of copies of months, which stand beside the real ones and hold entries of a journal."""
        others = [name for name in self._names() if name.lower().endswith(".md") and not re.fullmatch(_MONTH, name)]
        if not others:
            return []
        return [name for name in others if is_copy(self.folder / name)]

    def _settle(self) -> None:
        """See that what is going to be read is whole."""

    def _names(self) -> list[str]:
        self._settle()
        try:
            return sorted(os.listdir(self.folder))
        except FileNotFoundError:
            if self._gone():
                raise JournalUnreadable(gone(self.folder)) from None
            if WINDOWS and (why := not_there(str(self.folder))):  # which finds no share that is away either
                raise JournalUnreadable(f"ik kan de map {self.folder} niet lezen: {why}.") from None
            return []
        except OSError as error:
            message = f"ik kan de map {self.folder} niet lezen: {files.reason(error, reading=True)}."
            raise JournalUnreadable(message) from error

    def read(
        self,
        period: "Period | None" = None,
        marks: tuple[str, ...] = (),
        courses: frozenset[str] = frozenset(),
        sieve: Sieve | None = None,
    ) -> Read:
        """The entries of a period in order of time, and every problem in its files.

        period: None for the whole journal.
        marks, courses: when given, only entries whose Markdown holds one of these
            strings, an item's box or day in any spelling (`domain.items`), or that
            are about one of these courses (by `domain.course.key`); a file without
            any is passed over unparsed.
        sieve: when given, only entries whose Markdown holds one of the strings
            that this finds in a file.
        """
        entries: list[Entry] = []
        problems: list[Problem] = []
        months = self._within(period) if period else self.months()
        for month in months:
            found, wrong = self._read_month(month, marks, courses, sieve)
            entries += found
            problems += wrong
        if period:
            entries = [entry for entry in entries if entry.date in period]
        entries.sort(key=moment)
        if entries:
            self._remember()
        problems += _twice(entries)
        problems += self._copied()
        return entries, problems

    def walk(self, period: "Period") -> Iterator[Read]:
        """What `read` gives of a period, in parts, so that no more than a month is held at once."""
        from leerlog.journal.walking import in_order

        met = False
        for entries, problems in in_order(self._within(period), period, self._contents, self._read_month):
            if entries and not met:
                self._remember()
                met = True
            yield entries, problems
        yield [], self._copied()

    def _within(self, period: "Period") -> list[str]:
        first, last = period.start.isoformat()[:7], period.end.isoformat()[:7]
        return [month for month in self.months() if first <= month <= last]

    def _copied(self) -> list[Problem]:
        if not (names := self.copies()):
            return []
        return [Problem(name, 0, MESSAGE) for name in names]

    def _contents(self, month: str) -> bytes:
        """All that is in a month's file; nothing when it can't be read, which reading it says."""
        raw = self._raw(self.folder / f"{month}.md")
        return raw if isinstance(raw, bytes) else b""

    def _read_month(
        self,
        month: str,
        marks: tuple[str, ...] = (),
        courses: frozenset[str] = frozenset(),
        sieve: Sieve | None = None,
    ) -> Read:
        path = self.folder / f"{month}.md"
        raw = self._raw(path)
        if isinstance(raw, Problem):
            return [], [raw]
        if not marks and not courses and not sieve:
            return parse_file(raw, path.name)
        if sieve:
            here = tuple(sieve(raw.replace(b"\r\n", b"\n") if b"\r" in raw else raw))
            return parse_file(raw, path.name, here) if here else ([], [])
        from leerlog.domain.items import spellings

        raw = raw.replace(b"\r\n", b"\n") if b"\r" in raw else raw
        marked = [found for mark in marks for found in spellings(raw, mark)] + _naming(raw, courses)
        return parse_file(raw, path.name, tuple(marked)) if marked else ([], [])

    def _raw(self, path: Path) -> bytes | Problem:
        """What is in a month file, or what stands in the way; another program is waited for once."""
        try:
            raw = files.contents(path, patience=0 if path.name in self.unread else None)
        except OSError as error:
            why = f"ik kan dit bestand niet lezen: {files.reason(error, reading=True)}"
        else:
            if not is_wide(raw):
                return raw
            why = "dit bestand is geen UTF-8 maar UTF-16; sla het opnieuw op als UTF-8"
        return self.unread.setdefault(path.name, Problem(path.name, 0, why))

    def find(self, ref: str) -> Entry:
        """The entry with this id, the one whose id begins so, or `laatste`.

        Raises:
            UnknownId: naming the near ones.
            JournalUnreadable: when it is not found, or not surely the newest, and a month can't be read.
        """
        try:
            return self._find(ref)
        except UnknownId as error:
            if self.unread:
                raise JournalUnreadable(f"{without(self.unread)} Zo weet ik niet of deze notitie er is.") from error
            raise

    def _find(self, ref: str) -> Entry:
        ref = ref.strip().lower()
        if ref == LAST:
            return self._newest()
        if is_id(ref) and (month := id_month(ref)) in self.months():
            entries = [entry for entry in self._read_month(month, (f"id={ref}",))[0] if entry.id == ref]
            if len(entries) == 1:
                return entries[0]

        return choose(ref, self.read()[0])

    def with_ids(self, ids: set[str]) -> list[Entry]:
        """The entries with these ids, as far as they exist, each month looked through once."""
        found: dict[str, Entry] = {}
        for month in sorted({id_month(each) for each in ids} & set(self.months())):
            marks = tuple(f"id={each}" for each in ids if id_month(each) == month)
            found |= {entry.id: entry for entry in self._read_month(month, marks)[0] if entry.id in ids}
        if moved := ids - found.keys():
            marks = tuple(f"id={each}" for each in moved)
            found |= {entry.id: entry for entry in self.read(marks=marks)[0] if entry.id in moved}
        return list(found.values())

    def _newest(self) -> Entry:
        for month in reversed(self.months()):
            entries = self._read_month(month)[0]
            if f"{month}.md" in self.unread:
                break
            if entries:
                return sorted(entries, key=moment)[-1]  # of one minute: the one written last
        raise UnknownId("er is nog geen notitie; begin met leerlog moment.")

    def values_of(self, label: str) -> set[str]:
        """What stands behind a label, as `Traject:`, anywhere in the journal."""
        found: set[str] = set()
        for month in self.months():
            raw = self._raw(self.folder / f"{month}.md")
            found |= values(raw, label) if isinstance(raw, bytes) else set()
        return found

    def block(self, entry: Entry) -> str:
        r"""The Markdown of one entry as it stands at that moment, with "\n" line ends.

        Raises:
            UnknownId: when it is no longer in the file where it was read.
        """
        text = self._load(self.folder / entry.file)
        start, end = self._span(text, entry)
        return text[start:end].replace("\r\n", "\n")

    def text(self, file: str) -> str:
        """All that stands in one month file, bytes that are not UTF-8 included."""
        return self._load(self.folder / file)

    def _span(self, text: str, entry: Entry) -> tuple[int, int]:
        span = splice.find(text, entry.id)
        if span is None:
            raise UnknownId(f"notitie {entry.id} staat niet meer in {self.folder / entry.file}.")
        return span

    def _load(self, path: Path) -> str:
        try:
            raw = files.contents(path)
        except FileNotFoundError:
            return ""
        except OSError as error:
            raise NotSaved(f"ik kan {path} niet lezen: {files.reason(error, reading=True)}.") from error
        if is_wide(raw):
            raise NotSaved(f"{path} is geen UTF-8 maar UTF-16. Sla het bestand opnieuw op als UTF-8.")
        # Bytes that are not UTF-8 go back to the file as they were.
        return raw.decode("utf-8", "surrogateescape")


def _naming(raw: bytes, courses: frozenset[str]) -> list[str]:
    """The lines by which a file's entries name these courses, in the spellings that it has."""
    if not courses:
        return []
    from leerlog.domain.course import key

    return [line for line, name in labelled(raw, COURSE) if key(name) in courses]


def labelled(raw: bytes, label: str) -> Iterator[tuple[str, str]]:
    """The lines of a month file's bytes with a label, as `Traject:`, behind any bullet; and what stands behind it."""
    # With the label in front it is found many times faster than from every line's beginning.
    for found in re.finditer(rf" {re.escape(label)}([^\n]*)".encode(), raw):
        before = raw[max(found.start() - 2, 0) : found.start()]
        if before in (b"\n-", b"\n*", b"\n+"):
            line, value = before[1:] + found[0], found[1]
            yield line.decode("utf-8", "replace"), value.decode("utf-8", "replace").strip()


def values(raw: bytes, label: str) -> set[str]:
    """What stands behind a label in a month file's bytes."""
    return {value for _, value in labelled(raw, label)}


def without(unread: Mapping[str, Problem]) -> str:
    """That these months could not be read, and why, in whole sentences."""
    return " ".join(f"{name}: {problem.message}." for name, problem in unread.items())


def _twice(entries: list[Entry]) -> list[Problem]:
    """The entries with an id that an earlier one in another file has."""
    if len({entry.id for entry in entries}) == len(entries):
        return []
    from leerlog.journal.walking import Twice

    twice = Twice()
    twice.watch([entry.id for entry in entries])
    twice.meet(entries)
    return twice.problems


def parse_file(raw: bytes, name: str, marks: tuple[str, ...] = ()) -> Read:
    """The entries and problems of a month file's bytes."""
    # Not loaded for writing a note.
    from leerlog.journal.parsing import parse

    if is_wide(raw):
        return [], [Problem(name, 0, "dit bestand is geen UTF-8 maar UTF-16; sla het opnieuw op als UTF-8")]
    try:
        return parse(raw.decode(), name, marks)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
    entries, problems = parse(raw.decode("utf-8", "replace"), name, marks)
    return entries, [Problem(name, line, "hier staan bytes die geen geldige UTF-8 zijn"), *problems]


def choose(ref: str, entries: list[Entry]) -> Entry:
    """The entry with this id, or the one whose id begins so.

    Raises:
        UnknownId: naming the near ones.
        LeerlogError: when two entries have this very id.
    """
    found = [entry for entry in entries if entry.id == ref]
    if len(found) > 1:
        places = " en ".join(f"{entry.file}:{entry.line}" for entry in found)
        raise LeerlogError(
            f"twee notities hebben dezelfde id {ref}: {places}. leerlog check --fix geeft de tweede een nieuwe."
        )
    found = found or [entry for entry in entries if ref and entry.id.startswith(ref)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownId(f"{in_quotes(ref)} past op meer dan één notitie: {_named(found)}. Geef meer tekens.")
    close = near(ref, [entry.id for entry in entries], 3)
    raise UnknownId(f"er is geen notitie met id {in_quotes(ref)}.{meant(close)} Zoek met leerlog list.")


def _named(entries: list[Entry]) -> str:
    shown = ", ".join(entry.id for entry in entries[:5])
    return shown + (" …" if len(entries) > 5 else "")
