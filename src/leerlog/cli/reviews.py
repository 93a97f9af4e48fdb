"""What learning brought in a period: to oneself, for others, of a team."""

from typing import Annotated, NamedTuple

import typer

from leerlog.app.review import review_for_audience, review_own
from leerlog.app.setting import Setting
from leerlog.app.team import review_team
from leerlog.app.typed import review_command
from leerlog.cli.options import Full, Team, refuse_two, takes
from leerlog.cli.out import Forms, Out, What
from leerlog.cli.periods import PeriodOptions
from leerlog.cli.screens import show_review, show_team, tell_problems
from leerlog.documents.review import private_count, review_document
from leerlog.documents.screen import screen_document
from leerlog.domain.dates import count
from leerlog.domain.entry import AUDIENCES, Problem
from leerlog.domain.period import KIND_NAMES, Period
from leerlog.domain.text import in_quotes
from leerlog.errors import UsageError
from leerlog.render.data import review_json
from leerlog.render.draw import in_form
from leerlog.reports.review import Review

REVIEW = What("De terugblik", "hem")


@takes
def review(
    setting: Setting,
    *,
    period: PeriodOptions,
    full: Full = False,
    browser: Annotated[
        bool, typer.Option("--browser", help="Open het als pagina in je browser; waar zij staat, lees je erbij.")
    ] = False,
    for_: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="VOOR",
            help="Alleen wat je deelt met team of leidinggevende, om te laten zien: niets wat privé is.",
        ),
    ] = None,
    per: Annotated[
        str | None,
        typer.Option(
            "--per",
            metavar="DEEL",
            help="Verdeel de waardeniveaus over week, maand, kwartaal of jaar (week, month, quarter, year). "
            "Anders: een kwartaal over maanden, een jaar over kwartalen, alles over jaren.",
        ),
    ] = None,
    weigh: Annotated[
        bool, typer.Option("--weigh", help="Weeg één voor één de notities die nog geen waarde hebben.")
    ] = False,
    out: Annotated[Out, Forms("markdown", "html", "xlsx", "csv", "json")],
    team: Team = None,
    anonymous: Annotated[
        bool,
        typer.Option("--anonymous", help="Bij --team: zonder namen, en zonder aantallen van minder dan vijf mensen."),
    ] = False,
) -> None:
    """Zie wat het leren bracht, per waardeniveau en periode.

    Het past op één scherm; met --full zie je alles.

    Van een team: met --team. Noem je daarbij --journal, dan ook wat het team daarin bij zijn waardecheck afsprak.

    Zonder periode: dit kwartaal.
    """
    if browser:
        refuse_two({"--browser": True, "--weigh": weigh, "--format of --output": bool(out.form)})
    over = period.resolve(setting, "quarter")
    parts = _parts(per, weigh=weigh)
    audience = _audience(for_, {"--team": team is not None, "--anonymous": anonymous, "--weigh": weigh})
    asked = _Asked(over, parts, full, browser, out)
    if team is not None or anonymous:
        _show_team(setting, _folder(team, weigh), asked, anonymous=anonymous)
    elif weigh:
        _weigh(setting, over, out)
    elif audience:
        _show_for(setting, audience, asked)
    else:
        _show_own(setting, asked)


class _Asked(NamedTuple):
    """Of which period, and how it is to be shown; `per`: the kind of its parts, when that was asked for."""

    period: Period
    per: str
    full: bool
    browser: bool
    out: Out


def _audience(for_: str | None, others: dict[str, bool]) -> str:
    """The audience that `--for` names, "" for none; it goes with none of the others."""
    if for_ is None:
        return ""
    word = for_.strip().lower()
    if word not in AUDIENCES:
        known = " of ".join(f"--for {name}" for name in AUDIENCES)
        raise UsageError(f"{in_quotes(for_)} ken ik hier niet. Kies uit: {known}.")
    for name in (name for name, given in others.items() if given):
        raise UsageError(f"--for en {name} gaan niet samen: --for hoort bij je eigen terugblik. Kies er één.")
    return word


