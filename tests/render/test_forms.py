"""Every form says all of a document, and whatever a person wrote in it stays text: held by random documents."""

import io
import re
from datetime import datetime
from html.parser import HTMLParser
from itertools import pairwise

import docx
import openpyxl
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from leerlog.domain.dates import spoken_date
from leerlog.domain.text import cells
from leerlog.render import said
from leerlog.render.html import html
from leerlog.render.layout import Canvas, lay_out
from leerlog.render.markdown import markdown
from leerlog.render.plain import plain_text
from leerlog.render.terminal import page_of
from leerlog.render.word import word
from leerlog.render.workbook import workbook
from tests.render.documents import TODAY, Maker

seeds = st.integers(0, 10**9)
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
VOID = {"meta"}


def laid_out(document, width=None, *, full=False):
    """The lines on a screen of this width, or in a pipe."""
    canvas = Canvas(width or 100, cut=width is not None)
    return ["".join(part for part, _ in line) for line in lay_out(page_of(document, full=full), canvas)]


def read_workbook(data):
    """The heads and cells of all sheets, days in words."""
    sheets = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    values = [cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    return "\n".join(spoken_date(value.date()) if isinstance(value, datetime) else str(value) for value in values)


def read_word(data):
    """The paragraphs and the cells of tables, in their order."""
    return "\n".join(
        cell.text.replace("\t", " ")  # between a box and its text
        for block in docx.Document(io.BytesIO(data)).iter_inner_content()
        for cell in ([each for row in block.rows for each in row.cells] if hasattr(block, "rows") else [block])
    )


FORMS = {
    "terminal": lambda document: "\n".join(laid_out(document, full=True)),
    "plain": lambda document: plain_text(document, full=True),
    "markdown": markdown,
    "html": html,
    "xlsx": lambda document: read_workbook(workbook(document)),
    "docx": lambda document: read_word(word(document)),
}


class Reader(HTMLParser):
    """The tags with their attributes, and whether each is closed where it should be."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.open, self.headings = [], [], []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@given(seeds)
def test_every_form_says_every_word_number_and_day(seed):
    """Whatever its kind, its length and its place, and nothing that a terminal or a browser would obey."""
    maker = Maker(seed)
    document = maker.document()
    for form, draw in FORMS.items():
        text = draw(document)
        assert [token for token in maker.told[form] if token not in text.lower()] == [], form
        folded = " ".join(text.split())
        days = [(spoken_date(day), said.brief(TODAY)(day)) for day in maker.days]
        assert [told for told in days if not any(each in folded for each in told)] == [], form
        assert not CONTROLS.search(text), form


@given(seeds)
def test_on_a_screen_no_line_is_too_wide(seed):
    """However long a name or a word is, and however narrow the screen; and nothing breaks inside a word."""
    maker = Maker(seed)
    document = maker.document()
    for width in (40, 60, 80, 100):
        assert max(map(cells, laid_out(document, width))) <= width
        lines = laid_out(document, width, full=True)
        assert max(map(cells, lines)) <= width
        text = "\n".join(lines).lower()
        assert [token for token in maker.told["terminal"] if token not in text] == [], width


@given(seeds)
def test_a_page_is_well_formed_whatever_stands_on_it(seed):
    """Every tag closed, one h1 and no step skipped, every id once, every way to a place that is there."""
    reader = Reader(html(Maker(seed).document()))
    assert {tag for tag, _ in reader.tags} & {"script", "img", "b", "iframe", "link"} == set()
    assert not [name for _, attrs in reader.tags for name in attrs if name.startswith("on") or name in ("src", "style")]
    assert reader.headings.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(reader.headings))
    ids = [attrs["id"] for _, attrs in reader.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    asked = [attrs["href"][1:] for tag, attrs in reader.tags if tag == "a" and attrs["href"].startswith("#")]
    asked += [attrs["aria-labelledby"] for _, attrs in reader.tags if "aria-labelledby" in attrs]
    assert set(asked) <= set(ids)


@given(seeds)
def test_what_a_person_wrote_adds_no_heading_tag_or_picture_to_the_markdown(seed):
    """The outline is that of the document: its title, its sections, its stories, and whose the items are."""
    document = Maker(seed).document()
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown(document))
    blocks = [block for section in document.sections for block in section.blocks]
    titles = sum(bool(section.heading) for section in document.sections)
    stories = sum(len(getattr(block, "stories", ())) for block in blocks)
    whose = sum(bool(getattr(block, "who", "")) for block in blocks)
    assert sum(token.type == "heading_open" for token in tokens) == 1 + titles + stories + whose
    kinds = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or ()}
    assert not kinds & {"html_block", "html_inline", "image"}


@given(seeds)
def test_who_hears_a_document_gets_a_fact_a_line(seed):
    """A line without a label belongs to the text above it, and none is a box, a bar or a mark."""
    document = Maker(seed).document()
    text = plain_text(document)
    assert not set(text) & set("█✓○│─")
    assert [line for line in text.split("\n") if line and ": " not in line + " " and line[0] != " "] == []
    assert io.StringIO(text).readline().startswith(document.kind.split()[0])
