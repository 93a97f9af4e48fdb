"""Terminal, plain, JSON, Markdown, HTML and CSV: one review, six times the same numbers."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date, time

import pytest

from leerlog.domain.entry import Answer, Entry
from leerlog.domain.period import ALL, quarter_of, span
from leerlog.domain.value import Level
from leerlog.render.pages.review import review_page
from leerlog.render.reviews import private_count, review_text
from leerlog.render.table import HEADS, safe_cell
from leerlog.reports.review import build_review
from leerlog.reports.shown import review_for
from tests.render.conftest import TODAY
from tests.render.hostile import hostile, with_hill

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


def rows_of(text):
    """The rows as a Dutch spreadsheet reads them."""
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def from_csv(text):
    """How many outcomes there are of each level."""
    found = [row["Waarde"] for row in rows_of(text)]
    return {level: found.count(level) for level in Level}


def outcomes(made):
    """The rows that the JSON of a review would give, the fifth level first, the newest first."""
    for level in reversed(made["levels"]):
        items = level["items"] if made.get("anonymous") else reversed(level["items"])
        for item in items:
            told = (item["course"], item.get("by", ""), item["text"])
            kept = "ja" if item.get("private") else ""
            cells = (str(level["number"]), level["id"], item["date"] or "", *map(safe_cell, told), kept, item["entry"])
            yield dict(zip(HEADS, cells, strict=True))


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
    assert from_csv(review_text(quarter, "csv")) == {level: count for level, (count, _) in expected.items()}


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
    told = re.findall(r"^\| ([^|]+) \| (\d?) \| (\d) \| 1 → 5 → 3 \|", review_text(review, "markdown"), re.MULTILINE)
    asked = [(each["title"], each["previous_score"], each["score"]) for each in made["conditions"]]
    assert told == [(title, "" if before is None else str(before), str(score)) for title, before, score in asked]
    assert len(told) > 5


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


def test_every_form_says_who_told_what(rules, shown):
    """Of a turn at a waardecheck, in the lists and in the story; whom somebody was with stays where it is."""
    review = build_review(meeting(), quarter_of(TODAY), TODAY, rules)
    told = {"Ik begin bij het thema": "Noor", "Een dag sneller": "Kees", "Een lege map": ""}
    screen, plain = shown(review_page(review), width=80), shown(review_page(review), plain=True)
    markdown, html = review_text(review, "markdown"), review_text(review, "html")
    made, rows = json.loads(review_text(review, "json")), rows_of(review_text(review, "csv"))
    items = [item for level in made["levels"] for item in level["items"]]
    assert {item["text"]: item.get("by", "") for item in items} == told
    assert {
        step["text"]: step.get("by", "") for story in made["stories"] for step in story["steps"]
    }.items() < told.items()
    assert {row["Tekst"]: row["Wie"] for row in rows} == told
    flat = " ".join(re.sub(r"<[^>]*>", " ", html).split())
    for text, name in (("Ik begin bij het thema", "Noor"), ("Een dag sneller", "Kees")):
        assert screen.count(f"{name} · {text}") == 2, "under its level, and in the story"
        assert len(re.findall(rf", {name}: {text}$", plain, re.MULTILINE)) == 2
        assert len(re.findall(rf" · {name}\*\*\n\n  {text}$", markdown, re.MULTILINE)) == 2
        assert flat.count(f"{name} {text}") == 2
    for page in (screen, plain, markdown, html, json.dumps(made)):
        assert "Anja" not in page


@pytest.fixture(scope="module")
def reviews(quarter, sample, rules):
    """By name: a good one, one with a course just ended, of everything, of nothing, for others, and a hostile one."""
    shared = [entry for entry in sample if "team" in entry.share]
    then = date(2026, 11, 8)
    ticked = quarter.agreed[0]._replace(ticked=True)  # by hand, on a day that nobody noted
    return {
        "good": replace(with_hill(quarter), agreed=(ticked, *quarter.agreed[1:])),
        "whole": build_review(sample, ALL, TODAY, rules),
        "fresh": build_review([entry for entry in sample if entry.date <= then], quarter_of(then), then, rules),
        "empty": build_review([], quarter_of(TODAY), TODAY, rules),
        "quiet": build_review(sample, quarter_of(date(2027, 2, 1)), TODAY, rules),
        "others": review_for("team", sample, shared, quarter_of(TODAY), TODAY, rules),
        "hostile": hostile(with_hill(quarter)),
    }


@pytest.mark.parametrize("name", ["good", "fresh", "whole", "empty", "quiet", "others", "hostile"])
def test_the_table_is_the_json_laid_out(reviews, name):
    """Row by row and cell by cell; of one's own and of a team the same columns."""
    review = reviews[name]
    rows = rows_of(review_text(review, "csv"))
    assert rows == [*outcomes(json.loads(review_text(review, "json")))]
    assert len(rows) == sum(tally.count for tally in review.levels)
    assert review_text(review, "csv").startswith(";".join(HEADS) + "\n")


