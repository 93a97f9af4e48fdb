"""The sheet on paper: one A4, whatever is in it and whatever letters a computer has."""

from pathlib import Path

import pytest

from leerlog.documents.sheet import sheet_document
from leerlog.documents.sheet_fit import fitted
from leerlog.render.html import html
from leerlog.reports.sheet import Sheet, build_sheet
from tests.filled import TODAY, everything
from tests.render.browser import Browser
from tests.render.hostile import NASTY
from tests.render.teams import sheet_of

SENTENCE = "Een gewone zin van een mens die iets leerde. "
# Where a font is not installed the next one draws the page, and all of this holds as well.
FONTS = {"wide": '"DejaVu Sans", Verdana, sans-serif', "narrow": '"DejaVu Sans Condensed", Arial, sans-serif'}
INSIDE = 259  # millimetres of an A4 between its margins
TEXTS = {
    "short": "Kort",
    "sentences": SENTENCE * 3,
    "more": SENTENCE * 9,
    "long": SENTENCE * 60,
    "capitals": "WAAROM WIL IK MIJN MANAGER WEL MET HOOFDLETTERS WIJZEN? " * 60,
    "one word": "W" * 3000,
    "lines": "- punt\n" * 200,
    "nested": "- " * 20 + SENTENCE * 60,
    "hostile": NASTY,
}
OTHERS = {
    "wide": "需要一个很长的句子" * 200,
    "m": "mmmmmm " * 500,
    "digits": "0123456789" * 200,
    "hyphens": "lang-woord-met-streepjes " * 150,
    "emoji": "👩‍💻 werk " * 300,
    "bold": "**Een vette zin van een mens, w e l.** " * 60,
    "code": "`Een gewone` zin " * 200,
    "fences": "```\na\n```\n" * 40,
    "headings": "# Een Kop\n\n" * 60,
    "rules": "a\n\n---\n" * 60,
    "quotes": "> " * 20 + SENTENCE * 60,
    "paragraphs": "Alinea\n\n" * 30,
    "numbers": "\n".join(f"{number}. punt" for number in range(100)),
    "deep": "\n".join("  " * depth + "- punt" for depth in range(40)),
    "addresses": "<https://example.org/een/heel/lang/adres/met/veel/stukken> " * 60,
    "links": "[woord](https://example.org/een/lang/adres) " * 100,
    "huge": SENTENCE * 2000,
}


def all_of(without: str, text: str) -> Sheet:
    """The sheet on which every question of every checklist was answered with this, less one checklist."""
    sheet = build_sheet(everything(without, text=text))
    assert sheet
    return sheet


def check_paper(browser: Browser, sheet: Sheet, by: str, folder: Path) -> None:
    """It prints on one page in a wide and in a narrow font, of which most is used when something was cut."""
    reader = pytest.importorskip("pypdfium2")
    file, pdf = folder / "blad.html", folder / "blad.pdf"
    file.write_text(html(sheet_document(fitted(sheet), by, TODAY)), encoding="utf-8")
    with browser.open(file, width=665, trusted=True) as seen:
        for name, font in FONTS.items():
            seen.page.add_style_tag(content=f"* {{ font-family: {font} !important }}")
            seen.page.pdf(path=pdf, prefer_css_page_size=True)
            assert len(reader.PdfDocument(pdf)) == 1, name
        seen.page.emulate_media(media="print")
        height = seen.page.evaluate("document.getElementById('main').getBoundingClientRect().bottom") / 96 * 25.4
    assert height < INSIDE


@pytest.mark.parametrize("name", ["short", "capitals", "lines", "hostile"])
def test_a_sheet_prints_on_one_page(browser: Browser, name: str, tmp_path: Path) -> None:
    """Before a course and after it, with every list as long as it gets, and with every answer that there is."""
    check_paper(browser, sheet_of(TEXTS[name], after=name in ("short", "hostile")), TEXTS[name], tmp_path)
    check_paper(browser, all_of("after" if name == "lines" else "", TEXTS[name]), "Anja", tmp_path)


@pytest.mark.thorough
@pytest.mark.parametrize("name", TEXTS | OTHERS)
def test_every_sheet_prints_on_one_page(browser: Browser, name: str, tmp_path: Path) -> None:
    """Whatever a person can type."""
    text = (TEXTS | OTHERS)[name]
    for after in (False, True):
        check_paper(browser, sheet_of(text, after=after), text, tmp_path)
        check_paper(browser, all_of("" if after else "after", text), "Anja", tmp_path)


@pytest.mark.parametrize("without", ["after", ""])
@pytest.mark.parametrize("name", ["short", "sentences", "long"])
def test_the_paper_is_full_before_a_text_is_cut(browser: Browser, name: str, without: str, tmp_path: Path) -> None:
    """Of the height inside the margins at least eight tenths is written on, also in a narrow font."""
    sheet = all_of(without, TEXTS[name])
    cut = fitted(sheet)
    assert cut != sheet
    file = tmp_path / "blad.html"
    file.write_text(html(sheet_document(cut, "Anja", TODAY)), encoding="utf-8")
    with browser.open(file, width=665, trusted=True) as seen:
        seen.page.add_style_tag(content=f"* {{ font-family: {FONTS['narrow']} !important }}")
        seen.page.emulate_media(media="print")
        height = seen.page.evaluate("document.getElementById('main').getBoundingClientRect().bottom") / 96 * 25.4
    assert 0.8 < height / INSIDE < 1
