"""Data as JSON that is safe to look at: laid out for people's eyes, the same data for programs."""

import re
from collections.abc import Callable, Iterable, Iterator
from json import dumps
from json.encoder import encode_basestring
from typing import Any

Json = dict[str, Any]
# A value that is asked for as text, because there are thousands of it: the lines after its first begin with a margin.
Part = Callable[[str], str]

quoted: Callable[[str], str] = encode_basestring

# What a terminal would obey.
_OBEYED = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def text(made: Json | Part) -> str:
    """The JSON of a dictionary, as people can read it too, without a line end.

    What a terminal would obey is written by its number, which is the same data.
    """
    return _safe(laid_out(made, "\n"))


def line(made: Json | Part) -> str:
    """The same on one line."""
    return _safe(laid_out(made, ""))


def pieces(made: Json, name: str, items: Iterable[Json | Part]) -> Iterator[str]:
    """`text` of a dictionary and a line end, with one list more: an item at a time, however many there are."""
    margin = deeper("\n")
    top = "".join(f"{margin}{quoted(key)}: {laid_out(value, margin)}," for key, value in made.items())
    yield _safe(f"{{{top}{margin}{quoted(name)}: [")
    inner, between = deeper(margin), ""
    for item in items:
        yield _safe(between + inner + laid_out(item, inner))
        between = ","
    yield f"{margin if between else ''}]\n}}\n"


def deeper(margin: str) -> str:
    """The margin of what is within; none where all stands on one line."""
    return margin and f"{margin}  "


def laid_out(value: object, margin: str) -> str:
    """As `json.dumps` does with an indent of two, in half of the time.

    margin: a line's end and how far it is indented.
    """
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, (list, tuple)):
        if not value:
            return "[]"
        inner = deeper(margin)
        return f"[{','.join([inner + laid_out(each, inner) for each in value])}{margin}]"
    if isinstance(value, dict):
        inner = deeper(margin)
        parts = [f"{inner}{quoted(key)}: {laid_out(each, inner)}" for key, each in value.items()]
        return f"{{{','.join(parts)}{margin}}}" if parts else "{}"
    return value(margin) if callable(value) else dumps(value)


def _safe(made: str) -> str:
    # What has nothing but plain letters is seen much sooner to have none of these.
    if made.isascii() and "\x7f" not in made:
        return made
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", made)
