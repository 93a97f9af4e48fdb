"""Who may benefit from what somebody learned, beside that person: section 2.4 of the handreiking."""

from typing import NamedTuple

QUESTION = "benefits"
# By the id that an answer keeps.
WHO = {"team": "het team", "organisatie": "de organisatie", "burger": "de burger", "netwerk": "het netwerk"}


class Benefit(NamedTuple):
    """In how many notes somebody is named as who benefits; `text`: who, in words."""

    id: str
    text: str
    count: int  # type: ignore[assignment]
