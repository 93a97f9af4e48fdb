"""From a checklist's file to the checklist; docs/content-format.md tells the form."""

import re
from typing import cast, get_args

from leerlog.domain.checklist import COURSE, ITEM_KINDS, LEVEL, Checklist, Choice, Kind, Question, Scope
from leerlog.domain.text import in_quotes
from leerlog.domain.value import Level
from leerlog.library.strict import Fields, Node, Reader

KINDS: tuple[str, ...] = get_args(Kind)
SCOPES: tuple[str, ...] = get_args(Scope)
LEVELS = tuple(level.value for level in Level)
# What a short question may be; the last asks for the level of the answer before it.
CHILD_KINDS = (*ITEM_KINDS, LEVEL)

# What an answers file says about the whole entry, beside the answers. A question
# may have such a name only when it fills that very field.
ENTRY_FIELDS = ("course", "with", "tags", "on", "share", "builds_on", "private")

CHECKLIST_KEYS = ("heading", "section", "audience", "intro", "topic")
_SHORT = ("hint", "repeats", "item", "who", "weeks", "topic")
_CHILD = (*_SHORT, "after_no")
QUESTION_KEYS = (
    "section",
    *_SHORT,
    "kind",
    "value",
    "numbered",
    "fills",
    "shows",
    "choices",
    "scale",
    "retired",
    "several",
    "plan",
    "then",
)
_FILLS = {"value": ("text", "choice"), "course": ("text",), "with": ("text", "people")}
_SHOWS = re.compile(r"[a-z0-9][a-z0-9_-]*\.[a-z0-9][a-z0-9_-]*")
_SCALE = re.compile(r"([0-9]{1,3})-([0-9]{1,3})")


def read_checklist(fields: Fields, reader: Reader, expected_id: str) -> Checklist:
    """The checklist in a file; what is wrong with it is with the reader, and then the result is of no use.

    expected_id: the file's name without `.yaml`, by which it is found.
    """
    top = reader.fields(fields, ("id", "title", "scope", "questions"), CHECKLIST_KEYS)
    found_id = reader.id(top)
    if found_id and found_id != expected_id:
        reader.problem(top.lines["id"], f"{in_quotes(found_id)} is niet de naam van het bestand, '{expected_id}'")
    title = reader.text(top, "title")
    section = reader.text(top, "section")
    questions: list[Question] = []
    for node in reader.nodes(top, "questions"):
        questions.append(_question(node, reader, section, questions))
    return Checklist(
        id=found_id,
        title=title,
        heading=reader.text(top, "heading") or title,
        section=section,
        scope=cast(Scope, reader.word(top, "scope", SCOPES)),
        audience=reader.text(top, "audience"),
        intro=reader.text(top, "intro", lines=True),
        questions=tuple(question for question in questions if not question.retired),
        topic=reader.text(top, "topic"),
        retired=tuple(question for question in questions if question.retired),
    )


def _question(node: Node, reader: Reader, section: str, before: list[Question]) -> Question:
    fields = reader.fields(node, ("id", "question"), QUESTION_KEYS)
    kind = cast(Kind, reader.word(fields, "kind", KINDS, "text"))
    own_id = reader.id(fields)
    reader.unique(fields, [question.id for question in before])
    low, high = _scale(fields, kind, reader)
    section = reader.text(fields, "section") or section
    topic = reader.text(fields, "topic")
    question = Question(
        id=own_id,
        text=reader.text(fields, "question"),
        section=section,
        kind=kind,
        hint=reader.text(fields, "hint", lines=True),
        value=_level(fields, reader),
        numbered=reader.flag(fields, "numbered", default=True),
        repeats=reader.flag(fields, "repeats", default=False),
        fills=_fills(fields, kind, reader, before),
        shows=_shows(fields, reader),
        topic=topic,
        item=reader.text(fields, "item"),
        who=reader.text(fields, "who"),
        choices=_choices(fields, kind, reader),
        low=low,
        high=high,
        then=_then(fields, reader, own_id, section, topic),
        retired=reader.flag(fields, "retired", default=False),
        plan=reader.flag(fields, "plan", default=False),
        several=reader.flag(fields, "several", default=False),
        weeks=_weeks(fields, reader),
    )
    _check_item(fields, question, reader)
    _check_field(fields, question, reader)
    _check_extra(fields, question, reader)
    _check_level(fields, question, reader)
    return question


def _then(fields: Fields, reader: Reader, parent: str, section: str, topic: str) -> tuple[Question, ...]:
    children: list[Question] = []
    for node in reader.nodes(fields, "then"):
        child = reader.fields(node, ("id", "question", "kind"), _CHILD)
        own_id = f"{parent}.{reader.id(child)}"
        reader.unique(child, [before.id.removeprefix(f"{parent}.") for before in children])
        kind = reader.word(child, "kind", CHILD_KINDS)
        question = Question(
            id=own_id,
            text=reader.text(child, "question"),
            section=section,
            kind=cast(Kind, "choice" if kind == LEVEL else kind),
            hint=reader.text(child, "hint", lines=True),
            repeats=reader.flag(child, "repeats", default=False),
            topic=reader.text(child, "topic") or topic,
            item=reader.text(child, "item"),
            who=reader.text(child, "who"),
            fills=LEVEL if kind == LEVEL else "",
            choices=tuple(Choice(level, level) for level in LEVELS) if kind == LEVEL else (),
            after_no=reader.flag(child, "after_no", default=False),
            weeks=_weeks(child, reader),
        )
        _check_item(child, question, reader)
        children.append(question)
    return tuple(children)


def _level(fields: Fields, reader: Reader) -> Level | None:
    word = reader.word(fields, "value", LEVELS)
    return Level(word) if word else None


