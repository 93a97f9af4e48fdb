"""A round of a checklist with the person: in the terminal or in an editor, with a draft after every answer."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from leerlog.app.drafting import Drafting, begin_command, in_quotes
from leerlog.app.finding import settle
from leerlog.app.saving import report, save
from leerlog.app.setting import Setting
from leerlog.cli import options
from leerlog.cli.afterwards import afterwards
from leerlog.cli.chain import LOOKS_BACK, pick_moments
from leerlog.cli.earlier import Earlier
from leerlog.cli.rounds import Round, filled_in, is_empty, keep_private, need_course
from leerlog.domain.checklist import Checklist, Question
from leerlog.domain.course import key
from leerlog.domain.entry import Entry
from leerlog.domain.period import quarter_of

if TYPE_CHECKING:
    from leerlog.dialogue.talk import Talk


class Known:
    """What the journal already knows and a conversation can use, read when it is first asked for."""

    def __init__(self, setting: Setting, course: str = "") -> None:
        self._setting = setting
        self.course = course
        self._entries: list[Entry] | None = None
        self._topics: dict[str, str] | None = None

    @property
    def entries(self) -> list[Entry]:
        """The entries that name a course or people."""
        if self._entries is None:
            self._entries = self._setting.journal.read(marks=("Traject:", "Met:"))[0]
        return self._entries

    @property
    def courses(self) -> tuple[str, ...]:
        """The names of courses, each once, newest first."""
        return tuple({key(e.course): e.course for e in reversed(self.entries) if e.course}.values())

    def explain(self, question: Question) -> str:
        """The background of a question; "" when there is none."""
        if self._topics is None:
            from leerlog.library.content import load_topics

            self._topics = {topic.id: f"{topic.title}\n\n{topic.text}" for topic in load_topics()}
        return self._topics.get(question.topic, "")

    def explain_in(self, checklist: Checklist) -> Callable[[Question], str]:
        """The background of a checklist's questions, its own topic for those that have none."""
        return lambda question: self.explain(question._replace(topic=question.topic or checklist.topic))

    def shown(self, question: Question) -> str:
        """The earlier answer, for the same course, that belongs beside a question."""
        checklist, _, name = question.shows.partition(".")
        if not name or not self.course:
            return ""
        same = [e for e in self.entries if e.checklist == checklist and key(e.course) == key(self.course)]
        return next((text for entry in reversed(same) if (text := entry.answer(name))), "")

    def words(self, question: Question) -> Sequence[str]:
        """What can be completed in an answer."""
        if question.fills == "course":
            return self.courses
        if question.kind == "people" or question.fills == "with":
            return tuple(dict.fromkeys(name for entry in reversed(self.entries) for name in entry.people))
        return ()


def converse(setting: Setting, checklist: Checklist, entry: Entry, given: Round, resume: bool = False) -> None:
    """Ask the checklist and save what was given; a draft keeps every answer until then.

    resume: go on with the draft there is, without asking.
    """
    from leerlog.dialogue.readers import open_talk

    talk = open_talk(setting.today, setting.plain)
    known = Known(setting)
    entry = _with_course(setting, talk, checklist, entry, known)
    known.course = entry.course
    drafting = Drafting(setting, checklist, entry)
    texts, at = drafting.resume(talk, resume)
    if drafting.setting is not setting:
        setting = drafting.setting
        known = Known(setting, entry.course)
    if checklist.id == LOOKS_BACK and talk.reader.live and not texts and not drafting.entry.builds_on:
        chosen = pick_moments(setting, talk, given.period or quarter_of(setting.today))
        drafting.entry = drafting.entry._replace(builds_on=chosen)
    ask = _in_editor if given.editor else _in_talk
    texts = ask(talk, checklist, drafting, known, texts, at)
    _show_gone(talk, drafting)
    entry = drafting.with_gone(filled_in(checklist, drafting.entry, texts, setting))
    if given.editor:
        entry = entry._replace(course=settle(setting, entry.course, talk))
    if is_empty(entry):
        drafting.remove()
        setting.tell("Niets ingevuld, dus niets bewaard.")
        return
    saved = save(setting, _with_audience(talk, entry, checklist, texts), drafting.remove)
    report(setting, saved, given.as_json)
    if not given.as_json:
        afterwards(setting, talk if talk.reader.live and setting.interactive else None, saved)


