"""A question that waited: asked when its time has come, and its answer put at its place in the note."""

from datetime import date
from typing import NamedTuple

from leerlog.app.afterwards import ask_what_holds_back
from leerlog.app.drafting import Drafting
from leerlog.app.finding import find_item
from leerlog.app.known import Earlier, Known, known_people
from leerlog.app.saving import in_agenda, keeping, said_of
from leerlog.app.setting import Setting
from leerlog.app.shared import share_again
from leerlog.dialogue.ask import ask, ask_value, yes_no
from leerlog.dialogue.items import Items, says_what
from leerlog.dialogue.talk import Interrupted
from leerlog.domain.agenda import LATER
from leerlog.domain.checklist import ITEM_KINDS, LEVEL, Checklist, Question
from leerlog.domain.dates import full_date, short_date
from leerlog.domain.entry import Entry, Mend, one_line, tidy
from leerlog.domain.share import TO
from leerlog.domain.typed import check, fill, with_answer
from leerlog.domain.waiting import asked_by, waits_until
from leerlog.errors import LeerlogError, Stopped, UsageError
from leerlog.journal.canonical import is_canonical
from leerlog.journal.drafts import WAITED
from leerlog.journal.edits import move
from leerlog.journal.parsing import parse
from leerlog.journal.writing import render
from leerlog.library.content import load_checklist


class Waiting(NamedTuple):
    """A question that waits or waited, and in which item of which note."""

    entry: Entry
    number: int
    checklist: Checklist
    question: Question

    @property
    def ref(self) -> str:
        """The item, as it is referred to."""
        return f"{self.entry.id}.{self.number}"

    @property
    def answered(self) -> bool:
        """Whether its answer stands in the note, or its item was ticked as if it did."""
        item = self.entry.follow_ups[self.number - 1]
        return bool(self.entry.answer(self.question.id)) or not (item.open or item.dropped)

    @property
    def named(self) -> str:
        """The question, with what it is about."""
        return " · ".join(part for part in (self.entry.course, one_line(self.question.text)) if part)


def find_waiting(setting: Setting, entry: Entry, number: int) -> Waiting | None:
    """The question that an item asks or asked again; None of any other item, and of a question that is gone."""
    item = entry.follow_ups[number - 1]
    if not item.text.startswith(LATER):
        return None
    try:
        checklist = load_checklist(entry.checklist, setting.own_content)
    except LeerlogError:
        return None
    question = asked_by(item, entry, checklist)
    return Waiting(entry, number, checklist, question) if question else None


def still_waits(setting: Setting, ref: str) -> bool:
    """Whether the question of an item still has to be answered; as far as can be read."""
    try:
        entry, number = find_item(setting, ref)
    except UsageError:
        return False
    except LeerlogError:
        return True
    waiting = find_waiting(setting, entry, number)
    return waiting is not None and entry.follow_ups[number - 1].open and not waiting.answered


def refuse_answered(waiting: Waiting) -> None:
    """Stop where a question was answered: the answer stands in the note, and ticks or opens no item any more.

    Raises:
        UsageError: in Dutch.
    """
    if waiting.answered:
        name = waiting.entry.id
        raise UsageError(f"deze vraag is al beantwoord. Haar antwoord verander je in de notitie: leerlog edit {name}")


def answer_waiting(setting: Setting, waiting: Waiting, result: str | None, day: date) -> None:
    """Put the answer to a question at its place, and tick its item; or let it wait for longer.

    result: the answer; None when it is asked, of a person.
    day: when it was answered.

    Raises:
        UsageError: when nobody can be asked, the answer will not do, or the note was changed by hand so that it has
            no place.
    """
    seen = setting.journal.block(waiting.entry)
    if not is_canonical(waiting.entry, seen):
        raise UsageError(
            f"in notitie {waiting.entry.id} staat iets wat leerlog niet zo schrijft, dus ik weet niet waar je antwoord "
            f"hoort. Kijk met leerlog check --fix, of zet het er zelf in: leerlog edit {waiting.entry.id}"
        )
    drafting = Drafting(setting, waiting.checklist, waiting.entry, WAITED, waiting.ref)
    asked = _asked(setting, waiting, drafting) if result is None else _given(setting, waiting, result)
    texts, private = asked
    text = texts[waiting.question.id]
    if not text:
        setting.tell(f"Deze vraag blijft wachten. Een andere dag: leerlog agenda --move {waiting.ref} vrijdag")
    elif due := waits_until(waiting.question, text):
        item = waiting.entry.follow_ups[waiting.number - 1]
        setting.journal.change(waiting.entry, move(waiting.number, due, item.text), "verzet")
        setting.confirm(f"Deze vraag wacht tot {full_date(due)}: {waiting.named}")
    else:
        _save(setting, waiting, texts, private, seen, day)
    if result is None:  # who answers beforehand has not seen what lies there
        drafting.remove()


