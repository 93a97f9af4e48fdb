"""The review of a team as JSON."""

from collections.abc import Iterable
from datetime import date

from leerlog.domain.entry import Problem
from leerlog.render.data import period_dict
from leerlog.render.json_text import Json, text
from leerlog.reports.agenda import Item
from leerlog.reports.expected import Expected
from leerlog.reports.levels import Outcome
from leerlog.reports.spread import Reach
from leerlog.reports.stories import Story
from leerlog.reports.team import Team
from leerlog.reports.team_counts import Count

TEAM_SCHEMA = "leerlog.team/1"


def team_json(team: Team, problems: Iterable[Problem] = ()) -> str:
    """The whole review; a number that may not be shown is null, and an anonymous one has no days of its notes."""
    made: Json = {
        "schema": TEAM_SCHEMA,
        "period": period_dict(team.period, team.first, team.last),
        "previous": period_dict(team.previous) if team.previous else None,
        "anonymous": team.anonymous,
        "minimum": team.minimum if team.anonymous else None,
        "people": team.people,
        "names": None if team.anonymous else list(team.names),
        "count": team.count,
        "previous_count": team.previous_count,
        "agreed": [_item(item, team) for item in team.agreed],
        "levels": [_level(each, team) for each in team.levels],
        "unvalued": _count(team.unvalued, team),
        "stories": [_story(story, team) for story in team.stories],
        "obstacles": [_item(item, team) for item in team.obstacles],
        "asks": [_item(item, team) for item in team.asks],
        "follow_ups": [{"who": who, "items": [_item(item, team) for item in items]} for who, items in team.follow_ups],
        "conditions": [
            {"question": each.question, "title": each.title}
            | _reach(each.now)
            | {"rounds": [period_dict(one.period) | _reach(one) for one in each.rounds]}
            for each in team.conditions
        ],
        "talk": list(team.talk),
        # The name of a file is mostly that of a person.
        "problems": [
            {"file": "" if team.anonymous else each.file, "line": each.line, "message": _said(each, team)}
            for each in problems
        ],
    }
    return text(made)


def _said(problem: Problem, team: Team) -> str:
    return "een bestand telt niet of niet helemaal mee" if team.anonymous else problem.message


def _reach(each: Reach) -> Json:
    return {"lowest": each.lowest, "median": each.median, "highest": each.highest, "count": each.number}


def _day(day: date, team: Team) -> str | None:
    return None if team.anonymous else day.isoformat()


def _level(each: Count, team: Team) -> Json:
    level = each.level
    return {"id": str(level), "number": level.number if level else None, "title": each.title} | _count(each, team)


def _count(each: Count, team: Team) -> Json:
    items = [_yield(item, team) for item in each.items]
    return {"count": each.count, "previous_count": each.previous_count, "items": items}


def _yield(each: Outcome, team: Team) -> Json:
    return {
        "entry": each.entry,
        "by": team.by.get(each.entry, ""),
        "date": _day(each.date, team),
        "course": each.course,
        "question": each.question,
        "text": each.text,
    } | ({"private": True} if each.private and not team.anonymous else {})


def _came(expected: Expected, team: Team) -> Json | None:
    came = expected.came
    return {"level": str(came.level) if came.level else None} | _yield(came, team) if came else None


def _story(story: Story, team: Team) -> Json:
    return {
        "title": story.title,
        "by": team.by.get(story.steps[0].entry, ""),
        "steps": [
            {
                "entry": step.entry,
                "date": _day(step.date, team),
                "level": str(step.level) if step.level else None,
                "course": step.course,
                "text": step.text,
            }
            for step in story.steps
        ],
        "expected": [{"course": each.course, "text": each.text, "came": _came(each, team)} for each in story.expected],
    }


def _item(item: Item, team: Team) -> Json:
    return {
        "ref": item.ref,
        "entry": item.entry,
        "by": team.by.get(item.entry, ""),
        "date": _day(item.made, team),
        "course": item.course,
        "kind": item.kind,
        "text": item.text,
        "who": item.who,
        "due": item.due.isoformat() if item.due else None,
        "done": item.done.isoformat() if item.done else (True if item.ticked else None),
        "result": item.result,
    }
