"""The review of a period: one's own or a team's, or the weighing of what has no value level yet."""

from typing import Annotated

import typer

from leerlog.app.setting import Setting
from leerlog.cli import options
from leerlog.cli.out import SCREEN, Out, gives
from leerlog.domain.entry import AUDIENCES
from leerlog.errors import UsageError


@gives("markdown", "html", "csv", "json")
def review(
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
    full: Annotated[bool, typer.Option("--full", help="Toon alles, en elke tekst helemaal.")] = False,
    for_: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="VOOR",
            help="Alleen wat je deelt met team of leidinggevende, om te laten zien: niets wat privé is.",
        ),
    ] = None,
    weigh: Annotated[
        bool, typer.Option("--weigh", help="Weeg één voor één de notities die nog geen waarde hebben.")
    ] = False,
    out: Out = SCREEN,
    team: Annotated[
        str | None,
        typer.Option(
            "--team",
            metavar="MAP",
            help="Over wat een team deelde: de bestanden in deze map. "
            "Noem je --journal, dan ook wat het team daarin bij zijn waardecheck afsprak.",
        ),
    ] = None,
    anonymous: Annotated[
        bool,
        typer.Option("--anonymous", help="Bij --team: zonder namen, en zonder aantallen van minder dan vijf mensen."),
    ] = False,
) -> None:
    """Zie wat het leren bracht, per waardeniveau en periode.

    Zonder periode: dit kwartaal.
    """
    setting: Setting = context.obj
    period = options.PeriodOptions(period_, week, month, quarter, year, from_, to, last, all_).resolve(
        setting, "quarter"
    )
    audience = _audience(for_, {"--team": team is not None, "--anonymous": anonymous, "--weigh": weigh})
    # What only one of these needs is loaded by none of the others.
    if team is not None or anonymous:
        from leerlog.cli.team import show_team

        show_team(setting, team, period, out, anonymous=anonymous, full=full, weigh=weigh)
    elif weigh:
        from leerlog.cli.weigh import weigh_period

        if out.form:
            raise UsageError("--weigh vraagt, en gaat niet samen met --format of --output. Kies er één.")
        weigh_period(setting, period)
    else:
        from leerlog.cli.own_review import show_own

        show_own(setting, period, out, audience=audience, full=full)


def _audience(for_: str | None, others: dict[str, bool]) -> str:
    """The audience that `--for` names, "" for none; it goes with none of the others."""
    if for_ is None:
        return ""
    word = for_.strip().lower()
    if word not in AUDIENCES:
        raise UsageError(f"'{for_}' ken ik hier niet. Kies uit: {' of '.join(f'--for {name}' for name in AUDIENCES)}.")
    for name in (name for name, given in others.items() if given):
        raise UsageError(f"--for en {name} gaan niet samen: --for hoort bij je eigen terugblik. Kies er één.")
    return word
