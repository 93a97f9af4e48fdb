"""Dates as another program wrote them: its `timeformat`, in the codes of strftime, read back from a line."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time
from functools import cache
from typing import NamedTuple

# Codes that stand for several others.
_WHOLE = {
    "F": "%Y-%m-%d",
    "R": "%H:%M",
    "T": "%H:%M:%S",
    "X": "%H:%M:%S",
    "r": "%I:%M:%S %p",
    "D": "%m/%d/%y",
    "x": "%m/%d/%y",
    "c": "%a %b %e %H:%M:%S %Y",
    "h": "%b",
    "n": " ",
    "t": " ",
}
_NUMBERS = {
    "Y": r"\d{4}",
    "G": r"\d{4}",
    "y": r"\d{2}",
    "m": r"\d{1,2}",
    "d": r" ?\d{1,2}",
    "e": r" ?\d{1,2}",
    "H": r" ?\d{1,2}",
    "k": r" ?\d{1,2}",
    "I": r" ?\d{1,2}",
    "l": r" ?\d{1,2}",
    "M": r"\d{1,2}",
    "S": r"\d{1,2}",
    "f": r"\d{1,9}",
    "j": r"\d{1,3}",
    "V": r"\d{1,2}",
    "u": r"\d",
    "U": r"\d{1,2}",
    "W": r"\d{1,2}",
    "w": r"\d",
}
_WORD = r"[^\W\d_]+\.?"
_WORDS = {"B": _WORD, "b": _WORD, "A": _WORD, "a": _WORD, "p": r"[AaPp]\.? ?[Mm]\.?|", "Z": r"[A-Za-z]*"}
_ZONE = r"(?:[+-]\d{2}:?\d{2}|Z|)"
# Months as they begin in Dutch, English, German and French.
_MONTHS = (
    ("jan",),
    ("feb", "fév", "fev"),
    ("maart", "maa", "mrt", "mar", "mär", "mrz", "mars"),
    ("apr", "avr"),
    ("mei", "may", "mai"),
    ("juni", "june", "jun", "juin"),
    ("juli", "july", "jul", "juil"),
    ("aug", "aoû", "aou"),
    ("sep",),
    ("okt", "oct"),
    ("nov",),
    ("dec", "dez", "déc"),
)
USUAL = (
    "%Y-%m-%d %H:%M",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %I:%M:%S %p",
    "%Y-%m-%d %I:%M %p",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%d",
    "%Y/%m/%d %H:%M",
    "%Y/%m/%d",
    "%Y.%m.%d %H:%M",
    *(
        f"{day}{clock}"
        for day in (
            "%d-%m-%Y",
            "%d.%m.%Y",
            "%d/%m/%Y",
            "%m/%d/%Y",
            "%d %B %Y",
            "%A %d %B %Y",
            "%a %d %b %Y",
            "%B %d, %Y",
            "%A, %B %d, %Y",
        )
        for clock in (" %H:%M", ", %H:%M", " %H:%M:%S", " %I:%M %p", "")
    ),
)


class NotThere(ValueError):
    """A date that has the form of the format, and can't be."""


class Timeformat(NamedTuple):
    """A format that can be read: the codes as they were given, in full, and as a pattern with a group for each."""

    given: str
    codes: tuple[str, ...]
    pattern: re.Pattern[str]

    @property
    def has_time(self) -> bool:
        """Whether an hour stands in it."""
        return bool({"H", "k", "I", "l"} & {*self.codes})

    def read(self, words: str) -> tuple[date, time | None] | None:
        """The moment, in whole minutes; None for what has another form.

        Raises:
            NotThere: for a day or a time that does not exist.
        """
        found = self.pattern.fullmatch(words)
        if found is None:
            return None
        said = dict(zip(self.codes, (each.strip() for each in found.groups()), strict=True))
        try:
            return _day(said), _minute(said) if self.has_time else None
        except (ValueError, KeyError):
            raise NotThere(words) from None


def timeformat(given: str) -> Timeformat:
    """A format of strftime codes, to read with.

    Raises:
        ValueError: for a code that can't be read back, or when no day stands in it, in Dutch.
    """
    codes: list[str] = []
    pattern = ""
    for code, other in _codes(given):
        if other:
            pattern += r"\s+" if other.isspace() else re.escape(other)
        elif code == "z":
            pattern += _ZONE
        elif code in _NUMBERS or code in _WORDS:
            codes.append(code)
            pattern += f"({_NUMBERS.get(code) or _WORDS[code]})"
        else:
            raise ValueError(f"de code %{code} ken ik niet")
    there = {*codes}
    if not there & {"Y", "y", "G"} or not (
        there >= {"m", "d"} or (there & {"m", "B", "b"} and there & {"d", "e"}) or _weekly(there) or "j" in there
    ):
        raise ValueError("er staat geen hele dag in, zoals %Y-%m-%d")
    return Timeformat(given, tuple(codes), re.compile(pattern, re.IGNORECASE))


def _weekly(there: set[str]) -> bool:
    return there >= {"G", "V"} or (bool(there & {"U", "W"}) and bool(there & {"w", "u", "a", "A"}))


def _codes(given: str) -> Iterator[tuple[str, str]]:
    """Each code of a format, or what stands between two."""
    for code, other in re.findall(r"%[-_0^#EO]?(.)|([^%\s]+|\s+|%)", given, re.DOTALL):
        if code == "%":
            yield "", "%"
        elif code in _WHOLE:
            yield from _codes(_WHOLE[code])
        else:
            yield code, other


def _day(said: dict[str, str]) -> date:
    if "G" in said or "U" in said or "W" in said:
        kept = {code: word for code, word in said.items() if code in "GYyVuUWw"}
        kept.setdefault("u" if "G" in said else "w", "1")
        return datetime.strptime(" ".join(kept.values()), " ".join(f"%{code}" for code in kept)).date()  # noqa: DTZ007
    year = int(said["Y"]) if "Y" in said else _century(int(said["y"]))
    if "j" in said:
        return datetime.strptime(f"{year:04} {said['j']}", "%Y %j").date()  # noqa: DTZ007
    return date(year, _month(said), int(said.get("d") or said["e"]))


def _century(year: int) -> int:
    return year + (2000 if year < 69 else 1900)  # as POSIX has it


def _month(said: dict[str, str]) -> int:
    if "m" in said:
        return int(said["m"])
    word = (said.get("B") or said["b"]).lower()
    for number, begins in enumerate(_MONTHS, 1):
        if word.startswith(begins):
            return number
    raise ValueError(word)


def _minute(said: dict[str, str]) -> time:
    hour = next(int(said[code]) for code in "HkIl" if code in said)
    part = said.get("p", "").lower()[:1]
    if part:
        if not ("H" in said or "k" in said) and not 1 <= hour <= 12:
            raise ValueError(hour)
        if hour <= 12:
            hour = hour % 12 + (12 if part == "p" else 0)
    second = int(said.get("S", "0"))
    if second > 60:
        raise ValueError(second)
    return time(hour, int(said.get("M", "0")))


@cache
def usual() -> tuple[Timeformat, ...]:
    """The formats that are tried when nobody says which."""
    return tuple(map(timeformat, USUAL))


def reads(form: Timeformat, words: str) -> bool:
    """Whether a format reads these words as a day that exists."""
    with suppress(NotThere):
        return form.read(words) is not None
    return False
