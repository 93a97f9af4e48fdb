"""The commands to go on with later, as they are typed."""

import os
import re
import shlex

from leerlog.cli.context import Setting
from leerlog.domain.checklist import Checklist
from leerlog.journal import drafts


def begin_command(setting: Setting, checklist: Checklist, *words: str) -> str:
    """The command that begins a checklist, or goes on with its draft, in the journal of this setting.

    words: what comes behind it: a course, or names.
    """
    from leerlog.render.pages.guide import command_of

    name = command_of(checklist).removeprefix("leerlog ")
    return " ".join(["leerlog", *_journal(setting), name, *(in_quotes(word) for word in words if word)])


def _journal(setting: Setting) -> list[str]:
    """The option for the journal, when one was given; what LEERLOG_JOURNAL says needs none."""
    given = setting.journal_option
    if given is None or given == os.environ.get("LEERLOG_JOURNAL"):
        return []
    return ["--journal", given if re.fullmatch(r"[\w./:-]+", given) else in_quotes(given)]


def in_quotes(word: str) -> str:
    """A word as it is typed in a command line."""
    return shlex.quote(word) if set(word) & set('"$`') else f'"{word}"'


def keep_command(setting: Setting, name: str) -> str:
    """The command that puts a note that could not be saved in the journal of this setting after all."""
    return " ".join(["leerlog", *_journal(setting), "drafts", "--save", name])


def resume_command(setting: Setting, checklist: str, name: str) -> str:
    """The command that goes on with this one draft, which itself knows its journal."""
    return f"leerlog drafts --resume {drafts.draft_file(setting.drafts, checklist, name).stem}"
