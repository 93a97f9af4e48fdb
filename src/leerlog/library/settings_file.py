"""Changing one setting in a settings file, and nothing else of what stands in it."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from leerlog.errors import UsageError
from leerlog.library.config import MINIMUM, WINDOW_DAYS, Config, read_config
from leerlog.library.strict import shown

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

TOP = "# De instellingen van leerlog; leerlog config toont ze.\n\n"
DEFAULTS: dict[str, str | int] = {"name": "", "window_days": WINDOW_DAYS, "minimum": MINIMUM, "journal": ""}
_JOURNAL = re.compile(r"\w[\w-]*")
_BOM = b"\xef\xbb\xbf"


def with_setting(path: Path, data: bytes, key: str, value: str | int) -> bytes:
    """The file with one setting changed; the default takes the setting out.

    Raises:
        ConfigError: for a file that can't be read, before or after the change.
    """
    document = _document(path, data)
    if value == DEFAULTS[key]:
        document.pop(key, None)
    else:
        document[key] = value
    return _written(path, data, document)


def with_journal(path: Path, data: bytes, name: str, folder: str) -> bytes:
    """The file with a journal of this name in it; as it is when it has this one already.

    Raises:
        UsageError: for a name that can't be one, and for one that is another folder's.
    """
    if not _JOURNAL.fullmatch(name) or name in ("add", "remove"):
        raise UsageError(f"'{shown(name)}' kan geen naam van een leerlog zijn: gebruik letters, cijfers, - en _.")
    journals = read_config(path, data).journals
    if taken := taken_name(journals, name):
        if _same_folder(journals[taken], folder):
            return data
        raise UsageError(_taken(taken, journals[taken], name))
    import tomlkit

    document = _document(path, data)
    if "journals" not in document:
        document["journals"] = tomlkit.table()
    document["journals"][name] = folder
    return _written(path, data, document)


def taken_name(journals: Mapping[str, str], name: str) -> str:
    """The name among these that is this one, capitals aside; "" when it is still free."""
    same = [known for known in journals if known.casefold() == name.casefold()]
    return name if name in same else next(iter(same), "")


def _same_folder(one: str, other: str) -> bool:
    try:
        return Path(one).expanduser().resolve() == Path(other).expanduser().resolve()
    except (OSError, RuntimeError):  # a link to itself, or `~` of nobody
        return one == other


def _taken(taken: str, folder: str, name: str) -> str:
    other = "" if name == taken else f" Hoofdletters maken geen verschil, dus {name} kan er niet naast."
    return (
        f"de naam {shown(taken)} is al van een ander leerlog: {folder}.{other} Kies een andere naam, "
        f"of haal deze eerst weg met: leerlog config journal remove {shown(taken)}"
    )


def without_journal(path: Path, data: bytes, name: str) -> bytes:
    """The file without the journal of this name; its folder stays.

    Raises:
        UsageError: when there is none, or when it is the one that is used unless told otherwise.
    """
    config = read_config(path, data)
    if name not in config.journals:
        there = f" Er zijn: {', '.join(config.journals)}." if config.journals else " Er zijn er geen."
        raise UsageError(f"in je instellingen staat geen leerlog met de naam '{shown(name)}'.{there}")
    if name == config.journal:
        raise UsageError(
            f"{name} is het leerlog dat je gewoonlijk gebruikt. Kies eerst een ander: leerlog config journal MAP, "
            'of "" voor de gewone map.'
        )
    document = _document(path, data)
    del document["journals"][name]
    if not document["journals"]:
        del document["journals"]
    return _written(path, data, document)


def days(text: str) -> int:
    """The number of days that was given for window_days.

    Raises:
        UsageError: for anything but a number from 1 to 365; nothing is the default.
    """
    word = text.strip() or str(WINDOW_DAYS)
    if not (word.isascii() and word.isdigit() and len(word) < 4 and 1 <= int(word) <= 365):
        raise UsageError(f"'{shown(text)}' is geen aantal dagen. Kies een getal van 1 tot en met 365.")
    return int(word)


def people(text: str) -> int:
    """The number of people that was given for minimum.

    Raises:
        UsageError: for anything but a number of 5 or more; nothing is the default.
    """
    word = text.strip() or str(MINIMUM)
    if not (word.isascii() and word.isdigit() and len(word) < 4 and int(word) >= MINIMUM):
        raise UsageError(
            f"'{shown(text)}' kan niet: kies een getal van {MINIMUM} of meer, zodat niemand te herkennen is."
        )
    return int(word)


def _document(path: Path, data: bytes) -> "TOMLDocument":
    import tomlkit

    read_config(path, data)
    text = data.removeprefix(_BOM).decode("utf-8")
    return tomlkit.parse(text.replace("\r\n", "\n") or TOP)


def _written(path: Path, data: bytes, document: "TOMLDocument") -> bytes:
    text = document.as_string()
    if b"\r\n" in data:
        text = text.replace("\n", "\r\n")
    made = (_BOM if data.startswith(_BOM) else b"") + text.encode()
    read_config(path, made)
    return made


def source(path: Path, key: str, config: Config) -> str:
    """Where the value of a setting comes from: the file, or nothing but the default."""
    return "standaard" if getattr(config, key) == DEFAULTS[key] else path.name
