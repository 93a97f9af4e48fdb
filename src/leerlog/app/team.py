"""What the learning of a team brought in a period, from a folder with what its members shared."""

from collections.abc import Sequence
from pathlib import Path

from leerlog.app.review import left_out
from leerlog.app.setting import Setting
from leerlog.domain.entry import WAARDECHECK, Entry, Problem
from leerlog.domain.period import Period, previous
from leerlog.domain.share import Share
from leerlog.errors import JournalUnreadable
from leerlog.journal.leaving import leave
from leerlog.journal.shares import read_share, shares_in, unreadable
from leerlog.reports.members import covers, members
from leerlog.reports.review import Review
from leerlog.reports.team import build_team_review

TEAM = "team"


def review_team(
    setting: Setting, folder: str, period: Period, *, anonymous: bool, per: str = ""
) -> tuple[Review, list[Problem]]:
    """The review of what is in a folder, and what was wrong there; a file that can't be read keeps no other out.

    Raises:
        UsageError: when there is no such folder.
    """
    shares, problems = team_shares(folder)
    before = previous(period)
    built = build_team_review(
        members(shares),
        period,
        setting.today,
        setting.rules,
        anonymous=anonymous,
        minimum=setting.config.minimum,
        covered=before is not None and covers(shares, before),
        together=_together(setting),
        per=per,
    )
    return built, problems


def team_shares(folder: str) -> tuple[list[Share], list[Problem]]:
    """What is in a folder that was shared with a team, and what was wrong there.

    Raises:
        UsageError: when there is no such folder.
        JournalUnreadable: when none of it can be read: that is not the same as nothing.
    """
    shares: list[Share] = []
    problems: list[Problem] = []
    unread: list[Problem] = []
    for path in shares_in(Path(folder)):
        try:
            share, wrong = read_share(path)
        except OSError as error:
            unread.append(unreadable(path, error))
            continue
        problems += wrong
        if share and share.to != TEAM:
            problems.append(Problem(path.name, 0, f"dit is gedeeld met de {share.to}, dus het telt hier niet mee"))
        elif share:
            shares.append(share)
    if unread and not shares:
        raise JournalUnreadable(f"{unread[0]}. Probeer het later opnieuw.")
    return shares, unread + problems


def _together(setting: Setting) -> Sequence[Entry]:
    """What the team wrote as one, in the journal that was named; one's own is nobody else's business."""
    if not setting.named:
        return ()
    entries, problems = setting.journal.read()
    meetings = [entry for entry in entries if entry.checklist == WAARDECHECK]
    # It is the team's own, marked or not.
    left, stays = leave(setting.journal, meetings, problems, TEAM, every=True)
    setting.warn(left_out(stays))
    return left
