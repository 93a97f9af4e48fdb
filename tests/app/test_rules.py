"""What is remembered of the content between runs."""

import os
from pathlib import Path

import pytest

from leerlog.cli.console import here
from leerlog.library.content import load_guide
from leerlog.reports.rules import content_rules
from tests.conftest import Cli


def test_the_remembered_lens_is_that_of_the_content(cli: Cli) -> None:
    """The first time and from memory, but for what the rules do not use of a question."""
    fresh = content_rules(load_guide()[0])
    for _ in range(2):
        kept = here(None, False).rules
        assert (kept.titles, dict(kept.levels), kept.silent, kept.talk) == (
            fresh.titles,
            dict(fresh.levels),
            fresh.silent,
            fresh.talk,
        )
        assert [(q.id, q.text, q.low, q.high) for q in (*kept.conditions, *kept.hill)] == [
            (q.id, q.text, q.low, q.high) for q in (*fresh.conditions, *fresh.hill)
        ]


def test_a_change_in_ones_own_checklists_is_seen(cli: Cli) -> None:
    """A new one, and one that was edited."""
    own = cli.home / "config" / "leerlog" / "checklists"
    own.mkdir(parents=True)
    file = own / "start.yaml"
    text = "id: start\ntitle: Start\nscope: period\nquestions:\n  - id: plan\n    question: Wat?\n"
    assert ("start", "plan") not in here(None, False).rules.levels
    file.write_text(text + "    value: toegepast\n")
    assert here(None, False).rules.levels["start", "plan"] == "toegepast"
    file.write_text(text + "    value: beleving\n")
    os.utime(file, (1, 1))
    assert here(None, False).rules.levels["start", "plan"] == "beleving"


@pytest.mark.parametrize("damage", ["", "[]", "{}", '{"stamp": 1}', "\0"])
def test_a_damaged_memory_is_made_anew(cli: Cli, damage: str) -> None:
    """It is only ever a help."""
    before = here(None, False).rules
    file = cli.home / "state" / "leerlog" / "rules.json"
    file.write_text(damage)
    assert here(None, False).rules.talk == before.talk
    assert file.stat().st_size > 100


def test_a_state_folder_that_refuses_stops_nobody(cli: Cli, tmp_path: Path) -> None:
    """The rules are then worked out every time."""
    (tmp_path / "state").write_text("in de weg")
    assert here(None, False).rules.talk
