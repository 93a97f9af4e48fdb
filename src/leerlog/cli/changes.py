"""Changing what is there: taken back, taken out, edited."""

from collections.abc import Sequence
from typing import Annotated

import typer

from leerlog.app.changing import Given, change_entry, edit_in_editor, look_at, remove
from leerlog.app.choosing import which_entry, which_name
from leerlog.app.importing import READ_IN
from leerlog.app.merging import MERGED
from leerlog.app.renaming import CALLED, RENAMED, look_up_name, months_of, names_of, plan, read_kind, read_new
from leerlog.app.renaming import rename as rename_all
from leerlog.app.setting import Setting
from leerlog.app.undoing import (
    NEW_NOTES,
    choose_change,
    entries_of,
    find_change,
    past_changes,
    take_back,
    taken_back,
    wrote_since,
)
from leerlog.cli.console import INPUT, agreed, input_text
from leerlog.cli.options import AsJson, Ref, takes
from leerlog.cli.out import Forms, Out
from leerlog.dialogue.ask import ask_name
from leerlog.documents.entries import entry_document, fields_of
from leerlog.documents.history import history_document, renaming_document, undo_document
from leerlog.domain.dates import clock, count, long_date
from leerlog.domain.entry import Entry
from leerlog.domain.text import in_quotes, shorten
from leerlog.errors import UsageError
from leerlog.journal.history import COPIES
from leerlog.render.data import history_json
from leerlog.render.entry_json import entry_json
from leerlog.reports.gist import in_full, one_line

Yes = Annotated[bool, typer.Option("--yes", help="Zonder eerst te vragen.")]


@takes
def delete(
    setting: Setting,
    *,
    refs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID…]", help="De id, het begin ervan, of 'laatste'; mag vaker. Zonder id kies je uit een lijst."
        ),
    ] = None,
    forever: Annotated[
        bool, typer.Option("--forever", help="Voorgoed: ook uit de geschiedenis, zodat undo haar niet terughaalt.")
    ] = False,
    yes: Yes = False,
) -> None:
    """Haal een notitie weg.

    Je ziet eerst wat er weggaat en wat erop voortbouwt. Met leerlog undo komt ze terug.
    """
    chosen = [which_entry(setting, ref, "delete") for ref in (refs or (None,))]
    entries = {entry.id: entry for entry in chosen}
    going = look_at(setting, list(entries.values()))
    for each in going:
        setting.show(entry_document(in_full(each.entry, setting.rules), setting.today))
        for line in (*_results(setting, each.results), *each.told):
            setting.tell(line)
    if not agreed(setting, "Voorgoed weghalen?" if forever else "Weghalen?", yes=yes):
        return
    remove(setting, going, forever=forever)
    ids = ", ".join(entries)
    setting.confirm(f"Voorgoed weggehaald: {ids}" if forever else f"Weggehaald: {ids}. Terughalen: leerlog undo")


def _results(setting: Setting, results: Sequence[Entry]) -> list[str]:
    """What builds on a note, by its day and first words."""
    if not results:
        return ["Op deze notitie bouwt niets."]
    named = [f"  {each.id}  {long_date(each.date)}  {shorten(one_line(each, setting.rules), 60)}" for each in results]
    return ["Hierop bouwt, en dat verband gaat mee weg:", *named]


