"""What the reports need to know of the content, worked out once from the guide."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from leerlog.domain.agenda import waits
from leerlog.domain.checklist import Checklist, Question
from leerlog.domain.course import WINDOW_DAYS
from leerlog.domain.entry import WAARDECHECK, Answer, FollowUp
from leerlog.domain.outcome import Nothing
from leerlog.domain.told import TABLE
from leerlog.domain.value import Level

if TYPE_CHECKING:
    from leerlog.domain.agenda import Item
    from leerlog.domain.guide import Guide

STUCK_DAYS = 14
# What lies on the table of a meeting stands in its stories too, and counts there.
TOLD = (WAARDECHECK, TABLE)
# The question whose fixed words ask to recall, whichever checklist planned it.
NEXT_RECALL = ("recall", "next")
_NONE: Mapping[Any, Any] = {}

# What is written in these is planning or looking around: nothing to weigh.
PLANNING = frozenset({"prepare", "design", "hill", "conditions"})


class Helps(NamedTuple):
    """What can help a low condition: why, and the actions, each with its number to pick it by and its factor."""

    because: str
    actions: tuple[tuple[int, str, str], ...]


class ContentRules(NamedTuple):
    """How the reports look at entries.

    titles: how the value levels are called.
    levels: the level of a question's answers, by checklist and question.
    silent: questions whose answers are never yield: dates, choices, people,
        scales, the items that stand in the agenda, and where other questions
        of the checklist have a level, or ask for one, those that don't.
    nothing: the words of an answer that says no more than that there is nothing yet.
    asked: the questions that take not just any words, but a date, a choice, a
        score, people or something to do; and the table of a meeting.
    conditions, hill: the scale questions of these checklists.
    helps: what can help each condition.
    talk: the questions of the waardecheck.
    window_days: how long a course's application window is.
    stuck_days: how long a potential may lie before it is called stuck.
    """

    titles: Mapping[Level, str] = _NONE
    levels: Mapping[tuple[str, str], Level] = _NONE
    silent: frozenset[tuple[str, str]] = frozenset()
    asked: Mapping[tuple[str, str], Question] = _NONE
    nothing: Nothing = Nothing()
    conditions: tuple[Question, ...] = ()
    hill: tuple[Question, ...] = ()
    helps: Mapping[str, Helps] = _NONE
    talk: tuple[str, ...] = ()
    window_days: int = WINDOW_DAYS
    stuck_days: int = STUCK_DAYS

    def counts(self, checklist: str, answer: Answer) -> bool:
        """Whether an answer can be yield: to a question that looks for it, and saying more than that there is none."""
        return (checklist, answer.question) not in self.silent and not self.nothing.said(answer.text)

    def level(self, checklist: str, answer: Answer, base: Level | None) -> Level | None:
        """The level of an answer: its own, else its question's, else its entry's; None for what does not count."""
        level = answer.value or self.levels.get((checklist, answer.question)) or base
        return level if level and self.counts(checklist, answer) else None

    def is_recall(self, item: "Item | FollowUp") -> bool:
        """Whether an item is there to recall what was learned."""
        return is_one_of(item, words_of(self, *NEXT_RECALL))

    def is_for_oneself(self, item: "Item | FollowUp") -> bool:
        """Whether an item is for one's own agenda and nothing that was agreed: a recall, or a question that waits."""
        return self.is_recall(item) or waits(item)


def words_of(rules: ContentRules, checklist: str, *questions: str) -> tuple[str, ...]:
    """The fixed words of the items that these questions make."""
    found = (rules.asked.get((checklist, question)) for question in questions)
    return tuple(question.item for question in found if question and question.item)


def is_one_of(item: "Item | FollowUp", words: tuple[str, ...]) -> bool:
    """Whether an item is one of these fixed words, with or without what was said behind them."""
    return item.kind == "follow_up" and any(item.text == each or item.text.startswith(f"{each}:") for each in words)


def content_rules(guide: "Guide", window_days: int = WINDOW_DAYS) -> ContentRules:
    """The rules that a guide gives, a person's own checklists included."""
    prompts = [(checklist.id, prompt) for checklist in guide.checklists for prompt in checklist.known()]
    return ContentRules(
        titles={text.level: text.title for text in guide.levels},
        levels={(name, prompt.id): prompt.value for name, prompt in prompts if prompt.value},
        silent=frozenset({TOLD, *(silent for checklist in guide.checklists for silent in _silent(checklist))}),
        nothing=Nothing(guide.nothing),
        asked={
            TOLD: Question(TABLE, "", ""),
            **{(name, prompt.id): prompt for name, prompt in prompts if prompt.kind != "text"},
        },
        conditions=_scales(guide.checklists, "conditions"),
        hill=_scales(guide.checklists, "hill"),
        helps=_helps(guide),
        talk=guide.talk,
        window_days=window_days,
    )


def _helps(guide: "Guide") -> dict[str, Helps]:
    from leerlog.reports.actions import number_actions  # what is remembered of this is made once

    actions = {group.factor.id: group.actions for group in number_actions(guide.factors)}
    found = {}
    for each in guide.remedies:
        fit = ((act.number, act.text, act.factor) for name in each.factors for act in actions.get(name, ()))
        found[each.condition] = Helps(each.because, tuple(fit))
    return found


def _silent(checklist: Checklist) -> list[tuple[str, str]]:
    prompts = checklist.known()
    valued = {prompt.id for prompt in prompts if prompt.value or prompt.asks_level}
    return [(checklist.id, p.id) for p in prompts if p.kind != "text" or (valued and p.id not in valued)]


def _scales(checklists: tuple[Checklist, ...], name: str) -> tuple[Question, ...]:
    found = (checklist.questions for checklist in checklists if checklist.id == name)
    return tuple(question for questions in found for question in questions if question.kind == "scale")
