"""The sheet for the talk with the manager about a course."""

from typing import Annotated

import typer

from leerlog.app.finding import look_up
from leerlog.app.setting import Setting
from leerlog.cli import options
from leerlog.cli.out import SCREEN, Out, What, gives
from leerlog.cli.staying import tell_stays
from leerlog.domain.course import key
from leerlog.errors import UsageError
from leerlog.journal.leaving import leave

AUDIENCE = "leidinggevende"
WHAT = What("Het blad", "het")


@gives("markdown", "html")
def sheet(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(metavar="TRAJECT", help="De naam van het leertraject."),
    ],
    out: Out = SCREEN,
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
    course = look_up(setting, options.course(name))
    entries, problems = setting.journal.read()
    left, stays = leave(setting.journal, entries, problems, AUDIENCE)
    tell_stays(setting, [each for each in stays if key(each.entry.course) == key(course)])
    built = build_sheet([entry for entry in left if key(entry.course) == key(course)], setting.rules)
    if built is None:
        said = f"Van {course} deel je nog niets met je leidinggevende."
        if out.form:
            raise UsageError(f"{said} Er is dus geen blad.\n{words.how_to_share(AUDIENCE)}")
        setting.say(f"{said}\n{words.how_to_share(AUDIENCE)}")
        return
    # Only paper has an end; what is shown before it is written is word for word what is written.
    built, by = fitted(built) if out.form else built, setting.config.name
    if not out.form or out.file:
        setting.show(sheet_page(built, by, setting.today))
    setting.warn(problems)
    # Told to the writer alone: on the sheet not even that there is a harvest.
    if kept := harvest_kept([entry for entry in entries if key(entry.course) == key(course)], AUDIENCE):
        setting.tell(words.harvest_kept(kept, AUDIENCE))
    if out.form:
        out.send(setting, sheet_text(built, out.form, by, setting.today), WHAT)
