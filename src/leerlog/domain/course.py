"""Courses, as the entries about them tell it."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from leerlog.domain.near import near

Phase = Literal["gepland", "bezig", "afgerond", "geoogst"]

WINDOW_DAYS = 14  # the handreiking's rule of thumb, section 2.2.1
# Other characters mean something to one shell or another, even between quotes.
_OBEYED = re.compile(r"[^\w .,&()+:/'’-]+")


class Course(NamedTuple):
    """A course with its phase.

    name: as it was written most recently.
    until: the last day of its application window, None without an end.
    window: that day while the window is open and nothing was applied, else None.
    applied: the first day since the start with an answer of level toegepast or higher, or a plan that was done.
    reaped: the day of its harvest (`after`).
    expected: the answer to *results* of the preparation.
    hill, hill_most: the last HILL score, and the most it could have been; None and 0 without one.
    open: how many follow-ups, obstacles and asks of it are still to do.
    entries: the ids of its entries, oldest first.
    """

    name: str
    phase: Phase
    start: date | None = None
    end: date | None = None
    window: date | None = None
    applied: date | None = None
    reaped: date | None = None
    expected: str = ""
    hill: int | None = None
    hill_most: int = 0
    entries: tuple[str, ...] = ()
    open: int = 0
    until: date | None = None

    def lapsed(self, today: date) -> bool:
        """Whether its application window is over, and nothing was applied."""
        return self.until is not None and self.until < today and not self.applied


@lru_cache(4096)
def key(name: str) -> str:
    """What the spellings of a course's name have in common: no case, accents, spaces, hyphens, other punctuation.

    A name of nothing but these is itself.
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(filter(_tells, plain)) or " ".join(plain.split())


def _tells(character: str) -> bool:
    """Whether a character makes one name differ from another; a sign does: C++ is not C."""
    category = unicodedata.category(character)
    return category[0] in "LN" or category in ("Sm", "Sc", "So")


def argument(name: str) -> str:
    """A name behind a command, in the quotes of every shell, a space in front; "" when no spelling of it can be typed.

    What bash, PowerShell 5.1 or the command prompt would obey is left out, as far as the name keeps its key: it may
    come from a colleague's file, and who copies the command must not run it.
    """
    word = " ".join(_OBEYED.sub(" ", unicodedata.normalize("NFC", name)).split()).lstrip("- ")
    return f' "{word}"' if word and key(word) == key(name) else ""


def match_name(name: str, names: Sequence[str]) -> tuple[str, str]:
    """The known name that this is, by its key; or else the one that it is near to."""
    if name in names:
        return name, ""
    known = {key(other): other for other in names if key(other)}
    word = key(name)
    if not word or word in known:
        return known.get(word, ""), ""
    begun = [other for other in known if other.startswith(word)]
    found = begun if len(begun) == 1 else near(word, known, cutoff=0.75)
    return "", known[found[0]] if found else ""


def window_end(end: date, days: int = WINDOW_DAYS) -> date:
    """The last day of the application window of a course that ended on `end`."""
    try:
        return end + timedelta(days=days)
    except OverflowError:
        return date.max


def in_window(end: date | None, today: date, days: int = WINDOW_DAYS) -> bool:
    """Whether a day is in the application window of a course that ended on `end`: it begins the day after."""
    return end is not None and end < today <= window_end(end, days)


def phase_of(start: date | None, end: date | None, today: date, *, begun: bool, reaped: bool) -> Phase:
    """The phase that the dates of a course give; without dates it has begun when there are notes of it.

    On its last day a course is still under way.
    """
    if reaped:
        return "geoogst"
    if end and end < today:
        return "afgerond"
    if start:
        return "bezig" if start <= today else "gepland"
    return "bezig" if begun else "gepland"
