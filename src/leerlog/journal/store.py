"""The journal as a whole: reading it, and the one way to write it."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from leerlog import files
from leerlog.domain.entry import Entry, Mend, bad_character, is_id, new_id, tidy
from leerlog.errors import BadText, EntryChanged, LeerlogError, NotSaved, UsageError
from leerlog.journal import splice
from leerlog.journal.folder import gone
from leerlog.journal.reading import Reader, parse_file

if TYPE_CHECKING:
    from leerlog.journal.history import Beside, Change, History

CHANGED = "gewijzigd"
# Of month files the text as it was, as it is to be, and what is spliced.
Written = Mapping[str, tuple[str, str, tuple[splice.Splice, ...]]]


class Journal(Reader):
    """A folder of month files to read and to write.

    history: gives where changes are kept, to be taken back; without it they are not.
    """

    def __init__(
        self,
        folder: Path,
        state: Callable[[], Path] | None = None,
        history: "Callable[[], History] | None" = None,
    ) -> None:
        super().__init__(folder, state)
        self._history = history
        self._settled = False

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

    def change(self, entry: Entry, edit: Callable[[str], str], what: str = CHANGED) -> Entry:
        """Edit the Markdown of one entry, as it stands at that moment, and return it anew.

        what: what is done to it, in a word, for the history.

        Raises:
            UnknownId: when it is no longer in the file where it was read.
            UsageError: when what `edit` gives is no entry any more; nothing is changed then.
            NotSaved: when it could not be written; the journal is as it was.
        """
        path = self.folder / entry.file
        with self._locked():
            text = self._load(path)
            start, end = self._span(text, entry)
            after = splice.change(text, (start, end), edit)
            line = text.count("\n", 0, start) + 1
            changed = next((e for e in parse_file(_encode(after), path.name)[0] if e.line == line), None)
            if changed is None:
                raise UsageError(
                    "zonder kop met een datum, als ## 2026-11-23 16:42 · Moment, is dit geen notitie meer."
                )
            new = after[start : len(after) - (len(text) - end)]
            if after != text:
                self._write({path.name: (text, after, (splice.Splice(start, text[start:end], new),))}, what)
        return changed

    def replace(self, mends: Iterable[Mend], what: str = CHANGED, beside: "Iterable[Beside]" = ()) -> "list[Beside]":
        """Put blocks in the place of others, in one month or in several: all of them, or none.

        mends: each in the file of its entry; those that are alike in their order. Where `old` is ""
            the block is added at its place in time, where `new` is "" it is taken away.
        what: what is done, in a word, for the history; beside: what it does to drafts.

        Returns:
            The drafts that stay as they are, for somebody went on with them.

        Raises:
            EntryChanged: when a block is not there any more, or what is added is there already.
            NotSaved: when it could not be written; the journal is as it was.
        """
        pairs: dict[str, list[tuple[str, str]]] = {}
        for mend in mends:
            pairs.setdefault(mend.entry.file, []).append((mend.old, mend.new))
        with self._locked():
            made: dict[str, tuple[str, str, tuple[splice.Splice, ...]]] = {}
            for file, its in pairs.items():
                text = self.text(file)
                made[file] = (text, *_replaced(file, text, its))
            return self._write(made, what, beside=beside)

    def fold(self, made: Written, copies: Mapping[str, str], what: str) -> list[Path]:
        """Write months into which copies were folded, all of them or none, and move the copies into the history.

        copies: the text of each by name; without a history they stay where they are.

        Returns:
            Where the copies are now.

        Raises:
            EntryChanged: when a month or a copy is another than it was; nothing is written then.
            NotSaved: when it could not be written; the journal is as it was.
        """
        with self._locked():
            read = {file: before for file, (before, _, _) in made.items()}
            for file, text in {**read, **copies}.items():
                if self._load(self.folder / file) != text:
                    raise EntryChanged(f"{file} is intussen gewijzigd, dus ik heb niets veranderd. Doe het nog eens.")
            history = self._history() if self._history else None
            kept = [history.keep(name, _encode(text)) for name, text in copies.items()] if history else []
            self._write(made, what)
            for name in copies if history else ():
                try:
                    (self.folder / name).unlink()
                except OSError as error:
                    files.doubt(f"{name} is samengevoegd, maar ik kan haar niet weghalen: {files.reason(error)}.")
        return kept

    def undo(self, change: "Change") -> "list[Beside]":
        """Take back a change; what was done since to other entries stays.

        Returns:
            The drafts that stay as they are, for somebody went on with them.

        Raises:
            EntryChanged: when an entry of it was changed since; nothing is taken back then.
            NotSaved: when it could not be written; the journal is as it was.
        """
        from leerlog.journal.history import sum_of

        with self._locked():
            made: dict[str, tuple[str, str, tuple[splice.Splice, ...]]] = {}
            for month in change.months:
                text = self.text(month.file)
                if sum_of(text) == month.sum:
                    made[month.file] = (text, *splice.spliced(text, splice.places_back(month.splices)))
                else:
                    back = splice.replaced(text, [(new, old) for old, new in month.pairs])
                    if back is None:
                        raise EntryChanged(
                            f"een notitie in {month.file} is intussen nog veranderd, dus ik haal niets terug."
                        )
                    made[month.file] = (text, *back)
            return self._write(made, change.what, change.name, (each.back for each in change.beside))

    def _write(self, made: Written, what: str, undoes: str = "", beside: "Iterable[Beside]" = ()) -> "list[Beside]":
        """Write the months, all of them or none, and then the drafts, and keep in the history how they were.

        Under the lock. What is cut off between the two is ended by whoever next looks.

        made: of every file the text as it was, as it is to be, and what is spliced.

        Returns:
            The drafts that stay as they are, for somebody went on with them.
        """
        made = {file: each for file, each in made.items() if each[0] != each[1]}
        beside = tuple(beside)
        if not (made or undoes or beside):
            return []
        if self._history is None:
            self._write_months(made)
            return []
        from leerlog.journal.history import Changed, sum_of

        history = self._history()
        self._finish(history)
        months = [Changed(file, its, sum_of(after)) for file, (_, after, its) in made.items()]
        change = history.make(what, months, undoes, beside)
        try:
            history.begin(change)
        except NotSaved as error:
            # What would be gone, or half there, waits until it can be kept.
            if len(made) > 1 or undoes or beside or any(not each.new for month in months for each in month.splices):
                raise
            self._write_months(made)
            files.doubt(f"de wijziging is bewaard, maar leerlog undo kan haar niet terughalen: {error}")
            return []
        try:
            self._write_months(made)
        except BaseException:
            if not any(self._load(self.folder / file) == each[1] for file, each in made.items()):
                history.drop()
            raise
        return history.end(change)

    def _write_months(self, made: Written) -> None:
        written: list[str] = []
        # What is added comes first, so that a note that moves is never nowhere.
        order = sorted(made, key=lambda file: len(made[file][1]) < len(made[file][0]))
        try:
            for file in order:
                self._put(file, made[file][1])
                written.append(file)
        except BaseException:
            for file in written:
                self._put(file, made[file][0])
            raise

    def _put(self, file: str, text: str) -> None:
        path = self.folder / file
        if text or path.is_symlink():
            files.write(path, _encode(text))
        else:  # a month of which the first note was taken back
            path.unlink(missing_ok=True)

    def _settle(self) -> None:
        """End a change of several months that was cut off, before anything is read of it."""
        if self._settled or self._history is None:
            return
        self._settled = True
        history = self._history()
        if history.is_busy():
            with suppress(LeerlogError), self._locked():
                self._finish(history)

    def _finish(self, history: "History") -> None:
        """Under the lock, under which no other process is busy: write what is left to write of a change."""
        change = history.busy()
        if change is None:
            return
        made: dict[str, tuple[str, str, tuple[splice.Splice, ...]]] = {}
        begun = False
        for month in change.months:
            text = self.text(month.file)
            after = splice.replaced(text, month.pairs)
            begun = begun or after is None
            if after is not None:
                made[month.file] = (text, *after)
        if change.months and not begun:  # every block is as it was
            history.drop()
            return
        self._write_months(made)
        history.end(change)


def _replaced(file: str, text: str, pairs: list[tuple[str, str]]) -> tuple[str, tuple[splice.Splice, ...]]:
    made = splice.replaced(text, pairs)
    if made is None:
        raise EntryChanged(
            f"een notitie in {file} is intussen gewijzigd, dus ik heb niets veranderd. Bekijk haar opnieuw en doe het "
            "nog eens."
        )
    return made


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
