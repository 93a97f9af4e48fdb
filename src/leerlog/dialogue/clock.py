"""How long somebody has been telling: it informs, and never presses."""

from collections.abc import Callable
from typing import NamedTuple

from leerlog.domain.dates import count
from leerlog.domain.visible import visible


class Clock(NamedTuple):
    """How long something takes, in whole minutes: a number that changes every second asks for eyes.

    name: who is telling.
    seconds: how many have passed, asked anew each time.
    """

    name: str
    seconds: Callable[[], float]

    @property
    def minutes(self) -> int:
        """How many have passed."""
        return int(self.seconds() // 60)

    @property
    def brief(self) -> str:
        """As a corner of the screen has room for it: 3 min."""
        return f"{self.minutes} min"

    @property
    def named(self) -> str:
        """With who is telling: Anja · 3 min."""
        return f"{visible(self.name)} · {self.brief}"

    @property
    def told(self) -> str:
        """In words: 3 minuten."""
        return count(self.minutes, "minuut", "minuten")
