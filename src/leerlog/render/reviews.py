"""A review or a sheet in the form that was asked for."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leerlog.domain.entry import Problem
    from leerlog.reports.review import Review
    from leerlog.reports.sheet import Sheet
    from leerlog.reports.team import Team


def review_text(review: "Review", form: str, problems: "Iterable[Problem]" = ()) -> str:
    """The review as "json", "markdown", "html" or "csv".

    problems: what was wrong with the journal's files; only JSON tells it.
    """
    if form == "json":
        from leerlog.render.data import review_json

        return review_json(review, problems) + "\n"
    if form == "markdown":
        from leerlog.render.markdown import review_markdown

        return review_markdown(review)
    if form == "csv":
        from leerlog.render.table import review_csv

        return review_csv(review)
    from leerlog.render.html import review_html

    return review_html(review)


def team_text(team: "Team", form: str, problems: "Sequence[Problem]" = ()) -> str:
    """The review of a team as "json", "markdown", "html" or "csv".

    problems: what was wrong with the files of the team; the table has no place for it.
    """
    if form == "json":
        from leerlog.render.team_data import team_json

        return team_json(team, problems) + "\n"
    if form == "markdown":
        from leerlog.render.team_markdown import team_markdown

        return team_markdown(team, problems)
    if form == "csv":
        from leerlog.render.table import team_csv

        return team_csv(team)
    from leerlog.render.team_html import team_html

    return team_html(team, problems)


def sheet_text(sheet: "Sheet", form: str, by: str, today: date) -> str:
    """The sheet as "markdown" or "html"."""
    if form == "html":
        from leerlog.render.sheet_html import sheet_html

        return sheet_html(sheet, by, today)
    from leerlog.render.sheet import sheet_markdown

    return sheet_markdown(sheet, by, today)


def private_count(review: "Review") -> int:
    """How many texts of a review were marked as private."""
    items = [each for tally in (*review.levels, review.unvalued) for each in tally.items]
    private = {(each.entry, each.text) for each in (*items, *review.stuck) if each.private}
    agenda = (*review.agreed, *review.obstacles, *review.asks, *review.follow_ups)
    private |= {(item.entry, item.text) for item in agenda if item.private}
    private |= {(step.entry, step.text) for story in review.stories for step in story.steps if step.private}
    came = [each.came for story in review.stories for each in story.expected if each.came]
    return len(private | {(each.entry, each.text) for each in came if each.private})
