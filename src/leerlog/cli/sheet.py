"""The sheet for the talk with the manager about a course."""

from typing import Annotated

import typer

from leerlog.cli import options, outfile
from leerlog.cli.context import Setting
from leerlog.cli.names import look_up
from leerlog.cli.staying import tell_stays
from leerlog.domain.course import key
from leerlog.errors import UsageError
from leerlog.journal.leaving import leave

AUDIENCE = "leidinggevende"
FORMS = ("markdown", "html")
WHAT = "Het blad", "het"


def sheet(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(metavar="TRAJECT", help="De naam van het leertraject."),
    ],
    format_: Annotated[
        str | None, typer.Option("--format", metavar="VORM", help="markdown, of html om te printen.")
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", metavar="BESTAND", help="Schrijf het blad naar dit bestand: .md of .html.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Bij --output: vervang het bestand als het er al is.")] = False,
) -> None:
    """Maak één A4 voor het gesprek met je leidinggevende.

    Alleen uit wat je deelt met je leidinggevende; wat privé is blijft weg. Als .html print het op één bladzijde.
    """
    from leerlog.render import words
    from leerlog.render.reviews import sheet_text
    from leerlog.render.sheet import sheet_page
    from leerlog.render.sheet_fit import fitted
    from leerlog.reports.sheet import build_sheet, harvest_kept

    setting: Setting = context.obj
    form = outfile.chosen_format(format_, output, FORMS)
    outfile.check_place(setting, output, force)
    course = look_up(setting, options.course(name))
    entries, problems = setting.journal.read()
    left, stays = leave(setting.journal, entries, problems, AUDIENCE)
    tell_stays(setting, [each for each in stays if key(each.entry.course) == key(course)])
    built = build_sheet([entry for entry in left if key(entry.course) == key(course)], setting.lens)
    if built is None:
        said = f"Bij {course} heb je nog niets gemerkt voor je leidinggevende."
        if form:
            raise UsageError(f"{said} Er is dus geen blad.\n{words.how_to_share(AUDIENCE)}")
        setting.say(f"{said}\n{words.how_to_share(AUDIENCE)}")
        return
    # Only paper has an end; what is shown before it is written is word for word what is written.
    built, by = fitted(built) if form else built, setting.config.name
    if not form or output not in (None, outfile.STDOUT):
        setting.show(sheet_page(built, by, setting.today))
    setting.warn(problems)
    # Told to the writer alone: on the sheet not even that there is a harvest.
    if kept := harvest_kept([entry for entry in entries if key(entry.course) == key(course)], AUDIENCE):
        setting.tell(words.harvest_kept(kept, AUDIENCE))
    if form:
        outfile.write_out(setting, sheet_text(built, form, by, setting.today), output, force, what=WHAT)