def test_no_column_is_idle(reviews, rules):
    """Together these reviews fill all of them, so that what holds of the rows above holds of something."""
    found = [*reviews.values(), build_review(meeting(), quarter_of(TODAY), TODAY, rules)]
    rows = [row for each in found for row in rows_of(review_text(each, "csv"))]
    assert {name for row in rows for name, text in row.items() if text} == set(HEADS)


def test_the_newest_of_the_fifth_level_comes_first(quarter):
    """As on the screen."""
    rows = rows_of(review_text(quarter, "csv"))
    order = [(row["Niveau"], row["Datum"]) for row in rows]
    assert order == sorted(order, reverse=True)
    assert order[0][0] == "5"


def test_what_is_private_is_marked(quarter):
    """Every outcome that has such a mark."""
    told = [each for tally in reversed(quarter.levels) for each in reversed(tally.items)]
    rows = rows_of(review_text(quarter, "csv"))
    assert [row["Privé"] == "ja" for row in rows] == [each.private for each in told]
    assert private_count(quarter) >= 1
    assert "ja" in {row["Privé"] for row in rows}


@pytest.mark.parametrize("period", [ALL, span("", "2026-10-01", TODAY)])
def test_no_form_tells_of_a_period_without_an_end(sample, rules, shown, period):
    """Where a period is open the first and the last note say from when it is, and of nothing that is told too."""
    review = build_review(sample, period, TODAY, rules)
    days = [entry.date.isoformat() for entry in sample if entry.date in period]
    made = json.loads(review_text(review, "json"))
    assert made["period"] == {"start": min(days), "end": max([*days, *made_end(period)]), "label": period.label}
    for each in (review, build_review([], period, TODAY, rules)):
        forms = [review_text(each, form) for form in ("json", "markdown", "html", "csv")]
        for text in (*forms, shown(review_page(each)), shown(review_page(each), plain=True)):
            assert not re.search(r"0001|9999|\b1 januari 1\b", text)


def made_end(period):
    """The last day of a period that has one."""
    return [period.end.isoformat()] if period.end < date.max else []


UNSEEN = (
    "",
    " ",
    "   ",
    "\u200b",
    "\u00a0",
    "\ufeff",
    "\t",
    "\r",
    "\n",
    "\r\n ",
    "\u2060\u3000\u00ad",
    "\u202e",
    "\x00",
)


@pytest.mark.parametrize("before", UNSEEN)
@pytest.mark.parametrize("sign", "=+-@＝＋－＠﹣")
def test_no_cell_is_a_formula(before, sign):
    """A spreadsheet shows it as it was typed, whatever cannot be seen in front of it and however wide the sign."""
    assert safe_cell(f"{before}{sign}1+1").startswith("'")
    assert safe_cell(f"{before}{sign}1+1").endswith(f"{sign}1+1")


@pytest.mark.parametrize("before", UNSEEN)
def test_ordinary_cells_stay_as_they_are(before):
    """Only the first sign to be seen counts; control characters other than tabs are shown."""
    for text in ("", "a=b", "1-2", "e-mail@x", "één\ntwee", "a\tb", "–1", "=".join("ab")):
        assert not safe_cell(before + text).startswith("'")
        assert safe_cell(text) == text
    assert safe_cell("a\x1b[31m\x9b") == "a␛[31m<U+009B>"


def test_a_hostile_review_is_still_a_table(quarter, monkeypatch):
    """As many rows and columns as before, and no formula in any of them."""
    many = len(rows_of(review_text(quarter, "csv")))
    for nasty in (None, "=1+1"):
        for name in ("NASTY", "LINE") if nasty else ():
            monkeypatch.setattr(f"tests.render.hostile.{name}", nasty)
        rows = rows_of(review_text(hostile(quarter), "csv"))
        assert len(rows) == many
        assert all(len(row) == len(HEADS) and None not in row for row in rows)
    assert {name for row in rows for name, text in row.items() if text == "'=1+1"} == {"Leertraject", "Wie", "Tekst"}
    assert not [text for row in rows for text in row.values() if text.startswith("=")]
