"""leerlog itself: its settings, the health of the journal, and a sample to look around in."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from leerlog.app.config import change_setting, in_force, known_key, show_setting
from leerlog.app.installing import install as put_in_place
from leerlog.app.installing import uninstall
from leerlog.app.merging import first_line, fold, merge_files, plan_merge
from leerlog.app.review import review_own
from leerlog.app.setting import Setting
from leerlog.app.typed import as_word, review_command
from leerlog.app.upkeep import check_journal, mend_journal, open_sample
from leerlog.cli.console import agreed
from leerlog.cli.options import refuse_two, takes
from leerlog.documents.journal import config_document, mending_document
from leerlog.documents.merging import COPIES, merging_document
from leerlog.documents.screen import screen_document
from leerlog.domain.dates import count
from leerlog.domain.entry import Mend
from leerlog.errors import UsageError
from leerlog.journal.mending import Health

FORGET = "forget"


@takes
def config(
    setting: Setting,
    *,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[INSTELLING [WAARDE]]",
            help="Wat je instelt, en waarop: name, window_days, minimum, history_days, plain of journal. "
            "Met standaard is het weer zoals eerst.",
        ),
    ] = None,
) -> None:
    """Zie je instellingen, of verander er een.

    Een leerlog erbij of eraf: leerlog config journal add NAAM MAP, en leerlog config journal remove NAAM. De map zelf
    blijft zoals hij is.

    Luister je met een schermlezer, dan maakt leerlog config plain ja van alles regels tekst, zoals --plain dat voor één
    keer doet.

    Wat je verandert, kun je met leerlog undo terughalen: zoveel dagen als history_days zegt. Het staat tot dan op deze
    computer, alleen voor jou leesbaar en niet versleuteld. leerlog config forget maakt die geschiedenis leeg.
    """
    if words == [FORGET]:
        from leerlog.app.undoing import forget

        forget(setting)
    elif not words:
        setting.show(config_document(*in_force(setting)))
    elif len(words) == 1:
        setting.say(show_setting(setting, known_key(words[0])))
    else:
        change_setting(setting, known_key(words[0]), words[1:])


@takes
def check(
    setting: Setting,
    *,
    fix: Annotated[
        bool, typer.Option("--fix", help="Schrijf notities zoals leerlog ze schrijft; je ziet eerst wat er verandert.")
    ] = False,
    merge: Annotated[
        bool,
        typer.Option("--merge", help="Voeg kopieën van maanden samen met hun maand; je ziet eerst wat er verandert."),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Bij --fix en --merge: zonder eerst te vragen.")] = False,
) -> None:
    """Lees het hele leerlog na en toon alles wat niet klopt.

    Een opmerking is iets wat anders geschreven is dan leerlog het doet. De notitie telt gewoon mee, maar gaat niet mee
    als je deelt, want er kan iets in staan wat je niet wilde delen. Met --fix schrijft leerlog haar zoals het hoort.

    Een kopie van een maand is wat OneDrive of een ander programma ernaast zet als je op twee plekken tegelijk schreef.
    Met --merge komt alles wat erin staat in de maand zelf, elke notitie één keer. Is een notitie op allebei de plekken
    gewijzigd, dan blijven beide.
    """
    refuse_two({"--fix": fix, "--merge": merge})
    if yes and not fix and not merge:
        raise UsageError("--yes hoort bij --fix of --merge.")
    if merge:
        _merge(setting, yes)
        return
    size, health = check_journal(setting.journal)
    if fix and _fixed(setting, health.mends, yes):
        size, health = check_journal(setting.journal)
    _tell(setting, size, health, fix)
    setting.end()
    if health.problems:
        raise typer.Exit(1)


def _tell(setting: Setting, number: int, health: Health, fix: bool) -> None:
    for problem in health.problems:
        setting.say(str(problem))
    for remark in health.remarks:
        setting.say(str(remark._replace(message=f"opmerking: {remark.message}")))
    size = count(number, "notitie", "notities")
    found = [count(len(health.problems), "probleem", "problemen")] if health.problems else []
    found += [count(len(health.remarks), "opmerking", "opmerkingen")] if health.remarks else []
    if found:
        setting.tell(f"{size} gelezen, {' en '.join(found)} gevonden.")
    else:
        setting.say(f"Alles klopt: {size} gelezen in {setting.journal.folder}.")
    if health.mends and not fix:
        what = count(len(health.mends), "notitie kan leerlog zelf", "notities kan leerlog zelf")
        setting.tell(f"{what} bijwerken: leerlog check --fix laat eerst zien hoe.")


def _fixed(setting: Setting, mends: Sequence[Mend], yes: bool) -> bool:
    """Show how these would be written, ask, and write them; whether it was done.

    Raises:
        UsageError: when it can't be asked.
    """
    if not mends:
        return False
    setting.show(mending_document(mends, setting.today))
    if not agreed(setting, "Zo opschrijven?", yes=yes):
        return False
    mend_journal(setting.journal, mends)
    setting.say(f"Bijgewerkt: {count(len(mends), 'notitie', 'notities')}.")
    return True


def _merge(setting: Setting, yes: bool) -> None:
    """Show what folding the copies of months will do, ask, and do it.

    Raises:
        UsageError: when it can't be asked.
    """
    plan = plan_merge(setting)
    for problem in plan.left:
        setting.say(str(problem))
    if plan.folded:
        setting.show(merging_document(plan.folded, setting.today, setting.rules))
        if agreed(setting, "Zo samenvoegen?", yes=yes):
            kept = fold(setting, plan)
            changed = any(before != after for before, after, _ in plan.made.values())
            back = " Terughalen: leerlog undo" if changed else ""
            moved = "\n".join(f"De kopie staat nu in {path}" for path in kept)
            setting.confirm(f"Samengevoegd: {count(len(plan.folded), *COPIES)}.{back}\n{moved}")
    elif not plan.left:
        setting.say("Er zijn geen kopieën van maanden.")
    setting.end()
    if plan.left:
        raise typer.Exit(1)


@takes
def merge_driver(
    setting: Setting,
    *,
    base: Annotated[str, typer.Argument(metavar="BASIS", help="Het bestand waar beide van komen; git zegt %O.")],
    ours: Annotated[str, typer.Argument(metavar="ONS", help="Ons bestand, waar het in komt; git zegt %A.")],
    theirs: Annotated[str, typer.Argument(metavar="HUN", help="Het andere bestand; git zegt %B.")],
) -> None:
    """Voeg voor git twee versies van een maand samen.

    Je roept dit niet zelf aan: git doet het, als je het zo instelt. De handleiding zegt hoe, onder Ik werk op twee
    laptops.
    """
    merged = merge_files(Path(base), Path(ours), Path(theirs))
    for one, other in merged.both:
        setting.tell(f"Op allebei de plekken gewijzigd, dus beide staan er: {first_line(one)}; {first_line(other)}")
    for block in merged.kept:
        setting.tell(f"Op de ene plek gewijzigd en op de andere weggehaald, dus zij blijft: {first_line(block)}")


@takes
def install(
    setting: Setting,
    *,
    undo: Annotated[bool, typer.Option("--undo", help="Haal het weer weg. Wat je schreef, blijft staan.")] = False,
) -> None:
    """Zet het programma zonder Python op zijn plek.

    Het komt bij je eigen programma's, daar zijn geen rechten voor nodig. Daarna start je het vanuit het menu, of typ je
    leerlog in een nieuw venster.
    """
    (uninstall if undo else put_in_place)(setting)


@takes
def demo(setting: Setting) -> None:
    """Zie een voorbeeld, met de terugblik op een kwartaal.

    Het staat in een tijdelijke map; je eigen leerlog blijft zoals het is.
    """
    period = open_sample(setting)
    built, _ = review_own(setting.journal, period, setting.today, setting.rules)
    setting.show(screen_document(built, review_command(setting, period)))
    folder = as_word(str(setting.journal.folder))
    setting.tell(f"Dit is een voorbeeld, van niemand. Kijk zelf verder: leerlog --journal {folder}")
