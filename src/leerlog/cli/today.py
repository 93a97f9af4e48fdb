"""Bare `leerlog`: what today asks."""

from leerlog.app.drafts import unfinished
from leerlog.app.review import see_today
from leerlog.app.setting import Setting
from leerlog.documents.agenda import today_document


def today(setting: Setting) -> None:
    """Show what is due, what can still be used, and what one could do now."""
    built, problems = see_today(setting)
    setting.show(today_document(built, unfinished(setting)))
    setting.warn(problems)
