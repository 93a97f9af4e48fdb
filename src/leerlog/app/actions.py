"""What can be done for learning at work: looked at, picked, tried."""

from collections.abc import Sequence
from datetime import date

from leerlog.app.agenda import finish_item
from leerlog.app.finding import find_item
from leerlog.app.given import read_day
from leerlog.app.known import known_people
from leerlog.app.saving import save
from leerlog.app.setting import Setting
from leerlog.dialogue.ask import yes_no
from leerlog.dialogue.items import pick, settle
from leerlog.domain.agenda import Item
from leerlog.domain.entry import Entry, FollowUp, Problem, bad_character, one_line
from leerlog.domain.near import meant
from leerlog.domain.text import in_quotes
from leerlog.errors import Stopped, UsageError
from leerlog.journal.store import Journal
from leerlog.library.content import load_actions
from leerlog.reports.actions import PICKED, Actions, choices, choose, number_actions, picked

CHECKLIST, TITLE = "actions", "Actie"
MARKS = tuple(f"checklist={name}" for name in PICKED)


def find_actions(setting: Setting, word: str | None) -> tuple[Actions, ...]:
    """The factors that were asked for, all when none were; of a near miss the person is asked whether it was meant."""
    groups = number_actions(load_actions()[0])
    if word is None:
        return groups
    found, near = choose(groups, word)
    if found:
        return found
    if len(near) == 1 and setting.interactive and yes_no(setting.talk, meant(near).strip()):
        return choose(groups, near[0])[0]
    known = "Kies uit individueel, team of organisatie; leerlog actions toont ook de factoren."
    raise UsageError(f"{in_quotes(word)} is geen niveau of factor.{meant(near)} {known}")


def _text(groups: Sequence[Actions], number: str) -> str:
    """The words of the action with this number."""
    known = choices(groups)
    word = number.strip().rstrip(".")
    if not (word.isascii() and word.isdigit() and int(word) in known):
        raise UsageError(
            f"{in_quotes(number)} is geen actie. Kies een nummer van {min(known)} tot en met {max(known)}."
        )
    return known[int(word)]


def _name(who: str | None) -> str:
    if wrong := bad_character(who or "", "--who"):
        raise UsageError(f"{wrong}.")
    return one_line(who or "")


def _day(setting: Setting, text: str | None) -> date | None:
    """The day that `--due` names."""
    day = read_day(setting, "--due", text)
    if day is None:
        return None
    if day < setting.today:
        setting.tell(f"Let op: {day} ligt in het verleden.")
    return day


def _complete(setting: Setting, item: FollowUp) -> FollowUp:
    """The item with who and when, asked of a person who did not say so yet."""
    if not setting.interactive or (item.who and item.due):
        return item
    setting.talk.screen.say(item.text)
    found = settle(setting.talk, item, known_people(setting.journal))
    if found is None:
        raise Stopped("Gestopt; er is niets gekozen.")
    return found


def pick_action(setting: Setting, groups: Sequence[Actions], number: str, who: str | None, due: str | None) -> Entry:
    """Keep the action with this number as an entry of its own; who and when are asked of a person who did not say."""
    item = FollowUp("follow_up", _text(groups, number), _name(who), _day(setting, due))
    return _keep(setting, _complete(setting, item))


def offer_actions(setting: Setting, groups: Sequence[Actions]) -> Entry | None:
    """Let the person pick an action, kept as an entry of its own; None when they don't."""
    item = pick(setting.talk, "Een actie kiezen?", choices(groups), known_people(setting.journal))
    return _keep(setting, item) if item else None


def _keep(setting: Setting, item: FollowUp) -> Entry:
    day, minute = setting.now
    return save(setting, Entry("", day, minute, CHECKLIST, TITLE, follow_ups=(item,)))


def see_picked(journal: Journal, today: date) -> tuple[tuple[Item, ...], list[Problem]]:
    """The actions that were picked before, and what became of them."""
    entries, problems = journal.read(marks=MARKS)
    return picked(entries, today), problems


def tell_effect(setting: Setting, ref: str, effect: str | None) -> None:
    """Say of a picked action that it was tried, and what it did."""
    entry = find_item(setting, ref)[0]
    if entry.checklist not in PICKED:
        raise UsageError(f"{ref} is geen gekozen actie. Een andere afspraak vink je af met: leerlog done {ref}.")
    finish_item(setting, ref, effect, None)
