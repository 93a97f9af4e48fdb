"""Elements of a page: every text in them is escaped, and what a terminal or browser would obey is made visible."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from leerlog.domain.text import visible

# What stands on a line of its own in the source of a page, so that a person can read that too.
_ALONE = frozenset(
    ("section", "header", "nav", "main", "footer", "article", "figure", "table", "tr", "ul", "ol", "li", "div", "p")
)

Child = str | None | Iterable["Child"]


def el(tag: str, *children: Child, **attributes: str | float | None) -> Markup:
    """An element; attributes without a value are left out, `class_` is class and `aria_label` aria-label."""
    named = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_text(str(value))}"'
        for name, value in attributes.items()
        if value not in ("", None)
    )
    end = "\n" if tag in _ALONE else ""
    return Markup(f"<{tag}{named}>{together(children)}</{tag}>{end}")  # noqa: S704 - all of it was escaped


def together(children: Iterable[Child]) -> Markup:
    """What stands side by side."""
    return Markup("").join(
        _text(child) if isinstance(child, str) else together(child) for child in children if child is not None
    )


def _text(text: str) -> Markup:
    return text if isinstance(text, Markup) else escape(visible(text))
