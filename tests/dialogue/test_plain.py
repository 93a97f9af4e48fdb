"""Reading line by line, and which reader fits a terminal."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import IO

import pytest

from leerlog.dialogue.plain import PlainReader, open_talk
from leerlog.dialogue.prompt import PromptReader
from leerlog.dialogue.screen import Screen
from leerlog.dialogue.session import Session
from leerlog.dialogue.talk import Heard, Interrupted, Reply, Talk, Turn, listen
from tests.dialogue.helpers import TODAY, checklist, question, said, small


def reading(text: str | bytes) -> Talk:
    stdin = io.StringIO(text) if isinstance(text, str) else io.TextIOWrapper(io.BytesIO(text), encoding="utf-8")
    screen = Screen(io.StringIO(), plain=True)
    return Talk(PlainReader(screen, stdin), screen, TODAY)


@pytest.mark.parametrize(
    ("line", "given", "text"),
    [
        ("Mooi\n", "", "Mooi"),
        ("Mooi\r\n", "", "Mooi"),
        ("zonder einde", "", "zonder einde"),
        ("\n", "", ""),
        ("\n", "Mooi", "Mooi"),
        ("-\n", "Mooi", ""),
        ("-\n", "", "-"),
        ("Anders\n", "Mooi", "Anders"),
        ("een \\\ntwee\\\ndrie\n", "", "een\ntwee\ndrie"),
        ("\\\n\n", "Mooi", "\n"),
        ("C:\\map\\\\\n", "", "C:\\map\\\\"),
    ],
)
def test_a_line_is_an_answer(line: str, given: str, text: str) -> None:
    """A line is what it says; nothing keeps what stood there, a dash wipes it, one backslash goes on."""
    assert reading(line).reader.read(Turn(given)) == Reply(text)


def test_a_refused_answer_is_not_kept_by_an_empty_line() -> None:
    """After a refusal an empty line skips, so that nobody is caught."""
    assert reading("\n").reader.read(Turn("31 feb", wrong="nee")) == Reply("")


def test_the_end_hands_over_what_is_there() -> None:
    """At the end of input the text given stays; an unfinished continued line counts."""
    assert reading("").reader.read(Turn("Mooi")) == Reply("Mooi", "end")
    assert reading("een\\\n").reader.read(Turn()) == Reply("een", "end")


def test_ctrl_c_in_a_pipe_stops() -> None:
    """Also without a terminal Ctrl+C keeps what was given."""

    class Interrupting(io.StringIO):
        def readline(self, size: int | None = -1, /) -> str:
            raise KeyboardInterrupt

    screen = Screen(io.StringIO(), plain=True)
    talk = Talk(PlainReader(screen, Interrupting()), screen, TODAY)
    assert talk.reader.read(Turn("Mooi")) == Reply("Mooi", "stop")


def test_ctrl_c_before_the_keys_are_read_stops_as_any_other() -> None:
    """While a reader is still being loaded, on a slow machine, what stood in the input stays."""

    class Loading(PlainReader):
        def read(self, turn: Turn) -> Reply:
            raise KeyboardInterrupt

    screen = Screen(io.StringIO(), plain=True)
    assert listen(Talk(Loading(screen, io.StringIO()), screen, TODAY), str, Turn("Mooi")) == Heard("stop", "Mooi")


def test_bytes_that_are_no_utf8_are_refused_with_a_sentence() -> None:
    """Half characters don't crash: the answer is refused, and the next line counts."""
    talk = reading(b"caf\xe9\ncaf\xc3\xa9\n")
    assert Session(checklist(question("a")), talk, lambda *_: None).run() == {"a": "café"}
    assert "In je antwoord staan tekens die geen geldige UTF-8 zijn" in said(talk)


def test_a_wrong_answer_at_the_end_is_kept() -> None:
    """When the input ends on an answer that was refused, the conversation stops with it in the draft."""
    kept: list[dict[str, str]] = []
    talk = reading("gisteren of zo\n")
    with pytest.raises(Interrupted):
        Session(checklist(*small()), talk, lambda texts, _: kept.append(texts)).run()
    assert kept[-1] == {"start": "gisteren of zo"}


def test_answers_are_echoed() -> None:
    """What comes from a pipe is shown with its question, control characters made visible."""
    talk = reading("\x1b[31mrood\n")
    Session(checklist(question("a", "Wat?")), talk, lambda *_: None).run()
    assert "Wat?\n> ␛[31mrood\n" in said(talk)


