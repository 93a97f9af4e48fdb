"""Share what is marked for others: shown first, and only then written to a file."""

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from leerlog import files
from leerlog.app.setting import Setting
from leerlog.cli import options
from leerlog.cli.staying import tell_stays
from leerlog.domain.dates import count
from leerlog.domain.entry import AUDIENCES, Entry, Problem, bad_character, names, one_line
from leerlog.domain.period import Period, as_typed
from leerlog.domain.share import TO, Share, marked, staying
from leerlog.errors import NotSaved, UsageError
from leerlog.journal import share_log
from leerlog.journal.leaving import leave
from leerlog.journal.shares import read_head, read_share, share_text
from leerlog.journal.text import FORMAT


def share(
    context: typer.Context,
    to: Annotated[str | None, typer.Option("--to", metavar="MET", help="Met wie: team of leidinggevende.")] = None,
    period_: options.Words = None,
    week: options.Week = None,
    month: options.Month = None,
    quarter: options.Quarter = None,
    year: options.Year = None,
    from_: options.From = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATUM", help="Tot en met deze dag, deze maand of dit jaar.")
    ] = None,
    last: options.Last = None,
    all_: options.All = False,
    as_: Annotated[
        str | None, typer.Option("--as", metavar="ROL", help="Onder een rol, zoals adviseur, in plaats van je naam.")
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", metavar="BESTAND", help="Naar dit bestand, in plaats van een in deze map.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Vervang het bestand als het er al is.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Deel zonder eerst te vragen.")] = False,
    include: Annotated[
        list[str] | None,
        typer.Option(
            "--include", metavar="ID", help="Deel ook deze notitie die anders hier blijft; je ziet haar eerst helemaal."
        ),
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="Toon wat je eerder deelde, wanneer en met wie.")] = False,
) -> None:
    """Deel wat je daarvoor hebt aangewezen, in een bestand dat je zelf verstuurt.

    Je ziet eerst precies wat meegaat. Wat privé is blijft hier, ook namen bij Met en trefwoorden.

    Zonder periode: dit kwartaal.
    """
    setting: Setting = context.obj
    if list_:
        show_list(setting)
        return
    audience = _audience(to)
    # Here --to says with whom.
    given = options.PeriodOptions(period_, week, month, quarter, year, from_, until, last, all_, "--until")
    period = given.resolve(setting, "quarter")
    if not (yes or setting.interactive):
        raise UsageError("delen vraagt eerst of het zo goed is, en dat kan hier niet. Zet er --yes bij om te delen.")
    by = _name(setting, as_)
    empty = Share(by, audience, period, _now(setting), share_log.writer_mark(setting.state, by))
    made = _gather(setting, empty, names(",".join(include or ())))
    path = Path(output) if output else Path(_file_name(made))
    _hand_over(setting, made, path, force, yes)


def _audience(to: str | None) -> str:
    word = (to or "").strip().lower()
    if word not in AUDIENCES:
        said = f"met '{to}' kan ik niet delen." if to else "met wie wil je delen?"
        raise UsageError(f"{said} Kies uit: {' of '.join(f'--to {name}' for name in AUDIENCES)}.")
    return word


def _name(setting: Setting, role: str | None) -> str:
    name = one_line(role if role is not None else setting.config.name)
    if not name:
        raise UsageError(
            "onder welke naam deel je? Zet je naam in je instellingen: leerlog config name Anja. "
            "Of noem een rol: --as adviseur."
        )
    if len(name) > 100 or bad_character(name):
        raise UsageError("deze naam kan ik niet gebruiken. Houd het bij honderd gewone tekens.")
    return name


def _now(setting: Setting) -> str:
    day, minute = setting.now
    return f"{day.isoformat()}T{minute:%H:%M}"


def _gather(setting: Setting, empty: Share, refs: Sequence[str]) -> Share:
    """The share with its entries; those that stay at home are named.

    refs: which entries go along in spite of a doubt.

    Raises:
        UnknownId: when there is no such entry.
        UsageError: when it is not of this period, or not marked for this audience.
    """
    journal = setting.journal
    entries, problems = journal.read(empty.period)
    setting.end()  # what can't be read would count as withdrawn
    chosen = {_chosen(setting, ref, entries, empty) for ref in refs}
    left, stays = leave(journal, entries, problems, empty.to)
    included = frozenset(each.entry.id for each in stays if each.entry.id in chosen)
    if included:
        left, stays = leave(journal, entries, problems, empty.to, include=included)
    tell_stays(setting, stays, include=True)
    return empty._replace(entries=left, included=included)


def _chosen(setting: Setting, ref: str, entries: Iterable[Entry], empty: Share) -> str:
    """The id of an entry to include."""
    found = setting.journal.find(ref)
    if found.id not in {entry.id for entry in entries if marked(entry, empty.to)}:
        raise UsageError(
            f"notitie {found.id} kan niet mee: je deelt haar niet met {TO[empty.to]}, of ze valt buiten deze periode."
        )
    return found.id


