"""From what a person typed to the parts of an entry; the same for every way of asking.

What was typed is a mapping from prompt ids (`goal`, `results.interim`) to
texts. Guided, in an editor, from a file or plain: all of them end here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from leerlog.domain.checklist import ITEM_KINDS, Checklist, Question
from leerlog.domain.dates import parse_date
from leerlog.domain.entry import Answer, FollowUp, Kind, bad_character, clean, names, one_line
from leerlog.domain.items import item_line, parse_item
from leerlog.domain.value import Level, parse_level

KIND_OF: dict[str, Kind] = {"follow-up": "follow_up", "obstacle": "obstacle", "ask": "ask"}

_LOOSE = re.compile(r"(?:^|\s)\((?:wie:?\s+(?P<who>.*?))?(?:,?\s*(?:voor|vóór)\s+(?P<due>[^()]+?))?\)\s*$")
_BULLET = re.compile(r"\s*(?:[-*•]\s+)?(?:\[[ xX]?\]\s*)?")
_SCORE = re.compile(r"(\d+)(?!\d)[\s.:;,–—-]*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Mistake:
    """An answer that can't be used; `prompt` is its id."""

    prompt: str
    message: str


@dataclass(frozen=True, slots=True)
class Filled:
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
    if prompt.id == "end" and texts and texts.get("start", "") > checked:
        raise ValueError(f"het einde ({checked}) ligt voor het begin ({texts['start']})")
    return checked


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
            f"'{one_line(text)[:40]}' begint niet met een cijfer van {prompt.low} tot en met {prompt.high}"
        )
    return text


_CHECKS = {"date": _check_date, "people": _check_people, "choice": _check_choice, "scale": _check_scale}


def score(prompt: Question, text: str) -> int | None:
    """The number at the start of a scale's answer; None when it is not on the scale."""
    number = leading_score(text)
    return number if number is not None and prompt.low <= number <= prompt.high else None


def leading_score(text: str) -> int | None:
    """The number that a scale's answer begins with."""
    found = _SCORE.fullmatch(text.strip())
    return int(found[1]) if found and found[1].isascii() and len(found[1]) < 4 else None


def note(text: str) -> str:
    """What a person wrote after the number of a scale's answer."""
    found = _SCORE.fullmatch(text.strip())
    return found[2].strip() if found else text


def _check_items(prompt: Question, text: str, today: date) -> str:
    if prompt.item:
        return _check_fixed(text, today)
    lines = text.split("\n") if prompt.repeats else [one_line(text)]
    return "\n".join(_check_item(line, today) for line in lines if line.strip())


def _check_fixed(text: str, today: date) -> str:
    try:
        return parse_date(text, today).isoformat()
    except ValueError:
        # Something that begins as a date but isn't one is a slip, not a sentence.
        if re.match(r"\d{1,4}-\d", text):
            raise
    return _check_item(one_line(text), today)


def _check_item(line: str, today: date) -> str:
    words = _BULLET.sub("", line, count=1)
    item = read_item("follow-up", words)
    found = _LOOSE.search(words) if not (item.due or item.done) else None
    if not found or not (found["who"] or found["due"]):
        return item_line(item)
    due = parse_date(found["due"], today) if found["due"] else None
    return item_line(FollowUp("follow_up", one_line(words[: found.start()]), one_line(found["who"] or ""), due))


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
    return (FollowUp(given.kind, given.text, given.who, given.due, done, done is not None),)


def _fixed(prompt: Question, text: str) -> FollowUp:
    kind = KIND_OF[prompt.kind]
    try:
        return FollowUp(kind, prompt.item, prompt.who, date.fromisoformat(text))
    except ValueError:
        given = read_item(prompt.kind, text)
    words = f"{prompt.item}: {given.text}" if given.text else prompt.item
    return FollowUp(kind, words, given.who or prompt.who, given.due)


def _is_sub(prompt: Question) -> bool:
    return "." in prompt.id


def fill(checklist: Checklist, texts: Mapping[str, str], today: date) -> Filled:
    """The parts of an entry that checked answers make."""
    answers: list[Answer] = []
    follow_ups: list[FollowUp] = []
    filled = {prompt.fills: texts.get(prompt.id, "") for prompt in checklist.prompts() if prompt.fills}
    for prompt in checklist.prompts():
        text = texts.get(prompt.id, "")
        if not text or prompt.fills:
            continue
        if prompt.kind in ITEM_KINDS:
            made = items(prompt, text, today)
            follow_ups += made
            text = text if prompt.item else "\n".join(item.text for item in made)
        if not _is_sub(prompt):
            answers.append(Answer(prompt.id, text, prompt.text, prompt.value))
    return Filled(
        tuple(answers),
        tuple(follow_ups),
        parse_level(filled.get("value", "")),
        filled.get("course", ""),
        names(filled.get("with", "")),
    )


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
