"""The one reader of dates: `2 weken`, `ma 12 jan`, `gisteren 16:00`, `12-01-2026`, `2026-12-07`.

Everything a person can type or write by hand where a day is meant comes here.
It looks forward for what is planned and back for what was, and reads whatever
leerlog itself prints as a date.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Literal

from leerlog.domain.dates import DAYS, MONTHS, add_months, day_name, parse_month
from leerlog.domain.text import in_quotes

if TYPE_CHECKING:
    from leerlog.domain.period import Period

Direction = Literal["forward", "back"]

NUMBERS = {
    "een": 1,
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "acht": 8,
    "negen": 9,
    "tien": 10,
    "elf": 11,
    "twaalf": 12,
    "dertien": 13,
    "veertien": 14,
    "vijftien": 15,
    "zestien": 16,
    "zeventien": 17,
    "achttien": 18,
    "negentien": 19,
    "twintig": 20,
    "dertig": 30,
    "zestig": 60,
    "negentig": 90,
}
_UNITS = {
    **dict.fromkeys(("dag", "dagen", "dgn"), "day"),
    **dict.fromkeys(("week", "weken", "wk", "wkn"), "week"),
    **dict.fromkeys(("maand", "maanden", "mnd"), "month"),
    **dict.fromkeys(("kwartaal", "kwartalen"), "quarter"),
    **dict.fromkeys(("jaar", "jaren", "jr"), "year"),
}
_PARTS_OF_DAY = ("ochtend", "morgen", "middag", "avond", "nacht")
_OFFSETS = {
    **dict.fromkeys(("vandaag", "nu", *(f"van{part}" for part in _PARTS_OF_DAY)), 0),
    **dict.fromkeys(("morgen", *(f"morgen{part}" for part in _PARTS_OF_DAY)), 1),
    "overmorgen": 2,
    **dict.fromkeys(("gisteren", *(f"{day}{part}" for day in ("gister", "gisteren") for part in _PARTS_OF_DAY)), -1),
    "eergisteren": -2,
}
_LATER = r"volgende?|komende?|aanstaande?|aankomende?|eerstvolgende?|eerstkomende?|a\.?s\.?"
_EARLIER = r"vorige?|afgelopen|laatste|verleden|voorbije|j\.?l\.?"
_COUNT = rf"[0-9]{{1,5}}|{'|'.join(NUMBERS)}"
_UNIT = "|".join(_UNITS)
_WEEKDAY = rf"(?:{'|'.join(rf'{name}|{name[:2]}' for name in DAYS)}|din|woe|don|vri|vrij|zat|zon)"

# Patterns are texts, which `re` makes and keeps once they are used: most runs read no date.
_PREFIX = r"\A(?:(?:voor|uiterlijk|op|tegen|per|rond|de) )+"
_YEAR_FIRST = r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})|([0-9]{4})([0-9]{2})([0-9]{2})"
_NUMERIC = r"([0-9]{1,2}) ?([-/.]) ?([0-9]{1,2})(?: ?\2 ?('?[0-9]{2}|[0-9]{4}))?"
_WORDS = (
    r"([0-9]{1,2})(?:(?:e|de|ste)(?= ))?(?: ?[-/] ?| (?:de |van )?|(?=[a-z]))([a-z]{3,})\.?"
    r"(?:(?: ?[-/,] ?| )('?[0-9]{2}|[0-9]{4}))?"
)
_DAY_ONLY = r"([0-9]{1,2})(?:e|de|ste)"
_ON_WEEKDAY = rf"({_WEEKDAY})(?:\.?,? |\.,?)(.+)"
_SIDE = r" (a\.?s|aanstaande|j\.?l)$"
_ONE_WEEKDAY = (
    rf"(?:(?P<earlier>{_EARLIER})|(?P<later>{_LATER})|deze|dit)? ?(?P<day>{_WEEKDAY})"
    rf"(?: ?(?:{'|'.join(_PARTS_OF_DAY)}))?(?: (?:(?P<coming>a\.?s|aanstaande)|(?P<gone>j\.?l)))?"
)
_WEEK = rf"(?:(?P<earlier>{_EARLIER})|(?P<later>{_LATER})|deze) week"
_AWAY = rf"(?:over (?P<over>{_COUNT}) (?:week|weken)|(?P<ago>{_COUNT}) (?:week|weken) (?:geleden|terug))"
_IN_WEEK = (
    rf"(?:{_WEEK}|{_AWAY}) (?:op )?(?P<day>{_WEEKDAY})",
    rf"(?P<day>{_WEEKDAY}) (?:in |van )?(?:{_WEEK}|{_AWAY})",
)
_IN_NUMBER = rf"(?P<day>{_WEEKDAY})\.? (?:in |van )?(?P<week>(?:w|wk|week) ?[0-9]{{1,2}}\b.*)"
_RELATIVE = (
    rf"(?:(?P<over>over|binnen|nog) )?(?:een )?(?P<count>{_COUNT}|half|halve|anderhalf|anderhalve) ?(?P<unit>{_UNIT})"
    r"(?: (?P<ago>geleden|terug))?"
)
_NEXT = rf"(?:(?P<earlier>{_EARLIER})|{_LATER}) (?P<unit>{_UNIT})"
_EDGE = (
    r"(?P<edge>begin|half|halverwege|medio|midden|eind|einde) (?:van )?(?:(?:de|het|dit|deze) )?"
    rf"(?:(?:(?P<earlier>{_EARLIER})|(?P<later>{_LATER})) )?"
    r"(?:(?P<unit>week|maand|kwartaal|jaar)|(?P<whole>[0-9]{4})|(?P<month>[a-z]{3,})\.?(?: (?P<year>[0-9]{4}))?"
    r"|(?P<part>.*[0-9].*|[a-z]+ kwartaal))"
)
_CLOCK = r"(?P<hour>[0-9]{1,2})(?::|(?P<dot>\.))(?P<minute>[0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?u(?:ur)?)?"
_AT = (
    r"(?:(?P<day>.*?)(?: ?, ?| |(?<=[0-9])t(?=[0-9])))??(?:(?:om|rond|vanaf) )?"
    rf"(?:{_CLOCK}|(?P<whole>[0-9]{{1,2}}) ?u(?:ur)?(?: ?(?P<past>[0-9]{{2}}))?"
    rf"|(?P<part>half|kwart (?:over|voor)) (?P<word>{_COUNT}))(?P<zone> ?z|[+-][0-9]{{2}}:?[0-9]{{2}})?"
)
_ALMOST_MONTH = r"[0-9]{1,2}(?:(?:e|de|ste)(?= ))? ?(?:de |van )?([a-z]{3,})\.?(?: '?[0-9]+)?"
_ALMOST = (
    r"[0-9]{1,4}(?:[-/.][0-9]{1,4}){1,2}|[0-9]{8}|(?:[0-9]{4}-?)?[wq][0-9]{1,2}|(?:week|wk|kwartaal) [0-9]{1,2}"
    rf"|{_WEEKDAY}[ ,]+.*[0-9].*"
)


def normal(text: str) -> str:
    """The words of a date in one spelling: small letters without accents, plain dashes, single spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    plain = re.sub("[\u2010-\u2015\u2212]", "-", re.sub("[\u2018\u2019`\u00b4]", "'", plain))
    return " ".join(plain.split())


