"""The sheet for the talk with the manager in its three forms."""

import io
from datetime import date

import pytest

from leerlog.documents.sheet import sheet_document
from leerlog.documents.sheet_fit import fitted
from leerlog.domain.entry import FollowUp
from leerlog.render.draw import in_form, show
from leerlog.reports.sheet import Part, Sheet, build_sheet
from tests.filled import TODAY, everything


def forms(sheet: Sheet) -> dict[str, str]:
    """The sheet as Markdown, as a page for a browser, on a screen and in plain lines."""
    made = {form: in_form(sheet_document(sheet, "Anja", TODAY), form) for form in ("markdown", "html")}
    for name in ("screen", "plain"):
        out = io.StringIO()
        show(sheet_document(sheet, "Anja", TODAY), out, plain=name == "plain")
        made[name] = out.getvalue()
    return made


def test_whatever_does_not_fit_is_counted() -> None:
    """What is shown and what is said to be left out make all of it."""
    whole = build_sheet(everything(text="Een gewone zin van een mens die iets leerde. " * 9))
    assert whole
    cut = fitted(whole)
    assert any(part.more for part in cut.parts)
    for before, after in zip(whole.parts, cut.parts, strict=True):
        assert len(after.texts) + len(after.items) + after.more == len(before.texts) + len(before.items)
    for text in forms(cut).values():
        assert text.count("… en nog") == sum(1 for part in cut.parts if part.more)


@pytest.mark.parametrize(
    ("result", "why"), [("vervallen", ""), ("Vervallen.", ""), ("vervallen: geen tijd", " → geen tijd")]
)
def test_what_was_dropped_is_not_shown_as_done(result: str, why: str) -> None:
    """With a mark of its own, the word for it, and without a box that is ticked; what was done has its tick."""
    items = (
        FollowUp("follow_up", "Met de trainer bellen", "Anja", done=TODAY, ticked=True, result=result),
        FollowUp("follow_up", "Nog een", ticked=True, result=result),
        FollowUp("follow_up", "Gedaan", done=TODAY, ticked=True, result="Het lukte"),
    )
    made = forms(Sheet("Woo", None, None, (Part("Afspraken", items=items),)))
    for form, mark in (("markdown", "- – "), ("screen", "–  ")):
        assert f"{mark}Met de trainer bellen (Anja, vervallen 23 november 2026){why}\n" in made[form]
        assert f"{mark}Nog een (vervallen){why}\n" in made[form]
    assert made["markdown"].count("[x]") == made["screen"].count("✓") == 1
    assert made["html"].count('<li class="dropped">') == 2
    assert made["html"].count("Gedaan: ") == 1
    assert made["plain"].count("vervallen") == 2


@pytest.mark.parametrize("form", ["markdown", "screen"])
def test_what_was_expected_stands_right_above_what_came(form: str) -> None:
    """On the next line."""
    part = Part("Verwacht, en wat ervan kwam", (("Verwacht", "Een dag"), ("Resultaat", "Twee")), shape="beside")
    lines = [line.strip(" -*").replace("**", "") for line in forms(Sheet("Woo", None, None, (part,)))[form].split("\n")]
    assert lines[lines.index("Verwacht: Een dag") + 1] == "Resultaat: Twee"


def test_a_name_that_is_a_question_has_no_second_mark() -> None:
    """Nor is what a person called it read as markup."""
    part = Part("Wat ik verder deel", (("Hoe *was* het?", "Druk"), ("Dag", date(2026, 1, 1).isoformat())))
    made = forms(Sheet("Woo", None, None, (part,)))
    assert "- **Hoe \\*was\\* het?** Druk\n- **Dag:** 2026" in made["markdown"]
    assert "Hoe *was* het? Druk\n" in made["screen"]
