"""Options that several commands share, and what their values mean."""

from collections.abc import Callable
from datetime import date, time
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from leerlog.app.setting import Setting
from leerlog.domain.entry import AUDIENCES, names, one_line
from leerlog.domain.value import Level, parse_level
from leerlog.errors import UsageError

if TYPE_CHECKING:
    from leerlog.domain.period import Period

T = TypeVar("T")

Value = Annotated[
    str | None,
    typer.Option(
        "--value", metavar="NIVEAU", help="Wat het tot nu toe bracht: 1 tot en met 5, of de naam van het niveau."
    ),
]
Course = Annotated[
    str | None,
    typer.Option("--course", metavar="NAAM", help="Bij welk leertraject het hoort."),
]
CourseName = Annotated[
    str | None,
    typer.Argument(metavar="TRAJECT", help="De naam van het leertraject."),
]
Ref = Annotated[
    str,
    typer.Argument(metavar="ID", help="De id, het begin ervan, of 'laatste'."),
]
People = Annotated[
    list[str] | None, typer.Option("--with", metavar="NAMEN", help="Wie erbij waren, met komma's ertussen.")
]
Tags = Annotated[list[str] | None, typer.Option("--tag", metavar="WOORD", help="Een trefwoord; mag vaker.")]
On = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar="DATUM",
        help="Op welke dag het was: gisteren, maandag, 12 jan, 2026-11-20, of met de tijd erbij: gisteren 16:00.",
    ),
]
BuildsOn = Annotated[
    list[str] | None,
    typer.Option(
        "--builds-on",
        metavar="ID",
        help="Op welke notitie dit voortbouwt; mag vaker. 'laatste' is de nieuwste.",
    ),
]
Share = Annotated[
    list[str] | None,
    typer.Option(
        "--share", metavar="MET", help="Met wie je het deelt: team, leidinggevende. Zonder dit blijft het van jou."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Toon de notitie als JSON.")]


def level(text: str | None) -> Level | None:
    """The level that `--value` names."""
    if text is None:
        return None
    found = parse_level(text)
    if found is None:
        known = ", ".join(f"{each.number} {each}" for each in Level)
        raise UsageError(f"'{text}' is geen waardeniveau. Kies uit: {known}.")
    return found


def moment_of(setting: Setting, on: str | None) -> tuple[date, time]:
    """The day and minute of a note: now, or on the day that `--on` names, looking back."""
    if on is None:
        return setting.now
    from leerlog.domain.when import parse_moment

    if not on.strip():
        raise UsageError("achter --on staat niets. Schrijf bijvoorbeeld: --on gisteren, of --on 2026-11-20.")
    day, minute = understood("--on", lambda: parse_moment(on, setting.today, "back"))
    if day > setting.today:
        setting.tell(f"Let op: {day} ligt in de toekomst.")
    return day, minute or setting.now[1]


def day_of(setting: Setting, option: str, text: str | None) -> date | None:
    """The day that an option names, looking forward; None when it names none."""
    if text is None or not text.strip():
        return None
    from leerlog.domain.when import parse_date

    return understood(option, lambda: parse_date(text, setting.today))


def understood(option: str, read: Callable[[], T]) -> T:
    """What the words of an option mean.

    Raises:
        UsageError: with the reason, and which option it is about.
    """
    try:
        return read()
    except ValueError as error:
        said = f"{option}: {error}" if option else str(error)
        raise UsageError(said if said.endswith(("?", ".")) else f"{said}.") from None


def tell_day(setting: Setting, text: str, day: date) -> None:
    """Say how a date was understood that was not written as one."""
    from leerlog.domain.dates import full_date, is_iso

    if not is_iso(text):
        setting.tell(f"'{one_line(text)}' is {full_date(day)}.")


def course(text: str | None) -> str:
    """The course's name on one line."""
    name = one_line(text or "")
    if text is not None and not name:
        raise UsageError("de naam van het leertraject is leeg.")
    if text and "\n" in text.strip():
        raise UsageError("de naam van een leertraject past op één regel; haal de regeleinden eruit.")
    if len(name) > 200:
        raise UsageError(f"de naam van het leertraject telt {len(name)} tekens. Houd het bij 200.")
    return name


def people(given: list[str] | None) -> tuple[str, ...]:
    """The names in `--with`, or the tags to list by, given once with commas or several times."""
    return names(",".join(given or ()))


def audiences(given: list[str] | None) -> tuple[str, ...]:
    """The audiences in `--share`."""
    chosen = names(",".join(given or ()).lower())
    for word in chosen:
        if word not in AUDIENCES:
            raise UsageError(f"met '{word}' kan ik niet delen. Kies uit: {', '.join(AUDIENCES)}.")
    return chosen


def sources(setting: Setting, given: list[str] | None) -> tuple[str, ...]:
    """The full ids of the entries in `--builds-on`."""
    refs = names(",".join(given or ()))
    return tuple(dict.fromkeys(setting.journal.find(ref).id for ref in refs))


Week = Annotated[str | None, typer.Option("--week", metavar="[WEEK]", help="Deze week, of 2026-W30, vorig.")]
Month = Annotated[
    str | None, typer.Option("--month", metavar="[MAAND]", help="Deze maand, of 2026-08, augustus, vorig.")
]
Quarter = Annotated[
    str | None, typer.Option("--quarter", metavar="[KWARTAAL]", help="Dit kwartaal, of 2026-Q3, Q3, vorig.")
]
Year = Annotated[str | None, typer.Option("--year", metavar="[JAAR]", help="Dit jaar, of 2026, vorig.")]
From = Annotated[
    str | None,
    typer.Option("--from", metavar="DATUM", help="Vanaf deze dag, deze maand of dit jaar: 12 jan, december."),
]
To = Annotated[str | None, typer.Option("--to", metavar="DATUM", help="Tot en met deze dag, deze maand of dit jaar.")]
Last = Annotated[str | None, typer.Option("--last", metavar="DUUR", help="Tot en met vandaag: 30d, 4w, 3m, 1j.")]
All = Annotated[bool, typer.Option("--all", help="Alles wat er staat.")]


Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PERIODE]", help="Een periode in gewone woorden: mei, vorig, Q3, 2025, W30, vorige maand."),
]


