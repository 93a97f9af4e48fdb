"""The handreiking as documents: its checklists and its backgrounds."""

from collections.abc import Collection, Sequence

from leerlog.documents.blocks import Column, Document, Fact, Section, Table, Text, Total, Words
from leerlog.domain.checklist import Checklist, command_of
from leerlog.domain.dates import count
from leerlog.domain.guide import Goal, LevelText, Principle, Topic

NEW = "Zelf een checklist maken: leerlog checklists --new NAAM"
SCOPES = {"moment": "Op een moment", "course": "Rond een leertraject", "period": "Over een periode"}


def checklists_document(checklists: Sequence[Checklist], own: Collection[str] = ()) -> Document:
    """Every checklist with its command, under what it is about; `own` are the ids of the person's own ones."""
    groups = ((title, [each for each in checklists if each.scope == scope]) for scope, title in SCOPES.items())
    sections = [Section(title, (_checklists(group, own),)) for title, group in groups if group]
    sections.append(Section("", (Text(NEW, "Een van jezelf", "dim"),)))
    facts = (Fact("", Total(len(checklists), ("checklist", "checklists")), "aside"),)
    return Document("Checklists", "", tuple(sections), facts)


def _checklists(checklists: Sequence[Checklist], own: Collection[str]) -> Table:
    columns = (
        Column(named=True, style="command"),
        Column(named=True, only="spoken"),
        Column(named=True, narrow="lead"),
        Column(main=True),
        Column(named=True, right=True, style="dim", narrow="below"),
        Column(named=True, only="spoken"),
    )
    rows = tuple(
        (
            command_of(each),
            each.title,
            "van jezelf" if each.id in own else "",
            each.heading,
            count(len(each.numbered) or len(each.questions), "vraag", "vragen"),
            each.audience,
        )
        for each in checklists
    )
    return Table(columns, rows, align="checklists")


def topics_document(topics: Sequence[Topic]) -> Document:
    """Every background with the word to ask for it."""
    columns = (
        Column(named=True, style="command"),
        Column(main=True),
        Column(said="paragraaf {}", named=True, style="dim"),
    )
    rows = tuple((topic.id, topic.title, topic.section) for topic in topics)
    facts = (
        Fact("", Total(len(topics), ("onderwerp", "onderwerpen")), "aside"),
        Fact("Lezen", "Lees er een met: leerlog explain en het woord ervoor"),
    )
    return Document("Achtergrond", "", (Section("", (Table(columns, rows),)),), facts)


def topic_document(topic: Topic, parts: Sequence[LevelText | Principle | Goal] = ()) -> Document:
    """One background, in its own paragraphs, and what it tells one by one."""
    sections = [Section("", (Text(Words(topic.text)),))]
    if parts:
        columns = (Column(named=True, style="strong"), Column(main=True))
        rows = tuple(
            (part.title, part.meaning if isinstance(part, Goal) else f"{part.meaning} {part.question}")
            for part in parts
        )
        sections.append(Section("", (Table(columns, rows, topic.title),)))
    if topic.source:
        sections.append(Section("", (Text(f"Bron: {topic.source}", "", "dim"),)))
    facts = (Fact("Bron", f"paragraaf {topic.section} van de handreiking", "aside"),)
    return Document("Onderwerp", topic.title, tuple(sections), facts, alone=True)