def _shows(fields: Fields, reader: Reader) -> str:
    shows = reader.text(fields, "shows")
    if shows and shows != COURSE and not _SHOWS.fullmatch(shows):
        reader.problem(fields.lines["shows"], f"{in_quotes(shows)} is geen 'checklist.vraag', zoals prepare.results")
    return shows


def _fills(fields: Fields, kind: str, reader: Reader, before: list[Question]) -> str:
    fills = reader.word(fields, "fills", tuple(_FILLS))
    if not fills:
        return ""
    line = fields.lines["fills"]
    if kind not in _FILLS[fills]:
        reader.problem(line, f"'fills: {fills}' gaat alleen met 'kind: {' of '.join(_FILLS[fills])}'")
    if fills in [question.fills for question in before]:
        reader.problem(line, f"een eerdere vraag vult '{fills}' al")
    return fills


def _scale(fields: Fields, kind: str, reader: Reader) -> tuple[int, int]:
    if not _belongs(fields, "scale", kind, "scale", reader):
        return 0, 0
    text = reader.text(fields, "scale")
    found = _SCALE.fullmatch(text)
    if found and int(found[1]) < int(found[2]):
        return int(found[1]), int(found[2])
    if text:
        reader.problem(fields.lines["scale"], f"{in_quotes(text)} is geen schaal, zoals 1-5")
    return 0, 0


def _weeks(fields: Fields, reader: Reader) -> tuple[int, ...]:
    text = reader.text(fields, "weeks")
    if not text:
        return ()
    if "item" not in fields.values:
        reader.problem(fields.lines["weeks"], "'weeks' gaat alleen met 'item'")
    weeks = tuple(int(word) for word in text.replace(" ", "").split(",") if re.fullmatch("[1-9][0-9]{0,2}", word))
    if len(weeks) != text.count(",") + 1 or [*weeks] != sorted({*weeks}):
        reader.problem(fields.lines["weeks"], f"{in_quotes(text)} is geen rij weken, zoals 1, 4, 12")
    return weeks


def _choices(fields: Fields, kind: str, reader: Reader) -> tuple[Choice, ...]:
    if not _belongs(fields, "choices", kind, "choice", reader):
        return ()
    choices: list[Choice] = []
    for node in reader.nodes(fields, "choices", least=2):
        each = reader.fields(node, ("id", "text"))
        choice = Choice(reader.id(each), reader.text(each, "text"))
        reader.unique(each, [before.id for before in choices])
        if choice.id.isdigit():
            # 2 would mean the second choice, whatever its id.
            reader.problem(each.lines["id"], f"'{choice.id}' is een nummer; geef de keuze een naam")
        choices.append(choice)
    fills = fields.values.get("fills")
    if getattr(fills, "value", "") == "value" and not {choice.id for choice in choices} <= set(LEVELS):
        reader.problem(fields.lines["choices"], f"met 'fills: value' kan dit alleen zijn: {', '.join(LEVELS)}")
    return tuple(choices)


def _belongs(fields: Fields, name: str, kind: str, its_kind: str, reader: Reader) -> bool:
    """Whether the name is there, noting when it has to be and is not, or is there and may not be."""
    if name in fields.values and kind != its_kind:
        reader.problem(fields.lines[name], f"'{name}' gaat alleen met 'kind: {its_kind}'")
    if name not in fields.values and kind == its_kind:
        reader.problem(fields.lines["kind"], f"bij 'kind: {its_kind}' hoort '{name}'")
    return name in fields.values and kind == its_kind


def _check_item(fields: Fields, question: Question, reader: Reader) -> None:
    """Whether item, who and repeats go with the kind and with each other."""
    lines = fields.lines
    if question.item and question.kind != "follow-up":
        reader.problem(lines["item"], "'item' gaat alleen met 'kind: follow-up'")
    if question.who and not question.item:
        reader.problem(lines["who"], "'who' gaat alleen met 'item'")
    if question.repeats and question.kind not in ITEM_KINDS:
        reader.problem(lines["repeats"], f"'repeats' gaat alleen met 'kind: {', '.join(ITEM_KINDS)}'")
    if question.repeats and question.item:
        reader.problem(lines["repeats"], "'repeats' gaat niet met 'item': de woorden liggen dan al vast")


def _check_extra(fields: Fields, question: Question, reader: Reader) -> None:
    """Whether a plan is asked of a text, and several of choices."""
    if question.plan and (question.kind != "text" or question.fills):
        reader.problem(fields.lines["plan"], "'plan' gaat alleen met een vraag naar een tekst")
    if question.several and (question.kind != "choice" or question.fills):
        reader.problem(fields.lines["several"], "'several' gaat alleen met 'kind: choice', zonder 'fills'")


def _check_level(fields: Fields, question: Question, reader: Reader) -> None:
    """Whether the level of an answer is asked for once, and of a text that has none of its own."""
    asked = sum(child.fills == LEVEL for child in question.then)
    if asked > 1:
        reader.problem(fields.lines["then"], f"'kind: {LEVEL}' kan één keer onder een vraag")
    if asked and (question.kind != "text" or question.fills):
        reader.problem(fields.lines["then"], f"'kind: {LEVEL}' gaat alleen onder een vraag naar een tekst")
    if asked and question.value:
        reader.problem(
            fields.lines["value"], f"'value' gaat niet met 'kind: {LEVEL}' eronder: het niveau ligt dan al vast"
        )


def _check_field(fields: Fields, question: Question, reader: Reader) -> None:
    """Whether the id can't be taken for a field of the entry in an answers file."""
    if question.id in ENTRY_FIELDS and question.fills != question.id:
        reader.problem(fields.lines["id"], f"'{question.id}' heeft al een betekenis in een antwoordenbestand")
