"""Say which marked entries stay at home, and why."""

from collections.abc import Iterable

from leerlog.app.setting import Setting
from leerlog.domain.entry import Problem
from leerlog.journal.leaving import Stays

MOST = 10


def tell_stays(setting: Setting, stays: Iterable[Stays], *, include: bool = False) -> None:
    """Name the entries that do not go along, ten at the most; `include`: with how to take one along."""
    found = list(stays)
    for each in found[:MOST]:
        problem = each.problem
        where = f"{problem.file}, regel {problem.line}"
        setting.tell(f"Let op: notitie {each.entry.id} gaat niet mee. {where}: {problem.message}.")
    if len(found) > MOST:
        setting.tell(f"Let op: en nog {len(found) - MOST} meer; leerlog check toont ze allemaal.")
    if include and found:
        setting.tell(f"Mag er een toch mee? Zet --include {found[0].entry.id} erbij; je ziet haar dan eerst helemaal.")


def left_out(stays: Iterable[Stays]) -> list[Problem]:
    """The entries that are not in a result for others, without why: that may quote what is to stay at home."""
    return [
        Problem(each.problem.file, each.problem.line, f"notitie {each.entry.id} staat er niet bij") for each in stays
    ]
