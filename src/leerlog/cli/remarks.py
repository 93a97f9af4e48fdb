"""What is said to a person beside the results, in lines that fit the window."""

import os
from contextlib import suppress
from typing import TextIO


def fitted(text: str, stream: TextIO) -> str:
    """The text for a stream, control characters made visible: on a terminal broken between words, in a pipe not."""
    from leerlog.domain.visible import visible

    text = visible(text, keep_newlines=True)
    if not stream.isatty():
        return text
    from leerlog.domain.lines import wrap

    room = _columns(stream) - 1
    return "\n".join(line for each in text.split("\n") for line in wrap(each, room, cut=False))


def _columns(stream: TextIO) -> int:
    """How wide the terminal is; COLUMNS goes before what it says itself, as everywhere."""
    with suppress(ValueError):
        if (columns := int(os.environ.get("COLUMNS", ""))) > 0:
            return columns
    with suppress(OSError, ValueError):
        return os.get_terminal_size(stream.fileno()).columns or 80
    return 80
