"""Taking values out of one file, noting every problem with its line instead of stopping at the first."""

import re
from collections.abc import Collection, Sequence

from leerlog.domain.entry import Problem, one_line
from leerlog.library.strict import BadContent, Fields, Items, Node, Text, shown

_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


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
                self.problem(line, f"'{shown(name)}' ken ik hier niet{nearest(name, known)}")
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
        elif found := _CONTROL.search(node.value):
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
            self.problem(fields.lines[name], f"'{shown(word)}' kan niet bij '{name}'{near}")
        return default

    def flag(self, fields: Fields, name: str, default: bool) -> bool:
        """`ja` or `nee`."""
        return self.word(fields, name, ("ja", "nee"), "ja" if default else "nee") == "ja"

    def id(self, fields: Fields, name: str = "id") -> str:
        """An id: lower-case letters, digits, - and _."""
        text = self.text(fields, name)
        if text and not _ID.fullmatch(text):
            self.problem(fields.lines[name], f"'{shown(text)}' kan niet: gebruik kleine letters, cijfers, - en _")
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
            self.problem(fields.lines[name], f"'{shown(text.value)}' is er al")


def nearest(word: str, known: Sequence[str]) -> str:
    """The question whether the nearest known word was meant; "" when none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word.strip().lower()[:100], known, n=1)
    return f"; bedoel je {near[0]}?" if near else ""


def _and(names: Collection[str]) -> str:
    *most, last = (f"'{name}'" for name in names)
    return f"{', '.join(most)} en {last}" if most else last
