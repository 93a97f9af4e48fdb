"""What entries brought: which answers are yield, and of which value level."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from leerlog.domain.entry import Entry
from leerlog.domain.value import Level
from leerlog.domain.waardecheck import teller
from leerlog.reports.gist import gist
from leerlog.reports.lens import PLANNING, Lens


class Yield(NamedTuple):
    """One piece of yield: an answer, or a whole entry where `question` is "" and it has no answer.

    level: None for what has not been weighed yet.
    by: who told it, of a turn at a waardecheck.
    """

    entry: str
    date: date
    course: str
    question: str
    text: str
    level: Level | None = None
    private: bool = False
    by: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How much there is of one level, beside the period before, oldest first.

    level: None for what is still to be weighed.
    previous_count: None when there is no period before.
    """

    level: Level | None
    title: str
    count: int
    previous_count: int | None
    items: tuple[Yield, ...] = ()

    @property
    def change(self) -> int | None:
        """How many more than in the period before."""
        return None if self.previous_count is None else self.count - self.previous_count


def yields(entry: Entry, lens: Lens) -> list[Yield]:
    """The answers that count as yield, each with its own level, else its question's, else its entry's.

    An entry that has a level but no such answer is yield as a whole.
    """
    found = []
    checklist, base = entry.checklist, entry.value
    for answer in entry.answers:
        question = (checklist, answer.question)
        if question in lens.silent:
            continue
        level = answer.value or lens.levels.get(question) or base
        if level:
            found.append(_of_answer(entry, answer.question, answer.text, level, answer.private))
    if base and not found:
        found.append(_of_answer(entry, "", gist(entry, lens), base, False))
    return found


def levels_of(entry: Entry, lens: Lens) -> list[Level]:
    """The levels of `yields`, where only they are wanted."""
    checklist, base = entry.checklist, entry.value
    found = []
    for answer in entry.answers:
        question = (checklist, answer.question)
        if question not in lens.silent and (level := answer.value or lens.levels.get(question) or base):
            found.append(level)
    return found or ([base] if base else [])


def _of_answer(entry: Entry, question: str, text: str, level: Level | None, private: bool) -> Yield:
    return Yield(entry.id, entry.date, entry.course, question, text, level, private, teller(entry))


def unweighed(entry: Entry, lens: Lens) -> Yield | None:
    """The entry as something to weigh, when nothing in it has a level and it is not planning."""
    if entry.value or entry.checklist in PLANNING:
        return None
    first = None
    for answer in entry.answers:
        question = (entry.checklist, answer.question)
        if answer.value or question in lens.levels:
            return None
        if first is None and question not in lens.silent:
            first = _of_answer(entry, answer.question, answer.text, None, answer.private)
    return first


def highest(entry: Entry, lens: Lens) -> Yield | None:
    """The yield of an entry's highest level: the first of them, and a private answer only for want of another."""
    found = yields(entry, lens)
    open_ones = [each for each in found if not each.private] or found
    return max(open_ones, key=_number, default=None)


def _number(each: Yield) -> int:
    return each.level.number if each.level else 0


def tallies(current: Iterable[Entry], before: Sequence[Entry] | None, lens: Lens) -> tuple[tuple[Tally, ...], Tally]:
    """The five levels from first to fifth, empty ones included, and what is still to be weighed.

    before: the entries of the period before; None when there is no such period.
    """
    found = by_level(current, lens)
    earlier = _count(before, lens) if before is not None else None

    def tally(level: Level | None, title: str) -> Tally:
        items = tuple(found[level])
        return Tally(level, title, len(items), None if earlier is None else earlier[level], items)

    return tuple(tally(level, lens.titles.get(level, level.capitalize())) for level in Level), tally(None, "")


def by_level(entries: Iterable[Entry], lens: Lens) -> dict[Level | None, list[Yield]]:
    """What entries brought of each level, and what of them is still to be weighed, in their order."""
    found: dict[Level | None, list[Yield]] = {level: [] for level in (*Level, None)}
    for entry in entries:
        for each in yields(entry, lens):
            found[each.level].append(each)
        if not entry.value and (waiting := unweighed(entry, lens)):
            found[None].append(waiting)
    return found


def _count(entries: Sequence[Entry], lens: Lens) -> Counter[Level | None]:
    counted: Counter[Level | None] = Counter()
    for entry in entries:
        for level in levels_of(entry, lens):
            counted[level] += 1
        if not entry.value and unweighed(entry, lens):
            counted[None] += 1
    return counted
