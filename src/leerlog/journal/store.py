"""The journal as a whole: a folder with one Markdown file per month."""

import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path

from leerlog.domain.entry import Entry, Problem, bad_character, id_month, is_id, new_id, tidy
from leerlog.domain.period import ALL, Period
from leerlog.errors import BadText, JournalUnreadable, NotSaved, UnknownId
from leerlog.journal import files, splice
from leerlog.journal.text import blocks, parse, parse_block

LAST = "laatste"
_MONTH = re.compile(r"\d{4}-\d\d\.md")
_COPY = re.compile(r"\d{4}-\d\d.+\.md", re.IGNORECASE)

Read = tuple[list[Entry], list[Problem]]


class Journal:
    """The month files of one folder. Nothing is kept in memory between calls."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def exists(self) -> bool:
        """Whether the folder is there."""
        return self.folder.is_dir()

    def create(self) -> None:
        """Make the folder, for its owner only.

        Raises:
            NotSaved: when the system refuses.
        """
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise NotSaved(f"ik kan de map {self.folder} niet maken: {files.reason(error)}.") from error

    def month_file(self, day: date) -> Path:
        """Where the entries of this day's month are."""
        return self.folder / f"{day.year:04}-{day.month:02}.md"

    def months(self) -> list[str]:
        """The months that have a file, as `2026-11`, oldest first."""
        return [name.removesuffix(".md") for name in self._names() if _MONTH.fullmatch(name)]

    def copies(self) -> list[str]:
        """Names of month files that a sync service put beside the real ones."""
        names = (name for name in self._names() if not _MONTH.fullmatch(name))
        return [name for name in names if _COPY.fullmatch(name)]

    def _names(self) -> list[str]:
        try:
            return sorted(os.listdir(self.folder))
        except FileNotFoundError:
            return []
        except OSError as error:
            message = f"ik kan de map {self.folder} niet lezen: {files.reason(error)}."
            raise JournalUnreadable(message) from error

    def add(self, entry: Entry) -> Entry:
        """Save a new entry and return it as it was saved, with its id and file.

        Raises:
            BadText: when it holds characters that can't be kept.
            NotSaved: when it could not be written; the journal is as it was.
        """
        refuse_bad_text(entry)
        entry = tidy(entry)
        path = self.month_file(entry.date)
        with files.locked(self.folder):
            text = self._load(path)
            entry = replace(entry, id=_free_id(entry.date, text), file=path.name)
            self._save(path, splice.insert(text, entry))
        return entry

    def change(self, entry: Entry, edit: Callable[[str], str]) -> Entry:
        """Edit the Markdown of one entry, as it stands at that moment, and return it anew.

        Raises:
            UnknownId: when it is no longer in the file where it was read.
            NotSaved: when it could not be written; the journal is as it was.
        """
        path = self.folder / entry.file
        with files.locked(self.folder):
            text = splice.change(self._load(path), entry.id, edit)
            if text is None:
                raise UnknownId(f"notitie {entry.id} staat niet meer in {path}.")
            self._save(path, text)
        return self.find(entry.id)

    def _load(self, path: Path) -> str:
        try:
            raw = path.read_bytes()
        except FileNotFoundError:
            return ""
        except OSError as error:
            raise NotSaved(f"ik kan {path} niet lezen: {files.reason(error)}.") from error
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise NotSaved(f"{path} is geen UTF-8 maar UTF-16. Sla het bestand opnieuw op als UTF-8.")
        # Bytes that are not UTF-8 go back to the file as they were.
        return raw.decode("utf-8", "surrogateescape")

    def _save(self, path: Path, text: str) -> None:
        files.write(path, text.encode("utf-8", "surrogateescape"))

    def read(self, period: Period = ALL, marks: tuple[str, ...] = ()) -> Read:
        """The entries of a period in order of time, and every problem in its files.

        marks: when given, only entries whose Markdown holds one of these
            strings; a file without any is passed over unparsed.
        """
        entries: list[Entry] = []
        problems: list[Problem] = []
        first, last = f"{period.start:%Y-%m}".zfill(7), f"{period.end:%Y-%m}".zfill(7)
        for month in self.months():
            if first <= month <= last:
                found, wrong = self._read_month(month, marks)
                entries += found
                problems += wrong
        if period != ALL:
            entries = [entry for entry in entries if entry.date in period]
        entries.sort(key=_moment)
        problems += [Problem(name, 0, _COPY_MESSAGE) for name in self.copies()]
        return entries, problems

    def _read_month(self, month: str, marks: tuple[str, ...] = ()) -> Read:
        path = self.folder / f"{month}.md"
        try:
            raw = path.read_bytes()
        except OSError as error:
            return [], [Problem(path.name, 0, f"ik kan dit bestand niet lezen: {files.reason(error)}")]
        if not marks:
            return parse_file(raw, path.name)
        wanted = [mark.encode() for mark in marks]
        if not any(mark in raw for mark in wanted):
            return [], []
        return _parse_marked(raw, path.name, marks)

    def find(self, ref: str) -> Entry:
        """The entry with this id, the one whose id begins so, or `laatste`.

        Raises:
            UnknownId: naming the near ones.
        """
        ref = ref.strip().lower()
        if ref == LAST:
            return self._newest()
        if is_id(ref) and (month := id_month(ref)) in self.months():
            entry = _by_id(self._read_month(month, (f"id={ref}",))[0], ref)
            if entry:
                return entry
        entries = self.read()[0]
        found = [e for e in entries if e.id == ref] or [e for e in entries if ref and e.id.startswith(ref)]
        if len(found) == 1:
            return found[0]
        if found:
            raise UnknownId(f"'{ref}' past op meer dan één notitie: {_naming(found)}. Geef meer tekens.")
        raise UnknownId(f"er is geen notitie met id '{ref}'.{_near(ref, entries)} Zoek met leerlog list.")

    def _newest(self) -> Entry:
        for month in reversed(self.months()):
            entries = self._read_month(month)[0]
            if entries:
                return max(entries, key=_moment)
        raise UnknownId("er is nog geen notitie; begin met leerlog moment.")


