"""The review of a team in all of its forms: the same numbers, and of an anonymous one nobody's name or day."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from leerlog.domain.period import ALL, quarter_of
from leerlog.render.pages.team import team_page
from leerlog.render.reviews import team_text
from leerlog.render.table import HEADS
from leerlog.render.team_telling import scored
from leerlog.render.team_view import DOERS, EACH, NOTES, TALES, TASKS
from leerlog.reports.members import Member
from leerlog.reports.spread import Reach
from leerlog.reports.team import build_team
from tests.render.teams import NAMES, PROBLEMS, TODAY, hostile_team, team_of
from tests.render.test_html import Reader
from tests.render.test_markdown import headings, kinds
from tests.render.test_numbers import (
    cells_of,
    from_csv,
    from_html,
    from_json,
    from_markdown,
    from_plain,
    outcomes,
    rows_of,
)

FORMS = ("json", "markdown", "html", "csv")
REACH = ("lowest", "median", "highest", "count")


@pytest.fixture(scope="module")
def team(sample, rules):
    return team_of(sample, rules)


@pytest.fixture(scope="module")
def nameless(sample, rules):
    return team_of(sample, rules, anonymous=True)


def test_every_form_has_the_same_levels(team, nameless, shown):
    """Per level, and that of the period before; the table has a row for each. Without names there is none before."""
    expected = {each.level.value: (each.count, each.previous_count) for each in team.levels}
    assert all(count and before is not None for count, before in expected.values())
    alone = {level: (count, None) for level, (count, _) in expected.items()}
    assert from_json(team_text(nameless, "json")) == alone
    for text in (team_text(nameless, "markdown"), team_text(nameless, "html"), shown(team_page(nameless), plain=True)):
        assert "vorig kwartaal" not in text
        assert all(re.search(rf"\b{count}\b", text) for count, _ in alone.values())
    assert from_plain(shown(team_page(team), plain=True)) == expected
    assert from_json(team_text(team, "json")) == expected
    assert from_markdown(team_text(team, "markdown")) == expected
    assert from_html(team_text(team, "html")) == expected
    screen = shown(team_page(team), width=80)
    assert from_csv(team_text(team, "csv")) == {level: count for level, (count, _) in expected.items()}
    for level, (count, _) in expected.items():
        assert re.search(rf"{level.capitalize()} +█+ +{count} ", screen)


def test_every_form_has_the_same_totals_and_spread(team, shown):
    """People, notes, what is done, and how the conditions lie."""
    pages = [shown(team_page(team), plain=True), team_text(team, "markdown"), team_text(team, "html")]
    for page in pages:
        text = " ".join(re.sub(r"<[^>]*>", " ", page).split())
        assert re.search(r"(?i)mensen: 6\b|\b6 mensen", text)
        assert re.search(rf"(?i)notities: {team.count}\b|\b{team.count} notities ?, vorig", text)
    done = f"{sum(not item.open for item in team.agreed)} van {len(team.agreed)} gedaan"
    assert all(done in page for page in (*pages[1:], shown(team_page(team))))
    made = json.loads(team_text(team, "json"))
    assert (made["people"], made["count"]) == (6, team.count)
    rows = [row for row in cells_of(pages[2].replace("<tr>", '<tr class="x">')) if len(row) == 5]
    assert team.conditions
    for each in team.conditions:
        spread = (str(each.now.lowest), f"{each.now.median:g}".replace(".", ","), str(each.now.highest))
        people, before = scored(each, team)
        note = f"{people}, {before}"
        assert f"Conditie, {each.title}: laagst {spread[0]}, midden {spread[1]}, hoogst {spread[2]}, {note}" in pages[0]
        assert f"| {each.title} | {' | '.join(spread)} | {note} |" in pages[1]
        assert [f"{each.title} {people} · {before}", "", *spread] in [
            [row[0], "", *row[2:]] for row in rows if row[0].startswith(each.title)
        ]
        found = next(one for one in made["conditions"] if one["question"] == each.question)
        assert tuple(found[name] for name in REACH) == each.now[1:]
        assert [tuple(one[name] for name in ("start", *REACH)) for one in found["rounds"]] == [
            (one.period.start.isoformat(), *one[1:]) for one in each.rounds
        ]


def test_a_trend_has_every_round_of_the_team(team, shown):
    """As a line with its scores, as steps in words, and in the page as dots above the names of their periods."""
    each = team.conditions[0]
    rounds = [
        Reach(quarter_of(date(2025, 8, 1)), 1, 1, 2, 6),
        Reach(quarter_of(date(2026, 5, 1)), 3, 3.5, 5, 6),
        Reach(quarter_of(date(2026, 8, 1)), 4, 4, 4, 6),
    ]
    team = replace(team, conditions=(each._replace(earlier=tuple(rounds)), *team.conditions[1:]))
    middle = f"{each.now.median:g}".replace(".", ",")
    assert "Q3: allemaal 4, daarvoor midden 3,5 en 1\n" in shown(team_page(team), plain=True)
    assert re.search(rf"  ▁▆▆▄ +1 +{middle} +5  {each.title}", shown(team_page(team)))
    assert f"| 1 → 3,5 → 4 → {middle} |" in team_text(team, "markdown")
    page = team_text(team, "html")
    names = re.findall(r'<text x="([\d.]+)%" y="12" text-anchor="middle">([^<]+)</text>', page)
    assert names == [("12.5", "Q3 2025"), ("37.5", "Q2"), ("62.5", "Q3"), ("87.5", "Q4")]
    drawn = re.findall(r'<svg class="span rounds".*?</svg>', page)
    assert [re.findall(r'<circle cx="([\d.]+)%"', one) for one in drawn[:2]] == [
        ["12.5", "37.5", "62.5", "87.5"],
        ["62.5", "87.5"],
    ]
    assert re.findall(r'cy="([\d.]+)"', drawn[0])[:3] == ["47.0", "20.8", "15.5"]  # from 47 for 1 up to 5 for 5
    assert 'y1="36.5" y2="47.0"' in drawn[0] or 'y1="47.0" y2="36.5"' in drawn[0]


def test_it_opens_with_what_was_agreed_and_tells_who(team):
    """Before all numbers; what is new by who does it."""
    for form in ("markdown", "html"):
        text = team_text(team, form)
        assert text.index("Afgesproken, en wat ervan kwam") < text.index("Wat het leren bracht")
        assert all(name in text for name in NAMES)
    assert {row["Wie"] for row in rows_of(team_text(team, "csv"))} == set(NAMES)
    assert "### Kees\n" in team_text(team, "markdown")


def test_an_anonymous_one_names_nobody_and_no_day(nameless, team):
    """Nor a file; it says that a text can give its writer away."""
    for form in FORMS:
        text = team_text(nameless, form, PROBLEMS)
        assert "marjan" not in text
        assert not re.search(r"\ba\w{7}-\d\b", text)  # an id
        assert "schrijver toch verraden" in text or form in ("json", "csv")
    items = [each.text for tally in (*nameless.levels, nameless.unvalued) for each in tally.items]
    told = team_text(nameless, "html")
    for each in items:
        told = told.replace(each, "")
    assert "<time" not in told
    assert "gedaan" not in told
    assert "2 bestanden tellen niet of niet helemaal mee." in team_text(nameless, "markdown", PROBLEMS)
    assert "half.md:12: hier houdt het op" in team_text(team, "html", PROBLEMS)
    assert "van-marjan.md: dit is geen" in team_text(team, "markdown", PROBLEMS)


def everything(team):
    """The review with in every item whatever it can have, and one number and one level that may not be shown."""
    day = date(2026, 11, 2)

    def items(found):
        return tuple(
            item._replace(who="Marjan", due=day, course="Woo", made=day, entry="k3f9qa2b", result="Gelukt")
            for item in found
        )

    return replace(
        team,
        count=None,
        agreed=items(team.agreed),
        levels=(*team.levels[:3], replace(team.levels[3], previous_count=None), replace(team.levels[4], count=None)),
        obstacles=items(team.obstacles),
        asks=items(team.asks),
        follow_ups=tuple(("Marjan", items(found)) for _, found in team.follow_ups),
    )


@pytest.fixture(scope="module")
def teams(sample, rules, team, nameless):
    """By name: with names and without, of nobody, of too few, with what may not be shown, and one that is hostile."""
    nobody = [Member("Anja", ())]
    return {
        "named": team,
        "nameless": nameless,
        "nobody": build_team(nobody, quarter_of(TODAY), TODAY, rules),
        "nobody at all": build_team(nobody, quarter_of(TODAY), TODAY, rules, anonymous=True),
        "few": team_of(sample, rules, 4, anonymous=True),
        "hidden": everything(team),
        "hostile": hostile_team(team),
    }


@pytest.mark.parametrize("name", ["named", "nameless", "nobody", "nobody at all", "few", "hidden", "hostile"])
def test_the_table_is_the_json_laid_out(teams, name):
    """Row by row and cell by cell, in the columns of one's own review."""
    team = teams[name]
    assert rows_of(team_text(team, "csv")) == [*outcomes(json.loads(team_text(team, "json")))]
    assert team_text(team, "csv").startswith(";".join(HEADS) + "\n")


