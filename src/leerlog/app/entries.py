"""Entries of the journal as they are asked for: of a period, with tags, about a course."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from leerlog.app.setting import Setting
from leerlog.domain.course import key
from leerlog.domain.entry import Entry, Problem, tag_key
from leerlog.domain.near import meant, near
from leerlog.domain.period import Period
from leerlog.domain.search import fold
from leerlog.domain.share import marked
from leerlog.domain.text import in_quotes
from leerlog.domain.value import Level
from leerlog.errors import UsageError
from leerlog.journal.store import Journal
from leerlog.reports.levels import counted, highest_level
from leerlog.reports.rules import ContentRules


class Wanted(NamedTuple):
    """Which entries are wanted: those for which all that is given here holds.

    level: the highest that they got to; people, tags, audiences: all of these.
    open: whether something has to be done still; checklist: its id.
    """

    course: str = ""
    tags: tuple[str, ...] = ()
    level: Level | None = None
    people: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    open: bool = False
    checklist: str = ""

    def among(self, entries: list[Entry], rules: ContentRules) -> list[Entry]:
        """Those of the entries that are wanted; all of them where nothing is said."""
        return [entry for entry in entries if self._takes(entry, rules)] if any(self) else entries

    def _takes(self, entry: Entry, rules: ContentRules) -> bool:
        return (
            (not self.course or key(entry.course) == key(self.course))
            and (not self.tags or {tag_key(tag) for tag in self.tags} <= {tag_key(tag) for tag in entry.tags})
            and (not self.level or highest_level(entry, rules) == self.level)
            and all(any(_named(name, each) for each in entry.people) for name in self.people)
            and all(marked(entry, audience) for audience in self.audiences)
            and (not self.open or any(item.open for item in entry.follow_ups))
            and (not self.checklist or entry.checklist == self.checklist)
        )


def _named(name: str, person: str) -> bool:
    """Whether this is what somebody is called, or a part of it: the first name."""
    short, whole = fold(name).split(), fold(person).split()
    return any(whole[at : at + len(short)] == short for at in range(len(whole)))


def find_checklist(setting: Setting, word: str) -> str:
    """The checklist that is meant, also one of earlier that only the journal has.

    Raises:
        UsageError: for a word that names none, with the one that it is near to.
    """
    # What most lists have no need of is not loaded for them.
    from leerlog.library.content import checklist_ids

    name = word.strip().lower()
    known = checklist_ids(setting.own_content)
    if name in known or (name and setting.journal.read(marks=(f"checklist={name} ",))[0]):
        return name
    close = meant(near(name, known) if name else [])
    raise UsageError(f"de checklist {in_quotes(word)} ken ik niet.{close} leerlog checklists toont ze alle.")


def list_entries(
    journal: Journal, rules: ContentRules, period: Period, wanted: Wanted
) -> tuple[list[Entry], list[Problem]]:
    """The entries of a period that are wanted."""
    entries, problems = journal.read(period)
    return wanted.among(entries, rules), problems


def walk_entries(
    journal: Journal, rules: ContentRules, period: Period, wanted: Wanted, problems: list[Problem]
) -> Iterator[Entry]:
    """The same for a program, one by one while they are read; `problems` grows with those that are met."""
    for found, wrong in journal.walk(period):
        problems.extend(wrong)
        yield from [counted(entry, rules) for entry in wanted.among(found, rules)]


def export_blocks(
    journal: Journal, rules: ContentRules, period: Period, wanted: Wanted, problems: list[Problem]
) -> Iterator[str]:
    """The Markdown of the entries that are wanted, each as it stands, a month at a time; `problems` grows along."""

    def months() -> Iterator[tuple[str, list[Entry]]]:
        for found, wrong in journal.walk(period):
            problems.extend(wrong)
            for file, entries in groupby(wanted.among(found, rules), key=lambda entry: entry.file):
                yield journal.text(file), list(entries)

    from leerlog.journal.incoming import export_markdown  # what reads other programs' notes, and no list waits for

    return export_markdown(months())
