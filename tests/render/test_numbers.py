"""Terminal, plain, JSON, Markdown, HTML and CSV: one review, six times the same numbers."""

import json
import re
from dataclasses import replace
from datetime import date, time

import pytest

from leerlog.domain.entry import Answer, Entry
from leerlog.domain.period import ALL, quarter_of
from leerlog.domain.value import Level
from leerlog.render.pages.review import review_page
from leerlog.render.reviews import private_count, review_text
from leerlog.render.rows import safe_cell
from leerlog.render.table import COLUMNS
from leerlog.reports.review import build_review
from leerlog.reports.shown import review_for
from tests.render.conftest import TODAY
from tests.render.hostile import hostile, with_hill
from tests.render.tables import lines, of_own, part_of, rows_of, same, same_lists

Found = dict[str, tuple[int, int]]


def cells_of(html):
    rows = re.findall(r"<tr class=\"\w+\">(.*?)</tr>", html, re.DOTALL)
    cells = [re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL) for row in rows]
    return [[" ".join(re.sub(r"<[^>]*>", " ", cell).split()) for cell in row] for row in cells]


def from_html(text) -> Found:
    return {row[0].split()[-1].lower(): (int(row[2]), int(row[3])) for row in cells_of(text) if row[0][0].isdigit()}


def from_markdown(text) -> Found:
    found = re.findall(r"^\| \d \| (\w+) \| (\d+) \| (\d+) \|", text, re.MULTILINE)
    return {name.lower(): (int(count), int(before)) for name, count, before in found}


def from_json(text) -> Found:
    return {level["id"]: (level["count"], level["previous_count"]) for level in json.loads(text)["levels"]}


def from_plain(text) -> Found:
    found = re.findall(r"^Waarde, (\w+): (\d+), vorig kwartaal (\d+)$", text, re.MULTILINE)
    return {name: (int(count), int(before)) for name, count, before in found}


def from_csv(text) -> Found:
    rows = [row for row in part_of(text, "level") if row["level"]]
    return {row["level"]: (int(row["count"]), int(row["previous"])) for row in rows}


def test_every_form_has_the_same_counts(quarter, shown):
    """Per level, and that of the period before."""
    expected = {tally.level.value: (tally.count, tally.previous_count) for tally in quarter.levels}
    assert from_plain(shown(review_page(quarter), plain=True)) == expected
    assert from_json(review_text(quarter, "json")) == expected
    assert from_markdown(review_text(quarter, "markdown")) == expected
    assert from_html(review_text(quarter, "html")) == expected
    screen = shown(review_page(quarter), width=80)
    for level, (count, _) in expected.items():
        assert re.search(rf"{level.capitalize()} +█+ +{count} ", screen)
    table = review_text(quarter, "csv")
    assert from_csv(table) == expected
    rows = part_of(table, "yield")
    assert {level: len([row for row in rows if row["level"] == level]) for level in Level} == {
        level: count for level, (count, _) in expected.items()
    }


def test_every_form_has_the_same_totals(quarter, shown):
    """Notes, what is to be weighed, days, and how much was done."""
    pages = [shown(review_page(quarter), plain=True), review_text(quarter, "markdown"), review_text(quarter, "html")]
    for page in pages:
        text = " ".join(re.sub(r"<[^>]*>", " ", page).split())
        assert re.search(rf"(?i)notities: {quarter.count}\b|\b{quarter.count} notities", text)
        assert f"{len(quarter.days)} dagen met een notitie" in text
    made = json.loads(review_text(quarter, "json"))
    assert made["unvalued"]["count"] == quarter.unvalued.count
    assert made["days"] == {day.isoformat(): number for day, number in quarter.days}
    assert sum(made["days"].values()) == quarter.count
    table = review_text(quarter, "csv")
    assert len([row for row in part_of(table, "yield") if not row["level"]]) == quarter.unvalued.count
    ((notes, before),) = ((row["count"], row["previous"]) for row in part_of(table, "period"))
    assert (int(notes), int(before)) == (quarter.count, quarter.previous_count)
    assert {row["date"]: int(row["count"]) for row in part_of(table, "day")} == made["days"]
    for page in pages[1:]:
        assert f"{sum(not item.open for item in quarter.agreed)} van {len(quarter.agreed)} gedaan" in page