def test_the_table_of_an_anonymous_one_has_only_words_and_levels(nameless):
    """What tells a writer is left out, even if the review would have it."""
    for team in (nameless, everything(nameless)):
        rows = rows_of(team_text(team, "csv"))
        assert len(rows) > 20
        assert {name for row in rows for name, text in row.items() if text} <= {"Niveau", "Waarde", "Tekst"}


@pytest.mark.parametrize("anonymous", [False, True])
def test_of_all_only_those_who_are_named_have_a_first_and_a_last_day(sample, rules, shown, anonymous):
    """The day of the first note would say who wrote it; no form has a day that is none."""
    team = team_of(sample, rules, anonymous=anonymous, period=ALL)
    made = json.loads(team_text(team, "json"))
    days = [entry.date.isoformat() for entry in sample]
    expected = (None, None) if anonymous else (min(days), max(days))
    assert (made["period"]["start"], made["period"]["end"]) == expected
    for text in (
        *(team_text(team, form) for form in FORMS),
        shown(team_page(team)),
        shown(team_page(team), plain=True),
    ):
        assert not re.search(r"0001|9999|\b1 januari 1\b", text)


def test_of_too_few_no_form_has_a_number(sample, rules):
    """Four people and anonymous: no level, no spread, no row."""
    few = team_of(sample, rules, 4, anonymous=True)
    for form in ("html", "markdown"):
        assert "te weinig mensen" in team_text(few, form)
        assert "minder dan 5 mensen" in team_text(few, form)
        assert "gedaan" not in team_text(few, form)
    assert json.loads(team_text(few, "json"))["people"] is None
    assert "Waardeniveau" not in team_text(few, "html") + team_text(few, "markdown")
    assert "Condities" not in team_text(few, "html") + team_text(few, "markdown")
    assert team_text(few, "csv").strip() == ";".join(HEADS)


