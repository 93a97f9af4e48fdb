"""Bare `leerlog`: what today asks."""

from leerlog.app.review import load_for_review
from leerlog.app.setting import Setting
from leerlog.domain.period import quarter_of


def today(setting: Setting) -> None:
    """Show what is due, what can still be used, and what one could do now."""
    from leerlog.cli.drafts import unfinished
    from leerlog.render.pages.today import today_page
    from leerlog.reports.today import build_today

    # A quarter and the one before it hold all that today looks back on.
    entries, problems = load_for_review(setting.journal, quarter_of(setting.today), setting.today)
    setting.show(today_page(build_today(entries, setting.today, setting.rules), unfinished(setting)))
    setting.warn(problems)
