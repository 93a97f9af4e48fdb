"""Share what is marked for others: shown first, and only then written to a file."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from leerlog import files
from leerlog.app.changing import EDITED
from leerlog.app.config import change_setting
from leerlog.app.place import see_that_it_is_no_month, see_that_it_is_outside
from leerlog.app.setting import Setting
from leerlog.app.stories import entry_line
from leerlog.dialogue.ask import (
    BAD_NAME,
    MOST_NAME,
    ask_audience,
    ask_period,
    ask_to_go,
    ask_which,
    ask_writer,
)
from leerlog.documents.phrases import how_to_share
from leerlog.documents.share import share_document, taken_out
from leerlog.domain.dates import count
from leerlog.domain.entry import AUDIENCES, Entry, Mend, Problem, audience_line, bad_character, moment, one_line
from leerlog.domain.period import Period, as_typed
from leerlog.domain.share import TO, Share, marked, staying
from leerlog.domain.text import in_quotes
from leerlog.errors import NotSaved, UsageError
from leerlog.journal.edits import set_field
from leerlog.journal.leaving import TWICE, Stays, leave
from leerlog.journal.shares import (
    note_share,
    read_head,
    read_share,
    share_text,
    writer_mark,
)

MOST = 10
# How many notes that are not marked are offered to go along, the newest.
MOST_MORE = 20
NOTHING = "Er is niets gedeeld."


def tell_stays(setting: Setting, stays: Iterable[Stays], *, include: bool = False) -> None:
    """Name the entries that do not go along, ten at the most; `include`: with how to take one along."""
    found = list(stays)
    for each in found[:MOST]:
        problem = each.problem
        where = f"{problem.file}, regel {problem.line}"
        setting.tell(f"Let op: notitie {each.entry.id} gaat niet mee. {where}: {problem.message}.")
    if len(found) > MOST:
        setting.tell(f"Let op: en nog {len(found) - MOST} meer; leerlog check toont ze allemaal.")
    # Of two with one id nobody can say which is meant.
    free = [each.entry.id for each in found if each.problem.message != TWICE]
    if include and free:
        setting.tell(f"Mag er een toch mee? Zet --include {free[0]} erbij; je ziet haar dan eerst helemaal.")


def share_marked(
    setting: Setting,
    audience: str,
    period: Period,
    role: str | None,
    include: Sequence[str],
    output: str | None,
    *,
    force: bool,
    yes: bool,
) -> bool:
    """Show what leaves, and once the person agreed, or said so beforehand, write it to a file; whether it was.

    role: the name that it is shared under instead of one's own.
    include: references to entries that go along in spite of a doubt.
    """
    day, minute = setting.now
    by = _name(setting, role)
    at = f"{day.isoformat()}T{minute:%H:%M}"
    empty = Share(by, audience, period, at, writer_mark(setting.state, by))
    entries, problems = setting.journal.read(period)
    setting.end()  # what can't be read would count as withdrawn
    chosen = frozenset(_chosen(setting, ref, entries, empty) for ref in include)
    choice = Choosing(setting, empty, entries, problems, chosen)
    return _hand_over(setting, choice, Path(output) if output else Path(_file_name(empty)), force, yes)


class Questions(NamedTuple):
    """What was said of a share beforehand; None is asked."""

    audience: str | None
    period: Period | None
    role: str | None


def ask_what_is_missing(setting: Setting, given: Questions) -> tuple[str, Period, str]:
    """With whom is shared, over which period and under which name, asked as far as it was not said.

    Raises:
        NothingChosen: when the person leaves.
    """
    talk = setting.talk._replace(leaving=NOTHING)
    audience = given.audience or ask_audience(talk)
    period = given.period or ask_period(talk)
    return audience, period, given.role if given.role is not None else ask_writer(talk, setting.config.name)


def remember_name(setting: Setting, name: str) -> None:
    """Keep the name that was given for the next time, where there was none, and say so."""
    if not setting.config.name:
        change_setting(setting, "name", [name])
        setting.say("Dat is voortaan je naam. Een andere keer deel je onder een rol met: --as adviseur")


def read_audience(to: str | None) -> str:
    """With whom something is to be shared."""
    word = (to or "").strip().lower()
    if word not in AUDIENCES:
        said = f"met {in_quotes(to)} kan ik niet delen." if to else "met wie wil je delen?"
        raise UsageError(f"{said} Kies uit: {' of '.join(f'--to {name}' for name in AUDIENCES)}.")
    return word


def _name(setting: Setting, role: str | None) -> str:
    name = one_line(role if role is not None else setting.config.name)
    if not name:
        raise UsageError(
            "onder welke naam deel je? Zet je naam in je instellingen: leerlog config name Anja. "
            "Of noem een rol: --as adviseur."
        )
    if len(name) > MOST_NAME or bad_character(name):
        raise UsageError(f"{BAD_NAME}.")
    return name


class Choosing:
    """Which of the marked entries of a period go along this time, and which of the others do.

    entries, problems: as they were read, of whole files.
    chosen: the ids of those that go along in spite of a doubt, or without a mark.
    """

    def __init__(
        self,
        setting: Setting,
        empty: Share,
        entries: Sequence[Entry],
        problems: Sequence[Problem],
        chosen: frozenset[str],
    ) -> None:
        self._setting, self._empty, self.entries, self._problems = setting, empty, entries, problems
        self._chosen = chosen
        self._without: frozenset[str] = frozenset()
        number = Counter(entry.id for entry in entries)
        once = [entry for entry in sorted(entries, key=moment)[::-1] if number[entry.id] == 1]
        others = [entry for entry in once if not marked(entry, empty.to)]
        self._others = {entry.id for entry in others}
        self.more = max(len(others) - MOST_MORE, 0)
        self.offered = [entry for entry in once if marked(entry, empty.to)] + others[:MOST_MORE]
        self.made, self.stays = self._gather()

    def _gather(self) -> tuple[Share, tuple[Stays, ...]]:
        """The share with its entries, and those that stay at home."""
        journal, to = self._setting.journal, self._empty.to
        also = self._chosen & self._others
        left, stays = leave(journal, self.entries, self._problems, to, also=also, without=self._without)
        included = frozenset(each.entry.id for each in stays if each.entry.id in self._chosen)
        if included:
            left, stays = leave(
                journal, self.entries, self._problems, to, include=included, also=also, without=self._without
            )
        included = frozenset(entry.id for entry in left) & included
        return self._empty._replace(entries=left, included=included), stays

    @property
    def gone(self) -> set[str]:
        """The ids of those that go along."""
        return {entry.id for entry in self.made.entries}

    @property
    def added(self) -> list[Entry]:
        """Those that go along and are to be marked."""
        return [entry for entry in self.entries if entry.id in self.gone & self._others]

    def change(self, places: Iterable[int]) -> None:
        """Let these of the offered change sides; one of which nothing would be left stays, and is told."""
        gone = self.gone
        for entry in (self.offered[at] for at in places):
            if entry.id in gone:
                self._without |= {entry.id}
                self._chosen -= {entry.id}
            else:
                self._without -= {entry.id}
                self._chosen |= {entry.id}
        self.made, self.stays = self._gather()
        for entry in self.offered:
            if entry.id in self._chosen - self.gone:
                self._setting.tell(f"Notitie {entry.id} kan niet mee: er staat niets in wat je niet voor jezelf houdt.")
                self._chosen -= {entry.id}

    def lines(self) -> list[str]:
        """The offered, each with whether it goes along."""
        gone, doubted = self.gone, {each.entry.id for each in self.stays}
        plain = self._setting.talk.screen.plain
        lines = []
        for entry in self.offered:
            goes = entry.id in gone
            word = "gaat mee" if goes else "twijfel" if entry.id in doubted else "blijft"
            line = entry_line(self._setting, entry, self._setting.talk.screen, self._setting.today)
            lines.append(f"{word}: {line}" if plain else f"{word:<8}  {line}")
        return lines


def _mark(setting: Setting, choice: Choosing, blocks: Mapping[str, str]) -> None:
    """Mark what was added for this audience, all of it in one change."""
    to = choice.made.to
    mends = [
        Mend(entry, blocks[entry.id], set_field("Delen", audience_line((*entry.share, to)))(blocks[entry.id]))
        for entry in choice.added
    ]
    if not mends:
        return
    setting.journal.replace(mends, EDITED)
    setting.changed = True
    ids = ", ".join(mend.entry.id for mend in mends)
    setting.say(f"Voortaan deel je met {TO[to]} ook: {ids}. Terughalen: leerlog undo")


def _chosen(setting: Setting, ref: str, entries: Iterable[Entry], empty: Share) -> str:
    """The id of an entry to include."""
    found = setting.journal.find(ref)
    if found.id not in {entry.id for entry in entries if marked(entry, empty.to)}:
        raise UsageError(
            f"notitie {found.id} kan niet mee: je deelt haar niet met {TO[empty.to]}, of ze valt buiten deze periode."
        )
    return found.id


def _hand_over(setting: Setting, choice: Choosing, path: Path, force: bool, yes: bool) -> bool:
    made = choice.made
    earlier = _earlier(setting, path, made, force)
    tell_stays(setting, choice.stays, include=True)
    if not made.entries and earlier is None:
        setting.say(f"In deze periode deel je niets met {TO[made.to]}, dus er gaat niets weg.")
        if yes or not choice.offered or not _offer(setting, choice):
            setting.say("\n".join(how_to_share(made.to)))
            return False
    while True:
        made = choice.made
        if not made.entries and earlier is None:
            setting.tell(NOTHING)
            return False
        withdrawn = _withdrawn(setting, made, path, earlier or set(), force=force or not yes)
        blocks = {entry.id: setting.journal.block(entry) for entry in choice.added}
        setting.show(share_document(made, staying(choice.entries, made.entries), setting.today, withdrawn))
        if yes or (answer := _agreed(setting, choice)) is True:
            break
        if answer is False:
            setting.tell(NOTHING)
            return False
        choice.change(answer)
    _mark(setting, choice, blocks)
    _write(path, share_text(made), force or earlier is not None)
    setting.confirm(f"Gedeeld: {count(len(made.entries), 'notitie', 'notities')} in {path}")
    if withdrawn:
        setting.say(f"Ingetrokken: {taken_out(withdrawn)}.")
        setting.say("Stuur het nieuwe bestand aan wie het oude heeft.")
    try:
        note_share(setting.state, made, path.absolute())
    except NotSaved as error:
        setting.tell(f"Let op: het staat niet in leerlog share --list: {error}")
    return True


def _offer(setting: Setting, choice: Choosing) -> bool:
    """Whether something is to go along after all, of notes that are not marked or that stay for a doubt."""
    talk = setting.talk._replace(leaving=NOTHING)
    places = ask_which(talk, f"Wil je er nu een delen met {TO[choice.made.to]}?", choice.lines())
    choice.change(places)
    return bool(places)


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


def _agreed(setting: Setting, choice: Choosing) -> tuple[int, ...] | bool:
    """Whether it goes like this; or what is to change sides first."""
    talk, offered = setting.talk._replace(leaving=NOTHING), choice.offered
    talk.screen.gap()
    talk.screen.numbered(choice.lines())
    if choice.more:
        talk.screen.say(f"… en nog {choice.more} oudere; die wijs je aan met leerlog edit --share {choice.made.to}")
    return ask_to_go(talk, f"Dit zo delen met {TO[choice.made.to]}?", len(offered))


def _earlier(setting: Setting, path: Path, made: Share, force: bool) -> set[str] | None:
    """The ids in the file that this share takes the place of; None when there is no such file.

    Raises:
        UsageError: when something else stands there.
    """
    see_that_it_is_outside(setting, path)
    if not os.path.lexists(path):
        return None
    if not files.is_file(path):
        raise UsageError(f"{path} is een map of iets anders dan een bestand. Kies een andere naam.")
    found = read_head(_head(path))
    if found and (found[0].writer, found[0].to) == (made.writer, made.to):
        old = read_share(path)[0]
        return {entry.id for entry in old.entries} if old else set()
    if found is None:
        see_that_it_is_no_month(path)
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
