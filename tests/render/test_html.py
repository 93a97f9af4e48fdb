import base64
import hashlib
import re
from datetime import date
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlog.documents.review import review_document
from leerlog.domain.outcome import Outcome
from leerlog.domain.period import ALL, month_of, quarter_of, week_of, year_of
from leerlog.errors import ContentError
from leerlog.render import html as forms
from leerlog.render.html import html
from leerlog.render.notes import MOST, REST, note
from leerlog.reports.review import build_review
from tests.render.hostile import NASTY, hostile

TODAY = date(2026, 11, 23)


def html_of(review):
    """The page of a review."""
    return html(review_document(review))


class Reader(HTMLParser):
    """The tags with their attributes, and the text."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.text = [], ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


def test_the_page_asks_for_nothing_and_runs_nothing(quarter):
    """No script, no address of elsewhere, and a policy that would refuse both."""
    page = html_of(quarter)
    reader = Reader(page)
    assert {tag for tag, _ in reader.tags} & {"script", "link", "img", "iframe", "object", "form", "base"} == set()
    assert not [name for _, attrs in reader.tags for name in attrs if name.startswith("on") or name in ("src", "style")]
    policy = next(attrs["content"] for _, attrs in reader.tags if attrs.get("http-equiv") == "Content-Security-Policy")
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in style
    assert "@import" not in style


def test_a_hostile_review_is_only_text(quarter):
    """Nothing of it becomes a tag, a template or a link that runs; what controls is made visible."""
    page = html_of(hostile(quarter))
    reader = Reader(page)
    assert {tag for tag, _ in reader.tags} & {"script", "img"} == set()
    assert page.count("<style>") == 1
    links = [attrs for tag, attrs in reader.tags if tag == "a" and not attrs["href"].startswith("#")]
    assert {attrs["href"] for attrs in links} == {"https://example.org", "http://evil.example/b.png"}  # no picture
    assert {attrs["rel"] for attrs in links} == {"noopener noreferrer"}
    assert "{{ 7*7 }}" in reader.text
    assert "␛[31mrood<U+009B>0m <U+202E>txet שלום 👩‍💻" in reader.text
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", page)


@given(st.lists(st.sampled_from([*"<>&\"'`*_[]()!#-=\\\n 1.:/", "a", "javascript:", "https://x", "<!--", "data:"])))
def test_any_note_is_well_formed_and_tame(parts):
    """Only the few tags of running text, and links that go to the web or to mail."""
    text = "".join(parts)
    tree = ElementTree.fromstring(f"<div>{note(text)}</div>".replace("<br>", "<br/>").replace("<hr>", "<hr/>"))
    tags = {each.tag for each in tree.iter()}
    assert tags <= {"div", "p", "em", "strong", "s", "code", "pre", "ul", "ol", "li", "blockquote", "a", "br", "hr"}
    assert all(each.get("href").lower().startswith(("http", "mailto:")) for each in tree.iter("a"))


def test_a_note_keeps_its_lines_and_lists():
    """As somebody sees them while typing."""
    assert str(note("een\ntwee")) == "<p>een<br />\ntwee</p>\n"
    assert "<li>a</li>" in note("- a\n- b")
    assert str(note("# Kop")) == '<p class="loud">Kop</p>\n'
    assert str(note("gewoon, 3 < 4")) == "<p>gewoon, 3 &lt; 4</p>\n"


def test_of_a_megabyte_the_page_has_the_beginning(quarter):
    """And says where the rest is; up to that it is read as Markdown, whatever it looks like."""
    for text, cut in ((NASTY * 2000, True), ("[" * MOST, False), ("> " * (MOST // 2), False), ("- a\n" * MOST, True)):
        level = quarter.levels[0]._replace(outcomes=(Outcome("k3f9qa2b", TODAY, "", "surprise", text),))
        page = html_of(quarter._replace(levels=(level, *quarter.levels[1:])))
        assert "<script>" not in page
        assert (REST in page) == cut
        assert len(page) < 3 * len(html_of(quarter)) or not cut


def test_an_empty_period_is_told_kindly(rules):
    """With the command to try, and no charts of nothing."""
    text = Reader(html_of(build_review([], quarter_of(TODAY), TODAY, rules))).text
    assert "Dat geeft niet" in text
    assert "leerlog moment --on 2026-11-23" in text
    assert "Waardeniveau" not in text


@pytest.mark.parametrize("period", [ALL, year_of(TODAY), month_of(TODAY), week_of(TODAY), quarter_of(date(2026, 8, 1))])
def test_every_period_has_a_page(sample, rules, period):
    """With its own number of notes."""
    review = build_review(sample, period, TODAY, rules)
    text = " ".join(Reader(html_of(review)).text.split())
    assert f"{review.count} notities" in text


def test_without_its_style_it_says_what_to_do(quarter, monkeypatch, tmp_path):
    """In Dutch, as for the questions."""
    monkeypatch.setattr(forms, "STYLE", tmp_path / "weg")
    with pytest.raises(ContentError, match="Installeer leerlog opnieuw"):
        html_of(quarter)


def test_a_private_answer_is_marked(quarter):
    """Whoever shows this to the team sees which words were meant for themselves."""
    assert html_of(quarter).count('<span class="private">privé</span>') >= 1


def test_what_was_expected_stands_beside_what_came(quarter):
    """In the story of its course."""
    text = Reader(html_of(quarter)).text
    assert (
        text.index("Verwacht van Woo-training")
        < text.index("Een verzoek kost een dag minder")
        < text.rindex("Wat ervan kwam")
    )


def test_a_part_with_nothing_is_quiet(sample, rules):
    """So that what is empty is seen at a glance."""
    review = build_review(sample, year_of(TODAY), TODAY, rules)
    nothing = [number for part in review.matrix for number in part.counts.values() if not number]
    assert html_of(review).count('"of quiet">0<') == len(nothing) > 0
