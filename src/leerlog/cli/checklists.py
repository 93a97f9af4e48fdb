"""The commands that go through a checklist."""

from collections.abc import Callable
from typing import Annotated

import typer

from leerlog.app.setting import Setting
from leerlog.cli import options
from leerlog.cli.out import SCREEN, Out, gives
from leerlog.cli.rounds import Round
from leerlog.cli.ways import go_through

Editor = Annotated[bool, typer.Option("--editor", help="Vul alles in één keer in, in je eigen editor.")]
AnswersFile = Annotated[
    str | None,
    typer.Option(
        "--answers", metavar="BESTAND", help="Neem de antwoorden uit een YAML-bestand; - leest van de invoer."
    ),
]
Template = Annotated[bool, typer.Option("--template", help="Toon zo'n YAML-bestand, om in te vullen.")]

_to_file = gives("yaml", default="yaml", only="--template")


def _about_course(checklist: str, told: str) -> Callable[..., None]:
    """The command for a checklist around a course."""

    @_to_file
    def command(
        context: typer.Context,
        name: options.CourseName = None,
        course: options.Course = None,
        editor: Editor = False,
        answers: AnswersFile = None,
        template: Template = False,
        value: options.Value = None,
        with_: options.People = None,
        tag: options.Tags = None,
        on: options.On = None,
        builds_on: options.BuildsOn = None,
        share: options.Share = None,
        as_json: options.AsJson = False,
        out: Out = SCREEN,
    ) -> None:
        given = Round(name, course, editor, answers, template, value, with_, tag, on, builds_on, share, as_json, out)
        go_through(context.obj, checklist, given)

    command.__doc__ = told
    return command


def _over_period(checklist: str, told: str) -> Callable[..., None]:
    """The command for a checklist over a period."""

    @_to_file
    def command(
        context: typer.Context,
        course: options.Course = None,
        editor: Editor = False,
        answers: AnswersFile = None,
        template: Template = False,
        value: options.Value = None,
        with_: options.People = None,
        tag: options.Tags = None,
        on: options.On = None,
        builds_on: options.BuildsOn = None,
        share: options.Share = None,
        as_json: options.AsJson = False,
        out: Out = SCREEN,
    ) -> None:
        given = Round(None, course, editor, answers, template, value, with_, tag, on, builds_on, share, as_json, out)
        go_through(context.obj, checklist, given)

    command.__doc__ = told
    return command


prepare = _about_course("prepare", "Bereid je voor op een leertraject, zodat je er iets aan hebt.")
during = _about_course("during", "Sta onderweg stil bij een leertraject, met het team.")
debrief = _about_course("debrief", "Vraag na bij wie terugkomt, en spreek af wat jullie ermee doen.")
after = _about_course("after", "Oogst: wat heeft een leertraject opgeleverd?")
design = _about_course("design", "Geef leren vorm, van vier kanten bekeken.")
hill = _about_course("hill", "Leg een leertraject langs de zeven HILL-principes.")
conditions = _over_period("conditions", "Geef de zeven condities voor leren op het werk een cijfer.")


@_to_file
def insights(
    context: typer.Context,
    period_: options.Words = None,
    week: options.Week = None,
    month: options.Month = None,
    quarter: options.Quarter = None,
    year: options.Year = None,
    from_: options.From = None,
    to: options.To = None,
    last: options.Last = None,
    all_: options.All = False,
    course: options.Course = None,
    editor: Editor = False,
    answers: AnswersFile = None,
    template: Template = False,
    value: options.Value = None,
    with_: options.People = None,
    tag: options.Tags = None,
    on: options.On = None,
    builds_on: options.BuildsOn = None,
    share: options.Share = None,
    as_json: options.AsJson = False,
    out: Out = SCREEN,
) -> None:
    """Kijk terug op momenten die je inzicht gaven, ook zonder leertraject.

    Eerst zie je je momenten van een periode, zonder meer dit kwartaal. Op een daarvan kun je voortbouwen.
    """
    setting: Setting = context.obj
    period = options.PeriodOptions(period_, week, month, quarter, year, from_, to, last, all_).resolve(
        setting, "quarter"
    )
    given = Round(
        None, course, editor, answers, template, value, with_, tag, on, builds_on, share, as_json, out, period
    )
    go_through(setting, "insights", given)


@_to_file
def ask(
    context: typer.Context,
    checklist: Annotated[str, typer.Argument(metavar="CHECKLIST", help="Welke; leerlog checklists toont ze.")],
    name: options.CourseName = None,
    course: options.Course = None,
    editor: Editor = False,
    answers: AnswersFile = None,
    template: Template = False,
    value: options.Value = None,
    with_: options.People = None,
    tag: options.Tags = None,
    on: options.On = None,
    builds_on: options.BuildsOn = None,
    share: options.Share = None,
    as_json: options.AsJson = False,
    out: Out = SCREEN,
) -> None:
    """Loop een checklist door, ook een van jezelf."""
    given = Round(name, course, editor, answers, template, value, with_, tag, on, builds_on, share, as_json, out)
    go_through(context.obj, checklist, given)
