"""A person's text inside Markdown that leerlog writes: it reads as they meant it and can't break what is around it."""

import re
from collections.abc import Iterator

from leerlog.domain.fences import fenced
from leerlog.domain.text import visible

# Everything that can begin markup somewhere in a line.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~#&!])")
# What begins a list at the start of a line.
_LIST = re.compile(r"^([-+]|\d{1,9}(?=[.)]))(?=.?(?:[ \t]|$))")

# A line that would be structure: headings of every level, underlines of
# headings, definitions of links (they hold for the whole document), and a fence
# that nobody closes.
_STRUCTURE = re.compile(r"^([ \t]*)(#{1,6}(?=[ \t]|$)|=+[ \t]*$|-[ \t-]*$|\[[^\]]*\]:|```|~~~)")
# In the running text: tags, comments and pictures from elsewhere.
_INLINE = re.compile(r"(?<!\\)((?:\\\\)*)(<(?=[!?/a-zA-Z])|!(?=\[))")
# Container marks in front of a line: `> # x` and `- # x` are headings too.
_INSIDE = re.compile(r"(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+[ \t]*")


def inline(text: str) -> str:
    """The text as plain words on one line, none of it markup."""
    words = " ".join(visible(text).split())
    return _LIST.sub(_escape_list, _MARKUP.sub(r"\\\1", words))


def _escape_list(found: re.Match[str]) -> str:
    mark = found[1]
    return mark + "\\" if mark[0].isdigit() else "\\" + mark


def block(text: str, margin: str = "") -> str:
    """The text as the Markdown that it is, without headings, tags and pictures.

    margin: what every line but the first begins with, so that all of it
        belongs to one item of a list.
    """
    lines = visible(text, keep_newlines=True).split("\n")
    guarded = [line if code else _guard(line) for line, code in zip(lines, _code(lines), strict=True)]
    return "\n".join(margin * bool(number and line) + line for number, line in enumerate(guarded))


def _code(lines: list[str]) -> Iterator[bool]:
    """Per line whether it stands in a closed code block that begins at the margin.

    One that stands in may belong to a list, and end where that does.
    """
    inside = trusted = False
    for line, mark in zip(lines, fenced(lines), strict=True):
        if mark == "mark" and not inside:
            inside, trusted = True, not line.startswith(" ")
            yield trusted
        else:
            yield trusted and bool(mark)
            inside = inside and mark != "mark"


def _guard(line: str) -> str:
    inside = _INSIDE.match(line)
    start = inside.end() if inside else 0
    if inside and not line[start:].strip() and inside[0].rstrip().endswith("-"):
        # An empty item would underline the line above it.
        at = inside[0].rindex("-")
        return f"{line[:at]}\\{line[at:]}"
    return line[:start] + _INLINE.sub(r"\1\\\2", _STRUCTURE.sub(r"\1\\\2", line[start:], count=1))
