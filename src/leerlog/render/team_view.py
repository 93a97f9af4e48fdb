"""A team's review as what stands on its page; of an anonymous one without days."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from leerlog.domain.dates import count
from leerlog.render import words
from leerlog.render.charts import Span, Stem, periods, span, stems
from leerlog.render.team_telling import NOBODY, done_of, few, label, long_before, reach, scored, shown, title
from leerlog.render.view import (
    Bar,
    Group,
    Note,
    Tale,
    Tasks,
    When,
    bar,
    by_day,
    group,
    listed,
    tale,
    task,
    yielded,
)
from leerlog.reports.agenda import Item
from leerlog.reports.levels import Outcome
from leerlog.reports.team import Team

# What a page in a meeting shows at most: of each level, of the stories, of a list, of who does something and of each.
NOTES = 100
TALES = 50
TASKS = 50
DOERS = 50
EACH = 10
AGREEMENTS = "afspraak", "afspraken"
ELSEWHERE = "In de Markdown-versie van deze terugblik staan ze allemaal."


class People(NamedTuple):
    """What was agreed, by who does it."""

    done: str
    groups: tuple[Tasks, ...]
    more: str


class Condition(NamedTuple):
    """How the scores of a condition lie: in numbers, and where they stand in the drawings.

    long_before: the rounds that only the drawing shows.
    """

    title: str
    note: str
    long_before: str
    lowest: str
    median: str
    highest: str
    span: Span
    stems: tuple[Stem, ...]


def when(team: Team) -> When:
    """How a day is told: in an anonymous review it is not."""
    return _untold if team.anonymous else by_day


def _untold(day: date) -> tuple[str, str]:
    return "", ""


def bars(team: Team) -> tuple[Bar, ...]:
    """The levels from the fifth to the first, and what waits to be weighed."""
    found = shown(team)
    most = max((each.count or 0 for each in found), default=0) or 1
    return tuple(bar(each, most, few(team) if each.count is None else "") for each in found)


def groups(team: Team) -> tuple[Group, ...]:
    """The newest notes of every level that has any to show, with who wrote them."""
    found = ((each, each.count) for each in shown(team) if each.count)
    return tuple(
        group(each.level, size, _notes(each.items[-NOTES:][::-1], team), more(size - NOTES, "notitie", "notities"))
        for each, size in found
    )


def more(left: int, one: str, several: str) -> str:
    """How many of something are not on the page; "" when all are."""
    return f"En nog {count(left, one, several)}. {ELSEWHERE}" if left > 0 else ""


def _notes(items: Sequence[Outcome], team: Team) -> tuple[Note, ...]:
    say = when(team)
    return tuple(yielded(each, say, team.by.get(each.entry, ""), each.course) for each in items)


def tales(team: Team) -> tuple[Tale, ...]:
    """The stories that got the furthest, with who tells them."""
    say = when(team)
    return tuple(tale(story._replace(title=title(story, team)), say) for story in team.stories[:TALES])


def tasks(team: Team) -> dict[str, Tasks | None]:
    """What was agreed before, what stands in the way, and what is asked; None for an empty one."""
    return {
        "agreed": _list("agreed", "Afgesproken, en wat ervan kwam", team.agreed, team),
        "obstacles": _list("obstacles", "Belemmeringen", team.obstacles, team, ("belemmering", "belemmeringen")),
        "asks": _list("asks", "Vragen aan het team", team.asks, team, ("vraag", "vragen")),
    }


def _list(
    name: str, heading: str, items: Sequence[Item], team: Team, unit: tuple[str, str] = AGREEMENTS
) -> Tasks | None:
    found = listed(name, heading, items[:TASKS], team.today)
    return found and found._replace(done=done_of(items, team), more=more(len(items) - TASKS, *unit))


def people(team: Team) -> People | None:
    """What was agreed in the period, by who does it; None when nothing was."""
    if not team.follow_ups:
        return None
    items = [item for _, items in team.follow_ups for item in items]
    groups = tuple(_own(who, items, team) for who, items in team.follow_ups[:DOERS])
    return People(done_of(items, team), groups, more(len(team.follow_ups) - DOERS, "mens", "mensen"))


def _own(who: str, items: Sequence[Item], team: Team) -> Tasks:
    """What somebody does; without names it is what all do."""
    most = TASKS if team.anonymous else EACH
    made = (task(item._replace(who=""), words.brief(team.today)) for item in items[:most])
    return Tasks("", who_of(who, team), "", tuple(made), more(len(items) - most, *AGREEMENTS))


def who_of(who: str, team: Team) -> str:
    """The heading over what somebody does; none when nobody may be known."""
    return "" if team.anonymous else who or NOBODY.capitalize()


def conditions(team: Team) -> tuple[Condition, ...]:
    """How the scores lie."""
    starts = _starts(team)
    return tuple(
        Condition(
            each.title,
            " · ".join(scored(each, team)),
            long_before(each),
            *reach(each.now),
            span(each.now.lowest, each.now.median, each.now.highest),
            stems(each, starts),
        )
        for each in team.conditions
    )


def rounds(team: Team) -> tuple[tuple[str, float], ...]:
    """The periods that have scores, oldest first: what each is called, and where it stands in the drawings."""
    found = {each.period.start: each.period for spread in team.conditions for each in spread.rounds}
    return periods([label(found[start], team) for start in _starts(team)])


def _starts(team: Team) -> list[date]:
    return sorted({each.period.start for spread in team.conditions for each in spread.rounds})
