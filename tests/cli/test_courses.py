"""Courses: seen, looked up, and named."""

import json

import pytest

from tests.conftest import Cli

PREPARED = "start: 2026-11-09\nend: 2026-11-18\nresults: Elke brief is duidelijk\ndiscuss: 2026-12-01\n"


def only_course(cli: Cli) -> dict[str, object]:
    """The one course there is, as JSON."""
    (found,) = json.loads(cli("courses", "--format", "json").out)["courses"]
    assert isinstance(found, dict)
    return found


def test_courses_tell_where_they_stand(sample: Cli) -> None:
    """Under their phase, with what is still to do."""
    shown = sample("courses").out
    assert shown.index("Geoogst") < shown.index("Woo-training")
    assert "te doen" in shown
    made = json.loads(sample("courses", "--format", "json").out)
    assert made["schema"] == "leerlog.courses/1"
    assert {course["phase"] for course in made["courses"]} == {"geoogst"}


def test_no_course_yet_is_a_kind_page(cli: Cli) -> None:
    """That says how to begin one, on a line of its own."""
    assert '    leerlog prepare "Woo-training"\n' in cli("courses").out


def test_an_application_window_is_shown_until_something_is_applied(cli: Cli) -> None:
    """By the courses, the course, the agenda and bare leerlog; a potential leaves it open."""
    cli.saved("prepare", "Klare taal", "--answers", "-", stdin=PREPARED)
    cli.saved("moment", "een idee", "--course", "Klare taal", "--value", "potentieel")
    made = only_course(cli)
    assert (made["phase"], made["window"], made["days_left"], made["open"]) == ("afgerond", "2026-12-02", 9, 1)
    assert "de vuistregel uit de handreiking" in " ".join(cli("course", "Klare taal").out.lower().split())
    for command in (["courses"], ["course", "Klare taal"], ["agenda"], []):
        assert "nog 9 dagen" in cli(*command).out, command
    cli.saved("moment", "gedaan", "--course", "klare TAAL", "--value", "toegepast")
    made = only_course(cli)
    assert (made["window"], made["days_left"], made["applied"]) == (None, None, "2026-11-23")
    assert "Om toe te passen" not in cli("agenda").out + cli().out


def test_the_window_has_the_length_of_the_setting(cli: Cli) -> None:
    """And says that it is not the handreiking's."""
    config = cli.home / "config" / "leerlog" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("window_days = 21\n")
    cli.saved("prepare", "Klare taal", "--answers", "-", stdin=PREPARED)
    assert only_course(cli)["days_left"] == 16
    assert "jij koos er 21" in " ".join(cli("course", "Klare taal").out.split())


def test_a_course_is_told_from_preparation_to_harvest(sample: Cli) -> None:
    """What was expected first; in JSON its entries and items."""
    shown = sample("course", "woo-TRAINING").out
    assert shown.index("Verwacht, en wat ervan kwam") < shown.index("a12k15qt") < shown.index("a2k16k7v")
    made = json.loads(sample("course", "Woo-training", "--format", "json").out)
    assert made["schema"] == "leerlog.course/1"
    assert made["entries"][0]["id"] == "a12k15qt"
    assert {entry["course"] for entry in made["entries"]} == {"Woo-training"}
    assert made["follow_ups"]


@pytest.mark.parametrize("command", [["course"], ["list", "--course"]])
def test_a_near_miss_is_an_error_that_names_the_course(sample: Cli, command: list[str]) -> None:
    """Where something is to be read; so is a name that nothing is near to."""
    done = sample(*command, "Wo-training")
    assert (done.status, done.out) == (2, "")
    assert "Bedoel je Woo-training?" in done.err
    done = sample(*command, "Excel")
    assert done.status == 2
    assert "Bedoel je" not in done.err


def test_a_known_spelling_is_used(cli: Cli) -> None:
    """By a note, a checklist and a file of answers; however long ago it was."""
    cli.saved("moment", "een", "--course", "Café de kaart", "--on", "2020-01-05")
    cli.saved("moment", "twee", "--course", "cafe DE kaart")
    cli.saved("during", "CAFÉ de kaart", "--answers", "-", stdin="practice: oefenen")
    cli.saved("insights", "--answers", "-", stdin="course: Cafe de Kaart\nstory: een verhaal")
    cli("during", "café de Kaart", stdin="oefenen\n")
    assert {entry.course for entry in cli.journal.read()[0]} == {"Café de kaart"}
    assert len(cli.journal.read()[0]) == 5


def test_of_two_known_spellings_the_last_one_is_used(cli: Cli) -> None:
    """Where a person wrote both by hand."""
    for day, name in (("2026-01-05", "WOO"), ("2026-02-05", "Woo")):
        cli.saved("moment", "een", "--course", "Tijdelijk", "--on", day)
        path = cli.folder / f"{day[:7]}.md"
        path.write_text(path.read_text().replace("Tijdelijk", name))
    cli.saved("moment", "twee", "--course", "woo")
    assert cli.journal.find("laatste").course == "Woo"


def test_a_near_miss_is_saved_as_given_and_told(cli: Cli) -> None:
    """A note is not held up where nobody is there to be asked."""
    cli.saved("moment", "een", "--course", "Woo-training", "--on", "2026-03-01")
    for args in (["moment", "twee", "--course", "Wo-training"], ["during", "Wo-training", "--answers", "-"]):
        done = cli(*args, stdin="practice: x")
        assert done.status == 0
        assert "lijkt op 'Woo-training'" in done.err
        assert cli.journal.find("laatste").course == "Wo-training"
        (cli.folder / "2026-11.md").unlink()


def test_a_course_is_one_however_its_name_is_written(cli: Cli) -> None:
    """Wherever it is named: saved, listed, in the agenda, and of those by hand."""
    cli.saved("moment", "een", "--course", "Woo-training")
    for name in ("Woo training", "WooTraining", "woo_training"):
        cli.saved("moment", "twee", "--course", name)
    assert cli("agenda", "--add", "Bellen", "--course", "woo training").status == 0
    assert {entry.course for entry in cli.journal.read()[0]} == {"Woo-training"}
    path = cli.folder / "2026-11.md"
    path.write_text(path.read_text().replace("Traject: Woo-training", "Traject: Woo Training", 1))
    assert cli("courses").out.count("raining") == 1
    assert "5 notities" in cli("list", "--course", "WOO. training").out
    assert "5 notities" in cli("course", "Woo/training").out


@pytest.mark.parametrize("name", ["x" * 300, "een\ntwee", " ", "a\0b"])
@pytest.mark.parametrize("command", [["course"], ["list", "--course"], ["moment", "x", "--course"], ["during"]])
def test_a_name_that_can_not_be_is_refused(cli: Cli, command: list[str], name: str) -> None:
    """Wherever a course is named, and nothing is saved."""
    done = cli(*command, name, stdin="x\n")
    assert done.status == 2
    assert "Traceback" not in done.err
    assert not list(cli.folder.glob("*.md"))
