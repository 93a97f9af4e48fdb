"""What a conversation needs: a reader, a screen, a clock, and asking until an answer will do."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from typing import Literal, NamedTuple, Protocol

from leerlog.dialogue.screen import Screen
from leerlog.domain.dates import count
from leerlog.domain.text import visible
from leerlog.errors import Stopped


class Clock(NamedTuple):
    """How long something takes, in whole minutes: a number that changes every second asks for eyes.

    name: who is telling.
    seconds: how many have passed, asked anew each time.
    """

    name: str
    seconds: Callable[[], float]

    @property
    def minutes(self) -> int:
        """How many have passed."""
        return int(self.seconds() // 60)

    @property
    def brief(self) -> str:
        """As a corner of the screen has room for it: 3 min."""
        return f"{self.minutes} min"

    @property
    def named(self) -> str:
        """With who is telling: Anja · 3 min."""
        return f"{visible(self.name)} · {self.brief}"

    @property
    def told(self) -> str:
        """In words: 3 minuten."""
        return count(self.minutes, "minuut", "minuten")


# on: Enter; back: to the question before; stop: later, keep everything; end:
# the input has run out, the rest is skipped.
Move = Literal["on", "back", "stop", "end"]


class Reply(NamedTuple):
    """What was typed, and where the person goes."""

    text: str
    move: Move = "on"


SKIPPED = "overgeslagen"


class Choice(NamedTuple):
    """What can be chosen: as it is drawn in a list, as it is said in plain text, and what else it is found by."""

    drawn: str
    spoken: str
    also: str = ""


class Turn(NamedTuple):
    """What reading one answer begins with.

    given: the text that stands in the input.
    wrong: why an answer was refused, which may be that text; "" when none was.
    background: shows the explanation, without losing what was typed; None when there is none.
    words: what may be completed.
    empty: what an empty answer means; "" when it means nothing.
    clock: what tells how long it takes, when somebody wants to know.
    short: whether the answer is a word or so, that is typed anew and not mended.
    back: whether there is a question before it.
    later: whether the person who stops goes on later where it stopped.
    leaves: whether Esc leaves what is being asked for.
    waits: whether the question can wait.
    choices: what one is to be chosen of, by its place, for a reader that narrows.
    above: how many rows above the input are to stay in sight: the question.
    """

    given: str = ""
    wrong: str = ""
    background: Callable[[], None] | None = None
    words: Sequence[str] = ()
    empty: str = SKIPPED
    clock: Clock | None = None
    short: bool = False
    back: bool = True
    later: bool = True
    leaves: bool = False
    waits: bool = False
    choices: Sequence[Choice] = ()
    above: int = 0


BLANK = Turn()
# How many characters are as quickly typed anew: a number, and a word or a date where one is asked for.
SHORT, SHORT_ASKED = 2, 30


class Reader(Protocol):
    """Reads one answer.

    live: whether a person sits there, and not a pipe.
    echoes: whether the terminal keeps showing what was typed.
    tells: whether it shows itself why an answer was refused, for as long as that matters.
    narrows: whether it shows choices itself, and fewer of them while words are typed.
    manual: how to answer, for readers that have no footer.
    """

    live: bool
    echoes: bool
    tells: bool
    narrows: bool
    manual: str

    def read(self, turn: Turn) -> Reply:
        """One answer, or where the person goes instead."""
        ...


class Talk(NamedTuple):
    """Who reads, what shows, and which day it is.

    clock: runs beside every question, where there is one.
    leaving: what is said when the person leaves with Esc or stops, where that is possible.
    """

    reader: Reader
    screen: Screen
    today: date
    clock: Clock | None = None
    leaving: str = ""


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
    or Shift+Tab don't get through. A refused answer stays in the input, to be
    mended, unless it is as quickly typed anew.
    """
    turn = turn._replace(clock=talk.clock, leaves=bool(talk.leaving), background=_reminding(talk, turn.background))
    refused = ""
    while True:
        talk.screen.remind()
        try:
            reply = talk.reader.read(turn._replace(above=talk.screen.above))
        except KeyboardInterrupt:  # Ctrl+C came before the reader had the keys
            reply = Reply(turn.given, "stop")
        command = reply.text.strip() if reply.move == "on" else ""
        if command == "?":
            (turn.background or (lambda: talk.screen.say("Hier hoort geen uitleg bij.")))()
            continue
        if command == "<":
            reply = Reply(turn.given, "back")
        if reply.move == "end" and turn.wrong:
            return Heard("stop", refused)
        if reply.move != "on":
            _show_leaving(talk, reply)
            return Heard(reply.move, reply.text)
        try:
            value = check(reply.text)
        except ValueError as error:
            refused = reply.text
            if not talk.reader.tells:
                talk.screen.wrong(str(error))
            anew = talk.reader.live and len(refused.strip()) <= (SHORT_ASKED if turn.short else SHORT)
            turn = turn._replace(given="" if anew else refused, wrong=str(error))
            continue
        if not talk.reader.echoes:
            talk.screen.echo(reply.text, turn.empty)
        return Heard("on", reply.text, value)


def _reminding(talk: Talk, background: Callable[[], None] | None) -> Callable[[], None] | None:
    """What shows the explanation, and the question again where that drove it away."""
    if not background:
        return None

    def show() -> None:
        background()
        talk.screen.remind()

    return show


def _show_leaving(talk: Talk, reply: Reply) -> None:
    if reply.move == "back":
        if not talk.leaving:
            talk.screen.back()
    elif reply.move == "stop" and reply.text and not talk.reader.echoes:
        with suppress(OSError):  # a closed window has no screen any more
            talk.screen.echo(reply.text)
