"""What people look at every day: today, the review of a period, and its notes.

Whoever asks for one comes by the front door or by Typer; here neither is known.
"""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from leerlog.app.setting import Setting
from leerlog.domain.period import ALL, Period, range_words

# Each is loaded for itself alone: that is most of what it costs.
if TYPE_CHECKING:
    from leerlog.app.entries import Wanted
    from leerlog.documents.drafts import Waiting


def show_today(setting: Setting) -> None:
    """What is due, what can still be used, what one could do now, and one old note."""
    from leerlog.app.review import look_back, see_today
    from leerlog.documents.agenda import today_document

    built, problems = see_today(setting.journal, setting.today, setting.rules)
    old = look_back(setting.journal, setting.today, setting.rules)
    setting.show(today_document(built, _unfinished(setting), old))
    setting.warn(problems)


def _unfinished(setting: Setting) -> "Sequence[Waiting]":
    """What was begun and not ended; mostly nothing was, and then what reads it is not loaded."""
    try:
        if not os.listdir(setting.drafts):
            return ()
    except OSError:
        return ()
    from leerlog.app.drafts import unfinished

    return unfinished(setting)


def show_review(setting: Setting, period: Period) -> None:
    """What learning brought in a period, to oneself, on one screen."""
    from leerlog.app.review import review_own
    from leerlog.app.typed import review_command
    from leerlog.documents.screen import screen_document

    built, problems = review_own(setting.journal, period, setting.today, setting.rules)
    setting.show(screen_document(built, review_command(setting, period)))
    setting.warn(problems)


def show_notes(setting: Setting, period: Period, wanted: "Wanted | None" = None) -> None:
    """The notes of a period, of those that are wanted."""
    from leerlog.app.entries import Wanted, list_entries
    from leerlog.documents.entries import list_document

    entries, problems = list_entries(setting.journal, setting.rules, period, wanted or Wanted())
    # What is chosen from may be empty because of the choice.
    chosen = period != ALL or (wanted or Wanted()) != Wanted()
    none = "Hier staat niets bij. leerlog list toont alles." if chosen and setting.journal.months() else ""
    under = range_words(period)
    setting.show(list_document(entries, "Notities", setting.today, setting.rules, under=under, empty=none))
    setting.warn(problems)
