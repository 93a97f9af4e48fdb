"""Turning on completion with Tab: Typer knows how, and would tell of it in English."""

import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import typer

from leerlog.errors import LeerlogError

PROGRAM = "leerlog"
KNOWN = ("bash", "zsh", "fish", "powershell", "pwsh")
# Where Typer puts the script, in the home folder; of PowerShell only the shell itself knows.
_FOLDERS = {"bash": ".bash_completions", "zsh": ".zfunc", "fish": ".config/fish/completions"}


def install(context: typer.Context, asked: bool) -> None:
    """Let the shell that leerlog was started from complete with Tab, as `--install-completion` asks."""
    if not asked or context.resilient_parsing:
        return
    from leerlog.domain.visible import visible

    shell = _shell()
    place = _installed(shell)
    typer.echo(f"Tab vult leerlog nu voor je aan in {shell}. Het script staat in {visible(str(place))}")
    typer.echo("Het werkt zodra je een nieuw venster opent.")
    raise typer.Exit


def show(context: typer.Context, asked: bool) -> None:
    """Print the script for that shell, as `--show-completion` asks."""
    if not asked or context.resilient_parsing:
        return
    from typer._completion_shared import get_completion_script

    from leerlog.cli.app import SHELL_ASKS

    typer.echo(get_completion_script(prog_name=PROGRAM, complete_var=SHELL_ASKS, shell=_shell()))
    raise typer.Exit


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
    from typer._completion_shared import _get_shell_name

    try:
        return _get_shell_name() or ""
    except (OSError, RuntimeError):  # shellingham on a system that it does not know
        return ""


def _installed(shell: str) -> Path:
    """Where the script is, once Typer has put it there.

    Raises:
        LeerlogError: with the reason, when that can't be done.
    """
    from typer._completion_shared import install as put

    try:
        # Typer changes .bashrc before it makes this folder: one that can't be
        # made would leave a line there that fails in every new window.
        if shell in _FOLDERS:
            (Path.home() / _FOLDERS[shell]).mkdir(parents=True, exist_ok=True)
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            return put(shell=shell, prog_name=PROGRAM)[1]
    except Exception as error:  # of files, of encodings, of PowerShell, and Typer's own
        raise LeerlogError(
            f"aanvullen met Tab aanzetten lukt niet{_why(error)}. "
            "leerlog --show-completion toont het script, om zelf te plaatsen."
        ) from error


def _why(error: Exception) -> str:
    if isinstance(error, OSError):
        from leerlog.files import reason

        return f": {error.filename}: {reason(error)}" if error.filename else f": {reason(error)}"
    if isinstance(error, UnicodeError):
        return ": in een bestand van je shell staat tekst die geen UTF-8 is"
    return ""
