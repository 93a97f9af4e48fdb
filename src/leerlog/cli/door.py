"""The front door: what people type every day, without options of its own.

Half of the time of a screen, and nearly all of a note, is the loading of Typer.
These few forms need nothing of it: `leerlog` alone, `moment` and `search` with
plain words, `review` and `list` of the usual period or the current one, the
`review` of a team, and `export` of all. All others, and all that Typer has more to say of, are handed on.
Both ways in call the same use.
"""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from leerlog.app.setting import Setting

if TYPE_CHECKING:
    from leerlog.domain.period import Period

SHELL_ASKS = "_LEERLOG_COMPLETE"  # what is in the environment when Tab is pressed
# What LEERLOG_PLAIN may say here; nothing leaves it to the settings. Typer knows more, and says what it does not know.
PLAIN = {"": None, "0": False, "1": True}
# The screens of a period, and which each shows unless another is asked for. A week may end after the calendar does.
SCREENS = {"review": "quarter", "list": "all"}
PERIODS = {"--month": "month", "--quarter": "quarter", "--year": "year", "--all": "all"}
JSON = ["--format", "json"]

Use = Callable[[Setting], None]


def at_door(args: list[str]) -> Use | None:
    """What a command line asks for, when it comes in by this door; None for all else, as a shell's Tab."""
    if os.environ.get(SHELL_ASKS) or os.environ.get("LEERLOG_PLAIN", "") not in PLAIN:
        return None
    if not args:
        return _today
    name, *words = args
    if name in WITH_WORDS and words and not any(word.startswith("-") for word in words):
        use = WITH_WORDS[name]
        return lambda setting: use(setting, words)
    if name == "export" and words in ([], JSON):
        return _export
    return _of_screen(name, words) if name in SCREENS else None


def _of_screen(name: str, words: list[str]) -> Use | None:
    """A screen of its usual period or a current one; a review may be of what a team shared."""
    named = bool(words) and words[0] in PERIODS
    kind = PERIODS[words[0]] if named else SCREENS[name]
    match words[named:]:
        case []:
            return lambda setting: _screen(setting, name, kind)
        case ["--team", folder, *more] if name == "review" and more in ([], ["--anonymous"]):
            if folder.strip() and not folder.startswith("-"):
                return lambda setting: _team(setting, folder, kind, anonymous=bool(more))
    return None


def enter(use: Use) -> int:
    """Do what is asked, here and now, and give the exit code; at its end all of the journal must have been readable."""
    from leerlog.cli.console import here

    setting = here(os.environ.get("LEERLOG_JOURNAL") or None, PLAIN[os.environ.get("LEERLOG_PLAIN", "")])
    try:
        use(setting)
    except KeyboardInterrupt:  # nothing more is said, as by Typer
        return 130
    setting.end()
    return 0


# What each needs is loaded where a Ctrl+C that comes meanwhile is heard.


def _note(setting: Setting, words: list[str]) -> None:
    from leerlog.app.note import write_moment
    from leerlog.app.saving import report

    if saved := write_moment(setting, " ".join(words)):
        report(setting, saved, as_json=False)


def _found(setting: Setting, words: list[str]) -> None:
    from leerlog.app.search import Search
    from leerlog.cli.screens import show_found

    show_found(setting, Search(tuple(words)))


WITH_WORDS = {"moment": _note, "search": _found}


def _export(setting: Setting) -> None:
    from leerlog.cli.out import Out
    from leerlog.cli.screens import send_notes
    from leerlog.domain.period import ALL

    send_notes(setting, ALL, Out("json"))


def _today(setting: Setting) -> None:
    from leerlog.cli.screens import show_today

    show_today(setting)


def _screen(setting: Setting, name: str, kind: str) -> None:
    from leerlog.cli.screens import show_notes, show_review

    (show_review if name == "review" else show_notes)(setting, _period(setting, kind))


def _team(setting: Setting, folder: str, kind: str, *, anonymous: bool) -> None:
    from leerlog.cli.screens import show_team

    show_team(setting, folder, _period(setting, kind), anonymous=anonymous)


def _period(setting: Setting, kind: str) -> "Period":
    from leerlog.domain.period import ALL, AROUND

    return ALL if kind == "all" else AROUND[kind](setting.today)
