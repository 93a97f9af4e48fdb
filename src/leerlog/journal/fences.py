"""Headings inside code fences, covered so that they don't read as the journal's own."""

import re

from leerlog.domain.fences import fenced

_HEADING = re.compile(r"#{1,3} ")
# Stands in for the first # of a heading in a code block; of the same length.
_COVER = "\x1a"


def cover_code(text: str) -> str:
    """The text, equally long, in which no heading inside a closed code fence looks like one."""
    if "```" not in text and "~~~" not in text:
        return text
    lines = text.split("\n")
    return "\n".join(
        _COVER + line[1:] if mark == "code" and _HEADING.match(line) else line
        for line, mark in zip(lines, fenced(lines), strict=True)
    )
