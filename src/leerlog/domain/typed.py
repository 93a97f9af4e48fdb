"""Typed answers: whether one will do and how it is kept, the parts of an entry that they make, and how they are told.

What was typed is a mapping from prompt ids (`goal`, `results.interim`) to texts.
Guided, in an editor, from a file or plain: all of them end in `check`, and then in `fill`.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from leerlog.domain.checklist import ITEM_KINDS, LEVEL, Checklist, Question
from leerlog.domain.dates import full_date
from leerlog.domain.entry import (
    Answer,
    Entry,
    FollowUp,
    Kind,
    bad_character,
    clean,
    is_blank,
    names,
    names_said,
    one_line,
)
from leerlog.domain.items import item_line, read_line
from leerlog.domain.near import meant, near
from leerlog.domain.plan import plan_in
from leerlog.domain.score import note, score
from leerlog.domain.text import in_quotes
from leerlog.domain.value import Level, parse_level
from leerlog.domain.waiting import as_wait, item_of, place_of, see_that_it_may_wait, waits_until
from leerlog.domain.when import means_date, parse_date

KIND_OF: dict[str, Kind] = {"follow-up": "follow_up", "obstacle": "obstacle", "ask": "ask"}
BETWEEN = ", "  # between several choices, as they are kept
_BULLET = re.compile(r"\A(?:\s+|[-*•](?:\s+|$)|\[[ xX]?\](?:\s+|$))+")


class Mistake(NamedTuple):
    """An answer that can't be used; `prompt` is its id."""

    prompt: str
    message: str


# What was done already, with the day: then 3 nov is the last one, and not the next.
_DONE = re.compile(r"(?:(?:is\s+)?al\s+)?gedaan:?\s+(?:op\s+)?(.+)|(?:op\s+)?(.+?),?\s+(?:al\s+)?gedaan", re.IGNORECASE)


def check(prompt: Question, text: str, today: date, texts: Mapping[str, str] | None = None) -> str:
    """The answer in the form that is kept: a date as ISO, a choice as its id, items as the journal writes them.

    That a question waits is kept as `later` and a date.

    texts: the answers given before, to hold a course's end against its start.

    Raises:
        ValueError: with the reason in Dutch.
    """
    text = clean(text)
    if wrong := bad_character(text, "je antwoord"):
        raise ValueError(wrong)
    if is_blank(text):
        return ""
    if wait := as_wait(prompt, text, today):
        return wait
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
    return ", ".join(names_said(text))


def _check_choice(prompt: Question, text: str, today: date) -> str:
    if not prompt.several:
        return _one_choice(prompt, text)
    try:
        return _one_choice(prompt, text)  # one that has a comma or *en* in it
    except ValueError:
        chosen = {_one_choice(prompt, word) for word in _several(text)}
    return BETWEEN.join(choice.id for choice in prompt.choices if choice.id in chosen)


def _several(text: str) -> list[str]:
    """The choices in an answer that may have more of them: `1, 3`, `1 3`, `team en burger`."""
    words = [one_line(part) for part in re.split(r"[,;/\n&+]|\ben\b", text)]
    parted = [part for word in words for part in (word.split() if re.fullmatch(r"[0-9 ]+", word) else [word])]
    return [part for part in parted if part] or [one_line(text)]


def _one_choice(prompt: Question, text: str) -> str:
    word = one_line(text).lower()
    if word.isascii() and word.isdigit() and 1 <= int(word) <= len(prompt.choices):
        return prompt.choices[int(word) - 1].id
    exact = [c.id for c in prompt.choices if word in (c.id.lower(), c.text.lower())]
    near = exact or [c.id for c in prompt.choices if c.id.lower().startswith(word) or c.text.lower().startswith(word)]
    if len(near) != 1:
        options = ", ".join(f"{i} {choice.text}" for i, choice in enumerate(prompt.choices, 1))
        raise ValueError(f"{in_quotes(text)} staat er niet bij. Kies uit: {options}")
    return near[0]


