"""What a conversation needs: a reader, a screen, and asking until an answer will do."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from typing import Literal, NamedTuple, Protocol

from leerlog.dialogue.clock import Clock
from leerlog.dialogue.screen import Screen
from leerlog.errors import Stopped

# on: Enter; back: to the question before; stop: later, keep everything; end:
# the input has run out, the rest is skipped.
Move = Literal["on", "back", "stop", "end"]


class Reply(NamedTuple):
    """What was typed, and where the person goes."""

    text: str
    move: Move = "on"


class Turn(NamedTuple):
    """What reading one answer begins with.

    given: the text that stands in the input.
    wrong: whether that text is an answer that was refused.
    background: shows the explanation, without losing what was typed.
    words: what may be completed.
    empty: what an empty answer means.
    clock: what tells how long it takes, when somebody wants to know.
    """

    given: str = ""
    wrong: bool = False
    background: Callable[[], None] | None = None
    words: Sequence[str] = ()
    empty: str = "overgeslagen"
    clock: Clock | None = None


BLANK = Turn()
SHORT = 2


class Reader(Protocol):
    """Reads one answer.

    live: whether a person sits there, and not a pipe.
    echoes: whether the terminal keeps showing what was typed.
    manual: how to answer, for readers that have no footer.
    """

    live: bool
    echoes: bool
    manual: str

    def read(self, turn: Turn) -> Reply:
        """One answer, or where the person goes instead."""
        ...


class Talk(NamedTuple):
    """Who reads, what shows, and which day it is.

    clock: runs beside every question, where there is one.
    """

    reader: Reader
    screen: Screen
    today: date
    clock: Clock | None = None


class Interrupted(Stopped):
    """The person stopped; `text` is the half answer that stood in the input."""

    def __init__(self, message: str, text: str = "") -> None:
        super().__init__(message)
        self.text = text


class Heard(NamedTuple):
    """An answer as typed, and its checked form once the person went on."""

    move: Move
    typed: str
    value: str = ""


def listen(talk: Talk, check: Callable[[str], str], turn: Turn = BLANK) -> Heard:
    """Read until the answer will do, or the person goes elsewhere.

    `?` alone asks for the explanation and `<` alone goes back, also where F1
    or Shift+Tab don't get through. A refused answer stays in the input.
    """
    background = turn.background or (lambda: talk.screen.say("Hier hoort geen uitleg bij."))
    turn = turn._replace(background=background, clock=talk.clock)
    while True:
        reply = talk.reader.read(turn)
        command = reply.text.strip() if reply.move == "on" else ""
        if command == "?":
            background()
            continue
        if command == "<":
            reply = Reply(turn.given, "back")
        if reply.move == "end" and turn.wrong:
            return Heard("stop", turn.given)
        if reply.move != "on":
            _show_leaving(talk, reply)
            return Heard(reply.move, reply.text)
        try:
            value = check(reply.text)
        except ValueError as error:
            talk.screen.wrong(str(error))
            # A number that won't do is typed anew; anything longer is there to mend.
            given = "" if talk.reader.live and len(reply.text.strip()) <= SHORT else reply.text
            turn = turn._replace(given=given, wrong=True)
            continue
        if not talk.reader.echoes:
            talk.screen.echo(reply.text, turn.empty)
        return Heard("on", reply.text, value)


def _show_leaving(talk: Talk, reply: Reply) -> None:
    if reply.move == "back":
        talk.screen.back()
    elif reply.move == "stop" and reply.text and not talk.reader.echoes:
        with suppress(OSError):  # a closed window has no screen any more
            talk.screen.echo(reply.text)
