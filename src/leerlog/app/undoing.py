"""Taking back: the last change of a journal, and what of it is kept."""

from contextlib import suppress
from datetime import datetime, time

from leerlog.app.setting import Setting
from leerlog.documents.history import Past
from leerlog.domain.entry import Entry, Mend
from leerlog.errors import LeerlogError, UsageError
from leerlog.journal.history import Change, forget_all
from leerlog.journal.parsing import parse
from leerlog.journal.reading import LAST

NEW_NOTES = "Een nieuwe notitie haal je weg met: leerlog delete laatste"


def last_change(setting: Setting) -> Change:
    """The last change that was not taken back.

    Raises:
        UsageError: when there is none.
    """
    setting.journal.months()  # a change that was cut off is ended first
    found = next((change for change in setting.history.changes() if not change.undone), None)
    if found is None:
        raise UsageError(f"er is geen wijziging om terug te halen. {NEW_NOTES}")
    return found


def wrote_since(setting: Setting, change: Change) -> bool:
    """Whether the newest note was written after a change: a person may have that one in mind."""
    try:
        newest = setting.journal.find(LAST)
    except LeerlogError:
        return False
    return datetime.combine(newest.date, newest.time or time.min) > datetime.fromisoformat(change.on)


def take_back(setting: Setting, change: Change) -> None:
    """Make the entries of a change what they were before it.

    Raises:
        EntryChanged: when one of them was changed since; nothing is taken back then.
    """
    setting.journal.undo(change)
    setting.changed = True


def taken_back(change: Change) -> list[Mend]:
    """What taking back a change does to each of its blocks."""
    return [
        Mend(_entry(old or new, month.file), new, old)
        for month in change.months
        for old, new in month.pairs
        if old or new
    ]


def entries_of(change: Change) -> list[Entry]:
    """The entries of a change, each once, as they were before it, or as they came."""
    found = [_entry(old or new, month.file) for month in change.months for old, new in month.pairs if old or new]
    return list({entry.id: entry for entry in found}.values())


def past_changes(setting: Setting) -> list[Past]:
    """What is kept, the newest first."""
    setting.journal.months()  # a change that was cut off is ended first
    return [Past(each.on, each.what, each.undone, tuple(entries_of(each))) for each in setting.history.changes()]


def _entry(block: str, file: str) -> Entry:
    return parse(block)[0][0]._replace(file=file, line=0)


def forget(setting: Setting) -> None:
    """Empty the history of every journal, and say so."""
    with suppress(LeerlogError):
        setting.journal.months()  # a change that was cut off is ended first
    number = forget_all(setting.state)
    if not number:
        setting.confirm("De geschiedenis was al leeg.")
        return
    what = "1 wijziging" if number == 1 else f"{number} wijzigingen"
    setting.confirm(f"Vergeten: {what}. Terughalen met leerlog undo kan daarvan niet meer.")
