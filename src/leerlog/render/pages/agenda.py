"""The agenda as a page."""

from collections.abc import Sequence

from leerlog.domain.agenda import SOON_DAYS, Item
from leerlog.domain.course import Course
from leerlog.domain.dates import count
from leerlog.render import words
from leerlog.render.page import Cell, Column, Fact, Page, Paragraph, Row, Rows, Section
from leerlog.render.pages.parts import MAIN, NOTE, ended_mark, result_row, window_rows
from leerlog.reports.agenda import Agenda

_COLUMNS = (Column("command", narrow="tight below"), Column("dim", right=True), MAIN, NOTE, NOTE)


def agenda_page(agenda: Agenda, windows: Sequence[Course] = ()) -> Page:
    """Open items by how soon they are due, those done of late, and how to tick one.

    windows: the courses whose application window is open.
    """
    late = [item for item in agenda.open if item.overdue]
    soon = [item for item in agenda.open if item.days is not None and 0 <= item.days <= SOON_DAYS]
    later = [item for item in agenda.open if item.days is not None and item.days > SOON_DAYS]
    loose = [item for item in agenda.open if item.due is None]
    groups = {
        "Over tijd": late,
        "Binnen een week": soon,
        "Later": later,
        "Zonder datum": loose,
        "Pas afgevinkt of vervallen" if any(item.dropped for item in agenda.done) else "Pas afgevinkt": agenda.done,
    }
    every = _rows([*agenda.open, *agenda.done])
    sections = [
        Section(title, (Rows(_COLUMNS, _rows(items), 2, beside=every),)) for title, items in groups.items() if items
    ]
    if windows:
        before_done = len(sections) - bool(agenda.done)
        sections.insert(before_done, Section("Om toe te passen", (window_rows(windows, agenda.today),)))
    if not sections:
        text = "Er staat niets open. Een afspraak maak je bij een moment of een checklist."
        sections = [Section("", (Paragraph(text, "Agenda"),))]
    elif agenda.open:
        sections.append(Section("Afvinken", (Paragraph(f"leerlog done {agenda.open[0].ref}", "Afvinken", "command"),)))
    facts = Fact("Agenda", words.spoken(agenda.today)), Fact("Open", str(len(agenda.open)))
    return Page("Agenda", tuple(sections), f"{len(agenda.open)} open", "", facts, agenda.today)


def _rows(items: Sequence[Item]) -> tuple[Row, ...]:
    return tuple(row for item in items for row in (_row(item), *result_row(item, len(_COLUMNS), 2)))


def _row(item: Item) -> Row:
    """The ref to tick it by, when, what, who, and how many days."""
    kind = words.KINDS[item.kind]
    first = item.ref if item.open else ended_mark(item)
    when = item.due if item.open else item.done
    lead = " · ".join(part for part in ("" if item.kind == "follow_up" else kind.lower(), item.of) if part)
    text = Cell(item.text, lead=lead)
    told = ", ".join(p for p in (f"{kind} {item.ref}", item.of, words.item_state(item, words.spoken)) if p)
    return Row((first, when, text, item.who, _days(item)), Fact(told, item.text))


def _days(item: Item) -> Cell:
    """The days, short: the heading over it says what they are."""
    if item.days is None or item.days > SOON_DAYS:
        return Cell("")
    if item.days in (0, 1):
        return Cell(words.left(item.days))
    return Cell(count(abs(item.days), "dag", "dagen"), "late" if item.overdue else "")
