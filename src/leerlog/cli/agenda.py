"""What was agreed and what can be done: seen, added to, moved, ticked, tried, taken along to a calendar."""

import re
from datetime import UTC, datetime
from typing import Annotated

import typer

from leerlog.app.actions import find_actions, offer_actions, pick_action, see_picked, tell_effect
from leerlog.app.agenda import add_item, finish_item, move_item, open_again, see_agenda, see_calendar
from leerlog.app.courses import open_windows
from leerlog.app.saving import report
from leerlog.app.setting import Setting
from leerlog.cli.options import AsJson, On, WhichItem, refuse_two, takes
from leerlog.cli.out import Forms, Out, What
from leerlog.documents.agenda import actions_document, agenda_document, tried_document
from leerlog.domain.agenda import LONG_DAYS
from leerlog.domain.dates import count, long_date
from leerlog.domain.entry import Entry
from leerlog.domain.text import shown
from leerlog.errors import UsageError
from leerlog.render.calendar import calendar_bytes
from leerlog.render.data import agenda_json
from leerlog.render.draw import in_form
from leerlog.render.entry_json import entry_json
from leerlog.reports.agenda import long_overdue

_WHOLE_REF = re.compile(r"(?:[0-9a-z]{8}|laatste)[./-][0-9]{1,4}", re.IGNORECASE)
AGENDA = What("Je agenda", "hem")
WEEKLY = ("weekly", "wekelijks", "elke week")


@takes
def agenda(
    setting: Setting,
    *,
    add: Annotated[
        str | None,
        typer.Option(
            "--add",
            metavar="[TEKST]",
            help="Zet er iets bij. Wie en wanneer mogen in de tekst. Zonder tekst vraagt leerlog het.",
        ),
    ] = None,
    who: Annotated[str | None, typer.Option("--who", metavar="NAAM", help="Bij --add: wie het doet.")] = None,
    due: Annotated[
        str | None,
        typer.Option("--due", metavar="DATUM", help="Bij --add: voor wanneer, zoals vrijdag, 2 weken of 7 dec."),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="SOORT", help="Bij --add: afspraak, belemmering of vraag. Anders een afspraak."),
    ] = None,
    course: Annotated[
        str | None, typer.Option("--course", metavar="NAAM", help="Bij --add: bij welk leertraject het hoort.")
    ] = None,
    move: Annotated[
        tuple[str, str] | None,
        typer.Option("--move", metavar="REF DATUM", help="Zet iets op een andere dag: --move a2k3f9q2.1 vrijdag."),
    ] = None,
    late: Annotated[
        bool, typer.Option("--late", help=f"Toon alleen wat langer dan {LONG_DAYS} dagen over tijd is.")
    ] = False,
    reminder: Annotated[
        str | None,
        typer.Option(
            "--reminder",
            metavar="weekly",
            help="Bij --format ics: ook elke week de vraag van de dag, en de dagen van de methode.",
        ),
    ] = None,
    out: Annotated[Out, Forms("xlsx", "json", "ics", alias=True)],
) -> None:
    """Zie je afspraken, belemmeringen en vragen.

    Wat over tijd is, staat bovenaan. Zet er iets bij met --add, of op een andere dag met --move.
    """
    refuse_two({"--add": add, "--move": move, "--format ics": out.form == "ics"})
    refuse_two({"--add": add, "--move": move, "--output": out.output})
    refuse_two({"--add": add, "--move": move, "--late": late})
    refuse_two({"--late": late, "--format ics": out.form == "ics"})
    _refuse_without("--add", add, {"--who": who, "--due": due, "--kind": kind, "--course": course})
    if reminder is not None and out.form != "ics":
        raise UsageError("--reminder hoort bij --format ics. Schrijf: leerlog agenda --format ics --reminder weekly")
    if reminder is not None and reminder.strip().lower() not in WEEKLY:
        raise UsageError(f"--reminder {shown(reminder)} ken ik niet. Schrijf: --reminder weekly")
    if add is not None:
        _report(setting, "Bewaard als", *add_item(setting, add, who, due, kind, course), out)
    elif move is not None:
        _report(setting, "Verzet:", *move_item(setting, *move), out)
    elif out.form == "ics":
        _send_calendar(setting, out, reminders=reminder is not None)
    else:
        _show(setting, out, late=late)


def _refuse_without(needed: str, there: object, given: dict[str, object]) -> None:
    """Stop when an option misses the one that it belongs to."""
    for name, value in given.items():
        if value is not None and there is None:
            raise UsageError(f"{name} hoort bij {needed}. Zie leerlog agenda --help.")


def _report(setting: Setting, done: str, entry: Entry, number: int, out: Out) -> None:
    """Say what was done with an item: its ref, what, who and when."""
    item = entry.follow_ups[number - 1]
    parts = [f"{done} {entry.id}.{number}", item.text, item.who, f"voor {long_date(item.due)}" if item.due else ""]
    setting.confirm(" · ".join(part for part in parts if part), entry_json(entry) if out.form else None)
    if item.due and item.due < setting.today:
        setting.tell("Let op: die dag is al voorbij.")


