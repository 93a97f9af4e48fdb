"""A document as a file for Word: headings that are headings, tables, and boxes to tick.

The sizes are those of the sheet on paper, so that what fits on one A4 there does here (documents/sheet_fit). A
person's words stand in it as text, as they were typed: no field, link or macro comes of them.
"""

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from leerlog.documents.blocks import (
    Bars,
    Block,
    Bullets,
    Cell,
    Days,
    Document,
    Expectations,
    Grid,
    Items,
    Matrix,
    Outcomes,
    Section,
    Stories,
    Table,
    Text,
    Words,
)
from leerlog.documents.phrases import called, item_line
from leerlog.domain.agenda import Item
from leerlog.domain.dates import spoken_date
from leerlog.domain.outcome import Expected, Outcome, Story
from leerlog.domain.text import visible
from leerlog.errors import NotInstalled
from leerlog.render import said
from leerlog.render.days import per_month

if TYPE_CHECKING:
    from docx.document import Document as File
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

VOICE = said.Voice(spoken_date)
OPEN, TICKED = "☐", "☑"
HOW = (
    "Voor Word is python-docx nodig, en dat staat hier niet. Je haalt het met pipx inject leerlog python-docx, of met "
    "uv tool install . --with python-docx in de map met de code. Zonder kan ook: kies een naam die eindigt op .html."
)
# Points and millimetres, as the style of a sheet on paper has them (page.css).
_MARGINS = (18, 17, 20, 17)
_SIZE, _ROW, _SMALL = 9, 12.15, 8
_BETWEEN, _INDENT = 0.8, 5
_FONT = "Arial"
_QUIET, _FAINT = "5F5C56", "F2EFE9"
# Not the moment at which it was made: the same document gives the same file.
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001
_PACKED = (1980, 1, 1, 0, 0, 0)
# What is a character, but none that XML takes.
_NO_XML = str.maketrans({"\ufffe": "\ufffd", "\uffff": "\ufffd"})


def word(document: Document) -> bytes:
    """The document as the bytes of a .docx file; the same document gives the same bytes.

    Raises:
        NotInstalled: without python-docx, which is an extra.
    """
    try:
        import docx
    except ImportError:
        raise NotInstalled(HOW) from None
    file = docx.Document()
    _lay(file)
    _name(file, document)
    _Writer(file).write(document)
    made = io.BytesIO()
    file.save(made)
    return _same_each_time(made)


def _lay(file: "File") -> None:
    """An A4 with its margins, and how its paragraphs look."""
    from docx.oxml.ns import qn
    from docx.shared import Mm

    paper = file.sections[0]
    paper.page_width, paper.page_height = Mm(210), Mm(297)
    paper.top_margin, paper.right_margin, paper.bottom_margin, paper.left_margin = map(Mm, _MARGINS)
    paper.header_distance = paper.footer_distance = Mm(9)
    for lang in file.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), "nl-NL")
    for name, size, row, above, below in (
        ("Normal", _SIZE, _ROW, 0.0, _BETWEEN),
        ("Title", 16, 20.8, 0.0, 0.0),
        ("Subtitle", _SIZE, _ROW, 1.0, 0.0),
        ("Heading 1", 9.5, 12.35, 3.4, 0.4),
        ("Heading 2", _SIZE, _ROW, 1.6, 0.0),
        ("Footer", _SMALL, 10.8, 0.0, 0.0),
    ):
        _look(file.styles[name], (size, row), (above, below))


def _look(style: "ParagraphStyle", height: tuple[float, float], white: tuple[float, float]) -> None:
    """Rows of one height in every font; white in millimetres."""
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    style.font.size, style.font.bold = Pt(height[0]), style.name in ("Title", "Heading 1", "Heading 2")
    style.font.italic, style.font.color.rgb = False, RGBColor(0x1F, 0x1E, 0x1C)
    if style.name in ("Subtitle", "Footer"):
        style.font.color.rgb = RGBColor.from_string(_QUIET)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()  # a theme's font goes before what is named
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), _FONT)
    # Letters that stand wider apart do not fit.
    for spread in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spread)
    shape = style.paragraph_format
    for line in shape.element.pPr.findall(qn("w:pBdr")) if shape.element.pPr is not None else ():
        shape.element.pPr.remove(line)
    shape.line_spacing = Pt(height[1])
    shape.space_before, shape.space_after = map(Mm, white)


def _name(file: "File", document: Document) -> None:
    """What a system shows of the file: what it is, and not who was at the computer."""
    about = file.core_properties
    about.title = _safe(said.joined((document.kind, document.title)))[:255]
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    about.language = "nl-NL"
    about.created = about.modified = _MADE
    about.revision = 1


def _same_each_time(made: io.BytesIO) -> bytes:
    """The file with every part of it packed at the same moment."""
    packed = io.BytesIO()
    with ZipFile(made) as parts, ZipFile(packed, "w") as file:
        for name in parts.namelist():
            part = ZipInfo(name, _PACKED)
            part.create_system = 0
            file.writestr(part, parts.read(name), ZIP_DEFLATED)
    return packed.getvalue()


def _safe(text: str) -> str:
    """The text with what can't be seen made visible: a person's without its empty lines, any other on one line."""
    shown = visible(text.replace("\t", "  "), keep_newlines=True).translate(_NO_XML)
    if not isinstance(text, Words):
        return " ".join(shown.split())
    return "\n".join(line for line in shown.split("\n") if line.strip())