class NoDay(ValueError):
    """Words that are meant as a day, and can't be one; the reason is in Dutch."""


def parse_date(text: str, today: date, direction: Direction = "forward") -> date:
    """The day that a person means: `2 weken`, `vrijdag`, `ma 12 jan`, `7-12`, `2026-12-07`.

    Without a year it is the first such day from today on; looking back, the
    last one up to today.

    Raises:
        ValueError: with the reason in Dutch.
    """
    if day := _read(text, today, direction):
        return day
    if _split(normal(text), today, direction):
        raise NoDay(f"bij {in_quotes(text)} staat een tijd, en hier past alleen een dag")
    tried = "2 weken, vrijdag" if direction == "forward" else "gisteren, maandag"
    raise ValueError(f"{in_quotes(text)} is geen datum die ik begrijp. Probeer: {tried}, 7 dec of 2026-12-07")


def parse_moment(text: str, today: date, direction: Direction = "back") -> tuple[date, time | None]:
    """The day, and the minute if there is one: `gisteren 16:00`, `maandag 9:30`, `2026-11-23T16:42`, `31 dec`.

    A time alone is of today.

    Raises:
        ValueError: with the reason in Dutch.
    """
    if day := _read(text, today, direction):
        return day, None
    if found := _split(normal(text), today, direction):
        return found
    raise ValueError(
        f"{in_quotes(text)} is geen datum of tijdstip dat ik begrijp. "
        "Probeer: gisteren, maandag 9:30, 7 dec of 2026-12-07T16:00"
    )


