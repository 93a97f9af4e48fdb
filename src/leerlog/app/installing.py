"""The program without Python in its place: among the user's own programs, where a terminal and the menu find it.

Nothing here needs rights: all of it lies in the user's own profile.
"""

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from leerlog.app.setting import Setting
from leerlog.errors import LeerlogError, UsageError

NAME = "leerlog"


class Place(NamedTuple):
    """Where the program goes, and what leads to it.

    folder: of the program.
    command: what is typed at, None where the folder itself is on the path.
    shortcut: what is clicked on.
    """

    folder: Path
    command: Path | None
    shortcut: Path

    @property
    def program(self) -> Path:
        """The file that is run."""
        return self.folder / Path(sys.executable).name


def place() -> Place:
    """Where it goes on this computer."""
    home = Path.home()
    if sys.platform == "win32":
        from leerlog.app.windows import menu_folder, programs_folder

        return Place(programs_folder() / NAME, None, menu_folder() / f"{NAME}.lnk")
    if sys.platform == "darwin":
        folder = home / "Library" / "Application Support" / NAME / "programma"
        return Place(folder, home / ".local" / "bin" / NAME, home / "Applications" / f"{NAME}.command")
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return Place(data / NAME / "programma", home / ".local" / "bin" / NAME, data / "applications" / f"{NAME}.desktop")


def install(setting: Setting) -> None:
    """Put the program in its place, on the path and in the menu; what was installed before is replaced.

    Raises:
        UsageError: when this is not the program without Python.
        LeerlogError: when the one that was installed is running.
    """
    ours, at = _program(), place()
    if ours != at.folder:
        _copy(ours, at.folder)
    ready = _find(at)
    clicked = _make_shortcut(at)
    setting.confirm(f"{NAME} staat nu in {at.folder}")
    setting.tell(
        f"Typ in een nieuw venster: {NAME}"
        if ready
        else f"{at.command} staat nog niet op je pad. Zet in ~/.profile of ~/.zprofile: export PATH=~/.local/bin:$PATH"
    )
    if clicked:
        setting.tell(f"In je menu staat het ook: {NAME}.")
    setting.tell(f"Eraf: {NAME} install --undo. Wat je in je leerlog schreef, blijft altijd staan.")


def uninstall(setting: Setting) -> None:
    """Take the program off the path, out of the menu, and away.

    Raises:
        UsageError: when this is not the program without Python.
    """
    ours, at = _program(), place()
    at.shortcut.unlink(missing_ok=True)
    if sys.platform == "win32":
        from leerlog.app.windows import leave_path

        leave_path(at.folder)
    elif at.command and at.command.is_symlink():
        at.command.unlink()
    # Windows keeps what is running.
    stays = ours == at.folder and sys.platform == "win32"
    setting.confirm(f"{NAME} is eraf. Wat je in je leerlog schreef, staat er nog.")
    if stays:
        setting.tell(f"Sluit dit venster, en gooi dan de map weg: {at.folder}")
    else:
        shutil.rmtree(at.folder, ignore_errors=True)


def _program() -> Path:
    """The folder of the program that is running.

    Raises:
        UsageError: when Python runs it.
    """
    if not getattr(sys, "frozen", False):
        raise UsageError(
            f"dit {NAME} werkt met Python en is al geïnstalleerd. "
            "leerlog install hoort bij het programma zonder Python, uit de zip."
        )
    return Path(sys.executable).resolve().parent


def _copy(source: Path, target: Path) -> None:
    """Put a copy in place of what is there: all of it, or nothing.

    Raises:
        LeerlogError: when what is there is running.
    """
    fresh, old = (target.with_name(f"{target.name}.{word}") for word in ("nieuw", "oud"))
    for each in (fresh, old):
        shutil.rmtree(each, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(source, fresh, symlinks=True)
    try:
        if target.exists():
            target.rename(old)
        fresh.rename(target)
    except PermissionError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        raise LeerlogError(
            f"het {NAME} dat er al staat, is nog open. Sluit alle vensters waarin het draait, en probeer het opnieuw."
        ) from error
    shutil.rmtree(old, ignore_errors=True)


def _find(at: Place) -> bool:
    """Let a terminal find the program; whether a new one does."""
    if sys.platform == "win32":
        from leerlog.app.windows import join_path

        join_path(at.folder)
        return True
    assert at.command
    at.command.parent.mkdir(parents=True, exist_ok=True)
    if at.command.exists() and not at.command.is_symlink():
        raise LeerlogError(f"{at.command} is van een ander programma. Haal het weg, en probeer het opnieuw.")
    at.command.unlink(missing_ok=True)
    at.command.symlink_to(at.program)
    return str(at.command.parent) in os.environ.get("PATH", "").split(os.pathsep)


def _make_shortcut(at: Place) -> bool:
    """Put in the menu what opens a terminal with the first screen, and leaves it open; whether that could be done."""
    with suppress(OSError):  # without it leerlog works as well
        at.shortcut.parent.mkdir(parents=True, exist_ok=True)
        if sys.platform == "win32":
            from leerlog.app.windows import write_shortcut

            shell = os.environ.get("COMSPEC", "cmd.exe")
            write_shortcut(at.shortcut, shell, f'/k "{at.program}"', Path.home())
        else:
            at.shortcut.write_text((_command if sys.platform == "darwin" else _desktop)(at.program), "utf-8")
            at.shortcut.chmod(0o700)
        return True
    return False


def _desktop(program: Path) -> str:
    # After the first screen a shell, so that the next command can be typed.
    line = f'sh -c "\\"{program}\\"; exec \\"${{SHELL:-sh}}\\""'
    return (
        "[Desktop Entry]\nType=Application\nName=leerlog\nComment=Je leerlog op de werkplek\n"
        f"Exec={line}\nTerminal=true\nCategories=Office;\n"
    )


def _command(program: Path) -> str:
    return f'#!/bin/sh\n"{program}"\nexec "${{SHELL:-zsh}}"\n'
