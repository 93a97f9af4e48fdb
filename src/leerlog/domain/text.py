"""Text: from bytes that come from elsewhere, to lines that break between words, to characters that can be seen."""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

# The longer marks first: that of UTF-16 begins that of UTF-32.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = tuple(mark for mark, name in _MARKS if name != "utf-8-sig")
LONGEST_MARK = 4
# Which of the first bytes are something in UTF-16 of a program that leaves the mark out.
_WITHOUT_MARK = ([True, False, True, False], [False, True, False, True])
AS_UTF8 = (
    "Een bestand sla je opnieuw op als UTF-8. Komt het uit een ander programma, zet dan eerst in PowerShell: "
    "$OutputEncoding = [Text.Encoding]::UTF8 of in de opdrachtprompt: chcp 65001"
)


def encoding_of(beginning: bytes) -> str:
    """The encoding that the first bytes of a text say: by their mark, otherwise UTF-8."""
    return next((name for mark, name in _MARKS if beginning.startswith(mark)), "utf-8")


def decode(data: bytes) -> str:
    """The text, without a mark of its encoding.

    Raises:
        UnicodeDecodeError: when it is neither UTF-8 nor has the mark of another encoding.
    """
    encoding = encoding_of(data[:LONGEST_MARK])
    if is_wide(data) and encoding == "utf-8":
        raise UnicodeDecodeError("utf-8", data, 0, 1, "UTF-16 without its mark")
    return data.decode(encoding)


def is_wide(data: bytes) -> bool:
    """Whether a text is in UTF-16, or UTF-32, with its mark or without."""
    beginning = data[:LONGEST_MARK]
    return beginning.startswith(_WIDE) or list(map(bool, beginning)) in _WITHOUT_MARK


# C0 has pictures of its own (U+2400 on); what has none is named by its number.
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)} | {0x7F: "\u2421"}
_NAMED = (
    *range(0x80, 0xA0),  # C1, of which 0x9b begins a command like ESC [
    0x2028,  # separators that some programs take for a line's end
    0x2029,
    *range(0x202A, 0x202F),  # bidi: embeddings and overrides
    *range(0x2066, 0x206A),  # bidi: isolates
)


def visible(text: str, keep_newlines: bool = False) -> str:
    """The text with control characters, line separators and bidi overrides to be seen instead of obeyed.

    A tab becomes four spaces; a newline one, unless it is kept.
    """
    # Most texts have none of these, which is seen much sooner than it is made.
    return text if text.isprintable() else text.translate(_shown_as(keep_newlines))


@cache
def _shown_as(keep_newlines: bool) -> dict[int, str]:
    return (
        _PICTURES
        | {code: f"<U+{code:04X}>" for code in _NAMED}
        | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
        | {0x09: "    "}
        | ({} if keep_newlines else {0x0A: " "})
    )


# What TERM says where no keys can be read.
SIMPLE = ("dumb", "unknown")
COMMAND = "leerlog"
DOT = "·"  # between things; it ends a line and begins none
ARROW = "→"  # from one thing to another, which stay together
_NARROWEST = 8
_SHOWN = 60  # columns of a text in a message
# What is drawn as one picture with what stands before it: what a joiner adds, a skin colour.
_JOINED = "(?s)\u200d.|[\U0001f3fb-\U0001f3ff]"
_AS_PICTURE = "\ufe0f"
_BEFORE_A_NOUN = frozenset({"je", "jouw", "mijn", "het", "dit", "dat", "een", "ander", "eigen", "zijn", "elk"})
# A word after which a sentence goes on, or ends: no command does.
_ENDS = (".", ",", ";", ":", ")", "?", "!")
# What only a command holds: an id, a file, a period, a placeholder.
_ARGUMENT = r"[\d_/\\<>|=…]|[A-Z]{2}|\w[.-]\w"
# Behind `leerlog` its command and what that is about can be plain words: config name Anja.
_PLAIN_WORDS = 3


def cells(text: str) -> int:
    """How many columns a text takes; a Chinese character takes two, a combining accent none."""
    if text.isascii():
        return len(text)
    text = re.sub(_JOINED, "", text)
    pictures = _AS_PICTURE in text and sum(
        _cell(before) == 1 for before, after in pairwise(text) if after == _AS_PICTURE
    )
    return sum(map(_cell, text)) + pictures


