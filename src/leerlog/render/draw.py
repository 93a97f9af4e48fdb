"""A document on a terminal, in a pipe, as plain facts, as a picture, or in the form of a file."""

import io
import re
from typing import TYPE_CHECKING, TextIO

from leerlog.documents.blocks import Document
from leerlog.domain.text import hung
from leerlog.render.layout import Canvas, Line, lay_out
from leerlog.render.near import NEAR, near, of_terminal
from leerlog.render.page import Page
from leerlog.render.plain import plain_text
from leerlog.render.terminal import page_of

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

WIDEST = 100
NARROWEST = 40

# Ansi colours, so that they follow the person's own theme, light or dark.
STYLES = {
    "title": "bold",
    "heading": "bold",
    "strong": "bold",
    "dim": "dim",
    "late": "red",
    "good": "green",
    "command": "cyan",
    "level-1": "cyan",  # what can still become something
    "level-2": "cyan",
    "level-3": "green",  # what has come of it
    "level-4": "green",
    "level-5": "green",
}


def show(
    document: Document, stream: TextIO, *, plain: bool = False, width: int | None = None, full: bool = False
) -> None:
    """Write a document to a stream; `full` shows all of it.

    On a terminal it is laid out as wide as that is, at most 100 columns but
    for a table of what people said; in a pipe the same without colour and without cutting a line; with `plain` as
    `label: waarde` lines, which on a terminal break between words.
    What the stream's encoding does not have becomes what is near to it.
    """
    _forgive(stream)
    encoding = getattr(stream, "encoding", None) or "utf-8"
    if plain:
        text = plain_text(document, encoding, full=full)
        if stream.isatty():
            # A terminal would break inside words, and whoever hears its lines would hear halves.
            text = hung(text, width or _columns())
        stream.write(text)
        return
    page = page_of(document, full=full)
    if not stream.isatty():
        canvas = Canvas(width or WIDEST, encoding, cut=width is not None)
        stream.write(near("".join(_text(line) + "\n" for line in lay_out(page, canvas)), encoding))
    else:
        _show_rich(page, stream, encoding, width)


def _show_rich(page: Page, stream: TextIO, encoding: str, width: int | None) -> None:
    from rich.console import Console

    console = Console(file=stream, width=width, highlight=False, markup=False, emoji=False)
    columns = width or _columns()
    canvas = Canvas(max(width or min(columns, WIDEST), NARROWEST), of_terminal(encoding), screen=columns)
    _print(console, lay_out(page, canvas))


def _columns() -> int:
    """How wide the terminal is; Rich takes each one that is dumb for 80 wide."""
    import shutil  # few runs need it

    return shutil.get_terminal_size().columns


def svg(document: Document, title: str, width: int = 80) -> str:
    """The document as a picture of a terminal; the same document gives the same picture."""
    page = page_of(document)
    from rich.console import Console

    console = Console(
        file=io.StringIO(), width=width, record=True, force_terminal=True, color_system="truecolor", highlight=False
    )
    _print(console, lay_out(page, Canvas(width)))
    # Without the fonts that rich would have a reader fetch from elsewhere.
    return re.sub(r"\s*@font-face \{.*?\}", "", console.export_svg(title=title, unique_id="leerlog"), flags=re.DOTALL)


def _print(console: "Console", lines: list[Line]) -> None:
    for line in lines:
        console.print(_rich(line), soft_wrap=True)


def _rich(line: Line) -> "Text":
    from rich.text import Text

    text = Text()
    for part, style in line:
        text.append(part, STYLES.get(style, ""))
    return text


def _text(line: Line) -> str:
    return "".join([part for part, _ in line]).rstrip()


def _forgive(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure and (getattr(stream, "encoding", None) or "utf-8").lower().replace("-", "") != "utf8":
        reconfigure(errors=NEAR)


def in_form(document: Document, form: str) -> str | bytes:
    """The document as "markdown", "html", "csv", "xlsx" or "docx"; the last two as bytes.

    Raises:
        ContentError: when the style of a page is not there.
        NotInstalled: when the library of a form is not there.
    """
    if form == "markdown":
        from leerlog.render.markdown import markdown

        return markdown(document)
    if form == "csv":
        from leerlog.render.table import table

        return table(document)
    if form == "xlsx":
        from leerlog.render.workbook import workbook

        return workbook(document)
    if form == "docx":
        from leerlog.render.word import word

        return word(document)
    from leerlog.render.html import html

    return html(document)
