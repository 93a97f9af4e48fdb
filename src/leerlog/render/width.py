"""Making a text fit on a screen."""

from leerlog.domain.lines import cells, head


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
    kept = head(text.removesuffix(" …"), max(room - 1, 0))
    short = kept if text[len(kept) : len(kept) + 1] in ("", " ") else kept.rpartition(" ")[0]
    if cells(short) >= cells(kept) * 2 // 3:
        kept = short
    return kept.rstrip(" ,;:") + "…" if room > 0 else ""
