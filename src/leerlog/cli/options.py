"""Options that several commands share, and what their values mean."""

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from leerlog.cli.context import Setting
from leerlog.domain.entry import AUDIENCES, names, one_line
from leerlog.domain.value import Level, parse_level
from leerlog.errors import UsageError

if TYPE_CHECKING:
    from leerlog.domain.period import Period

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
        help="Op welke dag het was: 2026-11-20, gisteren, of met de tijd erbij 2026-11-20T16:00.",
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
Format = Annotated[str | None, typer.Option("--format", metavar="VORM", help="json: voor een ander programma.")]

_DAYS = {"vandaag": 0, "gisteren": 1, "eergisteren": 2}


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
    """The day and minute of a note: now, or on the day that `--on` names."""
    if on is None:
        return setting.now
    word = on.strip().lower()
    if word in _DAYS:
        return setting.today - timedelta(days=_DAYS[word]), setting.now[1]
    from leerlog.domain.when import parse_now

    try:
        day, minute = parse_now(on)
    except ValueError as error:
        raise UsageError(f"--on: {error}.") from None
    if day > setting.today:
        setting.tell(f"Let op: {day} ligt in de toekomst.")
    return day, minute if len(on.strip()) > len("2026-11-20") else setting.now[1]


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
    """The names in `--with` or `--tag`, given once with commas or several times."""
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


def json_wanted(format_: str | None, known: tuple[str, ...] = ("json",)) -> bool:
    """Whether `--format` asks for JSON.

    known: the formats that the command has.
    """
    if format_ is None:
        return False
    if format_.lower() not in known:
        raise UsageError(f"de vorm '{format_}' ken ik hier niet. Kies uit: {', '.join(known)}.")
    return format_.lower() == "json"


Week = Annotated[str | None, typer.Option("--week", metavar="[WEEK]", help="Deze week, of 2026-W30, vorig.")]
Month = Annotated[
    str | None, typer.Option("--month", metavar="[MAAND]", help="Deze maand, of 2026-08, augustus, vorig.")
]
Quarter = Annotated[
    str | None, typer.Option("--quarter", metavar="[KWARTAAL]", help="Dit kwartaal, of 2026-Q3, Q3, vorig.")
]
Year = Annotated[str | None, typer.Option("--year", metavar="[JAAR]", help="Dit jaar, of 2026, vorig.")]
From = Annotated[str | None, typer.Option("--from", metavar="DATUM", help="Vanaf deze dag, maand of dit jaar.")]
To = Annotated[str | None, typer.Option("--to", metavar="DATUM", help="Tot en met deze dag, maand of dit jaar.")]
Last = Annotated[str | None, typer.Option("--last", metavar="DUUR", help="Tot en met vandaag: 30d, 4w, 3m, 1j.")]
All = Annotated[bool, typer.Option("--all", help="Alles wat er staat.")]


class PeriodOptions:
    """The options that say which period, as they were given."""

    def __init__(
        self,
        week: str | None,
        month: str | None,
        quarter: str | None,
        year: str | None,
        from_: str | None,
        to: str | None,
        last: str | None,
        everything: bool,
    ) -> None:
        self.named = {"week": week, "month": month, "quarter": quarter, "year": year}
        self.span = (from_, to)
        self.last = last
        self.everything = everything

    def resolve(self, today: date, default: str) -> "Period":
        """The period that was asked for; without any option, `default` ("quarter", "all").

        Raises:
            UsageError: for a word that names no period, a reversed range, or two periods at once.
        """
        from leerlog.domain import period

        given = [f"--{name}" for name, value in self.named.items() if value is not None]
        given += ["--from/--to"] if any(part is not None for part in self.span) else []
        given += ["--last"] if self.last is not None else []
        given += ["--all"] if self.everything else []
        if len(given) > 1:
            raise UsageError(f"{' en '.join(given)} gaan niet samen. Kies één periode.")
        if any(part is not None and not part.strip() for part in (*self.span, self.last)):
            raise UsageError("achter --from, --to en --last hoort een datum of duur. Nu staat er niets.")
        chosen = given[0].removeprefix("--") if given else default
        try:
            if chosen == "all":
                return period.ALL
            if chosen == "from/--to":
                return period.span(self.span[0] or "", self.span[1] or "", today)
            if chosen == "last":
                return period.last_days(self.last or "", today)
            return period.parse_period(chosen, self.named[chosen] or "", today)
        except ValueError as error:
            raise UsageError(f"{error}" + ("" if str(error).endswith("?") else ".")) from None
        except OverflowError:
            raise UsageError("deze periode valt buiten de kalender.") from None
