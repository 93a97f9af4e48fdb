"""Checklists: the questions that the handreiking asks."""

from datetime import date
from typing import Literal, NamedTuple

from leerlog.domain.value import Level

Kind = Literal["text", "date", "people", "choice", "scale", "follow-up", "obstacle", "ask"]
ITEM_KINDS = ("follow-up", "obstacle", "ask")
Scope = Literal["moment", "course", "period"]
COURSE = "traject"  # what a question shows beside which all stands that was written about its course
# Where nobody asks: when a question `after_no` is to be answered.
AFTER_NO = "Alleen als er hierboven nog niets is."
LEVEL = "level"  # what a short question fills that asks for the level of the answer before it


class Choice(NamedTuple):
    """One of a question's fixed answers; its id is what the journal keeps."""

    id: str
    text: str


class Question(NamedTuple):
    """One question, or a short one that comes after it (`then`).

    kind: what an answer looks like. A follow-up, obstacle or ask becomes an
        item in the agenda; with `item` its words are fixed and the answer says
        when, without it the answer is the words, and who and when are asked.
    numbered: whether it counts in "Vraag 3 van 9".
    repeats: whether an item question takes several, one a line.
    weeks: of an item with fixed words, after how many weeks it is best done; more than one may be chosen.
    planned: the days after today on which that stands in the agenda already; who asks fills it in.
    after_no: whether a short question is asked only when the answer before it says that there is nothing yet.
    retired: whether it is asked no more; its answers in old notes and files are read as ever.
    several: whether a choice takes more than one.
    plan: whether its answer is an if-then plan, which becomes an item in the agenda as well (`domain.plan`).
    fills: the entry's own field that the answer goes to ("value", "course",
        "with") instead of a heading of its own; "level" for a short question
        whose answer is the value level of the answer before it.
    shows: `checklist.question` whose earlier answer, for the same course, is
        shown beside this one; COURSE for all that was written about it.
    waits: whether it can be answered on a later day (`domain.waiting`).
    choices: the fixed answers; of a scale, what its scores are called, the lowest first.
    low, high: the ends of a scale, 0 and 0 for other kinds.
    """

    id: str
    text: str
    section: str
    kind: Kind = "text"
    hint: str = ""
    value: Level | None = None
    numbered: bool = True
    repeats: bool = False
    fills: str = ""
    shows: str = ""
    topic: str = ""
    item: str = ""
    who: str = ""
    choices: tuple[Choice, ...] = ()
    low: int = 0
    high: int = 0
    then: tuple["Question", ...] = ()
    retired: bool = False
    plan: bool = False
    several: bool = False
    after_no: bool = False
    weeks: tuple[int, ...] = ()
    planned: tuple[date, ...] = ()
    waits: bool = False

    @property
    def is_level(self) -> bool:
        """Whether its answer is a value level."""
        return self.fills in ("value", LEVEL)

    @property
    def asks_level(self) -> bool:
        """Whether the level of its answer is for the person to choose."""
        return any(each.fills == LEVEL for each in self.then)


class Checklist(NamedTuple):
    """A list of questions with the moment it belongs to.

    scope: what one round of it is about: a moment, a course or a period.
    retired: questions that are asked no more.
    """

    id: str
    title: str
    heading: str
    section: str
    scope: Scope
    audience: str
    intro: str
    questions: tuple[Question, ...]
    topic: str = ""
    retired: tuple[Question, ...] = ()

    @property
    def numbered(self) -> tuple[Question, ...]:
        """The questions that are counted."""
        return tuple(question for question in self.questions if question.numbered)

    @property
    def waits(self) -> bool:
        """Whether any of its questions can be answered on a later day."""
        return any(prompt.waits for prompt in self.prompts())

    def prompts(self) -> tuple[Question, ...]:
        """Every question in the order of asking; the short ones have ids like `results.interim`."""
        return tuple(prompt for question in self.questions for prompt in (question, *question.then))

    def known(self) -> tuple[Question, ...]:
        """Every question of which an answer is understood: those that are asked, and then the retired ones."""
        return (*self.prompts(), *self.retired)


COMMANDS = frozenset(
    {
        "moment",
        "prepare",
        "during",
        "debrief",
        "after",
        "design",
        "hill",
        "insights",
        "conditions",
        "waardecheck",
        "recall",
    }
)


def command_of(checklist: Checklist) -> str:
    """The command that asks a checklist: leerlog prepare, or leerlog ask for one's own."""
    return f"leerlog {checklist.id}" if checklist.id in COMMANDS else f"leerlog ask {checklist.id}"
