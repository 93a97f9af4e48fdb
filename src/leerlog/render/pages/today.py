"""Today as a page: what `leerlog` shows by itself."""

from collections.abc import Sequence

from leerlog.domain.dates import clock, count, full_date, long_date
from leerlog.domain.text import first_lines
from leerlog.render import words
from leerlog.render.page import Cell, Fact, Page, Paragraph, Row, Rows, Section
from leerlog.render.pages.drafts import Waiting, unfinished
from leerlog.render.pages.parts import MAIN, item_rows, window_rows
from leerlog.reports.gist import about
from leerlog.reports.today import Today

MOST = 5


def today_page(today: Today, drafts: Sequence[Waiting] = ()) -> Page:
    """What is due, can still be used, was not ended and lies waiting, the last moment, and what to do now."""
    parts = (_due(today), _windows(today), unfinished(drafts, today.date), _waiting(today), _last(today), _now(today))
    sections = [section for part in parts for section in part]
    day = full_date(today.date)
    return Page(day[0].upper() + day[1:], tuple(sections), "", "", (Fact("Vandaag", day),), today.date)


def _due(today: Today) -> list[Section]:
    items = (*today.due, *today.soon)
    if not items:
        return []
    rows = item_rows(items[:MOST], today.date, MOST)
    left = len(items) - MOST
    more = f"nog {left}, met leerlog agenda alles" if left > 0 else ""
    return [Section("Afgesproken", (rows._replace(more=more),), _when(today))]


def _when(today: Today) -> str:
    late = sum(item.overdue for item in today.due)
    return f"{late} over tijd" if late else ""


def _windows(today: Today) -> list[Section]:
    if not today.windows:
        return []
    return [Section("Om toe te passen", (window_rows(today.windows, today.date, expected=True),))]


def _waiting(today: Today) -> list[Section]:
    rows = []
    if today.stuck:
        newest = today.stuck[-1]
        said = count(len(today.stuck), "idee ligt", "ideeën liggen") + " langer dan twee weken"
        fact = Fact("Blijft liggen", f"{said}. Het laatste, {newest.entry}: {first_lines(newest.text)}")
        rows += [Row((said,), fact), Row((Cell(newest.text, "dim", lead=newest.entry),))]
    if today.unweighed:
        said = f"{words.entries(today.unweighed)} nog te wegen"
        rows.append(
            Row(
                (Cell(words.WEIGH, "command", lead=said),),
                Fact("Nog te wegen", f"{words.entries(today.unweighed)}, met {words.WEIGH}"),
                2,
            )
        )
    return [Section("Blijft liggen", (Rows((MAIN,), tuple(rows)),))] if rows else []


def _last(today: Today) -> list[Section]:
    entry = today.last
    if entry is None:
        return []
    when = " ".join(part for part in (long_date(entry.date), clock(entry.time)) if part)
    names = ["Laatste notitie", entry.id, words.spoken(entry.date), about(entry)]
    fact = Fact(", ".join(name for name in names if name), first_lines(today.says))
    row = Row((Cell(today.says, lead=about(entry)),), fact)
    return [Section("Laatste notitie", (Rows((MAIN,), (row,), 2),), when)]


def _now(today: Today) -> list[Section]:
    blocks = []
    for each in today.suggestions:
        blocks += [Paragraph(each.text, "Nu te doen"), Paragraph(each.command, "Opdracht", "command", indent=4)]
    return [Section("Wat je nu kunt doen", tuple(blocks))] if blocks else []
