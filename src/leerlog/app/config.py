"""The settings: each with where it comes from, and changed one at a time."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from leerlog import files
from leerlog.app.saving import OPEN_FOLDER
from leerlog.app.setting import Setting
from leerlog.domain.entry import one_line
from leerlog.domain.text import in_quotes
from leerlog.errors import UsageError
from leerlog.journal.history import FOLDER as HISTORY
from leerlog.library import settings
from leerlog.library.folders import config_file, folder_at, resolve_journal
from leerlog.library.strict import nearest

KEYS = ("name", "window_days", "minimum", "history_days", "plain", "journal")
DEFAULT = "standaard"  # as `config` calls it; an empty word does not come through PowerShell 5.1


def show_setting(setting: Setting, key: str) -> str:
    """The value of one setting; of the journal also every one that has a name."""
    return "\n".join(_journal_lines(setting)) if key == "journal" else settings.said(getattr(setting.config, key))


def change_setting(setting: Setting, key: str, values: Sequence[str]) -> None:
    """Change a setting to what was typed behind it, and say so."""
    if key == "journal" and values[0] in ("add", "remove"):
        _journals(setting, values)
    else:
        _set(setting, key, one_line(" ".join(values)) if key == "name" else _only(key, values))


def known_key(key: str) -> str:
    """The key of a setting that there is.

    Raises:
        UsageError: naming the near one, or all.
    """
    if key not in KEYS:
        near = nearest(key, KEYS) or f"; er zijn: {', '.join(KEYS)}."
        raise UsageError(f"de instelling {in_quotes(key)} ken ik niet{near}")
    return key


def _journal_lines(setting: Setting) -> list[str]:
    """The folder that is used, for a program too on a line of its own, and then every journal that has a name."""
    named = [f"{name} = {folder}" for name, folder in setting.config.journals.items()]
    return [str(setting.journal.folder), *named]


def _only(key: str, values: Sequence[str]) -> str:
    if len(values) > 1:
        raise UsageError(f"bij {key} hoort één waarde. Zet er aanhalingstekens omheen als er een spatie in staat.")
    return values[0]


def _set(setting: Setting, key: str, value: str) -> None:
    if value == DEFAULT and not (key == "journal" and value in setting.config.journals):
        value = ""
    given = settings.parse_value(key, value)
    if key == "journal" and value:
        given = _place(setting, value)
    _change(setting, lambda path, data: settings.with_setting(path, data, key, given))
    told = f"{key} = {settings.said(given)}" if value else f"{key} staat weer op de standaard"
    setting.confirm(f"Ingesteld: {told}")
    if key == "journal":
        _tell_new(setting, setting.config.journals.get(str(given), str(given)))


def _journals(setting: Setting, values: Sequence[str]) -> None:
    action, *rest = values
    if len(rest) != (2 if action == "add" else 1):
        raise UsageError("schrijf: leerlog config journal add NAAM MAP, of: leerlog config journal remove NAAM.")
    name = rest[0]
    if action == "remove":
        _change(setting, lambda path, data: settings.without_journal(path, data, name))
        setting.confirm(f"{name} staat niet meer in je instellingen. De map blijft bestaan, met alles wat erin staat.")
        return
    folder = _folder(rest[1])
    _change(setting, lambda path, data: settings.with_journal(path, data, name, folder))
    name = settings.taken_name(setting.config.journals, name)
    setting.confirm(f"Ingesteld: {name} = {setting.config.journals[name]}\nGebruik het met: leerlog --journal {name}")
    _tell_new(setting, folder)


def _place(setting: Setting, word: str) -> str:
    """The journal that is meant: a name from the settings, or a whole path."""
    if word in setting.config.journals:
        return word
    resolve_journal(word, lambda: setting.config)  # refuses a near miss, and a file
    return _folder(word)


def _folder(word: str) -> str:
    """The folder as it is kept: whole, since a setting is used from anywhere; `~` stays."""
    if not word.strip() or "\0" in word or "\n" in word:
        raise UsageError("er ontbreekt een map.")
    place = folder_at(word)
    return word if word.startswith("~") else str(place)


def _tell_new(setting: Setting, folder: str) -> None:
    if folder and not files.is_folder(Path(folder).expanduser()):
        setting.tell("Die map is er nog niet; je eerste notitie maakt hem.")


def _change(setting: Setting, change: Callable[[Path, bytes], bytes]) -> None:
    """Change the settings file, made when it is not there, in one atomic write."""
    path = config_file()
    files.make_folder(path.parent)
    with files.locked(path.parent):
        try:
            data = files.contents(path)
        except FileNotFoundError:
            data = b""
        except OSError as error:
            raise settings.unreadable(path, error) from error
        made = change(path, data)
        if made != data:
            files.write(path, made if data else files.for_person(made, filled_in=True))
    setting.__dict__.pop("config", None)  # read anew when asked for


def in_force(setting: Setting) -> tuple[list[tuple[str, str, str]], list[tuple[str, str]], list[tuple[str, str]]]:
    """The settings with their sources, the journals by name, and the folders of leerlog."""
    config, path = setting.config, config_file()
    folder = str(setting.journal.folder)
    rows = [
        ("name", config.name or "niet ingesteld", settings.source(path, "name", config)),
        ("window_days", str(config.window_days), settings.source(path, "window_days", config)),
        ("minimum", str(config.minimum), settings.source(path, "minimum", config)),
        ("history_days", str(config.history_days), settings.source(path, "history_days", config)),
        ("plain", settings.said(config.plain), settings.source(path, "plain", config)),
        ("journal", folder, _journal_source(setting) or settings.source(path, "journal", config)),
    ]
    places = [
        ("Instellingen", str(path) + ("" if os.path.lexists(path) else " (nog niet gemaakt)")),
        ("Concepten", str(setting.drafts)),
        ("Geschiedenis", f"{setting.state / HISTORY} (niet versleuteld; leegmaken: leerlog config forget)"),
        ("Eigen checklists", str(setting.own_content)),
    ]
    if not files.is_own(setting.journal.folder):
        places.insert(0, ("Je leerlog", OPEN_FOLDER))
    return rows, list(config.journals.items()), places


def _journal_source(setting: Setting) -> str:
    """How the journal was asked for on this run; "" when it was not."""
    asked = setting.journal_option
    if asked is None or not asked.strip():
        return ""
    return "LEERLOG_JOURNAL" if setting.usual == asked else "--journal"
