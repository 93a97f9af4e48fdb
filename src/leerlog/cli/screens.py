"""What people ask for every day: today, the review of a period, its notes, what is found in them, and all of them.

Whoever asks for one comes by the front door or by Typer; here neither is known.
"""

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from leerlog.app.setting import Setting
from leerlog.domain.period import ALL, Period, range_words

# Each is loaded for itself alone: that is most of what it costs.
if TYPE_CHECKING:
    from leerlog.app.entries import Wanted
    from leerlog.app.search import Search
    from leerlog.cli.out import Data, Out
    from leerlog.documents.drafts import Waiting
    from leerlog.domain.entry import Entry, Problem

FOUND = 100  # of what was found, the newest are shown
TOLD = 10  # problems with the files of a team


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


def show_team(setting: Setting, folder: str, period: Period, *, anonymous: bool, per: str = "") -> None:
    """What learning brought a team in a period, from what it shared in a folder, on one screen."""
    from leerlog.app.team import review_team
    from leerlog.app.typed import as_word, review_command
    from leerlog.documents.screen import screen_document

    built, problems = review_team(setting, folder, period, anonymous=anonymous, per=per)
    options = ["--team", as_word(folder), *(["--anonymous"] if anonymous else []), *(["--per", per] if per else [])]
    setting.show(screen_document(built, review_command(setting, period, *options)))
    tell_problems(setting, problems)


def tell_problems(setting: Setting, problems: "Sequence[Problem]") -> None:
    """Say what is wrong with the files of a team, of many the first."""
    for problem in problems[:TOLD]:
        setting.tell(f"Let op: {problem}.")
    if len(problems) > TOLD:
        setting.tell(f"Let op: en nog {len(problems) - TOLD} meer.")


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


def show_found(setting: Setting, asked: "Search", *, full: bool = False) -> None:
    """The notes in which something is found, the newest first; `full`: all of them, and each whole."""
    from leerlog.app.search import search
    from leerlog.documents.entries import found_document

    result = search(setting, asked, None if full else FOUND)
    title, under = f"Gezocht: {' '.join(asked.words)}", range_words(asked.period)
    none = f"Hier is niets mee gevonden. {result.hint}".strip()
    page = found_document(
        result.found, title, setting.today, setting.rules, older=result.older, under=under, empty=none
    )
    setting.show(page, full=full)
    setting.warn(result.problems)


def send_notes(setting: Setting, period: Period, out: "Out", wanted: "Wanted | None" = None) -> None:
    """Write the notes of a period for a program, while they are read: there may be more than fit in memory."""
    from leerlog.app.entries import Wanted, walk_entries

    problems: list[Problem] = []
    send_entries(setting, walk_entries(setting.journal, setting.rules, period, wanted or Wanted(), problems), out)
    setting.warn(problems)


def send_entries(setting: Setting, entries: "Iterable[Entry]", out: "Out") -> None:
    """Write entries in the form that was asked for, one after the other where that can be."""
    from leerlog.cli.out import NOTES

    out.send(setting, _in_form(setting, entries, out.form), NOTES)


def _in_form(setting: Setting, entries: "Iterable[Entry]", form: str) -> "Data":
    if form in ("json", "jsonl"):
        from leerlog.render.entry_json import entry_lines, journal_json

        return journal_json(entries) if form == "json" else entry_lines(entries)
    from leerlog.reports.gist import in_full
    from leerlog.reports.levels import highest_level

    rules = setting.rules
    if form == "csv":
        from leerlog.render.table import notes_table

        return notes_table((in_full(entry, rules), highest_level(entry, rules)) for entry in entries)
    from leerlog.render.workbook import Note, notes_workbook
    from leerlog.reports.agenda import items
    from leerlog.reports.gist import figure

    return notes_workbook(
        Note(
            in_full(entry, rules),
            highest_level(entry, rules),
            items(entry, setting.today),
            [figure(entry, answer, rules) for answer in entry.answers],
        )
        for entry in entries
    )
