"""Text that comes from elsewhere, as bytes: a pipe, an answers file, an editor."""

import codecs

# The longer marks first: that of UTF-16 begins that of UTF-32.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LONGEST_MARK = 4

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
    return data.decode(encoding_of(data[:LONGEST_MARK]))