_COPY_MESSAGE = (
    "een kopie die een synchronisatiedienst naast de maand heeft gezet; "
    "deze notities tellen niet mee. Zet wat je mist over in het maandbestand en haal de kopie weg"
)


def parse_file(raw: bytes, name: str) -> Read:
    """The entries and problems of a month file's bytes."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return [], [Problem(name, 0, "dit bestand is geen UTF-8 maar UTF-16; sla het opnieuw op als UTF-8")]
    text, problems = _decode(raw, name)
    entries, more = parse(text, name)
    return entries, problems + more


def _decode(raw: bytes, name: str) -> tuple[str, list[Problem]]:
    try:
        return raw.decode(), []
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return raw.decode("utf-8", "replace"), [Problem(name, line, "hier staan bytes die geen geldige UTF-8 zijn")]


def _parse_marked(raw: bytes, name: str, marks: tuple[str, ...]) -> Read:
    text = raw.decode("utf-8", "replace").replace("\r\n", "\n")
    entries = []
    for start, end in blocks(text):
        if any(text.find(mark, start, end) >= 0 for mark in marks):
            line = text.count("\n", 0, start) + 1
            entry = parse_block(text[start:end], name, line, [])
            if entry:
                entries.append(entry)
    return entries, []


def refuse_bad_text(entry: Entry) -> None:
    """Raise BadText when anything in the entry can't be kept."""
    texts = [entry.title, entry.course, *entry.people, *entry.tags, *entry.builds_on]
    texts += [part for answer in entry.answers for part in (answer.text, answer.title)]
    texts += [part for item in entry.follow_ups for part in (item.text, item.who)]
    for text in texts:
        if wrong := bad_character(text):
            raise BadText(f"in je tekst staat {wrong}; dat kan ik niet bewaren. Haal het weg en probeer het opnieuw.")


def _moment(entry: Entry) -> tuple[date, time]:
    return entry.date, entry.time or time.min


def _free_id(day: date, text: str) -> str:
    while True:
        found = new_id(day, os.urandom(6))
        if f"id={found}" not in text:
            return found


def _by_id(entries: list[Entry], entry_id: str) -> Entry | None:
    return next((entry for entry in entries if entry.id == entry_id), None)


def _naming(entries: list[Entry]) -> str:
    shown = ", ".join(entry.id for entry in entries[:5])
    return shown + (" …" if len(entries) > 5 else "")


def _near(ref: str, entries: list[Entry]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(ref, [entry.id for entry in entries], n=3, cutoff=0.6)
    return f" Bedoel je {' of '.join(near)}?" if near else ""
