"""The quick reading of a usual note."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.entry import Entry, FollowUp, tidy
from leerlog.journal import parsing
from leerlog.journal.parsing import read_usual
from leerlog.journal.writing import render
from tests.journal.strategies import MOMENT, follow_ups
from tests.journal.strategies import entries as any_entry

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
