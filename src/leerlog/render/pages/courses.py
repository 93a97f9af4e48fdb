"""Courses as pages: all of them, and the whole story of one."""

from collections.abc import Sequence
from datetime import date

from leerlog.domain.course import Course
from leerlog.domain.dates import count
from leerlog.domain.entry import Entry
from leerlog.render import words
from leerlog.render.page import Cell, Column, Fact, Page, Paragraph, Row, Rows, Section
from leerlog.render.pages.parts import DATE, MAIN, course_rows, item_rows, summary
from leerlog.render.width import first_lines
from leerlog.reports.agenda import all_items, by_due
from leerlog.reports.lens import Lens
from leerlog.reports.levels import highest


def courses_page(courses: Sequence[Course], today: date) -> Page:
    """Every course with where it stands."""
    said = count(len(courses), "leertraject", "leertrajecten")
    if courses:
        sections = [Section("", (course_rows(courses, today),))]
    else:
        text = 'Je hebt nog geen leertraject. Bereid er een voor met: leerlog prepare "Naam van de training"'
        sections = [Section("", (Paragraph(text, "Let op"),))]
    return Page("Leertrajecten", tuple(sections), said, "", (Fact("Leertrajecten", str(len(courses))),), today)


def course_page(course: Course, entries: Sequence[Entry], today: date, lens: Lens) -> Page:
    """One course from preparation to harvest: what was expected beside every entry about it.

    entries: those of the course, oldest first.
    """
    sections = []
    if course.expected:
        sections.append(Section("Wat je ervan verwachtte", (Paragraph(course.expected, "Verwacht"),)))
    sections.append(Section("Wat er gebeurde", (Rows((DATE, Column(), MAIN), _steps(entries, lens), 2),)))
    found = sorted(all_items(entries, today), key=lambda item: (not item.open, by_due(item)))
    if found:
        sections.append(Section("Afspraken en belemmeringen", (item_rows(found, today),)))
    state = words.course_state(course, today, words.brief(today))
    told = ", ".join(words.course_state(course, today, words.spoken))
    facts = Fact("Leertraject", course.name), Fact("Stand", told)
    return Page(course.name, tuple(sections), words.entries(len(entries)), " · ".join(state), facts, today)


def _steps(entries: Sequence[Entry], lens: Lens) -> tuple[Row, ...]:
    rows = []
    for entry in entries:
        best = highest(entry, lens)
        text = best.text if best else summary(entry, lens)
        name = best.level.value if best and best.level else entry.title.lower()
        style = f"level-{best.level.number}" if best and best.level else "dim"
        fact = Fact(", ".join(part for part in (words.spoken(entry.date), name, entry.id) if part), first_lines(text))
        rows.append(
            Row((entry.date, Cell(name, style), Cell(text, lead="privé" if best and best.private else "")), fact)
        )
    return tuple(rows)
