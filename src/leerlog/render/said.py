"""How a document's values are said, for the forms that say them in words."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from leerlog.documents.blocks import (
    Bars,
    Cell,
    Change,
    Column,
    Count,
    Days,
    Figures,
    Matrix,
    Names,
    Phrase,
    Remarks,
    Total,
    Trend,
    Withheld,
)
from leerlog.documents.phrases import ended
from leerlog.domain.agenda import Item
from leerlog.domain.dates import count, short_date, spoken_date
from leerlog.domain.entry import Kind
from leerlog.domain.period import Period, period_before, range_words
from leerlog.domain.score import Round
from leerlog.domain.value import Level

UNITS: dict[Kind, tuple[str, str]] = {
    "follow_up": ("afspraak", "afspraken"),
    "obstacle": ("belemmering", "belemmeringen"),
    "ask": ("vraag", "vragen"),
}
REST = "met --full alles"
ALL_OF_THEM = "Aantal"
STEP, EXPECTED, CAME = "stap", "verwacht", "kwam ervan"
TO_ASK = "om te vragen"
NOT_YET = "Daar staat nog niets over in je leerlog."
DROPPED_MARK = "–"  # of what is neither done nor to do: no tick, and no box that can be ticked
NOT_TOLD = "niet getoond"
NAMED = 12  # of many people, so many are named
TREND = 3  # rounds; of fewer the scores themselves say it
SPARKS = "▁▃▄▆█"  # of the scores 1 to 5

Say = Callable[[date], str]


def brief(today: date | None) -> Say:
    """Says a day as 7 okt, with its year when that is not today's."""
    return lambda day: short_date(day, today)


class Voice(NamedTuple):
    """How a form says things.

    say: a day; between: what stands between remarks; to: between the first day of a period and the last.
    names: how many people are named, 0 for all.
    """

    say: Say
    between: str = " · "
    to: str = "t/m"
    names: int = 0

    def cell(self, cell: Cell) -> str:
        """A value in words; a person's words and other texts as they are."""
        if isinstance(cell, str) or cell is None:
            return cell or ""
        if isinstance(cell, date):
            return self.say(cell)
        if isinstance(cell, Phrase):
            return "".join(part if isinstance(part, str) else self._when(part) for part in cell.parts)
        if isinstance(cell, Figures):
            return self.cell(cell.said)
        if isinstance(cell, Remarks):
            return joined(map(self.cell, cell.parts), self.between)
        return self._names(cell.names) if isinstance(cell, Names) else _measure(cell)

    def _when(self, when: date | Period) -> str:
        if isinstance(when, Period):
            return range_words(when).replace("t/m", self.to)
        return self.say(when)

    def _names(self, names: Sequence[str]) -> str:
        left = len(names) - self.names if self.names else 0
        return ", ".join(names) if left < 2 else f"{', '.join(names[: self.names])} en nog {left}"


def _measure(cell: float | Withheld | Total | Change | Trend) -> str:
    if isinstance(cell, int | float):
        return number(cell)
    if isinstance(cell, Withheld):
        return NOT_TOLD
    if isinstance(cell, Change):
        return change(cell.by)
    if isinstance(cell, Trend):
        return " → ".join(number(each.median) for each in cell.rounds)
    return beside(total(cell), cell.before, cell.since)


def number(value: float) -> str:
    """A number: 3, 3,5."""
    return str(value) if isinstance(value, int) else f"{value:g}".replace(".", ",")


def total(cell: Total) -> str:
    """How many there are: 6 mensen."""
    return few(cell.number) if isinstance(cell.number, Withheld) else count(cell.number, *cell.unit)


def few(held: Withheld) -> str:
    """Why a number is not told."""
    return f"minder dan {held.least} mensen"


def beside(said: str, before: int | Withheld | None, since: Period | None) -> str:
    """A number with that of the period before: 57, vorig kwartaal 49."""
    return said if since is None or not isinstance(before, int) else f"{said}, {period_before(since)} {before}"


def change(by: int) -> str:
    """+2, −1 or =."""
    return "=" if not by else f"{'+' if by > 0 else '−'}{abs(by)}"


def changed(bar: Count) -> Change | None:
    """How much more there is than before, when both may be told."""
    told = isinstance(bar.number, int) and isinstance(bar.before, int)
    return Change(bar.number - bar.before) if told else None  # type: ignore[operator]


def left(days: int | None) -> str:
    """How long there is until something is due: vandaag, morgen, nog 5 dagen, 22 dagen over tijd."""
    if days is None:
        return ""
    if days < 0:
        return count(-days, "dag", "dagen") + " over tijd"
    return {0: "vandaag", 1: "morgen"}.get(days, f"nog {days} dagen")


