"""A person's note as HTML: their Markdown, without a tag, picture or heading of its own on our page."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from leerlog.domain.text import visible

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# Of a longer text a page shows the beginning, as it was typed: some Markdown takes long to read.
MOST = 50_000
BEGINNING = 3_000
REST = "Dit is het begin van een heel lange notitie. In de Markdown-versie van deze terugblik staat hij helemaal."
SCHEMES = ("http://", "https://", "mailto:")

_MARKS = frozenset("\\`*_#>[<&~+-=")


def note(text: str) -> Markup:
    """The text as HTML; control characters are made visible, and line ends kept."""
    shown = visible(text.strip("\n"), keep_newlines=True)
    if len(shown) > MOST:
        return Markup('<p class="typed">{} …</p><p class="key">{}</p>').format(shown[:BEGINNING].rstrip(), REST)
    if "\n" not in shown and not _MARKS & set(shown) and not shown[:1].isdigit() and shown[:1] != " ":
        return Markup("<p>{}</p>").format(shown)
    # What this gives is made of escaped text and of tags that the reader knows.
    return Markup(_reader().render(shown))  # noqa: S704


@cache
def _reader() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("strikethrough").disable("image")
    reader.validateLink = _may_link  # type: ignore[method-assign]
    reader.core.ruler.push("house_rules", lambda state: _house_rules(state.tokens))
    return reader


def _may_link(url: str) -> bool:
    return url.strip().lower().startswith(SCHEMES)


def _house_rules(tokens: "Sequence[Token]") -> None:
    """A heading becomes a paragraph that stands out; a link tells nobody where it was followed from.

    One that is an address and nothing else is marked as such: paper need not show that twice.
    """
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = "p"
            if token.nesting == 1:
                token.attrSet("class", "loud")
        elif token.type == "link_open":
            token.attrSet("rel", "noopener noreferrer")
            if token.markup == "autolink":
                token.attrSet("class", "bare")
        _house_rules(token.children or ())
