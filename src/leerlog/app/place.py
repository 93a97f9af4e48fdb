"""Where something may be written: not among the files of a journal, nor over a month of one; and who can read it."""

from codecs import BOM_UTF8
from pathlib import Path

from leerlog import files
from leerlog.app.setting import Setting
from leerlog.errors import NotSaved, UsageError
from leerlog.journal.writing import FORMAT


def who_reads(file: Path, it: str) -> str:
    """Who can read what was written for this person; `it`: what it is called, hem or ze."""
    return f"Alleen jij kunt {it} lezen." if files.is_own(file) else f"Wie die map mag openen, kan {it} lezen."


def see_that_it_is_outside(setting: Setting, path: Path) -> None:
    """Stop where a file would stand among those of the journal.

    Raises:
        UsageError: when it would.
    """
    if files.real(path).parent == files.real(setting.journal.folder):
        raise UsageError(f"{path} staat in de map van je leerlog zelf. Kies een andere plek.")


def see_that_it_is_no_month(path: Path) -> None:
    """Stop before a month of a journal is written over.

    Raises:
        NotSaved: when what is there can't be read.
        UsageError: when it is a month.
    """
    try:
        begin = files.contents(path, len(FORMAT) + len(BOM_UTF8))
    except OSError as error:
        raise NotSaved(
            f"ik kan {path} niet lezen: {files.reason(error, reading=True)}. Zo weet ik niet of ik het mag vervangen. "
            "Kies een andere naam."
        ) from error
    if begin.removeprefix(BOM_UTF8).startswith(FORMAT.encode()):
        raise UsageError(f"{path} is een maand van een leerlog; die overschrijf ik nooit. Kies een andere naam.")
