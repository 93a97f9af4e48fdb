"""Which reader and which screen fit the terminal that is there."""

import os
import sys
from collections.abc import Mapping
from datetime import date

from leerlog.dialogue.plain import PlainReader
from leerlog.dialogue.prompt import PromptReader
from leerlog.dialogue.screen import Screen
from leerlog.dialogue.talk import Reader, Talk

SIMPLE = ("dumb", "unknown")


def open_talk(today: date, plain: bool = False, env: Mapping[str, str] = os.environ) -> Talk:
    """A talk over the standard streams: on stderr, so that stdout is left for data.

    Without a terminal to read and to write, on TERM=dumb and with `plain` it is
    plain: one line an answer.
    """
    stream = sys.stderr if sys.stderr.isatty() or not sys.stdout.isatty() else sys.stdout
    plain = plain or env.get("TERM", "") in SIMPLE or not sys.stdin.isatty() or not stream.isatty()
    screen = Screen(stream, plain)
    reader: Reader = PlainReader(screen) if plain else PromptReader(stream)
    return Talk(reader, screen, today)