class _Writer:
    """Writes a document into a file, from its top to its end."""

    def __init__(self, file: "File") -> None:
        self._file = file

    def write(self, document: Document) -> None:
        """The whole of it."""
        title = document.title if document.alone else said.joined((document.kind, document.title))
        self._text(title, style="Title")
        facts = [fact for fact in document.facts if fact.place != "spoken"]
        self._text(said.joined(VOICE.cell(f.value) for f in facts if f.place != "notice"), style="Subtitle")
        for fact in facts:
            if fact.place == "notice":
                self._text(name=VOICE.cell(fact.value))
        for section in document.sections:
            self._section(section)
        self._file.sections[0].footer.paragraphs[0].add_run(_safe(VOICE.cell(document.foot)))

    def _section(self, section: Section) -> None:
        self._text(section.heading, style="Heading 2" if section.under else "Heading 1")
        self._text(VOICE.cell(section.aside), quiet=True)
        for at, block in enumerate(section.blocks):
            first = len(self._file.paragraphs)
            self._block(block)
            if section.beside and not at:
                for made in self._file.paragraphs[first:]:
                    _shade(made)

    def _block(self, block: Block) -> None:
        match block:
            case Text():
                self._text(VOICE.cell(block.text), called(block.name), quiet=block.tone == "dim")
            case Bullets():
                for text in block.texts:
                    self._text(text, mark="•")
            case Items():
                self._text(block.who[:1].upper() + block.who[1:], style="Heading 2")
                for item in block.items:
                    self._item(item, block)
            case Outcomes() | Stories() | Expectations():
                for about, text in _written(block):
                    self._text(Words(text), about)
            case Days():
                self._text(f"{said.days_said(block).capitalize()}." if block.days else "")
                self._table(("Maand", "Notities"), list(per_month(block)))
            case _:
                self._numbers(block)

    def _item(self, item: Item, block: Items) -> None:
        line = item_line(item)
        if not block.whole:
            told = (block.refs * item.ref, item.of, said.item_state(item), item.outcome)
            line = said.joined((item.text, *told))
        self._text(line, mark=OPEN if item.open else said.DROPPED_MARK if item.dropped else TICKED)

    def _numbers(self, block: Bars | Matrix | Grid | Table) -> None:
        self._text(block.caption, quiet=True)
        if isinstance(block, Bars | Matrix):
            columns, rows = said.matrix_of(block) if isinstance(block, Matrix) else said.table_of(block)
            self._table([name for name, _ in columns], rows)
            return
        table = block.wide if isinstance(block, Grid) else block
        kept = [at for at in said.in_table(table.columns) if table.columns[at].only in ("", "full")]
        heads = [VOICE.cell(table.columns[at].name) for at in kept]
        self._table(heads, [[row[at] for at in kept] for row in table.rows])

    def _table(self, heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        """Rows below their heads, which are said again on each page."""
        if not rows or not heads:
            return
        lines = [*([heads] if any(heads) else []), *([VOICE.cell(cell) for cell in row] for row in rows)]
        table = self._file.add_table(len(lines), len(heads), "Table Grid")
        for row, line in zip(table.rows, lines, strict=True):
            for cell, text in zip(row.cells, line, strict=True):
                cell.paragraphs[0].add_run(_safe(text)).bold = line is heads

    def _text(
        self, text: str = "", name: str = "", *, mark: str = "", style: str = "Normal", quiet: bool = False
    ) -> None:
        """A paragraph; without text nothing. `name` stands loud before it, `mark` in the white beside it."""
        from docx.shared import Mm, Pt, RGBColor

        text = _safe(text)
        if not text and not name:
            return
        made = self._file.add_paragraph(style=style)
        if mark:
            made.paragraph_format.left_indent, made.paragraph_format.first_line_indent = Mm(_INDENT), Mm(-_INDENT)
            made.paragraph_format.tab_stops.add_tab_stop(Mm(_INDENT))
            made.add_run(f"{mark}\t")
        if name:
            loud = made.add_run(f"{' '.join(_safe(name).split())} ")
            loud.bold, loud.font.size = True, Pt(_SMALL)
        run = made.add_run(text)
        if quiet:
            run.font.color.rgb = RGBColor.from_string(_QUIET)


def _shade(made: "Paragraph") -> None:
    """A box around a paragraph that takes no room of its own."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _FAINT)):
        shade.set(qn(f"w:{name}"), value)
    shape = made._p.get_or_add_pPr()
    shape.insert_element_before(shade, "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _written(block: Outcomes | Stories | Expectations) -> Iterator[tuple[str, str]]:
    """What people wrote, each text with what it is about before it."""
    if isinstance(block, Outcomes):
        yield from map(_outcome, block.outcomes)
    elif isinstance(block, Stories):
        yield from (piece for story in block.told for piece in _story(story))
    else:
        yield from (piece for each in block.expected for piece in _expected(each))


def _story(story: Story) -> Iterator[tuple[str, str]]:
    yield story.title, ""
    for step in story.steps:
        yield said.joined((_day(step.date), said.level_name(step.level), step.by)), step.text
    for each in story.expected:
        yield from _expected(each)
    if story.to_ask:
        yield story.to_ask, ""


def _expected(each: Expected) -> Iterator[tuple[str, str]]:
    yield f"Verwacht van {each.course}" if each.course else "Verwacht", each.text
    if came := each.came:
        yield said.joined(("Wat ervan kwam", _day(came.date), said.level_name(came.level))), came.text
    else:
        yield "", said.NOT_YET


def _outcome(each: Outcome) -> tuple[str, str]:
    return said.joined((_day(each.date), said.level_name(each.level), each.by, each.course)), each.text


def _day(day: date | None) -> str:
    return spoken_date(day) if day else ""
