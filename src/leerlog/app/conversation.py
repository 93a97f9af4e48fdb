"""A round of a checklist with the person: in the terminal or in an editor, with a draft after every answer."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path

from leerlog.app.afterwards import afterwards, ask_what_holds_back
from leerlog.app.agenda import finish_item
from leerlog.app.answers import filled_in, is_empty, keep_private, need_course, tell_remarks
from leerlog.app.drafting import Drafting, begin_command, setting_of
from leerlog.app.drafts import conversation_in
from leerlog.app.finding import settle
from leerlog.app.given import EntryOptions, begin_entry, read_course
from leerlog.app.known import Earlier, Known
from leerlog.app.meeting import take_up
from leerlog.app.recalling import tick_recall, with_planned
from leerlog.app.saving import report, save
from leerlog.app.setting import Setting
from leerlog.app.stories import LOOKS_BACK, pick_moments, show_moments
from leerlog.app.typed import as_word
from leerlog.dialogue.ask import ask_course, ask_private, ask_right, ask_share, yes_no
from leerlog.dialogue.editor import EditorFailed, FormDamaged, edit_patiently, editor, fill_in_editor
from leerlog.dialogue.session import ITEMS_DONE, Session
from leerlog.dialogue.talk import Interrupted, Talk
from leerlog.domain.checklist import COURSE, Checklist
from leerlog.domain.entry import Entry
from leerlog.domain.period import Period, quarter_of
from leerlog.domain.remarks import remark
from leerlog.errors import Stopped
from leerlog.journal.drafts import WAITED


def converse(
    setting: Setting,
    checklist: Checklist,
    given: EntryOptions,
    *,
    period: Period | None = None,
    in_editor: bool = False,
    as_json: bool = False,
    resume: bool = False,
) -> None:
    """Ask the checklist and save what was given; a draft keeps every answer until then.

    period: what is looked back on; None for this quarter.
    resume: go on with the draft there is, without asking.
    """
    entry, talk = begin_entry(setting, checklist.id, checklist.title, given), setting.talk
    known = Known(setting)
    entry = _with_course(setting, talk, checklist, entry, known)
    known.course = entry.course
    drafting = Drafting(setting, checklist, entry)
    texts, at = drafting.resume(talk, resume)
    if drafting.setting is not setting:
        setting = drafting.setting
        known = Known(setting, entry.course)
    checklist = with_planned(setting, checklist, drafting.entry.course)
    moments: tuple[Entry, ...] = ()
    if checklist.id == LOOKS_BACK and talk.reader.live and not drafting.entry.builds_on:
        moments = show_moments(setting, talk, period or quarter_of(setting.today))
    ask = _in_editor if in_editor else _in_talk
    texts, share = ask(talk, _unsaid(checklist, drafting.entry, texts), drafting, known, texts, at)
    entry = drafting.with_gone(filled_in(setting, checklist, drafting.entry, texts))
    if in_editor:
        tell_remarks(setting, checklist, texts)
        entry = entry._replace(course=settle(setting, entry.course, talk))
    if is_empty(entry):
        drafting.remove()
        setting.tell("Niets ingevuld, dus niets bewaard.")
        return
    with _all_is_kept(drafting):
        if share and talk.reader.live:
            private = ask_private(talk, entry.answers)
            entry = keep_private(entry._replace(share=share), private, checklist, texts, talk.today)
        if moments:
            # The story comes first: what is typed before it is never taken for a number.
            entry = entry._replace(builds_on=pick_moments(setting, talk, moments))
    saved = save(setting, entry, drafting.remove)
    report(setting, saved, as_json)
    tick_recall(setting, saved)
    if not as_json:
        there = talk if talk.reader.live and setting.interactive else None
        if in_editor:
            ask_what_holds_back(setting, there, saved)
        afterwards(setting, there, saved)


def resume_draft(setting: Setting, path: Path) -> None:
    """Go on with a conversation where it stopped, in the journal in which it was begun."""
    draft, checklist = conversation_in(setting, path)
    if draft.content == WAITED:
        finish_item(setting_of(setting, draft), draft.course, None, None)
    elif draft.content:
        take_up(setting, checklist, draft)
    else:
        converse(setting, checklist, EntryOptions(course=draft.course or None), resume=True)


def _show_gone(talk: Talk, drafting: Drafting) -> None:
    """Show the answers of a draft to questions that the checklist has no more; they are saved all the same."""
    if not drafting.gone:
        return
    talk.screen.gap()
    talk.screen.say("Deze antwoorden horen bij een vraag die er niet meer is. Ze blijven in je notitie staan:")
    for name, text in drafting.gone.items():
        talk.screen.took(f"{name}: {text}")
    talk.screen.gap()


def _unsaid(checklist: Checklist, entry: Entry, texts: Mapping[str, str]) -> Checklist:
    """The checklist without the question who is there, when that was said beforehand."""
    kept = (each for each in checklist.questions if each.fills != "with" or each.id in texts or not entry.people)
    return checklist._replace(questions=tuple(kept))


def _with_course(setting: Setting, talk: Talk, checklist: Checklist, entry: Entry, known: Known) -> Entry:
    if checklist.scope != "course" or entry.course:
        return entry._replace(course=settle(setting, entry.course, talk))
    if not talk.reader.live:
        # Piped answers begin with the first question; the course is named beside them.
        need_course(checklist, entry)
    return entry._replace(course=read_course(ask_course(talk, known.courses, "Over welk leertraject?", needed=True)))


@contextmanager
def _all_is_kept(drafting: Drafting) -> Iterator[None]:
    """Say where all of it is, and how to go on, when the person stops after the last question."""
    try:
        yield
    except (Interrupted, KeyboardInterrupt):
        raise Stopped(f"Gestopt. Alles staat veilig in een concept. Verder: {drafting.again}") from None


def _in_talk(
    talk: Talk, checklist: Checklist, drafting: Drafting, known: Known, texts: dict[str, str], at: str
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The answers, asked one by one and looked over, and with whom they are shared."""
    session = Session(
        checklist,
        talk,
        drafting.save,
        texts=texts,
        at=at,
        explain=known.explain,
        shown=Earlier(drafting.setting, checklist, drafting.entry, known.shown).shown,
        words=known.words,
        nothing=drafting.setting.rules.nothing.said,
        remark=lambda question, given: remark(checklist.id, question.id, given, drafting.setting.rules.window_days),
        subject=drafting.entry.course,
        again=drafting.again,
    )
    texts, share = session.run(), drafting.entry.share
    _show_gone(talk, drafting)
    if not talk.reader.live:
        session.summary()
        return texts, share

    def ask(answers: int) -> tuple[tuple[str, ...], int | None]:
        with _all_is_kept(drafting):
            return (share, ask_right(talk, answers)) if share else ask_share(talk, answers)

    texts, found = session.look_over(ask)
    return texts, found or share


