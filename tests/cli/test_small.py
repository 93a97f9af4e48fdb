"""A window of 40 columns and 20 rows: what is asked and where the answer goes stand in it."""

import sys

import pytest

from leerlog.domain.text import cells
from leerlog.library.content import load_checklist
from tests.conftest import Cli
from tests.terminal import CTRL_U, ENTER, F1, FOOTER, Terminal

LONG = "Ik doe de eerste drie verzoeken na de training samen met Noor, zodat ik meteen oefen. " * 9 + "Klaar."


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


def in_sight(terminal: Terminal, *texts: str) -> str:
    """What is asked; it stands in the window with the answer, the keys and these texts, and no line is cut off."""
    assert terminal.until(lambda screen: FOOTER in screen and terminal.typed and all(text in screen for text in texts))
    assert max(map(cells, terminal.text.split("\n"))) <= 40
    return terminal.asked


def test_from_the_first_question_to_the_last_nothing_scrolls_away(cli: Cli) -> None:
    """Not for an explanation, a long answer, why it was refused, or what there is to choose from."""
    prompts = [prompt.text for prompt in load_checklist("prepare").prompts() if not prompt.after_no]
    seen = []
    with Terminal([sys.executable, "-m", "leerlog", "prepare", "Woo"], columns=40, rows=20) as terminal:
        while (asked := in_sight(terminal)) in prompts:
            seen.append(asked)
            hard = {"Wanneer is het afgelopen?": (LONG + ENTER, "geen datum"), "Wat wil je leren?": (LONG, "Klaar.")}
            if asked in hard:
                for keys, *there in (hard[asked], (F1, "Klaar."), (CTRL_U, "\n>\n")):
                    terminal.type(keys)
                    assert in_sight(terminal, *there) == asked
            before = terminal.text
            terminal.type(ENTER if len(seen) > 1 else "1" + ENTER)
            assert terminal.until(lambda screen, before=before: FOOTER in screen and screen != before)
    assert asked == "Delen met: team, leidinggevende?"
    assert seen == prompts
