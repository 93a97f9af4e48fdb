"""The five value levels of Wenger-Trayner (2012), section 3.4."""

from enum import StrEnum


class Level(StrEnum):
    """What a piece of learning has brought so far, from the first level to the fifth."""

    BELEVING = "beleving"
    POTENTIEEL = "potentieel"
    TOEGEPAST = "toegepast"
    GEREALISEERD = "gerealiseerd"
    HERKADEREND = "herkaderend"

    @property
    def number(self) -> int:
        """1 for beleving up to 5 for herkaderend."""
        return _NUMBERS[self]


_NUMBERS = {level: number for number, level in enumerate(Level, 1)}


def parse_level(text: str) -> Level | None:
    """The level that a number (1 to 5), a name or an unambiguous start of one means.

    Names are read without regard to case; None when nothing or more than one fits.
    """
    word = text.strip().lower()
    if word in {"1", "2", "3", "4", "5"}:
        return list(Level)[int(word) - 1]
    found = [level for level in Level if word and level.startswith(word)]
    return found[0] if len(found) == 1 else None