def test_every_form_has_the_same_hill_and_conditions(quarter, shown):
    """With three rounds there is a line of them on the screen."""
    review = with_hill(quarter)
    screen, plain = shown(review_page(review)), shown(review_page(review), plain=True)
    assert "▁█▄  " in screen
    assert ", daarvoor 1\n" in plain
    made = json.loads(review_text(review, "json"))
    assert made["hill"][0]["total"] == 3
    assert made["conditions"][0]["rounds"][1] == {"date": "2026-09-22", "score": 5}
    assert "| Urgentiebesef | 3 | 3 |" in review_text(review, "markdown")
    html = " ".join(re.sub(r"<[^>]*>", " ", review_text(review, "html")).split())
    assert re.search(r"Urgentiebesef 3 van 3", html)
    assert re.search(r"HILL van [\w-]+ 3 van 6", html)
    page = review_text(review, "html")
    drawn = re.search(r'<svg class="span rounds".*?</svg>', page)
    days = re.findall(r'<text x="([\d.]+)%" y="12" text-anchor="middle">([^<]+)</text>', page)
    assert days[-3:] == [("16.7", "1 mrt"), ("50.0", "22 sep"), ("83.3", "12 nov")]
    assert drawn
    # From 47 for a 1 up to 5 for a 5.
    found = re.findall(r'<circle cx="([\d.]+)%" cy="([\d.]+)"', drawn[0])
    assert found == [("16.7", "47.0"), ("50.0", "5.0"), ("83.3", "26.0")]
    assert '<span class="vh">, daarvoor 1</span>' in page
    table = review_text(review, "csv")
    hill = [(row["title"], row["score"], row["most"], row["previous"]) for row in part_of(table, "hill")]
    assert hill == [("Urgentiebesef", "3", "3", "2"), ("Eigenaarschap", "0", "3", "")]
    scores = {row["title"]: row["score"] for row in part_of(table, "condition")}
    lines = re.findall(r"^\| ([^|]+) \| (\d?) \| (\d) \| 1 → 5 → 3 \|", review_text(review, "markdown"), re.MULTILINE)
    assert [(row["title"], row["previous"], row["score"]) for row in part_of(table, "condition")] == lines
    assert len(lines) == len(scores) == len(review.conditions) > 5
    rounds = part_of(table, "round")
    assert [row["score"] for row in rounds if row["title"] == rounds[0]["title"]] == ["1", "5", "3"]


def meeting():
    """Two turns at a waardecheck, of which one builds on the other, and a moment with a colleague."""
    day, at = date(2026, 11, 2), time(9)
    noor = Answer("applied", "Ik begin bij het thema", "Wat doe je er anders door?", Level.TOEGEPAST)
    kees = Answer("others", "Een dag sneller", "Wat merken anderen ervan?", Level.GEREALISEERD)
    mine = Answer("surprise", "Een lege map", "Wat heeft jou verwonderd?")
    return [
        Entry("a2nnnnnn", day, at, "waardecheck", "Waardecheck", people=("Noor",), answers=(noor,)),
        Entry("a2kkkkkk", day, at, "waardecheck", "", people=("Kees",), builds_on=("a2nnnnnn",), answers=(kees,)),
        Entry("a2mmmmmm", day, at, "moment", "Moment", people=("Anja",), value=Level.BELEVING, answers=(mine,)),
    ]


def test_every_form_says_who_told_what(glass, shown):
    """Of a turn at a waardecheck, in the lists and in the story; whom somebody was with stays where it is."""
    review = build_review(meeting(), quarter_of(TODAY), TODAY, glass)
    told = {"Ik begin bij het thema": "Noor", "Een dag sneller": "Kees", "Een lege map": ""}
    screen, plain = shown(review_page(review), width=80), shown(review_page(review), plain=True)
    markdown, html = review_text(review, "markdown"), review_text(review, "html")
    made, rows = json.loads(review_text(review, "json")), part_of(review_text(review, "csv"), "yield")
    items = [item for level in made["levels"] for item in level["items"]]
    assert {item["text"]: item.get("by", "") for item in items} == told
    assert {
        step["text"]: step.get("by", "") for story in made["stories"] for step in story["steps"]
    }.items() < told.items()
    assert {row["text"]: row.get("by", "") for row in rows} == told
    flat = " ".join(re.sub(r"<[^>]*>", " ", html).split())
    for text, name in (("Ik begin bij het thema", "Noor"), ("Een dag sneller", "Kees")):
        assert screen.count(f"{name} · {text}") == 2, "under its level, and in the story"
        assert len(re.findall(rf", {name}: {text}$", plain, re.MULTILINE)) == 2
        assert len(re.findall(rf" · {name}\*\*\n\n  {text}$", markdown, re.MULTILINE)) == 2
        assert flat.count(f"{name} {text}") == 2
    for page in (screen, plain, markdown, html, json.dumps(made)):
        assert "Anja" not in page


