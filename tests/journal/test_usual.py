"""The quick reading of a usual note, and the index of months."""

from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leerlog.domain.course import key
from leerlog.domain.entry import Answer, Entry, FollowUp, tidy
from leerlog.domain.items import DONE, OPEN, TICKED, spellings
from leerlog.domain.value import Level
from leerlog.journal import parsing
from leerlog.journal.index import SCHEMA, Index, facts, index_file
from leerlog.journal.store import Journal
from leerlog.journal.usual import read_usual
from leerlog.journal.writing import render
from tests.journal.strategies import entries as any_entry
from tests.journal.strategies import follow_ups

MOMENT = Entry(
    "a2k3f9q2",
    date(2026, 11, 23),
    time(16, 42),
    "moment",
    "Moment",
    "Woo-training",
    ("Anja", "Kees"),
    ("woo",),
    Level.TOEGEPAST,
    ("team",),
    ("a1k3f9q2",),
    (Answer("surprise", "Een burger wist het.\n\nEcht waar.", "Wat heeft jou verwonderd in je werk vandaag?"),),
)
AGREED = MOMENT._replace(
    follow_ups=(
        FollowUp("follow_up", "Uitproberen", "Anja", date(2026, 12, 1)),
        FollowUp("follow_up", "Bellen", done=date(2026, 11, 30), ticked=True, result="Het werkt"),
        FollowUp("ask", "Wie helpt?", private=True),
    )
)


def slowly(block: str) -> Entry | None:
    """The entry as any entry is read."""
    return parsing._read_block(block, "2026-11.md", 4, lambda *_: None)


@pytest.mark.parametrize("note", [MOMENT, AGREED])
@pytest.mark.parametrize("end", ["", "\n"])
def test_a_note_as_leerlog_writes_it_is_read_quickly(note: Entry, end: str) -> None:
    """With all its labels and items, and the same as any entry is read."""
    block = render(note) + end
    assert read_usual(block, "2026-11.md", 4) == slowly(block) == note._replace(file="2026-11.md", line=4)


@given(any_entry(), st.lists(follow_ups, max_size=3))
def test_items_are_read_quickly_as_they_are_slowly(entry: Entry, items: list[FollowUp]) -> None:
    """Whatever their words."""
    block = render(tidy(MOMENT._replace(course=entry.course, follow_ups=tuple(items))))
    found = read_usual(block, "2026-11.md", 4)
    assert found is None or found == slowly(block)


@given(any_entry())
def test_what_is_read_quickly_is_read_the_same(entry: Entry) -> None:
    """Of any entry at all."""
    block = render(tidy(entry))
    found = read_usual(block, "2026-11.md", 4)
    assert found is None or found == slowly(block)


@given(
    st.sampled_from([MOMENT, AGREED]),
    st.integers(0, 600),
    st.sampled_from(
        ["\n", " ", "#", "- ", "\\", "<!-- x -->", "### ", "x", "\n- Met: Zoë\n", "## ", "- [ ] ", "\t", "2026-02-30"]
    ),
)
def test_a_note_that_was_edited_by_hand_is_read_the_same(note: Entry, place: int, typed: str) -> None:
    """Whatever was typed wherever, the quick reading gives the same or leaves it."""
    block = render(note)
    block = block[: place % len(block)] + typed + block[place % len(block) :]
    if block.startswith("## 2026-"):
        found = read_usual(block, "2026-11.md", 4)
        assert found is None or found == slowly(block)


@pytest.fixture
def years(tmp_path: Path) -> Journal:
    """Three months with something different in each, and a state folder."""
    journal = Journal(tmp_path / "leerlog", lambda: tmp_path / "state")
    journal.create()
    item = FollowUp("follow_up", "bellen", done=date(2026, 10, 5), ticked=True)
    journal.add(MOMENT._replace(date=date(2026, 9, 1), builds_on=(), course="Woo-Training"))
    journal.add(MOMENT._replace(date=date(2026, 10, 1), course="", follow_ups=(item,)))
    journal.add(
        MOMENT._replace(
            date=date(2026, 11, 1),
            course="",
            builds_on=(),
            follow_ups=(item._replace(done=None, ticked=False),),
        )
    )
    return journal


@pytest.mark.parametrize(
    ("marks", "courses", "months"),
    [
        (("[ ] ",), (), [11]),
        (("gedaan 2026-1",), (), [10]),
        (("gedaan 2026-11",), (), []),
        (("Bouwt op:",), (), [10]),
        ((), ("woo-training",), [9]),
        (("checklist=moment",), (), [9, 10, 11]),
        (("[ ] ", "gedaan 2026"), ("woo-training",), [9, 10, 11]),
    ],
)
def test_only_months_that_hold_something_are_read(
    years: Journal, marks: tuple[str, ...], courses: tuple[str, ...], months: list[int]
) -> None:
    """The first time and when it is remembered, and the same as without an index."""
    wanted = frozenset(map(key, courses))
    for journal in (years, years, Journal(years.folder)):
        assert [entry.date.month for entry in journal.read(marks=marks, courses=wanted)[0]] == months


