"""A review in the form that was asked for."""

from collections.abc import Iterable

from leerlog.domain.entry import Problem
from leerlog.reports.review import Review


def review_text(review: Review, form: str, problems: Iterable[Problem] = ()) -> str:
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


def private_count(review: Review) -> int:
    """How many texts of a review were marked as private."""
    items = [each for tally in (*review.levels, review.unvalued) for each in tally.items]
    private = {(each.entry, each.text) for each in (*items, *review.stuck) if each.private}
    agenda = (*review.agreed, *review.obstacles, *review.asks, *review.follow_ups)
    private |= {(item.entry, item.text) for item in agenda if item.private}
    return len(private | {(step.entry, step.text) for story in review.stories for step in story.steps if step.private})
