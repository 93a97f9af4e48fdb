"""Run the examples of the guides in docs/, each in their order, in one journal with a clock that moves on.

What is not shown to a reader stands in comments above a block:

    <!-- klok: 2026-10-01T16:30 -->      the clock, from here on
    <!-- bestand: antwoorden.yaml -->    the block is this file, for later commands
    <!-- uit: 2026-10.md -->             the block stands in this file
    <!-- gesprek: ja | 7 dec | | ^C -->  a conversation in a terminal, with what is typed: nothing
                                         is skipping, ^C is stopping, ^U wipes what stands there;
                                         what is asked after it is skipped

A block of `console` without a comment holds commands, each with its output.
… stands for anything.
"""

import io
import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

import leerlog.journal.store as store
from leerlog.cli.main import run
from leerlog.render import draw
from tests.seeded import Ids

DOCS = Path(__file__).parent.parent / "docs"
GUIDES = (DOCS / "in-vijf-minuten.md", DOCS / "handleiding.md")
COLUMNS = 84
HOME = "/home/anja"
_PARTS = re.compile(r"^<!-- (klok|bestand|uit|gesprek): ?(.*?) -->\n|^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (leerlog.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """One block: what it is, what that needs to know, where it stands, and what it says."""

    what: str
    value: str
    clock: str
    start: int
    end: int
    body: str


def examples(text: str) -> list[Example]:
    """The blocks to run, in order."""
    found: list[Example] = []
    clock = what = value = ""
    for part in _PARTS.finditer(text):
        if part[1] == "klok":
            clock = part[2]
        elif part[1]:
            what, value = part[1], part[2]
        else:
            what = what or (part[3] if part[3] == "console" else "")
            if what:
                found.append(Example(what, value, clock, part.start(4), part.end(4), part[4]))
            what = value = ""
    return found


def same(expected: str, actual: str) -> bool:
    """Whether the text is as expected, where … stands for anything."""
    pattern = ".*?".join(re.escape(part) for part in re.split("…+", expected))
    return re.fullmatch(pattern, actual, re.DOTALL) is not None


class Reader:
    """Somebody who does what the guide says, in a home folder of their own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.env = {
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "XDG_STATE_HOME": str(home / ".local" / "state"),
            "XDG_DOCUMENTS_DIR": str(home / "Documenten"),
            "TMPDIR": str(home),
        }

    def does(self, example: Example) -> str:
        """The block as it comes out, with `…` where the guide has it and it fits."""
        if example.what == "bestand":
            file = self.home / example.value
            file.parent.mkdir(exist_ok=True)
            file.write_text(example.body, encoding="utf-8")
            return example.body
        if example.what == "uit":
            [file] = self.home.rglob(example.value)
            there = file.read_text(encoding="utf-8")
            return example.body if same(f"…{example.body}…", there) else there
        with self._world(example.clock):
            made = self._talks(example) if example.what == "gesprek" else self._runs(example.body)
        made = made.replace(str(self.home), HOME)
        return example.body if same(example.body, made) else made

    @contextmanager
    def _world(self, clock: str) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            for name in ("LEERLOG_JOURNAL", "LEERLOG_PLAIN", "LEERLOG_DEBUG", "NO_COLOR", "VISUAL", "EDITOR"):
                patch.delenv(name, raising=False)
            for name, text in {**self.env, "LEERLOG_NOW": clock}.items():
                patch.setenv(name, text)
            patch.chdir(self.home)
            yield

    def _runs(self, body: str) -> str:
        """Every command of the block with what it prints, as a terminal of 84 columns would show it."""
        return "".join(f"$ {line}\n{self._run(shlex.split(line)[1:])}" for line, _ in _COMMAND.findall(body))

    def _run(self, words: list[str]) -> str:
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
        show = draw.show
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", out)
            patch.setattr(draw, "show", lambda page, stream, **how: show(page, stream, width=COLUMNS, **how))
            patch.setattr(store, "new_id", Ids(os.environ["LEERLOG_NOW"], words))
            patch.setenv("COLUMNS", str(COLUMNS))
            run(words)
        out.flush()
        assert isinstance(out.buffer, io.BytesIO)
        return out.buffer.getvalue().decode()

    def _talks(self, example: Example) -> str:
        """The conversation as it stands on the screen at the end."""
        from tests.terminal import CTRL_C, CTRL_U, ENTER, Terminal

        line = example.body.split("\n", 1)[0]
        special = {"^C": CTRL_C, "^U": CTRL_U}
        keys = [key.strip() for key in example.value.split("|")] + [""] * 40
        command = [sys.executable, "-m", "tests.seeded", *shlex.split(line.removeprefix("$ "))[1:]]
        with Terminal(command, COLUMNS, 220, {"PYTHONPATH": str(DOCS.parent)}) as terminal:
            for key in keys:
                if not terminal.asks():
                    break
                terminal.answer("" if key in special else key, special.get(key, ENTER))
            terminal.end()
            return f"{line}\n{terminal.text.lstrip(chr(10))}\n"


@contextmanager
def short_home() -> Iterator[Path]:
    """A home folder whose name is as long as the one that is shown, so that columns stand as they do there."""
    while True:
        home = Path("/tmp") / os.urandom(3).hex()[: len(HOME) - len("/tmp/")]
        try:
            home.mkdir(mode=0o700)
        except FileExistsError:
            continue
        break
    try:
        yield home
    finally:
        shutil.rmtree(home)


def play(text: str, home: Path) -> Iterator[tuple[Example, str]]:
    """Every example with what really comes out."""
    reader = Reader(home)
    for example in examples(text):
        yield example, reader.does(example)


def renewed(text: str, home: Path) -> str:
    """The guide with what really comes out."""
    made, done = "", 0
    for example, body in play(text, home):
        made += text[done : example.start] + body
        done = example.end
    return made + text[done:]
