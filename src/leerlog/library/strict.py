"""YAML read strictly: words, lists and mappings, each with its line, and the values in them; nothing guessed.

YAML guesses (`nee` may be False, 12:30 is 750, 010 is 8), keeps the last of two
equal keys and lets a few bytes grow into gigabytes. Here every value is text,
and whatever a person can't have meant is refused with its line.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from leerlog import files
from leerlog.domain.entry import Problem, one_line
from leerlog.domain.near import near
from leerlog.domain.text import AS_UTF8, decode, in_quotes
from leerlog.errors import ContentError
from leerlog.library.folders import PATH_QUOTES

if TYPE_CHECKING:
    import yaml


MAX_BYTES = 256 * 1024
MAX_DEPTH = 12  # nested lists and mappings
# A text: `re` makes it when it is first used, and most runs read no YAML.
# What YAML calls printable, less the line ends that no editor counts as such.
_STRANGE = "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_INDENT = (
    "dit is geen 'naam: waarde'; tekst onder een naam begint met twee spaties, en na de dubbele punt komt een spatie"
)
_ESCAPE = (
    f"na een \\ tussen dubbele aanhalingstekens hoort een bekende letter; schrijf \\\\ voor een \\, of {PATH_QUOTES}"
)
# What "C:\temp" is to YAML. A line's end may be meant, and so is no reason to refuse.
_PATH_MISREAD = r"[A-Za-z]:[\x07-\x09\x0b-\x0d\x1b]"
_TOO_DEEP = f"dit zit meer dan {MAX_DEPTH} lagen diep"
# From what the parser says to what a person can do, the first that fits.
_REASONS = (
    ("nesting depth", _TOO_DEEP),  # some parsers have a limit of their own, far beyond ours
    ("could not find expected ':'", _INDENT),
    ("mapping values are not allowed", "hier staat een dubbele punt te veel; zet de tekst tussen aanhalingstekens"),
    ("line break", "na | of > begint de tekst op de volgende regel, met twee spaties ervoor"),
    ("unexpected end of stream", "hier begint een aanhalingsteken dat niet wordt gesloten"),
    ("unknown escape", _ESCAPE),
    ("hexadecimal", _ESCAPE),
    ("hexdecimal", _ESCAPE),  # so spelled in C
    ("invalid Unicode", "dit teken bestaat niet"),
    ("cannot start any token", "een waarde kan niet beginnen met een tab of met @, ` of %; zet haar tussen ' en '"),
    ("']'", "hier begint een lijst met [ die niet goed wordt gesloten"),
    ("'}'", "hier begint iets met { dat niet goed wordt gesloten"),
    ("did not find expected key", _INDENT),
    ("expected <block end>", _INDENT),
    ("expected '-' indicator", "hier hoort een lijst verder te gaan, met - ervoor"),
    ("while scanning an alias", "een waarde kan niet beginnen met *; zet haar tussen ' en '"),
    ("while scanning an anchor", "een waarde kan niet beginnen met &; zet haar tussen ' en '"),
    ("tab character", "spring in met spaties, niet met een tab"),
)
# Of these the parser names the end; a person looks for the beginning.
_FROM_THE_START = ("could not find expected ':'", "unexpected end of stream", "']'", "'}'")


class BadContent(ContentError):
    """A file that is wrong, with what is wrong in it."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(f"{each}" if each.message.endswith("?") else f"{each}." for each in problems))
        self.problems = problems


class Text(NamedTuple):
    """A text; `plain` when it stood there without quotes or | or >."""

    value: str
    line: int
    plain: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing was filled in: no text, or YAML's own words for nothing."""
        return not self.value.strip(" \t\n") or (self.plain and self.value in {"null", "~"})


class Items(NamedTuple):
    """A list."""

    items: tuple["Node", ...]
    line: int


class Fields(NamedTuple):
    """A mapping; `lines` has the line of each name."""

    values: Mapping[str, "Node"] = MappingProxyType({})
    lines: Mapping[str, int] = MappingProxyType({})
    line: int = 1


Node = Text | Items | Fields


def read(path: Path, name: str = "") -> Fields:
    """The mapping in a file; `name` is how messages call it, its path unless told otherwise.

    Raises:
        BadContent: also when the file can't be opened.
    """
    name = name or str(path)
    try:
        data = files.contents(path, MAX_BYTES + 1)
    except OSError as error:
        why = files.reason(error, reading=True)
        raise BadContent(Problem(name, 0, f"ik kan dit bestand niet lezen: {why}")) from error
    return load(data, name)


