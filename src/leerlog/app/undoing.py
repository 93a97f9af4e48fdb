"""Taking back: the last change of a journal, and what of it is kept."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from leerlog.app.setting import Setting
from leerlog.dialogue.ask import ask_one
from leerlog.dialogue.talk import Choice
from leerlog.documents.history import Past, history_row
from leerlog.domain.entry import Entry, Mend, moment
from leerlog.domain.text import in_quotes
from leerlog.errors import EntryChanged, LeerlogError, UsageError
from leerlog.journal.history import Change, forget_all
from leerlog.journal.parsing import parse
from leerlog.journal.reading import LAST

NOTHING = "Er is niets veranderd."
NEW_NOTES = "Een nieuwe notitie haal je weg met: leerlog delete laatste"


def find_change(setting: Setting, which: str | None) -> tuple[Change, bool]:
    """The change that is meant and was not taken back, and whether it is the last one.

    which: its number in the list, or a note of which it is the last change; None for the last of all.

    Raises:
        UsageError: when there is none.
    """
    setting.journal.months()  # a change that was cut off is ended first
    changes = setting.history.changes()
    left = [change for change in changes if not change.undone]
    if which is None:
        if not left:
            raise UsageError(f"er is geen wijziging om terug te halen. {NEW_NOTES}")
        return left[0], True
    numbered = next((change for change in changes if which.strip() == str(change.number)), None)
    if numbered and numbered.undone:
        raise UsageError(f"wijziging {numbered.number} is al teruggehaald.")
    found = numbered or _of_entry(setting, which.strip(), left)
    return found, found == left[0]


def _of_entry(setting: Setting, ref: str, left: Sequence[Change]) -> Change:
    """The last change of a note, also of one that was taken out."""
    if ref.lower() == LAST:
        ref = setting.journal.find(ref).id
    ids = {change: [entry.id for entry in entries_of(change)] for change in left}
    meant = sorted({name for each in ids.values() for name in each if ref and name.startswith(ref.lower())})
    if len(meant) > 1:
        raise UsageError(f"{in_quotes(ref)} kan meer notities zijn: {', '.join(meant[:5])}. Typ er meer van.")
    if not meant:
        raise UsageError(f"er is geen wijziging {in_quotes(ref)} om terug te halen. leerlog undo --list toont ze.")
    return next(change for change, each in ids.items() if meant[0] in each)


def choose_change(setting: Setting, changes: Sequence[Past]) -> str | None:
    """The number of the change that a person takes back, of those that were shown; None for none."""
    left = {each.number: _choice(setting, each) for each in changes if not each.undone}
    if not left:
        return None
    setting.talk.screen.gap()
    number = ask_one(setting.talk._replace(leaving=NOTHING), "Welke haal je terug?", left)
    return str(number) if number else None


def _choice(setting: Setting, change: Past) -> Choice:
    line = " ".join(str(part) for part in history_row(change, setting.today, setting.rules))
    return Choice(line, line, " ".join(entry.id for entry in change.entries))


def wrote_since(setting: Setting, change: Change) -> bool:
    """Whether the newest note was written after a change: a person may have that one in mind."""
    try:
        newest = setting.journal.find(LAST)
    except LeerlogError:
        return False
    return datetime.combine(*moment(newest)) > datetime.fromisoformat(change.on)


def take_back(setting: Setting, change: Change) -> int:
    """Make the entries and the drafts of a change what they were before it.

    Returns:
        How many drafts stay as they are, for somebody went on with them since.

    Raises:
        EntryChanged: when an entry was changed since; nothing is taken back then.
        UsageError: when an entry is there no more.
    """
    try:
        stay = setting.journal.undo(change)
    except EntryChanged as error:
        way = _way_on(setting, change)
        if gone := _gone(setting, change):
            raise UsageError(f"notitie {gone} staat er niet meer, dus ik haal niets terug. {way}".strip()) from error
        raise EntryChanged(f"{error} {way}".strip()) from error
    setting.changed = True
    return len(stay)


def _gone(setting: Setting, change: Change) -> str:
    """An entry that should be there after a change and is not, anywhere; "" when there is none."""
    there = {entry.id for entry in setting.journal.read()[0]}
    left = {_entry(new, month.file).id for month in change.months for _, new in month.pairs if new}
    return next(iter(sorted(left - there)), "")


def _way_on(setting: Setting, change: Change) -> str:
    """What can be taken back: what was done later to the same notes, or something else."""
    ids = {entry.id for entry in entries_of(change)}
    left = [each for each in setting.history.changes() if not each.undone and each.name != change.name]
    same = [each for each in left if ids & {entry.id for entry in entries_of(each)}]
    if later := [each for each in same if each.number > change.number]:
        return f"Haal eerst terug wat er later mee gebeurde: leerlog undo {later[0].number}"
    if other := next((each for each in left if each not in same), None):
        return f"Een wijziging van iets anders kan wel, met haar nummer: leerlog undo {other.number}"
    return ""


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
    return [
        Past(each.number, each.on, each.what, each.undone, tuple(entries_of(each)))
        for each in setting.history.changes()
    ]


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
