"""Filling in a form with the person's own editor."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from leerlog.dialogue.form import FormDamaged, form, read_form
from leerlog.domain.check import Mistake, check_all
from leerlog.domain.checklist import Checklist
from leerlog.errors import LeerlogError, Stopped


class EditorFailed(LeerlogError):
    """The editor is missing, or ended with an error; the message says where the text is."""


def edit(text: str, suffix: str = ".md", env: Mapping[str, str] = os.environ) -> str:
    """The text after it was edited in $VISUAL or $EDITOR, or else in what the system has.

    The text stands in a file of its own (0600) in a private folder, which is
    wiped unless something goes wrong.

    Raises:
        EditorFailed: when there is no editor, it fails, or its file can't be read.
        Stopped: on Ctrl+C.
    """
    folder = Path(tempfile.mkdtemp(prefix="leerlog-"))
    path = folder / f"leerlog{suffix}"
    with open(path, "w", encoding="utf-8", newline="", opener=_private) as file:
        file.write(text)
    kept = f"Je tekst staat in {path}."
    try:
        edited = _run(path, env)
    except EditorFailed as error:
        raise EditorFailed(f"{error} {kept}") from None
    except KeyboardInterrupt:
        raise Stopped(f"Gestopt. {kept}") from None
    shutil.rmtree(folder, ignore_errors=True)
    return edited


def _run(path: Path, env: Mapping[str, str]) -> str:
    command = [*editor(env), str(path)]
    # Where stdout goes to a file the editor still needs the terminal.
    screen = None if os.isatty(1) else 2
    try:
        ended = subprocess.run(command, stdout=screen, check=False)  # noqa: S603 - the person's own editor, no shell
        if ended.returncode:
            raise EditorFailed(f"De editor ({command[0]}) stopte met een fout ({ended.returncode}).")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise EditorFailed("De editor bewaarde iets anders dan UTF-8.") from None
    except OSError as error:
        raise EditorFailed(f"Het lukt niet met de editor {command[0]}: {error.strerror or error}.") from None


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def editor(env: Mapping[str, str]) -> list[str]:
    """The editor's command in words; the first of $VISUAL, $EDITOR and what the system has.

    Raises:
        EditorFailed: when there is none, or what was set doesn't exist.
    """
    for name in ("VISUAL", "EDITOR"):
        if env.get(name, "").strip():
            return _words(name, env[name], env.get("PATH"))
    for command in ("notepad",) if sys.platform == "win32" else ("nano", "vi"):
        if found := shutil.which(command, path=env.get("PATH")):
            return [found]
    raise EditorFailed("Ik vind geen editor. Zet de naam van je editor in EDITOR.")


def _words(name: str, value: str, path: str | None) -> list[str]:
    windows = sys.platform == "win32"
    try:
        words = [word.strip('"') if windows else word for word in shlex.split(value, posix=not windows)]
    except ValueError:
        raise EditorFailed(f"In {name} staat een aanhalingsteken te weinig: {value}.") from None
    found = shutil.which(words[0], path=path) if words else None
    if not found:
        raise EditorFailed(f"De editor uit {name} bestaat niet: {value}.")
    return [found, *words[1:]]


def fill_in_editor(
    checklist: Checklist,
    texts: Mapping[str, str],
    today: date,
    again: Callable[[str], bool],
    keep: Callable[[dict[str, str]], None],
    subject: str = "",
    change: Callable[[str], str] = edit,
) -> dict[str, str]:
    """The checked answers from a form, which is opened again until they will do.

    again: shows what is wrong and asks whether to open the form again.
    keep: gets the answers as typed, as soon as they have been read.

    Raises:
        FormDamaged: when the person leaves a damaged form; the message says where it is.
        Stopped: when the person leaves wrong answers; `keep` has them.
    """
    text = form(checklist, texts, subject)
    while True:
        text = change(text)
        try:
            typed = read_form(checklist, text)
        except FormDamaged as error:
            if not again(str(error)):
                raise FormDamaged(f"{error} Je tekst staat in {_put_aside(text)}.") from None
            continue
        keep(typed)
        checked, mistakes = check_all(checklist, typed, today)
        if not mistakes:
            return {name: answer for name, answer in checked.items() if answer}
        if not again("\n".join(_said(checklist, mistake) for mistake in mistakes)):
            raise Stopped("Je antwoorden zijn bewaard in een concept.")
        text = form(checklist, typed, subject, mistakes)


def _said(checklist: Checklist, mistake: Mistake) -> str:
    questions = {prompt.id: prompt.text for prompt in checklist.prompts()}
    return f"{questions.get(mistake.prompt, mistake.prompt)} {mistake.message}"


def _put_aside(text: str) -> Path:
    descriptor, name = tempfile.mkstemp(prefix="leerlog-", suffix=".md")
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    return Path(name)
