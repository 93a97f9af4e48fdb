"""Numbers and value levels as tables of a page: with their bars, over periods, and what each person told of them."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from leerlog.documents.blocks import Bars, Cell, Command, Count, Grid, Line, Matrix, Withheld
from leerlog.domain.dates import spoken_date
from leerlog.domain.period import Period, period_before
from leerlog.domain.value import Level
from leerlog.render import charts, said
from leerlog.render.element import Child, el, together

# So many people have a column each beside one another.
MOST_NAMES = 6

VOICE = said.Voice(spoken_date, names=said.NAMED)


def level_class(level: Level | None) -> str:
    """Whether a level is something that can still become more, or something that came of it."""
    if level is None:
        return "waiting"
    return "realised" if level.number >= Level.TOEGEPAST.number else "potential"


def cell_of(cell: Cell) -> Child:
    """A cell as it stands in a table; a number that may not be told is a dash, and that is said aloud."""
    if isinstance(cell, Withheld):
        return together((el("span", "–", class_="quiet", aria_hidden="true"), el("span", said.NOT_TOLD, class_="vh")))
    return el("code", cell) if isinstance(cell, Command) else VOICE.cell(cell)


def bars(block: Bars) -> Markup:
    """Numbers with their bars; the longest is that of the largest, or on a scale of a full score."""
    numbers = [bar.number for bar in block.bars if not isinstance(bar.number, Withheld)]
    most = max(numbers, default=0) or 1
    ranked = any(bar.level for bar in block.bars)
    heads = [el("th", block.head or block.label, scope="col"), el("td", class_="chart")]
    heads += _numbers(("Score" if block.scale else "Aantal",), block.since)
    table = el(
        "table",
        el("caption", block.caption, class_="vh") if block.caption else None,
        el("thead", el("tr", heads)),
        el("tbody", (_bar(bar, bar.most or most, block, ranked) for bar in block.bars)),
        class_="bars hill" if block.scale else "bars",
    )
    return together((table, _dots() if ranked else None))


def _numbers(names: Sequence[str], since: Period | None) -> list[Markup]:
    """The heads of columns with numbers, and of those with what they are held beside."""
    heads = [el("th", name, scope="col", class_="number") for name in names]
    if since:
        heads.append(el("th", period_before(since).capitalize(), scope="col", class_="number was"))
        heads.append(el("th", "Verschil", scope="col", class_="number"))
    return heads


def _dots() -> Markup:
    """What the two colours of the levels mean."""
    dots = (("potential", " wat nog kan groeien "), ("realised", " wat ervan kwam"))
    return el("p", ([el("span", class_=f"dot {kind}", aria_hidden="true"), name] for kind, name in dots), class_="key")


def matrix(block: Matrix) -> Markup:
    """Numbers over periods, each with a bar as long as it is beside the largest."""
    heads = [el("th", block.bars.head, scope="col"), *_numbers((*block.names, "Samen"), block.since)]
    most = block.most or 1
    rows = (el("tr", _line(block, line, most), class_=level_class(line.total.level)) for line in block.lines)
    table = el(
        "table",
        el("caption", block.caption, class_="vh") if block.caption else None,
        el("thead", el("tr", heads)),
        el("tbody", rows),
        class_="matrix",
    )
    # Of many periods the others are found by going aside, with keys as well.
    return together((el("div", table, class_="wide", tabindex=0, role="group", aria_label=block.caption), _dots()))


def _line(block: Matrix, line: Line, most: int) -> Iterator[Markup]:
    bar = line.total
    rank = [el("span", str(bar.level.number), class_="rank"), " "] if bar.level else []
    remark = el("span", bar.note, class_="remark") if bar.note else None
    yield el("th", rank, bar.name[:1].upper() + bar.name[1:], remark, scope="row")
    for number in line.numbers or (None,) * len(block.periods):
        drawn = charts.bar(number / most) if isinstance(number, int) else None
        yield el("td", cell_of(number), drawn, class_="of" if number else "of quiet")
    held = isinstance(bar.number, Withheld)
    yield el("td", el("strong", cell_of(bar.number)), el("span", said.few(bar.number), class_="vh") if held else None,  # type: ignore[arg-type]
             class_="number")  # fmt: skip
    if block.since:
        yield el("td", cell_of(bar.before), class_="number quiet was")
        yield el("td", cell_of(said.changed(bar)), class_="number quiet")


def _bar(bar: Count, most: int, block: Bars, ranked: bool) -> Markup:
    rank = [el("span", str(bar.level.number), class_="rank"), " "] if bar.level else []
    name = bar.name[:1].upper() + bar.name[1:] if ranked else bar.name
    remark = said.joined((bar.word, bar.note))
    held = isinstance(bar.number, Withheld)
    drawn = el("span", said.few(bar.number), class_="quiet") if isinstance(bar.number, Withheld) else None
    of = el("span", f" van {bar.most}", class_="quiet") if block.scale else None
    cells = [
        el("th", rank, name, el("span", remark, class_="remark") if remark else None, scope="row"),
        el("td", drawn or charts.bar(0 if held else int(bar.number) / most), class_="chart"),  # type: ignore[arg-type]
        el("td", cell_of(bar.number), of, class_="number"),
    ]
    if block.since:
        cells += [el("td", cell_of(cell), class_="number quiet") for cell in (bar.before, said.changed(bar))]
    elif bar.before is not None:
        cells[2] = el("td", cell_of(bar.number), of, el("span", f"vorige keer {bar.before}", class_="remark"))
    return el("tr", cells, class_=level_class(bar.level) if ranked else "")


def grid(block: Grid) -> Markup:
    """A column for each person and a row for each level; of many people a list under the levels."""
    caption = el("caption", block.caption, class_="vh")
    heads: list[Child] = [el("td"), *(el("th", name, scope="col") for name in block.names)]
    rows = [
        el(
            "tr",
            el("th", el("span", str(level.number), class_="rank", aria_hidden="true"), level.capitalize(), scope="row"),
            (el("td", text, data_by=name) for name, text in zip(block.names, told, strict=True)),
            class_=level_class(level),
        )
        for level, told in block.rows
    ]
    many = " many" * (len(block.names) > MOST_NAMES)
    return el("table", caption, el("thead", el("tr", heads)), el("tbody", rows), class_=f"told{many}")
