"""A real editor in a real terminal."""

import os
import shutil
import sys

import pytest

pytest.importorskip("pexpect")
from tests.terminal import ENTER, Terminal

CODE = """
from leerlog.dialogue.editor import edit
print("klaar", repr(edit("## Wat?\\n\\noud\\n")))
"""


@pytest.mark.skipif(not shutil.which("nano"), reason="nano is not installed: apt-get install nano")
@pytest.mark.parametrize("redirect", ["", " 1>&2"])
def test_nano(redirect: str) -> None:
    """What is typed in nano comes back, without a setting for the editor."""
    env = {"EDITOR": "", "VISUAL": "", "PATH": os.environ["PATH"]}
    command = ["/bin/sh", "-c", f"exec \"{sys.executable}\" -c '{CODE}'{redirect}"]
    with Terminal(command, columns=80, rows=24, env=env) as terminal:
        terminal.wait_for("GNU nano", "## Wat?")
        terminal.type("Nieuw é" + ENTER)
        terminal.wait_for("Nieuw é")
        terminal.type("\x18")
        terminal.wait_for("Y Yes")
        terminal.type("y")
        terminal.wait_for("File Name to Write")
        terminal.type(ENTER)
        assert terminal.end() == 0
        assert "klaar 'Nieuw é\\n## Wat?\\n\\noud\\n'" in terminal.output
