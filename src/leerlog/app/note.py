"""The daily note, in ten seconds."""

from collections.abc import Callable
from contextlib import suppress

from leerlog.app.given import (
    EntryOptions,
    find_sources,
    read_audiences,
    read_course,
    read_level,
    read_moment,
    read_names,
)
from leerlog.app.saving import keeping, save
from leerlog.app.setting import Setting
from leerlog.domain.entry import DAILY, DAILY_QUESTION, DAILY_TEXT, DAILY_TITLE, Answer, Entry, is_blank
from leerlog.errors import LeerlogError, Stopped, UnknownId, UsageError

# What only some notes need is imported where it is used: a note without options is not to wait for it.

NO_OPTIONS = EntryOptions()


def write_moment(setting: Setting, text: str | None, given: EntryOptions = NO_OPTIONS) -> Entry | None:
    """The daily note as it was saved; None when nothing was given.

    text: what was written; None asks for it.

    Raises:
        UsageError: when there is no text, or an option is wrong.
        LeerlogError: with the place of the draft that holds the text, whatever else goes wrong.
    """
    if text is not None and is_blank(text):
        raise UsageError('er staat geen tekst. Schrijf: leerlog moment "wat je verwonderde".')
    answers = () if text is None else (Answer(DAILY_QUESTION, text, DAILY_TEXT),)
    entry, done = Entry("", *setting.now, DAILY, DAILY_TITLE, answers=answers), None
    if given != NO_OPTIONS:
        entry = _with_options(setting, entry, given)
    if text is None:
        entry, done = _ask(setting, entry)
    if entry.answers:
        return save(setting, entry, done)
    if done:
        done()
    return None


def _with_options(setting: Setting, entry: Entry, given: EntryOptions) -> Entry:
    # What was typed is kept whatever is wrong with the options, as far as these were understood.
    with keeping(setting, lambda: entry):
        day, minute = read_moment(setting, given.on)
        entry = entry._replace(date=day, time=minute, people=read_names(given.people))
        if given.tags:
            from leerlog.app.finding import settle_tags

            entry = entry._replace(tags=settle_tags(setting, given.tags))
        entry = entry._replace(value=read_level(given.value), share=read_audiences(given.share))
        if given.course is not None:
            from leerlog.app.finding import settle

            entry = entry._replace(course=settle(setting, read_course(given.course)))
        entry = entry._replace(builds_on=_sources(setting, entry, given.builds_on))
    return entry


def _sources(setting: Setting, entry: Entry, given: list[str] | None) -> tuple[str, ...]:
    """What the note builds on; a person whose text is there already may go on without what can't be found."""
    try:
        return find_sources(setting, given)
    except UnknownId as error:
        if not (entry.answers and setting.interactive):
            raise
        from leerlog.dialogue.ask import yes_no

        setting.talk.screen.wrong(str(error))
        if yes_no(setting.talk, "Je notitie bewaren zonder dit verband?"):
            return ()
        raise


def _ask(setting: Setting, entry: Entry) -> tuple[Entry, Callable[[], None]]:
    """The entry with the answer and its value, when it is known; and what drops the draft.

    Of what a course brought of a level that level's own question is asked, else the daily one.
    """
    from leerlog.app.drafting import Drafting
    from leerlog.app.known import Known
    from leerlog.dialogue.ask import ask, ask_value
    from leerlog.dialogue.talk import Interrupted
    from leerlog.library.content import load_checklist, load_values

    talk = setting.talk
    checklist = load_checklist(DAILY, setting.own_content)
    question = checklist.questions[0]
    if entry.course:
        talk.screen.head(DAILY_TITLE, entry.course, "")
    if entry.course and entry.value:
        (asked,) = (each.question for each in load_values().levels if each.level is entry.value)
        question = question._replace(text=asked)
    drafting = Drafting(setting, checklist, entry._replace(course=""))
    explain = Known(setting).explain_in(checklist)
    text, value = "", entry.value
    if earlier := drafting.unfinished(question.id):
        talk.screen.say("Dit schreef je eerder; met Enter bewaar je het.")
    try:
        text = ask(talk, question, explain(question), earlier)
        if text and value is None:
            with suppress(LeerlogError):  # safe at once, as far as can be; the note itself follows
                drafting.save({question.id: text}, question.id)
            value = ask_value(talk)
    except Interrupted as stop:
        # At the second question the first has its answer already.
        raise Stopped(drafting.stop(question.id, text or stop.text)) from None
    answers = (Answer(question.id, text, question.text),) if text else ()
    return entry._replace(value=value, answers=answers), drafting.remove