def _show_gone(talk: "Talk", drafting: Drafting) -> None:
    """Show the answers of a draft to questions that the checklist has no more; they are saved all the same."""
    if not drafting.gone:
        return
    talk.screen.gap()
    talk.screen.say("Deze antwoorden horen bij een vraag die er niet meer is. Ze blijven in je notitie staan:")
    for name, text in drafting.gone.items():
        talk.screen.took(f"{name}: {text}")
    talk.screen.gap()


def _with_course(setting: Setting, talk: "Talk", checklist: Checklist, entry: Entry, known: Known) -> Entry:
    from leerlog.dialogue.ask import ask_course

    if checklist.scope != "course" or entry.course:
        return entry._replace(course=settle(setting, entry.course, talk))
    if not talk.reader.live:
        # Piped answers begin with the first question; the course is named beside them.
        need_course(checklist, entry)
    return entry._replace(course=options.course(ask_course(talk, known.courses, "Over welk leertraject?", needed=True)))


def _in_talk(
    talk: "Talk", checklist: Checklist, drafting: Drafting, known: Known, texts: dict[str, str], at: str
) -> dict[str, str]:
    """The answers, asked one by one."""
    from leerlog.dialogue.session import Session

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
        subject=drafting.entry.course,
        again=drafting.again,
    )
    given = session.run()
    session.summary()
    return given


def _in_editor(
    talk: "Talk", checklist: Checklist, drafting: Drafting, known: Known, texts: dict[str, str], at: str
) -> dict[str, str]:
    """The answers from a form in the person's editor, opened again while something in it is wrong."""
    from leerlog.dialogue.ask import yes_no
    from leerlog.dialogue.editor import EditorFailed, NotWaited, edit, editor, fill_in_editor, read_edited
    from leerlog.dialogue.form import FormDamaged
    from leerlog.dialogue.session import ITEMS_DONE

    editor()  # that there is none is told before a form is made
    place = drafting.setting.state

    def change(text: str) -> str:
        try:
            return edit(text, place=place)
        except NotWaited as error:
            back = error
        while back.path and talk.reader.live:
            talk.screen.wrong(str(back))
            if not yes_no(talk, "Heb je het formulier ingevuld en opgeslagen?"):
                break
            try:
                return read_edited(back.path, text)
            except NotWaited as error:
                back = error
        raise back

    def again(message: str) -> bool:
        talk.screen.wrong(message)
        return talk.reader.live and yes_no(talk, "Het formulier opnieuw openen?")

    # How many items of a question were complete says nothing any more once they can all be changed.
    first = at.partition(ITEMS_DONE)[0] or checklist.questions[0].id
    course = drafting.entry.course
    try:
        return fill_in_editor(
            checklist, texts, talk.today, again, lambda typed: drafting.save(typed, first), course, change, place
        )
    except (EditorFailed, FormDamaged) as error:
        if error.path is None:
            raise
        command = f"{begin_command(drafting.setting, checklist, course)} --answers {in_quotes(str(error.path))}"
        raise type(error)(f"{error} Ben je daar klaar, dan: {command}") from error


def _with_audience(talk: "Talk", entry: Entry, checklist: Checklist, texts: dict[str, str]) -> Entry:
    """The entry with whom it is shared with, asked of a person who did not say so beforehand."""
    from leerlog.dialogue.ask import ask_private, ask_share

    if not talk.reader.live:
        return entry
    share = entry.share or ask_share(talk)
    if not share:
        return entry
    private = ask_private(talk, entry.answers)
    return keep_private(entry._replace(share=share), private, checklist, texts, talk.today)
