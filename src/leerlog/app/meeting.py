"""The waardecheck: the meeting itself, for whoever writes along."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import NamedTuple

from leerlog.app.agenda import hear_result, tick_off
from leerlog.app.answers import filled_in, is_empty
from leerlog.app.drafting import (
    Drafting,
    begin_command,
    is_elsewhere,
    part_of,
    resume_command,
    saved_on,
    setting_of,
    told,
)
from leerlog.app.known import Known
from leerlog.app.saving import report, save
from leerlog.app.setting import Setting
from leerlog.dialogue.ask import ask_name, ask_resume, choose
from leerlog.dialogue.session import Session
from leerlog.dialogue.talk import Clock, Interrupted, Talk
from leerlog.documents.meeting import meeting_document, told_document
from leerlog.domain.agenda import Item
from leerlog.domain.checklist import Checklist
from leerlog.domain.course import key
from leerlog.domain.dates import count, long_date
from leerlog.domain.entry import DROPPED, WAARDECHECK, Answer, Entry, Kind, Problem, dropped_result, names, names_said
from leerlog.domain.items import OPEN as OPEN_ITEM
from leerlog.domain.period import Period
from leerlog.domain.told import TABLE, TITLE, Told, write_table
from leerlog.errors import Stopped
from leerlog.journal.drafts import CLOSING, TURN, Draft, drafts
from leerlog.journal.leaving import leave
from leerlog.library.content import load_checklist
from leerlog.reports.agenda import all_items, by_due, told_apart
from leerlog.reports.meeting import MEETING_DAYS, expected_before, on_table, turns

OPEN = "open"
# What each kind becomes when it is over, in the order of looking back, and what several are called.
ENDED: dict[Kind, tuple[str, str, str]] = {
    "follow_up": ("gehouden", "afspraak", "afspraken"),
    "obstacle": ("weggenomen", "belemmering", "belemmeringen"),
    "ask": ("beantwoord", "vraag", "vragen"),
}


def hold_meeting(setting: Setting, present: list[str] | None, *, own: bool) -> None:
    """Write along with a meeting: what was agreed before, everybody's story, and the closing by the team.

    present: who is there, in the order in which they tell; None when that is asked as it goes.
    own: also look back on what is not shared with the team, which looks on.
    """
    talk = setting.talk
    checklist = load_checklist(WAARDECHECK, setting.own_content)
    expected = list(names(",".join(present or ())))
    meeting = Meeting(setting, talk, checklist, present is not None)
    waiting = parts_waiting(setting)
    # Who goes on with a meeting of today has looked back already.
    if not (talk.reader.live and any(saved_on(draft) == setting.today for draft in waiting)):
        with says_how_to_go_on(meeting.command(expected)):
            look_back(setting, talk, own=own or setting.named)
    if meeting.goes_on(waiting, expected):
        return
    part = part_of(checklist, TURN)
    while expected or (expected := meeting.next()):
        turn(setting, talk, part, expected[0], meeting.command(expected))
        part = part._replace(intro="")  # everybody has heard it
        expected.pop(0)
    close(setting, talk, checklist, meeting.command([]))


class Meeting(NamedTuple):
    """The whole of a meeting, as it is gone on with.

    named: whether it was said beforehand who is there.
    """

    setting: Setting
    talk: Talk
    checklist: Checklist
    named: bool

    def command(self, left: Sequence[str]) -> str:
        """The command that goes on with the meeting, and with those who are left when they were named beforehand.

        Who was named at the question is offered to go on with, or is named there again.
        """
        return begin_command(self.setting, self.checklist, ", ".join(left if self.named or len(left) > 1 else ()))

    def next(self) -> list[str]:
        """Whose turns are next; nobody's when everybody has had theirs."""
        if self.named:
            return []
        with says_how_to_go_on(self.command(())):
            return list(names_said(ask_name(self.talk, "Wie vertelt er?", "Enter: iedereen is geweest")))

    def goes_on(self, waiting: Sequence[Draft], expected: Sequence[str]) -> bool:
        """Go on with what waits of a meeting, as far as nobody's turn will; whether that was to the end."""
        for draft in waiting:
            if (
                draft.content == TURN
                and key(draft.course) not in map(key, expected)
                and self._takes_up(draft, expected)
            ):
                left = [draft.course, *expected]
                turn(self.setting, self.talk, self._part(draft), draft.course, self.command(left), resume=True)
        closing = next((draft for draft in waiting if draft.content == CLOSING), None)
        if not closing or expected or not self.talk.reader.live or not self._takes_up(closing, expected):
            return False
        close(self.setting, self.talk, self.checklist, self.command([]), resume=True)
        return True

    def _takes_up(self, draft: Draft, expected: Sequence[str]) -> bool:
        """Whether the person goes on with this now; a pipe can't be asked, and is told."""
        what = told(self.setting, self._part(draft), draft)
        if not self.talk.reader.live:
            again = resume_command(self.setting, draft.checklist, draft.course)
            self.talk.screen.say(f"Er wacht nog iets: {what}. Verder: {again}")
            return False
        with says_how_to_go_on(self.command(expected)):
            takes_up = ask_resume(self.talk, what)
        if not takes_up and draft.content == TURN:  # the closing is offered again at its time
            self.talk.screen.say("Dat blijft liggen. leerlog drafts toont hoe het verder kan.")
        return takes_up

    def _part(self, draft: Draft) -> Checklist:
        return part_of(self.checklist, draft.content)


