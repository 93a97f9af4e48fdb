"""Periods of time: the calendar's own, their parts, the one before, and how they are called."""

from datetime import date, timedelta
from typing import NamedTuple

from leerlog.domain.dates import MONTHS, days_in, month_name, short_date

ORDINALS = ("eerste", "tweede", "derde", "vierde")
KIND_NAMES = {"week": "week", "month": "maand", "quarter": "kwartaal", "year": "jaar"}


class Period(NamedTuple):
    """The days from `start` to `end`, both included; `kind` is what it was asked as."""

    start: date
    end: date
    label: str
    kind: str = "days"

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day <= self.end

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.end - self.start).days + 1

    def ends(self, first: date | None = None, last: date | None = None) -> tuple[date | None, date | None]:
        """Its first and its last day; where it is open at an end, the day there is that of the first or last note.

        first, last: those days; None when there are no notes, or when nobody may know.
        """
        return first if self.start == date.min else self.start, last if self.end == date.max else self.end


ALL = Period(date.min, date.max, "alles", "all")


def week_of(day: date) -> Period:
    """The ISO week of a day."""
    year, week, weekday = day.isocalendar()
    start = day - timedelta(days=weekday - 1)
    end = start + timedelta(days=min(6, (date.max - start).days))
    return Period(start, end, f"week {week} van {year}", "week")


def month_of(day: date) -> Period:
    """The calendar month of a day."""
    start = day.replace(day=1)
    return Period(start, _month_end(start), f"{month_name(day.month)} {day.year}", "month")


def quarter_of(day: date) -> Period:
    """The calendar quarter of a day."""
    quarter = (day.month - 1) // 3
    start = date(day.year, quarter * 3 + 1, 1)
    last = date(day.year, quarter * 3 + 3, 1)
    return Period(start, _month_end(last), f"{ORDINALS[quarter]} kwartaal {day.year}", "quarter")


def year_of(day: date) -> Period:
    """The calendar year of a day."""
    return Period(date(day.year, 1, 1), date(day.year, 12, 31), f"{day.year}", "year")


def _month_end(start: date) -> date:
    return start.replace(day=days_in(start.year, start.month))


MANY = 1000  # parts of a period
_PARTS = {"week": "week", "month": "week", "quarter": "month", "year": "quarter", "all": "year"}
_UPTO = (("week", 45), ("month", 200), ("quarter", 740))  # days, for a period without a name
_LONGER = {"week": "month", "month": "quarter", "quarter": "year"}
_AT_LEAST = {"week": 7, "month": 28, "quarter": 90}
AROUND = {"week": week_of, "month": month_of, "quarter": quarter_of, "year": year_of}


def previous(period: Period) -> Period | None:
    """The period of the same kind and length just before; None when there is none."""
    if period.start == date.min:
        return None
    end = period.start - timedelta(days=1)
    if period.kind in AROUND:
        return AROUND[period.kind](end)
    try:
        start = period.start - timedelta(days=period.days)
    except OverflowError:
        return None
    return Period(start, end, f"de {period.days} dagen daarvoor", period.kind)


def following(period: Period) -> Period | None:
    """The week, month, quarter or year just after; None when there is none."""
    return AROUND[period.kind](period.end + timedelta(days=1)) if period.end < date.max else None


def parts(period: Period, per: str = "") -> list[Period]:
    """The weeks, months, quarters or years that a period is made of, those at its ends no further than it goes.

    per: which of these; "" for what shows its course: the months of a quarter, the quarters of a year, all years.
    Of what would be more than a thousand it gives longer ones.
    """
    per = per or _PARTS.get(period.kind) or next((kind for kind, days in _UPTO if period.days <= days), "year")
    while per != "year" and period.days > MANY * _AT_LEAST[per]:
        per = _LONGER[per]
    found = [AROUND[per](period.start)]
    while found[-1].end < period.end:
        found.append(AROUND[per](found[-1].end + timedelta(days=1)))
    found[0] = found[0]._replace(start=max(found[0].start, period.start))
    found[-1] = found[-1]._replace(end=min(found[-1].end, period.end))
    return found


def as_typed(period: Period) -> str:
    """A period as it can be typed: 2026-W47, 2026-11, 2026-Q4 or 2026; "" for one that has no such name."""
    day = period.start
    year, week, _ = day.isocalendar()
    names = {
        "week": f"{year}-W{week:02}",
        "month": f"{day.year}-{day.month:02}",
        "quarter": f"{day.year}-Q{(day.month + 2) // 3}",
        "year": f"{day.year}",
    }
    return names.get(period.kind, "")


def as_options(period: Period, today: date) -> list[str]:
    """The options that ask for a period again; without a value for the current one."""
    if period.kind == "all":
        return ["--all"]
    if name := as_typed(period):
        return [f"--{period.kind}", *([] if today in period else [name])]
    first = ["--from", f"{period.start}"] if period.start > date.min else []
    return first + (["--to", f"{period.end}"] if period.end < date.max else [])


def range_words(period: Period) -> str:
    """1 oktober t/m 31 december 2026; years twice where they differ."""
    if period.kind == "all":
        return "alle notities"
    first, last = period.start, period.end
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if period.start == date.min:
        return f"t/m {end}"
    if first == last:
        return end
    start = f"{first.day} {MONTHS[first.month - 1]}" + (f" {first.year}" if first.year != last.year else "")
    return f"{start} t/m {end}"


def period_before(period: Period) -> str:
    """What a sentence calls the period before: vorig kwartaal."""
    names = {"quarter": "vorig kwartaal", "month": "vorige maand", "week": "vorige week", "year": "vorig jaar"}
    return names.get(period.kind, "daarvoor")


def short_period(period: Period) -> str:
    """What a heading calls a period: Q3, okt, week 46, 2025."""
    start = period.start
    names = {
        "quarter": f"Q{(start.month + 2) // 3}",
        "month": short_date(start).partition(" ")[2],
        "week": f"week {start.isocalendar().week}",
        "year": str(start.year),
    }
    return names.get(period.kind, "ervoor")


def round_name(when: date | Period, today: date | None) -> str:
    """What a round of scores is called for short: 7 okt, or Q3 with its year when that is another."""
    if not isinstance(when, Period):
        return short_date(when, today)
    if when.kind not in AROUND:
        return short_date(when.start, today)
    name, year = short_period(when), str(when.start.year)
    return name if today is None or when.start.year == today.year or year in name else f"{name} {year}"
