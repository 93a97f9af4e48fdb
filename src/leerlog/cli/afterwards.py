"""What a person is offered once a note is saved, at a terminal only."""

from typing import TYPE_CHECKING

from leerlog.cli.context import Setting
from leerlog.domain.entry import Entry

if TYPE_CHECKING:
    from leerlog.dialogue.talk import Talk


def afterwards(setting: Setting, talk: "Talk", entry: Entry) -> None:
    """Offer what fits the note; whatever is declined, the note is safe."""
