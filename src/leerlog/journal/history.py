"""What was changed in a journal, so that it can be taken back: blocks of months as they were and as they became.

Kept in leerlog's own folder on this computer, for its owner only, and never in the
journal or a share. A change is written here before the months are (`bezig.json`), and
gets its number once they all are; so a change of several months that was cut off is
ended by whoever next looks, and there is always one that is last.
"""

import json
import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from leerlog import files
from leerlog.errors import LeerlogError, NotSaved
from leerlog.journal.blocks import blocks, starts
from leerlog.journal.splice import Splice, bare_block, spliced

FOLDER = "geschiedenis"
SCHEMA = "leerlog.change/1"
COPIES = "kopieen"
_BUSY = "bezig.json"
_NAME = re.compile(r"([0-9]{8})(\.terug)?\.json")


class Changed(NamedTuple):
    """What a change did to one month file: its splices in their order, and a sum of the text that came of it."""

    file: str
    splices: tuple[Splice, ...]
    sum: str

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Each block as it was and as it became; "" where there is none."""
        return [(block_in(each.old), block_in(each.new)) for each in self.splices]


class Beside(NamedTuple):
    """A draft that a change gave another text, and maybe another name: its files' names and what was in them."""

    old_name: str
    new_name: str
    old: str
    new: str

    @property
    def back(self) -> "Beside":
        """The other way around."""
        return Beside(self.new_name, self.old_name, self.new, self.old)


class Change(NamedTuple):
    """One change by one command.

    on: when, as `2026-11-23T16:42`; what: in a word, such as `afgevinkt`.
    name: its file, "" as long as it has none; undone: whether it was taken back.
    undoes: the file of the change that it takes back. beside: what it did to drafts.
    """

    on: str
    what: str
    months: tuple[Changed, ...]
    name: str = ""
    undone: bool = False
    undoes: str = ""
    beside: tuple[Beside, ...] = ()

    @property
    def number(self) -> int:
        """What it is called by; 0 as long as it has no file."""
        return int(self.name[:8] or 0)

    @property
    def day(self) -> date:
        """The day of the change."""
        return datetime.fromisoformat(self.on).date()


def block_in(text: str) -> str:
    r"""The block in what was spliced, with "\n" line ends: a new month has its first lines above it."""
    found = starts(text := text.replace("\r\n", "\n").lstrip("\n"))
    return bare_block(text[found[0] :]) + "\n" if found else ""


def sum_of(text: str) -> str:
    """A sum by which a text is known."""
    # Loads a library of its own, and every run asks whether a change was cut short.
    from hashlib import sha256

    return sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:32]


def history_folder(state: Path, journal: Path) -> Path:
    """Where the history of a journal is, in leerlog's own folder."""
    place = os.path.realpath(journal)
    return state / FOLDER / f"{crc32(os.fsencode(place)):08x}"


