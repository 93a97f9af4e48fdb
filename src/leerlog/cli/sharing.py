"""What leaves: a share for a team or a manager, and the sheet for a talk."""

from typing import Annotated

import typer

from leerlog.app.choosing import which_course
from leerlog.app.given import read_names
from leerlog.app.setting import Setting
from leerlog.app.share import (
    Questions,
    ask_what_is_missing,
    read_audience,
    remember_name,
    share_marked,
)
from leerlog.app.shared import see_shares
from leerlog.app.sheet import make_request, make_sheet
from leerlog.cli.options import WhichCourse, takes
from leerlog.cli.out import Forms, Out, What
from leerlog.cli.periods import PeriodOptions
from leerlog.documents.phrases import harvest_kept, how_to_share
from leerlog.documents.share import shares_document
from leerlog.documents.sheet import sheet_document
from leerlog.documents.sheet_fit import fitted
from leerlog.domain.text import in_quotes
from leerlog.errors import UsageError
from leerlog.render.draw import in_form
from leerlog.reports.sheet import REQUESTS

MANAGER = "leidinggevende"
SHEET = What("Het blad", "het")
# Here --to says with whom.
Until = Annotated[
    str | None, typer.Option("--until", metavar="DATUM", help="Tot en met deze dag, deze maand of dit jaar.")
]


@takes
def share(
    setting: Setting,
    *,
    with_whom: Annotated[
        str | None, typer.Option("--to", metavar="MET", help="Met wie: team of leidinggevende.")
    ] = None,
    period: Annotated[PeriodOptions, {"to": Until}],
    role: Annotated[
        str | None, typer.Option("--as", metavar="ROL", help="Onder een rol, zoals adviseur, in plaats van je naam.")
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", metavar="BESTAND", help="Naar dit bestand, in plaats van een in deze map.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Vervang het bestand als het er al is.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Deel zonder eerst te vragen.")] = False,
    include: Annotated[
        list[str] | None,
        typer.Option(
            "--include", metavar="ID", help="Deel ook deze notitie die anders hier blijft; je ziet haar eerst helemaal."
        ),
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="Toon wat je eerder deelde, wanneer en met wie.")] = False,
) -> None:
    """Deel wat je daarvoor hebt aangewezen, in een bestand dat je zelf verstuurt.

    Je ziet eerst precies wat meegaat. Wat privé is blijft hier, ook namen bij Met en trefwoorden.

    Op een terminal vraagt leerlog wat je niet opgaf. Bij het voorbeeld kun je met nummers notities weglaten of erbij
    zetten. Zonder periode: dit kwartaal.
    """
    if list_:
        rows, problems = see_shares(setting.state)
        setting.show(shares_document(rows, setting.today))
        setting.warn(problems)
        return
    asks = setting.interactive and not yes
    audience = None if asks and with_whom is None else read_audience(with_whom)
    over = period.resolve(setting, "quarter", end="--until")
    if not (yes or setting.interactive):
        raise UsageError("delen vraagt eerst of het zo goed is, en dat kan hier niet. Zet er --yes bij om te delen.")
    asks_name = asks and role is None and not (audience and setting.config.name)
    if asks:
        said = over if audience or period != PeriodOptions() else None
        known = role if asks_name else role or setting.config.name
        audience, over, role = ask_what_is_missing(setting, Questions(audience, said, known))
    shared = share_marked(setting, audience or "", over, role, read_names(include), output, force=force, yes=yes)
    if shared and asks_name:
        remember_name(setting, role or "")


@takes
def sheet(
    setting: Setting,
    *,
    name: WhichCourse = None,
    whom: Annotated[
        str, typer.Option("--for", metavar="WIE", help="Voor wie: leidinggevende, trainer of buddy.")
    ] = MANAGER,
    out: Annotated[Out, Forms("markdown", "html", "docx")],
) -> None:
    """Maak één A4 voor het gesprek met je leidinggevende.

    Alleen uit wat je deelt met je leidinggevende; wat privé is blijft weg. Als .html print het op één bladzijde,
    als .docx opent het in Word.

    Voor een trainer of buddy staat er alleen je leervraag op, en één verzoek: uit wat je met je leidinggevende of
    met het team deelt.
    """
    word = _whom(whom)
    course = which_course(setting, name, "sheet")
    made = make_sheet(setting, course, MANAGER) if word == MANAGER else make_request(setting, course, word)
    if made.sheet is None:
        _say_that_there_is_none(setting, made.course, word, out)
        return
    # Only paper has an end; what is shown before it is written is word for word what is written.
    document = sheet_document(fitted(made.sheet) if out.form else made.sheet, setting.config.name, setting.today)
    data = in_form(document, out.form) if out.form else ""
    if not out.form or out.file:
        setting.show(document)
    setting.warn(made.problems)
    # Told to the writer alone: on the sheet not even that there is a harvest.
    if made.kept:
        setting.tell(harvest_kept(made.kept, MANAGER))
    if out.form:
        out.send(setting, data, SHEET)


def _whom(typed: str) -> str:
    word = typed.strip().lower()
    found = [name for name in (MANAGER, *REQUESTS) if word and name.startswith(word)]
    if len(found) != 1:
        raise UsageError(f"{in_quotes(typed)} ken ik niet bij --for. Kies uit: {', '.join((MANAGER, *REQUESTS))}.")
    return found[0]


def _say_that_there_is_none(setting: Setting, course: str, whom: str, out: Out) -> None:
    how = "\n".join(how_to_share(MANAGER))
    said = f"Van {course} deel je nog niets met je leidinggevende."
    if whom != MANAGER:
        said = (
            f"Van {course} deel je nog niets met je leidinggevende of het team. Daaruit komt het blad voor de {whom}."
        )
    if out.form:
        raise UsageError(f"{said} Er is dus geen blad.\n{how}")
    setting.say(f"{said}\n{how}")
