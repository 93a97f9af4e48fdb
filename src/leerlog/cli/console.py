"""The terminal or the pipe at which a command was given: its clock, what it is shown and told, in lines that fit."""

import os
import sys
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from leerlog import files
from leerlog.app.setting import Listener, Setting
from leerlog.domain.text import AS_UTF8, decode, visible, wrap
from leerlog.errors import ContentError, LeerlogError, UsageError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from leerlog.app.setting import Step
    from leerlog.documents.blocks import Document

# Every run comes here; what only some of them need is imported where it is used.

INPUT = "-"
WIDEST = 100  # columns of a line to read


def here(journal: str | None, plain: bool | None, *, named: bool = False) -> Setting:
    """The setting of a command that is given here and now."""
    usual = os.environ.get("LEERLOG_JOURNAL")
    return Setting(journal, plain, clock, Console(), usual=usual, named=named)


def clock() -> tuple[date, time]:
    """The day and the minute, from the clock or from LEERLOG_NOW."""
    if fixed := os.environ.get("LEERLOG_NOW"):
        if len(fixed) == 16 and fixed[4] == fixed[7] == "-":  # as programs write it: not worth a reader of dates
            with suppress(ValueError):
                written = datetime.fromisoformat(fixed)
                return written.date(), written.time()
        from leerlog.domain.when import parse_clock

        try:
            return parse_clock(fixed, date.today())  # noqa: DTZ011 (the person's own clock)
        except ValueError as error:
            raise UsageError(f"LEERLOG_NOW: {error}.") from None
    moment = datetime.now()  # noqa: DTZ005 (the person's own clock)
    return moment.date(), moment.time().replace(second=0, microsecond=0)


class Console(Listener):
    """Whoever is at this terminal or pipe: results go to stdout, all else to stderr."""

    @property
    def interactive(self) -> bool:
        """Whether a person sits at both ends."""
        return sys.stdin.isatty() and sys.stdout.isatty()

    def say(self, text: str) -> None:
        """Print a line on stdout, control characters made visible."""
        sys.stdout.write(fitted(text, sys.stdout) + "\n")

    def tell(self, text: str) -> None:
        """Print a remark on stderr, control characters made visible."""
        sys.stderr.write(fitted(text, sys.stderr) + "\n")

    @property
    def why_plain(self) -> str:
        """What says of this terminal that lines of text alone may suit the person better."""
        if not self.interactive:
            return ""
        from leerlog.cli.aloud import why_plain

        return why_plain()

    def show(self, document: "Document", *, plain: bool, full: bool) -> None:
        """Print a document on stdout, for this terminal or pipe; `full`: all of it."""
        from leerlog.render.draw import show

        show(document, sys.stdout, plain=plain, full=full)

    def waiting(self, what: str, *, plain: bool) -> "AbstractContextManager[Step]":
        """Show how far it is on stderr of a terminal, when it takes a second or more."""
        if plain or not sys.stderr.isatty():
            return super().waiting(what, plain=plain)
        from leerlog.cli.waiting import waiting

        return waiting(what, sys.stderr)

    def confirm(self, said: str, data: str | None) -> None:
        """Say on stdout what was done, or write what a program is told of it, and see that it got there."""
        try:
            if data is None:
                self.say(said)
            else:
                from leerlog.cli.out import emit

                emit(f"{data}\n")
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            what = "; ".join(line.strip() for line in said.splitlines())
            raise LeerlogError(
                f"ik kan de uitvoer niet wegschrijven ({files.reason(error)}). Wel gelukt: {what}"
            ) from error


def fitted(text: str, stream: TextIO) -> str:
    """The text for a stream, control characters made visible: on a terminal broken between words, in a pipe not."""
    text = visible(text, keep_newlines=True)
    if not stream.isatty():
        return text
    room = min(_columns(stream), WIDEST) - 1
    return "\n".join(line for each in text.split("\n") for line in wrap(each, room, cut=False))


def _columns(stream: TextIO) -> int:
    """How wide the terminal is; COLUMNS goes before what it says itself, as everywhere."""
    with suppress(ValueError):
        if (columns := int(os.environ.get("COLUMNS", ""))) > 0:
            return columns
    with suppress(OSError, ValueError):
        return os.get_terminal_size(stream.fileno()).columns or 80
    return 80


def agreed(setting: Setting, question: str, *, yes: bool) -> bool:
    """Whether the person says yes to what was shown, or did so beforehand; after a no it is said that nothing changed.

    Raises:
        UsageError: when nobody can be asked.
    """
    if yes:
        return True
    if not setting.interactive:
        raise UsageError("leerlog vraagt eerst of het zo goed is, en dat kan hier niet. Zet er --yes bij.")
    from leerlog.dialogue.ask import yes_no

    setting.talk.screen.gap()
    said = yes_no(setting.talk, question, default=False)
    if not said:
        setting.tell("Er is niets veranderd.")
    return said


def read_given(name: str) -> bytes:
    """All that is in a file, or for `-` comes in on the input.

    Raises:
        ContentError: when the system refuses.
    """
    try:
        return sys.stdin.buffer.read() if name == INPUT else files.contents(Path(name))
    except (OSError, ValueError) as error:
        what = "de invoer" if name == INPUT else name
        raise ContentError(f"ik kan {what} niet lezen: {files.reason(error, reading=True)}.") from error


def waiting() -> str:
    """What is waited for where a text is read of the input without anybody having asked for that."""
    if not sys.stdin.isatty():
        return "Ik lees je tekst van de invoer."
    end = "Ctrl+Z en Enter" if sys.platform == "win32" else "Ctrl+D"
    return f"Typ je tekst, en sluit op een nieuwe regel af met {end}."


def input_text(setting: Setting) -> str:
    """The text that comes in on the input.

    Raises:
        UsageError: when it is none, with what to do and where it is kept.
    """
    from leerlog.app.saving import keeping_input

    data = read_given(INPUT)
    with keeping_input(setting, data, ".txt", lambda path: f"leerlog drafts --save {path.stem}"):
        try:
            return decode(data)
        except UnicodeDecodeError as error:
            raise UsageError(f"wat je invoert is geen UTF-8. {AS_UTF8}.") from error
