"""The folders that held a journal before.

When one of them is gone, a network drive is probably not connected. Starting an
empty journal in its place would hide all that was written, so leerlog refuses.
"""

import os
from pathlib import Path


def remember(known: Path, folder: Path) -> None:
    """Note that this folder holds a journal; a state folder that can't be written is no reason to stop."""
    if remembered(known, folder):
        return
    try:
        known.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = os.open(known, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(file, _line(folder) + b"\n")
        finally:
            os.close(file)
    except OSError:
        return


def remembered(known: Path, folder: Path) -> bool:
    """Whether this folder held a journal before."""
    try:
        return _line(folder) in known.read_bytes().splitlines()
    except OSError:
        return False


def _line(folder: Path) -> bytes:
    return os.fsencode(folder.absolute()).replace(b"\n", b"?").replace(b"\r", b"?")


def gone(folder: Path) -> str:
    """What to say when a folder that held a journal is not there."""
    return (
        f"de map {folder} is er niet, terwijl er eerder een leerlog in stond. Staat zij op een netwerkschijf "
        "of een stick, maak dan eerst verbinding. Is zij verplaatst, geef dan de nieuwe plek met --journal. "
        "Wil je opnieuw beginnen, maak de map dan zelf aan."
    )
