"""Which files are to be brought along, what kind each is of, and what stands in it."""

import io
import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, time
from functools import partial
from pathlib import Path, PurePath
from typing import NamedTuple, TypeVar

from leerlog import files
from leerlog.app.setting import Setting
from leerlog.domain.entry import Problem
from leerlog.domain.text import decode, shown
from leerlog.domain.timeformat import Timeformat
from leerlog.errors import UsageError
from leerlog.journal.incoming import Found, is_markdown, read_json, read_json_lines, read_markdown
from leerlog.journal.incoming_dayone import is_dayone, read_dayone
from leerlog.journal.incoming_jrnl import (
    guess_format,
    has_brackets,
    is_jrnl,
    json_behind,
    read_jrnl,
    read_jrnl_text,
)
from leerlog.journal.incoming_notes import is_dated, read_note
from leerlog.journal.incoming_text import has_dates, read_text
from leerlog.journal.shares import read_head

T = TypeVar("T")
KINDS = ("leerlog", "jrnl", "dayone", "markdown", "text")
NO_ON = "--on hoort bij een gewone tekst; deze notities hebben al een datum."
MOST_BYTES = 200_000_000
MOST_NAMES = 100_000  # in a zip
MOST_FOLDED = 500  # how many times smaller a zip can make a text of some size; words are made ten times smaller
_MARKDOWN = (".md", ".markdown")
_ENDS = {
    "leerlog": (".md", ".json", ".jsonl"),
    "jrnl": (".json", ".txt"),
    "dayone": (".json", ".zip"),
    "markdown": _MARKDOWN,
    "text": (".txt", ".md"),
}
_USUAL_ENDS = (".md", ".markdown", ".json", ".jsonl", ".txt")
_MEDIA = ("photos", "videos", "audios", "pdfs")  # Day One's folders; what is in them is counted with its note
# How files begin that people take for text.
_OTHER = {
    b"\xd0\xcf\x11\xe0": "een oud Office-bestand",
    b"%PDF": "een PDF",
    b"{\\rtf": "een RTF-bestand",
}
_ZIP = b"PK\x03\x04"
_NO_DAY = "in {} staat geen regel met een datum. Zeg van welke dag het is, zoals --on gisteren."


class How(NamedTuple):
    """How files are to be read: as what ("" when that is to be seen), and what their notes do not say themselves."""

    kind: str
    on: tuple[date, time | None] | None
    form: Timeformat | None


class Sources(NamedTuple):
    """The files to read, each with its name below what was given; the others that are there are only counted."""

    chosen: tuple[tuple[Path, PurePath], ...]
    others: tuple[PurePath, ...] = ()
    is_folder: bool = False


class TooLarge(UsageError):
    """More than can be read at once."""


def sources(path: Path, kind: str) -> Sources:
    """What is to be read: the one file, or those in a folder and in the folders in it that are not hidden.

    Raises:
        UsageError: when there is nothing, or when a link leads elsewhere.
    """
    try:
        mode = os.lstat(path).st_mode
    except (OSError, ValueError) as error:
        raise UsageError(f"ik kan {path} niet lezen: {_reason(error)}.") from error
    if stat.S_ISLNK(mode):
        raise UsageError(f"{path} is een koppeling naar iets anders. Geef het bestand of de map zelf.")
    if link := _link_in(path):
        raise UsageError(f"{path} loopt via een koppeling: {link}. Geef het pad zelf: {files.real(path)}")
    if not stat.S_ISDIR(mode):
        return Sources(((path, PurePath(path.name)),))
    ends = _ENDS.get(kind, _USUAL_ENDS)
    names = sorted(_walk(path), key=lambda each: each.parts)
    chosen = tuple((path / name, name) for name in names if name.name.lower().endswith(ends))
    if not chosen:
        raise UsageError(f"in de map {path} staat niets wat ik kan inlezen: geen {', '.join(sorted(ends))}.")
    others = tuple(name for name in names if not name.name.lower().endswith(ends))
    return Sources(chosen, others, is_folder=True)


def _link_in(path: Path) -> Path | None:
    """The first folder on the way that is a link; where a home or a temporary folder begins there may be some."""
    whole = Path.cwd() / path
    for place in reversed(whole.parents):
        if len(place.parts) > 3 and place.is_symlink():
            return place
    return None


def _walk(folder: Path) -> Iterator[PurePath]:
    """The names of the files below a folder.

    Raises:
        UsageError: for a link that leads out of it, or a folder that can't be read.
    """
    whole = files.real(folder)

    def refuse(error: OSError) -> None:
        raise UsageError(f"ik kan de map {error.filename} niet lezen: {_reason(error)}.") from error

    for place, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not _is_hidden(name))
        for name in [*folders, *names]:
            link = Path(place, name)
            if not _is_hidden(name) and link.is_symlink() and not files.real(link).is_relative_to(whole):
                raise UsageError(f"{link} is een koppeling naar buiten de map. Haal haar weg, of geef de map zelf.")
        for name in names:
            if not _is_hidden(name) and not Path(place, name).is_symlink():
                yield PurePath(place, name).relative_to(folder)


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "__MACOSX"))


