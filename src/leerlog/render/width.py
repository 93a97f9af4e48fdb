"""How wide a text is on a screen, and making it fit."""

from collections.abc import Iterator


def cells(text: str) -> int:
    """How many columns a text takes; a Chinese character takes two, a combining accent none."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def first_lines(text: str) -> str:
    """The text's first line that is not empty, with "…" when there is more."""
    if "\n" not in text:
        return text.strip()
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return f"{lines[0]} …" if len(lines) > 1 else "".join(lines)


def shorten(text: str, room: int) -> str:
    """The text cut to a width with "…", between words where that loses little."""
    if cells(text) <= room:
        return text
    kept = _head(text.removesuffix(" …"), max(room - 1, 0))
    short = kept if text[len(kept) : len(kept) + 1] in ("", " ") else kept.rpartition(" ")[0]
    if cells(short) >= cells(kept) * 2 // 3:
        kept = short
    return kept.rstrip(" ,;:") + "…" if room > 0 else ""


def wrap(text: str, room: int) -> list[str]:
    """The lines of one line of text in a width; what it began with in spaces they all begin with."""
    room = max(room, 8)
    if cells(text) <= room:
        return [text.rstrip()]
    margin = text[: len(text) - len(text.lstrip(" "))][: room // 2]
    lines: list[str] = []
    line, taken = margin, len(margin)
    for word in (piece for whole in text.split() for piece in _pieces(whole, room - len(margin))):
        size = cells(word)
        if line != margin and taken + 1 + size > room:
            lines.append(line)
            line, taken = margin, len(margin)
        if line != margin:
            line, taken = line + " ", taken + 1
        line, taken = line + word, taken + size
    return [*lines, line.rstrip()]


def _pieces(word: str, room: int) -> Iterator[str]:
    """A word in pieces that fit: a long address has no spaces to break at."""
    while cells(word) > room:
        head = _head(word, room) or word[0]
        yield head
        word = word[len(head) :]
    if word:
        yield word


def _head(text: str, room: int) -> str:
    """The longest beginning that fits a width."""
    head = text[:room]
    while cells(head) > room:
        head = head[:-1]
    return head
