"""What follows once a note is saved: a look at what it says, and at a terminal an offer that fits it."""

from typing import TYPE_CHECKING

from leerlog.app.setting import Setting
from leerlog.domain.entry import Entry
from leerlog.errors import Stopped

if TYPE_CHECKING:
    from leerlog.dialogue.talk import Talk


def afterwards(setting: Setting, talk: "Talk | None", entry: Entry) -> None:
    """Show and offer what fits the note; whatever is declined, the note is safe.

    talk: None when nobody is there to be asked.
    """
    try:
        if entry.checklist in ("hill", "conditions"):
            from leerlog.cli.weak_spots import look

            look(setting, talk, entry)
        elif talk:
            from leerlog.cli.chain import offer_sources

            offer_sources(setting, talk, entry)
    except Stopped:
        raise Stopped("Gestopt. Je notitie was al bewaard.") from None