def _reason(error: Exception) -> str:
    return files.reason(error, reading=True) if isinstance(error, OSError) else "dat kan geen naam zijn"


def read_all(setting: Setting, found: Sources, how: How, step: Callable[[int, int], None]) -> list[Found]:
    """What is in each of the files.

    step: is told how many of them were read, and of how many.

    Raises:
        UsageError: when the one file is of another kind, or when all of a folder are; when it is too much.
    """
    media = {name.stem.lower(): name.name for name in found.others}
    made: list[Found] = []
    refused: list[str] = []
    size = 0
    for number, (path, name) in enumerate(found.chosen, 1):
        raw = _raw(path)
        size += len(raw)
        if size > MOST_BYTES:
            raise TooLarge(f"in {path.parent} staat samen meer dan 200 MB. Lees het in delen in.")
        try:
            made.append(_read(setting, path, name, raw, how, media, in_folder=found.is_folder))
        except TooLarge:
            raise
        except UsageError as error:
            if not found.is_folder:
                raise
            refused.append(str(error))
            made.append(Found((), (Problem(str(name), 0, str(error).replace(str(path), name.name).rstrip(".")),)))
        step(number, len(found.chosen))
    if len(refused) == len(found.chosen):
        raise UsageError(refused[0])
    beside = [name for name in found.others if name.parent.name not in _MEDIA]
    return [*made, Found((), left=("ander bestand",) * len(beside))]


def _raw(path: Path) -> bytes:
    try:
        raw = files.contents(path, MOST_BYTES)
    except (OSError, ValueError) as error:
        raise UsageError(f"ik kan {path} niet lezen: {_reason(error)}.") from error
    if len(raw) >= MOST_BYTES:
        raise TooLarge(f"{path} is 200 MB of groter. Deel het op en lees de delen een voor een in.")
    return raw


def _read(
    setting: Setting, path: Path, name: PurePath, raw: bytes, how: How, media: dict[str, str], *, in_folder: bool
) -> Found:
    if read_head(raw):
        raise UsageError(f"{path} is een gedeeld leerlog. Bekijk het met: leerlog review --team MAP")
    if raw.startswith(_ZIP):
        return _read_zip(path, raw, how)
    for begin, what in _OTHER.items():
        if raw.startswith(begin):
            raise UsageError(f"{path} is {what}. Sla het op als tekst (.txt, UTF-8) en lees dat in.")
    text = _text(path, raw)
    begins = text.lstrip("\ufeff \t\r\n")[:1]
    ends = path.suffix.lower()
    if ends == ".jsonl" and how.kind in ("", "leerlog"):
        return _checked(path, lambda: read_json_lines(text.lstrip("\ufeff"), str(name), partial(_title_of, setting)))
    is_object = begins == "{" and text.rstrip().endswith("}")
    as_json = ends == ".json" or how.kind == "dayone" or is_object
    if as_json and how.kind not in ("markdown", "text"):
        return _read_json(setting, path, name, text, how, media)
    return _read_words(setting, path, name, text, how, in_folder=in_folder)


def _text(path: Path, raw: bytes) -> str:
    try:
        text = decode(raw)
    except UnicodeDecodeError:
        text = ""
    if "\0" in text or (raw and not text):
        raise UsageError(f"{path} is geen tekst, of geen UTF-8. Sla het op als tekst (.txt, UTF-8) en lees dat in.")
    return text


def _checked(path: Path, read: Callable[[], T]) -> T:
    try:
        return read()
    except ValueError as error:
        raise UsageError(f"{path}: {error}.") from None


def _read_json(setting: Setting, path: Path, name: PurePath, text: str, how: How, media: dict[str, str]) -> Found:
    if how.on and how.kind != "jrnl":
        raise UsageError(NO_ON)
    made, told = _checked(path, lambda: json_behind(text.lstrip("\ufeff"), str(name)))
    if is_jrnl(made) and how.kind in ("", "jrnl"):
        found = read_jrnl(made, str(name))
    elif is_dayone(made) and how.kind in ("", "dayone"):
        found = read_dayone(made, str(name), lambda key: media.get(key.lower(), ""))
    elif how.kind in ("jrnl", "dayone"):
        raise UsageError(f"{path} is JSON, maar niet van {'Day One' if how.kind == 'dayone' else 'jrnl'}.")
    else:
        found = _checked(path, lambda: read_json(made, str(name), partial(_title_of, setting)))
    return found._replace(told=(*told, *found.told))


def _title_of(setting: Setting, checklist: str, question: str) -> str:
    """The heading of a question; "" for one that is not there any more."""
    asked = (each for known in setting.guide.checklists if known.id == checklist for each in known.prompts())
    return next((each.text for each in asked if each.id == question), "")