def _parts(per: str | None, *, weigh: bool) -> str:
    """The kind of parts that `--per` names, in either language; "" for those that a period has by itself."""
    if per is None:
        return ""
    if weigh:
        raise UsageError("--per en --weigh gaan niet samen. Kies er één.")
    word = per.strip().lower()
    for kind, name in KIND_NAMES.items():
        if word in (kind, name):
            return kind
    raise UsageError(f"{in_quotes(per)} ken ik hier niet. Kies uit: {', '.join(KIND_NAMES)}.")


def _folder(team: str | None, weigh: bool) -> str:
    """The folder with what a team shared."""
    if team is None:
        raise UsageError("--anonymous hoort bij --team MAP.")
    if not team.strip():
        raise UsageError("bij --team hoort een map: --team MAP.")
    if weigh:
        raise UsageError("--weigh en --team gaan niet samen: wegen doet ieder in het eigen leerlog.")
    return team


def _show_own(setting: Setting, asked: _Asked) -> None:
    if not (asked.per or asked.full or asked.browser or asked.out.form):
        show_review(setting, asked.period)
        return
    built, problems = review_own(setting.journal, asked.period, setting.today, setting.rules, asked.per)
    _give(setting, built, problems, asked)
    if asked.out.output and (number := private_count(built)):
        what = count(number, "privé-antwoord", "privé-antwoorden")
        setting.tell(f"Let op: er {'staat' if number == 1 else 'staan'} {what} in. Kijk ernaar voordat je dit deelt.")
    setting.warn(problems)


def _show_for(setting: Setting, audience: str, asked: _Asked) -> None:
    built, problems, whole = review_for_audience(
        setting.journal, audience, asked.period, setting.today, setting.rules, asked.per
    )
    # Beside it and not in it: how much one keeps for oneself is nobody else's business.
    if whole:
        told_of = count(whole, "notitie", "notities")
        setting.tell(f"Alleen wat je deelt met je {audience}: {built.count} van je {told_of}.")
    _give(setting, built, problems, asked, "--for", audience)
    setting.warn(problems)


def _show_team(setting: Setting, folder: str, asked: _Asked, *, anonymous: bool) -> None:
    if not (asked.full or asked.browser or asked.out.form):
        show_team(setting, folder, asked.period, anonymous=anonymous, per=asked.per)
        return
    built, problems = review_team(setting, folder, asked.period, anonymous=anonymous, per=asked.per)
    _give(setting, built, problems, asked)
    tell_problems(setting, problems)


def _give(setting: Setting, built: Review, problems: list[Problem], asked: _Asked, *options: str) -> None:
    """Show a review on one screen, or all of it in the form that was asked for; `options`: what asks for it again."""
    out = asked.out
    if out.form == "json":
        out.send(setting, review_json(built, problems) + "\n", REVIEW)
    elif out.form:
        out.send(setting, in_form(review_document(built, problems), out.form), REVIEW)
    elif asked.browser:
        # No review on a screen waits for a page, or for what finds a browser.
        from leerlog.app.browsing import open_page
        from leerlog.render.html import html

        open_page(setting, html(review_document(built, problems)))
    elif asked.full:
        setting.show(review_document(built), full=True)
    else:
        per = ["--per", asked.per] if asked.per else []
        setting.show(screen_document(built, review_command(setting, asked.period, *options, *per)))


def _weigh(setting: Setting, period: Period, out: Out) -> None:
    if out.form:
        raise UsageError("--weigh vraagt, en gaat niet samen met --format of --output. Kies er één.")
    from leerlog.app.stories import weigh_period  # a conversation, which no review waits for

    weighed, left = weigh_period(setting, period)
    setting.say(f"{count(weighed, 'notitie', 'notities')} gewogen, nog {left} te wegen.")
