import json
import re
from datetime import date

import pytest

from leerlog.documents.review import review_document
from leerlog.domain.period import ALL, quarter_of
from leerlog.domain.period_words import parse_period
from leerlog.domain.text import cells
from leerlog.domain.value import Level
from leerlog.render.data import review_json
from leerlog.reports.review import build_review

TODAY = date(2026, 11, 23)


def numbers_on_screen(text):
    """The counts and changes behind the bars, by level."""
    found = {}
    for level in Level:
        line = next(line for line in text.split("\n") if line.startswith(f"  {level.number}  {level.capitalize()}"))
        count, change = re.search(r" (\d+)(?:\s+([+−=]\d*))?(?:\s+█+)?$", line).groups()
        found[level.value] = (int(count), change)
    return found


def test_screen_plain_and_json_tell_the_same_numbers(quarter, shown):
    """Per level the count and the count before it, and how many notes there are."""
    told = json.loads(review_json(quarter))
    screen, plain = shown(review_document(quarter), width=80), shown(review_document(quarter), plain=True)
    counts = numbers_on_screen(screen)
    for level in told["levels"]:
        change = level["count"] - level["previous_count"]
        sign = "=" if not change else f"{'+' if change > 0 else '−'}{abs(change)}"
        assert counts[level["id"]] == (level["count"], sign)
        assert f"Waarde, {level['id']}: {level['count']}, vorig kwartaal {level['previous_count']}\n" in plain
    assert f"Notities: {told['count']}, vorig kwartaal {told['previous_count']}\n" in plain
    assert f"{told['count']} notities · Q3: {told['previous_count']}" in screen
    waiting = told["unvalued"]
    assert f"Waarde, nog te wegen: {waiting['count']}, vorig kwartaal {waiting['previous_count']}." in plain
    assert re.search(rf"nog te wegen .* {waiting['count']}  ", screen)


def test_full_shows_every_text_whole(quarter, shown):
    """Everything that is in the JSON is on the page."""
    told = json.loads(review_json(quarter))
    texts = [item["text"] for level in told["levels"] for item in level["items"]]
    texts += [step["text"] for story in told["stories"] for step in story["steps"]]
    texts += [item["text"] for name in ("agreed", "obstacles", "asks", "follow_ups", "stuck") for item in told[name]]
    for plain in (True, False):
        text = " ".join(shown(review_document(quarter), full=True, plain=plain).split())
        assert [words for words in texts if " ".join(words.split()) not in text] == []
        assert "met --full" not in text


def test_without_full_what_is_left_out_is_counted(quarter, shown):
    """Five of a level, and how many more there are."""
    text = shown(review_document(quarter), width=80)
    level = quarter.levels[0]
    part = text.split("\nBeleving\n")[1].split("\n\n")[0].split("\n")
    assert len(part) == 6
    assert part[5].strip() == f"… nog {level.count - 5}, met --full alles"
    assert f"Niet getoond: nog {level.count - 5}, met --full alles" in shown(review_document(quarter), plain=True)


@pytest.mark.parametrize("width", [40, 60, 80, 100])
@pytest.mark.parametrize("full", [True, False])
def test_it_fits_every_screen(quarter, shown, width, full):
    """No line is wider than the screen."""
    assert max(cells(line) for line in shown(review_document(quarter), full=full, width=width).split("\n")) <= width


def test_the_parts_come_in_the_order_of_the_conversation(quarter, shown):
    """First what was agreed, last what to talk about."""
    headings = [
        "Afgesproken, en wat ervan kwam",
        "Wat het leren bracht",
        "  5  Herkaderend",
        "  1  Beleving",
        "Herkaderend",
        "Beleving",
        "Verhalen",
        "Blijft liggen",
        "Belemmeringen",
        "Vragen aan het team",
        "Nieuwe afspraken",
        "Leertrajecten",
        "Condities",
        "Om over te praten",
    ]
    text = shown(review_document(quarter), width=80)
    assert [at for h in headings if (at := text.find(f"\n{h}")) < 0] == []
    assert sorted(headings, key=lambda h: text.index(f"\n{h}")) == headings


def test_the_resolved_range_is_always_there(sample, rules, shown):
    """Of everything, the days of the first and the last note."""
    for period, said in (
        (quarter_of(TODAY), "1 oktober t/m 31 december 2026"),
        (ALL, "1 juli t/m 18 december 2026"),
        (parse_period("quarter", "2019-Q2", TODAY), "1 april t/m 30 juni 2019"),
    ):
        page = review_document(build_review(sample, period, TODAY, rules))
        assert said in shown(page)
        assert said.replace("t/m", "tot en met") in shown(page, plain=True)