@lru_cache(4096)
def _cell(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf") and character != "\xad":
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def wrap(text: str, room: int, *, cut: bool = True) -> list[str]:
    """The lines of one line of text in a width; what it began with in spaces they all begin with, a number hangs out.

    cut: whether a word that does not fit is broken; without it, it sticks out, so that
        a path or a command can be copied.
    """
    room = max(room, _NARROWEST)
    if cells(text) <= room:
        return [text.rstrip()]
    first = _first(text, room // 2)
    margin = " " * len(first)
    space = room - len(margin)
    lines: list[str] = []
    line, taken, begun = first, len(first), False
    for word in (
        piece for whole in words(text[len(first) :]) for piece in (_pieces(whole, space) if cut else (whole,))
    ):
        size = cells(word)
        if begun and taken + 1 + size > room:
            lines.append(line)
            line, taken, begun = margin, len(margin), False
        if begun:
            line, taken = line + " ", taken + 1
        line, taken, begun = line + word, taken + size, True
    return [*lines, line.rstrip()]


def _first(text: str, most: int) -> str:
    """What stands before the words of a line, in at most so many columns: spaces, and a number with two behind it."""
    numbered = re.match(r" *[0-9]+  +(?=\S)", text)
    if numbered and len(numbered[0]) <= most:
        return numbered[0]
    return text[: len(text) - len(text.lstrip(" "))][:most]


def hung(text: str, room: int) -> str:
    """A text in lines of a width: each of its own lines goes on further in, so that what comes next stands out."""
    return "\n".join("\n  ".join(wrap(line, room - 2, cut=False)) for line in text.split("\n"))


def in_lines(text: str, room: int, lines: int) -> list[str]:
    """One line of text in at most so many lines of a width, the last of them cut with "…"; of one line columns stay."""
    if lines == 1:
        return [shorten(text, room)]
    whole = wrap(text, room)
    return whole if len(whole) <= lines else [*whole[: lines - 1], shorten(" ".join(whole[lines - 1 :]), room)]


def words(text: str) -> Iterator[str]:
    """The words of a text, a command with what belongs to it as one of them; so is the box of an item, and a dot."""
    split = re.findall(r"- \[[ xX]\]\S*|\S+", text) if "- [" in text else text.split()
    if DOT in split or ARROW in split:
        split = re.findall(rf"\S+(?: {ARROW} \S+)*(?: {DOT}(?= ))?", " ".join(split))
    if COMMAND not in text:
        yield from split
        return
    at = 0
    while at < len(split):
        end = _command_end(split, at) if _begins(split, at) else at + 1
        yield " ".join(split[at:end])
        at = end


def _begins(split: list[str], at: int) -> bool:
    """Whether a command begins here, and it is not the journal itself that is spoken of: je leerlog staat in."""
    return split[at].lstrip("('\"") == COMMAND and not (at and split[at - 1].lower() in _BEFORE_A_NOUN)


def _command_end(split: list[str], at: int) -> int:
    """Where the command that begins here ends; a word too many does no harm."""
    start, at = at, at + 1
    plain, value = _PLAIN_WORDS, False
    while at < len(split) and not split[at - 1].endswith(_ENDS):
        word = split[at]
        if word[0] in "\"'":
            at = _closed(split, at)
            value = False
            continue
        if word.startswith("-"):
            value = "=" not in word
            plain = plain if at == 1 + start else 0
        elif value or re.search(_ARGUMENT, word):
            value = False
        elif plain:
            plain -= 1
        else:
            break
        at += 1
    return at


def _closed(split: list[str], at: int) -> int:
    """Behind the word that closes the quotes that this one opens; only behind this one when none does."""
    quote = split[at][0]
    for end in range(at, len(split)):
        if quote in (split[end][1:] if end == at else split[end]):
            return end + 1
    return at + 1


def _pieces(word: str, room: int) -> Iterator[str]:
    """A word in pieces that fit: a long address has no spaces to break at."""
    if cells(word) > room and " " in word:
        for each in word.split():
            yield from _pieces(each, room)
        return
    while cells(word) > room:
        kept = head(word, room) or word[0]
        part = re.match(r".*[/\\]", kept)  # of a path a folder stays whole
        kept = part[0] if part and cells(part[0]) * 2 > room else kept
        yield kept
        word = word[len(kept) :]
    if word:
        yield word


def head(text: str, room: int) -> str:
    """The longest beginning that fits a width."""
    kept = text[:room]
    while cells(kept) > room:
        kept = kept[:-1]
    return kept


def in_quotes(text: str) -> str:
    """What somebody typed or wrote, in a message about it."""
    return f"'{shown(text)}'"


def shown(text: str) -> str:
    """A text as a message repeats it: on one line, of a long one the beginning."""
    return shorten(" ".join(text.split()), _SHOWN)


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
    if cells(short) * 2 >= cells(kept):
        kept = short
    return kept.rstrip(f" ,;:{DOT}") + "…" if room > 0 else ""
