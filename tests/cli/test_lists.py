"""What stands in the journal: listed, shown, exported, reviewed, ticked, checked."""

import csv
import io
import json
import re
from datetime import date
from pathlib import Path

import pytest

from leerlog.domain.agenda import LATER
from leerlog.domain.entry import WAARDECHECK
from leerlog.domain.told import table_of
from leerlog.domain.value import Level
from leerlog.journal.store import Journal
from tests.conftest import Cli


def test_the_export_has_every_entry(sample: Cli) -> None:
    """In order of time, under a schema."""
    made = json.loads(sample("export", "--format", "json").out)
    assert made["schema"] == "leerlog.journal/1"
    assert len(made["entries"]) == len(sample.journal.read()[0])
    assert [e["date"] for e in made["entries"]] == sorted(e["date"] for e in made["entries"])


CHOICES = (
    ["--value", "3"],
    ["--with", "Kees"],
    ["--share", "team"],
    ["--open", "2026"],
    ["--checklist", "after"],
    ["--tag", "woo", "--tag", "zoeken"],
    ["--course", "Woo-training", "--from", "2026-10"],
    ["--course", "Woo-training", "--value", "5", "1999"],
)


@pytest.mark.parametrize("choice", CHOICES, ids=" ".join)
def test_an_export_takes_what_the_list_shows(sample: Cli, choice: list[str]) -> None:
    """The same notes in every form, whatever chooses among them."""
    wanted = [entry["id"] for entry in json.loads(sample("list", *choice, "--format", "json").out)["entries"]]
    assert len(wanted) < len(sample.journal.read()[0])
    assert bool(wanted) == ("1999" not in choice)

    def export(form: str) -> str:
        return sample("export", *choice, "--format", form).out

    assert [entry["id"] for entry in json.loads(export("json"))["entries"]] == wanted
    assert [json.loads(line)["id"] for line in export("jsonl").splitlines()] == wanted
    assert re.findall(r"(?m)^<!-- id=(\w+)", export("markdown")) == wanted
    rows = list(csv.DictReader(io.StringIO(export("csv"), newline=""), delimiter=";"))
    assert [row["Notitie"] for row in rows] == wanted
    assert all(row["Tekst"] or row["Te doen"] for row in rows)
    assert sample("list", *choice, "--format", "csv").out == export("csv")


def test_a_share_of_a_team_is_exported_whole(sample: Cli) -> None:
    """Choices among notes of one's own are not dropped in silence."""
    done = sample("export", "--team", "x", "--partition", "y", "--format", "jsonl", "--open")
    assert done.status == 2
    assert "neemt alles mee" in done.err


