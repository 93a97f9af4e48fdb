"""The folders that belong to leerlog on this computer, and which one is the journal."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from leerlog import files
from leerlog.domain.near import meant, near
from leerlog.domain.text import in_quotes, shown
from leerlog.errors import ContentError, UsageError
from leerlog.refusals import unfit

if TYPE_CHECKING:
    from platformdirs.api import PlatformDirsABC

    from leerlog.library.settings import Config

APP = "leerlog"
# To whoever wrote a path of Windows in a file where \ begins something else.
PATH_QUOTES = "zet een pad met \\ tussen enkele aanhalingstekens: 'C:\\Users\\jij\\leerlog'"
TEAM = "team"  # never taken for a folder: somebody who writes it means the team's journal


def _places(roaming: bool = False) -> "PlatformDirsABC":
    # A run that is told where the journal is needs none of these.
    from platformdirs import PlatformDirs

    return PlatformDirs(APP, appauthor=False, roaming=roaming)


def config_file() -> Path:
    """Where the settings are; the file need not exist."""
    return _places(roaming=True).user_config_path / "config.toml"


def own_content_folder() -> Path:
    """Where a person's own checklists are; the folder need not exist."""
    return config_file().parent / "checklists"


def content_folder() -> Path:
    """Where the content is: in the installed package, or in the source tree of an editable install.

    Raises:
        ContentError: when it is in neither.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "content", package.parents[1] / "content"):
        if files.is_folder(folder / "checklists"):
            return folder
    raise ContentError("de vragen van leerlog zijn niet mee geïnstalleerd. Installeer leerlog opnieuw.")


def state_folder() -> Path:
    """Where drafts and such are kept; the folder need not exist."""
    return _places().user_state_path


def default_journal() -> Path:
    """The journal of a person who set nothing: `leerlog` in the documents folder."""
    return _places().user_documents_path / APP


def is_whole(folder: str) -> bool:
    """Whether a folder is named in full, so that it is the same from anywhere."""
    return folder.startswith("~") or Path(folder).is_absolute()


def resolve_journal(option: str | None, settings: "Callable[[], Config]") -> Path:
    """The folder of the journal: what was asked for, else what is set, else the folder in the documents.

    option: a name from the settings or a folder, which need not exist; from
        `--journal` or LEERLOG_JOURNAL.
    settings: gives the settings; a path has no need of them.

    Raises:
        UsageError: for a word that looks like a name but isn't one.
    """
    word = option if option is not None and option.strip() else ""
    if _is_path(word):
        return folder_at(word)
    config = settings()
    word = word or config.journal
    if not word:
        return default_journal()
    if word in config.journals:
        return folder_at(config.journals[word])
    if word == TEAM:
        raise UsageError(
            "er is nog geen leerlog met de naam team. Zet de map in je instellingen, onder [journals]: "
            'team = "/map/van/het/team". Bedoel je een map in deze map, schrijf dan ./team.'
        )
    if not _is_path(word) and not files.is_folder(Path(word)):
        _refuse_near_miss(word, (*config.journals, TEAM))
    return folder_at(word)


def _is_path(word: str) -> bool:
    """Whether the word can only be meant as a folder, not as a name."""
    return word.startswith((".", "~")) or any(each in word for each in {"/", os.sep, os.altsep or "/"})


def _refuse_near_miss(word: str, known: tuple[str, ...]) -> None:
    if found := near(word, known, cutoff=0.7):
        raise UsageError(
            f"er is geen leerlog met de naam {in_quotes(word)}.{meant(found)} "
            f"Een nieuwe map met die naam maak je met: --journal ./{shown(word)}"
        )


def folder_at(folder: str) -> Path:
    """The folder that was typed, as a whole path; it need not exist.

    Raises:
        UsageError: for what can't be one, or is a file.
    """
    if wrong := unfit(folder):
        raise UsageError(f"{wrong}. Kies een andere map.")
    try:
        path = Path(folder).expanduser().absolute()
    except (RuntimeError, ValueError) as error:
        raise UsageError(f"{in_quotes(folder)} is geen map die ik kan vinden. Schrijf het hele pad.") from error
    if os.path.exists(path) and not files.is_folder(path):  # noqa: PTH110 (never raises)
        raise UsageError(f"{path} is een bestand. Kies een map.")
    return path
