"""One of a few words, or a name: short questions that stand by themselves."""

from collections.abc import Sequence

from leerlog.dialogue.ask import _answer as answer
from leerlog.dialogue.talk import Talk, Turn
from leerlog.domain.entry import one_line


def choose(talk: Talk, text: str, options: Sequence[str], default: str) -> str:
    """One of the options, by its number or the start of its word; Enter is the default."""

    def checked(typed: str) -> str:
        word = one_line(typed).lower()
        if not word:
            return default
        if word.isascii() and word.isdigit() and 1 <= int(word) <= len(options):
            return options[int(word) - 1]
        found = [option for option in options if option.startswith(word)]
        if len(found) != 1:
            numbered = ", ".join(f"{number} {option}" for number, option in enumerate(options, 1))
            raise ValueError(f"'{one_line(typed)}' staat er niet bij. Kies uit: {numbered}")
        return found[0]

    talk.screen.aside(text, f"Enter: {default}", [f"{number} {option}" for number, option in enumerate(options, 1)])
    return answer(talk, checked, Turn(empty=default, short=True))


def ask_name(talk: Talk, text: str, hint: str) -> str:
    """A name; "" for Enter."""
    talk.screen.gap()
    talk.screen.aside(text, hint)
    return answer(talk, one_line, Turn(empty=hint.removeprefix("Enter: ")))
