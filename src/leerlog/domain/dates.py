"""Dates in the Dutch words that a person reads; `when` reads them back."""

import re
from datetime import date, time

from leerlog.domain.text import in_quotes

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

_ISO = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month_name(month: int) -> str:
    """januari for 1 up to december for 12."""
    return MONTHS[month - 1]


def day_name(day: date) -> str:
    """maandag up to zondag."""
    return DAYS[day.weekday()]


def long_date(day: date) -> str:
    """ma 23 november 2026."""
    return f"{day_name(day)[:2]} {day.day} {month_name(day.month)} {day.year}"


def full_date(day: date) -> str:
    """maandag 23 november 2026."""
    return f"{day_name(day)} {day.day} {month_name(day.month)} {day.year}"


def short_date(day: date, today: date | None = None) -> str:
    """23 nov, with the year when it is not today's."""
    short = "mrt" if day.month == 3 else month_name(day.month)[:3]
    return f"{day.day} {short}" + ("" if today is None or day.year == today.year else f" {day.year}")


def spoken_date(day: date) -> str:
    """23 november 2026."""
    return f"{day.day} {month_name(day.month)} {day.year}"


def clock(moment: time | None) -> str:
    """16:42, or "" for a day-only entry."""
    return f"{moment:%H:%M}" if moment else ""


def count(number: int, one: str, more: str) -> str:
    """1 notitie, 2 notities."""
    return f"{number} {one if number == 1 else more}"


def parse_month(word: str) -> int:
    """The month that a Dutch name or its first three letters means; 0 when none does."""
    word = {"mrt": "maart", "maa": ""}.get(word, word)
    found = [i for i, name in enumerate(MONTHS, 1) if len(word) >= 3 and name.startswith(word)]
    return found[0] if len(found) == 1 else 0


def days_in(year: int, month: int) -> int:
    """How many days a month has."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _DAYS[month - 1]


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day when it is shorter.

    Raises:
        ValueError: when that is not in the calendar.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))


def is_iso(text: str) -> bool:
    """Whether a date is written as one, so that nobody has to be told how it was understood."""
    return bool(re.match(_ISO, text.strip()))


def parse_day(text: str) -> date:
    """The day of an ISO date.

    Raises:
        ValueError: with the reason in Dutch.
    """
    if not re.fullmatch(_ISO, text):
        raise ValueError(f"{in_quotes(text)} is geen datum. Schrijf een datum als 2026-11-20")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"de datum {text} bestaat niet") from None
