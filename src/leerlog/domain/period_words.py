"""Reading a period: the words and the values of options that `review` and all that has a period are asked with."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

from leerlog.domain.dates import add_months, parse_month
from leerlog.domain.period import (
    ALL,
    AROUND,
    KIND_NAMES,
    ORDINALS,
    Period,
    following,
    month_of,
    previous,
    quarter_of,
    week_of,
    year_of,
)
from leerlog.domain.text import in_quotes
from leerlog.domain.when import NUMBERS, means_date, normal, parse_date

# Patterns are texts, which `re` makes and keeps once they are used: most runs read no period.
_NEAR = (
    r"(?:het |de )?(?:(?P<now>dit|deze|huidige?)|(?P<next>volgende?|komende?)|vorige?|afgelopen|verleden|laatste)"
    r"(?: (?P<kind>week|maand|kwartaal|jaar))?"
)
_YEARS = r"'?[0-9]{2}|[0-9]{4}"
_QUARTER = (
    rf"(?:(?P<before>[0-9]{{4}})[- ]?)?(?:[qk] ?(?P<number>[1-4])|kwartaal (?P<behind>[1-4])"
    rf"|(?:het )?(?P<name>[1-4]e|{'|'.join(ORDINALS)}) kwartaal)(?:[- ](?:van )?(?P<after>{_YEARS}))?"
)
_WEEK = (
    rf"(?:(?P<before>[0-9]{{4}})[- ]?)?(?:w|week|wk) ?(?P<number>[0-9]{{1,2}})"
    rf"(?: (?:van )?(?P<after>{_YEARS})|-(?P<behind>[0-9]{{4}}))?"
)
_MONTH = r"([0-9]{4})[-/]([0-9]{1,2})|([0-9]{1,2})[-/]([0-9]{4})"
_MONTH_NAME = rf"([a-z]{{3,}})\.?(?:[- ](?:van )?({_YEARS}))?"
_YEAR = r"(?:het )?(?:jaar )?([0-9]{4})"
_LAST = (
    r"(?P<some>(?:de |het )?(?:laatste|afgelopen) )?(?:(?P<number>[0-9]{1,5}|[a-z]+(?= )) ?)?"
    r"(?P<unit>d|w|m|j|y|dag|dagen|week|weken|maand|maanden|kwartaal|kwartalen|jaar)"
)
_HALF_YEAR = r"\b(?:een )?half ?jaar\b"
_DASHED_MONTH = "(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*"
_RANGE = r"(?:van |vanaf )?(?:(.+?) )?(?:t/m|tm|tot en met|tot|-) (.+)"
_DASHED = (
    rf"({_DASHED_MONTH})-({_DASHED_MONTH}(?: [0-9]{{4}})?)|(q[1-4])-(q[1-4](?: [0-9]{{4}})?)"
    r"|((?:w|wk|week) ?[0-9]{1,2})-([0-9]{1,2}(?: [0-9]{4})?)"
)
# A part of the calendar without its year.
_YEARLESS = (
    rf"(?:[0-9]{{1,2}}\S* ?)?(?:(?:begin|half|eind|einde) )?{_DASHED_MONTH}\.?|[0-9]{{1,2}}[-/][0-9]{{1,2}}"
    r"|q[1-4]|(?:[^ ]+ )?kwartaal|(?:w|wk|week) ?[0-9]{1,2}"
)
_SINCE = r"(?:vanaf|sinds) (.+)"
_YEAR_BEHIND = r" [0-9]{4}$"


def parse_period(kind: str, value: str, today: date) -> Period:
    """The week, month, quarter or year that a value names; "" is the current one.

    Without a year it is the latest one that has begun.

    Raises:
        ValueError: with the reason in Dutch.
    """
    found = _named(kind, _normal(value), today) if value else AROUND[kind](today)
    if found is None:
        raise ValueError(_HINTS[kind].format(in_quotes(value)))
    return found


def read_period(text: str, today: date, kind: str = "quarter") -> Period:
    """The period that words name: `mei`, `Q3`, `vorig`, `2025`, `week 47`, `vanaf maart`, `1 mei t/m 3 juni`, `30d`.

    kind: what `vorig` alone is the previous one of.

    Raises:
        ValueError: with the reason in Dutch.
    """
    words = _normal(text)
    if words in ("alles", "alle notities"):
        return ALL
    if found := _near(kind, words, today):
        return found
    if _lasting(words):
        return last_days(text, today)
    if ends := re.fullmatch(_RANGE, words) or re.fullmatch(_DASHED, words):
        first, last = [part for part in ends.groups() if part] if ends.lastindex != 2 or ends[1] else ("", ends[2])
        return span(*_whole(first, last), today)
    if since := re.fullmatch(_SINCE, words):
        return span(since[1], "", today)
    try:
        return parse_part(text, today)
    except NoPart:
        raise ValueError(
            f"{in_quotes(text)} is geen periode. Schrijf bijvoorbeeld mei, Q3, 2026-08, W30 of vorig"
        ) from None


def _normal(text: str) -> str:
    return normal(text).rstrip(" .")


def _whole(first: str, last: str) -> tuple[str, str]:
    """Both ends of a range in full: in `1 t/m 15 mei`, `week 40 t/m 44` and `mei t/m juli 2026` a part is said once."""
    if re.fullmatch("[0-9]{1,2}", first) and (rest := re.fullmatch(r"[0-9]{1,2}([ -/].+)", last)):
        return first + rest[1], last
    if re.fullmatch("(?:w|wk|week) ?[0-9]{1,2}", first) and re.match("[0-9]{1,2}(?![0-9-])", last):
        last = f"week {last}"
    year = re.search(_YEAR_BEHIND, last)
    return (f"{first}{year[0]}" if first and year and not re.search("[0-9]{4}", first) else first), last


def _lasting(words: str) -> tuple[int, str] | None:
    """How many of what words such as `30d`, `twee weken` and `het afgelopen half jaar` say; None when they don't."""
    found = re.fullmatch(_LAST, re.sub(_HALF_YEAR, "6 maanden", words))
    if not found or not (found["some"] or found["number"]):
        return None
    number = found["number"] or "1"
    if not number.isdigit() and number not in NUMBERS:
        return None
    return NUMBERS.get(number) or int(number), found["unit"]


