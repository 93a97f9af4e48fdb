"""What can be done, done without a command line: plain values in, results out, and nothing on any stream."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from leerlog.app.agenda import add_item, finish_item, see_agenda
from leerlog.app.courses import see_courses
from leerlog.app.entries import Wanted, list_entries
from leerlog.app.given import EntryOptions
from leerlog.app.note import write_moment
from leerlog.app.review import review_own
from leerlog.app.setting import Listener, Setting
from leerlog.documents.blocks import Document
from leerlog.domain.period import quarter_of
from leerlog.errors import LeerlogError, UsageError

DAY = date(2026, 11, 23)


class Heard(Listener):
    """A listener that remembers, in the order in which it was told."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def say(self, text: str) -> None:
        """Remember a line of the result."""
        self.said.append(text)

    def tell(self, text: str) -> None:
        """Remember a remark."""
        self.said.append(f"({text})")

    def show(self, document: Document, *, plain: bool, full: bool) -> None:
        """Remember that something was shown."""
        self.said.append(f"[{document.title}]")

    def confirm(self, said: str, data: str | None) -> None:
        """Remember what was done."""
        self.said.append(said)


@pytest.fixture
def heard() -> Heard:
    """Who hears what is said."""
    return Heard()


@pytest.fixture
def setting(home: Path, heard: Heard, capsys: pytest.CaptureFixture[str]) -> Iterator[Setting]:
    """A journal of its own, on a day that is an argument."""
    made = Setting(str(home / "leerlog"), False, lambda: (DAY, time(16, 42)), heard)
    yield made
    assert capsys.readouterr() == ("", "")


def test_a_note_is_the_entry_that_was_saved(setting: Setting, heard: Heard) -> None:
    """Of the day that was given, whatever the clock says; that the journal is new is told."""
    entry = write_moment(setting, "Een burger wist het", EntryOptions(value="3", people=["Anja"]))
    assert entry is not None
    assert (entry.date, entry.time, str(entry.value), entry.people) == (DAY, time(16, 42), "toegepast", ("Anja",))
    assert setting.journal.find(entry.id)._replace(line=0) == entry
    assert [line for line in heard.said if "Je leerlog staat in" in line] == heard.said


def test_what_goes_wrong_is_raised_with_where_the_text_is(setting: Setting, heard: Heard) -> None:
    """And said to nobody: that is for who asked."""
    with pytest.raises(UsageError, match="geen tekst"):
        write_moment(setting, " ")
    with pytest.raises(LeerlogError, match="Je tekst staat veilig in") as told:
        write_moment(setting, "bewaar mij", EntryOptions(value="9"))
    assert told.value.exit_code == 2
    assert "bewaar mij" in next(setting.drafts.glob("*.md")).read_text("utf-8")
    assert heard.said == []


def test_results_are_values(setting: Setting) -> None:
    """A review, an agenda, a list, the courses: each with the problems that were met."""
    write_moment(setting, "Toegepast in mijn werk", EntryOptions(value="toegepast", course="Woo-training"))
    review, problems = review_own(setting.journal, quarter_of(DAY), DAY, setting.rules)
    assert (review.count, problems) == (1, [])
    entries, _ = list_entries(setting.journal, setting.rules, quarter_of(DAY), Wanted("woo training"))
    assert [entry.course for entry in entries] == ["Woo-training"]
    assert [course.name for course in see_courses(setting.journal, DAY, setting.rules)[0]] == ["Woo-training"]


def test_an_item_is_put_in_the_agenda_and_ticked(setting: Setting, heard: Heard) -> None:
    """What is said of it goes to the listener, once it is on disk."""
    entry, number = add_item(setting, "Bellen (wie: Anja)", None, "vrijdag", None, None)
    (item,) = see_agenda(setting.journal, DAY)[0].open
    assert (item.text, item.who, item.due, item.ref) == ("Bellen", "Anja", date(2026, 11, 27), f"{entry.id}.{number}")
    finish_item(setting, item.ref, "gebeld", None)
    assert see_agenda(setting.journal, DAY)[0].open == ()
    assert heard.said[-1] == "Afgevinkt: Bellen\nResultaat: gebeld"
