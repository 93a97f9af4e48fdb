"""The conversations: a checklist gone through, a meeting written along with, and what was begun and not ended."""

from collections.abc import Callable
from typing import Annotated

import typer

from leerlog.app.answers import save_answers
from leerlog.app.choosing import which_draft
from leerlog.app.conversation import converse, resume_draft
from leerlog.app.drafts import remove_draft, save_draft, waiting_drafts
from leerlog.app.given import EntryOptions
from leerlog.app.meeting import hold_meeting
from leerlog.app.recalling import which_recall
from leerlog.app.setting import Setting
from leerlog.cli.console import INPUT, read_given
from leerlog.cli.options import AsJson, CourseName, Way, refuse_two, takes
from leerlog.cli.out import Forms, Out, What
from leerlog.cli.periods import PeriodOptions
from leerlog.documents.drafts import drafts_document
from leerlog.domain.period import Period
from leerlog.errors import UsageError
from leerlog.library.answers import template
from leerlog.library.content import load_checklist
from leerlog.reports.method import RECALL

ToFill = Annotated[Out, Forms("yaml", default="yaml", only="--template")]
TEMPLATE = What("Het bestand om in te vullen", "het")


def _about_course(checklist: str, told: str) -> Callable[..., None]:
    """The command for a checklist around a course."""

    def command(
        setting: Setting,
        *,
        name: CourseName = None,
        way: Way,
        entry: EntryOptions,
        as_json: AsJson = False,
        out: ToFill,
    ) -> None:
        _go_through(setting, checklist, way, entry, out, name=name, as_json=as_json)

    command.__doc__ = told
    return takes(command)


prepare = _about_course("prepare", "Bereid je voor op een leertraject, zodat je er iets aan hebt.")
during = _about_course("during", "Sta onderweg stil bij een leertraject, met het team.")
debrief = _about_course("debrief", "Vraag na bij wie terugkomt, en spreek af wat jullie ermee doen.")
after = _about_course("after", "Oogst: wat heeft een leertraject opgeleverd?")
design = _about_course("design", "Geef leren vorm, van vier kanten bekeken.")
hill = _about_course("hill", "Leg een leertraject langs de zeven HILL-principes.")


@takes
def recall(
    setting: Setting,
    *,
    name: CourseName = None,
    way: Way,
    entry: EntryOptions,
    as_json: AsJson = False,
    out: ToFill,
) -> None:
    """Haal op wat je nog weet van een leertraject.

    Eerst uit je hoofd, daarna zie je wat je schreef. Noem je geen leertraject, dan kies je het uit een lijst; wat aan
    de beurt is, staat vooraan.
    """
    if not way.template and way.answers is None:
        name, entry = which_recall(setting, entry.about(name).course), entry._replace(course=None)
    _go_through(setting, RECALL, way, entry, out, name=name, as_json=as_json)


@takes
def conditions(setting: Setting, *, way: Way, entry: EntryOptions, as_json: AsJson = False, out: ToFill) -> None:
    """Geef de zeven condities voor leren op het werk een cijfer."""
    _go_through(setting, "conditions", way, entry, out, as_json=as_json)


@takes
def insights(
    setting: Setting, *, period: PeriodOptions, way: Way, entry: EntryOptions, as_json: AsJson = False, out: ToFill
) -> None:
    """Kijk terug op momenten die je inzicht gaven, ook zonder leertraject.

    Eerst zie je je momenten van een periode, zonder meer dit kwartaal. Op een daarvan kun je voortbouwen.
    """
    found = period.resolve(setting, "quarter")
    _go_through(setting, "insights", way, entry, out, period=found, as_json=as_json)


@takes
def ask(
    setting: Setting,
    *,
    checklist: Annotated[str, typer.Argument(metavar="CHECKLIST", help="Welke; leerlog checklists toont ze.")],
    name: CourseName = None,
    way: Way,
    entry: EntryOptions,
    as_json: AsJson = False,
    out: ToFill,
) -> None:
    """Loop een checklist door, ook een van jezelf."""
    _go_through(setting, checklist, way, entry, out, name=name, as_json=as_json)


def _go_through(
    setting: Setting,
    name_of_checklist: str,
    way: Way,
    entry: EntryOptions,
    out: Out,
    *,
    name: str | None = None,
    period: Period | None = None,
    as_json: bool,
) -> None:
    """Go through a checklist in the way that was asked for."""
    checklist = load_checklist(name_of_checklist, setting.own_content)
    if way.template:
        out.send(setting, template(checklist), TEMPLATE)
        return
    if out.output:
        raise UsageError("--output hoort bij --template.")
    refuse_two({"--editor": way.editor, "--answers": way.answers is not None})
    if way.answers is not None:
        if not way.answers.strip():
            raise UsageError("achter --answers hoort de naam van een bestand.")
        data, file = read_given(way.answers), "" if way.answers == INPUT else way.answers
        save_answers(setting, checklist, entry.about(name), data, file, as_json=as_json)
    else:
        converse(setting, checklist, entry.about(name), period=period, in_editor=way.editor, as_json=as_json)


@takes
def waardecheck(
    setting: Setting,
    *,
    present: Annotated[
        list[str] | None, typer.Argument(metavar="NAMEN", help="Wie er zijn, in de volgorde waarin ze vertellen.")
    ] = None,
    own: Annotated[
        bool, typer.Option("--own", help="Loop ook langs wat je zelf afsprak en niet met het team deelt.")
    ] = False,
) -> None:
    """Schrijf mee bij de waardecheck van het team.

    Eerst wat er de vorige keer is afgesproken, dan ieders verhaal, en tot slot wat jullie in de weg staat, wat jullie
    vragen en wat jullie afspreken. Voor het leerlog van het team: leerlog --journal team waardecheck

    In je eigen leerlog zie je alleen afspraken die je met het team deelt, want het team kijkt mee.
    """
    hold_meeting(setting, present, own=own)


@takes
def drafts(
    setting: Setting,
    *,
    resume: Annotated[
        str | None,
        typer.Option("--resume", metavar="[NAAM]", help="Ga verder met een gesprek. Zonder naam kies je het."),
    ] = None,
    save: Annotated[
        str | None, typer.Option("--save", metavar="[NAAM]", help="Zet een notitie alsnog in je leerlog.")
    ] = None,
    remove: Annotated[str | None, typer.Option("--remove", metavar="[NAAM]", help="Gooi een concept weg.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Vraag niet of je het zeker weet.")] = False,
) -> None:
    """Zie wat nog niet in je leerlog staat, en ga ermee verder.

    Dat is waar je gebleven was, en wat niet bewaard kon worden.
    """
    refuse_two({"--resume": resume is not None, "--save": save is not None, "--remove": remove is not None})
    if resume is not None:
        resume_draft(setting, which_draft(setting, resume, "resume"))
    elif save is not None:
        save_draft(setting, which_draft(setting, save, "save"))
    elif remove is not None:
        remove_draft(setting, which_draft(setting, remove, "remove"), yes=yes)
    else:
        _show_waiting(setting)


def _show_waiting(setting: Setting) -> None:
    waiting, problems = waiting_drafts(setting)
    setting.show(drafts_document(waiting, setting.today))
    for problem in problems:
        setting.tell(f"Let op: {setting.drafts / problem.file}: {problem.message}.")
