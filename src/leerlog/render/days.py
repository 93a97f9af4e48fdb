"""The days of a period as a small calendar: how many notes each has."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from leerlog.documents.blocks import Days
from leerlog.domain.dates import DAYS, month_name, short_date
from leerlog.render.page import Parts

SHADES = 4
MOST_WEEKS = 54  # a year; what is longer is shown by month
WIDE_WEEKS = 27  # up to here a column is two wide
MOST_YEARS = 40
MARKS = "·░▒▓█"


class Calendar(NamedTuple):
    """Cells in rows: a row for every weekday and a column for every week, or years and months.

    cells: per row how many notes; None where a day falls outside the period or has yet to come.
    most: the count that has the darkest shade.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[int | None, ...], ...]
    most: int

    def shade(self, number: int) -> int:
        """0 for none up to SHADES for the most."""
        return -(-SHADES * min(number, self.most) // self.most)

    def legend(self) -> list[tuple[int, str]]:
        """What each shade that is there stands for: 0, 1, 2 tot 4, 4 of meer."""
        numbers: dict[int, set[int]] = {}
        for number in (number for row in self.cells for number in row if number is not None):
            numbers.setdefault(self.shade(number), set()).add(number)
        return [(shade, self._meaning(shade, max(numbers[shade]))) for shade in sorted(numbers)]

    def _meaning(self, shade: int, most: int) -> str:
        first, last = (self.most * (shade - 1) // SHADES + 1, self.most * shade // SHADES) if shade else (0, 0)
        if most > last:
            return f"{first} of meer"
        return str(first) if first == last else f"{first} tot {last}"


def calendar(found: Days) -> Calendar | None:
    """The calendar of the days; None when there is none to draw, or of too many years."""
    if not found.span:
        return None
    start, end = found.span.start, found.span.end
    monday, sunday = start.toordinal() - start.weekday(), end.toordinal()
    weeks = (sunday - monday) // 7 + 1
    if weeks <= MOST_WEEKS:
        return _weeks(found, start, end, monday, weeks)
    return _years(found, start, end) if end.year - start.year < MOST_YEARS else None


def _weeks(found: Days, start: date, end: date, monday: int, weeks: int) -> Calendar:
    counted = dict(found.days)
    latest = max(min(end, found.upto), found.days[-1][0])

    def cell(number: int) -> int | None:
        if not start.toordinal() <= number <= latest.toordinal():
            return None
        return counted.get(date.fromordinal(number), 0)

    shown = 7 if any(day.weekday() >= 5 for day in counted) else 5  # an empty weekend is left in peace
    cells = tuple(tuple(cell(monday + 7 * week + day) for week in range(weeks)) for day in range(shown))
    return Calendar(tuple(day[:2] for day in DAYS[:shown]), tuple(_months(start, end, monday, weeks)), cells, SHADES)


def _months(start: date, end: date, monday: int, weeks: int) -> Iterator[str]:
    """What stands above each week: the month that begins in it, and the one that the period begins in."""
    for week in range(weeks):
        days = [monday + 7 * week + day for day in range(7)]
        inside = [date.fromordinal(day) for day in days if start.toordinal() <= day <= end.toordinal()]
        firsts = [day for day in inside if day.day == 1] or (inside if week == 0 and start.day <= 14 else [])
        yield short_date(firsts[0]).partition(" ")[2] if firsts else ""


def _years(found: Days, start: date, end: date) -> Calendar:
    counted = _by_month(found)
    years = range(start.year, end.year + 1)
    cells = tuple(tuple(counted[year, month] for month in range(1, 13)) for year in years)
    names = tuple(month_name(month)[:1] for month in range(1, 13))
    return Calendar(tuple(str(year) for year in years), names, cells, max(counted.values()))


def _by_month(found: Days) -> Counter[tuple[int, int]]:
    counted: Counter[tuple[int, int]] = Counter()
    for day, number in found.days:
        counted[day.year, day.month] += number
    return counted


def per_month(found: Days) -> list[tuple[str, int]]:
    """How many notes each month has, the months without between them too: oktober 2026, 15."""
    counted = _by_month(found)
    if not counted:
        return []
    (year, month), last = min(counted), max(counted)
    told = []
    while (year, month) <= last:
        told.append((f"{month_name(month)} {year}", counted[year, month]))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return told


def drawn(found: Calendar) -> tuple[Parts, ...]:
    """The calendar in lines of marks, at most 60 columns wide."""
    wide = 2 if len(found.columns) <= WIDE_WEEKS else 1
    margin = max(len(row) for row in found.rows) + 2
    lines: list[Parts] = [((" " * margin + _heading(found.columns, wide), "dim"),)]
    for name, cells in zip(found.rows, found.cells, strict=True):
        marks = "".join((" " if n is None else MARKS[found.shade(n)]).ljust(wide) for n in cells)
        lines.append(((name.ljust(margin), "dim"), (marks.rstrip(), "")))
    said = (f"{MARKS[shade]} {meaning}" for shade, meaning in found.legend())
    return (*lines, ((" " * margin + "   ".join(said), "dim"),))


def _heading(columns: tuple[str, ...], wide: int) -> str:
    """The names above their columns; one that would touch the name before it is left out."""
    line = ""
    for number, name in enumerate(columns):
        if name and len(line) <= number * wide:
            line = line.ljust(number * wide) + name + " " * (len(name) > 1)
    return line.rstrip()
