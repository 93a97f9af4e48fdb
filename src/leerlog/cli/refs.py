"""From a reference that a person typed to an item: an entry, and which of its items."""

import re

from leerlog.cli.context import Setting
from leerlog.domain.entry import Entry
from leerlog.errors import UnknownId, UsageError
from leerlog.reports.agenda import Item, all_items, told_apart

TASKS = ("[ ] ", "[x] ", "[X] ")
_REF = re.compile(r"([0-9a-z]+|laatste)(?:[.\-/]([0-9]{1,4}))?", re.IGNORECASE)


def find_item(setting: Setting, ref: str) -> tuple[Entry, int]:
    """The entry and the number, counted from 1, of the item that a reference names.

    Without a number it is the entry's only item, or the only one that is open.

    Raises:
        UsageError: when it is no reference.
        UnknownId: naming the near ones.
    """
    found = _REF.fullmatch(ref.strip())
    if not found:
        raise UsageError(f"'{ref}' is geen verwijzing. leerlog agenda toont ze, zoals a2k3f9q2.1.")
    entry = _entry(setting, found[1], ref.strip())
    waiting = [number for number, item in enumerate(entry.follow_ups, 1) if item.open]
    number = int(found[2] or 0)
    if not found[2] and 1 in (len(waiting), len(entry.follow_ups)):
        number = waiting[0] if waiting else 1
    if not 1 <= number <= len(entry.follow_ups):
        raise UnknownId(_no_such_item(entry, found[2], waiting))
    return entry, number


def _entry(setting: Setting, name: str, ref: str) -> Entry:
    try:
        return setting.journal.find(name)
    except UnknownId:
        entries = setting.journal.read(marks=TASKS)[0]
        near = _near(ref.lower(), [item for item in all_items(entries, setting.today) if item.open])
        if not near or any(entry.id.startswith(name.lower()) for entry in entries):
            raise
    raise UnknownId(f"'{ref}' staat niet in je agenda. Bedoel je {' of '.join(near)}?")


def _near(ref: str, items: list[Item]) -> list[str]:
    from difflib import get_close_matches

    known = {item.ref: f"{item.ref} ({' · '.join(filter(None, (item.of, item.text)))})" for item in told_apart(items)}
    return [known[each] for each in get_close_matches(ref, known, n=3, cutoff=0.6)]


def _no_such_item(entry: Entry, number: str | None, waiting: list[int]) -> str:
    if not entry.follow_ups:
        return f"in notitie {entry.id} staat niets om af te vinken."
    named = ", ".join(f"{entry.id}.{each} ({entry.follow_ups[each - 1].text})" for each in waiting)
    there = f" Open staan: {named}." if named else " Alles erin is al afgevinkt."
    return (f"notitie {entry.id} heeft geen {number}." if number else f"welke van notitie {entry.id}?") + there
