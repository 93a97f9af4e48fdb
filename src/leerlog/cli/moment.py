"""The daily note, in ten seconds."""

import sys
from typing import Annotated

import typer

from leerlog.cli import options
from leerlog.cli.context import Setting
from leerlog.cli.saving import report, save
from leerlog.domain.daily import DAILY, DAILY_QUESTION, DAILY_TEXT, DAILY_TITLE
from leerlog.domain.entry import Answer, Entry
from leerlog.errors import Stopped, UsageError


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
    day, minute = options.moment_of(setting, on)
    entry = Entry(
        "",
        day,
        minute,
        DAILY,
        DAILY_TITLE,
        _settled(setting, options.course(course), asked) if course is not None else "",
        options.people(with_),
        options.people(tag),
        options.level(value),
        options.audiences(share),
        options.sources(setting, builds_on),
    )
    entry = ask_moment(setting, entry) if asked else _with_answer(entry, text)
    if entry.answers:
        saved = save(setting, entry)
        report(setting, saved, as_json)
        if not as_json and setting.interactive and (saved.course or saved.people):
            from leerlog.cli.afterwards import afterwards

            afterwards(setting, setting.talk, saved)
    else:
        setting.tell("Niets ingevuld, dus niets bewaard.")


def _settled(setting: Setting, course: str, asked: bool) -> str:
    """The course's name as the journal has it; a note that is given whole is not held up by a question."""
    from leerlog.cli.names import settle

    return settle(setting, course, setting.talk if asked else None)


def _with_answer(entry: Entry, words: list[str] | None) -> Entry:
    """The entry with its text: from the command line or the input."""
    given = " ".join(words) if words and words != ["-"] else sys.stdin.buffer.read().decode("utf-8", "surrogateescape")
    if not given.strip():
        raise UsageError('er staat geen tekst. Schrijf: leerlog moment "wat je verwonderde".')
    return entry._replace(answers=(Answer(DAILY_QUESTION, given, DAILY_TEXT),))


def ask_moment(setting: Setting, entry: Entry) -> Entry:
    """The entry with the person's answer to the daily question, and its value when they know it."""
    from leerlog.cli.conversation import Known
    from leerlog.cli.drafting import Drafting
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
    drafting.remove()
    return entry._replace(value=value, answers=(Answer(question.id, text, question.text),) if text else ())
