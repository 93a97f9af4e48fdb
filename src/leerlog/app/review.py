"""What learning brought in a period: to oneself, as one shares it with others, and to a team that shared it."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from leerlog.app.loading import load_for_review
from leerlog.app.setting import Setting
from leerlog.domain.entry import WAARDECHECK, Entry, Problem
from leerlog.domain.period import Period, previous
from leerlog.domain.share import Share
from leerlog.journal.store import Journal
from leerlog.reports.members import covers, members
from leerlog.reports.review import Review, build_review, build_team_review, review_for
from leerlog.reports.rules import ContentRules

if TYPE_CHECKING:
    from leerlog.journal.leaving import Stays

# What reads and writes shares is imported where one is: a review of one's own has no need of it.
TEAM = "team"


def review_own(journal: Journal, period: Period, today: date, rules: ContentRules) -> tuple[Review, list[Problem]]:
    """The review of one's own journal, for oneself."""
    entries, problems = load_for_review(journal, period, today)
    return build_review(entries, period, today, rules), problems


def review_for_audience(
    journal: Journal, audience: str, period: Period, today: date, rules: ContentRules
) -> tuple[Review, list[Problem], int]:
    """The review of what leaves for an audience, and how many notes there are of one's own.

    All of the journal is read: a slip that could make something private part of
    a shared note is found only in a month that is parsed whole.
    """
    from leerlog.journal.leaving import leave

    entries, problems = journal.read()
    left, stays = leave(journal, entries, problems, audience)
    built = review_for(audience, entries, left, period, today, rules)
    whole = sum(entry.date in period for entry in entries)
    return built, [problem for problem in problems if not problem.line] + _left_out(stays), whole


def review_team(setting: Setting, folder: str, period: Period, *, anonymous: bool) -> tuple[Review, list[Problem]]:
    """The review of what is in a folder, and what was wrong there; a file that can't be read keeps no other out.

    Raises:
        UsageError: when there is no such folder.
    """
    from leerlog.journal.shares import read_share, shares_in

    shares: list[Share] = []
    problems: list[Problem] = []
    for path in shares_in(Path(folder)):
        share, wrong = read_share(path)
        problems += wrong
        if share and share.to != TEAM:
            problems.append(Problem(path.name, 0, f"dit is gedeeld met de {share.to}, dus het telt hier niet mee"))
        elif share:
            shares.append(share)
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
    )
    return built, problems


def _together(setting: Setting) -> Sequence[Entry]:
    """What the team wrote as one, in the journal that was named; one's own is nobody else's business."""
    from leerlog.journal.leaving import leave

    if not setting.named:
        return ()
    entries, problems = setting.journal.read()
    meetings = [entry for entry in entries if entry.checklist == WAARDECHECK]
    # It is the team's own, marked or not.
    left, stays = leave(setting.journal, meetings, problems, TEAM, every=True)
    setting.warn(_left_out(stays))
    return left


def _left_out(stays: "Iterable[Stays]") -> list[Problem]:
    """The entries that are not in a result for others, without why: that may quote what is to stay at home."""
    return [
        Problem(each.problem.file, each.problem.line, f"notitie {each.entry.id} staat er niet bij") for each in stays
    ]
