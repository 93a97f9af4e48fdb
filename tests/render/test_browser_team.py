"""The pages of a team and of a sheet as a browser shows them: alone, quiet, readable, printable."""

import re
from pathlib import Path

import pytest

from leerlog.documents.review import review_document
from leerlog.documents.sheet import sheet_document
from leerlog.documents.sheet_fit import fitted
from leerlog.domain.entry import Entry
from leerlog.render.html import html
from leerlog.reports.rules import ContentRules
from leerlog.reports.sheet import build_sheet
from tests.filled import everything
from tests.render.browser import Browser
from tests.render.hostile import NASTY, few
from tests.render.teams import PROBLEMS, TODAY, hostile_team, sheet_of, team_of

A4 = (595, 842)


@pytest.fixture(scope="module")
def pages(sample: list[Entry], rules: ContentRules, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The files of a team, of one without names, of a hostile one, of an empty one, and of a sheet."""
    team = team_of(sample, rules)
    nameless = team_of(sample, rules, anonymous=True)
    texts = {
        "team": html(review_document(few(team, 5), PROBLEMS)),
        "anonymous": html(review_document(few(nameless), PROBLEMS)),
        "hostile": html(review_document(hostile_team(team), PROBLEMS)),
        "empty": html(review_document(team_of([], rules))),
        "sheet": html(sheet_document(fitted(sheet_of("Zoeken op thema")), "Anja", TODAY)),
        "bad sheet": html(sheet_document(fitted(sheet_of(NASTY)), NASTY, TODAY)),
    }
    folder = tmp_path_factory.mktemp("pages")
    made = {name: folder / f"{name}.html" for name in texts}
    for name, text in texts.items():
        made[name].write_text(text, encoding="utf-8")
    return made


@pytest.mark.parametrize("name", ["team", "anonymous", "hostile", "empty", "sheet", "bad sheet"])
def test_the_page_asks_for_nothing_and_says_nothing(browser: Browser, pages: dict[str, Path], name: str) -> None:
    """No request, no message; its style is applied; nothing sticks out, down to 320 pixels."""
    with browser.open(pages[name]) as seen:
        assert seen.page.evaluate("getComputedStyle(document.body).maxWidth") != "none"
        assert seen.page.evaluate("document.scripts.length + document.images.length") == 0
        assert seen.overflow(1400, 800, 360, 320) == {}
        assert (seen.asked, seen.said) == ([], [])


@pytest.mark.parametrize(
    ("name", "scheme", "width"),
    [
        ("hostile", "light", 1400),
        ("anonymous", "dark", 360),
        ("sheet", "light", 1400),
        *(
            pytest.param(*each, marks=pytest.mark.thorough)
            for each in (("hostile", "dark", 800), ("empty", "light", 360), ("bad sheet", "dark", 360))
        ),
    ],
)
def test_axe_finds_nothing(browser: Browser, pages: dict[str, Path], name: str, scheme: str, width: int) -> None:
    """WCAG 2.2 A and AA, and its best practices."""
    with browser.open(pages[name], width, scheme, trusted=True) as seen:
        assert seen.violations() == []


def test_the_spread_is_a_table_to_who_hears_it(browser: Browser, pages: dict[str, Path]) -> None:
    """Lowest, middle and highest with how many people; the drawing is not read out."""
    with browser.open(pages["team"]) as seen:
        told = seen.page.locator("#conditions").aria_snapshot()
    assert re.search(
        r'row "Je ervaart veranderingen ?6 mensen · Q3: midden 2,5, van 1 tot 5 1 2,5 5"', told.replace("  ", " ")
    )
    assert "img" not in told


@pytest.mark.parametrize("name", ["team", "hostile"])
def test_a_team_prints_on_a4(browser: Browser, pages: dict[str, Path], name: str, tmp_path: Path) -> None:
    """Every line inside the margins, and no page empty."""
    reader = pytest.importorskip("pypdfium2")
    with browser.open(pages[name], scheme="dark") as seen:
        seen.page.pdf(path=tmp_path / "out.pdf", prefer_css_page_size=True, print_background=True)
    for page in reader.PdfDocument(tmp_path / "out.pdf"):
        width, height = page.get_size()
        assert (round(width), round(height)) == A4
        text = page.get_textpage()
        assert text.count_chars() > 60
        for left, bottom, right, top in (text.get_rect(at) for at in range(text.count_rects())):
            assert left > 40
            assert right < width - 40
            assert bottom > 50 or (top < 50 and left > width - 110)


@pytest.mark.parametrize(("width", "side"), [(360, False), (800, True), (1400, True)])
def test_what_came_stands_beside_what_was_expected(browser: Browser, width: int, side: bool, tmp_path: Path) -> None:
    """Where there is room for two columns; on a telephone below it."""
    sheet = build_sheet(everything())
    assert sheet
    file = tmp_path / "blad.html"
    file.write_text(html(sheet_document(fitted(sheet), "Anja", TODAY)), encoding="utf-8")
    with browser.open(file, width) as seen:
        expected, came = (
            seen.page.get_by_text(f"Antwoord op {each}.results").bounding_box() for each in ("prepare", "after")
        )
    assert (came["x"] > expected["x"] + expected["width"]) == side
    assert (came["y"] > expected["y"]) != side
