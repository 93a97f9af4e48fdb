"""The table for a person's spreadsheet: the outcomes, one a row, and nothing that it would run."""

import csv
import io
from datetime import date, time

import pytest

from leerlog.documents.review import review_document
from leerlog.domain.entry import Answer, Entry, FollowUp
from leerlog.domain.period import quarter_of
from leerlog.domain.value import Level
from leerlog.render.cells import NOTE_HEADS
from leerlog.render.cells import OUTCOME_HEADS as HEADS
from leerlog.render.table import notes_table, safe_cell, table
from leerlog.reports.review import build_review
from tests.render.conftest import TODAY
from tests.render.hostile import hostile, with_hill
from tests.render.teams import NAMES, hostile_team, team_of


def rows_of(review):
    """The rows as a Dutch spreadsheet reads them."""
    text = table(review_document(review))
    assert text.startswith(";".join(HEADS) + "\n")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert all(len(row) == len(HEADS) and None not in row for row in rows)
    return rows


def test_every_outcome_is_a_row_the_fifth_level_first_and_the_newest(quarter):
    """With all there is to say of it, as on the screen."""
    told = [each for level in reversed(quarter.levels) for each in reversed(level.outcomes)]
    assert [tuple(row.values()) for row in rows_of(quarter)] == [
        (
            str(each.level.number),
            str(each.level),
            each.date.isoformat(),
            each.course,
            each.by,
            each.text,
            "ja" if each.private else "",
            each.entry,
        )
        for each in told
    ]
    assert {each.private for each in told} == {True, False}


def test_a_turn_at_a_waardecheck_says_who_told_it(rules):
    """Whom somebody was with stays where it is."""
    noor = Answer("applied", "Ik begin bij het thema", "Wat doe je er anders door?", Level.TOEGEPAST)
    mine = Answer("surprise", "Een lege map", "Wat heeft jou verwonderd?")
    entries = [
        Entry("a2nnnnnn", TODAY, time(9), "waardecheck", "Waardecheck", people=("Noor",), answers=(noor,)),
        Entry("a2mmmmmm", TODAY, time(9), "moment", "", people=("Anja",), value=Level.BELEVING, answers=(mine,)),
    ]
    found = rows_of(build_review(entries, quarter_of(TODAY), TODAY, rules))
    assert {row["Tekst"]: row["Wie"] for row in found} == {"Ik begin bij het thema": "Noor", "Een lege map": ""}


def test_of_a_team_it_says_who_and_of_an_anonymous_one_only_words_and_levels(sample, rules):
    """Of too few people there is no row."""
    assert {row["Wie"] for row in rows_of(team_of(sample, rules))} == set(NAMES)
    nameless = rows_of(team_of(sample, rules, anonymous=True))
    assert {name for row in nameless for name, text in row.items() if text} == {"Niveau", "Waarde", "Tekst"}
    assert rows_of(team_of(sample, rules, 4, anonymous=True)) == []


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


@pytest.mark.parametrize("of_team", [False, True])
def test_a_hostile_review_is_still_a_table(quarter, sample, rules, monkeypatch, of_team):
    """As many rows as before, and no formula in any column where a person can type."""
    review = team_of(sample, rules) if of_team else with_hill(quarter)
    many = len(rows_of(hostile_team(review) if of_team else review))
    for name in ("NASTY", "LINE"):
        monkeypatch.setattr(f"tests.render.hostile.{name}", "=1+1")
    rows = rows_of(hostile_team(review) if of_team else hostile(review))
    assert len(rows) == many > 0
    assert {name for row in rows for name, text in row.items() if text == "'=1+1"} == {"Leertraject", "Wie", "Tekst"}
    assert not [text for row in rows for text in row.values() if text.startswith("=")]


def test_a_table_of_nothing_has_its_heads(rules):
    """So that a file is never empty."""
    assert rows_of(build_review([], quarter_of(date(2019, 1, 1)), TODAY, rules)) == []


def test_a_note_is_a_row_that_nothing_runs() -> None:
    """All its parts, each in its column; a title, a name or a text may begin as a formula does."""
    item = FollowUp("ask", "=2", "Kees", date(2026, 12, 7), done=date(2026, 12, 1), ticked=True, result="+1")
    answers = (Answer("q", "-1\nja; nee", "=Vraag"), Answer("", "Vrij"))
    entry = Entry(
        "a1", date(2026, 11, 3), time(9, 5), "", "@kop", "+c", ("=Jo", "Bo"), ("x",), None, ("team",), ("a0",), answers,
        (item,),
    )  # fmt: skip
    text = "".join(notes_table([(entry, Level("toegepast")), (Entry("a2", date(2026, 11, 4), None, "", ""), None)]))
    head, row, bare = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    assert tuple(head) == NOTE_HEADS
    assert row[:11] == [
        "3", "toegepast", "2026-11-03", "09:05", "'@kop", "'+c", "'=Jo, Bo", "x", "team", "a0",
        "'=Vraag\n-1\nja; nee\n\nVrij",
    ]  # fmt: skip
    assert row[11].startswith("[x] =2 (wie: Kees, voor 2026-12-07, gedaan 2026-12-01)\n")
    assert bare == ["", "", "2026-11-04", *[""] * 9, "a2"]
