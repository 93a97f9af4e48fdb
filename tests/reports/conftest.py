"""What the tests of reports use: entries made in one line, the sample journal, the rules of the content."""

from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from leerlog.domain.entry import Answer, Entry
from leerlog.domain.value import Level
from leerlog.journal.store import Journal
from leerlog.library.content import load_guide
from leerlog.reports.rules import ContentRules, content_rules

SAMPLE = Path(__file__).parent.parent / "journals" / "sample"

Make = Callable[..., Entry]


@pytest.fixture(scope="session")
def rules() -> ContentRules:
    """The rules of the handreiking itself."""
    return content_rules(load_guide()[0])


@pytest.fixture(scope="session")
def sample() -> list[Entry]:
    """The entries of the sample journal."""
    return Journal(SAMPLE).read()[0]


@pytest.fixture
def make() -> Make:
    """Makes an entry: a moment with the text, or a checklist with answers by question."""

    def entry(name: str, day: str, text: str = "", value: str = "", checklist: str = "moment", **more: Any) -> Entry:
        answers = more.pop("answers", {"surprise": text} if text else {})
        given = tuple(Answer(question, words) for question, words in answers.items())
        level = Level(value) if value else None
        return Entry(
            name, date.fromisoformat(day), time(9), checklist, checklist.title(), value=level, answers=given, **more
        )

    return entry
