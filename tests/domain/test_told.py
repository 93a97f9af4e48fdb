"""The yield on the table: written and read again."""

from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.told import Told, read_table, write_table
from leerlog.domain.value import Level

LINES = [Told(Level.TOEGEPAST, "Noor", "Ik bel: eerst"), Told(Level.BELEVING, "Kees van Dam", "Druk, en goed")]


def test_a_table_is_read_as_it_was_written() -> None:
    """Of every level, with whatever stands in a line."""
    assert read_table(write_table(LINES)) == tuple(LINES)
    assert write_table(LINES).startswith("- toegepast, Noor: Ik bel: eerst\n")


def test_a_name_can_not_end_before_its_time() -> None:
    """A colon in it would."""
    assert read_table(write_table([Told(Level.TOEGEPAST, "Noor: balie", "Bellen")])) == (
        Told(Level.TOEGEPAST, "Noor balie", "Bellen"),
    )


def test_what_a_hand_wrote_among_it_makes_it_a_text() -> None:
    """So that no line of it goes unseen."""
    assert read_table(f"{write_table(LINES)}\nEn nog iets") == ()
    assert read_table("- veel, Noor: iets") == ()


@given(st.lists(st.tuples(st.sampled_from(Level), st.text(), st.text())))
def test_reading_what_was_written_says_the_same(cells: list[tuple[Level, str, str]]) -> None:
    """Written once more it is the same text."""
    text = write_table(Told(*cell) for cell in cells)
    assert write_table(read_table(text)) == text
