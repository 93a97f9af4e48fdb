"""What was agreed, what stands in the way, what was asked: put in the agenda, moved, ticked with what came of it."""

from datetime import date
from typing import NoReturn

from leerlog.app.choosing import which_item
from leerlog.app.finding import TASKS, find_item, settle
from leerlog.app.given import read_course, read_day, read_moment
from leerlog.app.known import known_people
from leerlog.app.saving import keeping, said_of, save
from leerlog.app.setting import Setting
from leerlog.app.waiting import answer_waiting, find_waiting, refuse_answered
from leerlog.dialogue.ask import RESULT, ask_result
from leerlog.dialogue.items import hear_item
from leerlog.dialogue.talk import Interrupted, Talk
from leerlog.domain.checklist import Kind as Asked
from leerlog.domain.checklist import Question
from leerlog.domain.dates import full_date, is_iso, long_date
from leerlog.domain.entry import WAARDECHECK, Entry, FollowUp, Problem, dropped_result, one_line, says_dropped
from leerlog.domain.items import item_line
from leerlog.domain.text import in_quotes
from leerlog.domain.typed import KIND_OF, check, read_item
from leerlog.errors import NothingChosen, Stopped, UsageError
from leerlog.journal.edits import give_result, move, tick, untick
from leerlog.journal.reading import COURSE
from leerlog.journal.store import Journal, refuse_bad_text
from leerlog.reports.agenda import Agenda, build_agenda
from leerlog.reports.calendar import Calendar, build_calendar, with_reminders

CHECKLIST = "agenda"
# What is asked of who gave no words.
WORDS: dict[Asked, str] = {
    "follow-up": "Wat spreek je af?",
    "obstacle": "Wat staat in de weg?",
    "ask": "Wat vraag je aan je team of organisatie?",
}
KINDS: dict[str, Asked] = {"afspraak": "follow-up", "belemmering": "obstacle", "vraag": "ask"}


def see_agenda(journal: Journal, today: date) -> tuple[Agenda, list[Problem]]:
    """Everything that was agreed and asked, and what stands in the way."""
    entries, problems = journal.read(marks=TASKS)
    return build_agenda(entries, today), problems


def see_calendar(setting: Setting, *, reminders: bool = False) -> tuple[Calendar, list[Problem]]:
    """The open items with a date; with reminders the daily question every week, and the days of the method too."""
    entries, problems = setting.journal.read(marks=TASKS)
    calendar = build_calendar(entries, setting.today, setting.rules)
    if reminders:
        about = setting.journal.read(marks=(COURSE, f"checklist={WAARDECHECK}"))[0]
        known = [entry for entry in about if entry.date <= setting.today]
        calendar = with_reminders(calendar, known, setting.today, setting.rules)
    return calendar, problems


def add_item(
    setting: Setting, text: str, who: str | None, due: str | None, kind: str | None, course: str | None
) -> tuple[Entry, int]:
    """Save a note that holds this one item: the note, and the item's number in it.

    text: may say who and when itself, as in the journal: `Bellen (wie: Anja, voor vrijdag)`; "" asks for all
        of these, of a person.
    """
    day, minute = setting.now
    if not text and setting.interactive:
        text = _ask_words(setting, KINDS[_kind(kind)], one_line(who or ""), read_day(setting, "--due", due))
    typed = FollowUp("follow_up", text)
    entry = Entry("", day, minute, CHECKLIST, "Afspraak", follow_ups=(typed,) if text.strip() else ())
    with keeping(setting, lambda: entry):
        word = _kind(kind)
        item = _item(setting, KINDS[word], text)
        person, last = one_line(who or ""), read_day(setting, "--due", due)
        _refuse_other("--who", item.who, person)
        _refuse_other("--due", item.due, last)
        item = item._replace(who=person or item.who, due=last or item.due)
        name = settle(setting, read_course(course)) if course is not None else ""
    saved = save(setting, entry._replace(title=word.capitalize(), course=name, follow_ups=(item,)))
    return saved, 1


def _ask_words(setting: Setting, kind: Asked, who: str, due: date | None) -> str:
    """What goes in the agenda, as a person gives it at a terminal, with who and when as far as no option says it."""
    question = Question(CHECKLIST, WORDS[kind], "", kind)
    given = FollowUp(KIND_OF[kind], "", who=who, due=due)
    try:
        item = hear_item(setting.talk, question, known_people(setting.journal), given)
    except Interrupted as stop:
        if not stop.text:
            raise Stopped("Gestopt; er was nog niets ingevuld.") from None
        half = Entry("", *setting.now, CHECKLIST, "Afspraak", follow_ups=(FollowUp(given.kind, stop.text),))
        _keep_half(setting, half)
    if item is None:
        raise NothingChosen("Niets ingevuld, dus niets bewaard.")
    return item_line(item)


def _keep_half(setting: Setting, half: Entry) -> NoReturn:
    with keeping(setting, lambda: half):
        raise Stopped("Gestopt.")


def move_item(setting: Setting, ref: str, when: str) -> tuple[Entry, int]:
    """Put an open item on another day: its note, and its number in that."""
    due = read_day(setting, "--move", when)
    if due is None:
        raise UsageError("--move: de datum is leeg. Schrijf bijvoorbeeld: 2 weken, vrijdag, 7 dec of 2026-12-07.")
    entry, number = find_item(setting, ref)
    return setting.journal.change(entry, move(number, due, entry.follow_ups[number - 1].text), "verzet"), number


