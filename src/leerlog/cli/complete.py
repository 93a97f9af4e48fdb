"""What the shell completes with Tab; whatever goes wrong, it completes nothing and says nothing."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

MOST = 30


def course_names(ctx: Any, incomplete: str) -> list[str]:
    """The courses whose name begins so, without regard to capitals and accents."""
    found: list[str] = []
    with suppress(Exception):
        from leerlog.cli.names import COURSE
        from leerlog.domain.course import key

        names = _setting(ctx).journal.values_of(COURSE)
        found = sorted(name for name in names if key(name).startswith(key(incomplete)))
    return found


def entry_ids(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """The ids that begin so, the newest first, each with its day and first line."""
    found: list[tuple[str, str]] = []
    with suppress(Exception):
        found = list(_ids(ctx, incomplete.lower()))
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
