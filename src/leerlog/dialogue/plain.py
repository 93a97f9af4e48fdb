"""Reading without editing keys: one line an answer, for pipes, screen readers and simple terminals."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from io import BytesIO, UnsupportedOperation
from typing import TextIO

from leerlog.dialogue.prompt import PromptReader
from leerlog.dialogue.screen import Screen
from leerlog.dialogue.talk import Move, Reader, Reply, Talk, Turn
from leerlog.domain.text import LONGEST_MARK, SIMPLE, encoding_of

MANUAL = "Eén regel per antwoord; leeg is overslaan. Alleen < is terug, alleen ? is uitleg."
MORE = "Een \\ aan het eind gaat door op de volgende regel."
LATER = "Ctrl+C is later verder."
# A terminal hands over lines of at most this many bytes, and drops the rest.
LINE_LIMIT = 4095


class PlainReader:
    """Reads lines.

    A line that ends in one backslash goes on in the next. At the end of what
    is piped in the rest is skipped; at a terminal that end (Ctrl+D) means stop.
    """

    tells = False
    narrows = False

    def __init__(self, screen: Screen, stdin: TextIO | None = None) -> None:
        self._screen = screen
        self._stdin = stdin or sys.stdin
        self.live = self._stdin.isatty()
        self._begun = False
        self.echoes = self.live
        self.manual = "\n".join([MANUAL, f"{MORE} {LATER}" if self.live else MORE])

    def read(self, turn: Turn) -> Reply:
        """One answer; nothing keeps the text given and `-` wipes it, unless it was refused."""
        self._tell(turn)
        kept = "" if turn.wrong else turn.given
        if kept:
            self._screen.say(f"Nu staat er: {kept}")
            self._screen.say("Enter laat het staan, - wist het.")
        lines: list[str] = []
        while True:
            line, ended = self._line()
            if ended:
                lines += [line] if line else []
                return Reply("\n".join(lines) if lines else turn.given, ended)
            if not _goes_on(line):
                break
            lines.append(line[:-1].rstrip(" "))
        text = "\n".join([*lines, line])
        if kept and not lines:
            text = {"": kept, "-": ""}.get(line.strip(), line)
        return Reply(text)

    def _tell(self, turn: Turn) -> None:
        """Say the time with a question: nothing runs along here, and a pipe has no eyes."""
        if self.live and turn.clock and turn.clock.minutes and not turn.wrong:
            self._screen.say(f"Klok: {turn.clock.told}")

    def _line(self) -> tuple[str, Move | None]:
        """A line, and where to go when no more will come."""
        if not self._begun:
            self._begun = True
            _expect_text(self._stdin, None if self.live else _beginning(self._stdin))
        if not self.live:
            try:
                line = self._stdin.readline()
            except KeyboardInterrupt:
                return "", "stop"
            return line.rstrip("\r\n"), None if line else "end"
        stream = self._screen.stream
        with _half_lines(self._stdin) as half:
            try:
                stream.write("> ")
                stream.flush()
                line = self._stdin.readline()
            except KeyboardInterrupt:
                stream.write("\n")
                return half(), "stop"
        if len(line.encode(errors="replace")) > LINE_LIMIT:
            self._screen.wrong("Zo'n lange regel kapt je terminal af; kijk of hij er helemaal staat.")
        if not line.endswith("\n"):
            stream.write("\n")
        return line.rstrip("\r\n"), None if line else "stop"


def _expect_text(stdin: TextIO, beginning: bytes | None) -> None:
    """Let what isn't text come through, to be refused with a sentence; what is piped in says by its mark what it is."""
    encoding = None if beginning is None else encoding_of(beginning)
    with suppress(AttributeError, UnsupportedOperation):  # no stream of bytes, or one that was read from already
        stdin.reconfigure(encoding=encoding, errors="surrogateescape")  # type: ignore[attr-defined]


def _beginning(stdin: TextIO) -> bytes:
    """The first bytes of what is piped in, which stay there to be read."""
    buffer = getattr(stdin, "buffer", None)
    if isinstance(buffer, BytesIO):
        return buffer.getvalue()[buffer.tell() :][:LONGEST_MARK]
    peek = getattr(buffer, "peek", None)
    try:
        return peek(LONGEST_MARK)[:LONGEST_MARK] if peek else b""
    except OSError:
        return b""


def _goes_on(line: str) -> bool:
    return line.endswith("\\") and not line.endswith("\\\\")


@contextmanager
def _half_lines(stdin: TextIO) -> Iterator[Callable[[], str]]:
    """Keep what was typed before Ctrl+C, which the terminal would throw away; gives what reads it."""
    if sys.platform == "win32":
        yield lambda: ""
        return
    import termios

    descriptor = stdin.fileno()
    before = termios.tcgetattr(descriptor)

    def half() -> str:
        # Only a terminal that doesn't wait for whole lines gives an unfinished one.
        settings = termios.tcgetattr(descriptor)
        settings[3] &= ~termios.ICANON
        settings[6][termios.VMIN], settings[6][termios.VTIME] = 0, 0
        termios.tcsetattr(descriptor, termios.TCSANOW, settings)
        return os.read(descriptor, LINE_LIMIT + 1).decode(errors="replace").rstrip("\r\n")

    keeping = termios.tcgetattr(descriptor)
    keeping[3] |= termios.NOFLSH
    termios.tcsetattr(descriptor, termios.TCSANOW, keeping)
    try:
        yield half
    finally:
        termios.tcsetattr(descriptor, termios.TCSANOW, before)


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