def look_back(setting: Setting, talk: Talk, *, own: bool) -> None:
    """Go through what was agreed, in the way and asked before and is still open, one by one; say what was expected.

    own: also what is not shared with the team, which looks on.
    """
    marks = (OPEN_ITEM, f"checklist={WAARDECHECK}")
    entries, problems = setting.journal.read(marks=marks) if own else setting.journal.read()
    setting.warn(problems)
    found = [item for item in all_items(entries, setting.today) if item.open and not setting.rules.is_for_oneself(item)]
    if not own:
        known = _of_the_team(setting, entries, problems)
        every, found = found, [item for item in found if item.entry in known and not item.private]
        if len(found) < len(every):
            talk.screen.say("Wat je niet met het team deelt, laat ik hier niet zien. Met --own wel.")
        entries = [entry for entry in entries if entry.id in known]
    if found:
        talk.screen.gap()
        talk.screen.say(f"Van de vorige keer: {_how_many(found)} nog open.")
    by_id = {entry.id: entry for entry in entries}
    kinds = tuple(ENDED)
    for item in told_apart(sorted(found, key=lambda each: (kinds.index(each.kind), by_due(each)))):
        _settle(setting, talk, item, by_id[item.entry])
    if expected := expected_before(entries):
        talk.screen.gap()
        talk.screen.say(f"Vorige keer verwachtten jullie: {expected}")


def _how_many(items: Sequence[Item]) -> str:
    """How many of each kind there are: 2 afspraken en 1 vraag staan."""
    numbers = {kind: sum(item.kind == kind for item in items) for kind in ENDED}
    *most, last = (count(number, *ENDED[kind][1:]) for kind, number in numbers.items() if number)
    return f"{', '.join(most)} en {last} staan" if most else f"{last} {'staat' if len(items) == 1 else 'staan'}"


def _of_the_team(setting: Setting, entries: Sequence[Entry], problems: Sequence[Problem]) -> set[str]:
    """The ids of what the team may see: what is shared with it, and what it wrote together."""
    shared = leave(setting.journal, entries, problems, "team").entries
    meetings = [entry for entry in entries if entry.checklist == WAARDECHECK]
    together = leave(setting.journal, meetings, problems, "team", every=True).entries
    return {entry.id for entry in (*shared, *together)}


def _settle(setting: Setting, talk: Talk, item: Item, entry: Entry) -> None:
    due = f", voor {long_date(item.due)}" if item.due else ""
    talk.screen.gap()
    talk.screen.say(" · ".join(part for part in (item.of, item.text, item.who) if part) + due)
    if item.result:
        talk.screen.say(f"→ {item.result}")
    # What came of it stands there already, and is never replaced.
    outcomes = [ENDED[item.kind][0], OPEN, *([] if item.result else [DROPPED])]
    outcome = choose(talk, "Hoe staat het ermee?", outcomes, OPEN)
    if outcome == OPEN:
        return
    asked = "Hoe kwam dat?" if outcome == DROPPED else "Wat kwam ervan?"
    said, stopped = ("", None) if item.result else hear_result(talk, asked)
    result = dropped_result(said) if outcome == DROPPED else said
    tick_off(setting, entry, int(item.ref.rpartition(".")[2]), setting.today, result)
    if stopped:
        raise stopped


@contextmanager
def says_how_to_go_on(command: str) -> Iterator[None]:
    """Give the command to go on with when the person stops; what was given is saved already."""
    try:
        yield
    except Interrupted as stop:
        raise Stopped(f"{stop} Verder: {command}") from None