def test_a_month_that_changed_is_looked_through_again(years: Journal, tmp_path: Path) -> None:
    """By leerlog or by hand; a damaged index is made anew."""
    assert not years.read(marks=("checklist=prepare",))[0]
    years.add(MOMENT._replace(date=date(2026, 9, 2), checklist="prepare"))
    assert len(years.read(marks=("checklist=prepare",))[0]) == 1
    file = index_file(tmp_path / "state", years.folder)
    for damage in ("{", "[]", f'{{"schema": "{SCHEMA}", "months": {{"2026-09.md": [1]}}}}'):
        file.write_text(damage)
        assert len(years.read(marks=("checklist=prepare",))[0]) == 1


@pytest.mark.parametrize("done", ["12 okt 2026", "12-10-2026", "\n  2026-10-12", " 2026-10-12"])
def test_a_day_that_a_hand_wrote_is_read_with_any_month(years: Journal, done: str) -> None:
    """It may be the one that was asked for; what leerlog wrote is still told apart."""
    october = years.folder / "2026-10.md"
    october.write_text(october.read_text().replace("gedaan 2026-10-05", f"gedaan {done}"))
    for journal in (years, Journal(years.folder)):
        assert [entry.date.month for entry in journal.read(marks=("gedaan 2026-11",))[0]] == [10]


@pytest.mark.parametrize("line", ["* Traject: Woo-Training", "+ Traject:  woo-training", "- Traject:Woo-training"])
def test_a_course_is_found_behind_any_bullet(years: Journal, line: str) -> None:
    """As it is read; the index knows it too."""
    september = years.folder / "2026-09.md"
    september.write_text(september.read_text().replace("- Traject: Woo-Training", line))
    for journal in (years, years, Journal(years.folder)):
        assert [e.date.month for e in journal.read(courses=frozenset({key("Woo-training")}))[0]] == [9]
        assert len(journal.values_of("Traject:")) == 1


def test_the_index_holds_no_text(years: Journal, tmp_path: Path) -> None:
    """No name of a course, no word of a note; it is for its owner only."""
    years.read(marks=("[ ] ",))
    file = index_file(tmp_path / "state", years.folder)
    text = file.read_text()
    for word in ("Woo", "woo", "burger", "Anja", "bellen"):
        assert word not in text
    assert file.stat().st_mode & 0o777 == 0o600
    assert Index(file).may_hold(years.folder / "2026-11.md", ("[ ] ",), frozenset())


def test_entries_are_found_by_their_ids_together(years: Journal) -> None:
    """Also one that was moved to another month by hand; what does not exist is left out."""
    first, second, third = years.read()[0]
    september, october = years.folder / "2026-09.md", years.folder / "2026-10.md"
    october.write_text(october.read_text() + "\n" + september.read_text().partition("\n\n")[2])
    september.unlink()
    found = years.with_ids({first.id, second.id, "a0000000", "zzzzzzzz"})
    assert {entry.id for entry in found} == {first.id, second.id}
    assert years.with_ids({third.id}) == [third]


HAND = (
    *("- [ ] a", "-[] b", "> - [ ] c (voor vr 11 dec)", "1. [ ] d (Noor, 9 maart)", "[ ] e", "- [ ] f (wie: )"),
    *("- [x] g", "* [X] h (gedaan 2026-10-12)", "- [x] i (Gedaan op\n  12 okt)", "- [ ] p, gedaan", "- [?] m"),
    *("- [x] k (wie: A gedaan 5-10)", "- [x] l (afgerond: 12 okt)", "- n (voor 7 dec)", "- Waarde: 3", "gedaan."),
    *("  - Resultaat: x", "", "- [x] o ( klaar 2026-11-01 )", "- [ ] j (wie: A; gedaan\n  2026-10-12)"),
    "- [ x ] q (privé, gedaan vrijdag)",
)
MONTHS = st.lists(
    st.builds(
        "## 2026-{}-0{}: Hand\n- Traject: Woo\n{}\n### Afspraken:\n{}\n".format,
        st.sampled_from(["09", "10"]),
        st.integers(1, 9),
        st.sampled_from(["", "tekst\n"]),
        st.lists(st.sampled_from(HAND), max_size=5).map("\n".join),
    ),
    max_size=4,
).map("\n".join)


@given(MONTHS)
@example("## 2026-10-05\n### Afspraken\n- [x] Iets doen (gedaan\n  2026-10-12)\n")
def test_what_a_hand_wrote_is_found_with_any_line_ends(text: str) -> None:
    """By its marks as by reading all of it; a file of Windows reads the same, and so does what is remembered of it."""
    windows = text.replace("\n", "\r\n")
    assert facts(windows.encode()) == facts(text.encode())
    entries, problems = parsing.parse(text, "2026-10.md")
    assert parsing.parse(windows, "2026-10.md") == (entries, problems)
    months = facts(text.encode())["done"]
    for mark, wanted in (
        (OPEN, lambda item: item.open),
        (TICKED, lambda item: item.ticked),
        (DONE + "2026-1", lambda item: item.done and item.done.isoformat().startswith("2026-1")),
        (DONE + "2026-10", lambda item: item.done and item.done.isoformat().startswith("2026-10")),
    ):
        having = {entry.line for entry in entries if any(map(wanted, entry.follow_ups))}
        if mark == TICKED:  # an open box is done too when it says on which day
            having -= {entry.line for entry in entries if any(item.done for item in entry.follow_ups)}
        here = spellings(text.encode(), mark)
        found = parsing.parse(text, "2026-10.md", tuple(here))[0] if here else []
        assert having <= {entry.line for entry in found}
        if having and mark.startswith(DONE):
            assert any(not month or month.startswith(mark.removeprefix(DONE)) for month in months)
