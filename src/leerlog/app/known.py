"""What the journal already knows and a conversation can use: names, backgrounds, earlier answers."""

from collections.abc import Callable, Sequence
from functools import cached_property

from leerlog.app.setting import Setting
from leerlog.domain.checklist import COURSE, Checklist, Question
from leerlog.domain.course import key
from leerlog.domain.dates import spoken_date
from leerlog.domain.entry import Entry
from leerlog.domain.guide import Topic
from leerlog.domain.score import note, score
from leerlog.journal.store import Journal
from leerlog.library.content import load_topics
from leerlog.reports.recall import written
from leerlog.reports.scores import round_before


class Known:
    """What the journal knows, read when it is first asked for."""

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
            self._topics = {topic.id: _told(topic) for topic in load_topics()}
        return self._topics.get(question.topic, "")

    def explain_in(self, checklist: Checklist) -> Callable[[Question], str]:
        """The background of a checklist's questions, its own topic for those that have none."""
        return lambda question: self.explain(question._replace(topic=question.topic or checklist.topic))

    def shown(self, question: Question) -> str:
        """The earlier answer, for the same course, that belongs beside a question."""
        if question.shows == COURSE:
            return "\n".join(written(self._about(), self._setting.today, self._setting.rules))
        checklist, _, name = question.shows.partition(".")
        if not name or not self.course:
            return ""
        same = [entry for entry in self._about() if entry.checklist == checklist]
        return next((text for entry in reversed(same) if (text := entry.answer(name))), "")

    def _about(self) -> list[Entry]:
        return [entry for entry in self.entries if self.course and key(entry.course) == key(self.course)]

    def words(self, question: Question) -> Sequence[str]:
        """What can be completed in an answer."""
        if question.fills == "course":
            return self.courses
        if question.kind == "people" or question.fills == "with":
            return tuple(dict.fromkeys(name for entry in reversed(self.entries) for name in entry.people))
        return ()


def _told(topic: Topic) -> str:
    source = f"\n\nBron: {topic.source}." if topic.source else ""
    return f"{topic.title}\n\n{topic.text}{source}"


def earlier_round(journal: Journal, entry: Entry) -> Entry | None:
    """The round of a checklist before this one, for the same course."""
    return round_before(journal.read(marks=(f"checklist={entry.checklist}",))[0], entry)


class Earlier:
    """What stands beside the questions of one round: beside a scale what it was the time before.

    otherwise: gives what stands beside the other questions.
    """

    def __init__(
        self, setting: Setting, checklist: Checklist, entry: Entry, otherwise: Callable[[Question], str]
    ) -> None:
        self._setting = setting
        self._has_scales = any(question.kind == "scale" for question in checklist.questions)
        self._entry = entry
        self._otherwise = otherwise

    @cached_property
    def _before(self) -> Entry | None:
        return earlier_round(self._setting.journal, self._entry) if self._has_scales else None

    def shown(self, question: Question) -> str:
        """The earlier answer that belongs beside a question; "" when there is none."""
        if question.kind != "scale" or self._before is None:
            return self._otherwise(question)
        text = self._before.answer(question.id)
        value = score(question, text)
        if value is None:
            return ""
        said = f"{value}, op {spoken_date(self._before.date)}"
        return f"{said}: {note(text)}" if note(text) else said


def known_people(journal: Journal) -> tuple[str, ...]:
    """The people of the journal, who were met last first."""
    entries: Sequence[Entry] = journal.read(marks=("- Met: ",))[0]
    return tuple(dict.fromkeys(name for entry in reversed(entries) for name in entry.people))
