"""The settings, in TOML, and the folders that belong to leerlog on this computer.

Every run comes by here, so nothing is imported before it is needed.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from leerlog import files
from leerlog.errors import ConfigError, ContentError, UsageError

if TYPE_CHECKING:
    from typing import NoReturn

APP = "leerlog"
TEAM = "team"  # never taken for a folder: somebody who writes it means the team's journal
WINDOW_DAYS = 14
MINIMUM = 5
_NAMES = ("journal", "journals", "name", "window_days", "minimum")


@dataclass(frozen=True, slots=True)
class Config:
    """A person's settings.

    journal: the journal to use when none is asked for, a path or a name from
        `journals`; "" for the folder in the documents.
    journals: other journals, each with its folder.
    name: how the person is called in what is shared.
    window_days: the length of the application window after a course.
    minimum: of how many people an anonymous review shows numbers, 5 or more.
    """

    journal: str = ""
    journals: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    name: str = ""
    window_days: int = WINDOW_DAYS
    minimum: int = MINIMUM


def config_file() -> Path:
    """Where the settings are; the file need not exist."""
    import platformdirs

    return platformdirs.user_config_path(APP, appauthor=False, roaming=True) / "config.toml"


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
    raise ContentError("de vragen van leerlog zijn niet meegeïnstalleerd. Installeer leerlog opnieuw.")


def state_folder() -> Path:
    """Where drafts and such are kept; the folder need not exist."""
    import platformdirs

    return platformdirs.user_state_path(APP, appauthor=False)


def default_journal() -> Path:
    """The journal of a person who set nothing: `leerlog` in the documents folder."""
    import platformdirs

    return platformdirs.user_documents_path() / APP


def load_config(path: Path) -> Config:
    """The settings in a file; the defaults when it is not there.

    Raises:
        ConfigError: `file:line: …` for anything in it that is not a setting.
    """
    try:
        data = files.contents(path)
    except FileNotFoundError:
        return Config()
    except OSError as error:
        raise unreadable(path, error) from error
    return read_config(path, data)


def unreadable(path: Path, error: OSError) -> ConfigError:
    """That the settings can't be read, and why."""
    return ConfigError(f"{path}: ik kan je instellingen niet lezen: {files.reason(error, reading=True)}.")


def read_config(path: Path, data: bytes) -> Config:
    """The settings that the bytes of a file are; `path` is how messages call it.

    Raises:
        ConfigError: `file:line: …` for anything in it that is not a setting.
    """
    return _Settings(path, data).config()


class _Settings:
    """One settings file, being read."""

    def __init__(self, path: Path, data: bytes) -> None:
        import tomllib

        self.path = path
        try:
            self.text = data.decode("utf-8-sig").replace("\r\n", "\n")
            self.values = tomllib.loads(self.text)
        except UnicodeDecodeError:
            self.fail(1, "dit is geen UTF-8. Bewaar het bestand als UTF-8.")
        except (ValueError, RecursionError) as error:
            self.fail(*_toml_reason(str(error), self.text))

    def config(self) -> Config:
        for name in self.values:
            if name not in _NAMES:
                from difflib import get_close_matches

                near = get_close_matches(name, _NAMES, n=1)
                hint = f"Bedoel je {near[0]}?" if near else f"Er zijn: {', '.join(_NAMES)}."
                self.fail(self.line(name), f"de instelling '{_shown(name)}' ken ik niet. {hint}")
        journals = self.journals()
        journal = self.text_of("journal")
        if journal and journal not in journals:
            self.check_folder("journal", journal)
        return Config(
            journal, MappingProxyType(journals), " ".join(self.text_of("name").split()), self.days(), self.people()
        )

    def journals(self) -> dict[str, str]:
        given = self.values.get("journals", {})
        if not isinstance(given, dict):
            self.fail(self.line("journals"), 'schrijf onder [journals] regels als: team = "/map/van/het/team"')
        for name, folder in given.items():
            self.check_folder(name, folder)
        return dict(given)

    def check_folder(self, name: str, folder: Any) -> None:
        if not isinstance(folder, str) or not folder.strip() or "\0" in folder:
            self.fail(self.line(name), f"bij '{_shown(name)}' hoort een map, tussen aanhalingstekens.")
        if not (folder.startswith("~") or Path(folder).is_absolute()):
            self.fail(self.line(name), f"'{_shown(folder)}' is geen volledig pad. Begin met ~ of met de schijf.")

    def text_of(self, name: str) -> str:
        value = self.values.get(name, "")
        if not isinstance(value, str) or "\0" in value:
            self.fail(self.line(name), f"bij '{name}' hoort een tekst, tussen aanhalingstekens.")
        return value

    def days(self) -> int:
        days = self.values.get("window_days", WINDOW_DAYS)
        if not isinstance(days, int) or isinstance(days, bool) or not 1 <= days <= 365:
            self.fail(self.line("window_days"), "bij 'window_days' hoort een aantal dagen van 1 tot en met 365.")
        return days

    def people(self) -> int:
        number = self.values.get("minimum", MINIMUM)
        if not isinstance(number, int) or isinstance(number, bool) or not MINIMUM <= number <= 1000:
            self.fail(self.line("minimum"), f"bij 'minimum' hoort een aantal mensen van {MINIMUM} of meer.")
        return number

    def line(self, name: str) -> int:
        """The line where a name is set, as far as that can be seen; 1 otherwise."""
        import re

        found = re.search(rf"""^\s*\[*\s*["']?{re.escape(name)}["']?\s*[=.\]]""", self.text, re.MULTILINE)
        return self.text.count("\n", 0, found.end()) + 1 if found else 1

    def fail(self, line: int, message: str) -> "NoReturn":
        raise ConfigError(f"{self.path}:{max(line, 1)}: {message}")


