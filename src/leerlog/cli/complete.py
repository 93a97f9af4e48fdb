"""What the shell completes with Tab; whatever goes wrong, it completes nothing and says nothing."""

import os
import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from typer._click.shell_completion import (
    CompletionItem,
    _resolve_context,
    _resolve_incomplete,
    add_completion_class,
    get_completion_class,
)
from typer._completion_classes import completion_init
from typer._completion_shared import Shells

from leerlog.app import completion
from leerlog.app.renaming import CALLED
from leerlog.app.setting import Setting
from leerlog.cli.console import here
from leerlog.cli.door import SHELL_ASKS
from leerlog.cli.dutch import THIS_HELP
from leerlog.cli.root import GLOBAL_FLAGS, GLOBAL_VALUES, hoist
from leerlog.domain.entry import AUDIENCES
from leerlog.library.content import checklist_ids


def ready() -> None:
    """Let what every shell asks be answered here: Typer knows of no option that may stand anywhere."""
    completion_init()
    for shell in Shells:
        asked: Any = get_completion_class(shell.value)
        add_completion_class(type("Asked", (asked,), {"get_completions": _completions}), shell.value)


def _completions(asked: Any, args: list[str], incomplete: str) -> list[CompletionItem]:
    """What can stand at the end of a command line, after these words."""
    with suppress(Exception):
        return _found(asked, *_uncut(args, incomplete))
    return []


def _uncut(args: list[str], incomplete: str) -> tuple[list[str], str, str]:
    """The words, the last one, and what stands before its value and is to be given back.

    bash cuts `--journal=te` into three words and wants only the value back; for
    the others it is one word, of which they want the whole.
    """
    words = _glued([*args, incomplete])
    cut = len(words) <= len(args)
    last = words.pop()
    if not (last.startswith("--") and "=" in last):
        return words, last, ""
    name, _, value = last.partition("=")
    return [*words, name], value, "" if cut else f"{name}="


def _glued(words: list[str]) -> list[str]:
    """The words with each option and its value together again where bash cut them at the `=`."""
    whole: list[str] = []
    for word in words:
        before = whole[-1] if whole else ""
        if before.startswith("--") and (word == "=" or before.endswith("=")):
            whole[-1] += word
        else:
            whole.append(word)
    return whole


def _found(asked: Any, args: list[str], incomplete: str, lead: str) -> list[CompletionItem]:
    """What Typer finds, once it knows what can be completed here and which options every command takes."""
    whole = args[:-1] if args and args[-1] in GLOBAL_VALUES else args
    ctx = _resolve_context(asked.cli, asked.ctx_args, asked.prog_name, hoist(whole))
    shared = [each for each in asked.cli.params if {*each.opts} & {*GLOBAL_FLAGS, *GLOBAL_VALUES}]
    ctx.command.params += [each for each in shared if each not in ctx.command.params]
    attach(ctx.command)
    meant, start = _resolve_incomplete(ctx, args, incomplete)
    found = meant.shell_complete(ctx, start)
    for item in found:
        item.value = lead + _for_shell(item.value)
        if item.value == "--help":  # the one option that is Typer's own
            item.help = THIS_HELP
    return found


def attach(command: Any) -> None:
    """Let a command's parameters complete what their word for it stands for.

    Typer's own way would cost every run, and keeps only what begins with just
    the characters that were typed.
    """
    for param in command.params:
        known = _names if param.name == "course" else _BY_WORD.get(param.metavar)
        if known:
            param._custom_shell_complete = _answering(known)


def _answering(known: Callable[[Any, Any, str], completion.Words]) -> Callable[[Any, Any, str], list[CompletionItem]]:
    return lambda ctx, param, begin: [
        CompletionItem(word, help=told or None) for word, told in known(ctx, param, begin).items()
    ]


def _for_shell(name: str) -> str:
    """The name as the shell's line can have it: bash takes it as it comes, the others add their own quotes.

    Within quotes that were opened, bash needs little; outside them a word with a
    bare `:` or `=` could not be completed further.
    """
    if not os.environ.get(SHELL_ASKS, "").endswith("_bash"):
        return name
    opened = os.environ.get("COMP_WORDS", "").rpartition("\n")[2][:1]
    special = {'"': r'(["$`\\])', "'": r"($^)"}.get(opened, r"([^\w.,/@%+-])")
    return re.sub(special, r"\\\1", name)


def _setting(ctx: Any) -> Setting:
    """The journal that the words before name; no callback has run, so there is no setting yet."""
    return here(ctx.find_root().params.get("journal"), True)


def _names(ctx: Any, param: Any, begin: str) -> completion.Words:
    return completion.course_names(_setting(ctx), begin)


def _ids(ctx: Any, param: Any, begin: str) -> completion.Words:
    return completion.entry_ids(_setting(ctx), begin)


def _kinds(ctx: Any, param: Any, begin: str) -> completion.Words:
    return completion.begun(CALLED, begin)


def _renamed(ctx: Any, param: Any, begin: str) -> completion.Words:
    return completion.renamed_names(_setting(ctx), ctx.params.get("what") or "", begin)


def _refs(ctx: Any, param: Any, begin: str) -> completion.Words:
    return completion.item_refs(_setting(ctx), begin)


def _drafts(ctx: Any, param: Any, begin: str) -> completion.Words:
    return completion.draft_names(_setting(ctx), begin)


def _journals(ctx: Any, param: Any, begin: str) -> completion.Words:
    return completion.journal_names(_setting(ctx), begin)


def _settings(ctx: Any, param: Any, begin: str) -> completion.Words:
    return completion.setting_words(_setting(ctx), ctx.params[param.name] or (), begin)


def _periods(ctx: Any, param: Any, begin: str) -> completion.Words:
    return completion.period_words(_setting(ctx), param.name, begin)


def _checklists(ctx: Any, param: Any, begin: str) -> completion.Words:
    return completion.begun(checklist_ids(_setting(ctx).own_content), begin)


def _audiences(ctx: Any, param: Any, begin: str) -> completion.Words:
    return completion.begun(AUDIENCES, begin)


def _forms(ctx: Any, param: Any, begin: str) -> completion.Words:
    return completion.begun(ctx.command.callback.forms, begin)


# What a parameter takes is in the word that --help has for it.
_BY_WORD: dict[str | None, Any] = {
    "TRAJECT": _names,
    "[TRAJECT]": _names,
    "ID": _ids,
    "[ID]": _ids,
    "[ID…]": _ids,
    "[WAT]": _kinds,
    "[OUD]": _renamed,
    "[NIEUW]": _renamed,
    "[REF]": _refs,
    "MET": _audiences,
    "CHECKLIST": _checklists,
    "[MET]": _audiences,
    "[NAAM]": _drafts,
    "VOOR": _audiences,
    "VORM": _forms,
    "MAP|NAAM": _journals,
    "[INSTELLING [WAARDE]]": _settings,
    "[WEEK]": _periods,
    "[MAAND]": _periods,
    "[KWARTAAL]": _periods,
    "[JAAR]": _periods,
}
