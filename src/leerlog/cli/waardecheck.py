"""The waardecheck: the meeting itself, for whoever writes along."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from leerlog.app.drafting import begin_command, resume_command, saved_on, told
from leerlog.app.setting import Setting
from leerlog.cli.done import hear_result, tick_off
from leerlog.cli.turns import close, part_of, parts_waiting, says_how_to_go_on, turn
from leerlog.domain.checklist import Checklist
from leerlog.domain.course import key
from leerlog.domain.dates import count, long_date
from leerlog.domain.entry import DROPPED, Entry, Problem, dropped_result, names
from leerlog.domain.items import OPEN as OPEN_ITEM
from leerlog.domain.waardecheck import WAARDECHECK
from leerlog.journal.drafts import CLOSING, TURN, Draft
from leerlog.reports.agenda import Item, all_items, by_due, told_apart

if TYPE_CHECKING:
    from leerlog.dialogue.talk import Talk

OPEN = "open"
# What is asked about each outcome; of what is still open there is nothing to tell yet.
OUTCOMES = {"gehouden": "Wat kwam ervan?", OPEN: "", DROPPED: "Hoe kwam dat?"}


def waardecheck(
    context: typer.Context,
    present: Annotated[
        list[str] | None, typer.Argument(metavar="NAMEN", help="Wie er zijn, in de volgorde waarin ze vertellen.")
    ] = None,
    own: Annotated[
        bool, typer.Option("--own", help="Loop ook langs wat je zelf afsprak en niet met het team deelt.")
    ] = False,
) -> None:
    """Schrijf mee bij de waardecheck van het team.

    Eerst wat er de vorige keer is afgesproken, dan ieders verhaal, en tot slot wat jullie in de weg staat, wat jullie
    vragen en wat jullie afspreken. Voor het leerlog van het team: leerlog --journal team waardecheck

    In je eigen leerlog zie je alleen afspraken die je met het team deelt, want het team kijkt mee.
    """
    from leerlog.dialogue.readers import open_talk
    from leerlog.library.content import load_checklist

    setting: Setting = context.obj
    talk = open_talk(setting.today, setting.plain)
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
    talk: "Talk"
    checklist: Checklist
    named: bool

    def command(self, left: Sequence[str]) -> str:
        """The command that goes on with the meeting, and with those who are left when they were named beforehand.

        Who was named at the question is offered to go on with, or is named there again.
        """
        return begin_command(self.setting, self.checklist, ", ".join(left if self.named or len(left) > 1 else ()))

    def next(self) -> list[str]:
        """Whose turns are next; nobody's when everybody has had theirs."""
        from leerlog.dialogue.choose import ask_name

        if self.named:
            return []
        with says_how_to_go_on(self.command(())):
            return list(names(ask_name(self.talk, "Wie vertelt er?", "Enter: iedereen is geweest")))

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
        from leerlog.dialogue.ask import ask_resume

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


def look_back(setting: Setting, talk: "Talk", *, own: bool) -> None:
    """Go through what was agreed before and is still open, one by one.

    own: also what is not shared with the team, which looks on.
    """
    entries, problems = setting.journal.read(marks=(OPEN_ITEM,)) if own else setting.journal.read()
    setting.warn(problems)
    found = [item for item in all_items(entries, setting.today) if item.open and item.kind == "follow_up"]
    if not own:
        known = _of_the_team(setting, entries, problems)
        every, found = found, [item for item in found if item.entry in known and not item.private]
        if len(found) < len(every):
            talk.screen.say("Wat je niet met het team deelt, laat ik hier niet zien. Met --own wel.")
    by_id = {entry.id: entry for entry in entries}
    if found:
        talk.screen.gap()
        talk.screen.say(f"Van de vorige keer: {count(len(found), 'afspraak staat', 'afspraken staan')} nog open.")
    for item in told_apart(sorted(found, key=by_due)):
        _settle(setting, talk, item, by_id[item.entry])


def _of_the_team(setting: Setting, entries: Sequence[Entry], problems: Sequence[Problem]) -> set[str]:
    """The ids of what the team may see: what is shared with it, and what it wrote together."""
    from leerlog.journal.leaving import leave

    shared = leave(setting.journal, entries, problems, "team").entries
    meetings = [entry for entry in entries if entry.checklist == WAARDECHECK]
    together = leave(setting.journal, meetings, problems, "team", every=True).entries
    return {entry.id for entry in (*shared, *together)}


def _settle(setting: Setting, talk: "Talk", item: Item, entry: Entry) -> None:
    from leerlog.dialogue.choose import choose

    due = f", voor {long_date(item.due)}" if item.due else ""
    talk.screen.gap()
    talk.screen.say(" · ".join(part for part in (item.of, item.text, item.who) if part) + due)
    if item.result:
        talk.screen.say(f"→ {item.result}")
    # What came of it stands there already, and is never replaced.
    outcomes = [each for each in OUTCOMES if each != DROPPED or not item.result]
    outcome = choose(talk, "Hoe staat het ermee?", outcomes, OPEN)
    if outcome == OPEN:
        return
    said, stopped = ("", None) if item.result else hear_result(talk, OUTCOMES[outcome])
    result = dropped_result(said) if outcome == DROPPED else said
    tick_off(setting, entry, int(item.ref.rpartition(".")[2]), setting.today, result)
    if stopped:
        raise stopped