def _near(kind: str, words: str, today: date) -> Period | None:
    """The period of a kind that words such as `vorig` or `deze week` name; None when they don't."""
    found = re.fullmatch(_NEAR, words)
    if not found or found["kind"] not in (None, KIND_NAMES[kind]):
        return None
    around = AROUND[kind](today)
    if found["now"]:
        return around
    return (following if found["next"] else previous)(around)


def _named(kind: str, words: str, today: date) -> Period | None:
    """The period of a kind that words name; None when they don't."""
    try:
        return _near(kind, words, today) or _READERS[kind](words, today)
    except (ValueError, OverflowError):
        return None


def _year(text: str) -> int:
    """The year of its four or last two digits; 0 when there are none."""
    digits = text.strip(" -'")
    return int(digits) + (2000 if len(digits) == 2 else 0) if digits else 0


def _latest(year: int, today: date, start: Callable[[int], date]) -> date:
    """The first day of a period, of the year that is named, else of the latest that has begun.

    start: gives that day in a year.

    Raises:
        ValueError: when there is none.
    """
    if year:
        return start(year)
    # A week 53 may be seven years ago.
    for each in range(today.year + 1, max(today.year - 9, 0), -1):
        with suppress(ValueError):
            if (day := start(each)) <= today:
                return day
    raise ValueError(year)


def _read_quarter(words: str, today: date) -> Period | None:
    found = re.fullmatch(_QUARTER, words)
    if not found:
        return None
    number = found["number"] or found["behind"] or found["name"][0]
    month = (int(number) if number.isdigit() else "etdv".index(number) + 1) * 3 - 2
    year = _year(found["before"] or found["after"] or "")
    return quarter_of(_latest(year, today, lambda each: date(each, month, 1)))


def _read_month(words: str, today: date) -> Period | None:
    if found := re.fullmatch(_MONTH, words):
        return month_of(date(int(found[1] or found[4]), int(found[2] or found[3]), 1))
    found = re.fullmatch(_MONTH_NAME, words)
    month = parse_month(found[1]) if found else 0
    if not found or not month:
        return None
    return month_of(_latest(_year(found[2] or ""), today, lambda each: date(each, month, 1)))


def _read_week(words: str, today: date) -> Period | None:
    found = re.fullmatch(_WEEK, words)
    if not found:
        return None
    week, year = int(found["number"]), _year(found["before"] or found["after"] or found["behind"] or "")
    return week_of(_latest(year, today, lambda each: date.fromisocalendar(each, week, 1)))