def means_date(text: str) -> bool:
    """Whether words that are no date look like one, so that they are a slip and not a sentence."""
    words = _bare(normal(text))
    if re.fullmatch(_ALMOST, words) and not re.fullmatch(r"[0-9]{1,2}\.[0-9]{2}", words):
        return True
    month = re.fullmatch(_ALMOST_MONTH, words)
    if not month:
        return bool(parse_month(words.partition(" ")[0])) and bool(re.fullmatch(r"[a-z]+(?: [0-9]{4})?", words))
    from difflib import get_close_matches

    return bool(parse_month(month[1]) or get_close_matches(month[1], MONTHS, n=1, cutoff=0.8))


def _bare(words: str) -> str:
    return re.sub(_PREFIX, "", words.rstrip(" .,"), count=1)


def _read(text: str, today: date, direction: Direction) -> date | None:
    """The day that the words mean; None for what is no day.

    Raises:
        NoDay: for a day that there isn't.
    """
    words = _bare(normal(text))
    try:
        for reader in (_named, _weekday, _weekday_of, _relative, _edge, _calendar):
            if day := reader(words, today, direction):
                return day
    except NoDay:
        raise
    except (OverflowError, ValueError):
        raise NoDay(f"de datum {in_quotes(text)} bestaat niet") from None
    return None


def _split(words: str, today: date, direction: Direction) -> tuple[date, time] | None:
    """The day and the time in words that hold both."""
    found = re.fullmatch(_AT, words.rstrip(" .,"))
    if not found:
        return None
    day = _read(found["day"], today, direction) if found["day"] else today
    if day is None:
        return None
    if found["zone"]:
        raise NoDay(f"{in_quotes(words)} heeft een tijdzone. Schrijf de tijd van de klok bij jou, als 2026-11-23T16:42")
    try:
        return day, _clock(found)
    except ValueError:
        raise NoDay(f"het tijdstip in {in_quotes(words)} bestaat niet") from None


def _clock(found: re.Match[str]) -> time:
    if found["part"]:
        # In words it is a time of a working day: half vijf is 16:30.
        hour = _number(found["word"]) % 12
        hour += 12 if hour < 8 else 0
        minutes = {"half": -30, "kwart over": 15, "kwart voor": -15}[found["part"]]
        return time(*divmod(hour * 60 + minutes, 60))
    if found["whole"]:
        return time(int(found["whole"]), int(found["past"] or 0))
    return time(int(found["hour"]), int(found["minute"]))


def _number(word: str) -> int:
    return NUMBERS.get(word) or int(word)


def _named(words: str, today: date, direction: Direction) -> date | None:
    offset = _OFFSETS.get(words)
    return None if offset is None else today + timedelta(days=offset)


def _weekday_number(word: str) -> int:
    return next(number for number, name in enumerate(DAYS) if word[:2] == name[:2])


def _weekday(words: str, today: date, direction: Direction) -> date | None:
    found = re.fullmatch(_ONE_WEEKDAY, words)
    if not found:
        return None
    days = _weekday_number(found["day"]) - today.weekday()
    if found["earlier"] or found["gone"]:
        return today + timedelta(days=days % 7 - 7)
    if direction == "forward" or found["later"] or found["coming"]:
        later = 7 if (found["later"] or "").startswith("volgend") else 0
        return today + timedelta(days=(days - 1) % 7 + 1 + later)
    # Today's own weekday is today.
    return today - timedelta(days=-days % 7)