def test_a_number_that_is_held_back_is_said_to_be(nameless, shown):
    """In the place of its bar, and in every column that would have it."""
    hidden = replace(nameless.levels[4], count=None, items=())
    team = replace(nameless, levels=(*nameless.levels[:4], hidden))
    markdown, html = team_text(team, "markdown"), team_text(team, "html")
    assert html.count('<span class="vh">niet getoond</span></td>') == 1
    assert html.count(">minder dan 5 mensen<") == 1
    assert "| 5 | Herkaderend | niet getoond |" in markdown
    assert "### Herkaderend" not in markdown
    assert re.search(r"5  Herkaderend +minder dan 5 mensen$", shown(team_page(team), width=80), re.MULTILINE)
    assert "Waarde, herkaderend: minder dan 5 mensen\n" in shown(team_page(team), plain=True)
    assert "Waar minder dan 5 mensen aan bijdroegen" in html


def test_a_hostile_team_is_only_text(team):
    """No tag, template, heading or formula of its own, in any form."""
    hostile = hostile_team(team)
    page = team_text(hostile, "html", PROBLEMS)
    reader = Reader(page)
    assert {tag for tag, _ in reader.tags} & {"script", "img"} == set()
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", page)
    told = team_text(hostile, "markdown")
    assert not kinds(told) & {"html_block", "html_inline", "image"}
    assert [name for tag, name in headings(told) if tag == "h1"] == ["Terugblik van het team · vierde kwartaal 2026"]
    assert all(len(row) == len(HEADS) and None not in row for row in rows_of(team_text(hostile, "csv")))


