"""The settings, in TOML: what each may be, reading them, and changing one and nothing else of what stands in the file.

Every run comes by here, so a TOML reader is imported only for a file that is there.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from leerlog import files
from leerlog.domain.entry import one_line
from leerlog.domain.near import meant, near
from leerlog.domain.text import LONGEST_MARK, decode, encoding_of, in_quotes, shown
from leerlog.errors import ConfigError, UsageError
from leerlog.library.folders import PATH_QUOTES, is_whole

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

WINDOW_DAYS = 14
MINIMUM = 5
HISTORY_DAYS = 90


class Rule(NamedTuple):
    """What a setting may be: of the same type as its default, a number within its ends.

    wanted: what is said where something else stands in the file.
    refused: what is said of anything else that was typed, which takes the place of {}.
    """

    default: str | int | Mapping[str, str]  # a bool is an int too, and asked about first
    wanted: str
    least: int = 0
    most: int = 0
    refused: str = ""

    def fits(self, value: object) -> bool:
        """Whether a value from the file can be one of this setting."""
        if isinstance(self.default, bool):
            return isinstance(value, bool)
        if isinstance(self.default, int):
            return isinstance(value, int) and not isinstance(value, bool) and self.least <= value <= self.most
        return isinstance(value, Mapping) if isinstance(self.default, Mapping) else is_text(value)


def is_text(value: object) -> bool:
    """Whether a value is a text that can be kept."""
    return isinstance(value, str) and "\0" not in value


RULES = {
    "journal": Rule("", "bij 'journal' hoort een tekst, tussen aanhalingstekens."),
    "journals": Rule(MappingProxyType({}), 'schrijf onder [journals] regels als: team = "/map/van/het/team"'),
    "name": Rule("", "bij 'name' hoort een tekst, tussen aanhalingstekens."),
    "window_days": Rule(
        WINDOW_DAYS,
        "bij 'window_days' hoort een aantal dagen van 1 tot en met 365.",
        1,
        365,
        "{} is geen aantal dagen. Kies een getal van 1 tot en met 365.",
    ),
    "history_days": Rule(
        HISTORY_DAYS,
        "bij 'history_days' hoort een aantal dagen van 0 tot en met 3650.",
        0,
        3650,
        "{} is geen aantal dagen. Kies een getal van 0 tot en met 3650; 0 bewaart niets.",
    ),
    "minimum": Rule(
        MINIMUM,
        f"bij 'minimum' hoort een aantal mensen van {MINIMUM} of meer.",
        MINIMUM,
        1000,
        f"{{}} kan niet: kies een getal van {MINIMUM} of meer, zodat niemand te herkennen is.",
    ),
    "plain": Rule(False, "bij 'plain' hoort true of false.", refused="{} ken ik hier niet. Kies ja of nee."),
}
# What can be typed for a yes or a no; the file has TOML's own words.
_YES_NO = {"ja": True, "true": True, "aan": True, "nee": False, "false": False, "uit": False, "": False}

TOP = "# De instellingen van leerlog; leerlog config toont ze.\n\n"
_JOURNAL = re.compile(r"\w[\w-]*")


class Config(NamedTuple):
    """A person's settings.

    journal: the journal to use when none is asked for, a path or a name from
        `journals`; "" for the folder in the documents.
    journals: other journals, each with its folder.
    name: how the person is called in what is shared.
    window_days: the length of the application window after a course.
    minimum: of how many people an anonymous review shows numbers, 5 or more.
    history_days: how many days a change can be taken back; 0 keeps nothing.
    plain: whether what is shown is lines of text alone, as `--plain` asks for once.
    """

    journal: str = ""
    journals: Mapping[str, str] = MappingProxyType({})
    name: str = ""
    window_days: int = WINDOW_DAYS
    minimum: int = MINIMUM
    history_days: int = HISTORY_DAYS
    plain: bool = False


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
    return _File(path, data).config()


class _File:
    """One settings file, being read."""

    def __init__(self, path: Path, data: bytes) -> None:
        import tomllib

        self.path = path
        try:
            self.text = decode(data).replace("\r\n", "\n")
            self.values = tomllib.loads(self.text)
        except UnicodeDecodeError:
            self.fail(1, "dit is geen UTF-8. Bewaar het bestand als UTF-8.")
        except (ValueError, RecursionError) as error:
            self.fail(*_toml_reason(str(error), self.text))

    def config(self) -> Config:
        for name in self.values:
            if name not in RULES:
                hint = meant(near(name, RULES)).strip() or f"Er zijn: {', '.join(RULES)}."
                self.fail(self.line(name), f"de instelling {in_quotes(name)} ken ik niet. {hint}")
        given: dict[str, Any] = {name: self.values.get(name, rule.default) for name, rule in RULES.items()}
        for name, rule in RULES.items():
            if not rule.fits(given[name]):
                self.fail(self.line(name), rule.wanted)
        for name, folder in given["journals"].items():
            self.check_folder(name, folder)
        if given["journal"] and given["journal"] not in given["journals"]:
            self.check_folder("journal", given["journal"])
        whole = {"journals": MappingProxyType(given["journals"]), "name": one_line(given["name"])}
        return Config(**given | whole)

    def check_folder(self, name: str, folder: Any) -> None:
        if not is_text(folder) or not folder.strip():
            self.fail(self.line(name), f"bij {in_quotes(name)} hoort een map, tussen aanhalingstekens.")
        if any(character < " " for character in folder):  # \t and \n are letters of a path, no tab and no line's end
            self.fail(self.line(name), f"{PATH_QUOTES}.")
        if not is_whole(folder):
            self.fail(self.line(name), f"{in_quotes(folder)} is geen volledig pad. Begin met ~ of met de schijf.")

    def line(self, name: str) -> int:
        """The line where a name is set, as far as that can be seen; 1 otherwise."""
        found = re.search(rf"""^\s*\[*\s*["']?{re.escape(name)}["']?\s*[=.\]]""", self.text, re.MULTILINE)
        return self.text.count("\n", 0, found.end()) + 1 if found else 1

    def fail(self, line: int, message: str) -> NoReturn:
        raise ConfigError(f"{self.path}:{max(line, 1)}: {message}")


def _toml_reason(said: str, text: str) -> tuple[int, str]:
    """The line and the reason, in Dutch, of what tomllib says."""
    found = re.search(r"at line (\d+)", said)
    line = int(found[1]) if found else text.rstrip().count("\n") + 1
    if "Unescaped '\\'" in said or "Invalid hex" in said:
        return line, f"{PATH_QUOTES}."
    if "overwrite" in said or "twice" in said:
        return line, "deze naam staat er twee keer."
    return line, 'schrijf naam = "waarde", met de waarde tussen aanhalingstekens.'


def parse_value(key: str, text: str) -> str | int:
    """The value that was typed for a setting; nothing is the default.

    Raises:
        UsageError: for anything but a number within its ends, or a yes or a no, where the setting is one.
    """
    rule = RULES[key]
    if isinstance(rule.default, bool):
        if (answer := _YES_NO.get(text.strip().casefold())) is None:
            raise UsageError(rule.refused.format(in_quotes(text)))
        return answer
    if not isinstance(rule.default, int):
        return text
    word = text.strip() or str(rule.default)
    number = int(word) if word.isascii() and word.isdigit() and len(word) <= len(str(rule.most)) else -1
    if not rule.fits(number):
        raise UsageError(rule.refused.format(in_quotes(text)))
    return number


def said(value: object) -> str:
    """The value of a setting as a person says it."""
    return {True: "ja", False: "nee"}[value] if isinstance(value, bool) else str(value)


def source(path: Path, key: str, config: Config) -> str:
    """Where the value of a setting comes from: the file, or nothing but the default."""
    return "standaard" if getattr(config, key) == RULES[key].default else path.name


def with_setting(path: Path, data: bytes, key: str, value: str | int) -> bytes:
    """The file with one setting changed; the default takes the setting out.

    Raises:
        ConfigError: for a file that can't be read, before or after the change.
    """
    document = _document(path, data)
    if value == RULES[key].default:
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
        raise UsageError(f"{in_quotes(name)} kan geen naam van een leerlog zijn: gebruik letters, cijfers, - en _.")
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
        raise UsageError(f"in je instellingen staat geen leerlog met de naam {in_quotes(name)}.{there}")
    if name == config.journal:
        raise UsageError(
            f"{name} is het leerlog dat je gewoonlijk gebruikt. Kies eerst een ander: leerlog config journal MAP, "
            "of standaard voor de gewone map."
        )
    document = _document(path, data)
    del document["journals"][name]
    if not document["journals"]:
        del document["journals"]
    return _written(path, data, document)


def _document(path: Path, data: bytes) -> "TOMLDocument":
    import tomlkit

    read_config(path, data)
    return tomlkit.parse(decode(data).replace("\r\n", "\n") or TOP)


def _written(path: Path, data: bytes, document: "TOMLDocument") -> bytes:
    text = document.as_string()
    if "\r\n" in decode(data):
        text = text.replace("\n", "\r\n")
    made = text.encode(encoding_of(data[:LONGEST_MARK]))
    read_config(path, made)
    return made
