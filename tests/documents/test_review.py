"""What the document of a review says: one's own, for an audience, of a team, and of one that names nobody."""

import html
import json
import re
from datetime import date

import pytest

from leerlog.documents.blocks import Bars, Bullets, Items, Matrix, Names, Outcomes, Stories, Text, Withheld
from leerlog.documents.review import private_count, review_document, unapplied
from leerlog.domain.entry import FollowUp
from leerlog.domain.period import ALL, month_of, quarter_of, week_of, year_of
from leerlog.domain.period_words import span
from leerlog.render.data import review_json
from leerlog.render.draw import in_form
from leerlog.render.html import ITEMS, OUTCOMES, STORIES
from leerlog.reports.benefits import WHO, Benefit
from leerlog.reports.members import Member
from leerlog.reports.review import build_review, review_for
from leerlog.reports.team import build_team_review
from tests.render.teams import NAMES, PROBLEMS, TODAY, team_of

Q4 = quarter_of(TODAY)
ORDER = [
    "Afgesproken, en wat ervan kwam",
    "Wat het leren bracht",
    "Herkaderend",
    "Gerealiseerd",
    "Toegepast",
    "Potentieel",
    "Beleving",
    "Nog te wegen",
    "Verhalen",
    "Blijft liggen",
    "Belemmeringen",
    "Vragen aan het team",
    "Wie heeft er baat bij",
    "Nieuwe afspraken",
    "Leertrajecten",
    "HILL van Woo-training",
    "Nog niet gebruikt",
    "Condities",
    "Het gesprek over de condities",
    "Wat kan helpen: Je krijgt ondersteuning voor leren van de leiding",
    "Dagen",
    "Om over te praten",
]


def headings(document):
    """The headings, in order."""
    return [section.heading for section in document.sections]


def section(document, heading):
    """The blocks under a heading."""
    return next(section.blocks for section in document.sections if section.heading == heading)


def blocks(document, kind):
    """All blocks of a kind."""
    return [block for section in document.sections for block in section.blocks if isinstance(block, kind)]


def forms(review, shown, problems=()):
    """All of it in every form, for who sees and who hears it, and for programs."""
    document = review_document(review, problems)
    texts = [in_form(document, form) for form in ("markdown", "html", "csv")]
    texts += [shown(document, full=True), shown(document, plain=True, full=True)]
    return [*texts, review_json(review, problems)]


def test_the_parts_come_in_the_order_of_the_conversation(quarter):
    """First what was agreed, last what to talk about; nothing is left out that there is."""
    document = review_document(quarter)
    assert headings(document) == ORDER
    (matrix,) = blocks(document, Matrix)
    told = [(bar.level, bar.number, bar.before) for bar in matrix.bars.bars]
    levels = (*reversed(quarter.levels), quarter.unvalued)
    assert told == [(each.level, each.count, each.previous_count) for each in levels]
    found = [each for block in blocks(document, Outcomes) for each in block.outcomes]
    assert {*found} == {each for level in levels for each in level.outcomes} | {*quarter.stuck}
    assert section(document, "Verhalen") == (Stories(quarter.stories),)
    lists = (quarter.agreed, quarter.obstacles, quarter.asks, quarter.follow_ups)
    assert [block.items for block in blocks(document, Items)] == [*lists]


def test_a_period_without_notes_is_told_kindly(sample, rules, shown):
    """With what to do, for oneself, for others, for what has yet to come, and for a team."""
    before = month_of(date(2025, 8, 1))
    for review, text, command in (
        (build_review([], before, TODAY, rules), "Dat geeft niet", "leerlog moment --on 2025-08-31"),
        (build_review([], quarter_of(date(2027, 2, 1)), TODAY, rules), "moet nog beginnen", "--quarter vorig"),
        (review_for("team", sample, [], Q4, TODAY, rules), "deel je nog niets", "--share team"),
        (build_team_review([], Q4, TODAY, rules), "niets gedeeld", "leerlog share --to team"),
    ):
        for told in (part for part in forms(review, shown)[:2] + forms(review, shown)[3:5]):
            assert text in told
            assert command in told.replace("\\-", "-")
            assert "Waarde" not in told


