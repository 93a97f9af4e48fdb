"""A command as it is typed in a command line, with the journal that it is about."""

import re

from leerlog.app.setting import Setting
from leerlog.domain.period import Period, as_options


def journal_options(setting: Setting) -> list[str]:
    """The option for the journal, when one was given; what LEERLOG_JOURNAL says needs none."""
    given = setting.journal_option
    if given is None or given == setting.usual:
        return []
    return ["--journal", as_word(given)]


def as_word(word: str) -> str:
    """A word as it is typed, in quotes only where it needs them."""
    return word if re.fullmatch(r"[\w./:-]+", word) else in_quotes(word)


def in_quotes(word: str) -> str:
    """A word as it is typed in a command line."""
    if not set(word) & set('"$`'):
        return f'"{word}"'
    import shlex  # few words need more

    return shlex.quote(word)


def review_command(setting: Setting, period: Period, *options: str) -> str:
    """The command that asks for this review again."""
    return " ".join(["leerlog", *journal_options(setting), "review", *as_options(period, setting.today), *options])