def _hand_over(setting: Setting, made: Share, path: Path, force: bool, yes: bool) -> None:
    from leerlog.render import words
    from leerlog.render.pages.share import share_page

    earlier = _earlier(setting, path, made, force)
    if not made.entries and earlier is None:
        setting.say(f"In deze periode deel je niets met {TO[made.to]}, dus er gaat niets weg.")
        setting.say(words.how_to_share(made.to))
        return
    withdrawn = _withdrawn(setting, made, path, earlier or set(), force=force or not yes)
    before = setting.journal.read(made.period)[0]
    setting.show(share_page(made, staying(before, made.entries), setting.today, withdrawn))
    if not yes and not _agreed(setting, made):
        setting.tell("Er is niets gedeeld.")
        return
    _write(path, share_text(made), force or earlier is not None)
    setting.confirm(f"Gedeeld: {count(len(made.entries), 'notitie', 'notities')} in {path}")
    if withdrawn:
        setting.say(f"Ingetrokken: {words.taken_out(withdrawn)}.")
        setting.say("Stuur het nieuwe bestand aan wie het oude heeft.")
    try:
        share_log.note(setting.state, made, path.absolute())
    except NotSaved as error:
        setting.tell(f"Let op: het staat niet in leerlog share --list: {error}")


def _withdrawn(setting: Setting, made: Share, path: Path, earlier: set[str], *, force: bool) -> int:
    """How many of the entries in the file are in it no longer.

    Raises:
        UsageError: when it is all of them, which may well be a slip, as with another journal.
    """
    gone = earlier - {entry.id for entry in made.entries}
    if gone and gone == earlier and not force:
        raise UsageError(
            f"van {count(len(gone), 'notitie', 'notities')} in {path} zou niets overblijven. "
            f"Je deelt nu uit {setting.journal.folder}; klopt dat? Zet er dan --force bij."
        )
    return len(gone)


def _agreed(setting: Setting, made: Share) -> bool:
    from leerlog.dialogue.ask import yes_no

    return yes_no(setting.talk, f"Dit zo delen met {TO[made.to]}?", default=False)


def _earlier(setting: Setting, path: Path, made: Share, force: bool) -> set[str] | None:
    """The ids in the file that this share takes the place of; None when there is no such file.

    Raises:
        UsageError: when something else stands there.
    """
    if files.real(path).parent == files.real(setting.journal.folder):
        raise UsageError(f"{path} staat in de map van je leerlog zelf. Kies een andere plek.")
    if not os.path.lexists(path):
        return None
    if not files.is_file(path):
        raise UsageError(f"{path} is een map of iets anders dan een bestand. Kies een andere naam.")
    found = read_head(_head(path))
    if found and (found[0].writer, found[0].to) == (made.writer, made.to):
        old = read_share(path)[0]
        return {entry.id for entry in old.entries} if old else set()
    if found is None and _head(path).lstrip(b"\xef\xbb\xbf").startswith(FORMAT.encode()):
        raise UsageError(f"{path} is een maand van een leerlog; die overschrijf ik nooit. Kies een andere naam.")
    if not force:
        whose = "is van iemand anders, of voor anderen bedoeld" if found else "is er al"
        raise UsageError(f"{path} {whose}. Vervang het met --force, of kies een andere naam met --output.")
    return None


def _head(path: Path) -> bytes:
    try:
        return files.contents(path, 4096)
    except OSError as error:
        raise NotSaved(f"ik kan {path} niet lezen: {files.reason(error, reading=True)}.") from error


def _write(path: Path, text: str, replace: bool) -> None:
    try:
        files.write(path, text.encode("utf-8", "replace"), new=not replace, private=True)
    except FileExistsError:
        raise UsageError(f"{path} is er al. Vervang het met --force, of kies een andere naam met --output.") from None


def _file_name(made: Share) -> str:
    name = re.sub(r"[^\w]+", "-", made.by.lower()).strip("-_")[:40] or "gedeeld"
    audience = "" if made.to == "team" else f"-{made.to}"
    return f"leerlog-{name}-{_slug(made.period)}{audience}.md"


def _slug(period: Period) -> str:
    if period.kind == "all":
        return "alles"
    return as_typed(period) or f"{period.start.isoformat()}-{period.end.isoformat()}"


def show_list(setting: Setting) -> None:
    """Show what was shared before."""
    from datetime import date

    from leerlog.render.pages.share import Sent, shares_page

    found, problems = share_log.shared(setting.state)
    rows = []
    for at, (each, gone) in enumerate(zip(found, share_log.withdrawn(found), strict=True)):
        try:
            period = Period(date.fromisoformat(each.start), date.fromisoformat(each.end), "")
            day = date.fromisoformat(each.on[:10])
        except ValueError:
            problems.append(Problem(share_log.LOG, 0, "een regel heeft een datum die niet bestaat"))
            continue
        replaced = each.file in {later.file for later in found[at + 1 :]}
        rows.append(Sent(day, each.to, each.by, len(each.ids), gone, period, each.file, _there(each.file), replaced))
    setting.show(shares_page(rows, setting.today))
    setting.warn(problems)


def _there(file: str) -> bool:
    return files.is_file(Path(file))
