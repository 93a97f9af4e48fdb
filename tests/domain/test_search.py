"""What makes no difference when searching, and where the words are found."""

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from leerlog.domain.search import Words, fold, fold_bytes, lines_with, place, runs

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
WAYS = (str, str.upper, str.lower, str.title, str.swapcase)
FORMS = ("NFC", "NFD")


@given(TEXTS, st.sampled_from(WAYS), st.sampled_from(FORMS))
@example("IJsje bij de ĳsbaan, Ĳburg", str.upper, "NFC")
@example("Straße, ᾳ, ŉ, İ", str.upper, "NFD")
def test_case_and_normal_form_make_no_difference(text: str, way: type[str], form: str) -> None:
    """In whatever way a text is written, it is the same folded."""
    assert fold(unicodedata.normalize(form, text)) == fold(text)
    assert fold(way(text.replace("ı", ""))) == fold(text.replace("ı", ""))


@given(TEXTS)
def test_accents_make_no_difference(text: str) -> None:
    """Marks on letters, and the one character for ij."""
    without = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
    assert fold(without) == fold(text)
    assert fold("één bĳ IJ") == fold("een bij ĳ")


@given(TEXTS, st.data())
def test_a_place_in_the_folded_text_is_one_in_the_text(text: str, data: st.DataObject) -> None:
    """What stands there is the same folded, or holds it where one character became several."""
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded)))
    end = data.draw(st.integers(start, len(folded)))
    first, last = place(text, (start, end))
    assert folded[start:end] in fold(text[first:last])


@given(st.lists(TEXTS.map(lambda text: text.replace("\n", " ")), min_size=1, max_size=8), st.data())
@example(["a\u0301bc ＃＃ x", "## \u2028b"], None)
def test_the_sieve_never_loses_a_line(lines: list[str], data: st.DataObject | None) -> None:
    """Wherever a word stands in a file, its line is found in the bytes."""
    raw = "\n".join(lines).encode()
    assert fold_bytes(raw).count(b"\n") == raw.count(b"\n")
    line = data.draw(st.sampled_from(lines)) if data else lines[0]
    for word in line.split():
        if wanted := runs(Words((word,))):
            assert line in lines_with(raw, wanted, [[]])
