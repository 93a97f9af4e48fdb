"""The guard as it was before there was a wide one, to write what earlier versions wrote."""

import re
from functools import cache
from typing import Literal

# Where the text stands: in an answer, in the body under an entry's labels, or
# under a heading of tasks. In the last two a list can be structure as well.
Place = Literal["answer", "body", "tasks"]

LABELS = ("Waarde", "Traject", "Met", "Trefwoorden", "Bouwt op", "Delen")

# What reads as structure after up to three spaces: a heading of level 1 to 3, a
# setext underline or thematic break of = or -, an HTML block or comment, a code
# fence, a conflict marker. Each alternative begins with its own character, so
# that most lines are passed over after one look.
_STRUCTURE = (
    r"\#{1,3}(?=[ \t\r]|$)"
    r"|=+[ \t]*$|-[ \t]*(?:-[ \t]*)*$"
    r"|<(?=[!?/a-zA-Z])"
    r"|```|~~~"
    r"|(?:<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)(?=[ \t]|$)"
)
_LABEL = rf"[-*+] (?:{'|'.join(LABELS)}):"
_TASK = r"[-*+] \[[ xX]\]"
_CANDIDATE = re.compile(r"^ {0,3}(?:\\*)(?:[#=\-<`~>|])", re.MULTILINE)
# Inside a closed fence only what leerlog itself would read as structure counts.
_IN_CODE = rf"#{{1,3}} |<{{7}} |>{{7}} |[ \t]*{_TASK}"


@cache
def _pattern(place: Place) -> re.Pattern[str]:
    # Made when it is needed: most notes have no line to guard.
    if place == "tasks":
        return re.compile(rf"([ \t]*)(\\*)(?:{_STRUCTURE}|{_TASK})")
    return re.compile(rf"( {{0,3}})(\\*)(?:{_STRUCTURE}{'|' + _LABEL if place == 'body' else ''})")


def guard(text: str, place: Place = "answer") -> str:
    """The text with a backslash before every line that could be read as structure."""
    if place == "answer" and not _CANDIDATE.search(text):
        return text
    from leerlog.domain.fences import fenced

    pattern = _pattern(place)
    lines = text.split("\n")
    return "\n".join(_guard_line(line, pattern, mark) for line, mark in zip(lines, fenced(lines), strict=True))


def _guard_line(line: str, pattern: re.Pattern[str], fence: str) -> str:
    found = pattern.match(line)
    if not found:
        return line
    if not found[2] and (fence == "mark" or (fence == "code" and not re.match(_IN_CODE, line))):
        return line
    indent = len(found[1])
    return f"{line[:indent]}\\{line[indent:]}"
