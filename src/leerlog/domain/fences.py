"""Code fences: which lines of a text stand inside a closed one.

One pass, so that a text of nothing but fences costs no more than any other.
"""

import re
from typing import NamedTuple

_FENCE = r" {0,3}(`{3,}|~{3,})(.*)"


class _Fence(NamedTuple):
    """A line of backticks or tildes; `mark` is "" for a heading that no fence may span."""

    number: int
    mark: str
    length: int
    opens: bool
    closes: bool


def fenced(lines: list[str]) -> list[str]:
    """Per line: "mark" for the ends of a closed code fence, "code" inside it, "" outside.

    A fence never spans an answer's heading that leerlog wrote: one that somebody
    forgot to close must not hide what comes after it.
    """
    marks = [""] * len(lines)
    fences = _fences(lines)
    opener: _Fence | None = None
    for fence, closable in zip(fences, _closable(fences), strict=True):
        if opener is None:
            opener = fence if closable else None
        elif fence.closes and fence.mark == opener.mark and fence.length >= opener.length:
            marks[opener.number + 1 : fence.number] = ["code"] * (fence.number - opener.number - 1)
            marks[opener.number] = marks[fence.number] = "mark"
            opener = None
    return marks


def _fences(lines: list[str]) -> list[_Fence]:
    found = []
    for number, line in enumerate(lines):
        if fence := re.match(_FENCE, line):
            mark, rest = fence[1][0], fence[2]
            opens = mark == "~" or "`" not in rest
            found.append(_Fence(number, mark, len(fence[1]), opens, not rest.strip(" \t\r")))
        elif line.startswith("### ") and _has_comment(lines, number):
            found.append(_Fence(number, "", 0, False, False))
    return found


def _has_comment(lines: list[str], number: int) -> bool:
    return any(line.startswith("<!--") for line in lines[number + 1 : number + 3])


def _closable(fences: list[_Fence]) -> list[bool]:
    """Per fence: whether it opens a block that a later one closes."""
    longest = {"`": 0, "~": 0}
    closable = []
    for fence in reversed(fences):
        if not fence.mark:
            longest = {"`": 0, "~": 0}
        closable.append(fence.opens and longest[fence.mark] >= fence.length)
        if fence.closes:
            longest[fence.mark] = max(longest[fence.mark], fence.length)
    return closable[::-1]


_HEADING = r"#{1,3} "
# Stands in for the first # of a heading in a code block; of the same length.
_COVER = "\x1a"


def cover_code(text: str) -> str:
    """The text, equally long, in which no heading inside a closed code fence looks like one."""
    if "```" not in text and "~~~" not in text:
        return text
    lines = text.split("\n")
    return "\n".join(
        _COVER + line[1:] if mark == "code" and re.match(_HEADING, line) else line
        for line, mark in zip(lines, fenced(lines), strict=True)
    )
