"""What the reports need to know of the content, worked out once from the guide."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leerlog.domain.checklist import Checklist, Question
from leerlog.domain.course import WINDOW_DAYS
from leerlog.domain.value import Level

if TYPE_CHECKING:
    from leerlog.domain.guide import Guide

STUCK_DAYS = 14

# What is written in these is planning or looking around: nothing to weigh.
PLANNING = frozenset({"prepare", "during", "debrief", "design", "hill", "conditions"})


@dataclass(frozen=True, slots=True)
class Lens:
    """How the reports look at entries.

    titles: how the value levels are called.
    levels: the level of a question's answers, by checklist and question.
    silent: questions whose answers are never yield: dates, choices, people,
        scales, and the items that stand in the agenda.
    asked: the questions that take not just any words, but a date, a choice, a
        score, people or something to do.
    conditions, hill: the scale questions of these checklists.
    talk: the questions of the waardecheck.
    window_days: how long a course's application window is.
    stuck_days: how long a potential may lie before it is called stuck.
    """

    titles: Mapping[Level, str] = field(default_factory=dict)
    levels: Mapping[tuple[str, str], Level] = field(default_factory=dict)
    silent: frozenset[tuple[str, str]] = frozenset()
    asked: Mapping[tuple[str, str], Question] = field(default_factory=dict)
    conditions: tuple[Question, ...] = ()
    hill: tuple[Question, ...] = ()
    talk: tuple[str, ...] = ()
    window_days: int = WINDOW_DAYS
    stuck_days: int = STUCK_DAYS


def lens(guide: "Guide", window_days: int = WINDOW_DAYS) -> Lens:
    """The lens that a guide gives, a person's own checklists included."""
    prompts = [(checklist.id, prompt) for checklist in guide.checklists for prompt in checklist.prompts()]
    return Lens(
        titles={text.level: text.title for text in guide.levels},
        levels={(name, prompt.id): prompt.value for name, prompt in prompts if prompt.value},
        silent=frozenset((name, prompt.id) for name, prompt in prompts if prompt.kind != "text"),
        asked={(name, prompt.id): prompt for name, prompt in prompts if prompt.kind != "text"},
        conditions=_scales(guide.checklists, "conditions"),
        hill=_scales(guide.checklists, "hill"),
        talk=guide.talk,
        window_days=window_days,
    )


def _scales(checklists: tuple[Checklist, ...], name: str) -> tuple[Question, ...]:
    found = (checklist.questions for checklist in checklists if checklist.id == name)
    return tuple(question for questions in found for question in questions if question.kind == "scale")
