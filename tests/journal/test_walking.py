"""Walking through a journal a month at a time gives what reading it as a whole gives."""

from datetime import date
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from leerlog.domain.entry import Entry, Problem
from leerlog.domain.period import ALL, Period
from leerlog.journal.store import Journal
from tests.conftest import SAMPLE

MONTHS = ("1999-11", "1999-12", "2026-10", "2026-11", "2026-12", "2026-13")
IDS = ("a2000000", "a2111111", "a1222222", "zzzzzzzz", "0", "")
PERIODS = (ALL, Period(date(2026, 10, 15), date(2026, 11, 15), ""), Period(date(1999, 11, 1), date(2026, 10, 1), ""))

notes = st.tuples(
    st.sampled_from(["1999-11-30", "2026-10-31", "2026-11-01", "2026-11-02", "2026-12-01", "2026-11-31"]),
    st.sampled_from(["", " 09:00", " 10:00"]),
    st.sampled_from(IDS),
)
journals = st.dictionaries(st.sampled_from(MONTHS), st.lists(notes, max_size=4))


def written(folder: Path, journal: dict[str, list[tuple[str, str, str]]]) -> Journal:
    """The journal as a folder, in which every note may stand in the file of any month."""
    folder.mkdir(exist_ok=True)
    for file in folder.iterdir():
        file.unlink()
    for month, its in journal.items():
        blocks = [
            f"## {day}{minute} · {number}\n<!-- {f'id={name}' if name else 'checklist=x'} -->\n\nx id=a2111111\n"
            for number, (day, minute, name) in enumerate(its)
        ]
        (folder / f"{month}.md").write_text("\ufeff" + "\n".join(blocks), encoding="utf-8")
    return Journal(folder)


def walked(journal: Journal, period: Period) -> tuple[list[Entry], list[Problem]]:
    """All parts of a walk, put together."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for found, wrong in journal.walk(period):
        entries += found
        problems += wrong
    return entries, problems


@given(journals)
@example({"2026-10": [("2026-11-01", "", "a2000000")], "2026-12": [("2026-11-01", "", "a2000000")]})
@example({"1999-11": [("1999-11-30", "", "0")], "1999-12": [("1999-11-30", "", "0")]})
@example({"2026-11": [("2026-11-01", "", "a2000000")], "2026-12": [("2026-12-01", "", "a2000000")]})
def test_a_walk_gives_what_reading_gives(tmp_path_factory, journal) -> None:  # type: ignore[no-untyped-def]
    """Entries and problems, in the same order, wherever a hand has put them and whatever ids they share."""
    found = written(tmp_path_factory.getbasetemp() / "walked", journal)
    for period in PERIODS:
        assert walked(found, period) == found.read(period)


def test_a_walk_holds_one_month_at_a_time() -> None:
    """No part has entries of two months, and none is read before it is asked for."""
    journal = Journal(SAMPLE)
    parts = [entries for entries, _ in journal.walk(ALL) if entries]
    assert len(parts) > 5
    for entries in parts:
        assert len({(entry.date.year, entry.date.month) for entry in entries}) == 1
    assert [entry.date for part in parts for entry in part] == sorted(e.date for part in parts for e in part)
