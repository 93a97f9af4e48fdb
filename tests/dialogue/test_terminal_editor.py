"""An editor that works in the terminal, as nano does."""

import os
import sys
from pathlib import Path

import pytest

pytest.importorskip("termios")
from tests.terminal import ENTER, Terminal

CODE = """
from leerlog.dialogue.editor import edit
print("klaar", repr(edit("## Wat?\\n\\noud\\n")))
"""
# Shows the file, asks for a line at the terminal that it was given, and puts that on top.
NANO = f"""#!{sys.executable}
import sys
from pathlib import Path
path = Path(sys.argv[-1])
there = path.read_text("utf-8")
assert sys.stdin.isatty() and sys.stdout.isatty()
print(there, flush=True)
path.write_text(input("nieuw> ") + "\\n" + there, "utf-8")
"""


@pytest.mark.parametrize("redirect", ["", " 1>&2"])
def test_what_is_typed_in_the_usual_editor_comes_back(redirect: str, tmp_path: Path) -> None:
    """Without a setting for it, it has the terminal to itself."""
    nano = tmp_path / "nano"
    nano.write_text(NANO, "utf-8")
    nano.chmod(0o755)
    env = {"EDITOR": "", "VISUAL": "", "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    command = ["/bin/sh", "-c", f"exec \"{sys.executable}\" -c '{CODE}'{redirect}"]
    with Terminal(command, columns=80, rows=24, env=env) as terminal:
        terminal.wait_for("nieuw>", "## Wat?")
        terminal.send("Nieuw é" + ENTER)
        assert terminal.end() == 0
        assert "klaar 'Nieuw é\\n## Wat?\\n\\noud\\n'" in terminal.output
