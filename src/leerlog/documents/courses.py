"""Courses as documents: all of them, and the whole story of one; and one value story."""

from collections.abc import Sequence
from datetime import date

from leerlog.documents.blocks import (
    Bullets,
    Column,
    Command,
    Document,
    Expectations,
    Fact,
    Items,
    Remarks,
    Section,
    Table,
    Text,
    Total,
    Words,
)
from leerlog.documents.drafts import Waiting, unfinished
from leerlog.documents.phrases import NOTES, course_state
from leerlog.domain.course import WINDOW_DAYS, Course
from leerlog.domain.dates import count
from leerlog.domain.entry import Entry
from leerlog.domain.outcome import Outcome, Story
from leerlog.domain.text import first_lines, shorten
from leerlog.reports.agenda import all_items, by_due
from leerlog.reports.expected import expected_of
from leerlog.reports.gist import gist
from leerlog.reports.levels import highest
from leerlog.reports.rules import ContentRules

PHASES = {"bezig": "Bezig", "afgerond": "Afgerond", "gepland": "Gepland", "geoogst": "Geoogst"}
BESIDE = "Verwacht, en wat ervan kwam"


def courses_document(courses: Sequence[Course], today: date, drafts: Sequence[Waiting] = ()) -> Document:
    """Every course with where it stands, and what about one was begun and not ended."""
    groups = ((title, [each for each in courses if each.phase == phase]) for phase, title in PHASES.items())
    sections = [Section(title, (_courses(group, today),)) for title, group in groups if group]
    if not courses:
        begin = Text(Command('leerlog prepare "Woo-training"'), "Probeer", under=True)
        sections = [Section("", (Text("Je hebt nog geen leertraject. Bereid er een voor, zoals:", "Let op"), begin))]
    facts = (Fact("", Total(len(courses), ("leertraject", "leertrajecten")), "aside"),)
    return Document("Leertrajecten", "", (*sections, *unfinished(drafts, today)), facts, today)


def _courses(courses: Sequence[Course], today: date) -> Table:
    rows = []
    for course in courses:
        left = (f"nog {course.open} te doen",) if course.open else ()
        rows.append((course.name, Remarks((*course_state(course, today).parts, *left))))
    return Table((Column(named=True), Column(main=True)), tuple(rows), "Leertraject", align="courses")


def course_document(
    course: Course, entries: Sequence[Entry], today: date, rules: ContentRules, drafts: Sequence[Waiting] = ()
) -> Document:
    """One course from preparation to harvest: what was expected beside every entry about it.

    entries: those of the course, oldest first; drafts: what of it was begun and not ended.
    """
    sections = [_window(course, today, rules.window_days)] if course.window and course.end else []
    if expected := expected_of(entries, rules):
        sections.append(Section(BESIDE, (Expectations((expected._replace(course=""),)),)))
    sections.append(Section("Wat er gebeurde", (_notes(entries, rules),)))
    if found := sorted(all_items(entries, today), key=lambda item: (not item.open, by_due(item))):
        sections.append(Section("Afspraken en belemmeringen", (Items(tuple(found)),)))
    facts = (Fact("Notities", Total(len(entries), NOTES), "aside"), Fact("Stand", course_state(course, today)))
    everything = (*sections, *unfinished(drafts, today))
    return Document("Leertraject", course.name, everything, facts, today, alone=True)


def _window(course: Course, today: date, days: int) -> Section:
    """How long something can still be applied, and where that comes from."""
    left = (course.window - today).days if course.window else 0
    said = f"nog {count(left, 'dag', 'dagen')}" if left else "vandaag nog"
    chosen = f"; jij koos er {days}" if days != WINDOW_DAYS else ""
    text = (
        f"Gebruik er iets van in je werk: {said}. "
        f"De vuistregel uit de handreiking: pas het binnen {WINDOW_DAYS} dagen toe{chosen}."
    )
    return Section("Om toe te passen", (Text(text, "Om toe te passen"),))


def _notes(entries: Sequence[Entry], rules: ContentRules) -> Table:
    """Every entry with its highest level, or what it is."""
    columns = (
        Column(named=True, right=True, style="dim"),
        Column(named=True, style="dim"),
        Column(narrow="lead"),
        Column(main=True),
        Column(named=True, style="dim", narrow="below"),
    )
    rows = []
    for entry in entries:
        best = highest(entry, rules)
        what = best.level if best and best.level else _kind(entry.title)
        kept = "privé" if best and best.private else ""
        rows.append((entry.date, what, kept, Words(best.text if best else gist(entry, rules)), entry.id))
    return Table(columns, tuple(rows), lines=2)


def _kind(title: str) -> str:
    """A checklist's title within a line: voorbereiding, HILL."""
    return title if title.isupper() else title.lower()


def story_document(story: Story, entry: str, today: date) -> Document:
    """A story from its first source to its last result, around the entry that was asked for."""
    sections = [Section("Wat er gebeurde", (_steps(story),))]
    if story.expected:
        sections.append(Section(BESIDE, (Expectations(story.expected),)))
    if story.to_ask:
        sections.append(Section("Om over te praten", (Bullets((story.to_ask,), "Om over te praten"),)))
    if not any(entry in step.sources for step in story.steps):
        command = Command(f"leerlog moment --builds-on {entry}")
        told = Text("Kwam er iets van?", "Verder vertellen")
        sections.append(Section("Verder vertellen", (told, Text(command, "Opdracht", under=True))))
    facts = (Fact("Stappen", Total(len(story.steps), ("stap", "stappen")), "aside"), Fact("Waarde", _reached(story)))
    title = shorten(first_lines(story.title), 60)
    return Document("Verhaal", title, tuple(sections), facts, today, alone=True)


def _reached(story: Story) -> str:
    """From which level to which: potentieel → gerealiseerd."""
    first = next((step.level for step in story.steps if step.level), None)
    if not first or not story.reached:
        return "nog niet gewogen"
    return str(first) if first is story.reached else f"{first} → {story.reached}"


def _steps(story: Story) -> Table:
    columns = (
        Column(said="Stap {}", named=True, only="spoken"),
        Column(named=True, right=True, style="dim"),
        Column(named=True),
        Column(named=True, narrow="lead"),
        Column(narrow="lead", only="drawn"),
        Column(named=True, only="spoken"),
        Column(named=True, only="spoken"),
        Column(named=True, narrow="lead"),
        Column(main=True),
        Column(style="command", narrow="below", only="drawn"),
    )
    rows = []
    before = ""
    for at, step in enumerate(story.steps, 1):
        # That a step follows on the one above it goes without saying, where one sees that.
        seen = _on(step) if step.sources != (before,) else ""
        kept = "privé" if step.private else ""
        name, text = step.entry, Words(step.text)
        rows.append((at, step.date, step.level, step.by, seen, name, _on(step), kept, text, name))
        before = step.entry
    return Table(columns, tuple(rows))


def _on(step: Outcome) -> str:
    *rest, last = step.sources or ("",)
    return f"bouwt op {', '.join(rest)} en {last}" if rest else f"bouwt op {last}" if last else ""
