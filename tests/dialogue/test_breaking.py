"""What is typed breaks between words while it stands in the input."""

from hypothesis import given
from hypothesis import strategies as st

from leerlog.dialogue.breaking import spread
from leerlog.domain.text import cells

texts = st.text(alphabet=st.sampled_from("ab é漢 ."), max_size=80)


def rows(text: str, room: int) -> list[str]:
    """The rows as a window of that width draws them."""
    before, _ = spread(text, room)
    drawn = "".join(" " * spaces + each for each, spaces in zip(text, before, strict=True) if spaces >= 0)
    found = [""]
    for each in drawn:
        if cells(found[-1] + each) > room:
            found.append("")
        found[-1] += each
    return found


@given(texts, st.integers(2, 30))
def test_no_word_is_broken_that_fits_and_none_is_lost(text: str, room: int) -> None:
    """And each character has its place, in the order in which it was typed."""
    drawn = rows(text, room)
    words = [word for row in drawn for word in row.split()]
    assert "".join(words) == "".join(text.split())
    assert all(word in words for word in text.split() if cells(word) <= room)
    _, places = spread(text, room)
    assert len(places) == len(text) + 1
    assert list(places) == sorted(places)


def test_a_space_begins_no_row() -> None:
    """The one that would is left out, and what comes after it begins there."""
    assert rows("een twee drie", 8) == ["een twee", "drie"]
    assert rows("Een lang woord", 6) == ["Een   ", "lang  ", "woord"]
    assert rows("wapenstilstand", 5) == ["wapen", "stils", "tand"]
