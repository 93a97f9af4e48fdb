"""The draft of one conversation: found again, kept after every answer, removed when all is saved."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from leerlog.cli.context import Setting
from leerlog.domain.checklist import Checklist
from leerlog.domain.dates import full_date
from leerlog.domain.entry import Answer, Entry, names
from leerlog.domain.value import parse_level
from leerlog.journal import drafts
from leerlog.journal.drafts import Draft

if TYPE_CHECKING:
    from leerlog.dialogue.talk import Talk


class Drafting:
    """Keeps the draft of one checklist and course."""

    def __init__(self, setting: Setting, checklist: Checklist, entry: Entry) -> None:
        self._setting = setting
        self._checklist = checklist
        self.entry = entry

    @property
    def again(self) -> str:
        """The command that goes on with this draft."""
        from leerlog.render.pages.guide import command_of

        course = f' "{self.entry.course}"' if self.entry.course else ""
        return command_of(self._checklist) + course

    def unfinished(self, question: str) -> str:
        """What an earlier draft holds for this question; "" when there is none."""
        found = drafts.load(self._setting.drafts, self._checklist.id, self.entry.course)
        return found.texts.get(question, "") if found else ""

    def stop(self, question: str, text: str) -> str:
        """Keep the one answer there is, and say how to go on with it."""
        if not text.strip():
            return "Gestopt; er was nog niets ingevuld."
        self.save({question: text}, question)
        return f"Tot zover bewaard. Verder: {self.again}"

    def resume(self, talk: "Talk") -> tuple[dict[str, str], str]:
        """The answers of an earlier draft and where it stopped, when there is one and the person wants it."""
        from leerlog.dialogue.ask import ask_resume

        found = drafts.load(self._setting.drafts, self._checklist.id, self.entry.course)
        if found is None or not talk.reader.live:
            return {}, ""
        if not ask_resume(talk, self._told(found)):
            self._put_aside(found)
            return {}, ""
        self.entry = _with_options(self.entry, found)
        return dict(found.texts), found.at

    def _told(self, draft: Draft) -> str:
        day = datetime.fromisoformat(draft.updated).date()
        numbered = self._checklist.numbered
        answered = sum(question.id in draft.texts for question in numbered)
        return f"{full_date(day)} ({answered} van {len(numbered)})"

    def _put_aside(self, draft: Draft) -> None:
        """Keep a draft that the person does not go on with as a note that can still be saved."""
        asked = {prompt.id: prompt.text for prompt in self._checklist.prompts()}
        answers = tuple(Answer(name, text, asked.get(name, name)) for name, text in draft.texts.items())
        path = drafts.keep_entry(self._setting.drafts, replace(self.entry, answers=answers))
        drafts.remove(self._setting.drafts, draft.checklist, draft.course)
        self._setting.tell(f"Wat je eerder schreef, staat nog in {path}.")

    def save(self, texts: dict[str, str], at: str) -> None:
        """Keep these answers, to go on at this question."""
        day, minute = self._setting.now
        entry = self.entry
        drafts.save(
            self._setting.drafts,
            Draft(
                self._checklist.id,
                entry.course,
                texts,
                at,
                {
                    "with": ", ".join(entry.people),
                    "tags": ", ".join(entry.tags),
                    "share": ", ".join(entry.share),
                    "builds_on": ", ".join(entry.builds_on),
                    "value": entry.value or "",
                },
                str(self._setting.journal.folder),
                f"{day}T{minute:%H:%M}",
            ),
        )

    def remove(self) -> None:
        """Drop the draft: what was in it is in the journal."""
        drafts.remove(self._setting.drafts, self._checklist.id, self.entry.course)


def _with_options(entry: Entry, draft: Draft) -> Entry:
    """The entry with the options that the draft was begun with, where none are given now."""
    given = draft.options
    return replace(
        entry,
        course=draft.course or entry.course,
        people=entry.people or names(given.get("with", "")),
        tags=entry.tags or names(given.get("tags", "")),
        share=entry.share or names(given.get("share", "")),
        builds_on=entry.builds_on or names(given.get("builds_on", "")),
        value=entry.value or parse_level(given.get("value", "")),
    )
