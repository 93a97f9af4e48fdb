"""`--format` and `--output`: which form a result takes, and the file that it goes to."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from leerlog import files
from leerlog.cli.context import Setting
from leerlog.errors import UsageError
from leerlog.journal.text import FORMAT

SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".csv": "csv",
    ".json": "json",
}
FORMATS = ("markdown", "html", "csv", "json")
_SHORT = {"md": "markdown", "htm": "html"}
_ENDS = {"html": ".html", "markdown": ".md", "csv": ".csv", "json": ".json"}

STDOUT = "-"
REVIEW = "De terugblik", "hem"
BOM = "\ufeff"


def chosen_format(format_: str | None, output: str | None, forms: Sequence[str] = FORMATS) -> str:
    """The form that was asked for, by name or by the file's suffix; "" for the screen.

    Raises:
        UsageError: for a form that is not among `forms`, and for a suffix that says another or none.
    """
    named = _named(format_, forms)
    if output is None or output == STDOUT:
        if output and not named:
            raise UsageError(f"kies met --format welke vorm je wilt: {', '.join(forms)}.")
        return named
    suffix = Path(output).suffix.lower()
    meant = SUFFIXES.get(suffix, "")
    meant = meant if meant in forms else ""
    if not named and not meant:
        raise UsageError(
            f"aan '{output}' zie ik niet welke vorm je wilt. Laat de naam eindigen op {_ends(forms)}, "
            "of kies er een met --format."
        )
    if named and meant and named != meant:
        raise UsageError(f"--format {format_} en '{output}' spreken elkaar tegen: {suffix} is {meant}. Kies er één.")
    return named or meant


def _ends(forms: Sequence[str]) -> str:
    """The suffix of every form: .html, .md, .csv of .json."""
    ends = [end for form, end in _ENDS.items() if form in forms]
    return f"{', '.join(ends[:-1])} of {ends[-1]}"


def _named(format_: str | None, forms: Sequence[str]) -> str:
    if format_ is None:
        return ""
    word = _SHORT.get(format_.lower(), format_.lower())
    if word not in forms:
        raise UsageError(f"de vorm '{format_}' ken ik hier niet. Kies uit: {', '.join(forms)}.")
    return word


def check_place(setting: Setting, output: str | None, force: bool) -> None:
    """Stop before the work is done where it could not be kept.

    Raises:
        UsageError: for a file that is there already, or one among those of the journal.
    """
    if output is None or output == STDOUT:
        if force:
            raise UsageError("--force hoort bij --output BESTAND.")
        return
    path = Path(output)
    if files.real(path).parent == files.real(setting.journal.folder):
        raise UsageError(f"{path} staat in de map van je leerlog zelf. Kies een andere plek.")
    if not files.is_file(path):
        return
    if not force:
        raise _taken(path)
    if _is_journal(path):
        raise UsageError(f"{path} is een maand van een leerlog; die overschrijf ik nooit. Kies een andere naam.")


def _is_journal(path: Path) -> bool:
    with suppress(OSError):
        return files.contents(path, len(FORMAT) + len(BOM.encode())).lstrip(BOM.encode()).startswith(FORMAT.encode())
    return False


def _taken(path: Path) -> UsageError:
    return UsageError(f"{path} is er al. Vervang het met --force, of kies een andere naam.")


def write_out(
    setting: Setting, text: str, output: str | None, force: bool, *, bom: bool = False, what: tuple[str, str] = REVIEW
) -> None:
    """Write a result to its file, for its owner only, or to stdout; in UTF-8 either way.

    bom: whether the file begins with a mark that tells a spreadsheet so.
    what: how it is called, and what that is called after that.

    Raises:
        UsageError: for a file that is there, without `force`.
        NotSaved: when the system refuses.
    """
    setting.end()  # a file goes about without what is said beside it
    if output is None or output == STDOUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        return
    path = Path(output)
    try:
        files.write(path, (BOM * bom + text).encode("utf-8", "replace"), new=not force, private=True)
    except FileExistsError:
        raise _taken(path) from None
    name, it = what
    setting.confirm(f"{name} staat in {path}. Alleen jij kunt {it} lezen.")