def _weekday_of(words: str, today: date, direction: Direction) -> date | None:
    """The weekday of a week near this one: `vorige week maandag`, `vrijdag over 2 weken`, `ma week 50`."""
    if found := re.fullmatch(_IN_NUMBER, words):
        number = timedelta(days=_weekday_number(found["day"]))
        return _day_of(found["week"], today, direction, lambda week: week.start + number)
    found = re.fullmatch(_IN_WEEK[0], words) or re.fullmatch(_IN_WEEK[1], words)
    if not found:
        return None
    if found["over"] or found["ago"]:
        weeks = _number(found["over"]) if found["over"] else -_number(found["ago"])
    else:
        weeks = -1 if found["earlier"] else int(bool(found["later"]))
    return today + timedelta(days=_weekday_number(found["day"]) - today.weekday() + 7 * weeks)


def _relative(words: str, today: date, direction: Direction) -> date | None:
    if found := re.fullmatch(_NEXT, words):
        return _shift(today, -1 if found["earlier"] else 1, _UNITS[found["unit"]])
    found = re.fullmatch(_RELATIVE, words)
    if not found:
        return None
    sign = -1 if found["ago"] or (direction == "back" and not found["over"]) else 1
    unit, count = _UNITS[found["unit"]], found["count"]
    if count.startswith(("half", "halv", "anderhal")):
        return _half(today, sign, unit, 3 if count.startswith("ander") else 1)
    number = _number(count)
    if not number:
        raise ValueError
    return _shift(today, sign * number, unit)


def _shift(today: date, number: int, unit: str) -> date:
    if unit in ("day", "week"):
        return today + timedelta(days=number * (7 if unit == "week" else 1))
    return add_months(today, number * {"month": 1, "quarter": 3, "year": 12}[unit])


