"""Options: each declared once, and merged into the signature of every command that takes it.

A record of options, such as `EntryOptions`, stands in a command's signature as
one argument; on the command line it is all of its fields.
"""

import inspect
from collections.abc import Callable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, get_args

import typer

from leerlog.app.given import EntryOptions
from leerlog.errors import UsageError

if TYPE_CHECKING:
    from leerlog.cli.out import Forms  # a note has no forms

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
# What is left out of these is chosen from a list.
Ref = Annotated[
    str | None,
    typer.Argument(metavar="[ID]", help="De id, het begin ervan, of 'laatste'. Zonder id kies je uit een lijst."),
]
WhichCourse = Annotated[
    str | None,
    typer.Argument(metavar="[TRAJECT]", help="De naam van het leertraject. Zonder naam kies je uit een lijst."),
]
WhichItem = Annotated[
    str | None,
    typer.Argument(
        metavar="[REF]", help="Wat er in de agenda voor staat, zoals a2k3f9q2.1. Zonder REF kies je uit een lijst."
    ),
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
Team = Annotated[
    str | None, typer.Option("--team", metavar="MAP", help="Wat een team deelde: de bestanden in deze map.")
]
Full = Annotated[bool, typer.Option("--full", help="Toon alles, en elke tekst helemaal.")]
AsJson = Annotated[bool, typer.Option("--json", help="Toon de notitie als JSON.")]


class Way(NamedTuple):
    """How the questions of a checklist are to be answered; asked one by one unless one of these says otherwise."""

    editor: Annotated[bool, typer.Option("--editor", help="Vul alles in één keer in, in je eigen editor.")] = False
    answers: Annotated[
        str | None,
        typer.Option(
            "--answers", metavar="BESTAND", help="Neem de antwoorden uit een YAML-bestand; - leest van de invoer."
        ),
    ] = None
    template: Annotated[bool, typer.Option("--template", help="Toon zo'n YAML-bestand, om in te vullen.")] = False


# What is given along with a note is known in `app`, without a command line; here is how it is typed.
_ENTRY = {
    "value": Value,
    "course": Course,
    "people": People,
    "tags": Tags,
    "on": On,
    "builds_on": BuildsOn,
    "share": Share,
}
_BY_NAME = inspect.Parameter.KEYWORD_ONLY


def takes(command: Callable[..., None]) -> Callable[..., None]:
    """A command for Typer of a function that takes the setting, and records of options beside arguments of its own.

    `Annotated[PeriodOptions, {"to": …}]` is a record of which a field is typed
    otherwise, and `Annotated[Out, Forms(…)]` the form that the result is wanted in.
    """
    params = [inspect.Parameter("context", _BY_NAME, annotation=typer.Context)]
    records: dict[str, tuple[Any, tuple[str, ...]]] = {}
    forms: Forms | None = None
    for name, param in inspect.signature(command).parameters.items():
        kind, *said = get_args(param.annotation) or (param.annotation,)
        if said and hasattr(said[0], "chosen"):
            forms = said[0]
            params += _params(forms.options(), {"force": False, "to_json": False})
        elif declared := _fields(kind):
            fields = {**declared, **(said[0] if said else {})}
            records[name] = kind, tuple(fields)
            params += _params(fields, kind._field_defaults)
        elif name != "setting":
            params.append(param.replace(kind=_BY_NAME))

    @wraps(command)
    def typed(context: typer.Context, **given: Any) -> None:
        if forms:
            given["out"] = forms.chosen(context.obj, given)
        for name, (record, fields) in records.items():
            given[name] = record(**{field: given.pop(field) for field in fields})
        command(setting=context.obj, **given)

    typed.forms = forms.names if forms else ()  # type: ignore[attr-defined]
    typed.__signature__ = inspect.Signature(params)  # type: ignore[attr-defined]
    typed.__annotations__ = {param.name: param.annotation for param in params}
    return typed


def refuse_two(given: Mapping[str, object]) -> None:
    """Stop when two things are asked for at once.

    given: by name, as it is typed, whether each was asked for.
    """
    chosen = [name for name, value in given.items() if value]
    if len(chosen) > 1:
        raise UsageError(f"{' en '.join(chosen)} gaan niet samen. Kies er één.")


def _params(fields: Mapping[str, Any], defaults: Mapping[str, Any]) -> list[inspect.Parameter]:
    return [
        inspect.Parameter(name, _BY_NAME, default=defaults.get(name), annotation=option)
        for name, option in fields.items()
    ]


def _fields(record: Any) -> Mapping[str, Any]:
    """How the fields of a record are typed; none when it is no record."""
    return _ENTRY if record is EntryOptions else record.__annotations__ if hasattr(record, "_fields") else {}
