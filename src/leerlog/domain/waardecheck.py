"""The waardecheck, in which each of a team tells a story and one writes along."""

from leerlog.domain.entry import Entry

WAARDECHECK = "waardecheck"


def teller(entry: Entry) -> str:
    """Whose story an entry is, when it is somebody's turn at a waardecheck; "" for any other.

    A turn names one person and agrees nothing. The people of other entries are those
    whom the writer was with, which is nobody else's business.
    """
    turn = entry.checklist == WAARDECHECK and len(entry.people) == 1 and not entry.follow_ups
    return entry.people[0] if turn else ""
