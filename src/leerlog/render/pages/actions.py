"""What can be done for learning at work, as pages: the actions by factor, and those that were picked."""

from collections.abc import Sequence
from datetime import date

from leerlog.domain.agenda import Item
from leerlog.domain.dates import count
from leerlog.render import words
from leerlog.render.page import Block, Cell, Column, Fact, Page, Paragraph, Row, Rows, Section
from leerlog.render.pages.parts import MAIN, NOTE, ended_mark
from leerlog.reports.actions import Actions

NUMBER = Column("command", right=True)
PICK = "leerlog actions --pick"
TRIED = "leerlog actions --tried"


def actions_page(groups: Sequence[Actions]) -> Page:
    """Every factor with its numbered actions and an example, under its level."""
    levels = dict.fromkeys(group.factor.level for group in groups)
    every = tuple(row for group in groups for row in _rows(group))
    sections = []
    for level in levels:
        blocks: list[Block] = []
        for group in groups:
            if group.factor.level == level:
                blocks += [*([Paragraph("")] if blocks else []), *_group(group, every)]
        sections.append(Section(level.capitalize(), tuple(blocks)))
    actions = count(sum(len(group.actions) for group in groups), "actie", "acties")
    said = f"{count(len(groups), 'factor', 'factoren')}, {actions}"
    under = f"Kies er een met: {PICK} en het nummer ervoor"
    facts = Fact("Acties", said), Fact("Kiezen", under)
    return Page("Wat je kunt doen om te leren op het werk", tuple(sections), said, under, facts)


def _group(group: Actions, every: tuple[Row, ...]) -> list[Block]:
    factor = group.factor
    width = max(len(str(row.cells[0])) for row in every)
    return [
        Paragraph(factor.title, f"Factor, {factor.level}", "strong"),
        Rows((NUMBER, MAIN), _rows(group), 0, beside=every),
        Paragraph(factor.example, f"Voorbeeld bij {factor.title.lower()}", "dim", indent=2 + width + 2),
    ]


def _rows(group: Actions) -> tuple[Row, ...]:
    return tuple(Row((str(each.number), each.text), Fact(f"Actie {each.number}", each.text)) for each in group.actions)


def tried_page(items: Sequence[Item], today: date) -> Page:
    """The actions that were picked: what still runs, and what was tried with its effect."""
    running = [item for item in items if item.open]
    tried = [item for item in items if not item.open]
    sections = []
    if running:
        rows = Rows((Column("command"), MAIN, NOTE, NOTE), tuple(_running(item) for item in running), 0)
        sections.append(Section("Nog te proberen", (rows,)))
    if tried:
        rows = Rows(
            (Column(), Column("dim", right=True), MAIN), tuple(row for item in tried for row in _tried(item)), 0
        )
        sections.append(Section("Geprobeerd", (rows,)))
    if running:
        command = f'{TRIED} {running[0].ref} --effect "…"'
        sections.append(Section("Geprobeerd? Schrijf op wat het deed", (Paragraph(command, "Opdracht", "command"),)))
    if not sections:
        sections.append(
            Section("", (Paragraph("Je hebt nog geen actie gekozen. Kijk eens met: leerlog actions", "Let op"),))
        )
    done = sum(not item.dropped for item in tried)
    said = f"{done} van {len(items)} geprobeerd" if items else ""
    facts = Fact("Gekozen acties", str(len(items))), Fact("Geprobeerd", str(done))
    return Page("Gekozen acties", tuple(sections), said, "", facts, today)


def _running(item: Item) -> Row:
    when = Cell(words.left(item.days), "late" if item.overdue else "")
    fact = Fact(f"Actie {item.ref}, {words.item_state(item, words.spoken)}", item.text)
    return Row((item.ref, item.text, item.who, when), fact)


def _tried(item: Item) -> list[Row]:
    ended = words.ended(item) if item.dropped else "geprobeerd"
    when = f"{ended} op {words.spoken(item.done)}" if item.done else ended
    told = ", ".join((f"Actie {item.ref}", when, *([f"wie {item.who}"] if item.who else [])))
    first = Row((ended_mark(item), item.done, Cell(item.text, lead=item.who)), Fact(told, item.text))
    effect = item.result or "nog niet opgeschreven"
    style = "" if item.result else "dim"
    return [first, Row((None, None, Cell(effect, style, lead="effect")), Fact("Effect", effect))]
