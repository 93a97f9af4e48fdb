"""Whether somebody seems to listen to this terminal, or to see no more than its letters."""

import os
import sys
from collections.abc import Callable, Mapping

from leerlog.domain.text import SIMPLE

READ_OUT = "Zo te zien gebruik je een schermlezer."
BARE = "Je terminal toont alleen letters, zonder kleur of opmaak."
# What is only set where somebody listens; a desktop sets QT_ACCESSIBILITY and its like for everybody.
SIGNS = ("EMACSPEAK_DIR", "ACCESSIBILITY_ENABLED", "GNOME_ACCESSIBILITY")
_ASK_WINDOWS = 0x46  # SPI_GETSCREENREADER, which NVDA, JAWS and Narrator set


def why_plain(env: Mapping[str, str] = os.environ, ask: Callable[[], bool] | None = None) -> str:
    """What says that lines of text alone may suit the person better, as a sentence; "" when nothing does.

    ask: asks the system whether a screen reader runs; None where it can't be asked.
    """
    ask = ask or (_windows_says if sys.platform == "win32" else None)
    if any(env.get(name, "0") not in ("", "0") for name in SIGNS) or (ask and ask()):
        return READ_OUT
    return BARE if env.get("TERM", "") in SIMPLE else ""


def _windows_says() -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    runs = ctypes.c_int(0)
    done = ctypes.windll.user32.SystemParametersInfoW(_ASK_WINDOWS, 0, ctypes.byref(runs), 0)
    return bool(done and runs.value)
