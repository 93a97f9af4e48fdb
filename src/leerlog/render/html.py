"""A document as one page for a browser: nothing in it comes from elsewhere, nothing in it runs."""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from markupsafe import Markup

from leerlog.documents.blocks import (
    Bars,
    Block,
    Bullets,
    Cell,
    Column,
    Command,
    Days,
    Document,
    Expectations,
    Fact,
    Grid,
    Items,
    Matrix,
    Outcomes,
    Section,
    Stories,
    Table,
    Text,
    Total,
    Trend,
    Withheld,
    Words,
)
from leerlog.documents.phrases import KIND_NAMES, called, ended, item_line
from leerlog.domain.agenda import Item
from leerlog.domain.dates import count, spoken_date
from leerlog.domain.outcome import Expected, Outcome, Story
from leerlog.domain.score import Round
from leerlog.errors import ContentError
from leerlog.render import charts, said
from leerlog.render.days import per_month
from leerlog.render.element import Child, el, together
from leerlog.render.figures import VOICE, bars, cell_of, grid, level_class, matrix
from leerlog.render.notes import note

STYLE = Path(__file__).with_name("page.css")
NOT_THERE = "de opmaak van leerlog is niet meegeïnstalleerd. Installeer leerlog opnieuw."

# What a page in a meeting shows at most, of a level, of the stories, of a list.
OUTCOMES, STORIES, ITEMS = 100, 50, 50
ELSEWHERE = "In de Markdown-versie van deze terugblik staan ze allemaal."

_PAGE = Markup("""\
<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{digest}'; \
base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
{title}
<style>{style}</style>
</head>
{body}
</html>
""")


def html(document: Document) -> str:
    """The whole document as one page.

    Raises:
        ContentError: when the style is not there.
    """
    try:
        style = STYLE.read_text(encoding="utf-8")
    except OSError as error:
        raise ContentError(NOT_THERE) from error
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    title = el("title", said.joined((document.kind, document.title)))
    body = el("body", _Drawer(document).body(), class_="sheet" if document.paper else "wall" if document.wall else "")
    # The style is ours, and stands in the page as its digest says it does.
    return str(_PAGE.format(digest=digest, title=title, style=Markup(style), body=body))  # noqa: S704


