"""Turning on completion with Tab."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from leerlog.cli import tab
from tests.conftest import WINDOWS, Cli


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
    """A .bashrc that is none, and a PowerShell that is not there or will not."""
    shell("bash")
    (cli.home / ".bashrc").mkdir()
    assert "er staat een map op die plek" in cli("--install-completion").err
    shell("pwsh")
    for error in (FileNotFoundError(2, "No such file", "pwsh"), subprocess.CalledProcessError(1, "pwsh")):
        monkeypatch.setattr(subprocess, "run", lambda *_, e=error, **__: _raiser(e)())
        done = cli("--install-completion")
        assert done.status == 1
        assert done.err.startswith("Fout: aanvullen met Tab aanzetten lukt niet")
        assert "No such" not in done.err


@pytest.mark.skipif(WINDOWS, reason="links and modes are of POSIX")
@pytest.mark.parametrize("name", [".bashrc", ".zshrc"])
def test_what_stands_there_stays_as_it_was(cli: Cli, shell: Callable[[str], None], name: str) -> None:
    """Byte for byte, in any encoding, through a link and with its mode; a second time nothing is added."""
    shell(name[1:-2])
    mine = b"# caf\xe9\r\nexport X=1"
    (cli.home / "dotfiles").write_bytes(mine)
    (cli.home / "dotfiles").chmod(0o644)
    (cli.home / name).symlink_to(cli.home / "dotfiles")
    assert cli("--install-completion").status == 0
    made = (cli.home / "dotfiles").read_bytes()
    assert made.startswith(mine + b"\n")
    assert (cli.home / name).is_symlink()
    assert (cli.home / "dotfiles").stat().st_mode & 0o777 == 0o644
    assert cli("--install-completion").status == 0
    assert (cli.home / "dotfiles").read_bytes() == made
    assert not list(cli.home.rglob(".*.tmp"))


@pytest.mark.parametrize("before", [b"", b"# van mij\n", "\ufeff# café\r\n".encode("utf-16-le")])
def test_the_profile_of_powershell_is_added_to_once(
    cli: Cli, shell: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, before: bytes
) -> None:
    """In the encoding that it has."""
    shell("pwsh")
    profile = cli.home / "WindowsPowerShell" / "profile.ps1"
    profile.parent.mkdir()
    profile.write_bytes(before)

    def run(command: list[str], **_: object) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.CompletedProcess(command, 0, f"{profile}\r\n".encode())

    monkeypatch.setattr(subprocess, "run", run)
    for _ in range(2):
        assert cli("--install-completion").status == 0
    text = profile.read_bytes().decode("utf-16" if before.startswith(b"\xff") else "utf-8")
    assert text.startswith(before.decode("utf-16" if before.startswith(b"\xff") else "utf-8"))
    assert text.count("Register-ArgumentCompleter") == 1


def test_no_home_is_told(cli: Cli, shell: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is that one said in English."""
    shell("bash")
    monkeypatch.setattr(Path, "home", _raiser(RuntimeError("Could not determine home directory.")))
    assert cli("--install-completion").err.startswith("Fout: aanvullen met Tab aanzetten lukt niet. leerlog")
