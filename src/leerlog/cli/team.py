"""The review of a team, over the files that its members shared."""

from collections.abc import Sequence
from pathlib import Path

from leerlog.app.setting import Setting
from leerlog.cli.out import Out
from leerlog.cli.own_review import REVIEW
from leerlog.cli.staying import left_out
from leerlog.domain.entry import Entry, Problem
from leerlog.domain.period import Period, previous
from leerlog.domain.share import Share
from leerlog.domain.waardecheck import WAARDECHECK
from leerlog.errors import UsageError
from leerlog.journal.leaving import leave
from leerlog.journal.shares import read_share, shares_in
from leerlog.reports.members import covers, members
from leerlog.reports.team import Team, build_team

AUDIENCE = "team"
MOST = 10


def show_team(
    setting: Setting,
    folder: str | None,
    period: Period,
    out: Out,
    *,
    anonymous: bool,
    full: bool,
    weigh: bool,
) -> None:
    """Show the review of a team, or write it in the form that was asked for."""
    if folder is None:
        raise UsageError("--anonymous hoort bij --team MAP.")
    if not folder.strip():
        raise UsageError("bij --team hoort een map: --team MAP.")
    if weigh:
        raise UsageError("--weigh en --team gaan niet samen: wegen doet ieder in het eigen leerlog.")
    team, problems = review_team(setting, folder, period, anonymous=anonymous)
    if out.form:
        from leerlog.render.reviews import team_text

        out.send(setting, team_text(team, out.form, problems), REVIEW)
    else:
        from leerlog.render.pages.team import team_page

        setting.show(team_page(team, full=full))
    _warn(setting, problems)


def _warn(setting: Setting, problems: list[Problem]) -> None:
    for problem in problems[:MOST]:
        setting.tell(f"Let op: {problem}.")
    if len(problems) > MOST:
        setting.tell(f"Let op: en nog {len(problems) - MOST} meer.")


def review_team(setting: Setting, folder: str, period: Period, *, anonymous: bool) -> tuple[Team, list[Problem]]:
    """The review of what is in a folder, and what was wrong there; a file that can't be read keeps no other out.

    Raises:
        UsageError: when there is no such folder.
    """
    shares: list[Share] = []
    problems: list[Problem] = []
    for path in shares_in(Path(folder)):
        share, wrong = read_share(path)
        problems += wrong
        if share and share.to != AUDIENCE:
            problems.append(Problem(path.name, 0, f"dit is gedeeld met de {share.to}, dus het telt hier niet mee"))
        elif share:
            shares.append(share)
    before = previous(period)
    built = build_team(
        members(shares),
        period,
        setting.today,
        setting.rules,
        anonymous=anonymous,
        minimum=setting.config.minimum,
        covered=before is not None and covers(shares, before),
        together=_together(setting),
    )
    return built, problems


def _together(setting: Setting) -> Sequence[Entry]:
    """What the team wrote as one, in the journal that was named; one's own is nobody else's business."""
    if not setting.named:
        return ()
    entries, problems = setting.journal.read()
    meetings = [entry for entry in entries if entry.checklist == WAARDECHECK]
    # It is the team's own, marked or not.
    left, stays = leave(setting.journal, meetings, problems, AUDIENCE, every=True)
    setting.warn(left_out(stays))
    return left