class _Drawer:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.brief = said.brief(document.today)
        blocks = chain.from_iterable(section.blocks for section in document.sections)
        self.days = next((block for block in blocks if isinstance(block, Days) and block.days), None)
        self.deep = False  # whether there was a heading of a section

    def body(self) -> Iterator[Child]:
        """All that is on the page."""
        document = self.document
        # What there is to know before all else, and what a page begins with; then the others in their order.
        sections = [section for section in document.sections if self._blocks(section)]
        sections.sort(key=lambda section: 2 - section.opens if section.heading else 0)
        yield el("a", "Naar de inhoud", class_="skip", href="#main")
        yield el("header", self._top(), class_="top")
        if ways := [el("li", el("a", each.nav, href=f"#{each.name}")) for each in sections if each.nav and each.name]:
            yield el("nav", el("ul", ways), class_="contents", aria_label="Op deze pagina")
        parts = [self._section(each, number) for number, each in enumerate(sections, 1)]
        yield el("main", parts, id="main", tabindex=-1)
        if document.foot:
            yield el("footer", el("p", VOICE.cell(document.foot)), class_="foot")

    def _blocks(self, section: Section) -> list[Block]:
        """What of a section stands below its heading; the days stand at the top of the page."""
        return [block for block in section.blocks if block is not self.days]

    def _top(self) -> Iterator[Child]:
        document = self.document
        title = document.title
        if document.alone or not title:
            heading = [el("h1", title or document.kind)]
        else:
            title = title[:1].upper() + title[1:]
            heading = [el("h1", el("span", document.kind, class_="eyebrow"), " ", title)]
        under = said.joined(VOICE.cell(fact.value) for fact in document.facts if fact.place == "under")
        heading += [el("p", under, class_="under")] if under else []
        heading += [el("p", VOICE.cell(f.value), class_="only") for f in document.facts if f.place == "notice"]
        totals = [_fact(fact) for fact in document.facts if fact.place == "aside"]
        heading += [el("p", _between(totals, ", "), class_="total")] if totals else []
        yield el("div", heading)
        if self.days:
            yield self._heat(self.days)

    def _heat(self, days: Days) -> Markup:
        months = "; ".join(f"{month}: {number}" for month, number in per_month(days))
        caption = el("figcaption", f"{said.days_said(days).capitalize()}.", el("span", f" {months}.", class_="vh"))
        return el("figure", charts.heat(days), caption, class_="heat")

    def _section(self, section: Section, number: int) -> Markup:
        level = (3 if section.under and self.deep else 2) if section.heading else 1
        self.deep = self.deep or level > 1
        blocks: list[Child] = [self._block(block, level) for block in self._blocks(section)]
        if section.beside:
            sides = el("div", blocks[0]), el("div", blocks[1:], class_="realised")
            blocks = [el("div", sides, class_="beside")]
        if not section.heading:
            label = next((block.label for block in section.blocks if isinstance(block, Text) and block.label), "Inhoud")
            return el("section", blocks, class_="plain", aria_label=label)
        name = section.name or f"part-{number}"
        aside = VOICE.cell(section.aside) or ("" if section.number is None else str(section.number))
        head = [el(f"h{level}", section.heading, id=f"{name}-title")]
        head += [el("p", aside, class_="aside")] if aside else []
        kind = f"level {level_class(section.tone) if section.tone else ''}".strip() if section.under else ""
        return el(
            "section",
            el("div", head, class_="head"),
            el("div", blocks, class_="body"),
            id=name,
            class_=kind,
            aria_labelledby=f"{name}-title",
        )

    def _block(self, block: Block, level: int) -> Markup:
        if isinstance(block, Text):
            return _text(block)
        if isinstance(block, Bullets):
            return el("ul", (el("li", text) for text in block.texts), class_="bullets")
        if isinstance(block, Outcomes):
            return _outcomes(block)
        if isinstance(block, Items):
            return self._items(block, level)
        return self._drawn(block, level)

    def _drawn(self, block: Expectations | Stories | Bars | Matrix | Table | Grid | Days, level: int) -> Markup:
        if isinstance(block, Expectations):
            return together(_expected(each, level + 1, always=True) for each in block.expected)
        if isinstance(block, Stories):
            told = [_story(story, level + 1) for story in block.told[:STORIES]]
            return together((told, _more(len(block.told) - STORIES, ("verhaal", "verhalen"))))
        if isinstance(block, Bars):
            return bars(block)
        if isinstance(block, Grid | Matrix):
            return grid(block) if isinstance(block, Grid) else matrix(block)
        if isinstance(block, Table):
            return self._table(block) if any(column.name for column in block.columns) else _pairs(block)
        return self._heat(block) if block.days else Markup("")

    def _items(self, block: Items, level: int) -> Markup:
        who = el(f"h{level + 1}", block.who[:1].upper() + block.who[1:], class_="who") if block.who else None
        shown = block.items[:ITEMS]
        old = [item for item in shown if item.long_overdue and not (block.refs or block.whole)]
        tasks = self._tasks([item for item in shown if item not in old], block)
        unit = said.UNITS[block.items[0].kind] if block.items else ("", "")
        folded = None
        if old:
            name = f"{len(old)} al langer dan een maand over tijd"
            paper = el("span", " (klap open om ze mee te printen)", class_="paper")
            folded = el("details", el("summary", name, paper), self._tasks(old, block))
        return together((who, tasks, folded, _more(len(block.items) - ITEMS, unit)))

    def _tasks(self, items: Sequence[Item], block: Items) -> Markup | None:
        return el("ul", (self._item(item, block) for item in items), class_="tasks") if items else None

    def _item(self, item: Item, block: Items) -> Markup:
        state, mark = ("open", "○") if item.open else ("done", "✓")
        if item.dropped:
            state, mark = "dropped", said.DROPPED_MARK
        told = f"{(ended(item) if item.ticked else state).capitalize()}: "
        begin = el("span", mark, class_="mark", aria_hidden="true")
        if block.whole:
            return el("li", begin, el("div", el("p", el("span", told, class_="vh"), item_line(item))), class_=state)
        kind = "" if block.label or item.kind == "follow_up" else KIND_NAMES[item.kind].lower()
        when = f"voor {self.brief(item.due)}" if item.due and item.open else ""
        left = "" if item.overdue or not item.open else said.left(item.days)
        parts = [
            item.ref * block.refs,
            kind,
            item.of,
            item.who,
            when,
            left,
            said.ending(item, self.brief),
            "privé" if item.private else "",
        ]
        late = el("span", said.left(item.days), class_="late") if item.overdue else None
        meta = _between([part for part in parts if part] + ([late] if late else []), " · ")
        lines = [el("p", el("span", told, class_="vh"), item.text), el("p", meta, class_="meta") if meta else None]
        if item.outcome:
            arrow = el("span", "→ ", aria_hidden="true")
            lines.append(el("p", arrow, el("span", "Resultaat: ", class_="vh"), item.outcome, class_="result"))
        return el("li", begin, el("div", lines), class_=state)

    def _table(self, block: Table) -> Markup:
        axis: Sequence[object] = next((cell.axis for row in block.rows for cell in row if isinstance(cell, Trend)), ())
        kept = [
            at
            for at in said.in_table(block.columns)
            if block.columns[at].only != "spoken" and block.columns[at].narrow not in ("lead", "under")
        ]
        heads = [self._head(block.columns[at], [row[at] for row in block.rows]) for at in kept]
        rows = [el("tr", self._row(block, row, kept)) for row in block.rows]
        single = axis and all(each.lowest == each.highest for row in block.rows for each in _rounds(row))
        made = el(
            "table",
            el("caption", block.caption, class_="vh") if block.caption else None,
            el("thead", el("tr", heads)),
            el("tbody", rows),
            class_=f"bars spread{' own' * bool(single)}" if axis else "rows",
        )
        return together((made, el("p", block.key, class_="key") if block.key else None))

    def _head(self, column: Column, cells: Sequence[Cell]) -> Markup:
        axis = next((cell.axis for cell in cells if isinstance(cell, Trend)), None)
        if axis is not None:
            return el("td", charts.axis(axis, self.document.today), class_="chart")
        name = column.name if isinstance(column.name, str) else self.brief(column.name)
        kind = "number" if column.right else ""
        return el("th", name, scope="col", class_=kind) if name else el("td", class_=kind)

    def _row(self, block: Table, row: Sequence[Cell], kept: Sequence[int]) -> Iterator[Markup]:
        lead = [cell for cell, column in zip(row, block.columns, strict=True) if column.narrow == "lead"]
        under = [cell for cell, column in zip(row, block.columns, strict=True) if column.narrow == "under"]
        for at in kept:
            column, cell = block.columns[at], row[at]
            if isinstance(cell, Trend):
                yield el("td", charts.trend(cell), class_="chart")
            elif column.main:
                told = [said.earlier(each) for each in row if isinstance(each, Trend)]
                yield el("th", self._main(cell, lead, under, told), scope="row")
            else:
                quiet = " quiet" if column.style == "dim" else ""
                value = el("strong", cell_of(cell)) if column.style == "strong" else cell_of(cell)
                yield el("td", value, class_=("number" if column.right else "") + quiet)

    def _main(self, cell: Cell, lead: Sequence[Cell], under: Sequence[Cell], told: Sequence[str]) -> Iterator[Child]:
        yield said.joined(VOICE.cell(each) for each in (*lead, cell))
        yield from (el("span", f", {each}", class_="vh") for each in told if each)
        if remark := said.joined(VOICE.cell(each) for each in under):
            yield el("span", remark, class_="remark")


