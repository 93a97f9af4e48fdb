"""What is agreed as documents: the agenda, what `leerlog` shows by itself, and actions at work."""

from collections.abc import Iterator, Sequence
from datetime import date

from leerlog.documents.blocks import Block, Column, Command, Document, Fact, Items, Section, Table, Text, Total, Words
from leerlog.documents.drafts import Waiting, unfinished
from leerlog.documents.phrases import NOTES, WEIGH
from leerlog.domain.agenda import LONG_DAYS, SOON_DAYS, Item
from leerlog.domain.course import Course
from leerlog.domain.dates import clock, count, full_date, long_date, month_name
from leerlog.reports.actions import Actions
from leerlog.reports.agenda import Agenda
from leerlog.reports.chance import Old
from leerlog.reports.gist import about
from leerlog.reports.today import Today

MOST = 5
PICK = "leerlog actions --pick"
TRIED = "leerlog actions --tried"


def agenda_document(agenda: Agenda, windows: Sequence[Course] = (), *, late: bool = False) -> Document:
    """Open items by how soon they are due, those done of late, and how to tick one.

    windows: the courses whose application window is open.
    late: whether what is long overdue is shown, and not only counted.
    """
    shown = [item for item in agenda.open if late or not item.long_overdue]
    known = [item for item in shown if item.days is not None]
    groups = {
        "Over tijd": [item for item in known if item.overdue],
        "Binnen een week": [item for item in known if 0 <= (item.days or 0) <= SOON_DAYS and not item.overdue],
        "Later": [item for item in known if (item.days or 0) > SOON_DAYS],
        "Zonder datum": [item for item in agenda.open if item.due is None],
    }
    folded = _folded(len(agenda.open) - len(shown))
    sections = [
        Section(
            title, (*([Items(tuple(items), refs=True)] if items else []), *(folded if title == "Over tijd" else ()))
        )
        for title, items in groups.items()
        if items or (folded and title == "Over tijd")
    ]
    if windows:
        sections.append(Section("Om toe te passen", (_windows(windows, agenda.today),)))
    if agenda.done:
        title = "Pas afgevinkt of vervallen" if any(item.dropped for item in agenda.done) else "Pas afgevinkt"
        sections.append(Section(title, (Items(agenda.done, refs=True),)))
    if not sections:
        text = "Er staat niets open. Een afspraak maak je bij een moment of een checklist."
        text = f"Er is niets langer dan {LONG_DAYS} dagen over tijd." if late else text
        sections = [Section("", (Text(text, "Agenda"),))]
    elif shown:
        sections.append(Section("Afvinken", (Text(Command(f"leerlog done {shown[0].ref}"), "Afvinken"),)))
    facts = (Fact("", agenda.today, "spoken"), Fact("Open", Total(len(agenda.open), ("open", "open")), "aside"))
    return Document("Agenda", "", tuple(sections), facts, agenda.today)


def _folded(number: int) -> tuple[Text, ...]:
    """How many are long overdue, and what shows them."""
    if not number:
        return ()
    return (Text(f"{number} langer dan {LONG_DAYS} dagen over tijd: leerlog agenda --late", "Over tijd", "dim"),)


def _windows(courses: Sequence[Course], today: date, *, expected: bool = False) -> Table:
    """Courses of which something can still be applied, and for how long; with `expected` what was hoped for too."""
    rows: list[tuple[str, str]] = []
    quiet = []
    for course in courses:
        days = (course.window - today).days if course.window else 0
        rows.append((f"nog {count(days, 'dag', 'dagen')}" if days else "vandaag nog", course.name))
        if expected and course.expected:
            quiet.append(len(rows))
            rows.append(("verwacht", Words(course.expected)))
    columns = Column(style="strong"), Column(main=True)
    return Table(columns, tuple(rows), "Om toe te passen", lines=2, quiet=tuple(quiet))


def today_document(today: Today, drafts: Sequence[Waiting] = (), old: Old | None = None) -> Document:
    """What to do now, what is due, can still be used, was not ended and lies waiting, the last moment; an old note."""
    sections = (
        *_now(today),
        *_due(today),
        *_usable(today),
        *unfinished(drafts, today.date),
        *_waiting(today),
        *_last(today),
        *_looked_back(old),
    )
    day = full_date(today.date)
    return Document("Vandaag", day[0].upper() + day[1:], sections, (), today.date, alone=True)


def _due(today: Today) -> Iterator[Section]:
    items, folded = (*today.due, *today.soon), _folded(today.late)
    if items or folded:
        late = sum(item.overdue for item in today.due) + today.late
        blocks = [Items(items, short=MOST, how="met leerlog agenda alles")] if items else []
        yield Section("Afgesproken", (*blocks, *folded), aside=f"{late} over tijd" if late else "")


def _usable(today: Today) -> Iterator[Section]:
    if today.windows:
        yield Section("Om toe te passen", (_windows(today.windows, today.date, expected=True),))


