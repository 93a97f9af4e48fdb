"""The daily note, in ten seconds."""

from collections.abc import Callable
from typing import Annotated

import typer

from leerlog.app.saving import keeping, report, save
from leerlog.app.setting import Setting
from leerlog.cli import options
from leerlog.cli.given import INPUT, input_text
from leerlog.domain.daily import DAILY, DAILY_QUESTION, DAILY_TEXT, DAILY_TITLE
from leerlog.domain.entry import Answer, Entry
from leerlog.errors import Stopped, UnknownId, UsageError


def moment(
    context: typer.Context,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEKST", help="Wat je verwonderde; - leest van de invoer.")
    ] = None,
    value: options.Value = None,
    course: options.Course = None,
    with_: options.People = None,
    tag: options.Tags = None,
    on: options.On = None,
    builds_on: options.BuildsOn = None,
    share: options.Share = None,
    as_json: options.AsJson = False,
) -> None:
    """Wat heeft jou verwonderd in je werk vandaag?

    Zonder tekst vraagt leerlog ernaar.
    """
    setting: Setting = context.obj
    asked = text is None and setting.interactive
    entry = Entry("", *setting.now, DAILY, DAILY_TITLE, answers=() if asked else _answer(setting, text))
    # What was typed is kept whatever is wrong with the options, as far as these were understood.
    with keeping(setting, lambda: entry):
        day, minute = options.moment_of(setting, on)
        entry = entry._replace(date=day, time=minute, people=options.people(with_))
        if tag:
            from leerlog.app.finding import settle_tags

            entry = entry._replace(tags=settle_tags(setting, tag))
        entry = entry._replace(value=options.level(value), share=options.audiences(share))
        if course is not None:
            entry = entry._replace(course=_settled(setting, options.course(course)))
        entry = entry._replace(builds_on=_sources(setting, builds_on, asked))
    done = None
    if asked:
        entry, done = ask_moment(setting, entry)
    if entry.answers:
        saved = save(setting, entry, done)
        report(setting, saved, as_json)
        if not as_json and setting.interactive and (saved.course or saved.people):
            from leerlog.cli.afterwards import afterwards

            afterwards(setting, setting.talk, saved)
    else:
        if done:
            done()
        setting.tell("Niets ingevuld, dus niets bewaard.")


def _settled(setting: Setting, course: str) -> str:
    """The course's name as the journal has it."""
    from leerlog.app.finding import settle

    return settle(setting, course)


def _sources(setting: Setting, given: list[str] | None, asked: bool) -> tuple[str, ...]:
    """What the note builds on; a person whose text is there already may go on without what can't be found."""
    try:
        return options.sources(setting, given)
    except UnknownId as error:
        if asked or not setting.interactive:
            raise
        from leerlog.dialogue.ask import yes_no

        setting.talk.screen.wrong(str(error))
        if yes_no(setting.talk, "Je notitie bewaren zonder dit verband?"):
            return ()
        raise


def _answer(setting: Setting, words: list[str] | None) -> tuple[Answer, ...]:
    """The text: from the command line or the input."""
    given = " ".join(words) if words and words != [INPUT] else input_text(setting)
    if not given.strip():
        raise UsageError('er staat geen tekst. Schrijf: leerlog moment "wat je verwonderde".')
    return (Answer(DAILY_QUESTION, given, DAILY_TEXT),)


def ask_moment(setting: Setting, entry: Entry) -> tuple[Entry, Callable[[], None]]:
    """The entry with the answer to the daily question and its value, when it is known; and what drops the draft."""
    from leerlog.app.drafting import Drafting
    from leerlog.cli.conversation import Known
    from leerlog.dialogue.ask import ask, ask_value
    from leerlog.dialogue.talk import Interrupted
    from leerlog.library.content import load_checklist

    talk = setting.talk
    checklist = load_checklist(DAILY, setting.own_content)
    question = checklist.questions[0]
    drafting = Drafting(setting, checklist, entry._replace(course=""))
    explain = Known(setting).explain_in(checklist)
    text, value = "", entry.value
    if earlier := drafting.unfinished(question.id):
        talk.screen.say("Dit schreef je eerder; met Enter bewaar je het.")
    try:
        text = ask(talk, question, explain(question), earlier)
        if text and value is None:
            value = ask_value(talk)
    except Interrupted as stop:
        # At the second question the first has its answer already.
        raise Stopped(drafting.stop(question.id, text or stop.text)) from None
    answers = (Answer(question.id, text, question.text),) if text else ()
    return entry._replace(value=value, answers=answers), drafting.remove
