"""Which note, item, course or draft is meant, when a person left it out: a list to choose from.

Without a terminal it is the sentence that says which one is missing, and what lists them.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from leerlog.app.drafts import find_draft, waiting_drafts
from leerlog.app.finding import TASKS, find_item
from leerlog.app.known import Known
from leerlog.app.setting import Setting
from leerlog.app.stories import entry_line
from leerlog.dialogue.pick import pick
from leerlog.dialogue.talk import Choice
from leerlog.documents.drafts import Waiting
from leerlog.domain.agenda import Item
from leerlog.domain.course import key
from leerlog.domain.dates import short_date, spoken_date
from leerlog.domain.entry import Entry, moment
from leerlog.domain.text import shorten
from leerlog.errors import NothingChosen, UsageError
from leerlog.reports.agenda import all_items, by_due, told_apart

SPOKEN = 100  # characters of a note in plain text, of which ten are read aloud


class Missing(NamedTuple):
    """What is asked when something was left out, and what is said where nobody can be asked."""

    question: str
    listed: str
    example: str


_AGENDA, _COURSES, _NOTES = ("leerlog agenda toont ze", "leerlog courses toont ze", "leerlog list toont ze")
_WORDS = "leerlog export --format markdown toont ze bij je notities"
_DRAFTS = "leerlog drafts toont ze"
MISSING = {
    "done": Missing("welke afspraak is gedaan?", _AGENDA, "leerlog done a2k3f9q2.1"),
    "course": Missing("welk leertraject?", _COURSES, 'leerlog course "Woo-training"'),
    "recall": Missing("van welk leertraject haal je op wat je weet?", _COURSES, 'leerlog recall "Woo-training"'),
    "sheet": Missing("over welk leertraject?", _COURSES, 'leerlog sheet "Woo-training"'),
    "show": Missing("welke notitie?", _NOTES, "leerlog show laatste"),
    "story": Missing("het verhaal van welke notitie?", _NOTES, "leerlog story laatste"),
    "value": Missing("welke notitie wil je wegen?", _NOTES, "leerlog value laatste"),
    "edit": Missing("welke notitie wil je veranderen?", _NOTES, "leerlog edit laatste"),
    "delete": Missing("welke notitie wil je weghalen?", _NOTES, "leerlog delete laatste"),
    "rename course": Missing(
        "welk leertraject wil je hernoemen?", _COURSES, 'leerlog rename course "Woo" "Woo-training"'
    ),
    "rename tag": Missing("welk trefwoord wil je hernoemen?", _WORDS, "leerlog rename tag archief archieven"),
    "rename person": Missing("wie wil je hernoemen?", _WORDS, 'leerlog rename person Noor "Noor Bakker"'),
    "resume": Missing("met welk gesprek ga je verder?", _DRAFTS, "leerlog drafts --resume prepare"),
    "save": Missing("welk concept zet je in je leerlog?", _DRAFTS, "leerlog drafts --save 2026-11-23-1642"),
    "remove": Missing("welk concept gooi je weg?", _DRAFTS, "leerlog drafts --remove 2026-11-23-1642"),
}


def which_entry(setting: Setting, ref: str | None, what: str) -> Entry:
    """The note that a reference means, or that is chosen from all, the newest first.

    what: what is missing when there is no reference, of MISSING.

    Raises:
        NothingChosen: when the person leaves.
        UsageError: when nobody can be asked, or there is nothing to choose.
    """
    if ref is not None:
        return setting.journal.find(ref)
    _see_that_one_can_be_asked(setting, what)
    entries, problems = setting.journal.read()
    setting.warn(problems)
    if not entries:
        raise UsageError("er is nog geen notitie; begin met leerlog moment.")
    entries = sorted(entries, key=moment)[::-1]
    plain = setting.talk.screen.plain  # there may be thousands: only what is shown is made
    lines = []
    for entry in entries:
        line = entry_line(setting, entry, setting.talk.screen, setting.today)
        also = " ".join((entry.title, entry.course, *entry.people, *entry.tags, entry.id))
        lines.append(Choice(line, shorten(line, SPOKEN) if plain else line, also))
    return entries[_picked(setting, what, lines)]


def which_item(setting: Setting, ref: str | None, *, ticked: bool = False) -> tuple[Entry, int]:
    """The note and the number in it, from 1, of the item that a reference means or that is chosen.

    ticked: whether it is to be one that has been ticked, of which the newest come first;
        otherwise it is an open one, the soonest due first.
    """
    if ref is not None:
        return find_item(setting, ref)
    _see_that_one_can_be_asked(setting, "done")
    entries, problems = setting.journal.read(marks=TASKS)
    setting.warn(problems)
    found = [item for item in all_items(entries, setting.today) if item.ticked == ticked]
    if not found:
        raise UsageError("er is nog niets afgevinkt." if ticked else "er staat niets open in je agenda.")
    if ticked:
        found.sort(key=lambda item: (item.done or item.since, item.ref), reverse=True)
    else:
        found.sort(key=by_due)
    lines = [_item_line(setting, item) for item in told_apart(found)]
    asked = "Welke afspraak was gedaan?" if ticked else ""
    item = found[_picked(setting, "done", lines, asked)]
    number = int(item.ref.rpartition(".")[2])
    return next(e for e in entries if e.id == item.entry and len(e.follow_ups) >= number), number


def _item_line(setting: Setting, item: Item) -> Choice:
    day = item.done if item.ticked else item.due
    beside = " · ".join(part for part in (item.course, item.who, item.result) if part)
    drawn = f"{short_date(day, setting.today) if day else '':>6}  {item.text}" + (f"  · {beside}" if beside else "")
    said = [item.text, item.course, item.who, item.result, spoken_date(day) if day else "zonder datum"]
    return Choice(drawn, ", ".join(part for part in said if part))


def which_course(setting: Setting, name: str | None, what: str, first: Sequence[str] = ()) -> str:
    """The course that was named, or that is chosen: those that come first, and then the newest."""
    if name is not None:
        return name
    _see_that_one_can_be_asked(setting, what)
    names = Known(setting).courses
    if not names:
        raise UsageError('er is nog geen leertraject. Begin er een met: leerlog prepare "Woo-training"')
    if first:
        ranks = {key(each): rank for rank, each in reversed(list(enumerate(first)))}
        names = tuple(sorted(names, key=lambda each: ranks.get(key(each), len(ranks) + len(first))))
    return names[_picked(setting, what, [Choice(each, each) for each in names])]


def which_name(setting: Setting, kind: str, names: Sequence[str]) -> str:
    """The name to be renamed, that is chosen from all of its kind, the newest first."""
    what = f"rename {kind}"
    _see_that_one_can_be_asked(setting, what)
    if not names:
        raise UsageError("er is nog niets om te hernoemen.")
    return names[_picked(setting, what, [Choice(each, each) for each in names])]


def which_draft(setting: Setting, name: str, what: str) -> Path:
    """The draft with this name, or one that is chosen, the latest first.

    what: what is to be done with it: resume, save or remove.
    """
    if name:
        return find_draft(setting, name)
    _see_that_one_can_be_asked(setting, what)
    found = [each for each in waiting_drafts(setting)[0] if what == "remove" or _fits(each, what)]
    if not found:
        raise UsageError(
            "er ligt niets te wachten." if what != "resume" else "er is geen gesprek om mee verder te gaan."
        )
    return find_draft(setting, found[_picked(setting, what, [_draft_line(setting, each) for each in found])].name)


def _fits(draft: Waiting, what: str) -> bool:
    """Whether a draft is of the kind that can be gone on with, or be saved as it is."""
    saves = " --save " in draft.command
    return saves if what == "save" else not saves and not draft.command.startswith("…")


def _draft_line(setting: Setting, draft: Waiting) -> Choice:
    when = short_date(draft.day, setting.today) if draft.day else ""
    said = [draft.about, draft.state, spoken_date(draft.day) if draft.day else ""]
    return Choice(f"{when:>6}  {draft.about}  · {draft.state}", ", ".join(part for part in said if part))


def _see_that_one_can_be_asked(setting: Setting, what: str) -> None:
    if not setting.interactive:
        missing = MISSING[what]
        raise UsageError(f"{missing.question} {missing.listed}. Schrijf bijvoorbeeld: {missing.example}")


def _picked(setting: Setting, what: str, lines: Sequence[Choice], asked: str = "") -> int:
    question = asked or MISSING[what].question
    chosen = pick(setting.talk, question[0].upper() + question[1:], lines)
    if chosen is None:
        raise NothingChosen("Niets gekozen.")
    return chosen