@pytest.fixture
def terminal() -> Iterator[tuple[int, IO[str]]]:
    """Both ends of a terminal: the descriptor to type on and the stdin of a program."""
    pty = pytest.importorskip("pty")
    keyboard, line = pty.openpty()
    with open(line, encoding="utf-8") as stdin:
        yield keyboard, stdin
    os.close(keyboard)


def at(stdin: IO[str]) -> tuple[Screen, PlainReader]:
    screen = Screen(io.StringIO(), plain=True)
    return screen, PlainReader(screen, stdin)  # type: ignore[arg-type]


def test_at_a_terminal(terminal: tuple[int, IO[str]]) -> None:
    """A mark shows where to type; Ctrl+D stops, because a person may still go on later."""
    keyboard, stdin = terminal
    screen, reader = at(stdin)
    assert (reader.live, reader.echoes) == (True, True)
    assert "Ctrl+C is later verder." in reader.manual
    os.write(keyboard, b"Mooi\n\x04")
    assert reader.read(Turn()) == Reply("Mooi")
    assert reader.read(Turn("Zo")) == Reply("Zo", "stop")
    assert screen.stream.getvalue().count("> ") == 2  # type: ignore[attr-defined]


def test_ctrl_c_keeps_half_a_line(terminal: tuple[int, IO[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    """What was typed before Ctrl+C is handed over, though the line never ended."""
    keyboard, stdin = terminal
    _, reader = at(stdin)
    os.write(keyboard, "half één zi".encode())

    class Interrupted:
        fileno = stdin.fileno

        def readline(self) -> str:
            raise KeyboardInterrupt

    monkeypatch.setattr(reader, "_stdin", Interrupted())
    assert reader.read(Turn()) == Reply("half één zi", "stop")


def test_a_line_that_the_terminal_cut_off(terminal: tuple[int, IO[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    """A line as long as a terminal gives may have lost its end, and that is said."""
    screen, reader = at(terminal[1])

    class Long:
        fileno = terminal[1].fileno

        def readline(self) -> str:
            return "x" * 4095 + "\n"

    monkeypatch.setattr(reader, "_stdin", Long())
    assert len(reader.read(Turn()).text) == 4095
    assert "kapt je terminal af" in screen.stream.getvalue()  # type: ignore[attr-defined]


class Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stdin", "stdout", "stderr", "plain", "term", "reader", "stream"),
    [
        (Tty(), Tty(), Tty(), False, "xterm", PromptReader, "stderr"),
        (Tty(), io.StringIO(), Tty(), False, "xterm", PromptReader, "stderr"),
        (Tty(), Tty(), io.StringIO(), False, "xterm", PromptReader, "stdout"),
        (Tty(), Tty(), Tty(), True, "xterm", PlainReader, "stderr"),
        (Tty(), Tty(), Tty(), False, "dumb", PlainReader, "stderr"),
        (io.StringIO(), Tty(), Tty(), False, "xterm", PlainReader, "stderr"),
        (Tty(), io.StringIO(), io.StringIO(), False, "xterm", PlainReader, "stderr"),
    ],
)
def test_the_reader_that_fits(
    monkeypatch: pytest.MonkeyPatch,
    stdin: io.StringIO,
    stdout: io.StringIO,
    stderr: io.StringIO,
    plain: bool,
    term: str,
    reader: type,
    stream: str,
) -> None:
    """Editing keys need a terminal at both ends; talk goes to stderr, so that stdout is for data."""
    for name, value in (("stdin", stdin), ("stdout", stdout), ("stderr", stderr)):
        monkeypatch.setattr(sys, name, value)
    talk = open_talk(TODAY, plain, {"TERM": term})
    assert isinstance(talk.reader, reader)
    assert talk.screen.stream is {"stdout": stdout, "stderr": stderr}[stream]
    assert talk.screen.plain is (reader is PlainReader)
    assert talk.reader.live is (stdin.isatty())


def test_nothing_slow_is_imported() -> None:
    """Importing the whole of the dialogue leaves rich and prompt_toolkit out."""
    code = (
        "import pkgutil, importlib, sys, leerlog.dialogue as d\n"
        "for m in pkgutil.iter_modules(d.__path__): importlib.import_module(f'{d.__name__}.{m.name}')\n"
        "print([n for n in ('rich', 'prompt_toolkit', 'yaml', 'asyncio') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
