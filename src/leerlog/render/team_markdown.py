"""The review of a team as Markdown: the whole of it, to read, to mail or to keep beside other documents."""

from collections.abc import Sequence

from leerlog.domain.entry import Problem
from leerlog.render import team_telling, words
from leerlog.render.guarded import inline
from leerlog.render.markdown_parts import (
    Lines,
    dated,
    level_name,
    level_table,
    listed,
    table,
    talk,
    task_lines,
    tasks,
    told,
    whole,
)
from leerlog.render.team_view import when, who_of
from leerlog.reports.team import Team


def team_markdown(team: Team, problems: Sequence[Problem] = ()) -> str:
    """The review, every item and text of it whole, and which files were left out."""
    return whole(
        (
            _top(team),
            tasks("Afgesproken, en wat ervan kwam", team.agreed, team_telling.done_of(team.agreed, team)),
            _levels(team),
            _yields(team),
            told(((team_telling.title(each, team), each) for each in team.stories), lambda day: when(team)(day)[1]),
            tasks("Belemmeringen", team.obstacles, team_telling.done_of(team.obstacles, team)),
            tasks("Vragen aan het team", team.asks, team_telling.done_of(team.asks, team)),
            _new(team),
            _conditions(team),
            talk(team.talk if team.people else ()),
            _left_out(team, problems),
        )
    )


def _top(team: Team) -> Lines:
    yield f"# Terugblik van het team · {inline(words.period_title(team.period))}\n"
    told_of = team_telling.beside(team.count, team.previous_count, team)
    notes = f"notities: {told_of}" if team.count is not None else ""
    names = inline(", ".join(team.names))
    parts = (team_telling.range_said(team), team_telling.people(team), names, notes)
    yield " · ".join(part for part in parts if part)
    for text in team_telling.said(team):
        yield f"\n{text}"
    if team.people == 0:
        yield f"\n{team_telling.NOTHING}"


def _levels(team: Team) -> Lines:
    if found := team_telling.shown(team):
        yield "## Wat het leren bracht\n"
        rows = (
            (each.level, team_telling.number(each.count), team_telling.before(each), words.change(each.change))
            for each in found
        )
        yield from level_table(rows, words.before(team.period) if team.previous else "")


def _yields(team: Team) -> Lines:
    """The items of every level, the highest first, the newest first, with who wrote them."""
    say = when(team)
    for number, found in enumerate(each for each in team_telling.shown(team) if each.count):
        yield f"{'' if not number else chr(10)}### {level_name(found.level)}\n"
        yield from listed(
            dated((say(each.date)[1], inline(team.by.get(each.entry, "")), inline(each.course)), each.text)
            for each in found.items[::-1]
        )


def _new(team: Team) -> Lines:
    if not team.follow_ups:
        return
    done = team_telling.done_of([item for _, items in team.follow_ups for item in items], team)
    yield "## Nieuwe afspraken" + (f"\n\n{done}" if done else "")
    for who, items in team.follow_ups:
        name = who_of(who, team)
        yield f"\n### {inline(name)}\n" if name else ""
        yield from task_lines(items)


def _conditions(team: Team) -> Lines:
    if not team.conditions:
        return
    yield "## Condities\n"
    long = any(team_telling.trend(each) for each in team.conditions)
    names = ("Conditie", "Laagst", "Midden", "Hoogst", "Van", *(["Verloop"] if long else []))
    yield from table(names, "-rrr-" + "-" * long)
    for each in team.conditions:
        cells = [*team_telling.reach(each.now), ", ".join(team_telling.scored(each, team))]
        cells += [" → ".join(team_telling.median(one.median) for one in each.rounds)] if long else []
        yield f"| {inline(each.title)} | {' | '.join(cells)} |"


def _left_out(team: Team, problems: Sequence[Problem]) -> Lines:
    found = team_telling.left_out(problems, team)
    for number, text in enumerate(found):
        yield f"{'' if number else '## Telt niet mee' + chr(10) * 2}- {inline(text)}"
