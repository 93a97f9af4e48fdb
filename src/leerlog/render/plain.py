"""A document as `label: waarde` lines, one fact a line: for a screen reader, a braille line or grep."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from leerlog.documents.blocks import (
    Bars,
    Block,
    Bullets,
    Cell,
    Column,
    Count,
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
    Total,
    Trend,
    Withheld,
)
from leerlog.documents.phrases import KIND_NAMES, called, item_line
from leerlog.domain.agenda import Item
from leerlog.domain.dates import count, spoken_date
from leerlog.domain.outcome import Expected, Outcome, Story, turning_points
from leerlog.domain.text import first_lines, visible
from leerlog.render import said
from leerlog.render.days import per_month
from leerlog.render.near import near

Fact = tuple[str, str]  # what is told of, and what
MANY = 12  # periods: of more those with nothing are not said one by one


def plain_text(document: Document, encoding: str = "utf-8", *, full: bool = False) -> str:
    """The whole document; an empty line between its sections."""
    speaker = _Speaker(full)
    parts = [list(_lines(speaker.head(document)))]
    for section in document.sections:
        if section.short or full:
            parts.append(list(_lines(speaker.section(section))))
    text = "\n\n".join("\n".join(lines) for lines in parts if lines)
    return near(text, encoding) + "\n"


class _Speaker:
    def __init__(self, full: bool) -> None:
        self.full = full
        self.voice = said.Voice(spoken_date, ", ", "tot en met", 0 if full else said.NAMED)

    def head(self, document: Document) -> Iterator[Fact]:
        """What the document is, and what is to be known of the whole."""
        about = [self.voice.cell(fact.value) for fact in document.facts if not fact.label]
        told = _joined((document.title, *about))
        yield (document.kind, told) if told else ("", document.kind)
        yield from ((fact.label, self._fact(fact.value)) for fact in document.facts if fact.label)

    def _fact(self, value: Cell) -> str:
        if not isinstance(value, Total):
            return self.voice.cell(value)
        number = said.few(value.number) if isinstance(value.number, Withheld) else str(value.number)
        return said.beside(number, value.before, value.since)

    def section(self, section: Section) -> Iterator[Fact]:
        """All blocks of a section, with white before what begins anew."""
        for number, block in enumerate(section.blocks):
            if number and isinstance(block, Text) and block.tone == "strong":
                yield "", ""
            yield from self.block(block)

    def block(self, block: Block) -> Iterator[Fact]:
        """A block as facts."""
        if isinstance(block, Text):
            yield block.label, called(block.name) + self.voice.cell(block.text)
        elif isinstance(block, Bullets):
            yield from ((block.label, text) for text in block.texts)
        elif isinstance(block, Outcomes):
            yield from self._outcomes(block)
        elif isinstance(block, Items):
            yield from self._items(block)
        elif isinstance(block, Expectations):
            yield from self._expectations(block)
        elif isinstance(block, Stories):
            yield from self._stories(block)
        elif isinstance(block, Bars):
            yield from (self._bar(block, bar) for bar in block.bars)
        elif isinstance(block, Matrix):
            yield from self._matrix(block)
        elif isinstance(block, Table | Grid):
            table = block.long if isinstance(block, Grid) else block
            yield from (self._row(table, row) for row in table.rows)
        else:
            yield from _days(block)

    def _outcomes(self, block: Outcomes) -> Iterator[Fact]:
        shown = block.outcomes if self.full else block.outcomes[: block.short]
        for each in shown:
            names = (block.label, _day(each.date), each.by, each.course, _private(each), each.entry * block.ids)
            yield _joined(names), self._short(each.text)
        yield from _rest(len(block.outcomes) - len(shown), said.REST)

    def _items(self, block: Items) -> Iterator[Fact]:
        most = len(block.items) if self.full or not block.short else block.short
        for item in block.items[:most]:
            name = f"{block.label or KIND_NAMES[item.kind]} {block.who}".strip() + f" {item.ref}" * block.refs
            told = item_line(item) if block.whole else item.text
            yield _joined((name, item.of, "" if block.whole else said.item_state(item), _private(item))), told
            if item.result and not block.whole:
                yield "Resultaat", item.outcome or item.result
        yield from _rest(len(block.items) - most, block.how)

    def _stories(self, block: Stories) -> Iterator[Fact]:
        shown = block.told if self.full else block.told[: block.short]
        for number, story in enumerate(shown, 1):
            yield from [("", "")] if number > 1 else []
            yield from self._story(f"Verhaal {number}", story)
        if left := len(block.told) - len(shown):
            yield "", ""
            yield "Niet getoond", f"nog {count(left, 'verhaal', 'verhalen')}, {said.REST}"

    def _story(self, name: str, story: Story) -> Iterator[Fact]:
        yield name, first_lines(story.title)
        shown = range(len(story.steps)) if self.full else turning_points(story.steps)
        for at in shown:
            step = story.steps[at]
            names = (f"{name}, stap {at + 1}", _day(step.date), str(step.level or ""), step.by, _private(step))
            yield _joined(names), self._short(step.text)
        if skipped := len(story.steps) - len(shown):
            yield f"{name}, niet getoond", f"nog {count(skipped, 'stap', 'stappen')}, {said.REST}"
        for each in story.expected:
            yield from self._expected(name, each)
        if story.to_ask:
            yield f"{name}, {said.TO_ASK}", story.to_ask

    def _expected(self, name: str, each: Expected) -> Iterator[Fact]:
        of = f" van {each.course}" if each.course else ""
        yield _named(name, f"{said.EXPECTED}{of}"), self._short(each.text)
        if came := each.came:
            names = (_named(name, said.CAME), _day(came.date), str(came.level or ""), of.strip(), _private(came))
            yield _joined(names), self._short(came.text)

    def _expectations(self, block: Expectations) -> Iterator[Fact]:
        whole = _Speaker(full=True)
        for each in block.expected:
            yield from whole._expected("", each)
            if not each.came:
                yield said.CAME.capitalize(), said.NOT_YET

    def _bar(self, block: Bars, bar: Count) -> Fact:
        number = said.few(bar.number) if isinstance(bar.number, Withheld) else str(bar.number)
        if block.scale:
            before = "" if bar.before is None else f"de vorige keer {bar.before}"
            told = _joined((f"{number} van {bar.most}", bar.word, before, bar.note))
        else:
            told = said.beside(number, bar.before, block.since)
            told += f". Wegen kan met {bar.todo}" if bar.todo else ""
            told = _joined((told, bar.note))
        return f"{block.label}, {bar.name if block.scale else bar.name.lower()}", told

    def _matrix(self, block: Matrix) -> Iterator[Fact]:
        """Of each its number with that of the period before, then how that is spread; of many periods where it is."""
        for line in block.lines:
            label, told = self._bar(block.bars, line.total)
            yield label, told
            spread = list(zip(block.names, line.numbers, strict=True)) if any(line.numbers) else []
            some = [each for each in spread if each[1]] if len(spread) > MANY else spread
            if parts := [f"{name} {self.voice.cell(number)}" for name, number in some]:
                yield f"{label}, waarvan", _joined([*parts, "verder niets" if len(some) < len(spread) else ""])

    def _row(self, block: Table, row: Sequence[Cell]) -> Fact:
        """What the row is called, and what else there is; what is drawn of it last."""
        kept = ("", "spoken", "full") if self.full else ("", "spoken")
        cells = [(c, cell) for c, cell in zip(block.columns, row, strict=True) if c.only in kept or _drawn(cell)]
        names = [self._cell(block, column, cell) for column, cell in cells if column.named]
        told = [self._cell(block, column, cell) for column, cell in cells if not (column.named or _drawn(cell))]
        told += [said.earlier(cell) for _, cell in cells if isinstance(cell, Trend)]
        return _joined((block.label, *names)), _joined(told)

    def _cell(self, block: Table, column: Column, cell: Cell) -> str:
        told = self.voice.cell(cell)
        if column.main and block.lines and not self.full:
            told = first_lines(told)
        return column.said.format(told) if told and column.said else ""

    def _short(self, text: str) -> str:
        return text if self.full else first_lines(text)


def _drawn(cell: Cell) -> bool:
    return isinstance(cell, Trend)


def _named(name: str, what: str) -> str:
    """What something of a story is called; by itself it begins with a capital."""
    return f"{name}, {what}" if name else what[:1].upper() + what[1:]


def _joined(parts: Iterable[str]) -> str:
    *most, last = [part for part in parts if part] or [""]
    return ", ".join([*(part.removesuffix(".") for part in most), last])


def _day(day: date | None) -> str:
    return spoken_date(day) if day else ""


def _private(each: Outcome | Item) -> str:
    return "privé" if each.private else ""


def _rest(number: int, how: str) -> Iterator[Fact]:
    if number > 0:
        yield "Niet getoond", f"nog {number}, {how}"


def _days(block: Days) -> Iterator[Fact]:
    if block.days:
        yield "Dagen", said.days_said(block)
        for month, number in per_month(block):
            yield f"Dagen, {month}", count(number, "notitie", "notities")


def _lines(facts: Iterator[Fact]) -> Iterator[str]:
    for label, told in facts:
        value = visible(told, keep_newlines=True)
        if not label:
            yield value
            continue
        # The lines after the first stand in, so that none of them looks like a fact of its own.
        value = value.replace("\n", "\n  ").replace("\n  \n", "\n\n")
        yield f"{visible(label)}: {value}"