@pytest.mark.parametrize(
    "args",
    [["--quarter"], ["--quarter", "Q3"], ["--month", "vorig"], ["--last", "30d"], ["--all"], ["--from", "2026-08"]],
)
def test_a_review_from_gathered_entries_is_that_of_the_whole_journal(
    sample: Cli, args: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What `load_for_review` leaves unread does not matter."""
    gathered = json.loads(sample("review", *args, "--format", "json").out)
    monkeypatch.setattr("leerlog.app.review.load_for_review", lambda journal, *_, **__: journal.read())
    assert gathered == json.loads(sample("review", *args, "--format", "json").out)


def test_what_was_used_long_before_the_window_ended_is_known(cli: Cli) -> None:
    """Also of a course of which nothing was written in the period and the one before it."""
    cli.saved("prepare", "Lang", "--on", "2026-01-05", "--answers", "-", stdin="start: 2026-01-12\nend: 2026-10-16")

    def unused() -> list[str]:
        return [each["course"] for each in json.loads(cli("review", "--quarter", "--format", "json").out)["unused"]]

    assert unused() == ["Lang"]
    cli.saved("moment", "Gedaan", "--value", "3", "--course", "Lang", "--on", "2026-03-02")
    assert unused() == []


def test_the_review_says_which_days_it_is_about(sample: Cli) -> None:
    """The resolved range, in words and in JSON."""
    assert "1 oktober t/m 31 december 2026" in sample("review").out
    period = json.loads(sample("review", "--month", "vorig", "--format", "json").out)["period"]
    assert (period["start"], period["end"]) == ("2026-10-01", "2026-10-31")


def test_an_empty_period_is_a_kind_page(cli: Cli) -> None:
    """Before the first note too."""
    done = cli("review", "--year", "2020")
    assert done.status == 0
    assert "2020" in done.out


def test_list_filters_by_course_and_tag(sample: Cli) -> None:
    """Without regard to case."""
    shown = json.loads(sample("list", "--course", "woo-TRAINING", "--format", "json").out)["entries"]
    assert shown
    assert {entry["course"] for entry in shown} == {"Woo-training"}
    tagged = json.loads(sample("list", "--tag", "WOO", "--format", "json").out)["entries"]
    assert all("woo" in [tag.lower() for tag in entry["tags"]] for entry in tagged)


def test_show_takes_the_start_of_an_id(sample: Cli) -> None:
    """The whole text, and JSON when asked."""
    entry = sample.journal.find("laatste")
    assert entry.first_line[:30] in sample("show", entry.id[:6]).out
    assert json.loads(sample("show", "laatste", "--json").out)["id"] == entry.id


def test_done_ticks_one_line(sample: Cli) -> None:
    """The rest of the file stays as it was; once more says that it was done."""
    entry, number = next((e, n) for e in sample.journal.read()[0] for n, f in enumerate(e.follow_ups, 1) if f.open)
    path = sample.folder / entry.file
    before = path.read_text().split("\n")
    done = sample("done", f"{entry.id}.{number}")
    assert done.status == 0, done.err
    changed = [(a, b) for a, b in zip(before, path.read_text().split("\n"), strict=True) if a != b]
    assert len(changed) == 1
    assert "gedaan 2026-11-23" in changed[0][1]
    assert sample.journal.find(entry.id).follow_ups[number - 1].done == date(2026, 11, 23)
    assert "al afgevinkt" in sample("done", f"{entry.id}.{number}").err


def test_done_without_a_number_takes_the_only_open_item(cli: Cli) -> None:
    """With more than one it names them."""
    one = cli.saved("debrief", "Woo", "--answers", "-", stdin="team: Bellen")
    assert cli("done", one).status == 0
    two = cli.saved("debrief", "Woo", "--answers", "-", stdin="team: Bellen\nembed: Schrijven")
    done = cli("done", two)
    assert done.status == 2
    assert f"{two}.1" in done.err
    assert cli("done", f"{two}.7").status == 2


def test_the_agenda_has_overdue_items_on_top(sample: Cli) -> None:
    """With the name to tick them by; what is long overdue with --late."""
    shown = sample("agenda").out + sample("agenda", "--late").out
    assert "Over tijd" in shown
    for ref in [f"{e.id}.{n}" for e in sample.journal.read()[0] for n, f in enumerate(e.follow_ups, 1) if f.open]:
        assert ref in shown


def test_check_is_content_with_the_sample(sample: Cli) -> None:
    """And exits 1 for a damaged file, naming the line."""
    assert sample("check").status == 0
    with (sample.folder / "2026-11.md").open("a") as file:
        file.write("\n## 2026-11-31 10:00 · Moment\n\nkan niet\n")
    done = sample("check")
    assert done.status == 1
    line = (sample.folder / "2026-11.md").read_text().count("\n") - 2
    assert f"2026-11.md:{line}: " in done.out
    shown = sample("review")
    assert shown.status == 0
    assert f"2026-11.md, regel {line}" in shown.err


def test_the_demo_shows_a_full_quarter_whatever_the_day(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also on the first days of a year; the person's own journal is not touched."""
    for now in ("2026-11-23T10:00", "2027-01-02T10:00", "2028-02-29T10:00"):
        monkeypatch.setenv("LEERLOG_NOW", now)
        monkeypatch.setenv("TMPDIR", str(cli.home))
        done = cli("demo")
        assert done.status == 0, done.err
        assert "Een verhaal" in done.out
        assert "leerlog --journal" in done.err
    assert not cli.folder.exists()


def test_the_demo_has_what_the_method_asks_for(cli: Cli) -> None:
    """A waardecheck with its table, other disciplines with a day, minutes, a no with its obstacle, and what waits."""
    done = cli("demo")
    entries = Journal(Path(done.err.split("--journal ")[1].strip().strip(chr(34)))).read()[0]
    found = {entry.checklist for entry in entries}
    assert found >= {"prepare", "during", "debrief", "after", "insights", "conditions", "hill", "recall", WAARDECHECK}
    told = [each for entry in entries for each in table_of(entry)]
    assert ({each.level for each in told}, len({each.by for each in told})) == ({*Level}, 3)
    unused = next(line for line in done.out.splitlines() if "Nog niet gebruikt" in line)
    (course,) = {entry.course for entry in entries if entry.course and entry.course in unused}
    items = {entry.checklist: entry.follow_ups for entry in entries if entry.course == course}
    assert [item.who for item in items["after"] if item.kind == "obstacle" and item.open] == ["Idris"]
    assert any(item.text.startswith(LATER) and item.open for item in items["after"])
    assert {"Sanne", "Mirjam"} <= {item.who for item in items["prepare"] if item.due}
    minutes = [item for entry in entries if entry.checklist == "during" for item in entry.follow_ups]
    assert all(item.who and item.due for item in minutes)
    assert len(minutes) > 3


def test_weighing_gives_notes_their_value(cli: Cli) -> None:
    """One by one; Enter leaves a note as it is."""
    first, second = cli.saved("moment", "een"), cli.saved("moment", "twee")
    done = cli("review", "--weigh", stdin="4\n\n")
    assert done.status == 0, done.err
    assert cli.journal.find(first).value == "gerealiseerd"
    assert cli.journal.find(second).value is None
    assert "nog 1 te wegen" in done.out


def test_explain_lists_and_tells(cli: Cli) -> None:
    """By id, by the start of it, or by title."""
    assert "twee-weken" in cli("explain").out
    for word in ("twee-weken", "twee-w", "De waardecheck", "hill", "prepare"):
        assert cli("explain", word).status == 0
    assert "vuistregel" in cli("explain", "twee-weken").out
    assert "Je helpt het vak zelf vooruit" in cli("explain", "doelen").out
    assert "Wat merken anderen ervan?" in cli("explain", "waardeniveaus").out


def test_drafts_are_listed_saved_and_removed(cli: Cli) -> None:
    """A note that could not be saved gets into the journal after all."""
    (cli.folder / "2026-11.md").mkdir(parents=True)
    cli("moment", "alsnog bewaren")
    (cli.folder / "2026-11.md").rmdir()
    assert "alsnog bewaren" in cli("drafts").out
    done = cli("drafts", "--save", "2026-11-23-1642")
    assert done.status == 0, done.err
    assert cli.journal.find("laatste").first_line == "alsnog bewaren"
    assert "niets te wachten" in cli("drafts").out
    assert cli("drafts", "--remove", "x").status == 2


def test_a_draft_is_only_removed_when_asked_twice(cli: Cli) -> None:
    """Without a terminal only with --yes."""
    (cli.folder / "2026-11.md").mkdir(parents=True)
    cli("moment", "weg ermee")
    assert cli("drafts", "--remove", "2026").status == 2
    assert cli("drafts", "--remove", "2026", "--yes").status == 0
    assert not list(cli.drafts.glob("*.md"))


def test_a_tag_is_the_same_with_its_sign_and_in_any_case(cli: Cli) -> None:
    """It is saved without #, as the journal spells it; one with # by hand counts, and stays as it was written."""
    cli.saved("moment", "een", "--tag", "#Woo")
    cli.saved("moment", "twee", "--tag", "woo, #Dossier", "--tag", "WOO")
    cli.saved("insights", "--tag", "# dossier", "--answers", "-", stdin="tags: '#woo, nieuw'\nstory: x\n")
    assert [entry.tags for entry in cli.journal.read()[0]] == [
        ("Woo",),
        ("Woo", "Dossier"),
        ("Dossier", "Woo", "nieuw"),
    ]
    path = cli.folder / "2026-11.md"
    path.write_text(path.read_text().replace("Trefwoorden: Woo\n", "Trefwoorden: #woo\n"))
    for tag in ("Woo", "#woo", "WOO"):
        assert "3 notities" in cli("list", "--tag", tag).out
    assert "Trefwoorden: #woo\n" in path.read_text()
    assert cli("moment", "drie", "--tag", "#").status == 0
    assert cli.journal.find("laatste").tags == ()


@pytest.mark.parametrize("command", [["list"], ["courses"], ["agenda"], ["review"], [], ["course", "Woo"]])
def test_a_copy_of_a_month_is_named_once(cli: Cli, command: list[str]) -> None:
    """By every command that reads, however often it does; `check` names it and finds that something is wrong."""
    cli.saved("moment", "een", "--course", "Woo")
    month = cli.folder / "2026-11.md"
    (cli.folder / "Kopie van 2026-11.md").write_bytes(month.read_bytes())
    (cli.folder / "2026-11-01.md").write_text("# Zondag\n", encoding="utf-8")
    done = cli(*command, stdin="\n")
    assert (done.status, done.err.count("Kopie van 2026-11.md")) == (0, 1)
    assert "2026-11-01" not in done.err
    checked = cli("check")
    assert (checked.status, checked.out.count("Kopie van")) == (1, 1)


def test_what_was_chosen_is_shown_by_its_words(cli: Cli) -> None:
    """In `show`, `list`, the last note of today, on the sheet and when it is weighed; JSON has what is kept."""
    answers = "start: 2026-12-07\ngoal_level: team\n"
    note = cli.saved("prepare", "Woo", "--share", "leidinggevende", "--answers", "-", stdin=answers)
    for command in (["show", note], ["list"], [], ["sheet", "Woo"], ["course", "Woo"]):
        for plain in ([], ["--plain"]):
            out = " ".join(cli(*plain, *command).out.split())
            assert "voor het team of de groep" in out, command
            assert "2026-12-07" not in out, command
    for form in ("markdown", "html"):
        assert "voor het team of de groep" in cli("sheet", "Woo", "--format", form).out
    assert '"text": "team"' in cli("show", note, "--json").out


def test_a_list_that_is_empty_because_of_what_was_chosen_says_so(cli: Cli) -> None:
    """And not that there is nothing yet; a word that is no period is told what can be chosen."""
    assert "Schrijf een eerste moment op" in cli("list", "--quarter", "Q1").out
    cli.saved("moment", "een")
    for chosen in (["--quarter", "Q1"], ["--tag", "x"]):
        assert "Hier staat niets bij. leerlog list toont alles." in cli("list", *chosen).out
    done = cli("list", "themalijst")
    assert (done.status, done.out) == (2, "")
    assert "leerlog search themalijst" in done.err
    assert "aanhalingstekens" not in done.err
