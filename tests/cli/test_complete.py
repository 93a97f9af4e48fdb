"""What the shell completes."""

import os
import subprocess
import sys

from tests.conftest import Cli


def completed(cli: Cli, *words: str, shell: str = "bash") -> list[str]:
    """What Tab gives after these words, the last of them unfinished."""
    settings = {"_LEERLOG_COMPLETE": f"complete_{shell}", "COMP_CWORD": str(len(words) - 1)}
    settings |= {"COMP_WORDS": " ".join(words), "_TYPER_COMPLETE_ARGS": " ".join(words)}
    command = [sys.executable, "-c", "from leerlog.cli.main import main; main()"]
    done = subprocess.run(command, env=os.environ | settings, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout.split("\n")[:-1]


def test_courses_are_completed(cli: Cli) -> None:
    """Without regard to capitals, and safe for the shell."""
    for name in ("Woo-training", "Zaakgericht werken", "Bram's $HOME"):
        cli.saved("moment", "een", "--course", name)
    assert completed(cli, "leerlog", "course", "wo") == ["Woo-training"]
    assert completed(cli, "leerlog", "prepare", "z") == ["Zaakgericht\\ werken"]
    assert completed(cli, "leerlog", "moment", "--course", "b") == ["Bram\\'s\\ \\$HOME"]


def test_ids_are_completed(cli: Cli) -> None:
    """The newest first; also of a month long ago, once its two characters are there."""
    old = cli.saved("moment", "oud", "--on", "2020-02-02")
    new = [cli.saved("moment", "een"), cli.saved("moment", "twee")]
    assert set(completed(cli, "leerlog", "show", "a2")) == set(new)
    assert completed(cli, "leerlog", "moment", "--builds-on", old[:4]) == [old]
    assert "twee" in "".join(completed(cli, "leerlog", "story", new[1][:5], shell="zsh"))


def test_nothing_is_completed_without_a_word_about_it(cli: Cli) -> None:
    """Without a journal, with one that can't be read, and for an id that is none."""
    for words in (["course", ""], ["show", "a2"], ["show", "!!"], ["story", "zz"]):
        assert completed(cli, "leerlog", *words) in ([], [""])
    cli.folder.write_text("geen map")
    assert completed(cli, "leerlog", "course", "x") in ([], [""])
