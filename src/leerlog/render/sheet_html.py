"""The sheet for the talk with the manager as a page that prints on one A4."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from leerlog.render.html import drawn
from leerlog.render.sheet import about, item_said, more

if TYPE_CHECKING:
    from markupsafe import Markup

    from leerlog.render.view import Task
    from leerlog.reports.sheet import Part, Sheet


class Shown(NamedTuple):
    """A part of the sheet: its texts, each with what it is called, its items, and how much more there is.

    beside: whether the first text stands beside the others.
    """

    heading: str
    texts: "tuple[tuple[str, Markup], ...]"
    tasks: "tuple[Task, ...]"
    beside: bool
    more: str


def sheet_html(sheet: "Sheet", by: str, today: date) -> str:
    """The sheet as one HTML page.

    Raises:
        ContentError: when the templates are not there.
    """
    parts = [_shown(part) for part in sheet.parts]
    return drawn("sheet.html", {"title": sheet.course, "about": about(sheet, by, today), "parts": parts})


def _shown(part: "Part") -> Shown:
    from leerlog.render.notes import note
    from leerlog.render.view import Task

    tasks = tuple(Task(item_said(item), item.open, (), "", "", item.dropped) for item in part.items)
    texts = tuple((said, note(text)) for said, text in part.texts)
    return Shown(part.heading, texts, tasks, part.shape == "beside", more(part))