def _half(today: date, sign: int, unit: str, halves: int) -> date | None:
    """An odd number of halves of a year, a month or a week from today."""
    if unit == "year":
        return add_months(today, sign * 6 * halves)
    if unit == "month":
        return add_months(today, sign * (halves // 2)) + timedelta(days=sign * 14)
    return today + timedelta(days=sign * (7 * halves // 2)) if unit == "week" else None


def _edge(words: str, today: date, direction: Direction) -> date | None:
    """The begin, the middle or the end of a month or another stretch: `eind december`, `half volgende maand`."""
    found = re.fullmatch(_EDGE, words)
    if not found:
        return None
    edge = found["edge"]
    if found["month"]:
        month = parse_month(found["month"])
        days = (_edge_of(year, month, 1, edge) for year in _years(found["year"] or "", today, direction))
        return _nearest(days, today, None if found["year"] else direction) if month else None
    if found["part"]:
        return _day_of(found["part"], today, direction, lambda part: _edge_in(part.kind, part.start, edge))
    step = -1 if found["earlier"] else int(bool(found["later"]))
    unit = found["unit"] or "jaar"
    day = date(int(found["whole"]), 1, 1) if found["whole"] else _shift(today, step, _UNITS[unit])
    return _edge_in(_UNITS[unit], day, edge)


def _edge_in(unit: str, day: date, edge: str) -> date:
    """The begin, the middle or the end of the week, month, quarter or year that a day is in."""
    if unit == "week":
        return day + timedelta(days={"b": 0, "e": 4}.get(edge[0], 2) - day.weekday())
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    return _edge_of(day.year, (day.month - 1) // months * months + 1, months, edge)


def _day_of(words: str, today: date, direction: Direction, pick: Callable[["Period"], date]) -> date | None:
    """A day of the week or the quarter that words name; None when they name none."""
    from leerlog.domain.period_words import parse_numbered  # which reads its days here

    named = parse_numbered(words, today)
    if named is None or re.search("[0-9]{4}|'[0-9]{2}", words):
        return pick(named) if named else None
    years = (parse_numbered(f"{words} {year}", today) for year in _years("", today, direction))
    return _nearest((pick(part) for part in years if part), today, direction)


def _edge_of(year: int, first: int, months: int, edge: str) -> date:
    """The begin, the middle or the end of so many months."""
    if edge[0] == "b":
        return date(year, first, 1)
    if edge[0] == "e":
        return add_months(date(year, first, 1), months) - timedelta(days=1)
    return date(year, first + months // 2, 1 if months == 12 else 15)


def _calendar(words: str, today: date, direction: Direction) -> date | None:
    """A day of the calendar, with or without its weekday and its year."""
    weekday = ""
    if side := re.search(_SIDE, words):
        words, direction = words[: side.start()], "forward" if side[1].startswith("a") else "back"
    if found := re.fullmatch(_ON_WEEKDAY, words):
        weekday, words = found[1], found[2]
    parts = _parts(words)
    if parts is None:
        return None
    day, month, year = parts
    if not month:
        return _nearest(_days_of_months(day, today, direction), today, direction)
    found_day = _nearest(_days(day, month, _years(year, today, direction)), today, None if year else direction)
    if not weekday or found_day.weekday() == _weekday_number(weekday):
        return found_day
    # What leerlog prints without a year is of this one, also when it lies on the other side of today.
    try:
        same_year = date(today.year, month, day)
    except ValueError:
        same_year = found_day
    if not (year or side) and same_year.weekday() == _weekday_number(weekday):
        return same_year
    said = f"{found_day.day} {MONTHS[found_day.month - 1]} {found_day.year}"
    raise NoDay(f"{said} is een {day_name(found_day)}, geen {DAYS[_weekday_number(weekday)]}")


def _parts(words: str) -> tuple[int, int, str] | None:
    """The day, the month (0 when it is not named) and the year ("") in a date of the calendar."""
    if found := re.fullmatch(_YEAR_FIRST, words):
        year, month, day = (found[1], found[3], found[4]) if found[1] else (found[5], found[6], found[7])
        return int(day), int(month) or 13, year
    if found := re.fullmatch(_NUMERIC, words):
        return int(found[1]), int(found[3]) or 13, found[4] or ""
    if (found := re.fullmatch(_WORDS, words)) and (month_number := parse_month(found[2])):
        return int(found[1]), month_number, found[3] or ""
    found = re.fullmatch(_DAY_ONLY, words)
    return (int(found[1]), 0, "") if found else None


def _years(year: str, today: date, direction: Direction) -> Iterator[int]:
    """The year that was named, else those to look in, this one first."""
    if year:
        digits = year.removeprefix("'")
        yield int(digits) + (2000 if len(digits) == 2 else 0)
        return
    # 29 February may be up to eight years away.
    yield from (today.year + (step if direction == "forward" else -step) for step in range(9))


def _days(day: int, month: int, years: Iterator[int]) -> Iterator[date]:
    for year in years:
        try:
            yield date(year, month, day)
        except ValueError:
            continue


def _days_of_months(day: int, today: date, direction: Direction) -> Iterator[date]:
    for step in range(3):
        month = add_months(today.replace(day=1), step if direction == "forward" else -step)
        yield from _days(day, month.month, iter((month.year,)))


def _nearest(days: Iterator[date], today: date, direction: Direction | None) -> date:
    """The first of the days on the side of today that is looked at."""
    for day in days:
        if direction is None or (day >= today if direction == "forward" else day <= today):
            return day
    raise ValueError


def parse_clock(text: str, today: date) -> tuple[date, time]:
    """The day and minute that a clock is set to: `2026-11-23T16:42`; a bare day begins at midnight.

    Raises:
        ValueError: with the reason in Dutch.
    """
    # As a program writes it; reading words as a person does takes longer than a note may.
    if len(text) == len("2026-11-23T16:42") and text[13:14] == ":":
        with suppress(ValueError):
            moment = datetime.fromisoformat(text)
            return moment.date(), moment.time()
    day, minute = parse_moment(text, today)
    return day, minute or time()
