"""An answer that says that there is nothing yet, on every command that tells what learning brought."""

import json

import pytest

from leerlog.library.content import load_checklists
from leerlog.reports.levels import IN_THE_WORK
from tests.conftest import Cli

NOES = """course: Woo
share: [team, leidinggevende]
experience: Fijne groep
applied: Nog niets
results: "Nee, nog niets."
others: "-"
insight: Geen idee
obstacles: Niets
"""


@pytest.fixture
def woo(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """A course that ended last week, and a harvest of noes but for one answer."""
    prepared = (
        "start: 2026-11-10\nend: 2026-11-17\nresults: |\n  Een dag minder\nmanager: Niets\nshare: leidinggevende\n"
    )
    monkeypatch.setenv("LEERLOG_NOW", "2026-11-01T09:00")
    cli.saved("prepare", "Woo", "--answers", "-", stdin=prepared)
    monkeypatch.setenv("LEERLOG_NOW", "2026-11-20T09:00")
    cli.saved("after", "--answers", "-", stdin=NOES)
    return cli


def asked(cli: Cli, *args: str) -> dict:
    return json.loads(cli(*args).out)


def test_it_is_no_outcome_of_a_review_in_any_form(woo: Cli) -> None:
    """For oneself, for others and of a team; nor is it to be weighed."""
    own = asked(woo, "review", "--quarter", "--format", "json")
    team = asked(woo, "review", "--quarter", "--for", "team", "--format", "json")
    for made in (own, team):
        assert [level["count"] for level in made["levels"]] == [1, 0, 0, 0, 0]
        assert (made["unvalued"]["count"], made["stuck"], made["obstacles"]) == (0, [], [])
    told = woo("review", "--quarter", "--full").out
    assert "Fijne groep" in told
    assert not [no for no in ("Nog niets", "nog niets.", "Geen idee") if no in told]


def test_it_closes_no_window_and_today_asks_what_stands_in_the_way(woo: Cli) -> None:
    """The course is harvested for what it did bring."""
    (course,) = asked(woo, "courses", "--format", "json")["courses"]
    assert (course["window"], course["applied"], course["phase"]) == ("2026-12-01", None, "geoogst")
    told = woo().out
    assert "Wat houdt je tegen?" in told
    assert 'leerlog agenda --add --kind belemmering --course "Woo"' in told


def test_it_has_no_level_in_a_list_or_where_a_note_is_shown(woo: Cli) -> None:
    """Also when one stands with it in the file, which stays as it is."""
    name = woo.saved("moment", "Nog niets", "--value", "3")
    before = {path.name: path.read_bytes() for path in woo.folder.glob("*.md")}
    assert "toegepast" not in woo("show", name).out
    assert asked(woo, "show", name, "--json")["value"] is None
    listed = {entry["id"]: entry for entry in asked(woo, "list", "--format", "json")["entries"]}
    harvest = next(entry for entry in listed.values() if entry["checklist"] == "after")
    assert [answer["value"] for answer in harvest["answers"]] == ["beleving", *[None] * 5]
    assert {entry["value"] for entry in asked(woo, "export")["entries"]} == {None}
    assert before == {path.name: path.read_bytes() for path in woo.folder.glob("*.md")}


@pytest.mark.parametrize("command", [("moment", "Nog niets", "--value", "3"), ("value", "laatste", "3")])
def test_a_level_for_it_is_said_not_to_count(woo: Cli, command: tuple[str, ...]) -> None:
    """Where it is given; nor does JSON have it."""
    woo.saved("moment", "Nee")
    done = woo(*command, "--json")
    assert (done.status, done.err) == (0, "Hier staat dat er nog niets is. Daarom telt het niet mee als toegepast.\n")
    assert json.loads(done.out)["value"] is None
    assert woo("moment", "Nee zeggen", "--value", "3").err == ""


def test_the_sheet_leaves_it_out_but_tells_what_one_does_not_need(woo: Cli) -> None:
    """Of the manager nothing is needed: that is an answer."""
    told = woo("sheet", "Woo").out
    assert "Fijne groep" in told
    assert "Een dag minder" in told
    assert "Niets" in told
    assert "Nog niets" not in told
    assert "Nee, nog niets" not in told


def test_a_no_beside_what_was_expected_is_no_answer(woo: Cli) -> None:
    """It says that there is none; the first that says something stands there."""
    assert asked(woo, "course", "Woo", "--format", "json")["came"] is None
    assert "Daar staat nog niets over" in woo("course", "Woo").out
    woo.saved("during", "Woo", "--answers", "-", stdin="interim: Twee uur minder\ninterim.level: gerealiseerd\n")
    course = asked(woo, "course", "Woo", "--format", "json")
    assert (course["came"]["text"], course["came"]["level"]) == ("Twee uur minder", "gerealiseerd")
    assert asked(woo, "courses", "--format", "json")["courses"][0]["window"] is None
    assert "Twee uur minder" in woo("course", "Woo").out.partition("kwam ervan")[2]


def test_a_no_that_goes_on_counts(cli: Cli) -> None:
    """The first word is not the whole answer."""
    cli.saved("after", "Woo", "--answers", "-", stdin="applied: Nee zeggen tegen een overleg zonder agenda\n")
    made = asked(cli, "review", "--quarter", "--format", "json")
    assert [level["count"] for level in made["levels"]] == [0, 0, 1, 0, 0]


def test_in_a_pipe_a_no_asks_what_holds_back(cli: Cli) -> None:
    """Right behind it: an obstacle with who can take it away, no outcome; it is asked once."""
    lines = "\n\nNog niets\nGeen rechten in het systeem (wie: Kees)\n\nNee\n"
    told = cli("after", "Woo", stdin=lines)
    assert told.status == 0, told.err
    assert (told.err.count("Wat houdt je tegen?"), told.err.count("Wat houdt resultaat")) == (2, 0)  # and the summary
    made = asked(cli, "review", "--quarter", "--format", "json")
    assert [(item["text"], item["who"]) for item in made["obstacles"]] == [("Geen rechten in het systeem", "Kees")]
    assert [level["count"] for level in made["levels"]] == [0] * 5


def test_answers_that_came_whole_have_a_place_for_it_or_are_told_how(cli: Cli) -> None:
    """Its place is in the template; what says no without it is told the command that notes it."""
    assert "Alleen als er hierboven nog niets is." in cli("after", "--template").out
    command = 'leerlog agenda --add --kind belemmering --course "Woo"'
    assert command in cli("after", "Woo", "--answers", "-", stdin="applied: Nog niets\n").err
    held = cli(
        "after", "Woo", "--answers", "-", stdin='applied: Nog niets\napplied.obstacle: "Geen tijd (wie: Anja)"\n'
    )
    assert command not in held.err
    assert "Geen tijd" in cli("agenda").out
    assert command in cli("moment", "Nog niets", "--value", "3", "--course", "Woo").err
    assert command not in cli("moment", "Nog niets", "--value", "1", "--course", "Woo").err


def test_every_question_in_the_work_asks_it() -> None:
    """Of the handreiking's own; at the waardecheck too, in the turn of whoever says it."""
    asks = {
        f"{checklist.id}.{question.id}": any(each.after_no and each.kind == "obstacle" for each in question.then)
        for checklist in load_checklists()[0]
        for question in checklist.questions
        if question.value in IN_THE_WORK
    }
    assert asks
    assert [name for name, there in asks.items() if not there] == []