@pytest.mark.parametrize(
    ("period", "per", "names"),
    [
        (Q4, "", ("okt", "nov", "dec")),
        (quarter_of(date(2026, 7, 1)), "", ("jul", "aug", "sep")),
        (year_of(TODAY), "", ("Q1", "Q2", "Q3", "Q4")),
        (ALL, "", ("2026",)),
        (span("2026-10-19", "2026-10-25", TODAY), "month", ()),
        (Q4, "quarter", ()),
        (week_of(TODAY), "", ()),
    ],
)
def test_the_levels_stand_by_all_parts_of_a_period(make, rules, period, per, names):
    """Those without notes and those to come too, of a period without notes as well; one that is its only part has none.

    For oneself, for an audience, and for a team that shared something.
    """
    entries = [make("a", "2026-06-30", "iets", "potentieel", share=("team",)),
               make("b", "2026-10-20", "iets", "toegepast", share=("team",)),
               make("c", "2026-11-17", "iets", "beleving", share=("team",))]  # fmt: skip
    for review in (
        build_review(entries, period, TODAY, rules, per),
        review_for("team", entries, entries, period, TODAY, rules, per),
        build_team_review([Member("Lotte", tuple(entries))], period, TODAY, rules, per=per),
    ):
        if review.team and not review.count:
            continue
        found = blocks(review_document(review), Matrix)
        assert [block.names for block in found] == [names][: bool(names)]
        assert len(blocks(review_document(review), Bars)) == (not names)
        assert not names or {len(line.numbers) for line in found[0].lines} == {len(names)}


def test_what_has_yet_to_begin_is_not_held_beside_what_was_before(make, rules):
    """There are no levels of it: nothing is less yet."""
    entries = [make("a", "2026-11-03", "iets", "toegepast")]
    document = review_document(build_review(entries, quarter_of(date(2027, 2, 1)), TODAY, rules))
    assert blocks(document, Matrix) + blocks(document, Bars) == []


def test_a_review_for_others_says_that_it_is(quarter, shown):
    """Everywhere that a person looks, and in the JSON."""
    for text in (
        forms(quarter._replace(audience="team"), shown)[:2] + forms(quarter._replace(audience="team"), shown)[3:]
    ):
        assert "Alleen wat je deelt met je team" in text or '"audience": "team"' in text


@pytest.mark.parametrize("period", [ALL, span("", "2026-10-01", TODAY)])
@pytest.mark.parametrize("people", [0, 6])
def test_no_form_tells_of_a_period_without_an_end(sample, rules, shown, period, people):
    """Where it is open the first and the last note say from when it is, and of nobody who may be known nothing."""
    days = [entry.date.isoformat() for entry in sample if entry.date in period]
    last = [period.end.isoformat()] if period.end < date.max else []
    reviews = [build_review(sample, period, TODAY, rules), build_review([], period, TODAY, rules)]
    reviews += [team_of(sample, rules, people, period=period, anonymous=hidden) for hidden in (False, True) if people]
    for review in reviews:
        for text in forms(review, shown):
            assert not re.search(r"0001|9999|\b1 januari 1\b", text)
        made = json.loads(review_json(review))["period"]
        told = review.count and not (review.team and review.team.anonymous)
        expected = (min(days), max([*days, *last])) if told else (None, last[0] if last else None)
        assert (made["start"], made["end"]) == expected


