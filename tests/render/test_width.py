from hypothesis import given
from hypothesis import strategies as st

from leerlog.domain.text import cells, first_lines, shorten

words = st.text(alphabet=st.sampled_from("ab é漢\u0301, ."), max_size=60)


@given(words, st.integers(1, 30))
def test_a_shortened_text_fits_and_begins_the_same(text, room):
    """And is untouched when it fitted."""
    short = shorten(text, room)
    assert cells(short) <= room
    assert short == text if cells(text) <= room else text.startswith(short[:-1])


def test_a_text_is_cut_between_words_where_that_loses_little():
    """One very long word is cut in the middle."""
    assert shorten("Noor zocht op thema", 12) == "Noor zocht…"
    assert shorten("Noor zocht op thema", 11) == "Noor zocht…"
    assert shorten("wapenstilstandsdag", 10) == "wapenstil…"
    assert shorten("a", 0) == ""


def test_the_first_line_says_when_there_is_more():
    """Blank lines don't count."""
    assert first_lines("\n een \n\n twee") == "een …"
    assert first_lines("een\n\n") == "een"
    assert first_lines("") == ""
