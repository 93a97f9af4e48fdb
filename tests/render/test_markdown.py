import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from leerlog.documents.review import review_document
from leerlog.domain.outcome import Outcome
from leerlog.domain.period import quarter_of
from leerlog.render.guarded import block, inline
from leerlog.render.markdown import markdown
from leerlog.reports.review import build_review
from tests.render.hostile import NASTY, hostile

READER = MarkdownIt("commonmark").enable("table")
TODAY = date(2026, 11, 23)


def markdown_of(review):
    """A review as Markdown."""
    return markdown(review_document(review))


pieces = st.sampled_from(
    ["# ", "## ", "===", "---", "- ", "> ", "1. ", "```", "~~~", "<b>", "<!--", "-->", "<script>", "[a]: b", "![x](y)",
     "\\", " ", "  ", "    ", "\n", "\n\n", "tekst", "|", "*", "_", "`", "[", "](http://x)", "\t", "é", "- [x] "]
)  # fmt: skip
texts = st.lists(pieces, max_size=14).map("".join)


def headings(text):
    tokens = READER.parse(text)
    return [
        (token.tag, tokens[at + 1].content)
        for at, token in enumerate(tokens)
        if token.type == "heading_open"
    ]  # fmt: skip


def kinds(text):
    tokens = READER.parse(text)
    return {token.type for token in tokens} | {child.type for token in tokens for child in token.children or ()}


@given(texts)
def test_a_note_stays_inside_its_own_item(text):
    """Whatever it holds: no heading, tag or picture of its own, and what comes after it is still there."""
    written = f"- **dag**\n\n  {block(text, '  ')}\n\n## Erna\n\n[a]\n"
    assert headings(written) == [("h2", "Erna")]
    assert not kinds(written) & {"html_block", "html_inline", "image"}
    assert [token.content for token in READER.parse(written) if token.type == "inline"][-1] == "[a]"


@given(texts)
def test_words_on_one_line_are_words(text):
    """In a heading, an item and a cell the text reads as it was typed, its spaces folded."""
    said = " ".join(text.replace("\t", " ").split())
    for written in (f"### {inline(text)}", f"- [ ] {inline(text)}", f"| a |\n| --- |\n| {inline(text)} |"):
        found = [token for token in READER.parse(written) if token.type == "inline"]
        plain = "".join(child.content for child in found[-1].children) if found else ""
        assert {child.type for token in found for child in token.children} <= {"text", "text_special"}
        assert plain.removeprefix("[ ] ") == said or (not said and plain in ("", "[ ]", "a"))


def test_the_parts_of_the_review_are_headings_in_their_order(quarter):
    """One title, and below it what the terminal shows."""
    found = headings(markdown_of(quarter))
    assert [tag for tag, _ in found].count("h1") == 1
    names = [name for tag, name in found if tag == "h2"]
    assert names == [
        "Afgesproken, en wat ervan kwam", "Wat het leren bracht", "Verhalen", "Blijft liggen", "Belemmeringen",
        "Vragen aan het team", "Wie heeft er baat bij", "Nieuwe afspraken", "Leertrajecten", "Nog niet gebruikt",
        "Condities", "Dagen", "Om over te praten",
    ]  # fmt: skip


def test_every_text_of_the_review_is_in_it(quarter):
    """Whole, whatever the screen leaves out."""
    told = " ".join(markdown_of(quarter).split())
    texts = [each.text for tally in quarter.levels for each in tally.outcomes]
    texts += [item.text for item in (*quarter.agreed, *quarter.obstacles, *quarter.asks, *quarter.follow_ups)]
    assert [text for text in texts if " ".join(text.split()) not in told] == []


def test_items_are_a_task_list(quarter):
    """Ticked when they are done, with who and when."""
    told = markdown_of(quarter)
    assert "- [x] De lijst met 23 resultaten staat er nog (wie: Kees, weggenomen 8 oktober 2026)\n" in told
    assert "- [ ] Titels worden na 200 tekens afgeknipt (wie: Kees)\n" in told


def test_what_someone_types_does_not_change_the_outline(quarter, rules):
    """A note full of markup adds no heading, and no control character gets through."""
    quarter = quarter._replace(hill=())  # the hostile courses are all called the same
    made = hostile(quarter)
    told = markdown_of(made)
    assert len(headings(told)) == len(headings(markdown_of(quarter._replace(unused=made.unused))))
    assert not kinds(told) & {"html_block", "html_inline", "image"}
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", told)


@pytest.mark.parametrize("text", ["# kop", "tekst\n===", "<div>", "- # kop", "> ## kop"])
def test_a_guarded_note_still_reads(text):
    """One backslash, no more."""
    assert block(text).count("\\") == 1


def test_code_in_a_note_is_left_alone():
    """Closed and at the margin; in a list it may end sooner than it seems."""
    assert block("```\n# geen kop\n<b>\n```") == "```\n# geen kop\n<b>\n```"
    assert "\\# kop" in block("- a\n  ```\n# kop\n  ```")


def test_an_empty_period_is_told_kindly(rules):
    """With the command to try."""
    told = markdown_of(build_review([], quarter_of(TODAY), TODAY, rules))
    assert "Dat geeft niet" in told
    assert "`leerlog moment --on 2026-11-23`" in told


def test_a_megabyte_is_written_in_no_time(quarter):
    """Every rule looks once."""
    long = Outcome("k3f9qa2b", TODAY, "", "surprise", NASTY * 2500)
    level = quarter.levels[0]._replace(outcomes=(long,))
    assert len(markdown_of(quarter._replace(levels=(level, *quarter.levels[1:])))) > 1_000_000