@pytest.fixture(scope="module")
def reviews(quarter, sample, glass):
    """By name: a good one, one with a course just ended, of everything, of nothing, for others, and a hostile one."""
    shared = [entry for entry in sample if "team" in entry.share]
    then = date(2026, 11, 8)
    ticked = quarter.agreed[0]._replace(ticked=True)  # by hand, on a day that nobody noted
    return {
        "good": replace(with_hill(quarter), agreed=(ticked, *quarter.agreed[1:])),
        "whole": build_review(sample, ALL, TODAY, glass),
        "fresh": build_review([entry for entry in sample if entry.date <= then], quarter_of(then), then, glass),
        "empty": build_review([], quarter_of(TODAY), TODAY, glass),
        "quiet": build_review(sample, quarter_of(date(2027, 2, 1)), TODAY, glass),
        "others": review_for("team", sample, shared, quarter_of(TODAY), TODAY, glass),
        "hostile": hostile(with_hill(quarter)),
    }


@pytest.mark.parametrize("name", ["good", "fresh", "whole", "empty", "quiet", "others", "hostile"])
def test_the_table_is_the_json_laid_out(reviews, name):
    """Row by row and cell by cell, every part of it."""
    review = reviews[name]
    rows = rows_of(review_text(review, "csv"))
    made = json.loads(review_text(review, "json"))
    assert same(rows, of_own(made), COLUMNS)


def test_no_part_or_column_is_idle(reviews):
    """Together these reviews fill all of them, so that what holds of the rows above holds of something."""
    found = [row for each in reviews.values() for row in rows_of(review_text(each, "csv"))]
    assert {name for row in found for name, text in row.items() if text} == set(COLUMNS)
    parts = "period agreed level yield story expected came stuck obstacle ask follow_up course hill condition round day"
    assert list(dict.fromkeys(row["part"] for row in found)) == [*parts.split(), "talk", "audience"]
    assert {row["done"] for row in found} > {"", "true"}


def test_markdown_has_as_much_of_every_part_as_the_table(quarter):
    """Items and how many of them are done, stories, courses and questions."""
    markdown, table = review_text(quarter, "markdown"), review_text(quarter, "csv")
    assert same_lists(markdown, table)
    assert lines(markdown, "Blijft liggen", "- ") == len(part_of(table, "stuck")) > 0
    assert lines(markdown, "Leertrajecten", "- ") == len(part_of(table, "course")) > 0


def test_what_is_private_is_marked(quarter):
    """Every text that has such a mark, in its part; what can have none says nothing."""
    table = review_text(quarter, "csv")
    items = [each for tally in (*quarter.levels, quarter.unvalued) for each in tally.items]
    found = {
        "agreed": quarter.agreed,
        "yield": items,
        "story": [step for story in quarter.stories for step in story.steps],
        "came": [each.came for story in quarter.stories for each in story.expected if each.came],
        "stuck": quarter.stuck,
        "obstacle": quarter.obstacles,
        "ask": quarter.asks,
        "follow_up": quarter.follow_ups,
    }
    for part, told in found.items():
        assert [row["private"] for row in part_of(table, part)] == [str(each.private).lower() for each in told]
    assert {row["private"] for row in rows_of(table) if row["part"] not in found} == {""}
    assert "true" in {row["private"] for row in part_of(table, "yield")}
    assert private_count(quarter) >= 1


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1", '=HYPERLINK("http://x")'])
def test_no_cell_is_a_formula(text):
    """A spreadsheet shows it as it was typed."""
    assert safe_cell(text).startswith("'" + text[0].replace("\r", "␍"))


def test_ordinary_cells_stay_as_they_are():
    """Only the beginning counts; other control characters are shown."""
    for text in ("", "a=b", "1-2", "e-mail@x", "één\ntwee", "a\tb"):
        assert safe_cell(text) == text
    assert safe_cell("a\x1b[31m\x9b") == "a␛[31m<U+009B>"


def test_a_hostile_review_is_still_a_table(quarter):
    """As many rows and columns as before."""
    review = with_hill(quarter)
    rows = rows_of(review_text(hostile(review), "csv"))
    assert len(rows) == len(rows_of(review_text(review, "csv")))
    assert all(len(row) == len(COLUMNS) and None not in row for row in rows)


def test_no_part_has_a_formula(quarter, monkeypatch):
    """Whatever a person can type, in every column where it comes."""
    for name in ("NASTY", "LINE"):
        monkeypatch.setattr(f"tests.render.hostile.{name}", "=1+1")
    rows = rows_of(review_text(hostile(with_hill(quarter)), "csv"))
    found = {(row["part"], name) for row in rows for name, text in row.items() if text == "'=1+1"}
    assert not [text for row in rows for text in row.values() if text.startswith("=")]
    assert found >= {
        *((part, name) for part in ("agreed", "obstacle", "ask", "follow_up") for name in ("text", "who", "result")),
        *((part, name) for part in ("yield", "stuck", "story") for name in ("text", "course", "by")),
        *((part, "title") for part in ("story", "expected")),
        *((part, "course") for part in ("expected", "course", "hill")),
        *((part, "text") for part in ("expected", "course", "condition")),
    }
