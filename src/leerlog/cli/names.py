"""Names of courses and tags: what a person types, and how the journal has it."""

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from leerlog import files
from leerlog.cli.context import Setting
from leerlog.domain.course import key, match_name
from leerlog.domain.entry import Entry, Problem, bare_tag, names, tag_key
from leerlog.errors import LeerlogError, UsageError
from leerlog.journal.index import COURSE
from leerlog.journal.store import Journal

if TYPE_CHECKING:
    from leerlog.dialogue.talk import Talk

TAGS = "Trefwoorden:"


def settle(setting: Setting, name: str, talk: "Talk | None" = None) -> str:
    """The name to save a note under: as the journal has it, when it is the same by its key.

    A near miss is asked of whoever is there; else the note keeps the name that
    was given, and stderr says what it looks like.

    talk: the conversation that is held, when one is.
    """
    if not name or _used_of_late(setting, name):
        return name
    try:
        exact, near = match_name(name, known_names(setting.journal, name))
    except LeerlogError:
        return name  # saving says what is wrong with the journal, and keeps the text
    if exact or not near:
        return exact or name
    meant = _asked(setting, near, talk)
    if meant is None:
        setting.tell(f"Let op: '{name}' lijkt op '{near}', dat je al hebt. Ik bewaar het onder '{name}'.")
    return near if meant else name


def _asked(setting: Setting, near: str, talk: "Talk | None" = None) -> bool | None:
    """Whether this near name is meant; None when nobody is there to be asked."""
    talk = talk or (setting.talk if setting.interactive else None)
    if talk is None or not talk.reader.live:
        return None
    from leerlog.dialogue.ask import yes_no

    meant = yes_no(talk, f"Bedoel je {near}?")
    talk.screen.gap()
    return meant


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
    exact, near = match_name(name, known_names(setting.journal, name))
    if exact or (near and _asked(setting, near)):
        return exact or near
    mean = f" Bedoel je {near}?" if near else ""
    raise UsageError(f"er is geen leertraject '{name}'.{mean} leerlog courses toont ze alle.")
