"""What of a sheet is cut when it is too much for one A4, and where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.documents.sheet_fit import fitted, rows
from leerlog.domain.entry import FollowUp
from leerlog.reports.sheet import Part, Sheet

SENTENCE = "Een gewone zin van een mens die iets leerde. "
CAME = Part("Wat ervan kwam", (("Verwacht", SENTENCE * 6), ("Resultaat", SENTENCE * 8)), shape="beside")
LATER = Part("Wat het verder bracht", (("Wat ik nu anders zie", SENTENCE * 8),))
PLAN = Part("Wat ik van plan was", (("Leren", SENTENCE * 8),), shape="side")
ASKS = Part("Wat ik vraag", items=tuple(FollowUp("ask", f"Vraag {number}", "Noor") for number in range(9)))
DIARY = Part("Wat ik opschreef", (("", SENTENCE * 4),) * 30, shape="many")


def sheet(*parts: Part) -> Sheet:
    return Sheet("Woo", None, None, parts)


def test_what_fits_stays_as_it_was_typed() -> None:
    """Its line ends too."""
    whole = sheet(CAME, LATER, PLAN, ASKS, Part("Onderweg", (("", "Een\n\n- twee\n- drie"),), shape="many"))
    assert fitted(whole) == whole


def test_the_diary_is_cut_first() -> None:
    """All else is whole while there are moments to leave out."""
    cut = fitted(sheet(CAME, LATER, PLAN, ASKS, DIARY))
    assert cut.parts[:4] == (CAME, LATER, PLAN, ASKS)
    assert 0 < len(cut.parts[4].texts) == 30 - cut.parts[4].more


def test_what_came_of_it_is_cut_last() -> None:
    """After the plans, the rest of the harvest and the diary; each of these keeps a place."""
    insight = LATER._replace(texts=(("Wat ik nu anders zie", SENTENCE * 90),))
    cut = fitted(sheet(CAME, insight, PLAN._replace(texts=PLAN.texts * 9), DIARY))
    came, later, plan, diary = cut.parts
    assert came == CAME
    assert all(text.endswith("…") for _, text in later.texts)
    assert all(text.endswith("…") for _, text in plan.texts)
    assert len(diary.texts) == 1


def test_a_text_that_is_too_long_for_all_leaves_the_others_a_place() -> None:
    """Three rows, or three items."""
    endless = CAME._replace(texts=(CAME.texts[0], ("Resultaat", SENTENCE * 200)))
    came, later, asks = fitted(sheet(endless, LATER, ASKS)).parts
    assert came.texts[1][1].endswith("…")
    assert len(rows(later.texts[0][1], 83)) >= 3
    assert len(asks.items) >= 3


@pytest.mark.parametrize(
    ("text", "end"),
    [
        (SENTENCE * 100, "die iets leerde. …"),
        ("Kort. " + "woord " * 900, " woord…"),
        ("Ja! " * 900, "Ja! …"),
        ("w" * 5000, "www…"),
        ("bijv. dit " * 500, "…"),
    ],
)
def test_a_text_is_cut_after_a_sentence(text: str, end: str) -> None:
    """When one ends near there; else between words, and a word only when it is longer than a row."""
    part = fitted(sheet(Part("Wat ik wil leren", (("Leren", text), ("", text), ("", text))), DIARY)).parts[0]
    for _, shown in part.texts:
        assert shown.endswith(end)
        assert text.startswith(shown.removesuffix("…").rstrip())


@given(st.text(max_size=300), st.integers(1, 60))
def test_the_rows_of_a_line_are_the_line(line: str, across: int) -> None:
    """Nothing is lost or added where it breaks, and no row is empty."""
    assert "".join(rows(line, across)) == line
    assert all(rows(line, across)) or not line
