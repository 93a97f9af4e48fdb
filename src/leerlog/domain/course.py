"""Courses, as the entries about them tell it."""

import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Phase = Literal["gepland", "bezig", "afgerond", "geoogst"]

WINDOW_DAYS = 14  # the handreiking's rule of thumb, section 2.2.1


@dataclass(frozen=True, slots=True)
class Course:
    """A course with its phase.

    window: the last day of the application window while it is open, else None.
    applied: the day of the first answer of level toegepast or higher after the start.
    expected: the answer to *results* of the preparation.
    """

    name: str
    phase: Phase
    start: date | None = None
    end: date | None = None
    window: date | None = None
    applied: date | None = None
    expected: str = ""
    entries: tuple[str, ...] = ()


def key(name: str) -> str:
    """What two spellings of a course's name have in common: no case, no accents, single spaces."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def window_end(end: date, days: int = WINDOW_DAYS) -> date:
    """The last day of the application window of a course that ended on `end`."""
    return end + timedelta(days=days)