class History:
    """The changes of one journal.

    drafts: the folder of what a change does beside the months. now: gives when it is;
    days: gives how many days a change is kept.
    """

    def __init__(self, folder: Path, drafts: Path, now: Callable[[], datetime], days: Callable[[], int]) -> None:
        self.folder = folder
        self._drafts = drafts
        self._now = now
        self._days = days

    def make(self, what: str, months: Iterable[Changed], undoes: str = "", beside: Iterable[Beside] = ()) -> Change:
        """A change of this moment."""
        on = self._now().isoformat(timespec="minutes")
        return Change(on, what, tuple(months), undoes=undoes, beside=tuple(beside))

    def begin(self, change: Change) -> None:
        """Keep what is going to be changed.

        Raises:
            NotSaved: when the system refuses.
        """
        files.make_folder(self.folder)
        files.write(self.folder / _BUSY, _encoded(change), private=True)

    def busy(self) -> Change | None:
        """The change that was begun and not ended; None when there is none that can be read."""
        return self._read(_BUSY)

    def is_busy(self) -> bool:
        """Whether a change was begun and not ended."""
        return files.is_file(self.folder / _BUSY)

    def end(self, change: Change) -> list[Beside]:
        """Change the drafts, and give the change its number, for its months are on disk; what is too old goes.

        Returns:
            The drafts that stay as they are, for somebody went on with them.
        """
        stay = [each for each in change.beside if not self._put(each)]
        with suppress(OSError):
            if change.undoes:
                name = self.folder / change.undoes
                if name.exists():
                    name.rename(name.with_suffix(".terug.json"))
                (self.folder / _BUSY).unlink()
            else:
                last = max((int(name[:8]) for name in self._names()), default=0)
                (self.folder / _BUSY).rename(self.folder / f"{last + 1:08}.json")
        self.prune()
        return stay

    def _put(self, beside: Beside) -> bool:
        # Hardly any change has drafts beside it.
        from leerlog.journal.drafts import put

        old, new = (text.encode("utf-8", "surrogateescape") for text in (beside.old, beside.new))
        try:
            return put(self._drafts, (beside.old_name, old), (beside.new_name, new))
        except (NotSaved, OSError) as error:
            why = error if isinstance(error, NotSaved) else f"{files.reason(error)}."
            files.doubt(f"het concept {beside.old_name} blijft zoals het is: {why}")
            return True

    def drop(self) -> None:
        """Forget the change that was begun, for nothing of it is on disk."""
        with suppress(OSError):
            (self.folder / _BUSY).unlink()

    def changes(self) -> list[Change]:
        """What is kept, the newest first; what can't be read is passed over."""
        self.prune()
        return [change for name in reversed(self._names()) if (change := self._read(name))]

    def prune(self) -> None:
        """Remove what is older than it is to be kept."""
        with suppress(LeerlogError):
            days, today = self._days(), self._now().date()
            for name in self._names():
                change = self._read(name)
                # With nothing to be kept, what was done today goes as well.
                if change and days and (today - change.day).days <= days:
                    break  # those that follow are younger
                if change:
                    (self.folder / name).unlink(missing_ok=True)

    def forget(self, marks: Sequence[str]) -> None:
        """Take out all that is kept of the entries that have one of these in their Markdown, as their id.

        Raises:
            NotSaved: when the system refuses.
        """
        self._forget_in_copies(marks)
        for name in self._names():
            change = self._read(name)
            if change is None:
                continue
            months = tuple(
                each._replace(splices=kept, sum="")
                for each in change.months
                if (kept := tuple(s for s in each.splices if not any(m in s.old or m in s.new for m in marks)))
                or not each.splices
            )
            if sum(len(each.splices) for each in months) == sum(len(each.splices) for each in change.months):
                continue
            if months:
                files.write(self.folder / name, _encoded(change._replace(months=months)), private=True)
            else:
                _remove(self.folder / name)

    def keep(self, name: str, raw: bytes) -> Path:
        """Keep a file that is going to be moved out of the journal; where it is now.

        Raises:
            NotSaved: when the system refuses.
        """
        folder = self.folder / COPIES
        files.make_folder(folder)
        path, number = folder / name, 1
        while path.exists():
            if files.contents(path) == raw:
                return path
            number += 1
            path = folder / f"{Path(name).stem} ({number}).md"
        files.write(path, raw, private=True)
        return path

    def _forget_in_copies(self, marks: Sequence[str]) -> None:
        with suppress(FileNotFoundError):
            for path in sorted((self.folder / COPIES).iterdir()):
                text = files.contents(path).decode("utf-8", "surrogateescape")
                places = [(a, b, "") for a, b in blocks(text) if any(mark in text[a:b] for mark in marks)]
                if places:
                    files.write(path, spliced(text, places)[0].encode("utf-8", "surrogateescape"), private=True)

    def _names(self) -> list[str]:
        with suppress(OSError):
            return sorted(name for name in os.listdir(self.folder) if _NAME.fullmatch(name))
        return []

    def _read(self, name: str) -> Change | None:
        try:
            return _decoded(json.loads(files.contents(self.folder / name)), name)
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None


def forget_all(state: Path) -> int:
    """Empty the history of every journal; how many changes were in it.

    Raises:
        NotSaved: when the system refuses.
    """
    # What is half on disk is first to be ended.
    found = [path for path in (state / FOLDER).glob("*/*.json") if path.name != _BUSY]
    copies = (state / FOLDER).glob(f"*/{COPIES}/*")
    for path in [*found, *copies, *(state / FOLDER).glob("*/.*.tmp")]:
        _remove(path)
    return len(found)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise NotSaved(f"ik kan {path} niet weggooien: {files.reason(error)}.") from error


def _encoded(change: Change) -> bytes:
    months = [
        {"file": each.file, "sum": each.sum, "blocks": [splice._asdict() for splice in each.splices]}
        for each in change.months
    ]
    values = {"schema": SCHEMA, "on": change.on, "what": change.what, "undoes": change.undoes, "months": months}
    if change.beside:
        values["drafts"] = [each._asdict() for each in change.beside]
    # Bytes that are not UTF-8 stand in the text as half surrogate pairs, for which JSON has \u.
    return json.dumps(values, indent=1).encode() + b"\n"


def _decoded(values: Mapping[str, Any], name: str) -> Change | None:
    if values["schema"] != SCHEMA:
        return None
    months = tuple(
        Changed(
            str(each["file"]),
            tuple(Splice(int(s["at"]), str(s["old"]), str(s["new"])) for s in each["blocks"]),
            str(each["sum"]),
        )
        for each in values["months"]
    )
    beside = tuple(Beside(*(str(each[part]) for part in Beside._fields)) for each in values.get("drafts", ()))
    on, what, undoes = (str(values[key]) for key in ("on", "what", "undoes"))
    change = Change(on, what, months, name, ".terug." in name, undoes, beside)
    return change if change.day else None
