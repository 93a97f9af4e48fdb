"""A program in a real terminal, for tests: type keys, look at the screen.

    with Terminal([sys.executable, "-m", "leerlog", "moment"], columns=60) as terminal:
        terminal.wait_for("verwonderd", FOOTER)
        terminal.type("Mooi!" + ENTER)
        assert terminal.end() == 0

Typing waits until the program reads: keys that come earlier would be echoed on top of
what it writes, and Ctrl+C would be no key. Wait for the question first: keys are for
whatever reads next.
"""

import os
import select
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

import pyte
import pytest

if sys.platform != "win32":
    import termios

    from tests.forker import forker

ENTER = "\r"
ALT_ENTER = "\x1b\r"
SHIFT_TAB = "\x1b[Z"
TAB = "\t"
F1 = "\x1bOP"
CTRL_C = "\x03"
CTRL_D = "\x04"
CTRL_U = "\x15"
BACKSPACE = "\x7f"
FOOTER = " · Ctrl+C "  # what every footer ends with

PATIENCE = 180.0  # seconds; a machine may be slow and busy


class Terminal:
    """One program in a terminal of a fixed size."""

    def __init__(
        self, args: Sequence[str], columns: int = 100, rows: int = 60, env: Mapping[str, str] | None = None
    ) -> None:
        if sys.platform == "win32":
            pytest.skip("a terminal of Windows can't be had by a program")
        base = {name: text for name, text in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "LINES")}
        settings = {**base, "TERM": "xterm-256color", "PYTHONUTF8": "1", **(env or {})}
        self._keys, theirs = os.openpty()
        termios.tcsetwinsize(theirs, (rows, columns))
        self._process = forker().start(args, settings, theirs)
        os.close(theirs)
        self._ended: int | None = None
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._lines = [""] * rows
        self.raw = b""

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        self._close()
        if self._runs():
            self.signal(signal.SIGKILL)
            self._ended = forker().ended(self._process)

    @property
    def text(self) -> str:
        """The screen as text, without spaces at the ends of lines."""
        for row in self._screen.dirty:
            cells = self._screen.buffer[row]
            self._lines[row] = "".join(cells[column].data for column in range(self._screen.columns)).rstrip()
        self._screen.dirty.clear()
        return "\n".join(self._lines).rstrip()

    @property
    def asked(self) -> str:
        """What stands in bold above the cursor: the question, as far as it is in the window."""
        bold = [
            "".join(cell.data for _, cell in sorted(self._screen.buffer[row].items()) if cell.bold).strip()
            for row in range(self._screen.cursor.y)
        ]
        above = "\n".join(bold).rstrip("\n")
        return " ".join(above.rpartition("\n\n")[2].split())

    @property
    def typed(self) -> bool:
        """Whether the cursor stands behind the mark of an answer, or in what follows it."""
        self.text  # noqa: B018 (what was sent is looked through)
        return self._lines[self._screen.cursor.y].startswith((">", "  ")) and self._screen.cursor.x >= len("> ")

    @property
    def output(self) -> str:
        """Everything that was sent, control codes included."""
        return self.raw.decode("utf-8", errors="replace")

    def type(self, keys: str) -> None:
        """Send keys, once leerlog or a shell reads them."""
        assert self.until(lambda _: self._listens()), f"nothing reads {keys!r}\n{self.text}"
        self.send(keys)

    def send(self, keys: str) -> None:
        """Send keys, whoever reads them."""
        data = keys.encode()
        while data:
            data = data[os.write(self._keys, data) :]

    def paste(self, text: str, bracketed: bool = True) -> None:
        """Send what a terminal sends for pasted text: line ends as Enter, unless it is bracketed."""
        self.type(f"\x1b[200~{text}\x1b[201~" if bracketed else text.replace("\n", "\r"))

    def interrupt(self) -> None:
        """Press Ctrl+C."""
        self.type(CTRL_C)

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self._process, number)

    def close_window(self) -> None:
        """Take the terminal away, as closing its window does, and wait until the program has ended."""
        self._close()
        end = time.monotonic() + PATIENCE
        while self._runs() and time.monotonic() < end:
            time.sleep(0.02)

    def _close(self) -> None:
        with suppress(OSError):  # it was closed before
            os.close(self._keys)
        self._keys = -1

    def _runs(self) -> bool:
        if self._ended is None:
            self._ended = forker().ended(self._process, wait=False)
        return self._ended is None

    def wait_for(self, *texts: str, times: int = 1) -> str:
        """Read until the screen holds all these texts at once, the first of them so many times; the screen."""

        def there() -> bool:
            screen = self.text
            return all(text in screen for text in texts) and screen.count(texts[0]) >= times

        end = time.monotonic() + PATIENCE
        while not there():
            if not self._read() or time.monotonic() > end:
                if there():
                    break
                raise AssertionError(f"not on the screen: {texts}, {times}×\n{self.text}")
        return self.text

    def answer(self, text: str, key: str = ENTER) -> None:
        """Type an answer, then the key once it stands there; return when the next thing is asked, or at the end."""
        self.type(text)
        self.until(
            lambda screen: FOOTER in screen and _squeezed(screen.rpartition("\n>")[2]).startswith(_squeezed(text))
        )
        before = self.text
        self.type(key)
        self.until(lambda screen: FOOTER in screen and screen != before)

    def asks(self) -> bool:
        """Whether the program asks something, once it is ready to; False when it ends."""
        return self.until(lambda screen: FOOTER in screen)

    def _listens(self) -> bool:
        """Whether keys are read: one by one, or by a simple terminal as a line behind its mark."""
        try:
            modes = termios.tcgetattr(self._keys)[3]
        except termios.error:  # nobody has the other end any more
            return False
        if not modes & termios.ICANON:
            return True
        # It keeps half a line at Ctrl+C, which nothing else does.
        return bool(modes & termios.NOFLSH) and self.raw.rpartition(b"\n")[2].startswith(b">")

    def reads(self) -> None:
        """Wait until a simple terminal reads a line: its prompt stands there, with nothing behind it."""
        assert self.until(lambda screen: screen.endswith("\n>")), self.text

    def until(self, there: Callable[[str], bool]) -> bool:
        """Read until this holds of the screen; whether it does, when the program ends before."""
        end = time.monotonic() + PATIENCE
        while not there(self.text):
            if not self._read():
                return there(self.text)
            assert time.monotonic() < end, f"this stays on the screen:\n{self.text}"
        return True

    def end(self, timeout: float = PATIENCE) -> int:
        """Wait until the program ends; its exit code."""
        end = time.monotonic() + timeout
        while self._read():
            if time.monotonic() > end:
                raise AssertionError(f"the program goes on\n{self.text}")
        if self._ended is None:
            self._ended = forker().ended(self._process)
        assert self._ended is not None
        return self._ended

    def _read(self) -> bool:
        """Take in what the program sent; False when it has ended."""
        if self._keys < 0 or not select.select([self._keys], [], [], 0.05)[0]:
            return self._keys >= 0
        with suppress(OSError):  # so Linux says that nobody has the other end any more
            if data := os.read(self._keys, 65536):
                self.raw += data
                self._stream.feed(data)
                return True
        return False


def _squeezed(text: str) -> str:
    """The text without white space, wherever its lines were broken."""
    return "".join(text.split())