@takes
def edit(
    setting: Setting,
    *,
    ref: Ref = None,
    value: Annotated[
        str | None, typer.Option("--value", metavar="NIVEAU", help="1 tot en met 5, of de naam; 'geen' haalt weg.")
    ] = None,
    course: Annotated[
        str | None, typer.Option("--course", metavar="NAAM", help="Bij welk leertraject het hoort.")
    ] = None,
    people: Annotated[
        list[str] | None, typer.Option("--with", metavar="NAMEN", help="Wie erbij waren, in plaats van wie er staan.")
    ] = None,
    tag: Annotated[
        list[str] | None, typer.Option("--tag", metavar="WOORD", help="De trefwoorden, in plaats van die er staan.")
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATUM", help="Op welke dag het was: gisteren, 12 jan, 2026-11-20.")
    ] = None,
    share: Annotated[
        list[str] | None, typer.Option("--share", metavar="MET", help="Deel haar ook met: team, leidinggevende.")
    ] = None,
    unshare: Annotated[
        str | None, typer.Option("--unshare", metavar="[MET]", help="Deel haar niet meer; zonder MET met niemand.")
    ] = None,
    builds_on: Annotated[
        list[str] | None,
        typer.Option("--builds-on", metavar="ID", help="Waar ze op voortbouwt, in plaats van wat er staat."),
    ] = None,
    text: Annotated[
        str | None, typer.Option("--text", metavar="TEKST", help="Een andere tekst; - leest van de invoer.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Verander een notitie, in je eigen editor.

    Met een optie verander je één ding, zonder editor. Met niets achter het = haal je het weg: --course="". Staat de
    notitie dan in een andere maand, dan verhuist ze; haar id blijft.
    """
    given = Given(value, course, people, tag, on, share, unshare, builds_on, text)
    before = which_entry(setting, ref, "edit")
    if given == Given():
        after = edit_in_editor(setting, before) or before
    else:
        if text == INPUT:
            given = given._replace(text=input_text(setting))
        after = change_entry(setting, before, given)
    same = after._replace(line=0) == before._replace(line=0)
    said = "Er is niets veranderd." if same else f"Gewijzigd: {after.id}. Terughalen: leerlog undo"
    if as_json:
        setting.confirm(said, entry_json(after))
    else:
        setting.confirm("\n".join([said, *_differences(before, after)]))


def _differences(before: Entry, after: Entry) -> list[str]:
    """What is said of it now beside its text, where that was something else."""
    was, now = ({"Wanneer": _when(entry), **fields_of(entry)} for entry in (before, after))
    return [
        f"{name}: {now[name] or 'geen'} (was {was[name] or 'geen'})"
        for name in now
        if name != "Bestand" and was[name] != now[name]
    ]


def _when(entry: Entry) -> str:
    return ", ".join(filter(None, (long_date(entry.date), clock(entry.time))))


@takes
def rename(
    setting: Setting,
    *,
    what: Annotated[str | None, typer.Argument(metavar="[WAT]", help="Wat je hernoemt: course, tag of person.")] = None,
    old: Annotated[
        str | None, typer.Argument(metavar="[OUD]", help="Hoe het nu heet. Zonder naam kies je uit een lijst.")
    ] = None,
    new: Annotated[str | None, typer.Argument(metavar="[NIEUW]", help="Hoe het moet heten.")] = None,
    yes: Yes = False,
) -> None:
    """Geef een leertraject, trefwoord of persoon overal een andere naam.

    Ook bij afspraken en in concepten; in wat je zelf schreef blijft de naam staan. Je ziet eerst om welke maanden het
    gaat. Is de nieuwe naam er al, dan worden ze één.
    """
    kind = read_kind(what)
    if new is None and not setting.interactive and old is not None:
        raise UsageError(f"hoe moet {in_quotes(old)} heten? Schrijf: leerlog rename {kind} OUD NIEUW")
    names = names_of(setting, kind)
    old = which_name(setting, kind, names) if old is None else look_up_name(kind, old, names)
    if new is None:
        new = ask_name(setting.talk, "Hoe moet het heten?", "Enter: laat het zo")
        if not new:
            setting.tell("Er is niets veranderd.")
            return
    planned = plan(setting, kind, old, read_new(kind, new), names)
    waiting = len(planned.beside)
    setting.show(renaming_document(CALLED[kind], old, planned.new, months_of(planned), waiting, setting.today))
    for line in planned.shared:
        setting.tell(line)
    if planned.joins:
        had = "1 notitie" if planned.joins == 1 else f"{planned.joins} notities"
        setting.tell(f"{in_quotes(planned.new)} is er al, bij {had}. Samen worden ze één.")
    if not agreed(setting, "Samenvoegen?" if planned.joins else "Hernoemen?", yes=yes):
        return
    stay = rename_all(setting, planned)
    setting.confirm(f"Hernoemd: {old} heet nu {planned.new}. Terughalen: leerlog undo{_staying(stay)}")


@takes
def undo(
    setting: Setting,
    *,
    which: Annotated[
        str | None,
        typer.Argument(
            metavar="[WELKE]", help="Een nummer uit de lijst, of de id van een notitie. Zonder: de laatste wijziging."
        ),
    ] = None,
    list_: Annotated[
        bool, typer.Option("--list", help="Toon wat er veranderd is, het nieuwste bovenaan, om uit te kiezen.")
    ] = False,
    yes: Yes = False,
    out: Annotated[Out, Forms("json", alias=True)],
) -> None:
    """Haal je laatste wijziging terug.

    Je ziet eerst wat er terugkomt. Nog een keer haalt de wijziging ervoor terug; met een nummer kies je een andere.
    Het werkt voor inlezen, en voor alles wat verandert wat er al stond: weghalen, wijzigen, afvinken, wegen, verzetten,
    verbinden, hernoemen, bijwerken en samenvoegen.
    """
    if list_:
        if which is not None:
            raise UsageError("--list toont alle wijzigingen, en gaat niet samen met een nummer of een id.")
        which = _chosen_of_all(setting, out)
        if which is None:
            return
    elif out.form:
        raise UsageError("een vorm, met --format of --output, hoort bij --list: leerlog undo --list --format json.")
    _undo(setting, which, yes)


def _chosen_of_all(setting: Setting, out: Out) -> str | None:
    """Give the list of changes; the number of the one that a person at a terminal chooses of it."""
    found = past_changes(setting)
    if out.form:
        out.send(setting, history_json(found) + "\n")
        return None
    setting.show(history_document(found, setting.config.history_days, setting.today, setting.rules))
    return choose_change(setting, found) if setting.interactive else None


def _undo(setting: Setting, which: str | None, yes: bool) -> None:
    change, last = find_change(setting, which)
    mends = taken_back(change)
    setting.show(undo_document(change.on, change.what, mends, len(change.beside), setting.today, last=last))
    if which is None and wrote_since(setting, change):
        setting.tell(f"Je nieuwste notitie is van daarna. {NEW_NOTES}")
    if not agreed(setting, "Zo terughalen?", yes=yes):
        return
    stay = take_back(setting, change)
    ids = [entry.id for entry in entries_of(change)]
    if change.what == READ_IN:
        setting.confirm(f"Weer weg: {count(len(ids), 'notitie', 'notities')} van het {_act(change.what)}.")
        return
    are = "is" if len(ids) == 1 else "zijn"
    names = ", ".join(ids) or ("alles" if change.beside else "je maanden")
    said = f"{names} {are} weer zoals voor het {_act(change.what)}."
    if change.what == MERGED:
        said += f"\nDe kopie blijft in {setting.history.folder / COPIES}"
    setting.confirm(f"Teruggehaald: {said}{_staying(stay)}")


def _staying(drafts: int) -> str:
    """That so many drafts are as they were, as a line of its own; "" for none."""
    if not drafts:
        return ""
    are = "blijft zoals het nu is: daar" if drafts == 1 else "blijven zoals ze nu zijn: daar"
    return f"\n{count(drafts, 'concept', 'concepten')} {are} ging je intussen mee verder."


def _act(what: str) -> str:
    """What was done, as a noun."""
    return {
        "afgevinkt": "afvinken",
        "vervallen": "laten vervallen",
        "uitkomst erbij": "opschrijven van wat ervan kwam",
        "weer opengezet": "openzetten",
        "verzet": "verzetten",
        "gewogen": "wegen",
        "verbonden": "verbinden",
        "weggehaald": "weghalen",
        "bijgewerkt": "bijwerken",
        "aangevuld": "aanvullen",
        MERGED: "samenvoegen",
        READ_IN: "inlezen",
        RENAMED: "hernoemen",
    }.get(what, "wijzigen")
