"""The sheet for the talk with the manager about a course."""

from pathlib import Path
from typing import Annotated

import typer

from leerlog.cli import options
from leerlog.cli.context import Setting
from leerlog.cli.names import look_up
from leerlog.cli.outfile import check_place
from leerlog.cli.share import sound
from leerlog.domain.course import key
from leerlog.domain.share import leaving
from leerlog.errors import UsageError
from leerlog.journal import files

AUDIENCE = "leidinggevende"


def sheet(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(metavar="TRAJECT", help="De naam van het leertraject."),
    ],
    output: Annotated[
        str | None, typer.Option("--output", metavar="BESTAND", help="Schrijf het blad naar dit bestand, als Markdown.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Bij --output: vervang het bestand als het er al is.")] = False,
) -> None:
    """Maak één A4 voor het gesprek met je leidinggevende.

    Alleen uit wat je deelt met je leidinggevende; wat privé is blijft weg. Zonder --output zie je het alleen.
    """
    from leerlog.render.pages.share import HOW
    from leerlog.render.sheet import fitted, sheet_markdown, sheet_page
    from leerlog.reports.sheet import build_sheet

    setting: Setting = context.obj
    check_place(setting, output, force)
    course = look_up(setting, options.course(name))
    entries, problems = setting.journal.read()
    entries = [entry for entry in entries if key(entry.course) == key(course)]
    built = build_sheet(leaving(sound(setting, entries, problems, AUDIENCE), AUDIENCE))
    if built is None:
        said = f"Bij {course} heb je nog niets gemerkt voor je leidinggevende."
        if output:
            raise UsageError(f"{said} Er is dus geen blad.\n{HOW.format(AUDIENCE)}")
        setting.say(f"{said}\n{HOW.format(AUDIENCE)}")
        return
    built, by = fitted(built), setting.config.name
    setting.show(sheet_page(built, by, setting.today))
    setting.warn(problems)
    if output:
        _write(setting, Path(output), sheet_markdown(built, by, setting.today), force)


def _write(setting: Setting, path: Path, text: str, force: bool) -> None:
    try:
        files.publish(path, text.encode("utf-8", "replace"), force)
    except FileExistsError:
        raise UsageError(f"{path} is er al. Vervang het met --force, of kies een andere naam.") from None
    setting.say(f"Het blad staat in {path}. Alleen jij kunt het lezen.")
