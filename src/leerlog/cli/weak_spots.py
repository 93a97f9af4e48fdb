"""After HILL or the conditions: what the scores say, and something to do about what is low."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from leerlog.app.setting import Setting
from leerlog.cli.earlier import earlier_round
from leerlog.domain.dates import short_date
from leerlog.domain.entry import Entry, FollowUp
from leerlog.errors import LeerlogError, NotSaved
from leerlog.library.content import load_actions, load_checklist, load_principles
from leerlog.render.pages.scores import conditions_page, hill_page
from leerlog.reports import actions
from leerlog.reports.scores import Scores, build_scores, low, weakest

if TYPE_CHECKING:
    from leerlog.dialogue.talk import Talk
    from leerlog.render.page import Page

IDEA = "Wil je er een oppakken?"


def look(setting: Setting, talk: "Talk | None", entry: Entry) -> None:
    """Show the scores of a round and what can help where they are low; in a talk, offer to pick one of these."""
    checklist = load_checklist(entry.checklist, setting.own_content)
    scores = build_scores(entry, earlier_round(setting, entry), checklist.questions)
    page, choices = (_hill if entry.checklist == "hill" else _conditions)(scores)
    setting.say("")
    setting.show(page)
    if talk and choices:
        from leerlog.dialogue.pick import pick

        item = pick(talk, IDEA, choices, known_people(setting))
        if item:
            _add(setting, entry, item)


def _hill(scores: Scores) -> tuple["Page", Mapping[int, str]]:
    weak, alike = weakest(scores)
    advice = actions.ideas(weak, load_principles())
    return hill_page(scores, advice, alike), actions.choices(advice)


def _conditions(scores: Scores) -> tuple["Page", Mapping[int, str]]:
    factors, remedies = load_actions()
    advice = actions.remedies(low(scores), remedies, actions.number_actions(factors))
    return conditions_page(scores, advice), actions.choices(advice)


def known_people(setting: Setting) -> tuple[str, ...]:
    """The people of the journal, who were met last first."""
    entries: Sequence[Entry] = setting.journal.read(marks=("- Met: ",))[0]
    return tuple(dict.fromkeys(name for entry in reversed(entries) for name in entry.people))


def _add(setting: Setting, entry: Entry, item: FollowUp) -> None:
    """Put a follow-up in the round that led to it, and say so."""
    from leerlog.domain.items import item_line
    from leerlog.journal.additions import add_item

    try:
        # It tells which scores were low, so it goes no further than they do.
        item = item._replace(private=any(answer.private for answer in entry.answers))
        saved = setting.journal.change(entry, add_item(item))
    except LeerlogError as error:
        raise NotSaved(f"{error}\nJe notitie staat er; deze afspraak nog niet: {item_line(item)}") from error
    setting.confirm("In je agenda:")
    setting.say(f"  {short_date(item.due, entry.date) if item.due else '':>11}  {item.text}")
    setting.say(f"Gedaan? leerlog done {saved.id}.{len(saved.follow_ups)}")
