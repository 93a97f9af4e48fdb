"""Which marked entries may leave: only those in which nothing is wrong."""

from leerlog.cli.context import Setting
from leerlog.domain.entry import Entry, Problem
from leerlog.domain.share import doubt, marked, says_private
from leerlog.errors import UnknownId

Wrong = tuple[Entry, str | Problem]


def sound(setting: Setting, entries: list[Entry], problems: list[Problem], audience: str) -> list[Entry]:
    """The entries in which nothing is wrong; of marked ones that stay behind for it this is said."""
    found, wrong = apart(setting, entries, problems, audience)
    for entry, why in wrong:
        setting.tell(f"Let op: notitie {entry.id} gaat niet mee, want er klopt iets niet: {why}.")
    return found


def apart(
    setting: Setting, entries: list[Entry], problems: list[Problem], audience: str
) -> tuple[list[Entry], list[Wrong]]:
    """The entries in which nothing is wrong, and the marked ones in which something is, each with what."""
    found: list[Entry] = []
    wrong: list[Wrong] = []
    for entry in entries:
        why = (_doubt(entry) or _wrong(setting, entry, problems)) if marked(entry, audience) else ""
        if why:
            wrong.append((entry, why))
        else:
            found.append(entry)
    return found, wrong


def _doubt(entry: Entry) -> str:
    """Why it can't be told what is private; a note of one's own can also say so in its heading."""
    return "in de kop staat dat ze privé is" if says_private(entry.title) else doubt(entry)


def _wrong(setting: Setting, entry: Entry, problems: list[Problem]) -> Problem | str:
    """What is wrong within an entry: a slip may have let in what belongs to another note, or hide what is private."""
    near = [problem for problem in problems if problem.file == entry.file and problem.line >= entry.line]
    if not near:
        return ""
    try:
        last = entry.line + setting.journal.block(entry).rstrip("\n").count("\n")
    except UnknownId:
        return near[0]
    return next((problem for problem in near if problem.line <= last), "")