def _toml_reason(said: str, text: str) -> tuple[int, str]:
    """The line and the reason, in Dutch, of what tomllib says."""
    import re

    found = re.search(r"at line (\d+)", said)
    line = int(found[1]) if found else text.rstrip().count("\n") + 1
    if "Unescaped '\\'" in said or "Invalid hex" in said:
        return line, "zet een pad met \\ tussen enkele aanhalingstekens: 'C:\\Users\\jij\\leerlog'."
    if "overwrite" in said or "twice" in said:
        return line, "deze naam staat er twee keer."
    return line, 'schrijf naam = "waarde", met de waarde tussen aanhalingstekens.'


def _shown(text: str) -> str:
    return " ".join(text.split())[:60]


def resolve_journal(option: str | None, settings: Callable[[], Config]) -> Path:
    """The folder of the journal: what was asked for, else what is set, else the folder in the documents.

    option: a name from the settings or a folder, which need not exist; from
        `--journal` or LEERLOG_JOURNAL.
    settings: gives the settings; a path has no need of them.

    Raises:
        UsageError: for a word that looks like a name but isn't one.
    """
    word = option if option is not None and option.strip() else ""
    if _is_path(word):
        return _absolute(word)
    config = settings()
    word = word or config.journal
    if not word:
        return default_journal()
    if word in config.journals:
        return _absolute(config.journals[word])
    if word == TEAM:
        raise UsageError(
            "er is nog geen leerlog met de naam team. Zet de map in je instellingen, onder [journals]: "
            'team = "/map/van/het/team". Bedoel je een map in deze map, schrijf dan ./team.'
        )
    if not _is_path(word) and not files.is_folder(Path(word)):
        _refuse_near_miss(word, (*config.journals, TEAM))
    return _absolute(word)


def _is_path(word: str) -> bool:
    """Whether the word can only be meant as a folder, not as a name."""
    return word.startswith((".", "~")) or any(each in word for each in {"/", os.sep, os.altsep or "/"})


def _refuse_near_miss(word: str, known: tuple[str, ...]) -> None:
    from difflib import get_close_matches

    lower = {name.lower(): name for name in known}
    near = get_close_matches(word.lower(), lower, n=1, cutoff=0.7)
    if near:
        raise UsageError(
            f"er is geen leerlog met de naam '{_shown(word)}'. Bedoel je {lower[near[0]]}? "
            f"Een nieuwe map met die naam maak je met: --journal ./{_shown(word)}"
        )


def _absolute(folder: str) -> Path:
    try:
        path = Path(folder).expanduser().absolute()
    except (RuntimeError, ValueError) as error:
        raise UsageError(f"'{_shown(folder)}' is geen map die ik kan vinden. Schrijf het hele pad.") from error
    if os.path.exists(path) and not files.is_folder(path):  # noqa: PTH110 (never raises)
        raise UsageError(f"{path} is een bestand. Kies een map.")
    return path
