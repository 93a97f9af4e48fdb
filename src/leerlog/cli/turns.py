"""The parts of a waardecheck: somebody's turn, and the closing by the team."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from leerlog.app.drafting import Drafting, begin_command, is_elsewhere, setting_of
from leerlog.app.saving import report, save
from leerlog.app.setting import Setting
from leerlog.cli.conversation import Known
from leerlog.cli.rounds import filled_in, is_empty
from leerlog.domain.checklist import ITEM_KINDS, Checklist
from leerlog.domain.entry import Entry, names
from leerlog.domain.waardecheck import WAARDECHECK
from leerlog.errors import Stopped
from leerlog.journal.drafts import CLOSING, TURN, Draft, drafts

if TYPE_CHECKING:
    from leerlog.dialogue.clock import Clock
    from leerlog.dialogue.talk import Talk


def part_of(checklist: Checklist, content: str) -> Checklist:
    """The questions of a part of the meeting: somebody's turn, or the closing by the team; all of them for ""."""
    if content == TURN:
        return checklist._replace(questions=tuple(q for q in checklist.questions if q.kind not in ITEM_KINDS))
    if content == CLOSING:
        questions = (q._replace(numbered=True) for q in checklist.questions if q.kind in ITEM_KINDS)
        return checklist._replace(questions=tuple(questions), intro="")
    return checklist


@contextmanager
def says_how_to_go_on(command: str) -> Iterator[None]:
    """Give the command to go on with when the person stops; what was given is saved already."""
    from leerlog.dialogue.talk import Interrupted

    try:
        yield
    except Interrupted as stop:
        raise Stopped(f"{stop} Verder: {command}") from None


def parts_waiting(setting: Setting) -> list[Draft]:
    """The parts of meetings in this journal that were begun and not ended, the oldest first."""
    found, _ = drafts(setting.drafts)
    parts = [draft for draft in found if draft.checklist == WAARDECHECK and draft.content in (TURN, CLOSING)]
    return [draft for draft in reversed(parts) if not is_elsewhere(setting, draft)]


def turn(setting: Setting, talk: "Talk", part: Checklist, name: str, meeting: str = "", resume: bool = False) -> None:
    """One person's story, written along; the clock only informs.

    meeting: the command that goes on with the whole meeting from here, when it is one.
    resume: go on with the draft there is, without asking.
    """
    drafting = _drafting(setting, part, TURN, name)
    texts, at, meeting = _resume(drafting, talk, meeting, resume)
    drafting.clock = clock = _started(name, drafting.minutes)
    if _ask(drafting, talk._replace(clock=clock), part, texts, at, meeting, name) and clock.minutes:
        talk.screen.say(f"{name} vertelde {clock.told}.")


def close(setting: Setting, talk: "Talk", checklist: Checklist, meeting: str = "", resume: bool = False) -> None:
    """What stands in the way, what is asked and what is agreed, by all together."""
    part = part_of(checklist, CLOSING)
    drafting = _drafting(setting, part, CLOSING)
    texts, at, meeting = _resume(drafting, talk, meeting, resume)
    _ask(drafting, talk, part, texts, at, meeting)


def _resume(drafting: Drafting, talk: "Talk", meeting: str, asked: bool) -> tuple[dict[str, str], str, str]:
    """The answers of a draft, where it stopped, and the command of the meeting that offers it again."""
    here = drafting.setting
    with says_how_to_go_on(meeting or drafting.again):
        texts, at = drafting.resume(talk, asked)
    # A meeting offers what waits in its own journal only.
    return texts, at, meeting if drafting.setting is here else ""


def _started(name: str, minutes: int) -> "Clock":
    """A clock that goes on from so many minutes."""
    from leerlog.dialogue.clock import Clock

    began = time.monotonic() - 60 * minutes
    return Clock(name, lambda: time.monotonic() - began)


def take_up(setting: Setting, part: Checklist, draft: Draft) -> None:
    """Go on with the part of a meeting that was interrupted, and say how to go on with the rest."""
    from leerlog.dialogue.readers import open_talk

    talk = open_talk(setting.today, setting.plain)
    if draft.content == CLOSING:
        close(setting, talk, part, resume=True)
        return
    turn(setting, talk, part, draft.course, resume=True)
    talk.screen.say(f"Verder met de anderen en de afspraken: {begin_command(setting_of(setting, draft), part)}")


def _drafting(setting: Setting, part: Checklist, content: str, name: str = "") -> Drafting:
    """What keeps every answer of a part until it is saved, under the name of whose turn it is."""
    day, minute = setting.now
    entry = Entry("", day, minute, part.id, part.title, people=names(name))
    return Drafting(setting, part, entry, content, name)


def _ask(
    drafting: Drafting, talk: "Talk", part: Checklist, texts: dict[str, str], at: str, meeting: str, name: str = ""
) -> bool:
    """Ask a part of the checklist and save it; whether there was anything to save.

    texts, at: the answers of a draft, and the question to go on with.
    meeting: the command that goes on with the whole meeting, when it is one.
    """
    from leerlog.dialogue.session import Session

    # Of a draft that is gone on with, the journal in which it was begun.
    setting, known = drafting.setting, Known(drafting.setting)
    session = Session(
        part,
        talk,
        drafting.save,
        texts=texts,
        at=at,
        explain=known.explain,
        words=known.words,
        subject=name,
        again=meeting or drafting.again,
        anew=meeting,
    )
    entry = drafting.with_gone(filled_in(part, drafting.entry, session.run(), setting))
    if is_empty(entry):
        drafting.remove()
        return False
    saved = save(setting, entry, drafting.remove)
    talk.screen.gap()
    report(setting, saved, as_json=False)
    return True
