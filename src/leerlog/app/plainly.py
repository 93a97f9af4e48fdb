"""Lines of text alone, offered once to a person whom they may suit better."""

from contextlib import suppress

from leerlog import files
from leerlog.app.setting import Setting
from leerlog.errors import LeerlogError

OFFERED = "plain-aangeboden"  # in the folder for what leerlog keeps to itself
OFFER = "Met --plain geeft leerlog alleen regels tekst. Zo blijft het: leerlog config plain ja"


def offer(setting: Setting, why: str) -> None:
    """Say that everything can be lines of text, and after what sign; a second time nothing is said."""
    mark = setting.state / OFFERED
    if files.is_file(mark):
        return
    with suppress(OSError, LeerlogError):  # then it is said again next time
        files.make_folder(setting.state)
        files.write(mark, b"")
    setting.tell(f"{why} {OFFER}")
