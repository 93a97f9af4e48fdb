"""From what a person typed to the parts of an entry; the same for every way of asking.

What was typed is a mapping from prompt ids (`goal`, `results.interim`) to
texts. Guided, in an editor, from a file or plain: all of them end here, once
`domain.check` has seen them.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from leerlog.domain.checklist import ITEM_KINDS, LEVEL, Checklist, Question
from leerlog.domain.entry import Answer, FollowUp, names
from leerlog.domain.typed import KIND_OF, read_item
from leerlog.domain.value import Level, parse_level


class Filled(NamedTuple):
    """What a filled-in checklist gives an entry."""

    answers: tuple[Answer, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    value: Level | None = None
    course: str = ""
    people: tuple[str, ...] = ()


# Whether a text says no more than that there is nothing.
Says = Callable[[str], bool]


def never(text: str) -> bool:
    """Every text says something."""
    return False


def items(prompt: Question, text: str, today: date, nothing: Says = never) -> tuple[FollowUp, ...]:
    """The items that a checked answer to an item question makes; "Nee, niets" makes none.

    Fixed words with a date in the past have been done; fixed words without a
    date make no item when the question keeps its answer anyway.
    """
    if not text or nothing(text):
        return ()
    if not prompt.item:
        made = (read_item(prompt.kind, line) for line in text.split("\n"))
        return tuple(item for item in made if not nothing(item.text))
    given = _fixed(prompt, text)
    if given.due is None and not _is_sub(prompt):
        return ()
    done = given.due if given.due and given.due < today else None
    return (given._replace(done=done, ticked=done is not None),)


def _fixed(prompt: Question, text: str) -> FollowUp:
    kind = KIND_OF[prompt.kind]
    try:
        return FollowUp(kind, prompt.item, prompt.who, date.fromisoformat(text))
    except ValueError:
        given = read_item(prompt.kind, text)
    words = f"{prompt.item}: {given.text}" if given.text else prompt.item
    return FollowUp(kind, words, given.who or prompt.who, given.due, private=given.private)


def _is_sub(prompt: Question) -> bool:
    return "." in prompt.id


def fill(checklist: Checklist, texts: Mapping[str, str], today: date, nothing: Says = never) -> Filled:
    """The parts of an entry that checked answers make.

    nothing: whether an answer says no more than that there is nothing; it is kept, but makes no item.
    """
    answers: list[Answer] = []
    follow_ups: list[FollowUp] = []
    filled = {prompt.fills: texts.get(prompt.id, "") for prompt in checklist.prompts() if prompt.fills}
    for prompt in checklist.prompts():
        text, kept = texts.get(prompt.id, ""), False
        if not text or prompt.fills:
            continue
        if prompt.kind in ITEM_KINDS:
            made = items(prompt, text, today, nothing)
            follow_ups += made
            kept = any(item.private for item in made)
            text = text if prompt.item else "\n".join(item.text for item in items(prompt, text, today))
        if not _is_sub(prompt):
            answers.append(Answer(prompt.id, text, prompt.text, _level(prompt, texts), kept))
    return Filled(
        tuple(answers),
        tuple(follow_ups),
        parse_level(filled.get("value", "")),
        filled.get("course", ""),
        names(filled.get("with", "")),
    )


def _level(prompt: Question, texts: Mapping[str, str]) -> Level | None:
    """The level of an answer: its question's, or the one that was chosen for it."""
    chosen = (parse_level(texts.get(each.id, "")) for each in prompt.then if each.fills == LEVEL)
    return next(chosen, None) or prompt.value


def items_by_question(checklist: Checklist, texts: Mapping[str, str], today: date) -> list[tuple[str, FollowUp]]:
    """The items that checked answers make, each with the question that it came up with."""
    prompts = [prompt for prompt in checklist.prompts() if prompt.kind in ITEM_KINDS]
    return [(p.id.partition(".")[0], item) for p in prompts for item in items(p, texts.get(p.id, ""), today)]
