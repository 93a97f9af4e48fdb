"""From a reference that a person typed to an entry."""

from leerlog.domain.entry import Entry
from leerlog.domain.near import meant, near
from leerlog.errors import LeerlogError, UnknownId


def choose(ref: str, entries: list[Entry]) -> Entry:
    """The entry with this id, or the one whose id begins so.

    Raises:
        UnknownId: naming the near ones.
        LeerlogError: when two entries have this very id.
    """
    found = [entry for entry in entries if entry.id == ref]
    if len(found) > 1:
        places = " en ".join(f"{entry.file}:{entry.line}" for entry in found)
        raise LeerlogError(
            f"twee notities hebben dezelfde id {ref}: {places}. leerlog check --fix geeft de tweede een nieuwe."
        )
    found = found or [entry for entry in entries if ref and entry.id.startswith(ref)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownId(f"'{ref}' past op meer dan één notitie: {_naming(found)}. Geef meer tekens.")
    close = near(ref, [entry.id for entry in entries], 3)
    raise UnknownId(f"er is geen notitie met id '{ref}'.{meant(close)} Zoek met leerlog list.")


def _naming(entries: list[Entry]) -> str:
    shown = ", ".join(entry.id for entry in entries[:5])
    return shown + (" …" if len(entries) > 5 else "")
