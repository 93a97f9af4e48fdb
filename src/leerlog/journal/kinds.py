"""Which entries of a share are alike but for their day, their id and their words."""

from leerlog.domain.entry import Entry
from leerlog.domain.share import leaving
from leerlog.journal.reading import parse_file

NONE = -1

# The label before an entry's sources.
LINKS = b"Bouwt op:"

# Read whole, because their answers count and not only their number.
_WHOLE = ("prepare", "conditions")
# In the words of an answer, what may mean something else than it says: headings, comments, escapes, code and line ends.
SIGNS = (b"#", b"<", b"\\", b"`", b"~", b"\r")


class Kinds(dict[bytes, int]):
    """The kind of an entry by its form: its Markdown from `checklist=` up to the words of its one answer.

    ones: an entry of every kind, as it leaves a share for an audience.
    """

    def __init__(self, audience: str) -> None:
        super().__init__()
        self.audience = audience
        self.ones: list[Entry] = []

    def __missing__(self, form: bytes) -> int:
        """The kind of a form that is met for the first time; NONE when its entries have to be read."""
        if LINKS in form:
            return NONE
        one = self._read(form) if form else None
        if one:
            self.ones.append(one)
        self[form] = len(self.ones) - 1 if one else NONE
        return self[form]

    def _read(self, form: bytes) -> Entry | None:
        # Any day, id and word will do: they are what entries of a kind don't share.
        found, problems = parse_file("## 2000-01-01 · x\n<!-- id=00000000 ".encode() + form + b"x\n", "")
        left = leaving(found, self.audience)
        if problems or len(left) != 1:
            return None
        (one,) = left
        usual = [answer.text for answer in one.answers] == ["x"] and not one.follow_ups
        return one if usual and one.checklist not in _WHOLE else None