def test_a_course_that_was_not_used_is_told_with_why_or_with_how_to_note_that(make, rules, shown):
    """In every form, without blame; what was foreseen is called so."""
    entries = []
    for name, items in (("Eerste", ()), ("Tweede", (FollowUp("obstacle", "Geen rechten", "Ruud", private=True),))):
        answers = {"start": "2026-10-05", "end": "2026-10-09"}
        more = {"checklist": "prepare", "course": name, "answers": answers}
        entries.append(make(name, "2026-09-20", follow_ups=items, **more))
    review = build_review(entries, Q4, TODAY, rules)
    made = forms(review, shown)
    for told in (html.unescape(form).replace("\\", "") for form in made[:2] + made[3:5]):
        assert told.count("Wat stond in de weg?") == 2
        assert "privé: vooraf genoemd: Geen rechten (Ruud)" in told
        assert 'leerlog agenda --add --kind belemmering --course "Eerste"' in told
        assert "leerlog explain niet-gebruikt" in told
    assert private_count(review) == 1


def test_private_texts_are_counted(quarter):
    """Each once, wherever it is told."""
    assert private_count(quarter) >= 1
    assert private_count(quarter._replace(stuck=quarter.stuck * 2)) == private_count(quarter)


def test_a_team_is_told_by_name(sample, rules):
    """Who wrote what, whose a story is, and what is new by who does it."""
    team = team_of(sample, rules)
    document = review_document(team, PROBLEMS)
    assert [fact.value for fact in document.facts if isinstance(fact.value, Names)] == [Names(NAMES)]
    assert {each.by for block in blocks(document, Outcomes) for each in block.outcomes} == set(NAMES)
    told = [story for block in blocks(document, Stories) for story in block.told]
    assert {story.title.rpartition(" · ")[2] for story in told} == set(NAMES)
    assert {step.by for story in told for step in story.steps} == {""}
    whose = [block.who for block in section(document, "Nieuwe afspraken")]
    assert whose == sorted(whose, key=str.casefold)
    assert {item.who for block in section(document, "Nieuwe afspraken") for item in block.items} == {""}
    (left_out,) = section(document, "Telt niet mee")
    assert left_out == Bullets(tuple(map(str, PROBLEMS)), "Telt niet mee")


def test_an_anonymous_team_has_no_name_day_or_id_in_any_form(sample, rules, shown):
    """Outside people's own words; it says that those can give a writer away, and of files only how many."""
    nameless = team_of(sample, rules, anonymous=True)
    for text in forms(nameless, shown, PROBLEMS):
        assert "marjan" not in text
        assert "half.md" not in text
        assert not re.search(r"\ba\w{7}-\d\b", text)
    document = review_document(nameless, PROBLEMS)
    texts = [block.text for block in blocks(document, Text)]
    assert any("schrijver toch verraden" in text for text in texts)
    assert section(document, "Telt niet mee")[0].texts == ("2 bestanden tellen niet of niet helemaal mee.",)
    outcomes = [each for block in blocks(document, Outcomes) for each in block.outcomes]
    outcomes += [step for block in blocks(document, Stories) for story in block.stories for step in story.steps]
    assert {(each.entry, each.date, each.course, each.by, each.sources) for each in outcomes} == {
        ("", None, "", "", ())
    }
    items = [item for block in blocks(document, Items) for item in block.items]
    assert {(item.ref, item.made, item.who, item.due, item.done, item.by) for item in items} == {
        ("", None, "", None, None, "")
    }
    assert not [section.aside for section in document.sections if "gedaan" in str(section.aside)]


def test_a_number_that_may_not_be_told_is_said_to_be_withheld(sample, rules, shown):
    """In the place of its bar, aloud, and in every column that would have it; there are no notes either."""
    nameless = team_of(sample, rules, anonymous=True)
    hidden = nameless.levels[4]._replace(count=None, outcomes=())
    team = nameless._replace(levels=(*nameless.levels[:4], hidden))
    document = review_document(team)
    (line, *_) = blocks(document, Matrix)[0].lines
    first = line.total
    assert line.numbers == ()
    assert (first.number, first.before) == (Withheld(5), None)
    assert "Herkaderend" not in headings(document)
    assert re.search(r"5  Herkaderend +minder dan 5 mensen$", shown(document, width=80), re.MULTILINE)
    assert "Waarde, herkaderend: minder dan 5 mensen\n" in shown(document, plain=True)
    assert "| 5 | Herkaderend |  |  |  | niet getoond |" in in_form(document, "markdown")
    assert "Waar minder dan 5 mensen aan bijdroegen" in in_form(document, "html")


