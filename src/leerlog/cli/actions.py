"""What can be done for learning at work: looked at, picked, tried."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from leerlog.app.saving import report, save
from leerlog.app.setting import Setting
from leerlog.cli import options
from leerlog.domain.entry import Entry, FollowUp, bad_character, one_line
from leerlog.errors import Stopped, UsageError
from leerlog.library.content import load_actions
from leerlog.render.pages.actions import actions_page, tried_page
from leerlog.reports.actions import PICKED, Actions, choices, choose, number_actions, picked

CHECKLIST, TITLE = "actions", "Actie"
MARKS = tuple(f"checklist={name}" for name in PICKED)

About = Annotated[
    str | None,
    typer.Argument(metavar="[NIVEAU]", help="individueel, team of organisatie; of een factor, zoals feedback."),
]
Pick = Annotated[str | None, typer.Option("--pick", metavar="NUMMER", help="Kies deze actie; zij komt in je agenda.")]
Who = Annotated[str | None, typer.Option("--who", metavar="NAAM", help="Wie het gaat doen, bij --pick.")]
Due = Annotated[str | None, typer.Option("--due", metavar="DATUM", help="Voor wanneer, bij --pick: 2 weken, 7 dec.")]
Tried = Annotated[
    str | None,
    typer.Option("--tried", metavar="[REF]", help="Deze actie is geprobeerd; zonder REF zie je wat je eerder koos."),
]
Effect = Annotated[str | None, typer.Option("--effect", metavar="TEKST", help="Wat de actie deed, bij --tried REF.")]


def actions(
    context: typer.Context,
    level: About = None,
    pick: Pick = None,
    who: Who = None,
    due: Due = None,
    tried: Tried = None,
    effect: Effect = None,
    as_json: options.AsJson = False,
) -> None:
    """Kies een actie die leren op het werk helpt, en kijk later wat het opleverde."""
    setting: Setting = context.obj
    _refuse_mix(level, pick, who, due, tried, effect)
    if tried is not None:
        _tried(context, tried, effect)
        return
    groups = _groups(setting, level)
    if pick is not None:
        item = FollowUp("follow_up", _text(groups, pick), _name(who), _day(setting, due))
        _save(setting, _complete(setting, item), as_json)
        return
    setting.show(actions_page(groups))
    if setting.interactive:
        _offer(setting, groups)


def _refuse_mix(
    level: str | None, pick: str | None, who: str | None, due: str | None, tried: str | None, effect: str | None
) -> None:
    if tried is not None and any(word is not None for word in (level, pick, who, due)):
        raise UsageError("bij --tried hoort alleen --effect. Kiezen en terugkijken gaan niet tegelijk.")
    if effect is not None and not tried:
        raise UsageError('van welke actie is dat het effect? Schrijf: leerlog actions --tried REF --effect "…".')
    if pick is None and (who is not None or due is not None):
        raise UsageError("--who en --due horen bij --pick NUMMER; leerlog actions toont de nummers.")


def _groups(setting: Setting, word: str | None) -> tuple[Actions, ...]:
    """The factors that were asked for, all when none were; of a near miss the person is asked whether it was meant."""
    groups = number_actions(load_actions()[0])
    if word is None:
        return groups
    found, near = choose(groups, word)
    if found:
        return found
    if len(near) == 1 and setting.interactive:
        from leerlog.dialogue.ask import yes_no
        from leerlog.dialogue.readers import open_talk

        if yes_no(open_talk(setting.today, setting.plain), f"Bedoel je {near[0]}?"):
            return choose(groups, near[0])[0]
    *others, last = near or ("",)
    mean = f" Bedoel je {', '.join(others)}{' of ' if others else ''}{last}?" if near else ""
    known = "Kies uit individueel, team of organisatie; leerlog actions toont ook de factoren."
    raise UsageError(f"'{word}' is geen niveau of factor.{mean} {known}")


def _text(groups: Sequence[Actions], number: str) -> str:
    """The words of the action with this number."""
    known = choices(groups)
    word = number.strip().rstrip(".")
    if not (word.isascii() and word.isdigit() and int(word) in known):
        raise UsageError(f"'{number}' is geen actie. Kies een nummer van {min(known)} tot en met {max(known)}.")
    return known[int(word)]


def _name(who: str | None) -> str:
    if wrong := bad_character(who or "", "--who"):
        raise UsageError(f"{wrong}.")
    return one_line(who or "")


def _day(setting: Setting, text: str | None) -> date | None:
    """The day that `--due` names."""
    day = options.day_of(setting, "--due", text)
    if day is None:
        return None
    if day < setting.today:
        setting.tell(f"Let op: {day} ligt in het verleden.")
    return day


def _complete(setting: Setting, item: FollowUp) -> FollowUp:
    """The item with who and when, asked of a person who did not say so yet."""
    if not setting.interactive or (item.who and item.due):
        return item
    from leerlog.cli.weak_spots import known_people
    from leerlog.dialogue.pick import settle
    from leerlog.dialogue.readers import open_talk

    talk = open_talk(setting.today, setting.plain)
    talk.screen.say(item.text)
    found = settle(talk, item, known_people(setting))
    if found is None:
        raise Stopped("Gestopt; er is niets gekozen.")
    return found


def _offer(setting: Setting, groups: Sequence[Actions]) -> None:
    from leerlog.cli.weak_spots import known_people
    from leerlog.dialogue.pick import pick
    from leerlog.dialogue.readers import open_talk

    item = pick(open_talk(setting.today, setting.plain), "Een actie kiezen?", choices(groups), known_people(setting))
    if item:
        _save(setting, item, as_json=False)


def _save(setting: Setting, item: FollowUp, as_json: bool) -> None:
    """Keep a picked action as an entry of its own."""
    day, minute = setting.now
    saved = save(setting, Entry("", day, minute, CHECKLIST, TITLE, follow_ups=(item,)))
    report(setting, saved, as_json)
    if not as_json:
        setting.say(f'Geprobeerd? leerlog actions --tried {saved.id} --effect "…"')


def _tried(context: typer.Context, ref: str, effect: str | None) -> None:
    """Show what was picked, or say of one action that it was tried."""
    setting: Setting = context.obj
    if not ref:
        entries, problems = setting.journal.read(marks=MARKS)
        setting.show(tried_page(picked(entries, setting.today), setting.today))
        setting.warn(problems)
        return
    from leerlog.app.finding import find_item
    from leerlog.cli.done import done

    entry = find_item(setting, ref)[0]
    if entry.checklist not in PICKED:
        raise UsageError(f"{ref} is geen gekozen actie. Een andere afspraak vink je af met: leerlog done {ref}.")
    done(context, ref, effect)