def ending(item: Item, say: Say) -> str:
    """How and when an item came to its end: gedaan 7 oktober 2026; nothing for one that is only ticked."""
    if item.done:
        return f"{ended(item)} {say(item.done)}"
    return ended(item) if item.dropped else ""


def item_state(item: Item) -> str:
    """Where an item stands, for who hears it: open, wie Anja, voor 7 december 2026, nog 14 dagen."""
    parts = ["open" if item.open else ended(item)]
    if item.done:
        parts[0] += f" op {spoken_date(item.done)}"
    if item.who:
        parts.append(f"wie {item.who}")
    if item.due and item.open:
        parts += [f"voor {spoken_date(item.due)}", left(item.days)]
    return ", ".join(parts)


def sparks(rounds: Sequence[Round]) -> str:
    """Scores from 1 to 5 as a small line; nothing when there are fewer than three."""
    if len(rounds) < TREND:
        return ""
    return "".join(SPARKS[int(min(max(each.median, 1), 5) + 0.5) - 1] for each in rounds)


def earlier(trend: Trend) -> str:
    """The scores of the rounds before the last two, the newest first: daarvoor 3 en 2."""
    found = [number(each.median) for each in trend.rounds[-3::-1]]
    if not found:
        return ""
    middle = "midden " if any(each.lowest < each.highest or each.people != 1 for each in trend.rounds) else ""
    return f"daarvoor {middle}{' en '.join(part for part in (', '.join(found[:-1]), found[-1]) if part)}"


def level_name(level: Level | None) -> str:
    """Toegepast; nothing for what has no level."""
    return level.capitalize() if level else ""


def days_said(days: Days) -> str:
    """On how many days there are notes, and the day with the most."""
    said = count(len(days.days), "dag met een notitie", "dagen met een notitie")
    most = max((number for _, number in days.days), default=0)
    busiest = [day for day, number in days.days if number == most]
    return said if most < 2 or len(busiest) > 1 else f"{said}, de meeste op {spoken_date(busiest[0])}: {most}"


def table_of(block: Bars) -> tuple[list[tuple[str, bool]], list[list[Cell]]]:
    """Bars as a table: what its columns are called and whether they are numbers, and the cells of its rows."""
    ranks, notes = any(bar.level for bar in block.bars), any(bar.note for bar in block.bars)
    words = any(bar.word for bar in block.bars)
    heads = [
        *([("", True)] if ranks else []),
        (block.head or block.label, False),
        ("Score" if block.scale else ALL_OF_THEM, True),
    ]
    if block.scale:
        heads.append(("Hoogst", True))
    since = _since(block)
    heads += [(head, True) for head in since]
    heads += [("Betekent", False)] * words + [("Toelichting", False)] * notes
    rows: list[list[Cell]] = []
    for bar in block.bars:
        row: list[Cell] = [
            *([bar.level.number if bar.level else None] if ranks else []),
            bar.name[:1].upper() + bar.name[1:] if ranks else bar.name,
            bar.number,
        ]
        row += [bar.most] if block.scale else []
        row += [bar.before, changed(bar)][: len(since)]
        rows.append([*row, *([bar.word] if words else []), *([bar.note] if notes else [])])
    return heads, rows


def matrix_of(block: Matrix) -> tuple[list[tuple[str, bool]], list[list[Cell]]]:
    """Numbers over periods as a table: those of the periods stand before that of all of them."""
    heads, rows = table_of(block.bars)
    at = next(at for at, (name, _) in enumerate(heads) if name == ALL_OF_THEM)
    heads[at : at + 1] = [*((name, True) for name in block.names), ("Samen", True)]
    for row, line in zip(rows, block.lines, strict=True):
        row[at:at] = line.numbers or [None] * len(block.periods)
    return heads, rows


def shade(number: int, most: int) -> str:
    """How much a number is beside the largest, as a small mark; nothing for nothing."""
    return SPARKS[-(-number * len(SPARKS) // most) - 1] if number > 0 and most else ""


def _since(block: Bars) -> tuple[str, ...]:
    """What the columns of the numbers before are called."""
    if block.since:
        return period_before(block.since).capitalize(), "Verschil"
    return ("Vorige keer",) if any(bar.before is not None for bar in block.bars) else ()


def in_table(columns: Sequence[Column]) -> list[int]:
    """In which order columns stand in a table: first what its rows are called."""
    return sorted(range(len(columns)), key=lambda at: not (columns[at].named and columns[at].main))


def joined(parts: Iterable[str], between: str = " · ") -> str:
    """What there is to say, with a dot in between."""
    return between.join([part for part in parts if part])
