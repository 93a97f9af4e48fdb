"""Turning on completion with Tab."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from leerlog.cli import tab
from tests.conftest import Cli


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes leerlog see this shell around it."""
    return lambda name: monkeypatch.setattr(tab, "detected", lambda: name)


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("bash", ".bash_completions/leerlog.sh"),
        ("zsh", ".zfunc/_leerlog"),
        ("fish", ".config/fish/completions/leerlog.fish"),
    ],
)
def test_it_is_turned_on_and_told_in_dutch(cli: Cli, shell: Callable[[str], None], name: str, script: str) -> None:
    """Where the script is, and when it works; the same script is what --show-completion shows."""
    shell(name)
    done = cli("--install-completion")
    place = cli.home / script
    assert (done.status, done.err) == (0, "")
    assert done.out == (
        f"Tab vult leerlog nu voor je aan in {name}. Het script staat in {place}\n"
        "Het werkt zodra je een nieuw venster opent.\n"
    )
    assert cli("--show-completion").out.strip() == place.read_text().strip()
    assert "complete_" + name in place.read_text()


@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
def test_a_shell_that_is_not_known_is_told(cli: Cli, shell: Callable[[str], None], option: str) -> None:
    """Or none at all; which ones there are is said too."""
    for name, told in (("dash", "in dash kan ik niet aanvullen"), ("", "ik zie niet welke shell je gebruikt")):
        shell(name)
        done = cli(option)
        assert (done.status, done.out) == (1, "")
        assert done.err.startswith(f"Fout: {told}")
        assert "bash, zsh, fish en PowerShell" in done.err


def test_a_system_without_shells_is_no_failure_of_leerlog(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shellingham gives up in several ways."""
    for error in (OSError(), NotImplementedError(), PermissionError()):
        monkeypatch.setattr("shellingham.detect_shell", _raiser(error))
        assert tab.detected() == ""


def _raiser(error: Exception) -> Callable[[], None]:
    def fail() -> None:
        raise error

    return fail


def test_a_home_that_cannot_be_written_stays_as_it_is(cli: Cli, shell: Callable[[str], None]) -> None:
    """No line that fails in every new window is left in .bashrc; the way round is told."""
    shell("bash")
    (cli.home / ".bash_completions").write_text("geen map")
    (cli.home / ".bashrc").write_text("# van mij\n")
    done = cli("--install-completion")
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("Fout: aanvullen met Tab aanzetten lukt niet: ")
    assert ".bash_completions" in done.err
    assert "leerlog --show-completion" in done.err
    assert (cli.home / ".bashrc").read_text() == "# van mij\n"


def test_other_failures_are_told_in_dutch(
    cli: Cli, shell: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A .bashrc in another encoding, and a PowerShell that is not there or will not."""
    shell("bash")
    (cli.home / ".bashrc").write_bytes(b"# caf\xe9\n")
    assert "staat tekst die geen UTF-8 is" in cli("--install-completion").err
    assert (cli.home / ".bashrc").read_bytes() == b"# caf\xe9\n"
    shell("pwsh")
    for error in (FileNotFoundError(2, "No such file", "pwsh"), subprocess.CalledProcessError(1, "pwsh")):
        monkeypatch.setattr(subprocess, "run", lambda *_, e=error, **__: _raiser(e)())
        done = cli("--install-completion")
        assert done.status == 1
        assert done.err.startswith("Fout: aanvullen met Tab aanzetten lukt niet")
        assert "No such" not in done.err


def test_no_home_is_told(cli: Cli, shell: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is that one said in English."""
    shell("bash")
    monkeypatch.setattr(Path, "home", _raiser(RuntimeError("Could not determine home directory.")))
    assert cli("--install-completion").err.startswith("Fout: aanvullen met Tab aanzetten lukt niet. leerlog")
