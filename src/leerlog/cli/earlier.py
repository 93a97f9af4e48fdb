"""Earlier answers to show beside a question."""

from collections.abc import Callable
from functools import cached_property

from leerlog.app.setting import Setting
from leerlog.domain.checklist import Checklist, Question
from leerlog.domain.entry import Entry
from leerlog.domain.score import note, score
from leerlog.reports.scores import round_before


def earlier_round(setting: Setting, entry: Entry) -> Entry | None:
    """The round of a checklist before this one, for the same course."""
    return round_before(setting.journal.read(marks=(f"checklist={entry.checklist}",))[0], entry)


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
        return earlier_round(self._setting, self._entry) if self._has_scales else None

    def shown(self, question: Question) -> str:
        """The earlier answer that belongs beside a question; "" when there is none."""
        if question.kind != "scale" or self._before is None:
            return self._otherwise(question)
        text = self._before.answer(question.id)
        value = score(question, text)
        if value is None:
            return ""
        from leerlog.render.words import spoken

        said = f"{value}, op {spoken(self._before.date)}"
        return f"{said}: {note(text)}" if note(text) else said
