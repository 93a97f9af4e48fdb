"""A command as it is typed in a command line, with the journal that it is about."""

import re
import sys

from leerlog.app.setting import Setting
from leerlog.domain.period import Period, as_options


def journal_options(setting: Setting) -> list[str]:
    """The option for the journal, when one was given; what LEERLOG_JOURNAL says needs none."""
    given = setting.journal_option
    if given is None or given == setting.usual:
        return []
    return ["--journal", as_word(given)]


def as_word(word: str) -> str:
    """A path, or another word that has to be just so, as it is typed here, in quotes only where it needs them."""
    if re.fullmatch(r"[\w./:-]+", word):
        return word
    return quoted_on_windows(word) if sys.platform == "win32" else quoted(word)


def quoted(word: str) -> str:
    """A word in quotes for a shell of POSIX."""
    import shlex  # few words need more than quotes

    return shlex.quote(word) if set(word) & set('"$`!\\') else f'"{word}"'


def quoted_on_windows(word: str) -> str:
    """A word in quotes for the command prompt and PowerShell 5.1 alike, with no `"` in it, as no path has one.

    A $ with a letter behind it, of which PowerShell makes something else, can't be written for both.
    """
    return f'"{word}\\"' if word.endswith("\\") else f'"{word}"'  # a backslash before a quote would take it along


def review_command(setting: Setting, period: Period, *options: str) -> str:
    """The command that asks for this review again."""
    return " ".join(["leerlog", *journal_options(setting), "review", *as_options(period, setting.today), *options])
