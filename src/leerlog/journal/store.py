"""The journal as a whole: reading it, and the one way to write it."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from leerlog import files
from leerlog.domain.entry import Entry, bad_character, is_id, new_id, tidy
from leerlog.errors import BadText, EntryChanged, NotSaved, UsageError
from leerlog.journal import splice
from leerlog.journal.reading import Reader, parse_file


class Journal(Reader):
    """A folder of month files to read and to write."""

    def create(self) -> None:
        """Make the folder, for its owner only.

        Raises:
            NotSaved: when the system refuses, or the folder was there before and is gone.
        """
        self._refuse_when_gone()
        files.make_folder(self.folder)
        self._remember()

    def _refuse_when_gone(self) -> None:
        if self._gone():
            from leerlog.journal.known import gone

            raise NotSaved(gone(self.folder))

    def add(self, entry: Entry) -> Entry:
        """Save a new entry and return it as it was saved, with its id and file.

        Raises:
            BadText: when it holds characters that can't be kept.
            NotSaved: when it could not be written; the journal is as it was.
        """
        return self.add_all([entry._replace(id="")])[0]

    def add_all(self, entries: Iterable[Entry]) -> list[Entry]:
        """Save new entries, each month written once; an id that its month does not have is kept.

        Raises:
            BadText: when one holds characters that can't be kept; nothing is saved then.
            NotSaved: when a month could not be written; that month is as it was.
        """
        entries = list(entries)
        for entry in entries:
            refuse_bad_text(entry)
        saved: dict[int, Entry] = {}
        months: dict[Path, list[int]] = {}
        for number, entry in enumerate(entries):
            months.setdefault(self.month_file(entry.date), []).append(number)
        # Looking up the state folder takes as long as a note may; a month begins seldom.
        begins = any(not os.path.lexists(path) for path in (self.folder / files.LOCK, *months))
        with self._locked(remembering=begins):
            for path, numbers in months.items():
                text = self._load(path)
                for number in numbers:
                    entry = tidy(entries[number])
                    entry = saved[number] = entry._replace(id=_free_id(entry, text), file=path.name, line=0)
                    text = splice.insert(text, entry)
                files.write(path, _encode(text))
        return [saved[number] for number in range(len(entries))]

    @contextmanager
    def _locked(self, remembering: bool = True) -> Iterator[None]:
        self._refuse_when_gone()
        with files.locked(self.folder):
            yield
        if remembering:
            self._remember()

    def change(self, entry: Entry, edit: Callable[[str], str]) -> Entry:
        """Edit the Markdown of one entry, as it stands at that moment, and return it anew.

        Raises:
            UnknownId: when it is no longer in the file where it was read.
            UsageError: when what `edit` gives is no entry any more; nothing is changed then.
            NotSaved: when it could not be written; the journal is as it was.
        """
        path = self.folder / entry.file
        with self._locked():
            text = self._load(path)
            span = self._span(text, entry)
            data = _encode(splice.change(text, span, edit))
            line = text.count("\n", 0, span[0]) + 1
            changed = next((e for e in parse_file(data, path.name)[0] if e.line == line), None)
            if changed is None:
                raise UsageError(
                    "zonder kop met een datum, als ## 2026-11-23 16:42 · Moment, is dit geen notitie meer."
                )
            if data != _encode(text):
                files.write(path, data)
        return changed

    def rewrite(self, edits: Mapping[str, Callable[[str], str | None]]) -> None:
        """Edit the text of whole files: all of them, or none when one of the edits gives None.

        Raises:
            EntryChanged: when an edit gives None, because what it is about was changed meanwhile.
            NotSaved: when a file could not be written; that one is as it was.
        """
        with self._locked():
            made = {file: edit(self.text(file)) for file, edit in edits.items()}
            for file, text in made.items():
                if text is None:
                    raise EntryChanged(f"{file} is intussen gewijzigd, dus ik heb niets veranderd. Doe het nog eens.")
            for file, text in made.items():
                files.write(self.folder / file, _encode(text or ""))

    def remove(self, entry: Entry, seen: str) -> None:
        """Take one entry out of its file.

        Raises:
            EntryChanged: when its Markdown is not, any more, what `block` gave: `seen`.
            UnknownId: when it is no longer in the file where it was read.
            NotSaved: when it could not be written; the journal is as it was.
        """
        from leerlog.journal.edits import replacing

        path = self.folder / entry.file
        with self._locked():
            text = self._load(path)
            start, end = self._span(text, entry)
            replacing(seen, "")(text[start:end].replace("\r\n", "\n"))
            files.write(path, _encode(text[:start] + text[end:]))

    def put_back(self, block: str, file: str) -> None:
        """Put the Markdown of a removed entry back in its file, at its place in time.

        Raises:
            UsageError: when it is there again already.
            NotSaved: when it could not be written; the journal is as it was.
        """
        from leerlog.journal.parsing import parse

        path = self.folder / file
        with self._locked():
            text = self._load(path)
            for entry in parse(block)[0][:1]:
                if splice.find(text, entry.id):
                    raise UsageError(f"notitie {entry.id} staat al in {path}.")
                files.write(path, _encode(splice.insert_block(text, block.rstrip("\n") + "\n", entry)))


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def refuse_bad_text(entry: Entry) -> None:
    """Raise BadText when anything in the entry can't be kept."""
    texts = [entry.checklist, entry.title, entry.course]
    texts += [*entry.people, *entry.tags, *entry.builds_on, *entry.share]
    texts += [part for answer in entry.answers for part in (answer.text, answer.title)]
    texts += [part for item in entry.follow_ups for part in (item.text, item.who, item.result)]
    for text in texts:
        if wrong := bad_character(text, "je tekst"):
            raise BadText(f"{wrong}.")


def _free_id(entry: Entry, text: str) -> str:
    found = entry.id
    while not is_id(found) or f"id={found}" in text:
        found = new_id(entry.date, os.urandom(6))
    return found
