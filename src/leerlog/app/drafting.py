"""The draft of one conversation: kept after every answer, found again by a command, removed when all is saved."""

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from leerlog import files
from leerlog.app.setting import Setting
from leerlog.app.typed import journal_options
from leerlog.domain.checklist import ITEM_KINDS, Checklist, command_of
from leerlog.domain.course import argument
from leerlog.domain.dates import full_date
from leerlog.domain.entry import Answer, Entry, names
from leerlog.domain.value import parse_level
from leerlog.domain.waiting import item_of, waits_until
from leerlog.errors import LeerlogError, NotSaved, UsageError
from leerlog.journal import drafts
from leerlog.journal.drafts import Draft

if TYPE_CHECKING:
    from leerlog.dialogue.talk import Clock, Talk

MINUTES = "minutes"


class Drafting:
    """Keeps the draft of one checklist and course, or of one part of a meeting.

    content: which part of the meeting it is, WAITED for one question that waited, "" for a whole checklist.
    person: whose turn it is, or the item of that question; the draft is found again by the name.
    setting: where the note goes; that of a draft that is gone on with is the
        journal in which it was begun.
    gone: answers of that draft to questions that the checklist has no more.
    minutes: how long the turn had taken in that draft.
    clock: how long it takes now, where that is kept.
    """

    def __init__(
        self, setting: Setting, checklist: Checklist, entry: Entry, content: str = "", person: str = ""
    ) -> None:
        self.setting = setting
        self._checklist = checklist
        self._content = content
        self._person = person
        self.entry = entry
        self.gone: dict[str, str] = {}
        self.minutes = 0
        self.clock: Clock | None = None

    @property
    def again(self) -> str:
        """The command that goes on with this draft."""
        return again_command(self.setting, self._checklist, self._name, self._content)

    @property
    def _name(self) -> str:
        """What the draft is found by, beside its checklist."""
        return self._person or self.entry.course

    def unfinished(self, question: str) -> str:
        """What an earlier draft for this journal holds for this question; "" when there is none."""
        found = drafts.load(self.setting.drafts, self._checklist.id, self._name)
        if found is None or found.journal != str(self.setting.journal.folder):
            return ""
        return found.texts.get(question, "")

    def stop(self, question: str, text: str) -> str:
        """Keep the one answer there is, and say how to go on with it."""
        if not text.strip():
            return "Gestopt; er was nog niets ingevuld."
        try:
            self.save({question: text}, question)
        except LeerlogError as error:
            raise NotSaved(f"{error}\nHier is je tekst; kopieer hem:\n\n{text}") from error
        return f"Bewaard als concept. Verder: {self.again}"

    def resume(self, talk: "Talk", asked: bool = False) -> tuple[dict[str, str], str]:
        """The answers of an earlier draft and where it stopped, when there is one and the person wants it.

        asked: whether the person has said so already.

        Raises:
            UsageError: when another window has this conversation.
        """
        from leerlog.dialogue.ask import ask_resume  # the first screen only looks at what waits

        if talk.reader.live and not drafts.claim(self.setting.drafts, self._checklist.id, self._name):
            raise UsageError("in een ander venster ben je hier al mee bezig. Maak het daar af, of stop er daar mee.")
        found = drafts.load(self.setting.drafts, self._checklist.id, self._name)
        if found is None:
            return {}, ""
        if not asked and not (talk.reader.live and ask_resume(talk, told(self.setting, self._checklist, found))):
            self._put_aside(found)
            return {}, ""
        self.entry = _with_options(self.entry, found)
        self.minutes = _minutes(found)
        if is_elsewhere(self.setting, found):
            self.setting = setting_of(self.setting, found)
            talk.screen.say(f"Deze notitie komt in het leerlog waarin je begon: {found.journal}")
        known = {prompt.id for prompt in self._checklist.prompts()}
        self.gone = {name: text for name, text in found.texts.items() if name not in known}
        return {name: text for name, text in found.texts.items() if name in known}, found.at

    def with_gone(self, entry: Entry) -> Entry:
        """The entry with the answers to questions that are no more, under their old ids."""
        return entry._replace(answers=(*entry.answers, *(Answer("", text, name) for name, text in self.gone.items())))

    def _put_aside(self, draft: Draft) -> None:
        """Keep a draft that the person does not go on with as a note that can still be saved."""
        path = drafts.keep_entry(self.setting.drafts, as_entry(draft, self._checklist, self.entry))
        drafts.remove(self.setting.drafts, draft.checklist, draft.course)
        self.setting.tell(f"Wat je eerder schreef, staat nog in {path}.")

    def save(self, texts: dict[str, str], at: str) -> None:
        """Keep these answers, to go on at this question."""
        day, minute = self.setting.now
        entry = self.entry
        drafts.save(
            self.setting.drafts,
            Draft(
                self._checklist.id,
                self._name,
                texts | self.gone,
                at,
                {
                    "with": ", ".join(entry.people),
                    "tags": ", ".join(entry.tags),
                    "share": ", ".join(entry.share),
                    "builds_on": ", ".join(entry.builds_on),
                    "value": entry.value or "",
                    **({MINUTES: str(self.clock.minutes)} if self.clock else {}),
                },
                str(self.setting.journal.folder),
                f"{day}T{minute:%H:%M}",
                self._content,
            ),
        )

    def remove(self) -> None:
        """Drop the draft: what was in it is safe elsewhere."""
        try:
            drafts.remove(self.setting.drafts, self._checklist.id, self._name)
        except OSError as error:
            self.setting.tell(f"Let op: het concept hiervan kan ik niet weghalen: {files.reason(error)}.")