def parts_waiting(setting: Setting) -> list[Draft]:
    """The parts of meetings in this journal that were begun and not ended, the oldest first."""
    found, _ = drafts(setting.drafts)
    parts = [draft for draft in found if draft.checklist == WAARDECHECK and draft.content in (TURN, CLOSING)]
    return [draft for draft in reversed(parts) if not is_elsewhere(setting, draft)]


def turn(setting: Setting, talk: Talk, part: Checklist, name: str, meeting: str = "", resume: bool = False) -> None:
    """One person's story, written along; the clock only informs.

    meeting: the command that goes on with the whole meeting from here, when it is one.
    resume: go on with the draft there is, without asking.
    """
    drafting = _drafting(setting, part, TURN, name)
    texts, at, meeting = _resume(drafting, talk, meeting, resume)
    drafting.clock = clock = _started(name, drafting.minutes)
    if _ask(drafting, talk._replace(clock=clock), part, texts, at, meeting, name) and clock.minutes:
        talk.screen.say(f"{name} vertelde {clock.told}.")


def close(setting: Setting, talk: Talk, checklist: Checklist, meeting: str = "", resume: bool = False) -> None:
    """What stands in the way, what is asked, agreed and expected, by all together, with the yield on the table."""
    part = part_of(checklist, CLOSING)
    drafting = _drafting(setting, part, CLOSING)
    texts, at, meeting = _resume(drafting, talk, meeting, resume)
    told = _told(drafting.setting)
    if told:
        setting.say("")
        setting.show(told_document(told, setting.today))
    saved = _ask(drafting, talk, part, texts, at, meeting, told=told)
    if saved and told:
        setting.say("")
        setting.show(meeting_document(saved, setting.today))
        talk.screen.say(f"Groot op het scherm: leerlog show {saved.id} --format html --output waardecheck.html")


def _told(setting: Setting) -> tuple[Told, ...]:
    """What lies on the table of this meeting."""
    since = setting.today - timedelta(days=MEETING_DAYS)
    entries = setting.journal.read(Period(since, setting.today, ""), marks=(f"checklist={WAARDECHECK}",))[0]
    return on_table(turns(entries), setting.rules)


def _resume(drafting: Drafting, talk: Talk, meeting: str, asked: bool) -> tuple[dict[str, str], str, str]:
    """The answers of a draft, where it stopped, and the command of the meeting that offers it again."""
    here = drafting.setting
    with says_how_to_go_on(meeting or drafting.again):
        texts, at = drafting.resume(talk, asked)
    # A meeting offers what waits in its own journal only.
    return texts, at, meeting if drafting.setting is here else ""


def _started(name: str, minutes: int) -> Clock:
    """A clock that goes on from so many minutes."""
    began = time.monotonic() - 60 * minutes
    return Clock(name, lambda: time.monotonic() - began)


def take_up(setting: Setting, part: Checklist, draft: Draft) -> None:
    """Go on with the part of a meeting that was interrupted, and say how to go on with the rest."""
    if draft.content == CLOSING:
        close(setting, setting.talk, part, resume=True)
        return
    turn(setting, setting.talk, part, draft.course, resume=True)
    setting.talk.screen.say(f"Verder met de anderen en de afspraken: {begin_command(setting_of(setting, draft), part)}")


def _drafting(setting: Setting, part: Checklist, content: str, name: str = "") -> Drafting:
    """What keeps every answer of a part until it is saved, under the name of whose turn it is."""
    day, minute = setting.now
    entry = Entry("", day, minute, part.id, part.title, people=names(name))
    return Drafting(setting, part, entry, content, name)


def _ask(
    drafting: Drafting,
    talk: Talk,
    part: Checklist,
    texts: dict[str, str],
    at: str,
    meeting: str,
    name: str = "",
    told: Sequence[Told] = (),
) -> Entry | None:
    """Ask a part of the checklist and save it: the note, None when there was nothing to save.

    texts, at: the answers of a draft, and the question to go on with.
    meeting: the command that goes on with the whole meeting, when it is one.
    told: what lies on the table, to keep with it.
    """
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
        nothing=setting.rules.nothing.said,
        subject=name,
        again=meeting or drafting.again,
        anew=meeting,
    )
    entry = drafting.with_gone(filled_in(setting, part, drafting.entry, session.run()))
    if told:
        entry = entry._replace(answers=(*entry.answers, Answer(TABLE, write_table(told), TITLE)))
    if is_empty(entry):
        drafting.remove()
        return None
    saved = save(setting, entry, drafting.remove)
    talk.screen.gap()
    report(setting, saved, as_json=False)
    return saved
