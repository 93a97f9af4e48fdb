"""Characters that a terminal would obey, or that hide what is written, made visible."""

# C0 has pictures of its own (U+2400 on); what has none is named by its number.
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)} | {0x7F: "\u2421"}
_NAMED = (
    *range(0x80, 0xA0),  # C1, of which 0x9b begins a command like ESC [
    0x2028,  # separators that some programs take for a line's end
    0x2029,
    *range(0x202A, 0x202F),  # bidi: embeddings and overrides
    *range(0x2066, 0x206A),  # bidi: isolates
)
_TABLE: dict[int, str] = (
    _PICTURES
    | {code: f"<U+{code:04X}>" for code in _NAMED}
    | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
    | {0x09: "    "}
)
_ONE_LINE = _TABLE | {0x0A: " "}


def visible(text: str, keep_newlines: bool = False) -> str:
    """The text with control characters, line separators and bidi overrides to be seen instead of obeyed.

    A tab becomes four spaces; a newline one, unless it is kept.
    """
    # Most texts have none of these, which is seen much sooner than it is made.
    return text if text.isprintable() else text.translate(_TABLE if keep_newlines else _ONE_LINE)
