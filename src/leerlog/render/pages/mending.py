"""How blocks of the journal would be written anew, line by line."""

from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher

from leerlog.domain.dates import full_date
from leerlog.domain.entry import Mend
from leerlog.render import words
from leerlog.render.page import Column, Fact, Page, Row, Rows, Section

NOW, THEN = "nu", "wordt"
EMPTY = "(een lege regel)"


def mending_page(mends: Sequence[Mend], today: date) -> Page:
    """The lines that change of every block, as they are and as they will be."""
    sections = tuple(_section(mend) for mend in mends)
    said = words.entries(len(mends))
    return Page("Zo schrijft leerlog het", sections, said, "", (Fact("Zo schrijft leerlog het", said),), today)


def _section(mend: Mend) -> Section:
    entry = mend.entry
    heading = " · ".join(part for part in (full_date(entry.date), entry.title, entry.course) if part)
    columns = Column("dim"), Column(main=True)
    rows = tuple(
        Row((when, line), Fact(f"{entry.file}, regel {entry.line + number}, {when}", line))
        for when, number, line in _changes(mend)
    )
    return Section(heading, (Rows(columns, rows, 0),), f"{entry.file}, regel {entry.line}")


def _changes(mend: Mend) -> Iterator[tuple[str, int, str]]:
    """When a line stands there, on which line of the block as it is, and what it says."""
    old, new = mend.old.rstrip("\n").split("\n"), mend.new.rstrip("\n").split("\n")
    for what, start, end, begin, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        here, there = old[start:end], new[begin:stop]
        blank = not any(line.strip() for line in (*here, *there))
        # Where only spaces differ they are shown.
        space = "·" if [line.split() for line in here] == [line.split() for line in there] else " "
        for when, lines in ((NOW, here), (THEN, there)):
            for number, line in enumerate(lines, start):
                if blank or line.strip():
                    yield (
                        when,
                        min(number, max(start, end - 1)),
                        line.strip(" " if space == " " else "").replace(" ", space) or EMPTY,
                    )