class PeriodOptions:
    """The options that say which period, and the words that may say so without one, as they were given."""

    def __init__(
        self,
        words: list[str] | None,
        week: str | None,
        month: str | None,
        quarter: str | None,
        year: str | None,
        from_: str | None,
        to: str | None,
        last: str | None,
        everything: bool,
        end: str = "--to",
    ) -> None:
        self.words = " ".join(words) if words is not None else None
        self.named = {"week": week, "month": month, "quarter": quarter, "year": year}
        self.span = {"--from": from_, end: to}
        self.last = last
        self.everything = everything

    def resolve(self, setting: Setting, default: str, otherwise: str = "") -> "Period":
        """The period that was asked for; without any, `default` ("quarter", "all").

        otherwise: what to say to who typed other words, as what they may have looked for.

        Raises:
            UsageError: for a word that names no period, an empty value, a reversed range, or two periods at once.
        """
        from leerlog.domain import period

        options = {f"--{name}": value for name, value in self.named.items()} | self.span | {"--last": self.last}
        given = [f"'{self.words}'"] if self.words is not None else []
        given += [f"--{name}" for name, value in self.named.items() if value is not None]
        given += ["/".join(self.span)] if any(part is not None for part in self.span.values()) else []
        given += ["--last"] if self.last is not None else []
        given += ["--all"] if self.everything else []
        if len(given) > 1:
            raise UsageError(f"{' en '.join(given)} gaan niet samen. Kies één periode.")
        for name, value in (options | {"PERIODE": self.words}).items():
            # Without a value --quarter is "", for the current one; one that was given as such is a blank.
            if value is not None and not value.strip() and (value or name.removeprefix("--") not in self.named):
                where = f"achter {name} staat niets" if name in options else "waar de periode hoort staat niets"
                raise UsageError(f"{where}. Schrijf bijvoorbeeld mei, Q3, 2026-08 of 2026-08-14.")
        if not given:
            return period.ALL if default == "all" else period.AROUND[default](setting.today)
        try:
            found = understood("", lambda: self._read(setting.today, default))
        except UsageError as error:
            raise UsageError(f"{error} {otherwise}" if otherwise and self.words is not None else str(error)) from None
        except OverflowError:
            raise UsageError("deze periode valt buiten de kalender.") from None
        self._tell(setting, found)
        return found

    def _read(self, today: date, default: str) -> "Period":
        from leerlog.domain import period

        if self.everything:
            return period.ALL
        if self.words is not None:
            return period.read_period(self.words, today, "quarter" if default == "all" else default)
        if self.last is not None:
            return period.last_days(self.last, today)
        for kind, value in self.named.items():
            if value is not None:
                return period.parse_period(kind, value, today)
        first, last = self.span.values()
        try:
            return period.span(first or "", last or "", today)
        except period.Reversed as error:
            raise ValueError(f"{error}. Wissel {' en '.join(self.span)} om") from None

    def _tell(self, setting: Setting, found: "Period") -> None:
        """Say how dates in words were understood; a period with a name is on every page by that name."""
        from leerlog.domain.period import AROUND, range_words

        words = [part for part in (self.words, *self.span.values()) if part is not None]
        if found.kind not in (*AROUND, "all") and any(not part.strip()[:4].isdigit() for part in words):
            setting.tell(f"Dat is {range_words(found)}.")
