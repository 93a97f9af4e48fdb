"""The review of one's own journal."""

from leerlog.cli.context import Setting
from leerlog.cli.gather import gather
from leerlog.domain.dates import count
from leerlog.domain.period import Period
from leerlog.render.pages.review import review_page
from leerlog.reports.review import build_review


def show_own(setting: Setting, period: Period, form: str, output: str | None, *, full: bool, force: bool) -> None:
    """Show the review of a period, or write it in the form that was asked for."""
    entries, problems = gather(setting.journal, period, setting.today)
    built = build_review(entries, period, setting.today, setting.lens)
    if form:
        from leerlog.cli.outfile import write_out
        from leerlog.render.reviews import private_count, review_text

        write_out(setting, review_text(built, form, problems), output, force, bom=form == "csv")
        _warn_private(setting, private_count(built) if output else 0)
    else:
        setting.show(review_page(built, full=full))
    setting.warn(problems)


def _warn_private(setting: Setting, number: int) -> None:
    if number:
        what = count(number, "privé-antwoord", "privé-antwoorden")
        setting.tell(f"Let op: er {'staat' if number == 1 else 'staan'} {what} in. Kijk ernaar voordat je dit deelt.")
