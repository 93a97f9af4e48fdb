"""What the shell completes with Tab; whatever goes wrong, it completes nothing and says nothing."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
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

from leerlog.cli.root import GLOBAL_FLAGS, GLOBAL_VALUES, hoist
from leerlog.domain.entry import AUDIENCES
from leerlog.domain.period import Period, as_typed, month_of, quarter_of, week_of, year_of

MOST = 30
PERIODS = 8
_PERIOD_OF = {"week": week_of, "month": month_of, "quarter": quarter_of, "year": year_of}


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
            from leerlog.cli.dutch import THIS_HELP

            item.help = THIS_HELP
    return found


def attach(command: Any) -> None:
    """Let a command's parameters complete what their word for it stands for.

    Typer's own way would cost every run, and keeps only what begins with just
    the characters that were typed.
    """
    for param in command.params:
        known = course_names if param.name == "course" else _BY_WORD.get(param.metavar)
        if known:
            param._custom_shell_complete = known


def course_names(ctx: Any, param: Any, incomplete: str) -> list[str]:
    """The courses whose name begins so, however it is written."""
    from leerlog.domain.course import key
    from leerlog.journal.reading import COURSE

    names = _setting(ctx).journal.values_of(COURSE)
    return sorted(name for name in names if key(name).startswith(key(incomplete)))


def audiences(ctx: Any, param: Any, incomplete: str) -> list[str]:
    """With whom something can be shared."""
    return _begin(AUDIENCES, incomplete)


def journal_names(ctx: Any, param: Any, incomplete: str) -> list[CompletionItem]:
    """The journals from the settings that begin so, each with its folder."""
    journals = _setting(ctx).config.journals
    return [CompletionItem(name, help=journals[name]) for name in _begin(journals, incomplete)]


def forms(ctx: Any, param: Any, incomplete: str) -> list[str]:
    """The forms that the command can give its result in."""
    return _begin(ctx.command.callback.forms, incomplete)


def periods(ctx: Any, param: Any, incomplete: str) -> list[CompletionItem]:
    """`vorig`, and the last few weeks, months, quarters or years, each as it is called in full."""
    found = [_period_of(param.name, _setting(ctx).today)]
    while len(found) < PERIODS:
        found.append(_period_of(param.name, found[-1].start - timedelta(days=1)))
    named = {"vorig": found[1].label} | {as_typed(each): each.label for each in found}
    return [CompletionItem(name, help=named[name]) for name in _begin(named, incomplete)]


def _period_of(kind: str, day: date) -> Period:
    return _PERIOD_OF[kind](day)


def settings(ctx: Any, param: Any, incomplete: str) -> list[str]:
    """What `config` can be followed by: a setting, and for the journals what to do and their names."""
    from leerlog.app.config import KEYS
    from leerlog.library.folders import TEAM

    names = [*_setting(ctx).config.journals]
    known = {
        (): KEYS,
        ("journal",): ["add", "remove", *names],
        ("journal", "remove"): names,
        ("journal", "add"): [] if TEAM in names else [TEAM],
    }
    return _begin(known.get((*(ctx.params[param.name] or ()),), ()), incomplete)


def _begin(names: Any, incomplete: str) -> list[str]:
    """The names that begin so, without regard to capitals."""
    return [name for name in names if name.lower().startswith(incomplete.lower())]


def _for_shell(name: str) -> str:
    """The name as the shell's line can have it: bash takes it as it comes, the others add their own quotes.

    Within quotes that were opened, bash needs little; outside them a word with a
    bare `:` or `=` could not be completed further.
    """
    if not os.environ.get("_LEERLOG_COMPLETE", "").endswith("_bash"):
        return name
    opened = os.environ.get("COMP_WORDS", "").rpartition("\n")[2][:1]
    special = {'"': r'(["$`\\])', "'": r"($^)"}.get(opened, r"([^\w.,/@%+-])")
    return re.sub(special, r"\\\1", name)


def entry_ids(ctx: Any, param: Any, incomplete: str) -> list[CompletionItem]:
    """The ids that begin so, the newest first, each with its day and first line."""
    return [CompletionItem(name, help=told) for name, told in _ids(ctx, incomplete.lower())]


def _ids(ctx: Any, start: str) -> Iterator[tuple[str, str]]:
    """Those of the month that the first two characters name; without them, those of the last two months."""
    from leerlog.domain.dates import short_date
    from leerlog.domain.entry import id_month
    from leerlog.domain.period import parse_part
    from leerlog.domain.text import visible
    from leerlog.reports.gist import one_line

    setting = _setting(ctx)
    months = [id_month(start)] if len(start) > 1 else setting.journal.months()[:-3:-1]
    entries = [e for m in months for e in reversed(setting.journal.read(parse_part(m, setting.today))[0])]
    fit = [entry for entry in entries if entry.id.startswith(start)]
    for entry in fit[:MOST]:
        yield entry.id, visible(f"{short_date(entry.date, setting.today)} {one_line(entry, setting.rules)[:50]}")


def item_refs(ctx: Any, param: Any, incomplete: str) -> list[CompletionItem]:
    """What is open and begins so, the soonest due first, each with its words."""
    from leerlog.app.agenda import see_agenda
    from leerlog.domain.text import visible

    items = see_agenda(_setting(ctx))[0].open
    fit = [item for item in items if item.ref.startswith(incomplete.lower())]
    return [CompletionItem(item.ref, help=visible(item.text)[:60]) for item in fit[:MOST]]


def _setting(ctx: Any) -> Any:
    """The journal that the words before name; no callback has run, so there is no setting yet."""
    from leerlog.cli.console import here

    return here(ctx.find_root().params.get("journal"), True)


# What a parameter takes is in the word that --help has for it.
_BY_WORD: dict[str | None, Any] = {
    "TRAJECT": course_names,
    "[TRAJECT]": course_names,
    "ID": entry_ids,
    "[ID]": entry_ids,
    "[ID…]": entry_ids,
    "[REF]": item_refs,
    "MET": audiences,
    "VOOR": audiences,
    "VORM": forms,
    "MAP|NAAM": journal_names,
    "[INSTELLING [WAARDE]]": settings,
    "[WEEK]": periods,
    "[MAAND]": periods,
    "[KWARTAAL]": periods,
    "[JAAR]": periods,
}