def _rounds(row: Sequence[Cell]) -> Iterator[Round]:
    return (each for cell in row if isinstance(cell, Trend) for each in cell.rounds)


def _fact(fact: Fact) -> Child:
    value = fact.value
    if not isinstance(value, Total):
        return VOICE.cell(value)
    if isinstance(value.number, Withheld):
        return said.few(value.number)
    number, unit = count(value.number, *value.unit).split(" ", 1)
    before = said.beside("", value.before, value.since)
    return together((el("strong", number), f" {unit}", el("span", before, class_="quiet") if before else None))


def _between(parts: Sequence[Child], mark: str) -> Markup:
    return Markup(mark).join(together([part]) for part in parts)  # noqa: S704 - a mark of our own


def _more(left: int, unit: tuple[str, str]) -> Markup | None:
    """How many of something are not on the page; nothing when all are."""
    return el("p", f"En nog {count(left, *unit)}. {ELSEWHERE}", class_="key") if left > 0 else None


def _text(block: Text) -> Markup:
    text = VOICE.cell(block.text)
    if isinstance(block.text, Words):
        name = el("p", block.name, class_="meta") if block.name else None
        return el("div", name, note(block.text), class_="words")
    if isinstance(block.text, Command):
        return el("p", el("code", text))
    name = el("strong", called(block.name)) if block.name else None
    kind = {"strong": "loud", "dim": "key"}.get(block.tone, block.tone)
    return el("p", name, text, class_=kind)


