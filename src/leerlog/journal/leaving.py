"""What may leave: entries of which all that stands in their block is understood.

A share, a sheet and a review for others go through `leave`, and what is read of
somebody else's share through `leave_again`. What is marked and stays at home is
named, with why.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from leerlog.domain.entry import Entry, Problem
from leerlog.domain.share import Doubt, doubt, leaving, marked
from leerlog.errors import LeerlogError
from leerlog.journal.canonical import Oddity, blocks_of, oddity
from leerlog.journal.reading import Reader

TWICE = "een andere notitie heeft dezelfde id; leerlog check --fix geeft de tweede een nieuwe"
CHANGED = "het bestand is intussen gewijzigd; probeer het opnieuw"


class Stays(NamedTuple):
    """A marked entry that stays at home: where and why; `wrong`: whether something in it may be misread."""

    entry: Entry
    problem: Problem
    wrong: bool = True


class Leaving(NamedTuple):
    """What leaves, as others see it, and what stays at home."""

    entries: tuple[Entry, ...]
    stays: tuple[Stays, ...]


def leave(
    reader: Reader,
    entries: Sequence[Entry],
    problems: Iterable[Problem],
    audience: str,
    *,
    include: Collection[str] = (),
    every: bool = False,
    also: Collection[str] = (),
    without: Collection[str] = (),
) -> Leaving:
    """What of a journal leaves for an audience.

    entries, problems: as they were read, of whole files.
    include: the ids of those that leave in spite of a doubt, because their writer looks them through.
    also, without: the ids of those that leave though they are not marked, and that stay though they are.
    every: whether all is for the audience, marked or not, as what a team wrote together.
    """
    here = [
        entry for entry in entries if (every or entry.id in also or marked(entry, audience)) and entry.id not in without
    ]
    texts: dict[str, str] = {}
    for file in {entry.file for entry in here}:
        try:
            texts[file] = reader.text(file)
        except LeerlogError:
            texts[file] = ""
    _, found = _sort_out(texts, here, entries, problems, ())
    stays = [each for each in found if each.entry.id not in include or each.problem.message == TWICE]
    out = {(each.entry.file, each.entry.line) for each in stays}
    go = [entry for entry in here if (entry.file, entry.line) not in out]
    left = leaving((entry._replace(share=(audience,)) for entry in go) if every or also else go, audience)
    return Leaving(left, tuple(stays))


def leave_again(
    text: str, entries: Sequence[Entry], problems: Iterable[Problem], audience: str, looked_through: Collection[str]
) -> Leaving:
    """What somebody's share holds that may be told: what a hand put in it leaves it no more than it would a journal.

    looked_through: the ids of those that its writer included.
    """
    here = [entry for entry in entries if marked(entry, audience)]
    go, stays = _sort_out({"": text}, here, entries, problems, looked_through)
    return Leaving(leaving(go, audience), tuple(stays))


def _sort_out(
    texts: Mapping[str, str],
    here: Sequence[Entry],
    entries: Sequence[Entry],
    problems: Iterable[Problem],
    looked_through: Collection[str],
) -> tuple[list[Entry], list[Stays]]:
    """Those of some entries that are understood, and those that are not, by the texts of their files."""
    number = Counter(entry.id for entry in entries)
    texts = {file: text.replace("\r\n", "\n") for file, text in texts.items()}
    found = {file: blocks_of(text) for file, text in texts.items()}
    wrong: dict[str, list[Problem]] = {}
    for problem in problems:
        wrong.setdefault(problem.file, []).append(problem)
    go: list[Entry] = []
    stays: list[Stays] = []
    for entry in here:
        start, end = found[entry.file].get(entry.line, (0, 0))
        block = texts[entry.file][start:end]
        twice = number[entry.id] > 1
        why = _why(entry, block, wrong.get(entry.file, ()), twice, entry.id in looked_through)
        if why:
            stays.append(why)
        else:
            go.append(entry)
    return go, stays


def _why(entry: Entry, block: str, problems: Sequence[Problem], twice: bool, looked_through: bool) -> Stays | None:
    """Why a marked entry stays at home; None when it may leave."""
    if not block:
        return Stays(entry, Problem(entry.file, entry.line, CHANGED))
    if twice:
        return Stays(entry, Problem(entry.file, entry.line, TWICE))
    if problems:
        last = entry.line + block.rstrip("\n").count("\n")
        for problem in problems:
            if entry.line <= problem.line <= last:
                return Stays(entry, problem)
    return named(entry, block, oddity(entry, block), None if looked_through else doubt(entry))


def named(entry: Entry, block: str, odd: Oddity | None, said: Doubt | None) -> Stays | None:
    """What keeps an entry at home that is read without a problem; what may be misread is told first."""
    if odd and (odd.wrong or not said or not said.wrong):
        return Stays(entry, Problem(entry.file, entry.line + odd.line, odd.why), odd.wrong)
    if said:
        line = block.count("\n", 0, block.find(said.words)) if said.words in block else 0
        return Stays(entry, Problem(entry.file, entry.line + line, said.why), said.wrong)
    return None