def _kind(kind: str | None) -> str:
    word = "afspraak" if kind is None else kind.strip().lower()
    found = [known for known in KINDS if word and known.startswith(word)]
    if len(found) != 1:
        raise UsageError(f"{in_quotes(word)} is geen soort. Kies uit: {', '.join(KINDS)}.")
    return found[0]


def _item(setting: Setting, kind: Asked, text: str) -> FollowUp:
    question = Question("agenda", "", "", kind)
    try:
        line = check(question, text, setting.today)
    except ValueError as error:
        raise UsageError(f"--add: {error}.") from None
    if not line:
        raise UsageError('--add: er staat geen tekst. Schrijf: leerlog agenda --add "Anja bellen" --due vrijdag.')
    return read_item(kind, line)


def _refuse_other(option: str, written: object, given: object) -> None:
    if written and given and written != given:
        raise UsageError(
            f"je tekst zegt {in_quotes(str(written))} en {option} zegt {in_quotes(str(given))}. Kies er één."
        )


def finish_item(
    setting: Setting, ref: str | None, result: str | None, on: str | None, dropped: str | None = None
) -> None:
    """Tick an item and keep what came of it; of a person who did not say so that is asked once.

    Of a question that waited the result is its answer.

    dropped: why nobody will do it any more, "" for no reason; None when it was done.
    """
    day = read_moment(setting, on)[0]
    entry, number = which_item(setting, ref)
    item = entry.follow_ups[number - 1]
    waiting = find_waiting(setting, entry, number) if dropped is None else None
    if waiting and result:
        refuse_answered(waiting)
    if waiting and not waiting.answered and (item.open or result):
        answer_waiting(setting, waiting, result, day)
        return
    said = one_line(result or "") if dropped is None else dropped_result(one_line(dropped))
    named = _named(entry, item)
    if not item.open and said in ("", item.result):
        how = "vervallen" if item.dropped else "afgevinkt"
        when = f" op {long_date(item.done)}" if item.done else ""
        setting.tell(f"Dit was al {how}{when}: {named}")
        return
    entry = tick_off(setting, entry, number, day if item.open else None, said)
    was = f" (was: {item.result})" if item.result and said else ""
    if dropped is None:
        setting.confirm(f"Afgevinkt: {named}" + (f"\nResultaat: {said}{was}" if said else ""))
    else:
        why = one_line(dropped)
        setting.confirm(f"Vervallen: {named}" + (f"\nWaarom: {why}{was}" if why else was))
    if on is not None and item.open and not is_iso(on):
        setting.tell(f"'{one_line(on)}' is {full_date(day)}.")
    if result is None and dropped is None and not (item.result or waiting) and setting.interactive:
        _ask_result(setting, entry, number)


def open_again(setting: Setting, ref: str | None) -> None:
    """Take the tick of an item away, with the day on which it was done, and that it was dropped."""
    entry, number = which_item(setting, ref, ticked=True)
    item = entry.follow_ups[number - 1]
    if item.open:
        setting.tell(f"Dit staat nog open: {_named(entry, item)}")
        return
    if waiting := find_waiting(setting, entry, number):
        refuse_answered(waiting)

    def edit(block: str) -> str:
        block = give_result(number, "", item.text, item.result)(block) if item.dropped else block
        return untick(number, item.text)(block)

    setting.journal.change(entry, edit, "weer opengezet")
    setting.confirm(f"Weer open: {_named(entry, item)}")
    if item.result and not item.dropped:
        setting.tell(f"Wat ervan kwam staat er nog bij: {item.result}")


def _named(entry: Entry, item: FollowUp) -> str:
    return " · ".join(part for part in (entry.course, item.text) if part)


def tick_off(setting: Setting, entry: Entry, number: int, day: date | None, said: str) -> Entry:
    """Tick the item, unless `day` is None, and put below it what came of it: both or neither.

    What was said takes the place of what stands there, and is kept in a draft when that fails.
    """
    item = entry.follow_ups[number - 1]

    def edit(block: str) -> str:
        # The result first: it looks whether the item still is what was read.
        block = give_result(number, said, item.text, item.result)(block) if said else block
        return tick(number, day)(block) if day else block

    with keeping(setting, lambda: said_of(setting, entry, number, said)):
        refuse_bad_text(entry._replace(follow_ups=(item._replace(result=said),)))
        what = "vervallen" if says_dropped(said) else "afgevinkt" if day else "uitkomst erbij"
        return setting.journal.change(entry, edit, what)


def _ask_result(setting: Setting, entry: Entry, number: int) -> None:
    """Ask once what came of it; half an answer is kept as well."""
    said: str = ""
    stopped: BaseException | None
    try:
        said, stopped = hear_result(setting.talk, RESULT)
    except KeyboardInterrupt as early:  # before there was anything to type in
        stopped = early
    if said:
        tick_off(setting, entry, number, None, said)
    if stopped:
        kept = "wat je typte, staat eronder" if said else "er staat niets onder"
        raise Stopped(f"Gestopt. Afgevinkt is het; {kept}.")


def hear_result(talk: Talk, text: str) -> tuple[str, Stopped | None]:
    """What came of an item, and the Ctrl+C that ended the answer, which may then be half a one."""
    try:
        return ask_result(talk, text), None
    except Interrupted as stop:
        return one_line(stop.text), stop