def test_no_cell_has_a_formula(team, monkeypatch):
    """Whatever a person can type, in every column where it comes."""
    for name in ("NASTY", "LINE"):
        monkeypatch.setattr(f"tests.render.teams.{name}", "=1+1")
    rows = rows_of(team_text(hostile_team(team), "csv"))
    assert {name for row in rows for name, text in row.items() if text == "'=1+1"} == {"Leertraject", "Wie", "Tekst"}
    assert not [text for row in rows for text in row.values() if text.startswith("=")]


def test_links_and_headings_of_the_page_are_sound(team, nameless):
    """One h1, no step skipped, and every link leads somewhere."""
    for each in (team, nameless):
        tags = Reader(team_text(each, "html", PROBLEMS)).tags
        ids = [attrs["id"] for _, attrs in tags if "id" in attrs]
        assert len(ids) == len(set(ids))
        asked = {attrs["href"][1:] for tag, attrs in tags if tag == "a" and attrs["href"].startswith("#")}
        assert asked | {attrs["aria-labelledby"] for _, attrs in tags if "aria-labelledby" in attrs} <= set(ids)
        assert [tag for tag, _ in tags].count("h1") == 1


def test_nothing_shared_is_told_kindly(rules):
    """With the command to share."""
    empty = build_team([Member("Anja", ())], quarter_of(TODAY), TODAY, rules)
    for form in ("markdown", "html"):
        assert "leerlog share --to team" in team_text(empty, form)
        assert "Waardeniveau" not in team_text(empty, form)


def test_a_page_for_a_meeting_shows_the_newest_and_says_how_many_more_there_are(team):
    """Nobody reads thousands of notes on a screen; the Markdown has them all."""
    levels = [replace(each, items=each.items * 9, count=each.count * 9) for each in team.levels]
    page = team_text(replace(team, levels=tuple(levels)), "html")
    for each in levels:
        notes = page.partition(f'<section id="{each.level.value}"')[2].partition("</section>")[0]
        assert notes.count("<li>") == min(each.count, NOTES)
        assert f"En nog {each.count - NOTES} notities." in notes


def test_of_long_lists_the_page_shows_the_first(team, nameless):
    """Of what was agreed, of what each person does, and of the people; Markdown has it all."""
    item = team.agreed[0]
    made = tuple((f"Mens {number}", (item,) * 12) for number in range(DOERS + 3))
    long = replace(team, agreed=(item,) * (TASKS + 9), follow_ups=made)
    page = team_text(long, "html")
    assert page.count(f">{item.text}<") == TASKS + DOERS * EACH
    for said in ("En nog 9 afspraken.", "En nog 2 afspraken.", "En nog 3 mensen."):
        assert said in page
    assert team_text(long, "markdown").count(f"] {item.text} (") == TASKS + 9 + 12 * (DOERS + 3)
    page = team_text(replace(nameless, agreed=(), follow_ups=(("", (item,) * (TASKS + 1)),)), "html")
    assert page.count(f">{item.text}<") == TASKS
    assert "En nog 1 afspraak." in page


def test_stories_that_are_not_told_are_counted(team):
    """A page says how many more there are."""
    every = replace(team, stories=team.stories * TALES)
    left = len(every.stories) - TALES
    assert left
    assert f"En nog {left} verhalen." in team_text(every, "html")


def test_of_many_people_the_first_are_named(team, shown):
    """With how many more there are; --full names all, and so does JSON."""
    many = replace(team, names=tuple(f"Mens {number}" for number in range(40)))
    assert "Mens 11 en nog 28" in " ".join(shown(team_page(many), width=80).split())
    assert "Mens 39" not in shown(team_page(many), plain=True)
    assert "Mens 39" in shown(team_page(many, full=True), plain=True)
    assert "Mens 39" in team_text(many, "json")
