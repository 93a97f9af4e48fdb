"""Reading only what is asked for: by marks, by courses, by ids."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leerlog.domain.course import key
from leerlog.domain.entry import FollowUp
from leerlog.domain.items import DONE, OPEN, TICKED, spellings
from leerlog.journal import parsing
from leerlog.journal.store import Journal
from tests.journal.strategies import MOMENT


@pytest.fixture
def years(tmp_path: Path) -> Journal:
    """Three months with something different in each."""
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
def test_only_what_holds_something_is_read(
    years: Journal, marks: tuple[str, ...], courses: tuple[str, ...], months: list[int]
) -> None:
    """A mark in any spelling, or a course in any; each alone is enough."""
    wanted = frozenset(map(key, courses))
    assert [entry.date.month for entry in years.read(marks=marks, courses=wanted)[0]] == months


@pytest.mark.parametrize("done", ["12 okt 2026", "12-10-2026", "\n  2026-10-12", " 2026-10-12"])
def test_a_day_that_a_hand_wrote_is_read_with_any_month(years: Journal, done: str) -> None:
    """It may be the one that was asked for; what leerlog wrote is still told apart."""
    october = years.folder / "2026-10.md"
    october.write_text(october.read_text().replace("gedaan 2026-10-05", f"gedaan {done}"))
    assert [entry.date.month for entry in years.read(marks=("gedaan 2026-11",))[0]] == [10]


@pytest.mark.parametrize("line", ["* Traject: Woo-Training", "+ Traject:  woo-training", "- Traject:Woo-training"])
def test_a_course_is_found_behind_any_bullet(years: Journal, line: str) -> None:
    """As it is read."""
    september = years.folder / "2026-09.md"
    september.write_text(september.read_text().replace("- Traject: Woo-Training", line))
    assert [e.date.month for e in years.read(courses=frozenset({key("Woo-training")}))[0]] == [9]
    assert len(years.values_of("Traject:")) == 1


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
    """By its marks as by reading all of it; a file of Windows reads the same."""
    windows = text.replace("\n", "\r\n")
    entries, problems = parsing.parse(text, "2026-10.md")
    assert parsing.parse(windows, "2026-10.md") == (entries, problems)
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