def _check_level(text: str) -> str:
    level = parse_level(text)
    if level is None:
        options = ", ".join(f"{level.number} {level}" for level in Level)
        raise ValueError(f"{in_quotes(text)} is geen waardeniveau. Kies uit: {options}")
    return level.value


def _check_scale(prompt: Question, text: str, today: date) -> str:
    if score(prompt, text) is None:
        raise ValueError(
            f"{in_quotes(text)} kan hier niet. Begin met een cijfer van {prompt.low} tot en met {prompt.high}"
        )
    return text


_CHECKS = {"date": _check_date, "people": _check_people, "choice": _check_choice, "scale": _check_scale}


def check_all(checklist: Checklist, texts: Mapping[str, str], today: date) -> tuple[dict[str, str], list[Mistake]]:
    """All answers in the form that is kept, and every mistake at once, unknown ids included."""
    checked: dict[str, str] = {}
    mistakes: list[Mistake] = []
    prompts = {prompt.id: prompt for prompt in checklist.known()}
    # In the order of asking, so that a start is known before its end is held against it.
    for name in [*prompts, *(name for name in texts if name not in prompts)]:
        if name not in texts:
            continue
        if name not in prompts:
            mistakes.append(Mistake(name, _unknown(name, list(prompts))))
            continue
        try:
            see_that_it_may_wait(checklist, prompts[name], texts[name], today)
            checked[name] = check(prompts[name], texts[name], today, checked)
        except ValueError as error:
            mistakes.append(Mistake(name, str(error)))
    return checked, mistakes


def _unknown(name: str, known: list[str]) -> str:
    return f"{in_quotes(name)} is geen vraag van deze checklist.{meant(near(name, known))}"


def check_items(prompt: Question, text: str, today: date) -> str:
    """The items of an answer as the journal writes them, a line each; a date for fixed words.

    Raises:
        ValueError: with the reason in Dutch.
    """
    if prompt.item:
        return _check_fixed(prompt, text, today)
    lines = text.split("\n") if prompt.repeats else [one_line(text)]
    return "\n".join(found for line in lines if (found := _check_one(line, today)))


def _check_fixed(prompt: Question, text: str, today: date) -> str:
    from leerlog.domain.spacing import spaced  # most runs only read what was answered

    if prompt.weeks and (days := spaced(prompt, _BULLET.sub("", text, count=1), today)) is not None:
        return "\n".join(day.isoformat() for day in days)
    text = _unmarked(text)
    done = _DONE.fullmatch(text)
    day = (done[1] or done[2]) if done else text
    try:
        return parse_date(day, today, "back" if done else "forward").isoformat()
    except ValueError:
        if means_date(text):
            raise
    return _check_one(text, today)


def _unmarked(text: str) -> str:
    return one_line(_BULLET.sub("", text, count=1))


def _check_one(line: str, today: date) -> str:
    line = _unmarked(line)
    if not line:
        return ""
    kept = ""
    # Once brackets are read, the words around them may say more; what is kept says all of it.
    while line != kept:
        line, kept = _as_kept(line, today), line
    return kept


def _as_kept(line: str, today: date) -> str:
    item, slip, *_ = read_line("follow_up", line, today, typed=True)
    if slip:
        raise ValueError(slip)
    # What stood behind brackets at the beginning may begin like an item too.
    item = item._replace(text=_unmarked(item.text))
    if not item.text:
        raise ValueError("schrijf er ook bij wat er moet gebeuren")
    return item_line(item)


def read_item(kind: str, line: str) -> FollowUp:
    """The item that one checked line means."""
    return read_line(KIND_OF[kind], line, None).item


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
    given = (_fixed(prompt, line) for line in (text.split("\n") if prompt.weeks else [text]))
    return tuple(_done_by(item, today) for item in given if item.due or _is_sub(prompt))


