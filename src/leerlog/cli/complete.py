"""What the shell completes with Tab; whatever goes wrong, it completes nothing and says nothing."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from leerlog.domain.entry import AUDIENCES

MOST = 30


def attach(command: Any) -> None:
    """Let a command's parameters complete names of courses, ids, and with whom to share.

    Typer's own way would cost every run, and keeps only what begins with just
    the characters that were typed.
    """
    for param in command.params:
        if param.name == "course" or param.metavar == "TRAJECT":
            param._custom_shell_complete = course_names
        elif param.metavar == "ID":
            param._custom_shell_complete = entry_ids
        elif param.metavar in ("MET", "VOOR"):
            param._custom_shell_complete = audiences


def course_names(ctx: Any, param: Any, incomplete: str) -> list[str]:
    """The courses whose name begins so, without regard to capitals and accents."""
    found: list[str] = []
    with suppress(Exception):
        from leerlog.cli.names import COURSE
        from leerlog.domain.course import key

        names = _setting(ctx).journal.values_of(COURSE)
        found = sorted(name for name in names if key(name).startswith(key(incomplete)))
    return [_for_shell(name) for name in found]


def audiences(ctx: Any, param: Any, incomplete: str) -> list[str]:
    """With whom something can be shared."""
    return [name for name in AUDIENCES if name.startswith(incomplete.lower())]


def _for_shell(name: str) -> str:
    """The name as the shell's line can have it: bash takes it as it comes, the others add their own quotes."""
    if not os.environ.get("_LEERLOG_COMPLETE", "").endswith("_bash"):
        return name
    return re.sub(r"([^\w.,:/@%+=-])", r"\\\1", name)


def entry_ids(ctx: Any, param: Any, incomplete: str) -> list[Any]:
    """The ids that begin so, the newest first, each with its day and first line."""
    found: list[Any] = []
    with suppress(Exception):
        from typer._click.shell_completion import CompletionItem

        found = [CompletionItem(name, help=told) for name, told in _ids(ctx, incomplete.lower())]
    return found


def _ids(ctx: Any, start: str) -> Iterator[tuple[str, str]]:
    """Those of the month that the first two characters name; without them, those of the last two months."""
    from leerlog.domain.dates import short_date
    from leerlog.domain.entry import id_month
    from leerlog.domain.period import parse_part
    from leerlog.domain.visible import visible

    setting = _setting(ctx)
    months = [id_month(start)] if len(start) > 1 else setting.journal.months()[:-3:-1]
    entries = [e for m in months for e in reversed(setting.journal.read(parse_part(m, setting.today))[0])]
    fit = [entry for entry in entries if entry.id.startswith(start)]
    for entry in fit[:MOST]:
        yield entry.id, visible(f"{short_date(entry.date, setting.today)} {entry.first_line[:50]}")


def _setting(ctx: Any) -> Any:
    """The journal that the words before name; no callback has run, so there is no setting yet."""
    from leerlog.cli.context import Setting

    return Setting(ctx.find_root().params.get("journal"), True)
