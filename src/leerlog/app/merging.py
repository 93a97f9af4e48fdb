"""Folding the copies of months that sync services leave behind into their months, and merging for git."""

from pathlib import Path
from typing import NamedTuple

from leerlog import files
from leerlog.app.setting import Setting
from leerlog.documents.merging import Folded
from leerlog.domain.entry import Entry, Problem
from leerlog.domain.text import is_wide
from leerlog.errors import LeerlogError
from leerlog.journal.folder import copied_month
from leerlog.journal.merge import Merged, follow, merge
from leerlog.journal.parsing import parse
from leerlog.journal.splice import Splice

MERGED = "samengevoegd"


class Plan(NamedTuple):
    """What folding the copies will do.

    made: of every month the text as it is, as it will be, and what is spliced.
    copies: the text of each copy by name.
    folded: what becomes of each.
    left: the copies that are left alone, and why.
    """

    made: dict[str, tuple[str, str, tuple[Splice, ...]]]
    copies: dict[str, str]
    folded: list[Folded]
    left: list[Problem]


def plan_merge(setting: Setting) -> Plan:
    """See what folding the copies into their months will do; nothing is changed."""
    journal = setting.journal
    plan = Plan({}, {}, [], [])
    names = journal.copies()
    entries = journal.read()[0] if names else []
    for name in names:
        file = copied_month(name)
        elsewhere = {entry.id for entry in entries if entry.file != file}
        try:
            theirs = journal.text(name)
            before, ours, splices = plan.made.get(file) or (text := journal.text(file), text, ())
            merged = merge(ours, theirs, elsewhere=elsewhere, name=name)
            folded = _told(name, file, merged)
        except LeerlogError as error:
            plan.left.append(Problem(name, 0, f"blijft zoals zij is: {str(error).rstrip('.')}"))
            continue
        plan.made[file] = (before, merged.text, follow(splices, merged.splices))
        plan.copies[name] = theirs
        plan.folded.append(folded)
    return plan


def _told(name: str, file: str, merged: Merged) -> Folded:
    added = tuple(_entry(block) for block in merged.added)
    both = tuple((_entry(ours), _entry(theirs)) for ours, theirs in merged.both)
    return Folded(name, file, added, both, merged.outside)


def _entry(block: str) -> Entry:
    entries, problems = parse(block)
    if not entries:
        raise LeerlogError(f"'{first_line(block)}': {problems[0].message if problems else 'geen notitie'}.")
    return entries[0]


def fold(setting: Setting, plan: Plan) -> list[Path]:
    """Do what was planned, as one change; where the copies are now.

    Raises:
        EntryChanged: when a month or a copy was changed meanwhile; nothing is done then.
        NotSaved: when it could not be written; the journal is as it was.
    """
    kept = setting.journal.fold(plan.made, plan.copies, MERGED)
    setting.changed = True
    return kept


def merge_files(base: Path, ours: Path, theirs: Path) -> Merged:
    """Write into our file what git asks for: it and theirs together, which both came from the base.

    Raises:
        LeerlogError: when one can't be read, or is damaged; our file is as it was then.
    """
    texts = [_read(path) for path in (base, ours, theirs)]
    merged = merge(texts[1], texts[2], texts[0])
    if merged.text != texts[1]:
        files.write(ours, merged.text.encode("utf-8", "surrogateescape"))
    return merged


def first_line(block: str) -> str:
    """By what a block is known: its day and title, as they stand there."""
    return block.partition("\n")[0].removeprefix("## ")


def _read(path: Path) -> str:
    try:
        raw = files.contents(path)
    except OSError as error:
        raise LeerlogError(f"ik kan {path} niet lezen: {files.reason(error, reading=True)}.") from error
    if is_wide(raw):
        raise LeerlogError(f"{path} is geen UTF-8 maar UTF-16. Sla het bestand opnieuw op als UTF-8.")
    return raw.decode("utf-8", "surrogateescape")
