"""Lines of text alone: offered once to whoever may want them, and kept by a setting."""

import sys

import pytest

from leerlog.cli.aloud import BARE, READ_OUT, why_plain
from tests.conftest import Cli
from tests.terminal import Terminal

OFFER = "leerlog config plain ja"


@pytest.mark.parametrize(
    ("env", "runs", "why"),
    [
        ({"TERM": "xterm"}, False, ""),
        ({"TERM": "xterm", "QT_ACCESSIBILITY": "1", "GNOME_ACCESSIBILITY": "0"}, False, ""),
        ({"TERM": "dumb"}, False, BARE),
        ({"TERM": "dumb", "EMACSPEAK_DIR": "/usr/share/emacspeak"}, False, READ_OUT),
        ({"ACCESSIBILITY_ENABLED": "1"}, False, READ_OUT),
        ({}, True, READ_OUT),
    ],
)
def test_a_screen_reader_is_seen_by_what_only_that_sets(env: dict[str, str], runs: bool, why: str) -> None:
    """What a desktop sets for everybody says nothing."""
    assert why_plain(env, lambda: runs) == why


def test_a_setting_makes_everything_lines(cli: Cli) -> None:
    """By the front door and by Typer; no takes it away."""
    cli("moment", "Een burger wist het.")
    plain, drawn = cli("--plain", "list").out, cli("list").out
    assert plain != drawn
    assert cli("config", "plain", "ja").out == "Ingesteld: plain = ja\n"
    assert cli("config", "plain").out == "ja\n"
    assert cli("list").out == plain
    assert cli("config", "plain", "misschien").status == 2
    cli("config", "plain", "nee")
    assert cli("list").out == drawn


def test_it_is_offered_once(cli: Cli) -> None:
    """At a terminal that shows no more than letters; a pipe is told nothing."""
    assert OFFER not in cli("list").err
    args = [sys.executable, "-m", "leerlog"]
    for times in (1, 0):
        with Terminal(args, env={"TERM": "dumb"}) as terminal:
            assert terminal.end() == 0
            assert terminal.text.count(OFFER) == times
