"""One of many: a numbered list, the likeliest first, that words make shorter."""

import unicodedata
from collections.abc import Sequence

from leerlog.dialogue.talk import Choice, Interrupted, Talk, Turn
from leerlog.domain.entry import one_line
from leerlog.domain.text import in_quotes, shorten

HINT = "typ een nummer, of een paar woorden"
NOTHING = "Hier staat niets bij met {}"
ECHOED = 60  # characters of what was chosen
MOST = 10  # that are shown at once


def pick(talk: Talk, question: str, choices: Sequence[Choice]) -> int | None:
    """The place of the one that is chosen, counted from 0; None when the person leaves.

    On a terminal the list grows shorter while words are typed, and Enter takes the
    marked one; where lines are read it is shown again, and Enter takes the first.

    Raises:
        Interrupted: when the person stops.
    """
    talk.screen.aside(question, HINT)
    chosen = _narrow(talk, choices) if talk.reader.narrows else _by_lines(talk, choices)
    if chosen is not None and not talk.screen.plain:
        talk.screen.echo(shorten(one_line(choices[chosen].drawn), ECHOED))
    return chosen


def _narrow(talk: Talk, choices: Sequence[Choice]) -> int | None:
    reply = talk.reader.read(Turn(choices=choices, back=False, later=False, above=talk.screen.above))
    if reply.move == "stop":
        raise Interrupted("Gestopt.", reply.text)
    return int(reply.text) if reply.move == "on" else None


def _by_lines(talk: Talk, choices: Sequence[Choice]) -> int | None:
    here = list(range(len(choices)))
    turn = Turn(empty="de eerste", short=True, back=False, later=False)
    while True:
        shown = talk.screen.fitting([choices[at].spoken for at in here[:MOST]])
        talk.screen.numbered(shown)
        if len(here) > len(shown):
            talk.screen.say(more(len(here) - len(shown)))
        talk.screen.say("Enter: de eerste. < laat het.")
        reply = talk.reader.read(turn)
        typed = one_line(reply.text)
        if reply.move == "stop":
            raise Interrupted("Gestopt.", reply.text)
        if reply.move in ("back", "end") or typed == "<":
            return None
        if (at := numbered(typed, len(here))) is not None:
            return here[at]
        if not (found := [here[at] for at in matching(typed, [choices[each] for each in here])]):
            talk.screen.wrong(NOTHING.format(in_quotes(typed)))
            here = list(range(len(choices)))
        elif len(found) == 1 or not typed:
            return found[0]
        else:
            here = found


def more(number: int) -> str:
    """How many are not shown, and how to come by them."""
    return f"… nog {number}: typ een woord om te zoeken"


def numbered(typed: str, size: int) -> int | None:
    """The place, from 0, that a number names of so many; None when it is no such number."""
    word = typed.strip().rstrip(".")
    fits = word.isascii() and word.isdigit() and len(word) < 8 and 1 <= int(word) <= size
    return int(word) - 1 if fits else None


def matching(typed: str, choices: Sequence[Choice]) -> list[int]:
    """The places of those that hold all of these words, whatever their case and accents."""
    words = _folded(typed).split()
    texts = (_folded(f"{each.drawn} {each.spoken} {each.also}") for each in choices)
    return [at for at, text in enumerate(texts) if all(word in text for word in words)]


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))
