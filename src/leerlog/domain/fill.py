"""From what a person typed to the parts of an entry; the same for every way of asking.

What was typed is a mapping from prompt ids (`goal`, `results.interim`) to
texts. Guided, in an editor, from a file or plain: all of them end here.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from leerlog.domain.checklist import ITEM_KINDS, Checklist, Question
from leerlog.domain.dates import full_date
from leerlog.domain.entry import Answer, FollowUp, Kind, bad_character, clean, names, one_line
from leerlog.domain.items import item_line, parse_item
from leerlog.domain.score import score
from leerlog.domain.value import Level, parse_level
from leerlog.domain.when import parse_date, parse_month

KIND_OF: dict[str, Kind] = {"follow-up": "follow_up", "obstacle": "obstacle", "ask": "ask"}

# Who and when as a person types them: `(wie: Noor, voor vrijdag)`.
_LOOSE = re.compile(
    r"(?:^|\s)\((?:wie:\s*(?P<who>[^()]*?))?(?:(?:(?<=\()|,|\s)\s*(?:voor|vóór)\s+(?P<due>[^()]+?))?(?P<kept>,\s*priv[ée])?\)\s*$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\A(?:\s+|[-*•](?:\s+|$)|\[[ xX]?\](?:\s+|$))+")
_DATE_LIKE = re.compile(
    r"\d{1,4}(?:[-/.]\d{1,4}){1,2}|\d{1,2}e?\s+(?:de\s+)?(?P<month>[a-z]{3,})\.?(?:\s+\d+)?", re.IGNORECASE
)


class Mistake(NamedTuple):
    """An answer that can't be used; `prompt` is its id."""

    prompt: str
    message: str


