"""The review of a team as one page for a browser."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from leerlog.render.html import drawn

if TYPE_CHECKING:
    from leerlog.domain.entry import Problem
    from leerlog.reports.team import Team


def team_html(team: "Team", problems: "Sequence[Problem]" = ()) -> str:
    """The whole review as one HTML page.

    Raises:
        ContentError: when the templates are not there.
    """
    return drawn("team.html", _model(team, problems))


def _model(team: "Team", problems: "Sequence[Problem]") -> dict[str, Any]:
    from leerlog.render import charts, team_telling, team_view, words

    title = words.period_title(team.period)
    parts = (team_telling.range_said(team), team_telling.who(team, full=False))
    return {
        "team": team,
        "title": title,
        "heading": title[:1].upper() + title[1:],
        "under": " · ".join(part for part in parts if part),
        "before": words.before(team.period) if team.previous else "",
        "said": team_telling.said(team),
        "people_said": team_telling.people(team),
        "empty": team_telling.NOTHING if team.people == 0 else "",
        "bars": team_view.bars(team),
        "groups": team_view.groups(team),
        "tales": team_view.tales(team),
        "more": team_view.more(len(team.stories) - team_view.TALES, "verhaal", "verhalen"),
        "tasks": team_view.tasks(team),
        "people": team_view.people(team),
        "conditions": team_view.conditions(team),
        "periods": team_view.rounds(team),
        "scale": [(score, charts.span(score, score, score).median) for score in range(1, 6)],
        "talk": team.talk if team.people else (),
        "left_out": team_telling.left_out(problems, team),
        "spoken": words.spoken,
    }