def _words(text: str) -> Markup:
    return el("div", note(text), class_="words")


def _outcomes(block: Outcomes) -> Markup:
    notes = [el("li", _about(each, each.by, each.course), _words(each.text)) for each in block.outcomes[:OUTCOMES]]
    more = _more(len(block.outcomes) - OUTCOMES, ("notitie", "notities"))
    return together((el("ul", notes, class_="notes") if notes else None, more))


def _about(each: Outcome, *parts: str, level: bool = False) -> Markup | None:
    """What a note is about: its day, its level, and whatever else there is to say."""
    told: list[Child] = []
    if each.date:
        told.append(el("time", spoken_date(each.date), datetime=each.date.isoformat()))
    if level and each.level:
        told.append(el("span", each.level, class_=f"chip {level_class(each.level)}"))
    told += [el("span", part, class_="part") for part in parts if part]
    told += [el("span", "privé", class_="private")] if each.private else []
    return el("p", _between(told, " "), class_="meta") if told else None


def _story(story: Story, level: int) -> Markup:
    steps = (
        el(
            "li",
            _about(step, step.by, level=True),
            el("div", note(step.text), class_="words"),
            class_=level_class(step.level),
        )
        for step in story.steps
    )
    expected = (_expected(each, level + 1) for each in story.expected)
    asked = el("p", story.to_ask, class_="under") if story.to_ask else None
    return el("article", el(f"h{level}", story.title), el("ol", steps, class_="steps"), expected, asked, class_="tale")


def _expected(each: Expected, level: int, *, always: bool = False) -> Markup:
    """What was expected of a course, and beside it the later answer to that same question; or that there is none."""
    heading = f"Verwacht van {each.course}" if each.course else "Verwacht"
    sides = [el("div", el(f"h{level}", heading), _words(each.text))]
    if came := each.came:
        told = _words(came.text)
        sides.append(
            el("div", el(f"h{level}", "Wat ervan kwam"), _about(came, level=True), told, class_=level_class(came.level))
        )
    elif always:
        sides.append(el("div", el(f"h{level}", "Wat ervan kwam"), el("p", said.NOT_YET, class_="quiet")))
    return el("div", sides, class_="beside")


def _pairs(block: Table) -> Markup:
    """Rows without headings: what each is called, and what there is to say of it."""
    return el("ul", (el("li", _pair(block, row)) for row in block.rows), class_="courses")


def _pair(block: Table, row: Sequence[Cell]) -> Iterator[Markup]:
    cells = [(c, cell) for c, cell in zip(block.columns, row, strict=True) if c.only != "spoken" and cell is not None]
    if name := said.joined(VOICE.cell(cell) for column, cell in cells if column.named):
        yield el("strong", name)
    for column, cell in cells:
        if isinstance(cell, Words) and not column.named:
            yield _words(cell)
        elif isinstance(cell, Trend):
            yield charts.trend(cell)
    rest = (VOICE.cell(cell) for column, cell in cells if not (column.named or isinstance(cell, Words | Trend)))
    if told := said.joined(rest):
        yield el("span", told, class_="quiet")
