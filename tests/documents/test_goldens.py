"""Each result in one form, word for word; the forms have the same to say of all of them (`tests/render/test_forms.py`).

LEERLOG_GOLDEN=write makes the files anew.
"""

from datetime import date

import pytest

from leerlog.documents.agenda import actions_document, tried_document
from leerlog.documents.journal import config_document
from leerlog.documents.review import review_document
from leerlog.documents.scores import conditions_document, hill_document
from leerlog.documents.share import share_document
from leerlog.documents.sheet import sheet_document
from leerlog.documents.sheet_fit import fitted
from leerlog.domain.agenda import Item
from leerlog.domain.period import month_of, quarter_of
from leerlog.domain.share import Share, leaving, staying
from leerlog.library.content import load_actions, load_principles
from leerlog.render.draw import in_form
from leerlog.reports.actions import ideas, number_actions, remedies
from leerlog.reports.review import build_review, review_for
from leerlog.reports.scores import build_scores, round_before, weakest
from leerlog.reports.sheet import build_sheet
from tests.documents.test_documents import documents
from tests.render.hostile import few
from tests.render.teams import PROBLEMS, TODAY, team_of
from tests.test_golden import hold

__all__ = ["documents"]
ON_SCREEN = ["story", "courses", "course", "entry", "topics", "drafts", "shares"]


@pytest.mark.parametrize("name", ON_SCREEN)
def test_on_a_screen(documents, shown, name):
    """At 80 columns."""
    hold(f"documents/{name}.txt", shown(documents[name], width=80))


@pytest.mark.parametrize("name", ["team", "anonymous", "few"])
def test_the_review_of_a_team(sample, rules, shown, name):
    """By name in Markdown, without names as who hears it gets it."""
    team = team_of(sample, rules, 4 if name == "few" else 6, anonymous=name != "team")
    document = review_document(few(team, 3), PROBLEMS)
    text = in_form(document, "markdown") if name == "team" else shown(document, plain=True, full=True)
    hold(f"documents/{name}.{'md' if name == 'team' else 'txt'}", text)


def test_a_review_as_markdown(sample, rules):
    """What is shared with the manager, and one's own of a month in which there is a little of everything."""
    shared = [entry for entry in sample if "leidinggevende" in entry.share]
    review = review_for("leidinggevende", sample, shared, quarter_of(TODAY), TODAY, rules)
    hold("documents/for.md", in_form(review_document(review), "markdown"))
    november = few(build_review(sample, month_of(TODAY), TODAY, rules), 3)
    hold("documents/month.md", in_form(review_document(november), "markdown"))


def test_a_page_for_a_browser(sample, rules):
    """Its body; how it looks is in its style, and what a browser makes of it in `tests/render/test_browser.py`."""
    review = few(build_review(sample, quarter_of(TODAY), TODAY, rules), 2)
    page = in_form(review_document(review._replace(days=review.days[:3])), "html")
    hold("documents/quarter.html", page[page.index("<body") :])


def test_the_sheet(sample, rules):
    """As a file."""
    course = [entry for entry in leaving(sample, "leidinggevende") if entry.course == "Woo-training"]
    hold("documents/sheet.md", in_form(sheet_document(fitted(build_sheet(course, rules)), "Anja", TODAY), "markdown"))


def test_what_is_shared(sample, shown):
    """Whole, before it leaves."""
    found = leaving([entry for entry in sample if entry.date.month == 10], "team")[:3]
    share = Share("Anja", "team", month_of(date(2026, 10, 1)), "2026-11-23T16:42", "x", found)
    hold("documents/share.txt", shown(share_document(share, staying(sample, found), TODAY, 2), width=80))


def test_scores_with_what_may_help(sample, rules, shown):
    """A HILL round and one of the conditions, each beside the one before."""
    made = []
    for checklist, questions in (("hill", rules.hill), ("conditions", rules.conditions)):
        entry = [each for each in sample if each.checklist == checklist][-1]
        made.append(build_scores(entry, round_before(sample, entry), questions))
    hill, conditions = made
    weak, alike = weakest(hill)
    factors, known = load_actions()
    groups = number_actions(factors)
    hold("documents/hill.txt", shown(hill_document(hill, ideas(weak, load_principles()), alike), width=80))
    advice = remedies(conditions.scores[:2], known, groups)
    hold("documents/conditions.txt", shown(conditions_document(conditions, advice), width=80))
    hold("documents/actions.txt", shown(actions_document(groups[:3]), width=80))


def test_small_ones(shown):
    """Actions that were picked, and the settings."""
    items = [
        Item("a2aaaaaa.1", "a2aaaaaa", TODAY, "", "follow_up", "Lummeltijd inplannen", "Noor", TODAY, days=0),
        Item("a2bbbbbb.1", "a2bbbbbb", TODAY, "", "follow_up", "Vragen", "", None, TODAY, True, result="Ze durft meer"),
    ]
    hold("documents/tried.txt", shown(tried_document(items, TODAY), width=80))
    settings = [("name", "Anja", "standaard"), ("window-days", "14", "config.toml")]
    hold("documents/config.txt", shown(config_document(settings, [("team", "/a/b")], [("leerlog", "/c")]), width=80))
