"""The HTML page as a browser shows it: alone, quiet, readable, printable."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from leerlog.documents.review import review_document
from leerlog.domain.outcome import Outcome
from leerlog.domain.period import ALL, quarter_of
from leerlog.render.html import html
from leerlog.reports.review import Review, build_review
from tests.render.browser import Browser
from tests.render.hostile import NASTY, few, hostile, with_hill

TODAY = date(2026, 11, 23)
A4 = (595, 842)


def html_of(review: Review) -> str:
    """The page of a review."""
    return html(review_document(review))


@pytest.fixture(scope="module")
def reviews(quarter: Review, sample, rules) -> dict[str, Review]:
    """A good one, a few things of each kind of it, a hostile one, an empty one, and everything."""
    return {
        "quarter": with_hill(quarter),
        "few": few(with_hill(quarter)),
        "hostile": hostile(few(with_hill(quarter), 1)),
        "empty": build_review([], quarter_of(TODAY), TODAY, rules),
        "all": build_review(sample, ALL, TODAY, rules),
    }


@pytest.fixture(scope="module")
def pages(reviews: dict[str, Review], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Their files."""
    folder = tmp_path_factory.mktemp("pages")
    made = {}
    for name, review in reviews.items():
        made[name] = folder / f"{name}.html"
        made[name].write_text(html_of(review), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def printed(browser: Browser, pages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Two of them on paper, as who sees pages in the dark prints them."""
    made = {}
    for name in ("quarter", "hostile"):
        made[name] = tmp_path_factory.mktemp("paper") / "out.pdf"
        with browser.open(pages[name], scheme="dark") as seen:
            seen.page.pdf(path=made[name], prefer_css_page_size=True, print_background=True)
    return made


@pytest.mark.parametrize("name", ["quarter", "hostile", "empty", "all"])
def test_the_page_asks_for_nothing_and_says_nothing(browser: Browser, pages: dict[str, Path], name: str) -> None:
    """No request, no message, no dialog; its style is applied, so the policy lets it; no scrolling sideways."""
    with browser.open(pages[name]) as seen:
        assert seen.page.evaluate("getComputedStyle(document.body).maxWidth") != "none"
        assert seen.page.evaluate("document.scripts.length + document.images.length") == 0
        assert seen.overflow(1400, 800, 360, 320) == {}
        if name == "quarter":  # on a telephone its numbers stand there whole
            seen.page.set_viewport_size({"width": 390, "height": 900})
            assert seen.page.evaluate("(e => e.scrollWidth - e.clientWidth)(document.querySelector('.wide'))") <= 0
        assert (seen.asked, seen.said) == ([], [])


@pytest.mark.parametrize(
    ("name", "scheme", "width"),
    [
        ("few", "light", 1400),
        ("hostile", "dark", 360),
        ("empty", "light", 360),
        *(
            pytest.param(*each, marks=pytest.mark.thorough)
            for each in (
                ("quarter", "light", 360),
                ("quarter", "dark", 800),
                ("hostile", "light", 1400),
                ("empty", "dark", 1400),
            )
        ),
    ],
)
def test_axe_finds_nothing(browser: Browser, pages: dict[str, Path], name: str, scheme: str, width: int) -> None:
    """WCAG 2.2 A and AA, and its best practices."""
    with browser.open(pages[name], width, scheme, trusted=True) as seen:
        assert seen.violations() == []


def test_dark_is_dark(browser: Browser, pages: dict[str, Path]) -> None:
    """The page follows what the person set."""
    colours = {}
    for scheme in ("light", "dark"):
        with browser.open(pages["empty"], 800, scheme) as seen:
            colours[scheme] = seen.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert colours == {"light": "rgb(253, 252, 250)", "dark": "rgb(23, 24, 26)"}


def test_the_chart_is_a_table_to_who_hears_it(browser: Browser, pages: dict[str, Path], quarter: Review) -> None:
    """Level, count, the period before and the difference; the drawings are not read out."""
    with browser.open(pages["quarter"]) as seen:
        told = seen.page.locator("main").aria_snapshot()
    top = quarter.levels[4]
    months = " ".join(str(part.counts[top.level]) for part in quarter.matrix)
    assert f'row "5 Herkaderend {months} {top.count} {top.previous_count} +{top.change}"' in told.replace("  ", " ")
    assert "img" not in told


def test_the_first_tab_leads_past_the_contents(browser: Browser, pages: dict[str, Path]) -> None:
    """A link that shows when it has the focus."""
    with browser.open(pages["quarter"]) as seen:
        seen.page.keyboard.press("Tab")
        assert seen.page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
        assert seen.page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
        seen.page.keyboard.press("Enter")
        assert seen.page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("name", ["quarter", "hostile"])
def test_it_prints_on_a4_without_cut_lines(printed: dict[str, Path], name: str) -> None:
    """Every line whole and inside the margins, and no page empty."""
    reader = pytest.importorskip("pypdfium2")
    document = reader.PdfDocument(printed[name])
    assert 3 < len(document) < 60
    for page in document:
        width, height = page.get_size()
        assert (round(width), round(height)) == A4
        text = page.get_textpage()
        assert text.count_chars() > 60
        for at in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(at)
            assert left > 40
            assert right < width - 40
            # The number of the page stands in the margin itself.
            assert bottom > 50 or (top < 50 and left > width - 110)
            assert top < height - 45
    document.close()


def test_a_heading_is_never_left_alone_at_the_end_of_a_page(
    browser: Browser, pages: dict[str, Path], printed: dict[str, Path]
) -> None:
    """What belongs to it stands below it."""
    reader = pytest.importorskip("pypdfium2")
    with browser.open(pages["quarter"]) as seen:
        titles = seen.page.evaluate("[...document.querySelectorAll('h2, h3')].map(e => e.textContent.trim())")
    for page in reader.PdfDocument(printed["quarter"]):
        lines = [line for line in page.get_textpage().get_text_range().split("\n") if line.strip()]
        body = [line.strip() for line in lines if " van " not in line or len(line) > 12]
        assert body[-1] not in titles
        assert not any(a in titles and b in titles and a == body[-2] for a, b in pairwise(body[-2:]))


def test_a_megabyte_in_one_note_is_no_trouble(browser: Browser, quarter: Review, tmp_path: Path) -> None:
    """Its beginning is shown, and stays within the page."""
    text = NASTY * 2400
    assert len(text.encode()) > 1_000_000
    long = Outcome("k3f9qa2b", TODAY, "", "surprise", text)
    level = quarter.levels[0]._replace(outcomes=(long,))
    file = tmp_path / "long.html"
    file.write_text(html_of(quarter._replace(levels=(level, *quarter.levels[1:]))), encoding="utf-8")
    with browser.open(file, 360) as seen:
        assert seen.overflow(360) == {}
        assert (seen.asked, seen.said) == ([], [])
        assert seen.page.title() == "Terugblik · vierde kwartaal 2026"