def _show(setting: Setting, out: Out, *, late: bool) -> None:
    built, problems = see_agenda(setting.journal, setting.today)
    if late:
        built = long_overdue(built)
    if out.form == "json":
        out.send(setting, agenda_json(built, problems) + "\n", AGENDA)
    elif out.form:
        out.send(setting, in_form(agenda_document(built, late=True), out.form), AGENDA)
    else:
        windows = () if late else open_windows(setting.journal, setting.today, setting.rules)
        setting.show(agenda_document(built, windows, late=late))
    setting.warn(problems)


def _send_calendar(setting: Setting, out: Out, *, reminders: bool) -> None:
    """Write the open items with a date as iCalendar, to stdout or to a file of the person's own."""
    calendar, problems = see_calendar(setting, reminders=reminders)
    number = len(calendar.events)
    told = f"{count(number, 'afspraak', 'afspraken')} met een datum"
    if calendar.occasions:
        told += f" en {count(len(calendar.occasions), 'herinnering', 'herinneringen')}"
        number += len(calendar.occasions)
    what = What(told, "hem") if number == 1 else What(told, "ze", "staan")
    out.send(setting, calendar_bytes(calendar, datetime.combine(*setting.now).astimezone(UTC)), what)
    if calendar.undated:
        setting.tell(f"{count(calendar.undated, 'afspraak', 'afspraken')} zonder datum: niet in je agenda.")
    setting.warn(problems)


@takes
def done(
    setting: Setting,
    *,
    ref: WhichItem = None,
    result: Annotated[
        str | None,
        typer.Option(
            "--result", metavar="TEKST", help="Wat ervan kwam, ook in plaats van wat er staat; zie leerlog review."
        ),
    ] = None,
    dropped: Annotated[
        str | None,
        typer.Option("--dropped", metavar="[WAAROM]", help="Het gaat niet door; zet erachter waarom, als je wilt."),
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Zet iets wat afgevinkt was weer open.")] = False,
    on: On = None,
) -> None:
    """Vink een afspraak, belemmering of vraag af.

    Daarna kun je erbij zetten wat ervan kwam. Wat niet doorgaat, zet je op vervallen met --dropped.
    """
    if ref is None and dropped and _WHOLE_REF.fullmatch(dropped.strip()):
        ref, dropped = dropped, ""  # --dropped a2k3f9q2.1
    refuse_two({"--result": result is not None, "--dropped": dropped is not None, "--undo": undo})
    refuse_two({"--undo": undo, "--on": on is not None})
    if undo:
        open_again(setting, ref)
    else:
        finish_item(setting, ref, result, on, dropped)


@takes
def actions(
    setting: Setting,
    *,
    level: Annotated[
        str | None,
        typer.Argument(metavar="[NIVEAU]", help="individueel, team of organisatie; of een factor, zoals feedback."),
    ] = None,
    pick: Annotated[
        str | None, typer.Option("--pick", metavar="NUMMER", help="Kies deze actie; zij komt in je agenda.")
    ] = None,
    who: Annotated[str | None, typer.Option("--who", metavar="NAAM", help="Wie het gaat doen, bij --pick.")] = None,
    due: Annotated[
        str | None, typer.Option("--due", metavar="DATUM", help="Voor wanneer, bij --pick: 2 weken, 7 dec.")
    ] = None,
    tried: Annotated[
        str | None,
        typer.Option(
            "--tried", metavar="[REF]", help="Deze actie is geprobeerd; zonder REF zie je wat je eerder koos."
        ),
    ] = None,
    effect: Annotated[
        str | None, typer.Option("--effect", metavar="TEKST", help="Wat de actie deed, bij --tried REF.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Kies een actie die leren op het werk helpt, en kijk later wat het opleverde."""
    if tried is not None and any(word is not None for word in (level, pick, who, due)):
        raise UsageError("bij --tried hoort alleen --effect. Kiezen en terugkijken gaan niet tegelijk.")
    if effect is not None and not tried:
        raise UsageError('van welke actie is dat het effect? Schrijf: leerlog actions --tried REF --effect "…".')
    if pick is None and (who is not None or due is not None):
        raise UsageError("--who en --due horen bij --pick NUMMER; leerlog actions toont de nummers.")
    if tried:
        tell_effect(setting, tried, effect)
    elif tried is not None:
        _show_picked(setting)
    elif pick is not None:
        _report_picked(setting, pick_action(setting, find_actions(setting, level), pick, who, due), as_json)
    else:
        _show_actions(setting, level)


def _show_actions(setting: Setting, level: str | None) -> None:
    groups = find_actions(setting, level)
    setting.show(actions_document(groups))
    if setting.interactive and (picked := offer_actions(setting, groups)):
        _report_picked(setting, picked, as_json=False)


def _report_picked(setting: Setting, picked: Entry, as_json: bool) -> None:
    report(setting, picked, as_json)
    if not as_json:
        setting.say(f'Geprobeerd? leerlog actions --tried {picked.id} --effect "…"')


def _show_picked(setting: Setting) -> None:
    found, problems = see_picked(setting.journal, setting.today)
    setting.show(tried_document(found, setting.today))
    setting.warn(problems)
