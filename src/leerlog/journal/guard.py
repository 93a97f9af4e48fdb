"""The guard: a person's text never reads as structure, and comes back as it was.

A line that could be taken for structure gets one backslash in front of it; one
that already has such backslashes gets one more; reading takes one off. So
`unguard(guard(text)) == text` for every text.
"""

import re
import sys

# What reads as structure after up to three spaces: a heading of level 1 to 3, a
# setext underline or thematic break of = or -, an HTML block or comment, a code
# fence, a conflict marker. Each alternative begins with its own character, so
# that most lines are passed over after one look.
_STRUCTURE = (
    r"(?:\#{1,3}(?=[ \t\r]|$)"
    r"|=+[ \t]*$|-[ \t]*(?:-[ \t]*)*$"
    r"|<(?=[!?/a-zA-Z])"
    r"|```|~~~"
    r"|(?:<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)(?=[ \t]|$))"
)
LABELS = ("Waarde", "Traject", "Met", "Trefwoorden", "Bouwt op", "Delen")
_LABEL = rf"- (?:{'|'.join(LABELS)}):"

_CANDIDATE = re.compile(r"^ {0,3}(\\*)(?:[#=\-<`~>|])", re.MULTILINE)
_LINE = re.compile(rf"( {{0,3}})(\\*){_STRUCTURE}")
_OPEN_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_FIRST = re.compile(rf"( {{0,3}})(\\*)(?:{_STRUCTURE}|{_LABEL})")
# Inside a closed fence only what leerlog itself would read as structure counts.
_IN_FENCE = re.compile(r"#{1,3} ")


def guard(text: str, first: bool = False) -> str:
    """The text with a backslash before every line that could be read as structure.

    first: whether it stands where an entry's labels stand, so that a list that
        looks like them is guarded too.
    """
    if not first and not _CANDIDATE.search(text):
        return text
    pattern = _FIRST if first else _LINE
    lines = text.split("\n")
    fenced = _fenced(lines)
    return "\n".join(_guard_line(line, pattern, fenced[i]) for i, line in enumerate(lines))


def _guard_line(line: str, pattern: re.Pattern[str], fence: str) -> str:
    found = pattern.match(line)
    if not found:
        return line
    if not found[2] and (fence == "mark" or (fence == "code" and not _IN_FENCE.match(line))):
        return line
    indent = len(found[1])
    return f"{line[:indent]}\\{line[indent:]}"


def _fenced(lines: list[str]) -> list[str]:
    """Per line: "mark" for the ends of a closed code fence, "code" inside it, "" outside."""
    marks = [""] * len(lines)
    # The shortest fence of each sort that is known to stay open: one that is as
    # long needs no second search, which keeps a long text from costing its square.
    unclosed = dict.fromkeys("`~", sys.maxsize)
    start = 0
    while start < len(lines):
        opened = _OPEN_FENCE.match(lines[start])
        if opened and len(opened[1]) < unclosed[opened[1][0]]:
            end = _closing(lines, start, opened[1])
            if end:
                marks[start], marks[end] = "mark", "mark"
                marks[start + 1 : end] = ["code"] * (end - start - 1)
                start = end
            else:
                unclosed[opened[1][0]] = len(opened[1])
        start += 1
    return marks


def _closing(lines: list[str], start: int, fence: str) -> int:
    closing = re.compile(rf" {{0,3}}{fence[0]}{{{len(fence)},}}[ \t]*$")
    return next((i for i in range(start + 1, len(lines)) if closing.match(lines[i])), 0)


def unguard(text: str, first: bool = False) -> str:
    """The text without the backslashes that `guard` put in."""
    if "\\" not in text:
        return text
    pattern = _FIRST if first else _LINE
    return "\n".join(_unguard_line(line, pattern) for line in text.split("\n"))


def _unguard_line(line: str, pattern: re.Pattern[str]) -> str:
    found = pattern.match(line)
    if not found or not found[2]:
        return line
    indent = len(found[1])
    return line[:indent] + line[indent + 1 :]
