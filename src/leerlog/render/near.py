"""Our own marks in encodings that do not have them."""

# For a screen or file whose encoding does not have them.
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
    "–": "-",
    "‘": "'",
    "’": "'",
}


def near(text: str, encoding: str) -> str:
    """The text with our own marks replaced by plain ones where an encoding does not have them."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_NEAR.get(c, c) if _lacks(encoding, c) else c for c in text)
    return text


def _lacks(encoding: str, character: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return True
    return False