def _forms(checklist: Checklist, texts: Mapping[str, str]) -> list[Checklist]:
    """What is asked in one form after another: what comes from memory first, where the whole would give it away."""
    unseen = tuple(takewhile(lambda question: question.shows != COURSE, checklist.questions))
    if len(unseen) == len(checklist.questions) or texts:
        return [checklist]
    return [checklist._replace(questions=unseen), checklist]


def _in_editor(
    talk: Talk, checklist: Checklist, drafting: Drafting, known: Known, texts: dict[str, str], at: str
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The answers from a form in the person's editor, opened again while something in it is wrong, and the audience."""
    editor()  # that there is none is told before a form is made
    place = drafting.setting.state

    def change(text: str) -> str:
        return edit_patiently(talk, text, place, "Heb je het formulier ingevuld en opgeslagen?")

    def again(message: str) -> bool:
        talk.screen.wrong(message)
        return talk.reader.live and yes_no(talk, "Het formulier opnieuw openen?")

    # How many items of a question were complete says nothing any more once they can all be changed.
    first = at.partition(ITEMS_DONE)[0] or checklist.questions[0].id
    course = drafting.entry.course
    shown = Earlier(drafting.setting, checklist, drafting.entry, known.shown).shown
    forms = _forms(checklist, texts)
    try:
        for part in forms:
            if part is not forms[0]:
                talk.screen.say("In het volgende formulier zie je wat je erover schreef.")
            texts = fill_in_editor(
                part, texts, talk.today, again, lambda typed: drafting.save(typed, first), course, change, place, shown
            )
    except (EditorFailed, FormDamaged) as error:
        if error.path is None:
            raise
        command = f"{begin_command(drafting.setting, checklist, course)} --answers {as_word(str(error.path))}"
        raise type(error)(f"{error} Ben je daar klaar, dan: {command}") from error
    _show_gone(talk, drafting)
    share = drafting.entry.share
    if texts and not share and talk.reader.live:
        with _all_is_kept(drafting):
            share, _ = ask_share(talk)
    return texts, share
