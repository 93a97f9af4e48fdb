"""The health of a journal: which blocks leerlog would write in another way, and how; and writing them so."""

import os
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from leerlog.domain.entry import Entry, Mend, Problem, new_id, tidy
from leerlog.domain.share import Doubt, doubt
from leerlog.journal import splice
from leerlog.journal.blocks import UNREADABLE, comment_pairs
from leerlog.journal.canonical import Oddity, blocks_of, oddity
from leerlog.journal.leaving import named
from leerlog.journal.parsing import parse
from leerlog.journal.reading import Reader

STAYS = "ze gaat daarom niet mee als je deelt"


class Health(NamedTuple):
    """What is wrong, what is only written in another way, and what of that leerlog can write anew."""

    problems: list[Problem]
    remarks: list[Problem]
    mends: list[Mend]


class _Block(NamedTuple):
    """A block with what there is to say of it; `told`: what reading said is wrong in it."""

    entry: Entry
    text: str
    odd: Oddity | None
    doubt: Doubt | None
    told: tuple[Problem, ...]
    new_id: str

    @property
    def named(self) -> bool:
        """Whether its id stands in it."""
        return any(key == "id" for key, _ in comment_pairs(self.text.partition("\n")[2]))

    @property
    def new(self) -> str:
        """The block as it should be, as far as leerlog can tell."""
        # What is wrong only a person can settle.
        wrong = self.told or (self.doubt and self.doubt.wrong)
        fixed = self.text if self.odd is None or wrong else self.odd.fixed or self.text
        if not self.new_id:
            return fixed
        return re.sub(rf"\bid={self.entry.id}(?!\S)", f"id={self.new_id}", fixed, count=1)


def look(reader: Reader, entries: Sequence[Entry], problems: Sequence[Problem]) -> Health:
    """What there is to say of the entries of a journal, as they were read, and of what was met in its files."""
    found = Health(list(problems), [], [])
    ids = {entry.id for entry in entries}
    seen: set[str] = set()
    by_file: dict[str, list[Entry]] = {}
    for entry in entries:
        by_file.setdefault(entry.file, []).append(entry)
    for file in sorted(by_file):
        text = reader.text(file)
        spans = blocks_of(text)
        its = []
        for entry in sorted(by_file[file], key=lambda entry: entry.line):
            start, end = spans.get(entry.line, (0, 0))
            fresh = _fresh(entry, ids) if entry.id in seen else ""
            seen.add(entry.id)
            if start < end:
                its.append(_look_at(entry, text[start:end].replace("\r\n", "\n"), problems, fresh))
        for block in its:
            _tell(block, found)
        found.mends.extend(_mends(text, its))
    return found


def _fresh(entry: Entry, ids: set[str]) -> str:
    """An id that no entry has, for one with the id of another."""
    while (made := new_id(entry.date, os.urandom(6))) in ids:
        pass
    ids.add(made)
    return made


def _look_at(entry: Entry, block: str, problems: Iterable[Problem], fresh: str) -> _Block:
    last = entry.line + block.rstrip("\n").count("\n")
    # That its id is another's as well is what a new one is for.
    same = f"de id {entry.id} "
    told = tuple(
        each
        for each in problems
        if each.file == entry.file and entry.line <= each.line <= last and not each.message.startswith(same)
    )
    said = doubt(entry) if entry.share else None
    return _Block(entry, block, oddity(entry, block), said, told, fresh)


def _tell(block: _Block, found: Health) -> None:
    """Add what there is to say of a block to what was found."""
    stays = named(block.entry, block.text, block.odd, block.doubt)
    # What reading said of a line is not said once more in other words; what is only written in another way can wait.
    said = next(
        (each for each in block.told if stays is None or not stays.wrong or each.line == stays.problem.line), None
    )
    problem = said or (stays.problem if stays else None)
    if problem is None:
        return
    if block.entry.share:
        problem = problem._replace(message=f"{problem.message}; {STAYS}")
    if said:
        found.problems[found.problems.index(said)] = problem
    elif stays:
        (found.problems if stays.wrong else found.remarks).append(problem)


def _mends(text: str, its: Sequence[_Block]) -> list[Mend]:
    """The blocks of a file to write anew; none when what is read of it would be another thing."""
    # An entry without an id has one by how many there are with its heading: all of these get theirs, or none.
    left = {_heading(block) for block in its if not block.named and block.new == block.text}
    mends = [
        Mend(block.entry, block.text, block.new)
        for block in its
        if block.new != block.text and (block.named or _heading(block) not in left)
    ]
    if not mends:
        return []
    before = [tidy(block.entry._replace(id=block.new_id or block.entry.id)) for block in its]
    after = [tidy(entry) for entry in parse(mended(text, mends) or "", its[0].entry.file)[0]]
    return mends if [each._replace(line=0) for each in before] == [each._replace(line=0) for each in after] else []


def _heading(block: _Block) -> str:
    return re.sub(UNREADABLE, "", block.text.partition("\n")[0]).strip()


def mended(text: str, mends: Sequence[Mend]) -> str | None:
    """The text of a file with these blocks, in their order, written anew; None when one is not there any more."""
    made = splice.replaced(text, [(mend.old, mend.new) for mend in mends])
    return made and made[0]
