"""The review of a team, over the files that its members shared."""

from collections.abc import Sequence
from pathlib import Path

from leerlog.cli.context import Setting
from leerlog.cli.outfile import write_out
from leerlog.domain.entry import Entry, Problem
from leerlog.domain.period import Period, previous
from leerlog.domain.share import Share, leaving
from leerlog.domain.waardecheck import WAARDECHECK
from leerlog.errors import UsageError
from leerlog.journal.kinds import Kinds
from leerlog.journal.picking import Wanted
from leerlog.journal.shares import read_shares, shares_in
from leerlog.reports.members import members
from leerlog.reports.team import Team, build_team

AUDIENCE = "team"
MOST = 10


def show_team(
    setting: Setting,
    folder: str | None,
    period: Period,
    form: str,
    output: str | None,
    *,
    anonymous: bool,
    full: bool,
    weigh: bool,
    force: bool,
) -> None:
    """Show the review of a team, or write it in the form that was asked for."""
    if folder is None:
        raise UsageError("--anonymous hoort bij --team MAP.")
    if not folder.strip():
        raise UsageError("bij --team hoort een map: --team MAP.")
    if weigh:
        raise UsageError("--weigh en --team gaan niet samen: wegen doet ieder in het eigen leerlog.")
    if form:
        from leerlog.render.reviews import team_text
        from leerlog.render.team_view import NOTES

        # A page shows the newest, other forms are whole.
        most = NOTES if form == "html" else None
        team, problems = review_team(setting, folder, period, anonymous=anonymous, most=most)
        write_out(setting, team_text(team, form, problems), output, force, bom=form == "csv")
    else:
        from leerlog.render.pages.team import PER_LEVEL, team_page

        most = None if full else PER_LEVEL
        team, problems = review_team(setting, folder, period, anonymous=anonymous, most=most)
        setting.show(team_page(team, full=full))
    _warn(setting, problems)


def _warn(setting: Setting, problems: list[Problem]) -> None:
    for problem in problems[:MOST]:
        setting.tell(f"Let op: {problem}.")
    if len(problems) > MOST:
        setting.tell(f"Let op: en nog {len(problems) - MOST} meer.")


def review_team(
    setting: Setting, folder: str, period: Period, *, anonymous: bool, most: int | None = None
) -> tuple[Team, list[Problem]]:
    """The review of what is in a folder, and what was wrong there; a file that can't be read keeps no other out.

    most: how much of each level is shown; None for all of it.

    Raises:
        UsageError: when there is no such folder.
    """
    shares: list[Share] = []
    problems: list[Problem] = []
    wanted = _wanted(period)
    # Of what is only counted most need not be read.
    kinds = None if most is None else Kinds(AUDIENCE)
    for path, share, wrong in read_shares(shares_in(Path(folder)), wanted, kinds):
        problems += wrong
        if share and share.to != AUDIENCE:
            problems.append(Problem(path.name, 0, f"dit is gedeeld met de {share.to}, dus het telt hier niet mee"))
        elif share:
            shares.append(share)
    minimum = setting.config.minimum
    found = members(shares)
    together = _together(setting)
    built = build_team(
        found,
        period,
        setting.today,
        setting.lens,
        anonymous=anonymous,
        minimum=minimum,
        most=most,
        together=together,
    )
    return built, problems


def _together(setting: Setting) -> Sequence[Entry]:
    """What the team wrote as one, in the journal that was named; one's own is nobody else's business."""
    if not setting.named:
        return ()
    entries, _ = setting.journal.read(marks=(f"checklist={WAARDECHECK}",))
    # It is the team's own: what is private by its own words stays out, as it does of what somebody shares.
    return leaving((e._replace(share=(AUDIENCE,)) for e in entries if e.checklist == WAARDECHECK), AUDIENCE)


def _wanted(period: Period) -> Wanted | None:
    """What a review reads of the shares; None when it is all."""
    before = previous(period)
    if before is None:
        return None
    return Wanted(before.start.isoformat()[:7], period.end.isoformat()[:7], period.start.isoformat())
