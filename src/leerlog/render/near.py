"""What an encoding does not have: our own marks and a letter's accent become plain ones, all else a question mark."""

import codecs

NEAR = "leerlog"  # how a stream is told, as its `errors`

# Plain ones, which every encoding has.
_NEAR = {
    "█": "#",
    "░": ".",
    "▒": ":",
    "▓": "+",
    "▁": "_",
    "▃": ".",
    "▄": "-",
    "▆": "=",
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
    """The text as an encoding can have it; it stays as it is where that has all of it."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.encode(encoding, NEAR).decode(encoding)
    return text


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
