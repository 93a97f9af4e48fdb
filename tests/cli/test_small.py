"""A window of 40 columns and 20 rows: what is asked and where the answer goes stand in it."""

import sys

import pytest

from tests.conftest import Cli
from tests.terminal import Terminal


@pytest.mark.parametrize(
    ("args", "asked"),
    [
        (["moment"], "Wat heeft jou verwonderd"),
        (["prepare", "Woo"], "Met wie bereid je dit voor?"),
        (["done"], "Welke afspraak is gedaan?"),
        (["debrief", "Woo"], "Hoe was het?"),
    ],
)
def test_a_question_its_answer_and_the_keys_fit(cli: Cli, args: list[str], asked: str) -> None:
    """None of them is pushed out, and no line is cut off by the window."""
    cli("agenda", "--add", "Bellen met de provincie over de Woo", "--due", "vrijdag")
    with Terminal([sys.executable, "-m", "leerlog", *args], columns=40, rows=20) as terminal:
        screen = terminal.wait_for("Ctrl+C", asked, "\n>")
    assert max(map(len, screen.split("\n"))) < 40