def _read_words(setting: Setting, path: Path, name: PurePath, text: str, how: How, *, in_folder: bool) -> Found:
    """What is in a file that is no JSON."""
    today, kind = setting.today, how.kind
    if kind in ("", "leerlog") and is_markdown(text, surely=kind == "leerlog"):
        if how.on and not in_folder:
            raise UsageError(NO_ON)
        return read_markdown(text, str(name))
    if kind == "leerlog":
        raise UsageError(f"{path} is niet van leerlog. Is het een gewone tekst: leerlog import {path} --from text")
    if kind == "jrnl" or (not kind and (how.form or has_brackets(text))):
        return _read_journal(path, name, text, how)
    dated = kind != "text" and is_dated(text, name, today)
    as_note = kind == "markdown" or (dated and (path.suffix.lower() in _MARKDOWN or not has_dates(text, today)))
    if as_note and (dated or how.on or in_folder):
        return read_note(text, name, today, how.on)
    if not as_note and (how.on or has_dates(text, today)):
        return read_text(text, str(name), today, how.on)
    if as_note:
        raise UsageError(f"uit de naam van {path} blijkt geen dag. Zeg van welke dag het is, zoals --on gisteren.")
    raise UsageError(_NO_DAY.format(path))


def _read_journal(path: Path, name: PurePath, text: str, how: How) -> Found:
    form = how.form or guess_format(text)
    if form is None:
        raise UsageError(
            f"de datums tussen haken in {path} kan ik niet lezen, of op twee manieren. Zeg met --timeformat hoe ze "
            "geschreven zijn, zoals --timeformat '%d-%m-%Y %H:%M'; het staat in de instellingen van jrnl."
        )
    found = read_jrnl_text(text, str(name), form, how.on)
    if how.form:
        if not any(note.entry.line > 1 or not how.on for note in found.notes) and not has_brackets(text):
            _none_in(path, found, how.form)
        return found
    return found._replace(told=(*found.told, f"de datums lees ik als --timeformat '{form.given}'."))


def _none_in(path: Path, found: Found, form: Timeformat) -> None:
    if not found.notes:
        raise UsageError(f"in {path} staat geen datum tussen haken zoals --timeformat '{form.given}' zegt.")


def _read_zip(path: Path, raw: bytes, how: How) -> Found:
    """The journals in an export of Day One; nothing of it is written to the disk.

    Raises:
        UsageError: when it is something else, or when more comes out of it than can be read.
    """
    if how.on:
        raise UsageError(NO_ON)
    what = "een zip of een Office-bestand, en geen export van Day One"
    other = f"{path} is {what}. Sla het op als tekst (.txt, UTF-8) en lees dat in."
    if how.kind not in ("", "dayone"):
        raise UsageError(other)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as inside:
            infos = inside.infolist()
            if len(infos) > MOST_NAMES:
                raise TooLarge(f"in {path} zitten te veel bestanden. Exporteer minder in één keer.")
            members = [each for each in infos if _is_journal(each)]
            names = {PurePath(each.filename).stem.lower(): PurePath(each.filename).name for each in infos}
            found = list(_journals(path, inside, members, names))
    except UsageError:
        raise
    except (zipfile.BadZipFile, RuntimeError, EOFError, OSError, ValueError, zlib.error):
        broken = "een zip of een Office-bestand dat niet heel is, of waar een wachtwoord op zit"
        raise UsageError(f"{path} is {broken}. Exporteer opnieuw.") from None
    if not found:
        raise UsageError(other)
    told = [line for each in found for line in each.told]
    if len(found) > 1:
        names_of = ", ".join(shown(PurePath(each.filename).stem) for each in members)
        told.append(f"{path.name} heeft {len(found)} dagboeken ({names_of}); ze komen allemaal in dit leerlog.")
    return Found(
        tuple(note for each in found for note in each.notes),
        tuple(problem for each in found for problem in each.problems),
        tuple(told),
        tuple(what for each in found for what in each.left),
    )


def _is_journal(info: zipfile.ZipInfo) -> bool:
    parts = PurePath(info.filename).parts
    return info.filename.lower().endswith(".json") and not info.is_dir() and not any(map(_is_hidden, parts))


def _journals(
    path: Path, inside: zipfile.ZipFile, members: list[zipfile.ZipInfo], names: dict[str, str]
) -> Iterator[Found]:
    room = MOST_BYTES
    for member in sorted(members, key=lambda each: each.filename):
        bomb = member.file_size > 1_000_000 and member.file_size > MOST_FOLDED * max(member.compress_size, 1)
        data = b""
        if not bomb:
            with inside.open(member) as file:
                data = file.read(room)
            room -= len(data)
        if bomb or room <= 0:
            raise TooLarge(f"uit {path} komt 200 MB of meer, of veel meer dan erin past. Dat lees ik niet in.")
        name = PurePath(member.filename).name
        made, told = _checked(path, partial(json_behind, _text(path, data).lstrip("\ufeff"), name))
        if not is_dayone(made):
            continue
        with suppress(KeyError):
            found = read_dayone(made, name, lambda key: names.get(key.lower(), ""))
            yield found._replace(told=(*told, *found.told))