def test_a_period_that_runs_on_says_how_long(sample, rules, shown):
    """One day is in the singular; on its last day and after it nothing is said."""

    def said(day):
        return shown(review_document(build_review(sample, quarter_of(TODAY), date.fromisoformat(day), rules)))

    assert "nog 38 dagen te gaan" in said("2026-11-23")
    assert "nog 1 dag te gaan" in said("2026-12-30")
    assert "te gaan" not in said("2026-12-31")
    assert "te gaan" not in said("2027-01-05")


def test_everything_has_no_column_of_changes(sample, rules, shown):
    """There is nothing before it."""
    text = shown(review_document(build_review(sample, ALL, TODAY, rules)), width=80)
    assert "t.o.v." not in text
    assert {change for _, change in numbers_on_screen(text).values()} == {None}


def test_of_more_parts_than_fit_those_to_come_give_way(sample, rules, shown):
    """How many there are at both ends is said; with --full all are there."""
    year = parse_period("year", "2026", TODAY)
    review = build_review(sample, year, date(2026, 8, 10), rules, "week")
    lines = shown(review_document(review), width=60).split("\n")
    assert next(line for line in lines if line.startswith("    week")).split()[-2:] == ["33", "samen"]
    assert "    … nog 22 ervoor en 20 erna, met --full alles" in lines
    whole = shown(review_document(review), width=60, full=True)
    assert {f"{at}" for at in range(1, 54)} <= set(whole.split())
    assert " erna, " not in whole
    begun = shown(review_document(build_review(sample, year, date(2026, 1, 2), rules, "week")), width=60)
    assert "week          1 " in begun
    assert "nog 42 erna" in begun


def test_who_hears_many_parts_hears_those_with_something(sample, rules, shown):
    """Of a few all are said, also that there is nothing."""
    year = parse_period("year", "2026", TODAY)
    text = shown(review_document(build_review(sample, year, TODAY, rules, "week")), plain=True)
    assert "Waarde, herkaderend, waarvan: week 40 1, week 41 1, week 47 1, week 49 2, verder niets\n" in text
    assert "Waarde, herkaderend, waarvan: Q1 0, Q2 0, Q3 1, Q4 4\n" in shown(
        review_document(build_review(sample, year, TODAY, rules)), plain=True
    )


def test_an_empty_period_is_told_kindly(rules, shown):
    """With its range, and the command to write something down after all."""
    past = shown(review_document(build_review([], parse_period("month", "2026-08", TODAY), TODAY, rules)))
    assert "1 augustus t/m 31 augustus 2026" in past
    assert "leerlog moment --on 2026-08-31" in past
    assert "Waarde" not in past
    future = shown(review_document(build_review([], quarter_of(date(2027, 2, 1)), TODAY, rules)))
    assert "moet nog beginnen" in future
    for plain in (True, False):
        assert shown(review_document(build_review([], ALL, TODAY, rules)), plain=plain)


def test_a_private_answer_is_marked(quarter, shown):
    """Whoever shows this to the team sees which words were meant for themselves."""
    assert "Woo-training · privé · Ik lakte soms ook" in shown(review_document(quarter))
    assert "Herkaderend, 19 november 2026, Woo-training, privé: Ik lakte" in shown(review_document(quarter), plain=True)


def test_what_is_expected_stands_under_its_story(quarter, shown):
    """Beside what came of it."""
    text = shown(review_document(quarter), full=True)
    story = text.split("\n  Woo-training\n")[1].split("\n\n")[0]
    assert re.search(r"gerealiseerd .*\n\s+verwacht\s+van Woo-training: Een verzoek kost een dag minder", story)


def test_a_long_story_keeps_the_steps_that_brought_it_further(quarter, shown):
    """The first, the last, and each higher level; what is left out is counted."""
    story = next(each for each in quarter.stories if each.title == "Balie")
    text = shown(review_document(quarter._replace(stories=(story,))), width=80)
    told = text.split("\n  Balie\n")[1].split("\n\n")[0]
    assert re.findall(r"potentieel|toegepast|gerealiseerd|herkaderend", told)[-3:] == [
        "gerealiseerd",
        "herkaderend",
        "gerealiseerd",
    ]
    assert f"… nog {len(story.steps) - 6} stappen" in told


def test_conditions_show_the_way_they_went(quarter, shown):
    """From the round before to this one."""
    document = review_document(quarter)
    assert "  2 → 4  Je ontvangt en geeft feedback" in shown(document)
    assert "Conditie, Je ontvangt en geeft feedback: de vorige keer 2, nu 4\n" in shown(document, plain=True)
