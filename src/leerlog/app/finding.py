"""From what a person types to what the journal has: a course, a tag, an item."""

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from leerlog import files
from leerlog.app.setting import Setting
from leerlog.domain.agenda import Item
from leerlog.domain.course import key, match_name
from leerlog.domain.entry import Entry, Problem, bare_tag, names, tag_key
from leerlog.domain.items import OPEN, TICKED
from leerlog.domain.near import meant, near
from leerlog.domain.plan import CHECKLIST, PLAN
from leerlog.domain.text import in_quotes
from leerlog.errors import LeerlogError, UnknownId, UsageError
from leerlog.journal.reading import COURSE
from leerlog.journal.store import Journal
from leerlog.reports.agenda import all_items, open_plans, told_apart

if TYPE_CHECKING:
    from leerlog.dialogue.talk import Talk

TAGS = "Trefwoorden:"
TASKS = (OPEN, TICKED)
_REF = re.compile(r"([0-9a-z]+|laatste)(?:[.\-/]([0-9]{1,4}))?", re.IGNORECASE)


def settle(setting: Setting, name: str, talk: "Talk | None" = None) -> str:
    """The name to save a note under: as the journal has it, when it is the same by its key.

    A near miss is asked of whoever is there; else the note keeps the name that
    was given, and stderr says what it looks like.

    talk: the conversation that is held, when one is.
    """
    if not name or _used_of_late(setting, name):
        return name
    try:
        exact, other = match_name(name, known_names(setting.journal, name))
    except LeerlogError:
        return name  # saving says what is wrong with the journal, and keeps the text
    if exact or not other:
        return exact or name
    chosen = _asked(setting, other, talk)
    if chosen is None:
        own = in_quotes(name)
        setting.tell(f"Let op: {own} lijkt op {in_quotes(other)}, dat je al hebt. Ik bewaar het onder {own}.")
    return other if chosen else name


def _asked(setting: Setting, other: str, talk: "Talk | None" = None) -> bool | None:
    """Whether this near name is meant; None when nobody is there to be asked."""
    talk = talk or (setting.talk if setting.interactive else None)
    if talk is None or not talk.reader.live:
        return None
    from leerlog.dialogue.ask import yes_no  # what only reads asks nothing

    chosen = yes_no(talk, meant([other]).strip())
    talk.screen.gap()
    return chosen


def settle_tags(setting: Setting, given: Iterable[str]) -> tuple[str, ...]:
    """The tags in `--tag`, given once with commas or several times: without #, and as the journal spells them."""
    tags = {tag_key(tag): bare_tag(tag) for tag in names(",".join(given))}
    if not tags:
        return ()
    try:
        lists = sorted(setting.journal.values_of(TAGS))
    except LeerlogError:
        lists = []  # saving says what is wrong with the journal, and keeps the text
    used = {tag_key(tag): bare_tag(tag) for line in lists for tag in names(line)}
    return tuple(tag if tag in used.values() else used.get(key, tag) for key, tag in tags.items() if key)


def _used_of_late(setting: Setting, name: str) -> bool:
    """Whether this very name is in the file of this month or the one before, so that no other need be opened."""
    today = setting.today
    for day in (today, today.replace(day=1) - timedelta(days=min(1, today.toordinal() - 1))):
        try:
            raw = files.contents(setting.journal.month_file(day), patience=0)
        except OSError:
            continue
        if any(f"\n- {COURSE} {name}{end}".encode("utf-8", "replace") in raw for end in ("\n", "\r\n")):
            return True
    return False


def known_names(journal: Journal, name: str = "") -> list[str]:
    """The courses that the journal names, in alphabetical order.

    name: what it is looked for by; of its spellings the last one that was used comes last.
    """
    found = sorted(journal.values_of(COURSE))
    same = [other for other in found if key(other) == key(name)]
    if len(same) > 1 and name not in same:
        used = [entry.course for entry in about(journal, name)[0]]
        found = [other for other in found if other not in same] + used[-1:]
    return found