def test_of_too_few_people_nothing_is_told(sample, rules, shown):
    """Four people and anonymous: no level, no spread, no list, in any form."""
    few = team_of(sample, rules, 4, anonymous=True)
    document = review_document(few)
    assert headings(document) == ["", "Om over te praten"][: len(document.sections)]
    for text in forms(few, shown)[:2]:
        assert "te weinig mensen" in text
        assert "minder dan 5 mensen" in text
    assert json.loads(review_json(few))["people"] is None


def test_a_page_for_a_meeting_shows_the_newest_and_says_how_many_more_there_are(sample, rules):
    """Of a level, of the stories and of a list; the Markdown has them all."""
    team = team_of(sample, rules)
    level = team.levels[0]._replace(outcomes=team.levels[0].outcomes * 9, count=(team.levels[0].count or 0) * 9)
    items = team.agreed[:1] * (ITEMS + 9)
    long = team._replace(levels=(level, *team.levels[1:]), stories=team.stories * STORIES, agreed=items)
    page, whole = (in_form(review_document(long), form) for form in ("html", "markdown"))
    for left, unit in (((level.count or 0) - OUTCOMES, "notities"), (9, "afspraken")):
        assert f"En nog {left} {unit}." in page
    assert f"En nog {len(long.stories) - STORIES} verhalen." in page
    assert whole.count(f"] {items[0].text} (") == len(items)


def test_of_many_people_a_screen_names_the_first(sample, rules, shown):
    """With how many more there are; --full names all."""
    team = team_of(sample, rules)
    many = team._replace(team=team.team._replace(names=tuple(f"Mens {number}" for number in range(40))))
    document = review_document(many)
    assert "Mens 11 en nog 28" in " ".join(shown(document, width=80).split())
    assert "Mens 39" not in shown(document, plain=True)
    assert "Mens 39" in shown(document, plain=True, full=True)
    assert "Mens 39" in in_form(document, "markdown")


def test_who_benefits_is_counted_and_who_does_not_yet_is_named(quarter, shown):
    """On one line in every form; of what is left out for others nobody can say that it is nowhere."""
    found = tuple(Benefit(name, text, count) for (name, text), count in zip(WHO.items(), (6, 2, 4, 0), strict=True))
    review = quarter._replace(benefits=found)
    said = "team 6 · organisatie 2 · burger 4 · nog nergens: het netwerk"
    document = review_document(review)
    assert said in shown(document)
    assert said.replace(" · ", ", ") in shown(document, plain=True)
    assert all(said in in_form(document, form) for form in ("markdown", "html"))
    assert "nog nergens" not in shown(review_document(review._replace(audience="team")))


def test_a_part_in_which_a_plan_was_done_is_not_called_unapplied(make, rules):
    """The other parts without anything that was applied are; a plan still open changes nothing."""
    plan = "Als er een verzoek komt, dan zoek ik op thema"
    answers = {"start": "2026-10-05", "end": "2026-10-06", "apply": plan}
    course = make("p", "2026-10-01", checklist="prepare", course="Woo", answers=answers)
    ideas = [make(name, day, "Een idee", "potentieel") for name, day in (("a", "2026-10-02"), ("b", "2026-11-02"))]
    for done, text in ((None, "Okt en nov: nog niets toegepast."), (date(2026, 10, 12), "Nov: nog niets toegepast.")):
        prepared = course._replace(follow_ups=(FollowUp("follow_up", plan, done=done, ticked=done is not None),))
        review = build_review([prepared, *ideas], Q4, TODAY, rules)
        assert [each.text for each in unapplied(review)] == [text]
