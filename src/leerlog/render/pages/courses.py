"""Courses as pages: all of them, and the whole story of one."""

from collections.abc import Sequence
from datetime import date

from leerlog.domain.course import WINDOW_DAYS, Course
from leerlog.domain.dates import count
from leerlog.domain.entry import Entry
from leerlog.domain.text import first_lines
from leerlog.render import words
from leerlog.render.page import Cell, Column, Fact, Page, Paragraph, Row, Rows, Section
from leerlog.render.pages.drafts import Waiting, unfinished
from leerlog.render.pages.parts import COURSES, DATE, MAIN, came_row, course_rows, item_rows
from leerlog.reports.agenda import all_items, by_due
from leerlog.reports.expected import expected_of
from leerlog.reports.gist import gist
from leerlog.reports.levels import highest
from leerlog.reports.rules import ContentRules

_STEPS = (DATE, Column(narrow="tight fold"), MAIN, Column("dim", narrow="below"))
_PHASES = {"bezig": "Bezig", "afgerond": "Afgerond", "gepland": "Gepland", "geoogst": "Geoogst"}


def courses_page(courses: Sequence[Course], today: date, drafts: Sequence[Waiting] = ()) -> Page:
    """Every course with where it stands, and what about one was begun and not ended."""
    said = count(len(courses), "leertraject", "leertrajecten")
    if courses:
        rows = {course.name: course_rows([course], today, todo=True).rows for course in courses}
        every = tuple(row for each in rows.values() for row in each)
        sections = [
            Section(
                title,
                (Rows(COURSES, tuple(r for c in courses if c.phase == phase for r in rows[c.name]), 0, beside=every),),
            )
            for phase, title in _PHASES.items()
            if any(course.phase == phase for course in courses)
        ]
    else:
        text = 'Je hebt nog geen leertraject. Bereid er een voor met: leerlog prepare "Naam van het leertraject"'
        sections = [Section("", (Paragraph(text, "Let op"),))]
    sections += unfinished(drafts, today)
    return Page("Leertrajecten", tuple(sections), said, "", (Fact("Leertrajecten", str(len(courses))),), today)


def course_page(
    course: Course, entries: Sequence[Entry], today: date, rules: ContentRules, drafts: Sequence[Waiting] = ()
) -> Page:
    """One course from preparation to harvest: what was expected beside every entry about it.

    entries: those of the course, oldest first; drafts: what of it was begun and not ended.
    """
    window_days = rules.window_days
    sections = []
    if expected := expected_of(entries, rules):
        rows = (
            Row((None, Cell("verwacht", "dim"), expected.text), Fact("Verwacht", expected.text)),
            came_row(expected, "", True),
        )
        sections.append(
            Section("Verwacht, en wat ervan kwam", (Rows((DATE, Column(narrow="tight fold"), MAIN), rows, 0),))
        )
    sections.append(Section("Wat er gebeurde", (Rows(_STEPS, _steps(entries, rules), 2),)))
    found = sorted(all_items(entries, today), key=lambda item: (not item.open, by_due(item)))
    if found:
        sections.append(Section("Afspraken en belemmeringen", (item_rows(found, today),)))
    if course.window and course.end:
        sections.insert(0, _window(course, today, window_days))
    sections += unfinished(drafts, today)
    state = words.course_state(course, today, words.brief(today))
    told = ", ".join(words.course_state(course, today, words.spoken))
    facts = Fact("Leertraject", course.name), Fact("Stand", told)
    return Page(course.name, tuple(sections), words.entries(len(entries)), " · ".join(state), facts, today)


def _window(course: Course, today: date, days: int) -> Section:
    """How long something can still be applied, and where that comes from."""
    left = (course.window - today).days if course.window else 0
    said = f"nog {count(left, 'dag', 'dagen')}" if left else "vandaag nog"
    chosen = f"; jij koos er {days}" if days != WINDOW_DAYS else ""
    text = (
        f"Gebruik er iets van in je werk: {said}. "
        f"De vuistregel uit de handreiking: pas het binnen {WINDOW_DAYS} dagen toe{chosen}."
    )
    return Section("Om toe te passen", (Paragraph(text, "Om toe te passen"),))


def _steps(entries: Sequence[Entry], rules: ContentRules) -> tuple[Row, ...]:
    rows = []
    for entry in entries:
        best = highest(entry, rules)
        text = best.text if best else gist(entry, rules)
        name = best.level.value if best and best.level else _kind(entry.title)
        style = f"level-{best.level.number}" if best and best.level else "dim"
        fact = Fact(", ".join(part for part in (words.spoken(entry.date), name, entry.id) if part), first_lines(text))
        cell = Cell(text, lead="privé" if best and best.private else "")
        rows.append(Row((entry.date, Cell(name, style), cell, entry.id), fact))
    return tuple(rows)


def _kind(title: str) -> str:
    """A checklist's title within a line: voorbereiding, HILL."""
    return title if title.isupper() else title.lower()