def _waiting(today: Today) -> Iterator[Section]:
    rows: list[tuple[str, str]] = []
    if today.stuck:
        newest = today.stuck[-1]
        rows.append(("", count(len(today.stuck), "idee ligt", "ideeën liggen") + " langer dan twee weken"))
        rows.append((newest.entry, Words(newest.text)))
    if today.unweighed:
        rows.append((f"{count(today.unweighed, *NOTES)} nog te wegen", Command(WEIGH)))
    if rows:
        quiet = (1,) if today.stuck else ()
        table = Table((Column(narrow="lead"), Column(main=True)), tuple(rows), "Blijft liggen", lines=1, quiet=quiet)
        yield Section("Blijft liggen", (table,))


def _last(today: Today) -> Iterator[Section]:
    if entry := today.last:
        columns = (
            Column(named=True, only="spoken"),
            Column(named=True, only="spoken"),
            Column(named=True, narrow="lead"),
            Column(main=True),
        )
        row = (entry.id, entry.date, about(entry), Words(today.says))
        when = " ".join(part for part in (long_date(entry.date), clock(entry.time)) if part)
        yield Section("Laatste notitie", (Table(columns, (row,), "Laatste notitie", lines=2),), aside=when)


def _looked_back(old: Old | None) -> Iterator[Section]:
    if old:
        day = old.entry.date
        ago = "een" if old.years == 1 else f"{old.years}"
        title = (
            f"Vandaag {ago} jaar geleden"
            if old.years
            else f"Op {day.day} {month_name(day.month)} {day.year} schreef je"
        )
        columns = Column(named=True, only="spoken"), Column(named=True, only="spoken"), Column(main=True)
        row = (old.entry.id, day, Words(old.says))
        yield Section(title, (Table(columns, (row,), title, lines=2),), aside=f"leerlog show {old.entry.id}")


def _now(today: Today) -> Iterator[Section]:
    if not today.suggestions:
        return
    if today.last is None:  # texts alone: a journal that can't be read has no first steps
        texts = [
            Text(text, name, under=text.__class__ is Command)
            for each in today.suggestions
            for text, name in ((each.text, "Nu te doen"), (Command(each.command), "Opdracht"))
        ]
        yield Section("Wat je nu kunt doen", tuple(texts))
        return
    columns = Column(main=True), Column(style="command", narrow="whole below")
    rows = tuple((each.text, Command(each.command)) for each in today.suggestions)
    yield Section("Wat je nu kunt doen", (Table(columns, rows, "Nu te doen"),))


def actions_document(groups: Sequence[Actions]) -> Document:
    """Every factor with its numbered actions and an example, under its level."""
    sections = []
    for level in dict.fromkeys(group.factor.level for group in groups):
        blocks = (block for group in groups if group.factor.level == level for block in _actions(group))
        sections.append(Section(level.capitalize(), tuple(blocks)))
    actions = count(sum(len(group.actions) for group in groups), "actie", "acties")
    facts = (
        Fact("Acties", f"{count(len(groups), 'factor', 'factoren')}, {actions}", "aside"),
        Fact("Kiezen", f"Kies er een met: {PICK} en het nummer ervoor"),
    )
    return Document("Uitleg", "Wat je kunt doen om te leren op het werk", tuple(sections), facts, alone=True)


def _actions(group: Actions) -> Iterator[Block]:
    factor = group.factor
    columns = Column(said="Actie {}", named=True, right=True, style="command"), Column(main=True)
    rows = tuple((each.number, each.text) for each in group.actions)
    yield Text(factor.title, f"Factor, {factor.level}", "strong")
    yield Table(columns, rows, align="actions")
    yield Text(factor.example, f"Voorbeeld bij {factor.title.lower()}", "dim", under=True)


def tried_document(items: Sequence[Item], today: date) -> Document:
    """The actions that were picked: what still runs, and what was tried with its effect."""
    running = tuple(item for item in items if item.open)
    tried = tuple(item._replace(result=item.result or "nog niet opgeschreven") for item in items if not item.open)
    sections = [Section("Nog te proberen", (Items(running, "Actie", refs=True),))] if running else []
    sections += [Section("Geprobeerd", (Items(tried, "Actie", refs=True),))] if tried else []
    if running:
        command = Command(f'{TRIED} {running[0].ref} --effect "…"')
        sections.append(Section("Geprobeerd? Schrijf op wat het deed", (Text(command, "Opdracht"),)))
    if not sections:
        text = "Je hebt nog geen actie gekozen. Kijk eens met: leerlog actions"
        sections.append(Section("", (Text(text, "Let op"),)))
    done = sum(not item.dropped for item in tried)
    facts = (Fact("Geprobeerd", f"{done} van {len(items)} geprobeerd", "aside"),) if items else ()
    return Document("Gekozen acties", "", tuple(sections), facts, today)