def parse_numbered(words: str, today: date) -> Period | None:
    """The week or the quarter that a number names: `week 40`, `Q3 2025`, `eerste kwartaal`; None for other words."""
    with suppress(ValueError, OverflowError):
        return _read_week(words, today) or _read_quarter(words, today)
    return None


def _read_year(words: str, today: date) -> Period | None:
    found = re.fullmatch(_YEAR, words)
    return year_of(date(int(found[1]), 1, 1)) if found else None


_READERS = {"week": _read_week, "month": _read_month, "quarter": _read_quarter, "year": _read_year}
_HINTS = {
    "week": "{} is geen week. Schrijf een week als 2026-W30, W30 of vorig",
    "month": "{} is geen maand. Schrijf een maand als 2026-08, augustus of vorig",
    "quarter": "{} is geen kwartaal. Bedoel je Q1 tot en met Q4, 2026-Q3 of vorig?",
    "year": "{} is geen jaar. Schrijf een jaar als 2026 of vorig",
}


class Reversed(ValueError):
    """A period that ends before it begins; the reason is in Dutch."""


class NoPart(ValueError):
    """Words that name no day and no part of the calendar."""


def parse_part(text: str, today: date) -> Period:
    """The whole of a date or part of one: `2026-08-14`, `gisteren`, `december`, `2026`, `2026-Q3`, `vorige week`.

    Without a year it is the latest one that has begun.

    Raises:
        ValueError: with the reason in Dutch.
    """
    words = _normal(text)
    alone = re.fullmatch(_NEAR, words)
    for kind in KIND_NAMES if not alone or alone["kind"] else ():
        if found := _named(kind, words, today):
            return found
    try:
        day = parse_date(text, today, "back")
    except ValueError as error:
        if "bestaat niet" in str(error) or " is een " in str(error):
            raise
        if means_date(text):
            raise ValueError(f"{in_quotes(text)} bestaat niet in de kalender") from None
        said = f"{in_quotes(text)} is geen datum of deel ervan. Schrijf 2026-08-14, 12 aug, augustus, 2026-08 of 2026"
        raise NoPart(said) from None
    return Period(day, day, day.isoformat())


def span(first: str, last: str, today: date) -> Period:
    """The days of `--from` and `--to`, a partial date meaning all of it.

    An empty `first` is the beginning, an empty `last` is today.

    Raises:
        ValueError: with the reason in Dutch, also for a reversed range.
    """
    start = parse_part(first, today).start if first else date.min
    end = parse_part(last, today).end if last else max(today, start)
    if end < start and re.fullmatch(_YEARLESS, _normal(last)):
        # Of `1 t/m 30 november` the last day lies in the same year, also when it has yet to come.
        end = parse_part(last, date(today.year, 12, 31)).end
    if end < start:
        raise Reversed(f"de periode loopt achteruit: van {start} tot en met {end}")
    label = f"{start} tot en met {end}" if first else f"tot en met {end}"
    return Period(start, end, label)


def last_days(text: str, today: date) -> Period:
    """The period up to and with today: `30d`, `4w`, `3m`, `1j`.

    Raises:
        ValueError: with the reason in Dutch.
    """
    number, said = _lasting(_normal(text)) or (0, "")
    if not number:
        raise ValueError(f"{in_quotes(text)} is geen tijdsduur. Schrijf bijvoorbeeld 30d, 4w, 3m of 1j")
    unit = said[0].replace("y", "j")
    try:
        if unit in "dw":
            start = today - timedelta(days=number * (7 if unit == "w" else 1) - 1)
        else:
            start = add_months(today, -number * {"j": 12, "k": 3}.get(unit, 1)) + timedelta(days=1)
    except (OverflowError, ValueError):
        raise ValueError(f"{in_quotes(text)} gaat verder terug dan de kalender") from None
    words = {"d": ("dag", "dagen"), "w": ("week", "weken"), "m": ("maand", "maanden")}
    words |= {"k": ("kwartaal", "kwartalen"), "j": ("jaar", "jaar")}
    name = words[unit][number != 1]
    label = f"{'het' if unit in 'kj' and number == 1 else 'de'} laatste {f'{number} ' * (number > 1)}{name}"
    return Period(start, today, label)
