"""The handreiking as pages: its checklists and its backgrounds."""

from collections.abc import Collection, Sequence

from leerlog.domain.checklist import Checklist
from leerlog.domain.dates import count
from leerlog.domain.guide import Topic
from leerlog.render.page import Cell, Column, Fact, Page, Paragraph, Row, Rows, Section
from leerlog.render.pages.parts import MAIN

NEW = "Zelf een checklist maken: leerlog checklists --new NAAM"
SCOPES = {"moment": "Op een moment", "course": "Rond een leertraject", "period": "Over een periode"}
COMMANDS = frozenset(
    {"moment", "prepare", "during", "debrief", "after", "design", "hill", "insights", "conditions", "waardecheck"}
)


def checklists_page(checklists: Sequence[Checklist], own: Collection[str] = ()) -> Page:
    """Every checklist with its command, under what it is about; `own` are the ids of the person's own ones."""
    groups = ((title, [each for each in checklists if each.scope == scope]) for scope, title in SCOPES.items())
    every = _rows(checklists, own)
    columns = (Column("command"), MAIN, Column("dim", right=True, narrow="below"))
    sections = [
        Section(title, (Rows(columns, _rows(group, own), 0, beside=every),)) for title, group in groups if group
    ]
    sections.append(Section("", (Paragraph(NEW, "Een van jezelf", "dim"),)))
    said = count(len(checklists), "checklist", "checklists")
    return Page("Checklists", tuple(sections), said, "", (Fact("Checklists", str(len(checklists))),))


def _rows(checklists: Sequence[Checklist], own: Collection[str]) -> tuple[Row, ...]:
    rows = []
    for each in checklists:
        command = command_of(each)
        number = len(each.numbered) or len(each.questions)
        said = count(number, "vraag", "vragen")
        mine = "van jezelf" if each.id in own else ""
        about = (each.title, mine, said, each.audience, command)
        fact = Fact(", ".join(part for part in about if part), each.heading)
        rows.append(Row((command, Cell(each.heading, lead=mine), said), fact))
    return tuple(rows)


def command_of(checklist: Checklist) -> str:
    """The command that asks a checklist: leerlog prepare, or leerlog ask for one's own."""
    return f"leerlog {checklist.id}" if checklist.id in COMMANDS else f"leerlog ask {checklist.id}"


def topics_page(topics: Sequence[Topic]) -> Page:
    """Every background with the word to ask for it."""
    rows = tuple(Row((t.id, t.title, t.section), Fact(f"{t.id}, paragraaf {t.section}", t.title)) for t in topics)
    block = Rows((Column("command"), MAIN, Column("dim")), rows, 0)
    under = "Lees er een met: leerlog explain en het woord ervoor"
    said = count(len(topics), "onderwerp", "onderwerpen")
    return Page("Achtergrond", (Section("", (block,)),), said, under, (Fact("Achtergrond", said), Fact("Lezen", under)))


def topic_page(topic: Topic) -> Page:
    """One background, in its own paragraphs."""
    where = f"paragraaf {topic.section} van de handreiking"
    sections = [Section("", (Paragraph(topic.text),))]
    if topic.source:
        sections.append(Section("", (Paragraph(f"Bron: {topic.source}", "", "dim"),)))
    return Page(topic.title, tuple(sections), where, "", (Fact("Onderwerp", topic.title), Fact("Bron", where)))
