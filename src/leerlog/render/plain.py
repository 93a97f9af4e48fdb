"""A page as `label: waarde` lines, one fact a line: for a screen reader, a braille line or grep."""

from collections.abc import Iterator

from leerlog.domain.text import visible
from leerlog.render.near import near
from leerlog.render.page import Bars, Block, Drawing, Fact, Page, Paragraph, Rows


def plain_text(page: Page, encoding: str = "utf-8") -> str:
    """The whole page; an empty line between its sections."""
    parts = [list(_lines(page.facts or (Fact("", page.title),)))]
    parts += [[line for block in section.blocks for line in _lines(_facts(block))] for section in page.sections]
    text = "\n\n".join("\n".join(lines) for lines in parts if lines)
    return near(text, encoding) + "\n"


def _facts(block: Block) -> Iterator[Fact]:
    if isinstance(block, Paragraph):
        yield Fact(block.label, block.text)
        return
    if isinstance(block, Drawing):
        yield from block.facts
        return
    for each in block.bars if isinstance(block, Bars) else block.rows:
        if each.fact:
            yield each.fact
    if isinstance(block, Rows) and block.more:
        yield Fact("Niet getoond", block.more)


def _lines(facts: Iterator[Fact] | tuple[Fact, ...]) -> Iterator[str]:
    for fact in facts:
        value = visible(fact.value, keep_newlines=True)
        if not fact.label:
            yield value
            continue
        # The lines after the first stand in, so that none of them looks like a fact of its own.
        value = value.replace("\n", "\n  ").replace("\n  \n", "\n\n")
        yield f"{visible(fact.label)}: {value}"
