"""Which period is meant: the options and the words that say so."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, NamedTuple

import typer

from leerlog.app.given import understood
from leerlog.app.setting import Setting
from leerlog.domain.period import ALL, AROUND, Period, range_words
from leerlog.domain.period_words import Reversed, last_days, parse_period, read_period, span
from leerlog.errors import UsageError

Given = Mapping[str, str | None]


class PeriodOptions(NamedTuple):
    """The options that say which period, and the words that may say so without one, as they were given."""

    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PERIODE]", help="Een periode in gewone woorden: mei, vorig, Q3, 2025, W30, vorige maand."
        ),
    ] = None
    week: Annotated[str | None, typer.Option("--week", metavar="[WEEK]", help="Deze week, of 2026-W30, vorig.")] = None
    month: Annotated[
        str | None, typer.Option("--month", metavar="[MAAND]", help="Deze maand, of 2026-08, augustus, vorig.")
    ] = None
    quarter: Annotated[
        str | None, typer.Option("--quarter", metavar="[KWARTAAL]", help="Dit kwartaal, of 2026-Q3, Q3, vorig.")
    ] = None
    year: Annotated[str | None, typer.Option("--year", metavar="[JAAR]", help="Dit jaar, of 2026, vorig.")] = None
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="DATUM", help="Vanaf deze dag, deze maand of dit jaar: 12 jan, december."),
    ] = None
    to: Annotated[
        str | None, typer.Option("--to", metavar="DATUM", help="Tot en met deze dag, deze maand of dit jaar.")
    ] = None
    last: Annotated[str | None, typer.Option("--last", metavar="DUUR", help="Tot en met vandaag: 30d, 4w, 3m, 1j.")] = (
        None
    )
    all_: Annotated[bool, typer.Option("--all", help="Alles wat er staat.")] = False

    def resolve(self, setting: Setting, default: str, otherwise: str = "", end: str = "--to") -> Period:
        """The period that was asked for; without any, `default` ("quarter", "all").

        otherwise: what to say to who typed other words, as what they may have looked for.
        end: the option for its last day.

        Raises:
            UsageError: for a word that names no period, an empty value, a reversed range, or two periods at once.
        """
        words = " ".join(self.words) if self.words is not None else None
        named = {"week": self.week, "month": self.month, "quarter": self.quarter, "year": self.year}
        days = {"--from": self.from_, end: self.to}
        given = _one_of(words, named, days, self.last, self.all_)
        if not given:
            return ALL if default == "all" else AROUND[default](setting.today)
        try:
            found = understood("", lambda: self._read(words, named, days, setting.today, default))
        except UsageError as error:
            raise UsageError(f"{error} {otherwise}" if otherwise and words is not None else str(error)) from None
        except OverflowError:
            raise UsageError("deze periode valt buiten de kalender.") from None
        # A period with a name is on every page by that name; of dates in words it is told how they were understood.
        typed = [part for part in (words, *days.values()) if part is not None]
        if found.kind not in (*AROUND, "all") and any(not part.strip()[:4].isdigit() for part in typed):
            setting.tell(f"Dat is {range_words(found)}.")
        return found

    def _read(self, words: str | None, named: Given, days: Given, today: date, default: str) -> Period:
        if self.all_:
            return ALL
        if words is not None:
            return read_period(words, today, "quarter" if default == "all" else default)
        if self.last is not None:
            return last_days(self.last, today)
        for kind, value in named.items():
            if value is not None:
                return parse_period(kind, value, today)
        first, last = days.values()
        try:
            return span(first or "", last or "", today)
        except Reversed as error:
            raise ValueError(f"{error}. Wissel {' en '.join(days)} om") from None


def _one_of(words: str | None, named: Given, days: Given, last: str | None, everything: bool) -> bool:
    """Whether a period was said; more than one, or one without a value, is refused."""
    given = [f"'{words}'"] if words is not None else []
    given += [f"--{name}" for name, value in named.items() if value is not None]
    given += ["/".join(days)] if any(part is not None for part in days.values()) else []
    given += ["--last"] if last is not None else []
    given += ["--all"] if everything else []
    if len(given) > 1:
        raise UsageError(f"{' en '.join(given)} gaan niet samen. Kies één periode.")
    options = {f"--{name}": value for name, value in named.items()} | {**days, "--last": last}
    for name, value in (options | {"PERIODE": words}).items():
        # Without a value --quarter is "", for the current one; one that was given as such is a blank.
        if value is not None and not value.strip() and (value or name.removeprefix("--") not in named):
            where = f"achter {name} staat niets" if name in options else "waar de periode hoort staat niets"
            raise UsageError(f"{where}. Schrijf bijvoorbeeld mei, Q3, 2026-08 of 2026-08-14.")
    return bool(given)
