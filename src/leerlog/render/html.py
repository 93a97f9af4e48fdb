"""A review as one page for a browser: nothing in it comes from elsewhere, nothing in it runs."""

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leerlog.documents.blocks import Days
from leerlog.domain.visible import visible
from leerlog.errors import ContentError

if TYPE_CHECKING:
    import jinja2

    from leerlog.reports.review import Review

TEMPLATES = Path(__file__).with_name("templates")
NOT_THERE = "de sjablonen van leerlog zijn niet meegeïnstalleerd. Installeer leerlog opnieuw."


def review_html(review: "Review") -> str:
    """The whole review as one HTML page.

    Raises:
        ContentError: when the templates are not there.
    """
    return drawn("review.html", _model(review))


def drawn(name: str, model: dict[str, Any]) -> str:
    """A page of what a template is given, with the style of all.

    Raises:
        ContentError: when the templates are not there.
    """
    import jinja2
    from markupsafe import Markup

    page = _environment()
    try:
        style = (TEMPLATES / "review.css").read_text(encoding="utf-8")
        template = page.get_template(name)
        # The style is ours, and stands in the page as its hash says it does.
        return template.render(**model, style=Markup(style), style_hash=_hash(style))  # noqa: S704
    except (OSError, jinja2.TemplateNotFound) as error:
        raise ContentError(NOT_THERE) from error


def _environment() -> "jinja2.Environment":
    import jinja2

    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )


def _shown(value: Any) -> Any:
    """Text with its control characters to be seen; what is HTML already has been seen to."""
    return visible(value) if type(value) is str else value


def _hash(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _model(review: "Review") -> dict[str, Any]:
    from leerlog.render import charts, telling, view, words
    from leerlog.render.days import per_month

    title = words.period_title(review.period)
    return {
        "review": review,
        "title": title,
        "heading": title[:1].upper() + title[1:],
        "under": telling.under(review),
        "only": telling.only(review) if review.audience else "",
        "notes_said": telling.beside(review.count, review.previous_count, review),
        "before": words.before(review.period) if review.previous else "",
        "empty": telling.empty(review) if not review.count else None,
        "bars": view.bars(review),
        "groups": view.groups(review),
        "tales": view.tales(review),
        "stuck": view.outcomes(review.stuck[::-1]),
        "stuck_said": telling.STUCK,
        "tasks": view.tasks(review),
        "courses": [
            (course, words.course_state(course, review.today, words.spoken, whole=not review.audience))
            for course in review.courses
        ],
        "hill": [(each, [(score, charts.share(score)) for score in each.scores]) for each in review.hill],
        "trends": charts.trends(review),
        "round_days": charts.round_days(review),
        "heat": charts.heat(review),
        "days_said": telling.days(review),
        "months": per_month(Days(review.days, review.period, review.today)),
        "talk": review.talk if review.count else (),
        "spoken": words.spoken,
        "brief": words.brief(review.today),
    }