def is_elsewhere(setting: Setting, draft: Draft) -> bool:
    """Whether the draft was begun in another journal."""
    return bool(draft.journal) and draft.journal != str(setting.journal.folder)


def setting_of(setting: Setting, draft: Draft) -> Setting:
    """The setting with the journal in which the draft was begun."""
    return setting.at(draft.journal) if is_elsewhere(setting, draft) else setting


def told(setting: Setting, checklist: Checklist, draft: Draft) -> str:
    """Which draft it is, of when, and how far it got: `het verhaal van Noor (1 van 5)`.

    checklist: the questions that were asked, of a meeting those of the part.
    """
    numbered = checklist.numbered
    answered = sum(question.id in draft.texts for question in numbered)
    where = f", voor {draft.journal}" if is_elsewhere(setting, draft) else ""
    so_far = f"({answered} van {len(numbered)}{where})"
    day = saved_on(draft) or setting.today
    if not draft.content:
        return f"je concept van {full_date(day)} {so_far}"
    what = "het slot van het overleg" if draft.content == drafts.CLOSING else f"het verhaal van {draft.course}"
    on = "" if day == setting.today else f", {full_date(day)}"
    return f"{what}{on} {so_far}"


def saved_on(draft: Draft) -> date | None:
    """The day on which the draft was last saved; None when it does not say."""
    try:
        return datetime.fromisoformat(draft.updated).date()
    except ValueError:
        return None


def _minutes(draft: Draft) -> int:
    told = draft.options.get(MINUTES, "")
    return int(told) if re.fullmatch("[0-9]{1,4}", told) else 0


def as_entry(draft: Draft, checklist: Checklist | None, entry: Entry) -> Entry:
    """The draft's texts, unchecked, as the answers of an entry; those to no known question under their id.

    A question that waits is an item there as well.
    """
    asked = {prompt.id: prompt for prompt in checklist.prompts()} if checklist else {}
    answers, items = [], []
    for name, text in draft.texts.items():
        prompt = asked.get(name)
        if prompt and (day := waits_until(prompt, text)):
            items.append(item_of(prompt, day))
        else:
            answers.append(Answer(name, text, prompt.text) if prompt else Answer("", text, name))
    return _with_options(entry, draft)._replace(answers=tuple(answers), follow_ups=tuple(items))


def _with_options(entry: Entry, draft: Draft) -> Entry:
    """The entry with the options that the draft was begun with, where none are given now."""
    given = draft.options
    # Of a turn the draft has a person's name where others have the course, of a question that waited its item.
    course = "" if draft.content in (drafts.TURN, drafts.WAITED) else draft.course
    return entry._replace(
        course=course or entry.course,
        people=entry.people or names(given.get("with", "")),
        tags=entry.tags or names(given.get("tags", "")),
        share=entry.share or names(given.get("share", "")),
        builds_on=entry.builds_on or names(given.get("builds_on", "")),
        value=entry.value or parse_level(given.get("value", "")),
    )


def begin_command(setting: Setting, checklist: Checklist, name: str = "") -> str:
    """The command that begins a checklist, or goes on with its draft, in the journal of this setting.

    name: what it is about: a course, or the names of people; left out when it can't be typed.
    """
    command = command_of(checklist).removeprefix("leerlog ")
    return " ".join(["leerlog", *journal_options(setting), command]) + argument(name)


def again_command(setting: Setting, checklist: Checklist, name: str, content: str) -> str:
    """The command that goes on with a draft of this journal, by the name and the content that it has."""
    if content == drafts.WAITED:
        return " ".join(["leerlog", *journal_options(setting), "done", name])
    # The command of a meeting begins with everybody's turns again.
    if content or (name and not argument(name)):
        return resume_command(setting, checklist.id, name)
    return begin_command(setting, checklist, name)


def keep_command(setting: Setting, name: str) -> str:
    """The command that puts a note that could not be saved in the journal of this setting after all."""
    return " ".join(["leerlog", *journal_options(setting), "drafts", "--save", name])


def resume_command(setting: Setting, checklist: str, name: str) -> str:
    """The command that goes on with this one draft, which itself knows its journal."""
    return f"leerlog drafts --resume {drafts.draft_file(setting.drafts, checklist, name).stem}"


def part_of(checklist: Checklist, content: str) -> Checklist:
    """The questions of a part of the meeting: somebody's turn, or the closing by the team; all of them for ""."""
    asked = checklist.questions
    # What is in the way, asked and agreed is for all together, and so is whatever is asked after that.
    closing = next((at for at, question in enumerate(asked) if question.kind in ITEM_KINDS), len(asked))
    if content == drafts.TURN:
        return checklist._replace(questions=asked[:closing])
    if content == drafts.CLOSING:
        return checklist._replace(questions=tuple(q._replace(numbered=True) for q in asked[closing:]), intro="")
    return checklist
