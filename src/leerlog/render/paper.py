"""How wide words are on paper, in the letter that a sheet prints in."""

from functools import cache

from leerlog.render.width import cells

# Of Arial, in em; what has the same widths goes by Liberation Sans, Arimo or Helvetica.
_WIDTHS = {
    char: width
    for chars, width in {
        "ijl'’‘|": 0.23,
        " .,:;!/\\ftI[]·": 0.28,
        '()-r*`"“”{}': 0.36,
        "cksvxyzJ": 0.5,
        "mM—": 0.84,
        "wCDGHNOQRU&": 0.73,
        "W%@…": 1.0,
    }.items()
    for char in chars
}


@cache
def _width(char: str) -> float:
    return _WIDTHS.get(char) or (0.67 if char.isupper() else 0.56 if char < "\u0250" else 0.53 * cells(char))


@cache
def rows(line: str, across: float) -> tuple[str, ...]:
    """The rows in which a line of text breaks, each at a space if it has one; `across`: their width in em."""
    found: list[str] = []
    start, after, used = 0, 0, 0.0
    for at, char in enumerate(line):
        used += _width(char)
        if char == " ":
            after = at + 1
        elif used > across and at > start:
            end = after if after > start else at
            found.append(line[start:end])
            start, used = end, sum(map(_width, line[end : at + 1]))
    return (*found, line[start:])
