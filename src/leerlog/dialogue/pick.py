"""One thing to do, picked by its number, with who does it and when."""

from collections.abc import Mapping

from leerlog.dialogue.ask import ask_number
from leerlog.dialogue.items import Items
from leerlog.dialogue.talk import Interrupted, Talk
from leerlog.domain.checklist import Question
from leerlog.domain.entry import FollowUp
from leerlog.domain.items import item_line
from leerlog.domain.typed import read_item

ITEM = Question("pick", "Wat spreek je af?", "", "follow-up")


def pick(talk: Talk, text: str, choices: Mapping[int, str], people: tuple[str, ...] = ()) -> FollowUp | None:
    """The choice as a follow-up; None when nothing is picked.

    people: whose names can be completed.

    Raises:
        Interrupted: when the person stops.
    """
    while True:
        talk.screen.gap()
        number = ask_number(talk, text, choices)
        if not number:
            return None
        talk.screen.took(choices[number])
        item = settle(talk, FollowUp("follow_up", choices[number].removesuffix(".")), people)
        if item:
            return item


def settle(talk: Talk, item: FollowUp, people: tuple[str, ...] = ()) -> FollowUp | None:
    """The item with what it doesn't say yet of who and when; None when the person goes back.

    Raises:
        Interrupted: when the person stops.
    """
    heard = Items(talk, ITEM, people=people).complete(item_line(item))
    if heard.move == "back":
        return None
    if heard.move == "stop":
        raise Interrupted("Gestopt.", heard.typed)
    return read_item(ITEM.kind, heard.value or heard.typed)
