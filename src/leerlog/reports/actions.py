"""What can be done for learning at work: actions by factor, what helps a low score, and what was tried."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from leerlog.domain.agenda import Item
from leerlog.domain.entry import Entry
from leerlog.domain.near import near
from leerlog.domain.score import Score
from leerlog.reports.agenda import items

if TYPE_CHECKING:
    from leerlog.domain.guide import Factor, Principle, Remedy

# Where a picked action stands: in an entry of its own, or in the round that led to it.
PICKED = ("actions", "conditions")


class Action(NamedTuple):
    """Something to do, with the number to pick it by."""

    number: int
    text: str
    factor: str = ""


class Actions(NamedTuple):
    """One factor with its actions and an example."""

    factor: "Factor"
    actions: tuple[Action, ...]


class Advice(NamedTuple):
    """What can help a low score, and why."""

    score: Score
    because: str
    actions: tuple[Action, ...]


def number_actions(factors: "Iterable[Factor]") -> tuple[Actions, ...]:
    """All factors with their actions, numbered from 1 over the whole list, so that a number stays the same."""
    numbered, number = [], 0
    for factor in factors:
        found = tuple(Action(number + at, text, factor.title) for at, text in enumerate(factor.actions, 1))
        number += len(found)
        numbered.append(Actions(factor, found))
    return tuple(numbered)


def choices(groups: Iterable[Actions | Advice]) -> dict[int, str]:
    """What can be picked, by number."""
    return {action.number: action.text for group in groups for action in group.actions}


def choose(groups: Sequence[Actions], word: str) -> tuple[tuple[Actions, ...], tuple[str, ...]]:
    """The factors of the level that a word names, or the one factor; else none, and what may have been meant.

    Case and brackets are forgiven, and a beginning will do when it fits one only.
    """
    named: dict[str, tuple[Actions, ...]] = {}
    for group in groups:
        level = group.factor.level
        named[level] = (*named.get(level, ()), group)
    named |= {name: (group,) for group in groups for name in (group.factor.title, group.factor.id) if name not in named}
    keys = {name: _bare(name) for name in named}
    asked = _bare(word)
    for fits in (str.__eq__, str.startswith, str.__contains__):
        found = {named[name]: name for name in reversed(keys) if asked and fits(keys[name], asked)}
        if len(found) == 1:
            return next(iter(found)), ()
        if found:
            return (), tuple(found.values())[::-1]
    close = near(asked, keys.values())
    return (), tuple(name for name, bare in keys.items() if bare in close)[:1]


def _bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def ideas(scores: Iterable[Score], principles: "Iterable[Principle]") -> tuple[Advice, ...]:
    """The ideas for weak principles, numbered from 1 over all of them."""
    texts = {principle.id: principle.ideas for principle in principles}
    found, number = [], 0
    for score in scores:
        actions = tuple(Action(number + at, text) for at, text in enumerate(texts.get(score.question, ()), 1))
        number += len(actions)
        found.append(Advice(score, "", actions))
    return tuple(found)


def remedies(scores: Iterable[Score], known: "Iterable[Remedy]", groups: Sequence[Actions]) -> tuple[Advice, ...]:
    """The actions that fit low conditions, with their numbers of the whole list."""
    by_factor = {group.factor.id: group.actions for group in groups}
    by_condition: Mapping[str, Remedy] = {remedy.condition: remedy for remedy in known}
    found = []
    for score in scores:
        if remedy := by_condition.get(score.question):
            actions = tuple(action for name in remedy.factors for action in by_factor.get(name, ()))
            found.append(Advice(score, remedy.because, actions))
    return tuple(found)


def picked(entries: Iterable[Entry], today: date) -> tuple[Item, ...]:
    """The actions that were picked: what still runs first, then what was tried, the latest first."""
    found = [
        item
        for entry in entries
        if entry.checklist in PICKED
        for item in items(entry, today)
        if item.kind == "follow_up"
    ]
    running = sorted((item for item in found if item.open), key=lambda item: (item.due or date.max, item.since))
    tried = sorted((item for item in found if not item.open), key=lambda item: item.done or item.since, reverse=True)
    return (*running, *tried)
