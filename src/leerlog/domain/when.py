"""Dates as a person types them: reading `2 weken`, `vrijdag`, `7 dec`, `2026-12-07`."""

import re
from datetime import date, time, timedelta

from leerlog.domain.dates import DAYS, MONTHS

NUMBERS = {"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "acht": 8, "tien": 10}
UNITS = {"dag": "day", "dagen": "day", "week": "week", "weken": "week"} | {
    "maand": "month",
    "maanden": "month",
    "jaar": "year",
    "jaren": "year",
}

_RELATIVE = re.compile(r"(?:over )?(\w+) (\w+)")
_NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}))?")
_WORDS = re.compile(r"(\d{1,2})e? (?:de )?([a-z]{3,})\.?(?: (\d{4}))?")


def parse_month(word: str) -> int:
    """The month that a Dutch name or its first three letters means; 0 when none does."""
    word = {"mrt": "maart", "maa": ""}.get(word, word)
    found = [i for i, name in enumerate(MONTHS, 1) if len(word) >= 3 and name.startswith(word)]
    return found[0] if len(found) == 1 else 0


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day when it is shorter."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise OverflowError(total)


def parse_day(text: str) -> date:
    """The day of an ISO date.

    Raises:
        ValueError: with the reason in Dutch.
    """
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        raise ValueError(f"'{text}' is geen datum. Schrijf een datum als 2026-11-20")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"de datum {text} bestaat niet") from None


def parse_date(text: str, today: date) -> date:
    """The day that a person means: `2 weken`, `vrijdag`, `7 dec`, `7-12`, `2026-12-07`.

    Without a year it is the first such day from today on.

    Raises:
        ValueError: with the reason in Dutch.
    """
    words = " ".join(text.lower().split()).removeprefix("op ").removeprefix("voor ")
    try:
        day = _named_day(words, today) or _relative_day(words, today) or _calendar_day(words, today)
    except (OverflowError, ValueError):
        raise ValueError(f"de datum '{text.strip()}' bestaat niet") from None
    if day is None:
        raise ValueError(
            f"'{text.strip()}' is geen datum die ik begrijp. Probeer: 2 weken, vrijdag, 7 dec of 2026-12-07"
        )
    return day


def _named_day(words: str, today: date) -> date | None:
    fixed = {"vandaag": 0, "morgen": 1, "overmorgen": 2, "gisteren": -1, "eergisteren": -2, "volgende week": 7}
    if words in fixed:
        return today + timedelta(days=fixed[words])
    if words == "volgende maand":
        return add_months(today, 1)
    later = 7 if words.startswith("volgende ") else 0
    word = words.removeprefix("volgende ").removeprefix("aanstaande ").removeprefix("komende ")
    for number, name in enumerate(DAYS):
        if word in (name, name[:2]):
            return today + timedelta(days=((number - today.weekday() - 1) % 7) + 1 + later)
    return None


def _relative_day(words: str, today: date) -> date | None:
    found = _RELATIVE.fullmatch(words)
    if not found or found[2] not in UNITS:
        return None
    number = int(found[1]) if found[1].isascii() and found[1].isdigit() else NUMBERS.get(found[1], 0)
    if not number:
        return None
    unit = UNITS[found[2]]
    if unit in ("day", "week"):
        return today + timedelta(days=number * (7 if unit == "week" else 1))
    return add_months(today, number * (12 if unit == "year" else 1))


def _calendar_day(words: str, today: date) -> date | None:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", words, re.ASCII):
        return date.fromisoformat(words)
    if found := _NUMERIC.fullmatch(words):
        day, month, year = int(found[1]), int(found[2]), found[3]
    elif found := _WORDS.fullmatch(words):
        day, month, year = int(found[1]), parse_month(found[2]), found[3]
        if not month:
            return None
    else:
        return None
    if year:
        return date(int(year), month, day)
    return _first_from(today, month, day)


def _first_from(today: date, month: int, day: int) -> date:
    # 29 February may be up to eight years away.
    for year in range(today.year, today.year + 9):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise ValueError


def parse_now(text: str) -> tuple[date, time]:
    """The day and minute of `2026-11-23T16:42` (a space or a bare day will do).

    Raises:
        ValueError: with the reason in Dutch.
    """
    day, _, minute = text.strip().replace(" ", "T").partition("T")
    try:
        moment = time.fromisoformat(minute or "00:00").replace(second=0, microsecond=0)
    except ValueError:
        raise ValueError(f"'{text}' is geen tijdstip. Schrijf het als 2026-11-23T16:42") from None
    if moment.tzinfo:
        raise ValueError(f"'{text}' heeft een tijdzone. Schrijf de tijd van de klok bij jou, als 2026-11-23T16:42")
    return parse_day(day), moment
