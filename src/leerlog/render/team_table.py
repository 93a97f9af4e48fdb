"""The review of a team as one long table, for a spreadsheet."""

from collections.abc import Iterable, Iterator

from leerlog.render.rows import (
    COUNTS,
    WORDS,
    Row,
    expected_rows,
    item_row,
    level_row,
    period_row,
    step_row,
    table,
    talk_row,
    yield_row,
)
from leerlog.reports.agenda import Item
from leerlog.reports.spread import Reach
from leerlog.reports.team import Team

TEAM_COLUMNS = (*COUNTS, "lowest", "median", "highest", *WORDS)

# What would say who wrote something.
_SIGNS = frozenset({"date", "by", "course", "entry", "who", "due"})


def team_csv(team: Team) -> str:
    """All parts of a team's review in its order, with who wrote what.

    Of an anonymous one only the words; a number that may not be shown is an empty cell, and of too few people there
    is no row at all.
    """
    # Their number is told unless it is of too few.
    parts = () if team.people is None else _PARTS
    return table(TEAM_COLUMNS, (row for make in parts for row in make(team)))


def _period(team: Team) -> Iterator[Row]:
    yield period_row(team)
    yield {"part": "people", "count": team.people}


def _names(team: Team) -> Iterator[Row]:
    return ({"part": "name", "by": name} for name in team.names)


def _agreed(team: Team) -> Iterator[Row]:
    return _items("agreed", team.agreed, team)


def _levels(team: Team) -> Iterator[Row]:
    return map(level_row, (*team.levels, team.unvalued))


def _yields(team: Team) -> Iterator[Row]:
    for found in (*team.levels, team.unvalued):
        yield from (_signed(yield_row("yield", each), team) for each in found.items)


def _stories(team: Team) -> Iterator[Row]:
    for number, story in enumerate(team.stories, 1):
        yield from (_signed(step_row(number, story, step), team) for step in story.steps)
        yield from (_signed(row, team) for row, _ in expected_rows(number, story))


def _obstacles(team: Team) -> Iterator[Row]:
    return _items("obstacle", team.obstacles, team)


def _asks(team: Team) -> Iterator[Row]:
    return _items("ask", team.asks, team)


def _follow_ups(team: Team) -> Iterator[Row]:
    return _items("follow_up", (item for _, items in team.follow_ups for item in items), team)


def _items(part: str, found: Iterable[Item], team: Team) -> Iterator[Row]:
    return (_signed(item_row(part, item), team) for item in found)


def _signed(row: Row, team: Team) -> Row:
    """A row with who wrote it, or without whatever tells that."""
    if team.anonymous:
        return {name: value for name, value in row.items() if name not in _SIGNS}
    return row | {"by": team.by.get(str(row.get("entry")))}


def _conditions(team: Team) -> Iterator[Row]:
    """Each with all of its rounds, oldest first."""
    for each in team.conditions:
        asked: Row = {"question": each.question, "title": each.title}
        yield {"part": "condition"} | asked | _reach(each.now)
        yield from ({"part": "round"} | asked | _span(one) | _reach(one) for one in each.rounds)


def _span(each: Reach) -> Row:
    return {"start": each.period.start, "end": each.period.end}


def _reach(each: Reach) -> Row:
    return {"lowest": each.lowest, "median": each.median, "highest": each.highest, "count": each.number}


def _talk(team: Team) -> Iterator[Row]:
    return map(talk_row, team.talk)


_PARTS = (
    _period,
    _names,
    _agreed,
    _levels,
    _yields,
    _stories,
    _obstacles,
    _asks,
    _follow_ups,
    _conditions,
    _talk,
)
