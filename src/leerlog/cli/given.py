"""What comes in whole, on the input or in a file: read in one way, and kept as it came when it can't be used."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from leerlog import files
from leerlog.cli.context import Setting
from leerlog.cli.failures import as_failure
from leerlog.domain.encoding import AS_UTF8, decode
from leerlog.errors import ContentError, LeerlogError, UsageError

INPUT = "-"


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


def input_text(setting: Setting) -> str:
    """The text that comes in on the input.

    Raises:
        UsageError: when it is none, with what to do and where it is kept.
    """
    data = read_given(INPUT)
    with keeping_input(setting, data, ".txt", lambda path: f"leerlog drafts --save {path.stem}"):
        try:
            return decode(data)
        except UnicodeDecodeError as error:
            raise UsageError(f"wat je invoert is geen UTF-8. {AS_UTF8}.") from error


@contextmanager
def keeping_input(setting: Setting, data: bytes, ending: str, again: Callable[[Path], str]) -> Iterator[None]:
    """Whatever goes wrong within, what came in goes to a file as it came, and the message says where.

    again: the command that goes on with it, once it is mended.

    Raises:
        LeerlogError: what went wrong, with the exit code that it had, and where the input is.
    """
    from leerlog.journal.drafts import keep_input

    try:
        yield
    except Exception as error:
        failure = as_failure(error)
        day, minute = setting.now
        try:
            path = keep_input(setting.drafts, data, f"{day}-{minute:%H%M}", ending)
            where = f"Wat je invoerde staat in {path}. Pas het daar aan, en dan: {again(path)}"
        except LeerlogError as unkept:
            where = f"Ik kan het ook niet apart leggen: {unkept}"
        told = LeerlogError(f"{failure}\n{where}")
        told.exit_code = failure.exit_code
        raise told from error
