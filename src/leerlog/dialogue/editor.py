"""A whole checklist as one Markdown form, filled in with the person's own editor."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from itertools import takewhile
from pathlib import Path

from leerlog import files
from leerlog.dialogue.ask import yes_no
from leerlog.dialogue.screen import WRITTEN
from leerlog.dialogue.talk import Talk
from leerlog.dialogue.wording import how, no_text, options
from leerlog.domain.checklist import AFTER_NO, COURSE, Checklist, Question
from leerlog.domain.entry import clean, one_line
from leerlog.domain.text import decode
from leerlog.domain.typed import Mistake, check_all
from leerlog.domain.waiting import HOW
from leerlog.errors import LeerlogError, NotSaved, Stopped

TOP = (
    "Schrijf onder elke vraag je antwoord; leeg laten is overslaan. Bewaar en sluit af als je klaar bent.",
    "Laat de koppen en de regels met commentaar staan.",
)
# A question is its comment; the heading above it is for the person. What a
# person wrote and could be read as either gets one backslash more.
_MARK = re.compile(r"<!-- question=(\S*) -->[ \t]*")
_COMMENT = re.compile(r"<!--.*-->[ \t]*")
_STRUCTURE = re.compile(r"\\*(?:#|<!--)")
_GUARD = re.compile(r"\\+(?:#|<!--)")
_HEADING = re.compile(r"#{1,3}(?:[ \t]|$)")
# An editor that is back sooner, with nothing changed, most likely did not wait.
AT_ONCE = 5.0


class FormDamaged(LeerlogError):
    """The headings of a form have changed, so that it isn't sure which answer belongs where.

    path: where the form is kept, if anywhere.
    """

    path: Path | None = None


def form(
    checklist: Checklist,
    texts: Mapping[str, str],
    subject: str = "",
    mistakes: Iterable[Mistake] = (),
    shown: Callable[[Question], str] = no_text,
) -> str:
    """The form with the texts filled in.

    mistakes: what to mend, said above the answers concerned.
    shown: the earlier answer that stands beside a question.
    """
    wrong = {mistake.prompt: mistake.message for mistake in mistakes}
    title = f"# {checklist.title}: {subject}" if subject else f"# {checklist.title}"
    parts = [
        "\n".join(
            [
                one_line(title),
                "",
                *(_comment(line) for line in (*TOP, *([HOW] if checklist.waits else []), checklist.intro)),
            ]
        )
    ]
    for parent in checklist.questions:
        parts += [_block(parent, texts.get(parent.id, ""), wrong, "##", shown(parent))]
        parts += [_block(prompt, texts.get(prompt.id, ""), wrong, "###") for prompt in parent.then]
    return "\n\n".join(parts) + "\n"


def _block(prompt: Question, text: str, wrong: Mapping[str, str], level: str, earlier: str = "") -> str:
    lines = [f"{level} {one_line(prompt.text)}", f"<!-- question={prompt.id} -->"]
    lines += [_comment(note) for note in [*_notes(prompt), *_earlier(prompt, earlier)]]
    lines += [_comment(f"LET OP: {wrong[prompt.id]}")] if prompt.id in wrong else []
    return "\n".join([*lines, "", _guard(clean(text))])


def _notes(prompt: Question) -> list[str]:
    """What a form says of a question below its heading."""
    notes = [AFTER_NO] if prompt.after_no else []
    notes += [prompt.hint, " ".join(part for part in (how(prompt), _choices(prompt)) if part)]
    if prompt.repeats:
        notes.append("Eén per regel, en wie en wanneer erachter: Klus regelen (wie: Noor, voor 7 dec)")
    return [note for note in notes if note]


def _earlier(prompt: Question, text: str) -> list[str]:
    lines = [line for line in text.split("\n") if line.strip()]
    if prompt.shows == COURSE:
        return [WRITTEN, *lines] if lines else []
    return [f"Eerder: {lines[0]}", *lines[1:]] if lines else []


def _choices(prompt: Question) -> str:
    found = options(prompt)
    return f"Kies uit: {', '.join(found)}." if found else ""


def _comment(text: str) -> str:
    return f"<!-- {one_line(text).replace('--', '- -')} -->"


def _guard(text: str) -> str:
    return "\n".join("\\" + line if _STRUCTURE.match(line) else line for line in text.split("\n"))


def read_form(checklist: Checklist, text: str) -> dict[str, str]:
    """The texts in a form, as they were typed; skipped questions are left out.

    Raises:
        FormDamaged: for a heading that is not the form's, an unknown or doubled
            question, and text that stands above the first question.
    """
    known = {prompt.id: prompt for prompt in checklist.prompts()}
    answers: dict[str, list[str]] = {}
    here: list[str] = []
    top = here
    lines = [line.rstrip("\r") for line in text.removeprefix("\ufeff").split("\n")]
    for number, line in enumerate(lines, 1):
        if mark := _MARK.fullmatch(line):
            name = mark[1]
            if name not in known or name in answers:
                why = "staat er twee keer in" if name in known else "hoort niet bij deze checklist"
                raise FormDamaged(f"Regel {number} van het formulier: de vraag '{name}' {why}.")
            here = answers[name] = []
        elif not _HEADING.match(line):
            here.append(line)
        elif here is not top or not line.startswith("# "):
            _hold_heading(lines, number)
    if stray := next((line for line in top if line.strip() and not _COMMENT.fullmatch(line)), ""):
        raise FormDamaged(f"Boven de eerste vraag van het formulier staat nog tekst: '{stray.strip()[:40]}'.")
    return {name: answer for name, kept in answers.items() if (answer := _answer(kept, known[name]))}


def _hold_heading(lines: list[str], number: int) -> None:
    """Make sure that the heading in line `number`, from 1, is that of a question."""
    after = next((line for line in lines[number:] if line.strip()), "")
    if not _MARK.fullmatch(after):
        raise FormDamaged(
            f"Regel {number} van het formulier is een kop die ik niet ken: '{lines[number - 1][:40]}'. "
            "Hoort die bij je antwoord, zet er dan een \\ voor; "
            "anders is de regel met <!-- question=… --> eronder verdwenen."
        )


def _is_note(line: str) -> bool:
    return not clean(line) or _COMMENT.fullmatch(line) is not None


def _answer(lines: list[str], prompt: Question) -> str:
    """What was typed, also above the notes that the form has about the question."""
    own = {_comment(note) for note in _notes(prompt)}
    notes = sum(1 for _ in takewhile(_is_note, lines))
    typed = (line for line in lines[notes:] if line.rstrip() not in own)
    return clean("\n".join(line[1:] if _GUARD.match(line) else line for line in typed))


class EditorFailed(LeerlogError):
    """The editor is missing, or ended with an error; the message says where the text is, as `path` does."""

    path: Path | None = None


class NotWaited(EditorFailed):
    """The editor was back at once with nothing changed; the person may still be typing in its window."""


def edit(text: str, suffix: str = ".md", env: Mapping[str, str] = os.environ, place: Path | None = None) -> str:
    """The text after it was edited in $VISUAL or $EDITOR, or else in what the system has.

    The text stands in a file of its own (0600) in a private folder, which is
    wiped unless something goes wrong.

    place: where that folder is made, when that can be; otherwise with the temporary files.

    Raises:
        EditorFailed: when there is no editor, it fails, or its file can't be read.
        NotWaited: when it came back at once and nothing changed.
        Stopped: on Ctrl+C.
    """
    text = text.replace("\r\n", "\n")
    path = _folder(place) / f"leerlog{suffix}"
    _write(path, text)
    began = time.monotonic()
    try:
        edited = _run(path, text, env)
        if edited == text and time.monotonic() - began < AT_ONCE:
            raise NotWaited(_not_waited(env))
    except EditorFailed as error:
        failed = type(error)(f"{error} Je tekst staat in {path}.")
        failed.path = path
        raise failed from None
    except KeyboardInterrupt:
        raise Stopped(f"Gestopt. Je tekst staat in {path}.") from None
    shutil.rmtree(path.parent, ignore_errors=True)
    return edited


def edit_patiently(talk: Talk, text: str, place: Path, asked: str) -> str:
    """The text after it was edited, also in an editor that does not wait: then whether it is done is asked.

    Raises:
        EditorFailed: as `edit` does.
    """
    try:
        return edit(text, place=place)
    except NotWaited as error:
        back = error
    while back.path and talk.reader.live:
        talk.screen.wrong(str(back))
        if not yes_no(talk, asked):
            break
        try:
            return read_edited(back.path, text)
        except NotWaited as error:
            back = error
    raise back


def read_edited(path: Path, before: str) -> str:
    """What stands by now in the file of an editor that did not wait; its folder is wiped once that is something new.

    Raises:
        EditorFailed: when it can't be read.
        NotWaited: when nothing has changed yet.
    """
    text = _edited(path)
    if text == before:
        failed = NotWaited(f"In {path} is nog niets veranderd.")
        failed.path = path
        raise failed
    shutil.rmtree(path.parent, ignore_errors=True)
    return text


def _folder(place: Path | None) -> Path:
    with suppress(OSError, NotSaved):
        if place:
            files.make_folder(place)
            return Path(tempfile.mkdtemp(prefix="formulier-", dir=place))
    return Path(tempfile.mkdtemp(prefix="leerlog-"))


def _run(path: Path, text: str, env: Mapping[str, str]) -> str:
    command = [*editor(env), str(path)]
    # Where stdout goes to a file the editor still needs the terminal.
    screen = None if os.isatty(1) else 2
    try:
        ended = subprocess.run(command, stdout=screen, check=False)  # noqa: S603 - the person's own editor, no shell
    except OSError as error:
        raise EditorFailed(f"Het lukt niet met de editor {command[0]}: {files.reason(error, reading=True)}.") from None
    if not os.path.lexists(path):
        _write(path, text)
        raise EditorFailed(f"De editor ({command[0]}) haalde het bestand weg; ik zette het terug zoals het was.")
    if ended.returncode:
        raise EditorFailed(f"De editor ({command[0]}) stopte met een fout ({ended.returncode}).")
    return _edited(path)


def _write(path: Path, text: str) -> None:
    files.write(path, files.for_person(text.encode("utf-8", "surrogateescape"), filled_in=True), new=True)


def _edited(path: Path) -> str:
    try:
        return decode(files.contents(path)).replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise EditorFailed("De editor bewaarde iets anders dan UTF-8. Sla het opnieuw op als UTF-8.") from None
    except OSError as error:
        why = files.reason(error, reading=True)
        raise EditorFailed(f"Ik kan niet lezen wat de editor bewaarde: {why}.") from None


def _not_waited(env: Mapping[str, str]) -> str:
    name = next((name for name in ("VISUAL", "EDITOR") if env.get(name, "").strip()), "EDITOR")
    asked = env.get(name, "").strip() or "code"
    return (
        "De editor was meteen terug, en er is niets veranderd. Wacht hij niet tot je het bestand sluit, "
        f"zet er dan --wait achter: {name}='{asked} --wait'."
    )


def editor(env: Mapping[str, str] = os.environ) -> list[str]:
    """The editor's command in words; the first of $VISUAL, $EDITOR and what the system has.

    Raises:
        EditorFailed: when there is none, or what was set doesn't exist.
    """
    for name in ("VISUAL", "EDITOR"):
        if value := env.get(name, "").strip():
            return _words(name, value, env.get("PATH"))
    for command in ("notepad",) if sys.platform == "win32" else ("nano", "vi"):
        if found := shutil.which(command, path=env.get("PATH")):
            return [found]
    raise EditorFailed("Ik vind geen editor. Zet de naam van je editor in EDITOR.")


def _words(name: str, value: str, path: str | None) -> list[str]:
    """The words of a command line: one path as a whole, spaces and all; words as a shell has them; a path and words."""
    if found := shutil.which(value, path=path):
        return [found]
    try:
        words = _split(value)
    except ValueError:
        raise EditorFailed(f"In {name} staat een aanhalingsteken te weinig: {value}.") from None
    if words and (found := shutil.which(words[0], path=path)):
        return [found, *words[1:]]
    for at in [at for at, letter in enumerate(value) if letter == " "][::-1]:
        if found := shutil.which(value[:at].strip("\"'"), path=path):
            with suppress(ValueError):
                return [found, *_split(value[at:])]
    raise EditorFailed(f"De editor uit {name} bestaat niet: {value}.")


def _split(value: str) -> list[str]:
    if sys.platform == "win32":
        return [word.strip("\"'") for word in shlex.split(value, posix=False)]
    return shlex.split(value)


def fill_in_editor(
    checklist: Checklist,
    texts: Mapping[str, str],
    today: date,
    again: Callable[[str], bool],
    keep: Callable[[dict[str, str]], None],
    subject: str = "",
    change: Callable[[str], str] = edit,
    place: Path | None = None,
    shown: Callable[[Question], str] = no_text,
) -> dict[str, str]:
    """The checked answers from a form, which is opened again until they will do.

    again: shows what is wrong and asks whether to open the form again.
    keep: gets the answers as typed, as soon as they have been read.
    place: the folder where a damaged form is kept.
    shown: the earlier answer that stands beside a question.

    Raises:
        FormDamaged: when the person leaves a damaged form; the message says where it is.
        Stopped: when the person leaves wrong answers; `keep` has them.
    """
    text = form(checklist, texts, subject, shown=shown)
    while True:
        text = change(text)
        try:
            typed = read_form(checklist, text)
        except FormDamaged as error:
            if not again(str(error)):
                path = _folder(place) / "leerlog.md"
                _write(path, text)
                damaged = FormDamaged(f"{error} Je tekst staat in {path}.")
                damaged.path = path
                raise damaged from None
            continue
        keep(typed)
        checked, mistakes = check_all(checklist, typed, today)
        if not mistakes:
            return {name: answer for name, answer in checked.items() if answer}
        if not again("\n".join(_said_of(checklist, mistake) for mistake in mistakes)):
            raise Stopped("Je antwoorden zijn bewaard in een concept.")
        text = form(checklist, typed, subject, mistakes, shown)


def _said_of(checklist: Checklist, mistake: Mistake) -> str:
    questions = {prompt.id: prompt.text for prompt in checklist.prompts()}
    return f"{questions.get(mistake.prompt, mistake.prompt)} {mistake.message}"