class Filled(NamedTuple):
    """What a filled-in checklist gives an entry."""

    answers: tuple[Answer, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    value: Level | None = None
    course: str = ""
    people: tuple[str, ...] = ()


def check(prompt: Question, text: str, today: date, texts: Mapping[str, str] | None = None) -> str:
    """The answer in the form that is kept: a date as ISO, a choice as its id, items as the journal writes them.

    texts: the answers given before, to hold a course's end against its start.

    Raises:
        ValueError: with the reason in Dutch.
    """
    text = clean(text)
    if wrong := bad_character(text):
        raise ValueError(f"in je antwoord staat {wrong}; dat kan ik niet bewaren")
    if not text:
        return ""
    if prompt.kind in ITEM_KINDS:
        return _check_items(prompt, text, today)
    checked = _CHECKS[prompt.kind](prompt, text, today) if prompt.kind in _CHECKS else text
    if prompt.fills == "value":
        return _check_level(checked)
    if prompt.fills == "course":
        return one_line(checked)
    if prompt.id == "end" and prompt.kind == "date":
        _check_end(checked, (texts or {}).get("start", ""))
    return checked


def _check_end(end: str, start: str) -> None:
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:
        return
    if last < first:
        raise ValueError(f"het einde ({full_date(last)}) ligt voor het begin ({full_date(first)})")


def _check_date(prompt: Question, text: str, today: date) -> str:
    return parse_date(text, today).isoformat()


def _check_people(prompt: Question, text: str, today: date) -> str:
    return ", ".join(names(text.replace("\n", ",")))


def _check_choice(prompt: Question, text: str, today: date) -> str:
    word = one_line(text).lower()
    if word.isascii() and word.isdigit() and 1 <= int(word) <= len(prompt.choices):
        return prompt.choices[int(word) - 1].id
    exact = [c.id for c in prompt.choices if word in (c.id.lower(), c.text.lower())]
    near = exact or [c.id for c in prompt.choices if c.id.lower().startswith(word) or c.text.lower().startswith(word)]
    if len(near) != 1:
        options = ", ".join(f"{i} {choice.id}" for i, choice in enumerate(prompt.choices, 1))
        raise ValueError(f"'{one_line(text)}' staat er niet bij. Kies uit: {options}")
    return near[0]


def _check_level(text: str) -> str:
    level = parse_level(text)
    if level is None:
        options = ", ".join(f"{level.number} {level}" for level in Level)
        raise ValueError(f"'{one_line(text)}' is geen waardeniveau. Kies uit: {options}")
    return level.value


def _check_scale(prompt: Question, text: str, today: date) -> str:
    if score(prompt, text) is None:
        raise ValueError(
            f"'{one_line(text)[:40]}' kan hier niet. Begin met een cijfer van {prompt.low} tot en met {prompt.high}"
        )
    return text


_CHECKS = {"date": _check_date, "people": _check_people, "choice": _check_choice, "scale": _check_scale}


def _check_items(prompt: Question, text: str, today: date) -> str:
    if prompt.item:
        return _check_fixed(text, today)
    lines = text.split("\n") if prompt.repeats else [one_line(text)]
    checked = [found for line in lines if (found := _check_item(line, today))]
    if not all(read_item(prompt.kind, line).text for line in checked):
        raise ValueError("schrijf er ook bij wat er moet gebeuren")
    return "\n".join(checked)


def _check_fixed(text: str, today: date) -> str:
    text = _BULLET.sub("", text, count=1)
    try:
        return parse_date(text, today).isoformat()
    except ValueError:
        if _means_date(text):
            raise
    return _check_item(one_line(text), today)


def _means_date(text: str) -> bool:
    """Whether words that are no date were meant as one, so that they are a slip and not a sentence."""
    found = _DATE_LIKE.fullmatch(one_line(text))
    if not found:
        return False
    return not found["month"] or parse_month(found["month"].lower()) > 0


def _check_item(line: str, today: date) -> str:
    line = one_line(_BULLET.sub("", line, count=1))
    try:
        item = read_item("follow-up", line)
    except ValueError:
        if re.search(r"(?:voor|gedaan) \d{4}-\d\d-\d\d", line):
            raise
        item = FollowUp("follow_up", line)  # (voor 12.30u)
    if not (item.due or item.done):
        item = _read_loosely(line, item, today)
    return item_line(item)


def _read_loosely(line: str, item: FollowUp, today: date) -> FollowUp:
    """The item with who and when as a person types them, `(voor vrijdag)`; other words in brackets stay words."""
    found = _LOOSE.search(line)
    if not found or not (found["who"] or found["due"]):
        return item
    due = None
    if found["due"]:
        try:
            due = parse_date(found["due"], today)
        except ValueError:
            if not found["who"] and not _means_date(found["due"]):
                return item  # (voor het team)
            raise
    # The journal's own reading takes the backslashes off that the words may have.
    words = read_item("follow-up", line[: found.start()]).text
    return FollowUp("follow_up", words, one_line(found["who"] or ""), due, private=bool(found["kept"]))


def read_item(kind: str, line: str) -> FollowUp:
    """The item that one checked line means."""
    return parse_item(KIND_OF[kind], line)


def items(prompt: Question, text: str, today: date) -> tuple[FollowUp, ...]:
    """The items that a checked answer to an item question makes.

    Fixed words with a date in the past have been done; fixed words without a
    date make no item when the question keeps its answer anyway.
    """
    if not text:
        return ()
    if not prompt.item:
        return tuple(read_item(prompt.kind, line) for line in text.split("\n"))
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


def fill(checklist: Checklist, texts: Mapping[str, str], today: date) -> Filled:
    """The parts of an entry that checked answers make."""
    answers: list[Answer] = []
    follow_ups: list[FollowUp] = []
    filled = {prompt.fills: texts.get(prompt.id, "") for prompt in checklist.prompts() if prompt.fills}
    for prompt in checklist.prompts():
        text, kept = texts.get(prompt.id, ""), False
        if not text or prompt.fills:
            continue
        if prompt.kind in ITEM_KINDS:
            made = items(prompt, text, today)
            follow_ups += made
            kept = any(item.private for item in made)
            text = text if prompt.item else "\n".join(item.text for item in made)
        if not _is_sub(prompt):
            answers.append(Answer(prompt.id, text, prompt.text, prompt.value, kept))
    return Filled(
        tuple(answers),
        tuple(follow_ups),
        parse_level(filled.get("value", "")),
        filled.get("course", ""),
        names(filled.get("with", "")),
    )


def items_by_question(checklist: Checklist, texts: Mapping[str, str], today: date) -> list[tuple[str, FollowUp]]:
    """The items that checked answers make, each with the question that it came up with."""
    prompts = [prompt for prompt in checklist.prompts() if prompt.kind in ITEM_KINDS]
    return [(p.id.partition(".")[0], item) for p in prompts for item in items(p, texts.get(p.id, ""), today)]


def check_all(checklist: Checklist, texts: Mapping[str, str], today: date) -> tuple[dict[str, str], list[Mistake]]:
    """All answers in the form that is kept, and every mistake at once, unknown ids included."""
    checked: dict[str, str] = {}
    mistakes: list[Mistake] = []
    prompts = {prompt.id: prompt for prompt in checklist.prompts()}
    # In the order of asking, so that a start is known before its end is held against it.
    for name in [*prompts, *(name for name in texts if name not in prompts)]:
        if name not in texts:
            continue
        if name not in prompts:
            mistakes.append(Mistake(name, _unknown(name, list(prompts))))
            continue
        try:
            checked[name] = check(prompts[name], texts[name], today, checked)
        except ValueError as error:
            mistakes.append(Mistake(name, str(error)))
    return checked, mistakes


def _unknown(name: str, known: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    return f"'{name}' is geen vraag van deze checklist." + (f" Bedoel je {near[0]}?" if near else "")
