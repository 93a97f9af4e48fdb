"""The waardecheck: the meeting itself, for whoever writes along."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from leerlog.cli.context import Setting
from leerlog.cli.conversation import Known
from leerlog.cli.done import hear_result, keep_heard
from leerlog.cli.drafting import Drafting, begin_command, begun_today, setting_of
from leerlog.cli.rounds import filled_in, is_empty
from leerlog.cli.saving import report, save
from leerlog.domain.checklist import ITEM_KINDS, Checklist
from leerlog.domain.dates import count, long_date
from leerlog.domain.entry import DROPPED, Entry, dropped_result, names
from leerlog.domain.waardecheck import WAARDECHECK
from leerlog.errors import Stopped
from leerlog.journal.drafts import CLOSING, TURN, Draft
from leerlog.reports.agenda import Item, all_items, by_due

if TYPE_CHECKING:
    from leerlog.dialogue.clock import Clock
    from leerlog.dialogue.talk import Talk

OPEN = "open"
# What is asked about each outcome; of what is still open there is nothing to tell yet.
OUTCOMES = {"gehouden": "Wat kwam ervan?", OPEN: "", DROPPED: "Hoe kwam dat?"}


def waardecheck(
    context: typer.Context,
    present: Annotated[
        list[str] | None, typer.Argument(metavar="NAMEN", help="Wie er zijn, in de volgorde waarin ze vertellen.")
    ] = None,
) -> None:
    """Schrijf mee bij de waardecheck van het team.

    Eerst wat er de vorige keer is afgesproken, dan ieders verhaal, en tot slot wat jullie in de weg zit, wat jullie
    vragen en wat jullie afspreken. Voor het leerlog van het team: leerlog --journal team waardecheck
    """
    from leerlog.dialogue.readers import open_talk
    from leerlog.library.content import load_checklist

    setting: Setting = context.obj
    talk = open_talk(setting.today, setting.plain)
    checklist = load_checklist(WAARDECHECK, setting.own_content)
    expected = list(names(",".join(present or ())))
    # Who goes on with a turn of today has looked back already.
    if not (talk.reader.live and expected and begun_today(setting, WAARDECHECK, expected[0])):
        with _says_how_to_go_on(begin_command(setting, checklist, ", ".join(expected))):
            look_back(setting, talk)
    part = part_of(checklist, TURN)
    while expected or (expected := _next(setting, talk, checklist, asked=present is not None)):
        turn(setting, talk, part, expected.pop(0), expected)
        part = part._replace(intro="")  # everybody has heard it
    _ask(setting, talk, part_of(checklist, CLOSING), CLOSING)


def look_back(setting: Setting, talk: "Talk") -> None:
    """Go through what was agreed before and is still open, one by one."""
    entries, problems = setting.journal.read(marks=("[ ] ",))
    setting.warn(problems)
    found = [item for item in all_items(entries, setting.today) if item.open and item.kind == "follow_up"]
    by_id = {entry.id: entry for entry in entries}
    if found:
        talk.screen.gap()
        talk.screen.say(f"Van de vorige keer: {count(len(found), 'afspraak staat', 'afspraken staan')} nog open.")
    for item in sorted(found, key=by_due):
        _settle(setting, talk, item, by_id[item.entry])


def _settle(setting: Setting, talk: "Talk", item: Item, entry: Entry) -> None:
    from leerlog.dialogue.choose import choose

    due = f", voor {long_date(item.due)}" if item.due else ""
    talk.screen.gap()
    talk.screen.say(f"{item.text}{f' · {item.who}' if item.who else ''}{due}")
    if item.result:
        talk.screen.say(f"→ {item.result}")
    # What came of it stands there already, and is never replaced.
    outcomes = [each for each in OUTCOMES if each != DROPPED or not item.result]
    outcome = choose(talk, "Hoe staat het ermee?", outcomes, OPEN)
    if outcome == OPEN:
        return
    said, stopped = ("", None) if item.result else hear_result(talk, OUTCOMES[outcome])
    result = dropped_result(said) if outcome == DROPPED else said
    keep_heard(setting, entry, int(item.ref.rpartition(".")[2]), setting.today, result)
    if stopped:
        raise stopped


@contextmanager
def _says_how_to_go_on(command: str) -> Iterator[None]:
    """Give the command to go on with when the person stops; what was settled is saved already."""
    from leerlog.dialogue.talk import Interrupted

    try:
        yield
    except Interrupted as stop:
        raise Stopped(f"{stop} Verder: {command}") from None


def _next(setting: Setting, talk: "Talk", checklist: Checklist, asked: bool) -> list[str]:
    """Whose turns are next; nobody's when everybody has had theirs."""
    from leerlog.dialogue.choose import ask_name

    if asked:
        return []
    with _says_how_to_go_on(begin_command(setting, checklist)):
        return list(names(ask_name(talk, "Wie vertelt er?", "Enter: iedereen is geweest")))


