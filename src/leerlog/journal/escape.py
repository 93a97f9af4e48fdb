"""Escaping: a person's text never reads as structure, and comes back as it was.

A line that could be taken for structure gets one backslash in front of it; one
that already has such backslashes gets one more; reading takes one off. So
`unescape(escape(text)) == text` for every text.

The wide form covers every line that a hand could mean as a heading as well. An
entry that needs it says so in its comment, so that what was written before
there was one is read as it was meant.
"""

import re
from functools import cache
from typing import Literal

# Where the text stands: in an answer, in the body under an entry's labels, or
# under a heading of tasks. In the last two a list can be structure as well.
Place = Literal["answer", "body", "tasks"]
LABELS = ("Waarde", "Traject", "Met", "Trefwoorden", "Bouwt op", "Delen")
# A label as a hand may write it where it does not count: below the text, or with other capitals or spaces.
# A text, which `re` makes when it is first used: writing a note does not.
ALMOST_LABEL = (
    rf"(?im)^(?:[-*+\u2022][ \t]*|\A\n*)(?P<label>{'|'.join(LABELS).replace(' ', '[ ]+')})[ \t]*:(?P<value>.*)"
)
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
# A heading as a hand may make it: behind spaces, quote marks or what nobody sees, with any number of # and no space.
_UNSEEN = (
    r"\x00-\x09\x0b-\x20\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f"
    r"\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    r"\U000e0000-\U000e0fff"
)
_HEADING = rf"(?P<far>[{_UNSEEN}>]*)(?P<more>\\*)\#"
_LABEL = rf"[-*+] (?:{'|'.join(LABELS)}):"
# The box of an item, behind any bullet or none; `domain.items.TASK` reads it.
_TASK = r"(?:(?:>[ \t]*)*(?:(?:[-*+\u2022\u2013]|[0-9]{1,3}[.)])[ \t]*)?)\[[ \t]*[xX]?[ \t]*\]"
_CANDIDATE = re.compile(r"^ {0,3}(?:\\*)(?:[#=\-<`~>|])", re.MULTILINE)
# Inside a closed fence only what leerlog itself would read as structure counts.
_IN_CODE = rf"#{{1,3}} |<{{7}} |>{{7}} |[ \t]*{_TASK}"


@cache
def _pattern(place: Place, wide: bool) -> re.Pattern[str]:
    # Made when it is needed: most notes have no line to guard.
    more = {"answer": "", "body": "|" + _LABEL, "tasks": "|" + _TASK}[place]
    indent = r"[ \t]*" if place == "tasks" else " {0,3}"
    near = rf"(?P<near>{indent})(?P<some>\\*)(?:{_STRUCTURE}{more})"
    return re.compile(f"{_HEADING}|{near}" if wide else near)


def needs_wide(text: str, place: Place) -> bool:
    """Whether a line of the text is covered by the wide guard only."""
    return escape(text, place, wide=True) != escape(text, place)


def escape(text: str, place: Place = "answer", *, wide: bool = False) -> str:
    """The text with a backslash before every line that could be read as structure."""
    if place == "answer" and not _CANDIDATE.search(text) and not (wide and "#" in text):
        return text
    from leerlog.domain.fences import fenced

    pattern = _pattern(place, wide)
    lines = text.split("\n")
    return "\n".join(_escape_line(line, pattern, mark) for line, mark in zip(lines, fenced(lines), strict=True))


def _escape_line(line: str, pattern: re.Pattern[str], fence: str) -> str:
    found = pattern.match(line)
    if not found:
        return line
    indent, escaped, far = _parts(found)
    if not escaped and (fence == "mark" or (fence == "code" and not far and not re.match(_IN_CODE, line))):
        return line
    return f"{line[:indent]}\\{line[indent:]}"


def _parts(found: re.Match[str]) -> tuple[int, bool, bool]:
    """Where the backslash belongs, whether one stands there, and whether it is for a heading of the wide guard."""
    parts = found.groupdict()
    far = parts.get("far")
    if far is not None:
        return len(far), bool(parts["more"]), True
    return len(parts["near"]), bool(parts["some"]), False


def unescape(text: str, place: Place = "answer", *, wide: bool = False) -> str:
    """The text without the backslashes that `guard` put in."""
    if "\\" not in text:
        return text
    pattern = _pattern(place, wide)
    return "\n".join(_unescape_line(line, pattern) for line in text.split("\n"))


def _unescape_line(line: str, pattern: re.Pattern[str]) -> str:
    found = pattern.match(line)
    if not found:
        return line
    indent, escaped, _ = _parts(found)
    return line if not escaped else line[:indent] + line[indent + 1 :]
