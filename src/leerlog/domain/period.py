"""Periods of time: reading what `review` is asked for, and the period before it."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from leerlog.domain.dates import MONTHS, month_name
from leerlog.domain.when import add_months, parse_month

ORDINALS = ("eerste", "tweede", "derde", "vierde")
PREVIOUS = ("vorig", "vorige")

_QUARTER = re.compile(r"(?:(\d{4})-?)?[qk]([1-4])", re.ASCII)
_WEEK = re.compile(r"(?:(\d{4})-?)?w?(\d{1,2})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_LAST = re.compile(r"(\d{1,5}) ?(d|w|m|j|y|dag|dagen|week|weken|maand|maanden|jaar)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to `end`, both included; `kind` is what it was asked as."""

    start: date
    end: date
    label: str
    kind: str = "days"

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.end - self.start).days + 1


ALL = Period(date.min, date.max, "alles", "all")


def week_of(day: date) -> Period:
    """The ISO week of a day."""
    year, week, weekday = day.isocalendar()
    start = day - timedelta(days=weekday - 1)
    return Period(start, start + timedelta(days=6), f"week {week} van {year}", "week")


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
    # Counting up to the 31st never leaves the calendar, as December 9999 would.
    return max(start.replace(day=d) for d in (28, 29, 30, 31) if _exists(start, d))


def _exists(start: date, day: int) -> bool:
    try:
        start.replace(day=day)
    except ValueError:
        return False
    return True


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


def parse_period(kind: str, value: str, today: date) -> Period:
    """The week, month, quarter or year that a value names; "" is the current one.

    Without a year it is the latest one that has begun.

    Raises:
        ValueError: with the reason in Dutch.
    """
    word = value.strip().lower()
    around = AROUND[kind]
    if not word:
        return around(today)
    if word in PREVIOUS:
        return previous(around(today)) or around(today)
    try:
        found = _READERS[kind](word, today)
    except (ValueError, OverflowError):
        found = None
    if found is None:
        raise ValueError(_HINTS[kind].format(value))
    return found


def _read_quarter(word: str, today: date) -> Period | None:
    found = _QUARTER.fullmatch(word)
    if not found:
        return None
    month = int(found[2]) * 3 - 2
    year = int(found[1]) if found[1] else today.year - (date(today.year, month, 1) > today)
    return quarter_of(date(year, month, 1))


def _read_month(word: str, today: date) -> Period | None:
    if found := _MONTH.fullmatch(word):
        return month_of(date(int(found[1]), int(found[2]), 1))
    name, _, year = word.partition(" ")
    month = parse_month(name) if name.isalpha() else 0
    if not month or (year and not re.fullmatch(r"\d{4}", year, re.ASCII)):
        return None
    chosen = int(year) if year else today.year - (date(today.year, month, 1) > today)
    return month_of(date(chosen, month, 1))


def _read_week(word: str, today: date) -> Period | None:
    found = _WEEK.fullmatch(word)
    if not found or (not found[1] and not word.startswith("w")):
        return None
    if found[1] and "w" not in word:
        return None
    week = int(found[2])
    year = int(found[1]) if found[1] else today.isocalendar().year
    start = date.fromisocalendar(year, week, 1)
    if not found[1] and start > today and week <= date(year - 1, 12, 28).isocalendar().week:
        start = date.fromisocalendar(year - 1, week, 1)
    return week_of(start)


def _read_year(word: str, today: date) -> Period | None:
    return year_of(date(int(word), 1, 1)) if re.fullmatch(r"\d{4}", word, re.ASCII) else None


_READERS = {"week": _read_week, "month": _read_month, "quarter": _read_quarter, "year": _read_year}
_HINTS = {
    "week": "'{}' is geen week. Schrijf een week als 2026-W30, W30 of vorig",
    "month": "'{}' is geen maand. Schrijf een maand als 2026-08, augustus of vorig",
    "quarter": "'{}' is geen kwartaal. Bedoel je Q1 tot en met Q4, 2026-Q3 of vorig?",
    "year": "'{}' is geen jaar. Schrijf een jaar als 2026 of vorig",
}


def parse_part(text: str, today: date) -> Period:
    """The whole of a date or part of one: `2026-08-14`, `2026-08`, `2026`, `2026-Q3`, `2026-W30`.

    Raises:
        ValueError: with the reason in Dutch.
    """
    word = text.strip().lower()
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", word, re.ASCII):
            day = date.fromisoformat(word)
            return Period(day, day, word)
        for kind in ("year", "month", "quarter", "week"):
            if word[:4].isdigit() and (found := _READERS[kind](word, today)):
                return found
    except (ValueError, OverflowError):
        raise ValueError(f"de datum '{text}' bestaat niet") from None
    raise ValueError(f"'{text}' is geen datum of deel ervan. Schrijf 2026-08-14, 2026-08 of 2026")


def span(first: str, last: str, today: date) -> Period:
    """The days of `--from` and `--to`, a partial date meaning all of it.

    An empty `first` is the beginning, an empty `last` is today.

    Raises:
        ValueError: with the reason in Dutch, also for a reversed range.
    """
    start = parse_part(first, today).start if first else date.min
    end = parse_part(last, today).end if last else max(today, start)
    if end < start:
        raise ValueError(f"de periode loopt achteruit: van {start} tot en met {end}. Wissel --from en --to om")
    label = f"{start} tot en met {end}" if first else f"tot en met {end}"
    return Period(start, end, label)


def last_days(text: str, today: date) -> Period:
    """The period up to and with today: `30d`, `4w`, `3m`, `1j`.

    Raises:
        ValueError: with the reason in Dutch.
    """
    found = _LAST.fullmatch(text.strip().lower())
    number = int(found[1]) if found else 0
    if not found or not number:
        raise ValueError(f"'{text}' is geen tijdsduur. Schrijf bijvoorbeeld 30d, 4w, 3m of 1j")
    unit = found[2][0].replace("y", "j")
    try:
        if unit in "dw":
            start = today - timedelta(days=number * (7 if unit == "w" else 1) - 1)
        else:
            start = add_months(today, -number * (12 if unit == "j" else 1)) + timedelta(days=1)
    except (OverflowError, ValueError):
        raise ValueError(f"'{text}' gaat verder terug dan de kalender") from None
    words = {"d": ("dag", "dagen"), "w": ("week", "weken"), "m": ("maand", "maanden"), "j": ("jaar", "jaar")}
    name = words[unit][number != 1]
    label = f"{'het' if name == 'jaar' and number == 1 else 'de'} laatste {f'{number} ' * (number > 1)}{name}"
    return Period(start, today, label)


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