def part_of(checklist: Checklist, content: str) -> Checklist:
    """The questions of a part of the meeting: somebody's turn, or the closing by the team; all of them for ""."""
    if content == TURN:
        return checklist._replace(questions=tuple(q for q in checklist.questions if q.kind not in ITEM_KINDS))
    if content == CLOSING:
        questions = (q._replace(numbered=True) for q in checklist.questions if q.kind in ITEM_KINDS)
        return checklist._replace(questions=tuple(questions), intro="")
    return checklist


def turn(
    setting: Setting, talk: "Talk", part: Checklist, name: str, after: Sequence[str] = (), resume: bool = False
) -> None:
    """One person's story, written along; the clock only informs.

    after: who come after, as far as they were named beforehand.
    """
    clock = _ask(setting, talk, part, TURN, name, after, resume)
    if clock and clock.minutes:
        talk.screen.say(f"{name} vertelde {clock.told}.")


def _started(name: str, minutes: int) -> "Clock":
    """A clock that goes on from so many minutes."""
    from leerlog.dialogue.clock import Clock

    began = time.monotonic() - 60 * minutes
    return Clock(name, lambda: time.monotonic() - began)


def take_up(setting: Setting, part: Checklist, draft: Draft) -> None:
    """Go on with the part of a meeting that was interrupted, and say how to go on with the rest."""
    from leerlog.dialogue.readers import open_talk

    talk = open_talk(setting.today, setting.plain)
    if draft.content != TURN:
        _ask(setting, talk, part, draft.content, resume=True)
        return
    turn(setting, talk, part, draft.course, resume=True)
    talk.screen.say(f"Verder met de anderen en de afspraken: {begin_command(setting_of(setting, draft), part)}")


def _ask(
    setting: Setting,
    talk: "Talk",
    part: Checklist,
    content: str,
    name: str = "",
    after: Sequence[str] = (),
    resume: bool = False,
) -> "Clock | None":
    """Ask a part of the checklist and save it; a draft under the person's name keeps every answer until then.

    Gives how long a turn took, when there was anything to save.

    after: whose turns come next, when they were named.
    resume: go on with the draft there is, without asking.
    """
    from leerlog.dialogue.session import Session

    day, minute = setting.now
    entry = Entry("", day, minute, part.id, part.title, people=names(name))
    drafting = Drafting(setting, part, entry, content, name)
    texts, at = drafting.resume(talk, resume)
    # The whole meeting goes on with those who were named; without names, or in another journal, only this part can.
    together = after and drafting.setting is setting
    again = begin_command(setting, part, ", ".join((name, *after))) if together else drafting.again
    # Of a draft that is gone on with, the journal in which it was begun.
    setting = drafting.setting
    drafting.clock = _started(name, drafting.minutes) if content == TURN else None
    known = Known(setting)
    session = Session(
        part,
        talk._replace(clock=drafting.clock),
        drafting.save,
        texts=texts,
        at=at,
        explain=known.explain,
        words=known.words,
        subject=name,
        again=again,
    )
    entry = drafting.with_gone(filled_in(part, drafting.entry, session.run(), setting))
    saved = None if is_empty(entry) else save(setting, entry)
    drafting.remove()
    if saved is None:
        return None
    talk.screen.gap()
    report(setting, saved, as_json=False)
    return drafting.clock
