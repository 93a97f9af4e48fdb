"""What cannot be shown: our own marks and a letter's accent become plain ones, all else a question mark.

That is what an encoding does not have, and what the fonts of Windows' own
console do not have: it takes any text, and draws an empty box for what is not
in WGL4, the set of Consolas, Lucida Console and Courier New.
"""

import codecs
import os
from collections.abc import Mapping
from functools import lru_cache

from leerlog.refusals import WINDOWS

NEAR = "leerlog"  # how a stream is told, as its `errors`
CONSOLE = "wgl4"  # how `near` is told of that console, in the place of an encoding
# What only a terminal of a later time sets.
_LATER = ("WT_SESSION", "TERM_PROGRAM", "TERM")

# Heights are in fewer fonts and encodings than shades; all of them, so that what is more looks more.
_HEIGHTS, _SHADES = "▁▃▄▆█", "·░▒▓█"
_AS_SHADES = str.maketrans(_HEIGHTS, _SHADES)
_IN_WGL4 = str.maketrans(_HEIGHTS + "✓", _SHADES + "√")

# Plain ones, which every encoding has.
_NEAR = {
    "█": "#",
    "░": ".",
    "▒": ":",
    "▓": "+",
    "✓": "x",
    "○": "o",
    "→": "->",
    "−": "-",
    "…": "...",
    "·": "-",
    "•": "-",
    "–": "-",
    "—": "-",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "€": "EUR",
}


def near(text: str, encoding: str) -> str:
    """The text as an encoding can have it, or that console; it stays as it is where that has all of it."""
    if encoding == CONSOLE:
        return text.translate(_IN_WGL4)
    if not _has_heights(encoding):
        text = text.translate(_AS_SHADES)
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.encode(encoding, NEAR).decode(encoding)
    return text


@lru_cache
def _has_heights(encoding: str) -> bool:
    try:
        _HEIGHTS.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def of_terminal(encoding: str, env: Mapping[str, str] = os.environ, windows: bool = WINDOWS) -> str:
    """What `near` is told of a terminal: its encoding, or that it is Windows' own console."""
    return CONSOLE if windows and not any(map(env.get, _LATER)) else encoding


def _instead(error: UnicodeError) -> tuple[str, int]:
    """What a codec asks for when it has no such characters, and where to go on."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_plain, error.object[error.start : error.end])), error.end


def _plain(character: str) -> str:
    if character in _NEAR:
        return _NEAR[character]
    from unicodedata import combining, normalize

    plain = "".join(each for each in normalize("NFKD", character) if not combining(each))
    return plain if plain.isascii() and plain != character else "?"


codecs.register_error(NEAR, _instead)