def _done_by(item: FollowUp, today: date) -> FollowUp:
    done = item.due if item.due and item.due < today else None
    return item._replace(done=done, ticked=done is not None)


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
    plans: list[FollowUp] = []
    filled = {prompt.fills: texts.get(prompt.id, "") for prompt in checklist.prompts() if prompt.fills}
    for prompt in checklist.known():
        text, kept = texts.get(prompt.id, ""), False
        if not text or prompt.fills:
            continue
        if day := waits_until(prompt, text):
            follow_ups.append(item_of(prompt, day))
            continue
        if prompt.kind in ITEM_KINDS:
            made = items(prompt, text, today, nothing)
            follow_ups += made
            kept = any(item.private for item in made)
            text = text if prompt.item else "\n".join(item.text for item in items(prompt, text, today))
        plans += plan(prompt, text, nothing)
        if not _is_sub(prompt):
            answers.append(Answer(prompt.id, text, prompt.text, _level(prompt, texts), kept))
    return Filled(
        tuple(answers),
        (*follow_ups, *plans),
        parse_level(filled.get("value", "")),
        filled.get("course", ""),
        names(filled.get("with", "")),
    )


def with_answer(
    entry: Entry, number: int, filled: Filled, checklist: Checklist, question: Question, done: date
) -> Entry:
    """The entry with the answer to a question that waited at its place, what it makes, and its item ticked.

    number: of that item, from 1. filled: what the answer gives an entry. done: when it was answered.
    """
    at = place_of(question, entry, checklist)
    answers = (*entry.answers[:at], *filled.answers, *entry.answers[at:])
    item = entry.follow_ups[number - 1]
    ticked = item._replace(done=done, ticked=True, result="" if item.dropped else item.result)
    items = (*entry.follow_ups[: number - 1], ticked, *entry.follow_ups[number:], *filled.follow_ups)
    return entry._replace(answers=answers, follow_ups=items)


def plan(prompt: Question, text: str, nothing: Says = never) -> tuple[FollowUp, ...]:
    """The item that a plan makes, without a day: it is for the days in which something is to be used."""
    words = plan_in(text) if prompt.plan and not nothing(text) else ""
    return (FollowUp("follow_up", words),) if words else ()


def _level(prompt: Question, texts: Mapping[str, str]) -> Level | None:
    """The level of an answer: its question's, or the one that was chosen for it."""
    chosen = (parse_level(texts.get(each.id, "")) for each in prompt.then if each.fills == LEVEL)
    return next(chosen, None) or prompt.value


def items_by_question(checklist: Checklist, texts: Mapping[str, str], today: date) -> list[tuple[str, FollowUp]]:
    """The items that checked answers make, each with the question that it came up with."""
    given = [(prompt, texts.get(prompt.id, "")) for prompt in checklist.prompts()]
    made = [(p, (*(items(p, text, today) if p.kind in ITEM_KINDS else ()), *plan(p, text))) for p, text in given]
    return [(prompt.id.partition(".")[0], item) for prompt, found in made for item in found]


def in_words(prompt: Question, text: str) -> str:
    """A checked answer as a person reads it: a date in full, a choice or a score by its words, items one a line.

    An answer that was never checked stays as it was typed.
    """
    if day := waits_until(prompt, text):
        return f"wacht tot {full_date(day)}"
    try:
        if prompt.kind == "date":
            return full_date(date.fromisoformat(text))
        if prompt.kind in ITEM_KINDS:
            return "\n".join(_item_in_words(prompt, line) for line in text.split("\n") if line.strip())
    except ValueError:
        return text
    if prompt.kind == "scale":
        return _score_in_words(prompt, text)
    said = {choice.id: choice.text for choice in prompt.choices}
    words = text.split(BETWEEN) if prompt.several and text not in said else [text]
    return BETWEEN.join(said.get(word, word) for word in words)


def _score_in_words(prompt: Question, text: str) -> str:
    value = score(prompt, text)
    place = value - prompt.low if value is not None else len(prompt.choices)
    if place >= len(prompt.choices):
        return text
    more = note(text)
    return f"{value} {prompt.choices[place].text}" + (f": {more}" if more else "")


def _item_in_words(prompt: Question, line: str) -> str:
    if prompt.item:
        try:
            return full_date(date.fromisoformat(line))
        except ValueError:
            pass
    item = read_item(prompt.kind, line)
    parts = [item.text, item.who, f"voor {full_date(item.due)}" if item.due else ""]
    return " · ".join(part for part in parts if part)
