"""The matrix of a review, as it is asked for: which parts a period falls apart into."""

import json

import pytest


@pytest.fixture
def told(cli):
    """The names of the parts of a review that is asked for so."""
    cli("moment", "een", "--value", "toegepast", "--on", "2026-01-03")
    cli("moment", "twee", "--value", "beleving", "--on", "2025-12-30")

    def parts(*args):
        return [part["period"]["label"] for part in json.loads(cli("review", *args, "--format", "json").out)["matrix"]]

    return parts


def test_a_period_falls_apart_as_is_asked(told):
    """By itself a year in quarters and everything in years; `--per` says otherwise, in Dutch too."""
    assert told("--all") == ["2025", "2026"]
    assert told("--year", "2026")[0] == "eerste kwartaal 2026"
    assert told("--all", "--per", "quarter") == ["vierde kwartaal 2025", "eerste kwartaal 2026"]
    assert told("--from", "2025-12-29", "--to", "2026-01-04", "--per", "Week") == ["week 1 van 2026"]
    assert told("--from", "2025-12-29", "--to", "2026-01-04", "--per", "maand") == ["december 2025", "januari 2026"]


@pytest.mark.parametrize("given", [["--per", "dag"], ["--per", ""], ["--per", "week", "--weigh"]])
def test_other_parts_there_are_none(cli, given):
    """It is said which there are, and nothing is shown."""
    made = cli("review", "--all", *given)
    assert (made.status, made.out) == (2, "")
    assert "Kies" in made.err
