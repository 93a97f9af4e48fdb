"""Whether what a person typed will do as an answer, and the form in which it is kept."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from leerlog.domain.checklist import ITEM_KINDS, Checklist, Question
from leerlog.domain.dates import full_date
from leerlog.domain.entry import bad_character, clean, names, one_line
from leerlog.domain.score import score
from leerlog.domain.typed import check_items
from leerlog.domain.value import Level, parse_level
from leerlog.domain.when import parse_date


class Mistake(NamedTuple):
    """An answer that can't be used; `prompt` is its id."""

    prompt: str
    message: str


def check(prompt: Question, text: str, today: date, texts: Mapping[str, str] | None = None) -> str:
    """The answer in the form that is kept: a date as ISO, a choice as its id, items as the journal writes them.

    texts: the answers given before, to hold a course's end against its start.

    Raises:
        ValueError: with the reason in Dutch.
    """
    text = clean(text)
    if wrong := bad_character(text, "je antwoord"):
        raise ValueError(wrong)
    if not text:
        return ""
    if prompt.kind in ITEM_KINDS:
        return check_items(prompt, text, today)
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
