"""Recalling what was learned: of which course, whether there is anything, what is planned, and what is ticked by it."""

from collections import defaultdict
from datetime import date

from leerlog.app.choosing import which_course
from leerlog.app.finding import TASKS, settle
from leerlog.app.given import read_course
from leerlog.app.known import Known
from leerlog.app.setting import Setting
from leerlog.domain.agenda import SOON_DAYS, Item
from leerlog.domain.checklist import Checklist
from leerlog.domain.course import key
from leerlog.domain.entry import Entry
from leerlog.domain.spacing import planned
from leerlog.errors import LeerlogError, NothingChosen
from leerlog.journal.edits import tick
from leerlog.reports.agenda import all_items
from leerlog.reports.courses import by_course
from leerlog.reports.method import RECALL, about, recalls
from leerlog.reports.recall import written


def which_recall(setting: Setting, name: str | None) -> str:
    """The course that was named, or that a person chooses, those that are due first.

    Raises:
        NothingChosen: when nothing was written about it that can be recalled.
        UsageError: when there is no course, or nobody can be asked.
    """
    known = Known(setting)
    if name is None:
        name = which_course(setting, None, RECALL, [item.course for item in _open(setting, known.entries)])
    course = settle(setting, read_course(name))
    if not written(
        (entry for entry in known.entries if key(entry.course) == key(course)), setting.today, setting.rules
    ):
        how = f"leerlog moment{about(course)}"
        raise NothingChosen(f"Over {course} is nog niets opgeschreven om op te halen. Begin met: {how}")
    return course


def with_planned(setting: Setting, checklist: Checklist, course: str) -> Checklist:
    """The checklist, in which a question that offers weeks knows when the same is planned for this course."""
    if not course or not any(prompt.weeks for prompt in checklist.prompts()):
        return checklist
    own = [entry for entry in setting.journal.read(marks=TASKS)[0] if key(entry.course) == key(course)]
    ticked = {item.ref for item in _answered(setting, own)} if checklist.id == RECALL else set()
    days: dict[str, list[date]] = defaultdict(list)
    for item in all_items(own, setting.today):
        if item.open and item.due and item.due > setting.today and item.ref not in ticked:
            days[item.text].append(item.due)
    return planned(checklist, days)


def tick_recall(setting: Setting, entry: Entry) -> None:
    """Once a course was recalled: tick what asked for that."""
    if entry.checklist != RECALL:
        return
    entries = [each for each in setting.journal.read(marks=TASKS)[0] if key(each.course) == key(entry.course)]
    found = {each.id: each for each in entries}
    for item in _answered(setting, [each for each in entries if each.id != entry.id]):
        try:
            found[item.entry] = setting.journal.change(
                found[item.entry], tick(int(item.ref.rpartition(".")[2]), setting.today), "afgevinkt"
            )
        except LeerlogError as error:
            setting.tell(f"Je notitie staat er. Afvinken lukte niet: {error}")


def _answered(setting: Setting, entries: list[Entry]) -> list[Item]:
    """What asked for a recall that is done today: all that is due; else, done beforehand, the next, if within days."""
    asked = [(item.days or 0, item) for item in _open(setting, entries)]
    due = [item for days, item in asked if days <= 0]
    return due or [item for days, item in asked if days <= SOON_DAYS][:1]


def _open(setting: Setting, entries: list[Entry]) -> list[Item]:
    """The open items that ask to recall a course, the soonest due first."""
    found = (item for group in by_course(entries).values() for item in recalls(group, setting.today, setting.rules))
    return sorted(found, key=lambda item: (item.due or setting.today, item.ref))
