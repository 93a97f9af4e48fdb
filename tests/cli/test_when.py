"""Dates and periods on the command line, in the words that people use."""

import json

import pytest

from tests.conftest import Cli


@pytest.mark.parametrize(
    ("on", "day", "minute"),
    [
        ("12 januari", "2026-01-12", "16:42"),
        ("maandag", "2026-11-23", "16:42"),
        ("31-12-2025", "2025-12-31", "16:42"),
        ("31 dec", "2025-12-31", "16:42"),
        ("gisteren 16:00", "2026-11-22", "16:00"),
        ("maandag 9:30", "2026-11-23", "09:30"),
        ("zo 22 november 2026, 16:00", "2026-11-22", "16:00"),
        ("2026-11-20", "2026-11-20", "16:42"),
    ],
)
def test_a_note_is_of_the_day_that_was_meant(cli: Cli, on: str, day: str, minute: str) -> None:
    """Looking back; the saved line says how it was understood."""
    done = cli("moment", "t", "--on", on)
    assert done.status == 0, done.err
    made = json.loads(cli("show", "laatste", "--json").out)
    assert (made["date"], made["time"]) == (day, minute)
    assert f"{int(day[8:])} " in done.out
    assert f"{day[:4]}, {minute}" in done.out


def test_what_is_done_says_on_which_day(cli: Cli) -> None:
    """Where the line itself does not; a day that was written as one is not repeated."""
    ref = cli.saved("agenda", "--add", "Bellen")
    assert cli("done", ref, "--on", "vorige vrijdag").err == "'vorige vrijdag' is vrijdag 20 november 2026.\n"
    assert cli.journal.find("laatste").follow_ups[0].done.isoformat() == "2026-11-20"  # type: ignore[union-attr]
    ref = cli.saved("agenda", "--add", "Bellen")
    assert not cli("done", ref, "--on", "2026-11-20").err


@pytest.mark.parametrize("on", ["ooit", "di 12 jan", "31 november", "gisteren 25:00", "", " ", "2026-11-23T16:42Z"])
def test_what_is_no_day_saves_nothing(cli: Cli, on: str) -> None:
    """In Dutch, with exit code 2."""
    done = cli("moment", "t", "--on", on)
    assert (done.status, done.out) == (2, "")
    assert "--on" in done.err
    assert not cli.folder.exists()


@pytest.fixture
def months(cli: Cli) -> Cli:
    """A note on the first day of some months, and one of today."""
    for day in ("2025-12-01", "2026-05-01", "2026-08-01", "2026-10-01", "2026-11-23"):
        cli.saved("moment", f"op {day}", "--on", day)
    return cli


def listed(cli: Cli, *args: str) -> list[str]:
    done = cli(*args, "--format", "json")
    assert done.status == 0, done.err
    return [entry["date"][:7] for entry in json.loads(done.out)["entries"]]


@pytest.mark.parametrize(
    ("args", "found"),
    [
        (["--from", "december"], ["2025-12", "2026-05", "2026-08", "2026-10", "2026-11"]),
        (["--to", "december"], ["2025-12"]),
        (["--from", "1 mei", "--to", "augustus"], ["2026-05", "2026-08"]),
        (["--from", "maandag"], ["2026-11"]),
        (["mei"], ["2026-05"]),
        (["vorig"], ["2026-08"]),
        (["vorige", "maand"], ["2026-10"]),
        (["Q2"], ["2026-05"]),
        (["2025"], ["2025-12"]),
        (["vandaag"], ["2026-11"]),
        (["mei", "t/m", "augustus"], ["2026-05", "2026-08"]),
        (["--quarter"], ["2026-10", "2026-11"]),
        (["--month", "mei"], ["2026-05"]),
    ],
)
@pytest.mark.parametrize("command", ["list", "export"])
def test_a_period_in_words(months: Cli, command: str, args: list[str], found: list[str]) -> None:
    """With or without an option, as one word or more."""
    assert listed(months, command, *args) == found


def test_a_review_takes_the_words_too(months: Cli) -> None:
    """`vorig` is the previous quarter there."""
    assert json.loads(months("review", "vorig", "--format", "json").out)["period"]["start"] == "2026-07-01"
    assert json.loads(months("review", "mei", "--format", "json").out)["period"]["end"] == "2026-05-31"


def test_how_dates_in_words_were_understood_is_said(months: Cli) -> None:
    """Once, beside the data; a period with a name has it on its page."""
    assert months("export", "--from", "december").err == "Dat is 1 december 2025 t/m 23 november 2026.\n"
    assert months("list", "gisteren").err == "Dat is 22 november 2026.\n"
    for args in (["list", "--from", "2026-08"], ["review", "mei"], ["list", "--month", "mei"], ["review", "vorig"]):
        assert not months(*args).err


@pytest.mark.parametrize(
    "args",
    [
        ["--quarter", ""],
        ["--quarter="],
        ["--week", " "],
        ["--year", ""],
        ["--last", ""],
        [""],
        ["themalijst"],
        ["mei", "--quarter"],
        ["mei", "juni"],
        ["--month", "mei", "--week"],
        ["--from", "mei", "--to", "maart"],
        ["--month", "vorig kwartaal"],
        ["W54"],
    ],
)
@pytest.mark.parametrize("command", ["review", "list", "export", "insights", "share"])
def test_what_names_no_period_shows_nothing(months: Cli, command: str, args: list[str]) -> None:
    """An empty value, two periods, a reversed range, other words: exit code 2, on every command with periods."""
    args = [{"--to": "--until"}.get(arg, arg) if command == "share" else arg for arg in args]
    more = ["--to", "team", "--as", "A", "--yes"] if command == "share" else []
    done = months(command, *args, *more)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("Fout: ")


def test_week_53_in_january(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is of the year before, whichever year the calendar of weeks is in."""
    monkeypatch.setenv("LEERLOG_NOW", "2027-01-05")
    assert json.loads(cli("review", "--week", "W53", "--format", "json").out)["period"]["start"] == "2026-12-28"
    assert json.loads(cli("review", "W53", "--format", "json").out)["period"]["start"] == "2026-12-28"


def test_a_review_has_no_head_without_something_below_it(cli: Cli) -> None:
    """A week has no calendar of its days, and nothing beside nothing is no comparison."""
    cli.saved("moment", "Iets")
    assert "Dagen" not in cli("review", "--week", "--full").out
    assert "\nDagen" in cli("review", "--quarter", "--full").out
    assert "Q2" not in cli("review", "vorig").out
    assert "1 notitie · Q3: 0" in cli("review", "--quarter").out