def about(journal: Journal, name: str) -> tuple[list[Entry], list[Problem]]:
    """The entries about a course, however its name is written, and the problems met."""
    entries, problems = journal.read(courses=frozenset({key(name)}))
    return [entry for entry in entries if key(entry.course) == key(name)], problems


def look_up(setting: Setting, name: str) -> str:
    """The course that a command asks to see; a near miss is asked of whoever is there.

    Raises:
        UsageError: when there is none, naming the one that it is near to.
    """
    exact, other = match_name(name, known_names(setting.journal, name))
    if exact or (other and _asked(setting, other)):
        return exact or other
    mean = meant([other] if other else [])
    raise UsageError(f"er is geen leertraject {in_quotes(name)}.{mean} leerlog courses toont ze alle.")


def find_item(setting: Setting, ref: str) -> tuple[Entry, int]:
    """The entry and the number, counted from 1, of the item that a reference names.

    Without a number it is the entry's only item, or the only one that is open. `plan` is
    the if-then plan that is to be followed now.

    Raises:
        UsageError: when it is no reference.
        UnknownId: naming the near ones.
    """
    if ref.strip().casefold() == PLAN:
        return _find_plan(setting)
    found = _REF.fullmatch(ref.strip())
    if not found:
        raise UsageError(f"{in_quotes(ref)} is geen verwijzing. leerlog agenda toont ze, zoals a2k3f9q2.1.")
    entry = _entry(setting, found[1], ref.strip())
    waiting = [number for number, item in enumerate(entry.follow_ups, 1) if item.open]
    number = int(found[2] or 0)
    if not found[2] and 1 in (len(waiting), len(entry.follow_ups)):
        number = waiting[0] if waiting else 1
    if not 1 <= number <= len(entry.follow_ups):
        raise UnknownId(_no_such_item(entry, found[2], waiting))
    return entry, number


def _find_plan(setting: Setting) -> tuple[Entry, int]:
    """The one plan that is open; of several the one of the course of which the application window is."""
    from leerlog.reports.courses import may_be_open  # what only saves a note names no plan

    prepared = setting.journal.read(marks=(f"checklist={CHECKLIST}",))[0]
    plans = open_plans(prepared, setting.today)
    if len(plans) > 1:
        now = may_be_open(prepared, setting.today, setting.rules)
        plans = tuple(plan for plan in plans if key(plan.course) in now) or plans
    if not plans:
        raise UsageError("er staat geen plan open. Je maakt er een bij: leerlog prepare.")
    if len(plans) > 1:
        named = ", ".join(f"{plan.ref} ({' · '.join(filter(None, (plan.course, plan.text)))})" for plan in plans)
        raise UsageError(f"welk plan? Open staan: {named}.")
    number = int(plans[0].ref.rpartition(".")[2])
    return next(entry for entry in prepared if entry.id == plans[0].entry), number


def _entry(setting: Setting, name: str, ref: str) -> Entry:
    try:
        return setting.journal.find(name)
    except UnknownId:
        entries = setting.journal.read(marks=TASKS)[0]
        likely = _near(ref, [item for item in all_items(entries, setting.today) if item.open])
        if not likely or any(entry.id.startswith(name.lower()) for entry in entries):
            raise
    raise UnknownId(f"{in_quotes(ref)} staat niet in je agenda.{meant(likely)}")


def _near(ref: str, items: list[Item]) -> list[str]:
    known = {item.ref: f"{item.ref} ({' · '.join(filter(None, (item.of, item.text)))})" for item in told_apart(items)}
    return [known[each] for each in near(ref, known, most=3)]


def _no_such_item(entry: Entry, number: str | None, waiting: list[int]) -> str:
    if not entry.follow_ups:
        return f"in notitie {entry.id} staat niets om af te vinken."
    named = ", ".join(f"{entry.id}.{each} ({entry.follow_ups[each - 1].text})" for each in waiting)
    there = f" Open staan: {named}." if named else " Alles erin is al afgevinkt."
    return (f"notitie {entry.id} heeft geen {number}." if number else f"welke van notitie {entry.id}?") + there
