"""What follows once a note is saved: a look at what it says, and at a terminal an offer that fits it."""

from collections.abc import Mapping
from datetime import date

from leerlog.app.known import earlier_round, known_people
from leerlog.app.setting import Setting
from leerlog.app.stories import offer_sources
from leerlog.dialogue.items import hear_item, pick
from leerlog.dialogue.talk import Interrupted, Talk
from leerlog.documents.blocks import Document
from leerlog.documents.scores import conditions_document, hill_document
from leerlog.domain.checklist import Question
from leerlog.domain.course import argument
from leerlog.domain.dates import short_date
from leerlog.domain.entry import Entry, FollowUp
from leerlog.domain.items import item_line
from leerlog.domain.plan import CHECKLIST, plan_number
from leerlog.domain.score import Scores
from leerlog.errors import LeerlogError, NotSaved, Stopped
from leerlog.journal.edits import add_item
from leerlog.library.content import load_actions, load_checklist, load_principles
from leerlog.reports import actions
from leerlog.reports.levels import is_held_back
from leerlog.reports.method import MANAGER as TALK
from leerlog.reports.method import TRAINER, about, obstacle_command
from leerlog.reports.rules import ContentRules, is_one_of, words_of
from leerlog.reports.scores import build_scores, low, weakest

MANAGER = "leidinggevende"
IDEA = "Wil je er een oppakken?"
HELD_BACK = "Wat houdt je tegen, en wie kan het wegnemen?"
OBSTACLE = Question("held_back", "Wat houdt je tegen?", "", "obstacle", "En wie kan het wegnemen?")


def afterwards(setting: Setting, talk: Talk | None, entry: Entry) -> None:
    """Show and offer what fits the note; whatever is declined, the note is safe.

    talk: None when nobody is there to be asked.
    """
    try:
        if entry.checklist == CHECKLIST:
            _say_what_now(setting, entry)
        if entry.checklist in ("hill", "conditions"):
            look_at_scores(setting, talk, entry)
        elif talk:
            offer_sources(setting, talk, entry)
    except Stopped:
        raise Stopped("Gestopt. Je notitie was al bewaard.") from None


def ask_what_holds_back(setting: Setting, talk: Talk | None, entry: Entry) -> None:
    """Of a note that says no where something could be used or seen: ask what stands in the way, or say how to note it.

    talk: None when nobody is there to be asked.
    """
    if not is_held_back(entry, setting.rules):
        return
    command = obstacle_command(entry.course)
    if talk is None:
        setting.tell(f"Nog niets, dat kan. {HELD_BACK} Schrijf het op met: {command}")
        return
    talk.screen.gap()
    try:
        item = hear_item(talk, OBSTACLE, known_people(setting.journal))
    except Interrupted as stop:
        said = f" Dit nog niet: {stop.text}." if stop.text else ""
        raise Stopped(f"Gestopt. Je notitie was al bewaard.{said} Verder: {command}") from None
    if item:
        _add(setting, entry, item)


def _say_what_now(setting: Setting, entry: Entry) -> None:
    """Tell what comes after a preparation, in its order, each with its command, beside that it was saved."""
    name = argument(entry.course)
    use = "leerlog done plan" if plan_number(entry) else f"leerlog moment{about(entry.course)}"
    share = "Kies eerst dat je leidinggevende het mag lezen. Zonder dat komt er geen blad."
    unshared = [(share, f"leerlog edit {entry.id} --share {MANAGER}")] if MANAGER not in entry.share else []
    steps = (
        *unshared,
        *_talks(entry, setting.rules, name),
        ("Kom je terug van een bijeenkomst? Wat stak je op?", f"leerlog debrief{name}"),
        ("Gebruik het, in de eerste weken erna.", use),
        ("Oogst: wat leverde het op?", f"leerlog after{name}"),
    )
    setting.tell("\nWat nu, in deze volgorde:")
    for number, (text, command) in enumerate(steps, 1):
        setting.tell(f"  {number}  {text}\n     {command}")


def _talks(entry: Entry, rules: ContentRules, name: str) -> list[tuple[str, str]]:
    """Whom to talk to before a course, in the order of the days that were set for it; not once that was done."""
    talks = (
        ("Deel je leervraag met de trainer", f"leerlog sheet{name} --for trainer", words_of(rules, CHECKLIST, TRAINER)),
        ("Vraag iemand als buddy", f"leerlog sheet{name} --for buddy", ()),
        ("Bespreek het met je leidinggevende", f"leerlog sheet{name}", words_of(rules, CHECKLIST, TALK)),
    )
    found = []
    for text, command, words in talks:
        item = next((item for item in entry.follow_ups if is_one_of(item, words)), None)
        if item and item.ticked:
            continue
        day = item.due if item else None
        told = f"{text}, op {short_date(day, entry.date)}." if day else f"{text}."
        found.append((day or date.min, told, command))
    return [step[1:] for step in sorted(found, key=lambda each: each[0])]


def look_at_scores(setting: Setting, talk: Talk | None, entry: Entry) -> None:
    """Show the scores of a round and what can help where they are low; in a talk, offer to pick one of these."""
    checklist = load_checklist(entry.checklist, setting.own_content)
    scores = build_scores(entry, earlier_round(setting.journal, entry), checklist.questions)
    page, choices = (_hill if entry.checklist == "hill" else _conditions)(scores)
    setting.say("")
    setting.show(page)
    if talk and choices:
        item = pick(talk, IDEA, choices, known_people(setting.journal))
        if item:
            _add(setting, entry, item)


def _hill(scores: Scores) -> tuple[Document, Mapping[int, str]]:
    weak, alike = weakest(scores)
    advice = actions.ideas(weak, load_principles())
    return hill_document(scores, advice, alike), actions.choices(advice)


def _conditions(scores: Scores) -> tuple[Document, Mapping[int, str]]:
    factors, remedies = load_actions()
    advice = actions.remedies(low(scores), remedies, actions.number_actions(factors))
    return conditions_document(scores, advice), actions.choices(advice)


def _add(setting: Setting, entry: Entry, item: FollowUp) -> None:
    """Put a follow-up in the round that led to it, and say so."""
    try:
        # It tells which scores were low, so it goes no further than they do.
        item = item._replace(private=any(answer.private for answer in entry.answers))
        saved = setting.journal.change(entry, add_item(item), "aangevuld")
    except LeerlogError as error:
        raise NotSaved(f"{error}\nJe notitie staat er; deze afspraak nog niet: {item_line(item)}") from error
    setting.confirm("In je agenda:")
    setting.say(f"  {short_date(item.due, entry.date) if item.due else '':>11}  {item.text}")
    setting.say(f"Gedaan? leerlog done {saved.id}.{len(saved.follow_ups)}")
