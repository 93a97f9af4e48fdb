"""Which reader there is, and that nothing slow is loaded before it is needed."""

import io
import subprocess
import sys

import pytest

from leerlog.dialogue.plain import PlainReader
from leerlog.dialogue.prompt import PromptReader
from leerlog.dialogue.readers import open_talk
from tests.dialogue.helpers import TODAY


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
