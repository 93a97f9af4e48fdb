"""One thing on several days: what was learned is recalled after 1, 4 and 12 weeks, or when somebody chooses.

A question says which weeks it offers (`weeks`), and on which days the same thing stands in the
agenda already (`planned`). Here, and nowhere else, an answer to it becomes days.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from leerlog.domain.checklist import Checklist, Question
from leerlog.domain.dates import full_date, is_iso
from leerlog.domain.text import in_quotes
from leerlog.domain.when import means_date, parse_date

_ALL = frozenset({"j", "ja", "jawel", "graag", "prima", "alle", "alles", "allemaal", "allebei", "alledrie", "drie"})
_BETWEEN = r"\s*(?:[,;\n+&]|\ben\b)\s*"
_NUMBER = "[0-9]{1,3}"
_YES_AND = r"(?i)\A(?:ja|graag)\b[\s,:]+(?=[0-9])"  # before the weeks or the day that are meant


def spaced(question: Question, text: str, today: date) -> list[date] | None:
    """The days that an answer means and that are not planned yet, the soonest first; None for words that mean none.

    *Ja* is every week that is offered; where something is planned already it is nothing more.

    Raises:
        ValueError: for what looks like a day and is none, with the reason in Dutch.
    """
    text = re.sub(_YES_AND, "", text.strip())
    if re.fullmatch(r"[0-9 ]+", text):
        text = ", ".join(text.split())
    if set(re.findall(r"\w+|[^\w\s.,!]", text.lower()) or ["?"]) <= _ALL:
        return [] if question.planned else [today + timedelta(weeks=number) for number in question.weeks]
    try:
        found = {parse_date(text, today)}
    except ValueError:
        try:
            found = set(_days(question, text, today))
        except _Words:
            return None
    if min(found, default=today) < today and not all(
        map(is_iso, text.split())
    ):  # what is kept stays right when time goes by
        raise ValueError(f"{full_date(min(found))} is al geweest. Kies een dag die nog komt")
    return sorted(found - {*question.planned})


class _Words(Exception):
    """An answer that is no list of days."""


def _days(question: Question, text: str, today: date) -> list[date]:
    """The days of a list, in which a number has the unit of the last: `1, 4 en 12 weken`, `7 en 14 dec`."""
    parts = [part for part in re.split(_BETWEEN, text.lower()) if part]
    unit = re.sub(r"\A.*?[0-9]+|\A[^0-9]*\Z", "", parts[-1] if parts else "").strip()
    return [_day(question, part, unit, today) for part in parts]


def _day(question: Question, part: str, unit: str, today: date) -> date:
    part = re.sub(r"\A(?:na|over) ", "", part)
    bare = re.fullmatch(_NUMBER, part)
    if bare and not unit:
        if int(part) not in question.weeks:
            raise ValueError(
                f"{in_quotes(part)} staat er niet bij. Kies uit {in_words(question.weeks)}, of schrijf een datum"
            )
        return today + timedelta(weeks=int(part))
    said = f"{part} {unit}" if bare else part
    try:
        return parse_date(said, today)
    except ValueError:
        if means_date(said):
            raise
        raise _Words from None


def in_words(weeks: Sequence[int]) -> str:
    """The weeks that are offered, as one says them: 1, 4 en 12 weken."""
    *before, last = weeks
    unit = "week" if last == 1 else "weken"
    return f"{', '.join(map(str, before))} en {last} {unit}" if before else f"{last} {unit}"


def planned(checklist: Checklist, days: Mapping[str, Collection[date]]) -> Checklist:
    """The checklist, in which every question that offers weeks knows on which days the same is planned already.

    days: those of what is planned, by its words.
    """
    return checklist._replace(questions=tuple(_planned(each, days) for each in checklist.questions))


def _planned(question: Question, days: Mapping[str, Collection[date]]) -> Question:
    then = tuple(_planned(each, days) for each in question.then)
    found = days.get(question.item, ()) if question.weeks else ()
    return question._replace(then=then, planned=tuple(sorted({*found})))
