"""Tab in a real bash."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Cli

pytest.importorskip("termios")
from tests.terminal import CTRL_U, TAB, Terminal


@pytest.mark.skipif(sys.platform == "win32" or shutil.which("bash") is None, reason="there is no bash here")
def test_names_are_completed_however_they_are_typed(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """After `=`, in quotes and without, with a colon in them; file names are not offered."""
    cli("config", "journal", "add", "team", str(cli.home / "team"))
    for course in ("Zaakgericht werken", "Woo: basis", "Woo: verdieping"):
        cli.saved("--journal", "team", "moment", "een", "--course", course)
    (cli.home / "test.txt").touch()
    monkeypatch.chdir(cli.home)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    # bash must not be replaced by leerlog: then it would not be seen as the shell.
    shown = ["bash", "-c", "leerlog --show-completion; :"]
    script = subprocess.run(shown, capture_output=True, text=True, check=True).stdout
    (cli.home / "rc").write_text(f"PS1='klaar> '\n{script}")
    with Terminal(["bash", "--rcfile", str(cli.home / "rc"), "-i"]) as terminal:
        for typed, full in (
            ("review --journal=te", "review --journal=team"),
            ("list --journal te", "list --journal team"),
            ('sheet --journal team "zaak', 'sheet --journal team "Zaakgericht werken"'),
            ("sheet --journal=team zaak", "sheet --journal=team Zaakgericht\\ werken"),
            ("course --journal team wo", "course --journal team Woo\\:\\"),
            ("course --journal team Woo\\:\\ b", "course --journal team Woo\\:\\ basis"),
        ):
            terminal.wait_for("klaar>")
            terminal.type(f"leerlog {typed}{TAB}")
            terminal.wait_for(f"klaar> leerlog {full}")
            terminal.type(CTRL_U)
