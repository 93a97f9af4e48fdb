from hypothesis import given
from hypothesis import strategies as st

from leerlog.render.width import cells, first_lines, shorten, wrap

words = st.text(alphabet=st.sampled_from("ab é漢\u0301, ."), max_size=60)


def test_wide_and_combining_characters_are_counted_as_they_show():
    """A Chinese character takes two columns, a combining accent none."""
    assert [cells(text) for text in ("abc", "漢字", "e\u0301", "é")] == [3, 4, 1, 1]


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


@given(words, st.integers(8, 30))
def test_wrapping_keeps_every_word_and_fits(text, room):
    """Nothing is lost, however long a word is."""
    lines = wrap(text, room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= room for line in lines)


def test_a_list_in_a_text_keeps_its_margin():
    """What was indented stays so on every line of it."""
    assert wrap("  een twee drie vier vijf", 14) == ["  een twee", "  drie vier", "  vijf"]


def test_the_first_line_says_when_there_is_more():
    """Blank lines don't count."""
    assert first_lines("\n een \n\n twee") == "een …"
    assert first_lines("een\n\n") == "een"
    assert first_lines("") == ""
