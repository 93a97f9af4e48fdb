"""Turning on completion with Tab: the scripts are Typer's; they are put in place as every file is."""

import subprocess
from pathlib import Path

import typer
from typer._completion_shared import _get_shell_name, get_completion_script

from leerlog import files
from leerlog.cli.door import SHELL_ASKS
from leerlog.domain.text import LONGEST_MARK, decode, encoding_of, visible
from leerlog.errors import LeerlogError

PROGRAM = "leerlog"
KNOWN = ("bash", "zsh", "fish", "powershell", "pwsh")
# Where the script goes, in the home folder; of PowerShell only the shell itself knows.
_SCRIPTS = {
    "bash": f".bash_completions/{PROGRAM}.sh",
    "zsh": f".zfunc/_{PROGRAM}",
    "fish": f".config/fish/completions/{PROGRAM}.fish",
}
_AT_START = {"bash": ".bashrc", "zsh": ".zshrc"}  # what the shell reads when it begins


def install(context: typer.Context, asked: bool) -> None:
    """Let the shell that leerlog was started from complete with Tab, as `--install-completion` asks."""
    if not asked or context.resilient_parsing:
        return
    shell = _shell()
    place = _installed(shell)
    typer.echo(f"Tab vult leerlog nu voor je aan in {shell}. Het script staat in {visible(str(place))}")
    typer.echo("Het werkt zodra je een nieuw venster opent.")
    raise typer.Exit


def show(context: typer.Context, asked: bool) -> None:
    """Print the script for that shell, as `--show-completion` asks."""
    if not asked or context.resilient_parsing:
        return
    from leerlog.cli.out import emit

    emit(_script(_shell()) + "\n")
    raise typer.Exit


def _script(shell: str) -> str:
    return get_completion_script(prog_name=PROGRAM, complete_var=SHELL_ASKS, shell=shell)


def _shell() -> str:
    """The shell that leerlog was started from.

    Raises:
        LeerlogError: when it can't be seen, or is one that Typer has no script for.
    """
    found = detected()
    if not found:
        raise LeerlogError(f"ik zie niet welke shell je gebruikt. Aanvullen met Tab kan in {_names()}.")
    if found not in KNOWN:
        raise LeerlogError(f"in {found} kan ik niet aanvullen met Tab. Het kan wel in {_names()}.")
    return found


def _names() -> str:
    return "bash, zsh, fish en PowerShell"


def detected() -> str:
    """The shell's name as it is seen from here; "" when it is not."""
    try:
        return _get_shell_name() or ""
    except (OSError, RuntimeError):  # shellingham on a system that it does not know
        return ""


def _installed(shell: str) -> Path:
    """Where the script is, once it has been put there.

    Raises:
        LeerlogError: with the reason, when that can't be done.
    """
    try:
        return _put(shell) if shell in _SCRIPTS else _put_in_profile(shell)
    except Exception as error:  # of files, of no home, of PowerShell
        raise LeerlogError(
            f"aanvullen met Tab aanzetten lukt niet{_why(error)}. "
            "leerlog --show-completion toont het script, om zelf te plaatsen."
        ) from error


def _put(shell: str) -> Path:
    """The script before the line that names it: that line alone would fail in every new window."""
    place = Path.home() / _SCRIPTS[shell]
    files.make_folder(place.parent)
    files.sweep(place.parent)
    files.write(place, f"{_script(shell)}\n".encode())
    if shell in _AT_START:
        start = Path.home() / _AT_START[shell]
        before = _read(start)
        lines = _lines(shell, place, before)
        if lines:
            files.write(start, before + lines)
    return place


def _lines(shell: str, place: Path, before: bytes) -> bytes:
    """What the shell has to read when it begins, as far as it doesn't stand there yet."""
    if shell == "bash":
        lines = [f"source '{place}'"]
    else:
        lines = ["fpath+=~/.zfunc; autoload -Uz compinit; compinit"]
        lines += [] if b"zstyle" in before else ["zstyle ':completion:*' menu select"]
    new = [line for line in lines if line.encode() not in before]
    return "".join(f"\n{line}\n" for line in new).encode()


def _put_in_profile(shell: str) -> Path:
    # A profile is only read where scripts may run.
    policy = [shell, "-Command", "Set-ExecutionPolicy", "Unrestricted", "-Scope", "CurrentUser"]
    subprocess.run(policy, check=False, capture_output=True)  # noqa: S603
    told = subprocess.run([shell, "-NoProfile", "-Command", "echo", "$profile"], check=True, stdout=subprocess.PIPE)  # noqa: S603
    try:
        place = Path(told.stdout.decode().strip())
    except UnicodeDecodeError:
        place = Path(told.stdout.decode("cp1252", "replace").strip())
    files.make_folder(place.parent)
    before, script = _read(place), f"{_script(shell)}\n"
    encoding = encoding_of(before[:LONGEST_MARK])
    made = (decode(before) + script).encode(encoding) if encoding.startswith("utf-16") else before + script.encode()
    if script.strip() not in before.decode(encoding, "replace"):
        files.write(place, made)
    return place


def _read(path: Path) -> bytes:
    try:
        return files.contents(path)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise LeerlogError(f"ik kan {path} niet lezen: {files.reason(error, reading=True)}.") from error


def _why(error: Exception) -> str:
    if isinstance(error, LeerlogError):
        return f": {error}".rstrip(".")
    return f": {files.reason(error)}" if isinstance(error, OSError) else ""
