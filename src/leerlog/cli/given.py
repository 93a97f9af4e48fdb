"""What comes in whole, on the input or in a file."""

import sys
from pathlib import Path

from leerlog import files
from leerlog.app.saving import keeping_input
from leerlog.app.setting import Setting
from leerlog.domain.encoding import AS_UTF8, decode
from leerlog.errors import ContentError, UsageError

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
