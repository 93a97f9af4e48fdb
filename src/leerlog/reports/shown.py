"""The review as others may see it: only of what leaves for them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from leerlog.domain.entry import Entry
from leerlog.domain.period import Period
from leerlog.reports.review import Review, build_review
from leerlog.reports.rules import ContentRules
from leerlog.reports.stories import StoryGraph


def review_for(
    audience: str, entries: Sequence[Entry], left: Iterable[Entry], period: Period, today: date, rules: ContentRules
) -> Review:
    """The review of a period that holds only what leaves for an audience.

    entries: the whole journal; left: what of it leaves for them.
    """
    shown = build_review(left, period, today, rules)
    chains, upto = StoryGraph(entries), min(today, period.end)
    # What somebody did with it for themselves is not undone because they don't tell of it.
    courses = tuple(course._replace(window=None) for course in shown.courses)
    stuck = tuple(each for each in shown.stuck if not chains.built_on(each.entry, upto))
    return replace(shown, courses=courses, stuck=stuck, audience=audience)