def load(data: str | bytes, name: str) -> Fields:
    """The mapping that a YAML text is; an empty one when it holds nothing but comments.

    Raises:
        BadContent: `name:line: …`, in Dutch.
    """
    return _Loader(_decode(data, name), name).document()


def _decode(data: str | bytes, name: str) -> str:
    raw = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
    if len(raw) > MAX_BYTES:
        raise BadContent(Problem(name, 1, f"dit bestand is groter dan {MAX_BYTES // 1024} KiB"))
    try:
        text = decode(raw)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BadContent(Problem(name, line, f"dit is geen UTF-8. {AS_UTF8}")) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := re.search(_STRANGE, text):
        line = text.count("\n", 0, found.start()) + 1
        message = f"hier staat een onzichtbaar teken (U+{ord(found[0]):04X}); haal het weg"
        raise BadContent(Problem(name, line, message))
    return text


class _Loader:
    """From the parser's events to nodes; the depth is limited before anything is built on it."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.events = self._events()

    def document(self) -> Fields:
        import yaml

        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise self.error(event, "hier begint een tweede document; eén per bestand: haal de --- weg")
                root = self.node(next(self.events), 0)
        if root is None or (isinstance(root, Text) and root.empty):
            return Fields()
        if not isinstance(root, Fields):
            raise BadContent(Problem(self.name, root.line, "hier horen regels als 'naam: waarde' te staan"))
        return root

    def node(self, event: "yaml.Event", depth: int) -> Node:
        import yaml

        line = _line(event)
        if isinstance(event, yaml.ScalarEvent):
            self.refuse_extras(event, event.tag)
            if event.style == '"' and re.match(_PATH_MISREAD, event.value):
                raise self.error(event, _ESCAPE)
            return Text(event.value, line, event.implicit[0])
        if isinstance(event, yaml.AliasEvent):
            raise self.error(event, f"*{event.anchor} verwijst naar iets anders; schrijf het voluit, of zet er ' om")
        if not isinstance(event, yaml.CollectionStartEvent):
            raise self.error(event, "hier mist een waarde")
        self.refuse_extras(event, event.tag)
        if depth >= MAX_DEPTH:
            raise self.error(event, _TOO_DEEP)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(tuple(self.node(item, depth + 1) for item in self.until(yaml.SequenceEndEvent)), line)
        return self.fields(line, depth + 1)

    def refuse_extras(self, event: "yaml.NodeEvent", tag: str | None) -> None:
        if event.anchor is not None:
            raise self.error(event, f"&{event.anchor} is een anker, en dat mag hier niet; zet de tekst tussen ' en '")
        if tag is not None:
            raise self.error(event, "een waarde kan niet beginnen met !; zet haar tussen ' en '")

    def fields(self, line: int, depth: int) -> Fields:
        import yaml

        values: dict[str, Node] = {}
        lines: dict[str, int] = {}
        for event in self.until(yaml.MappingEndEvent):
            key = self.node(event, depth)
            if not isinstance(key, Text):
                raise self.error(event, "een naam voor de dubbele punt is één woord")
            if not key.value.strip():
                raise self.error(event, "hier mist een naam voor de dubbele punt")
            if key.value in values:
                raise self.error(event, f"{in_quotes(key.value)} staat er al, op regel {lines[key.value]}")
            values[key.value] = self.node(next(self.events), depth)
            lines[key.value] = key.line
        return Fields(values, lines, line)

    def until(self, end: "type[yaml.Event]") -> "Iterator[yaml.Event]":
        for event in self.events:
            if isinstance(event, end):
                return
            yield event

    def _events(self) -> "Iterator[yaml.Event]":
        import yaml

        try:
            # In C where that was built, some forty times as fast; it reads
            # event by event, so that depth never reaches its stack.
            yield from yaml.parse(self.text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        except yaml.MarkedYAMLError as error:
            raise self.unreadable(error) from error
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            raise BadContent(Problem(self.name, 1, "dit bestand is geen geldige YAML")) from error

    def unreadable(self, error: "yaml.MarkedYAMLError") -> BadContent:
        said = f"{error.context or ''} {error.problem or ''}"
        reason = next((reason for words, reason in _REASONS if words in said), "dit is geen geldige YAML")
        mark = error.problem_mark
        if any(words in said for words in _FROM_THE_START):
            mark = error.context_mark or mark
        last = self.text.rstrip().count("\n") + 1
        line = min(mark.line + 1, last) if mark else 1
        return BadContent(Problem(self.name, line, reason))

    def error(self, event: "yaml.Event", message: str) -> BadContent:
        return BadContent(Problem(self.name, _line(event), message))


def _line(event: "yaml.Event") -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


ID = re.compile(r"[a-z0-9][a-z0-9_-]*")
_CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]"


class Reader:
    """The problems of one file, and the questions that its makers ask of it.

    A value that is wrong is noted and comes back empty, so that reading goes on.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []

    def problem(self, line: int, message: str) -> None:
        """Note what is wrong."""
        self.problems.append(Problem(self.name, line, message))

    def finish(self) -> None:
        """Stop when anything was wrong.

        Raises:
            BadContent: with every problem once, in the order of the file.
        """
        if self.problems:
            ordered = sorted(self.problems, key=lambda problem: problem.line)
            raise BadContent(*dict.fromkeys(ordered))

    def fields(self, node: Node, needed: Collection[str], allowed: Collection[str] = ()) -> Fields:
        """The mapping that the node should be, held against the names that it must and may have."""
        if not isinstance(node, Fields):
            self.problem(node.line, f"hier horen regels als 'naam: waarde' te staan, met {_and(needed)}")
            return Fields(line=node.line)
        known = [*needed, *allowed]
        for name, line in node.lines.items():
            if name not in known:
                self.problem(line, f"{in_quotes(name)} ken ik hier niet{nearest(name, known)}")
        if missing := [name for name in needed if name not in node.values]:
            self.problem(node.line, f"hier mist {_and(missing)}")
        return node

    def text(self, fields: Fields, name: str, lines: bool = False) -> str:
        """The text under a name, on one line unless `lines`; "" when the name is not there."""
        node = fields.values.get(name)
        if node is None:
            return ""
        if not isinstance(node, Text):
            self.problem(fields.lines[name], f"bij '{name}' hoort één tekst")
            return ""
        return self.words(node, name, lines)

    def words(self, node: Text, name: str, lines: bool = False) -> str:
        """The node's text, which has to be there and to be showable."""
        if not node.value.strip():
            self.problem(node.line, f"bij '{name}' staat niets")
        elif found := re.search(_CONTROL, node.value):
            self.problem(node.line, f"bij '{name}' staat een onzichtbaar teken (U+{ord(found[0]):04X})")
        else:
            return node.value.strip() if lines else one_line(node.value)
        return ""

    def word(self, fields: Fields, name: str, known: Sequence[str], default: str = "") -> str:
        """One of the words that are known; the default when the name is not there."""
        word = self.text(fields, name)
        if word in known:
            return word
        if word:
            near = nearest(word, known) or f"; kies uit: {', '.join(known)}"
            self.problem(fields.lines[name], f"{in_quotes(word)} kan niet bij '{name}'{near}")
        return default

    def flag(self, fields: Fields, name: str, default: bool) -> bool:
        """`ja` or `nee`."""
        return self.word(fields, name, ("ja", "nee"), "ja" if default else "nee") == "ja"

    def id(self, fields: Fields, name: str = "id") -> str:
        """An id: lower-case letters, digits, - and _."""
        text = self.text(fields, name)
        if text and not ID.fullmatch(text):
            self.problem(fields.lines[name], f"{in_quotes(text)} kan niet: gebruik kleine letters, cijfers, - en _")
        return text

    def nodes(self, fields: Fields, name: str, least: int = 1) -> tuple[Node, ...]:
        """The list under a name, with so many parts at least; () when the name is not there."""
        node = fields.values.get(name)
        if node is None:
            return ()
        if not isinstance(node, Items):
            self.problem(fields.lines[name], f"bij '{name}' hoort een lijst, met - voor elk deel")
            return ()
        if len(node.items) < least:
            self.problem(fields.lines[name], f"bij '{name}' is ten minste {least} nodig")
        return node.items

    def texts(self, fields: Fields, name: str, least: int = 1) -> tuple[str, ...]:
        """The list of texts under a name."""
        found = []
        for node in self.nodes(fields, name, least):
            if isinstance(node, Text):
                found.append(self.words(node, name))
            else:
                self.problem(node.line, f"bij '{name}' hoort een lijst van teksten")
        return tuple(found)

    def unique(self, fields: Fields, ids: Sequence[str], name: str = "id") -> None:
        """Note that the id was given before; `ids` are those before it."""
        text = fields.values.get(name)
        if isinstance(text, Text) and text.value in ids:
            self.problem(fields.lines[name], f"{in_quotes(text.value)} is er al")


def nearest(word: str, known: Sequence[str]) -> str:
    """The question whether the nearest known word was meant; "" when none is near."""
    found = near(word, known)
    return f"; bedoel je {found[0]}?" if found else ""


def _and(names: Collection[str]) -> str:
    *most, last = (f"'{name}'" for name in names)
    return f"{', '.join(most)} en {last}" if most else last