def _given(setting: Setting, waiting: Waiting, result: str) -> tuple[dict[str, str], bool]:
    """The answer that was given beforehand, checked, and whether it is kept private: in a note that is shared."""
    try:
        return {waiting.question.id: check(waiting.question, result, setting.today)}, bool(waiting.entry.share)
    except ValueError as error:
        raise UsageError(f"--result: {error}.") from None


def _asked(setting: Setting, waiting: Waiting, drafting: Drafting) -> tuple[dict[str, str], bool]:
    """What a person answers, with its level where that is theirs to choose, and whether it is kept private."""
    if not setting.interactive:
        raise UsageError(
            f'op deze vraag hoort een antwoord: {waiting.named} Schrijf: leerlog done {waiting.ref} --result "…". '
            "Hoeft het niet meer, dan --dropped."
        )
    talk, question = setting.talk, waiting.question
    text, private = "", False
    talk.screen.head(waiting.checklist.title, waiting.entry.course, short_date(waiting.entry.date, setting.today))
    try:
        text = _hear(setting, waiting, drafting.unfinished(question.id))
        texts = {question.id: text}
        if text and not waits_until(question, text):
            weighed = next((each for each in question.then if each.fills == LEVEL), None)
            if weighed:
                texts[weighed.id] = str(ask_value(talk) or "")
            if waiting.entry.share:
                private = not yes_no(talk, f"Deel je dit ook met {_with_whom(waiting.entry)}?", default=False)
    except Interrupted as stop:
        raise Stopped(drafting.stop(question.id, text or stop.text)) from None
    return texts, private


def _hear(setting: Setting, waiting: Waiting, given: str) -> str:
    """The answer, and of an item who and when."""
    talk, question, known = setting.talk, waiting.question, Known(setting, waiting.entry.course)
    about = known.explain_in(waiting.checklist)(question)
    earlier = Earlier(setting, waiting.checklist, waiting.entry, known.shown).shown(question)
    people = known_people(setting.journal) if question.kind in ITEM_KINDS else ()
    while True:
        text = ask(talk, question, about, given, earlier)
        if not says_what(question, text) or setting.rules.nothing.said(text):
            return text
        heard = Items(talk, question, people=people).complete(text)
        if heard.move == "stop":
            raise Interrupted("Gestopt.", heard.typed)
        if heard.move != "back":
            return heard.value
        given = heard.typed


def _with_whom(entry: Entry) -> str:
    return " en ".join(TO.get(each, each) for each in entry.share)


def _save(setting: Setting, waiting: Waiting, texts: dict[str, str], private: bool, seen: str, day: date) -> None:
    entry, question = waiting.entry, waiting.question
    part = waiting.checklist._replace(questions=(question,), retired=())
    filled = fill(part, texts, setting.today, setting.rules.nothing.said)
    if private:
        filled = filled._replace(
            answers=tuple(each._replace(private=True) for each in filled.answers),
            follow_ups=tuple(each._replace(private=True) for each in filled.follow_ups),
        )
    new = with_answer(parse(seen)[0][0], waiting.number, filled, waiting.checklist, question, day)
    with keeping(setting, lambda: said_of(setting, entry, waiting.number, texts[question.id])):
        block = render(tidy(new)).rstrip("\n") + seen[len(seen.rstrip("\n")) :]
        setting.journal.replace([Mend(entry, seen, block)], "aangevuld")
    setting.changed = True
    saved = setting.journal.find(entry.id)
    new_items = [item for item in saved.follow_ups if item not in entry.follow_ups]
    lines = [f"Bij je notitie gezet: {waiting.named}", *in_agenda(new_items, entry.date)]
    setting.confirm("\n".join([*lines, f"Teruglezen: leerlog show {saved.id}"]))
    if private:
        setting.tell(f"Dit antwoord deel je niet. Anders: leerlog edit {saved.id}")
    else:
        for line in share_again(setting, {saved.id}, "haar", "dan gaat dit antwoord mee"):
            setting.tell(line)
    if setting.rules.nothing.said(texts[question.id]):
        ask_what_holds_back(setting, setting.talk if setting.interactive else None, saved)
