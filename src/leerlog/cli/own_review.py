"""The review of one's own journal: for oneself, or only what is shared with others."""

from leerlog.app.review import load_for_review
from leerlog.app.setting import Setting
from leerlog.cli.out import Out, What
from leerlog.domain.dates import count
from leerlog.domain.entry import Problem
from leerlog.domain.period import Period
from leerlog.render.pages.review import review_page
from leerlog.reports.review import Review, build_review

REVIEW = What("De terugblik", "hem")


def show_own(setting: Setting, period: Period, out: Out, *, audience: str, full: bool) -> None:
    """Show the review of a period, or write it in the form that was asked for.

    audience: for whom it is; "" when it is for oneself.
    """
    built, problems = _for_others(setting, audience, period) if audience else _for_oneself(setting, period)
    if out.form:
        from leerlog.render.reviews import review_text

        out.send(setting, review_text(built, out.form, problems), REVIEW)
        if out.output and not audience:
            _warn_of_private(setting, built)
    else:
        setting.show(review_page(built, full=full))
    setting.warn(problems)


def _for_oneself(setting: Setting, period: Period) -> tuple[Review, list[Problem]]:
    entries, problems = load_for_review(setting.journal, period, setting.today)
    return build_review(entries, period, setting.today, setting.rules), problems


def _for_others(setting: Setting, audience: str, period: Period) -> tuple[Review, list[Problem]]:
    """The review of what leaves for an audience.

    All of the journal is read: a slip that could make something private part of
    a shared note is found only in a month that is parsed whole.
    """
    from leerlog.cli.staying import left_out
    from leerlog.journal.leaving import leave
    from leerlog.reports.shown import review_for

    entries, problems = setting.journal.read()
    left, stays = leave(setting.journal, entries, problems, audience)
    built = review_for(audience, entries, left, period, setting.today, setting.rules)
    # Beside it and not in it: how much one keeps for oneself is nobody else's business.
    if number := sum(entry.date in period for entry in entries):
        told_of = count(number, "notitie", "notities")
        setting.tell(f"Alleen wat je deelt met je {audience}: {built.count} van je {told_of}.")
    return built, [problem for problem in problems if not problem.line] + left_out(stays)


def _warn_of_private(setting: Setting, review: Review) -> None:
    from leerlog.render.reviews import private_count

    if number := private_count(review):
        what = count(number, "privé-antwoord", "privé-antwoorden")
        setting.tell(f"Let op: er {'staat' if number == 1 else 'staan'} {what} in. Kijk ernaar voordat je dit deelt.")
