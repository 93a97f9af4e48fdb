"""A reader that follows a script, and checklists to try it on."""

import io
from collections.abc import Sequence
from datetime import date

from leerlog.dialogue.screen import Screen
from leerlog.dialogue.talk import Reply, Talk, Turn
from leerlog.domain.checklist import Checklist, Choice, Question

TODAY = date(2026, 11, 23)  # a Monday

BACK = "back"
STOP = "stop"
END = "end"


class Script:
    """A reader that gives what the script says.

    A text is an answer; (move, text) goes elsewhere with that text in the
    input; None is Enter on what stands there. `turns` keeps what each began with.
    """

    live = True
    echoes = False
    tells = False
    narrows = False
    manual = ""

    def __init__(self, *replies: str | None | tuple[str, str]) -> None:
        self._replies = list(replies)
        self.turns: list[Turn] = []

    @property
    def left(self) -> int:
        """How many replies were not asked for."""
        return len(self._replies)

    def read(self, turn: Turn) -> Reply:
        """The next reply of the script."""
        self.turns.append(turn)
        reply = self._replies.pop(0)
        if isinstance(reply, tuple):
            return Reply(reply[1], reply[0])  # type: ignore[arg-type]
        return Reply(turn.given if reply is None else reply)


def scripted(*replies: str | None | tuple[str, str]) -> tuple[Talk, Script]:
    """A talk with a script, on a plain screen that can be read with `said`."""
    reader = Script(*replies)
    return Talk(reader, Screen(io.StringIO(), plain=True), TODAY), reader


def said(talk: Talk) -> str:
    """All that was shown."""
    assert isinstance(talk.screen.stream, io.StringIO)
    return talk.screen.stream.getvalue()


def question(name: str, text: str = "", **settings: object) -> Question:
    """A question with the settings that matter."""
    return Question(name, text or f"Wat is {name}?", "1", **settings)  # type: ignore[arg-type]


def checklist(*questions: Question, **settings: object) -> Checklist:
    """A checklist of these questions."""
    return Checklist(
        "prepare", "Voorbereiding", "Kop", "2.2", "course", "ieder", "Tien minuten.", questions, **settings
    )  # type: ignore[arg-type]


CHOICES = (Choice("alleen", "alleen"), Choice("collega", "met een collega"), Choice("team", "met het team"))


def small() -> Sequence[Question]:
    """A question of every kind."""
    return (
        question("start", kind="date", numbered=False),
        question("goal", hint="Waarom?"),
        question("apply", then=(question("apply.obstacle", kind="obstacle", repeats=True),)),
        question("assignment", kind="follow-up"),
        question("discuss", kind="follow-up", item="Bespreken met je leidinggevende", who="leidinggevende"),
        question("together", kind="choice", choices=CHOICES, numbered=False),
        question("support", kind="scale", low=1, high=5, numbered=False),
        question("with", kind="people", numbered=False),
    )
