"""Rows of values as the sheets of a workbook, with days that are days and numbers that are numbers.

Whatever a person wrote is written as text, so that no cell is ever run as a formula.
"""

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, NamedTuple

from leerlog.domain.text import visible
from leerlog.render.cells import Value

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Row = tuple[Value, ...]
Looks = dict[tuple[str, bool], "Format"]  # of each kind of value, and whether it is a head
# What Excel takes: so many characters in a name of a sheet and in a cell, and these not in a name.
_NAME, _CELL = 31, 32_767
_NOT_IN_A_NAME = str.maketrans(dict.fromkeys(r"[]:*?/\\", " "))
_CUT = " … (de rest staat in de JSON)"
# Characters; a text that is longer goes on below.
_NARROWEST, _WIDEST = 6, 60
# Points; Excel makes no row higher.
_LINE, _HIGHEST = 15, 409
_A4 = 9
# The first day that Excel knows; one before it is a text.
_FIRST = date(1900, 1, 1)
LOOKS: dict[str, dict[str, Any]] = {
    "head": {},
    "text": {"text_wrap": True},
    "day": {"num_format": "d mmm yyyy", "align": "left"},
    "time": {"num_format": "hh:mm", "align": "left"},
    "number": {"align": "right", "indent": 1},
    "beside": {"align": "left"},
}


class Part(NamedTuple):
    """A sheet: rows below their heads; `chart`: the columns whose numbers are drawn as well, a bar for each of them."""

    name: str
    heads: tuple[Value, ...]
    rows: list[Row]
    chart: range | None = None


def sheet_name(text: str, number: int = 1) -> str:
    """The text as Excel takes it for the name of a sheet, with a number behind it from the second on."""
    plain = " ".join(visible(text).translate(_NOT_IN_A_NAME).split()).strip("' ")
    behind = f" {number}" if number > 1 else ""
    return (_cut(plain, _NAME - len(behind)).strip("' ") or "Deel") + behind


def written(sheets: Sequence[Part], title: str) -> bytes:
    """Sheets as the bytes of an .xlsx file; the same sheets give the same bytes."""
    # A heavy library, which only who asks for a workbook waits for.
    from xlsxwriter import Workbook

    made = io.BytesIO()
    words = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with Workbook(made, words) as book:
        # Not the moment at which it was made: the same notes give the same file.
        book.set_properties({"created": datetime(2000, 1, 1), "title": title})  # noqa: DTZ001
        look = {
            (kind, head): book.add_format({"valign": "top", **more, **({"bold": True, "bottom": 1} if head else {})})
            for kind, more in LOOKS.items()
            for head in (False, True)
        }
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            _write(page, sheet, look)
            if sheet.chart:
                _draw(book, page, sheet, sheet.chart)
    return made.getvalue()


def _write(page: "Worksheet", sheet: Part, look: Looks) -> None:
    """Heads that stay in sight, rows below them with a filter, columns as wide as what stands in them."""
    # A number among texts stands where these begin.
    among = [any(isinstance(row[at], str) for row in sheet.rows) for at in range(len(sheet.heads))]
    widths = [_NARROWEST] * len(sheet.heads)
    for number, row in enumerate((sheet.heads, *sheet.rows)):
        for at, value in enumerate(row):
            wide = _put(page, (number, at), value, look, among=among[at])
            widths[at] = max(widths[at], wide + (not number))  # beside a head stands a button
    widths = [min(width, _WIDEST) for width in widths]
    for at, width in enumerate(widths):
        page.set_column(at, at, width)
    for number, row in enumerate(sheet.rows, 1):
        # Not every program makes a row as high as its text by itself.
        page.set_row(number, min(_LINE * max(map(_lines, row, widths)), _HIGHEST))
    page.freeze_panes(1, 0)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.heads) - 1)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _lines(value: Value, width: int) -> int:
    """How many lines a text takes in a column."""
    return sum(len(line) // (width - 1) + 1 for line in value.splitlines()) if isinstance(value, str) else 1


def _draw(book: "Workbook", page: "Worksheet", sheet: Part, columns: range) -> None:
    """Below the rows a bar for each period, made up of its levels, the lowest first."""
    chart = book.add_chart({"type": "column", "subtype": "stacked"})
    names = columns.start - 1
    for row in range(len(sheet.rows), 0, -1):
        chart.add_series(
            {
                "name": [sheet.name, row, names],
                "categories": [sheet.name, 0, columns.start, 0, columns[-1]],
                "values": [sheet.name, row, columns.start, row, columns[-1]],
            }
        )
    chart.set_title({"name": sheet.name})
    page.insert_chart(len(sheet.rows) + 3, 0, chart)


def _put(page: "Worksheet", place: tuple[int, int], value: Value, look: Looks, *, among: bool) -> int:
    """Write a value as what it is, `among` texts or not; how many characters wide it is."""
    if value is None or value == "":
        return 0
    head = not place[0]
    if isinstance(value, date | time) and (isinstance(value, time) or value >= _FIRST):
        kind, wide = ("time", 7) if isinstance(value, time) else ("day", 12)
        page.write_datetime(*place, value, look[kind, head])
        return wide
    if isinstance(value, int | float):
        page.write_number(*place, value, look["beside" if among else "number", head])
        return len(f"{value}") + 2
    text = _safe(value)
    page.write_string(*place, text, look["head" if head else "text", head])
    return max(map(len, text.splitlines()), default=0) + 2


def _safe(text: Any) -> str:
    """The text with what can't be seen made visible, no longer than a cell may be."""
    shown = visible(str(text).replace("\t", "  "), keep_newlines=True)
    return shown if _size(shown) <= _CELL else _cut(shown, _CELL - len(_CUT)) + _CUT


def _size(text: str) -> int:
    """How many characters Excel takes it for: those of UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, size: int) -> str:
    """The text up to so many characters, counted as Excel does."""
    return text.encode("utf-16-le")[: 2 * size].decode("utf-16-le", "ignore")
