"""Dates in the Dutch words that a person reads."""

from datetime import date, time

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


def month_name(month: int) -> str:
    """januari for 1 up to december for 12."""
    return MONTHS[month - 1]


def long_date(day: date) -> str:
    """ma 23 november 2026."""
    return f"{DAYS[day.weekday()][:2]} {day.day} {month_name(day.month)} {day.year}"


def full_date(day: date) -> str:
    """maandag 23 november 2026."""
    return f"{DAYS[day.weekday()]} {day.day} {month_name(day.month)} {day.year}"


def short_date(day: date, today: date | None = None) -> str:
    """23 nov, with the year when it is not today's."""
    short = "mrt" if day.month == 3 else month_name(day.month)[:3]
    return f"{day.day} {short}" + ("" if today is None or day.year == today.year else f" {day.year}")


def clock(moment: time | None) -> str:
    """16:42, or "" for a day-only entry."""
    return f"{moment:%H:%M}" if moment else ""


def count(number: int, one: str, more: str) -> str:
    """1 notitie, 2 notities."""
    return f"{number} {one if number == 1 else more}"
