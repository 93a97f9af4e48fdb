"""Run a command as somebody with a home of their own, and measure it: on any system."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

# What in the environment is the person's own; to what Windows says, platformdirs listens only by other names.
_HOMES = ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR")
_OF_WINDOWS = ("APPDATA", "LOCAL_APPDATA", "PERSONAL")
_OWN = ("PYTHONDONTWRITEBYTECODE", "LEERLOG_PLAIN", "LEERLOG_JOURNAL")


class Ran(NamedTuple):
    """What a command took: seconds of the processor, and the most memory in MB.

    Windows does not say what another program took: there the seconds are of the clock, and the memory is 0.
    """

    seconds: float
    megabytes: float


def at_home(folder: Path, now: date) -> dict[str, str]:
    """The environment of somebody whose home this folder is, on a day."""
    kept = {name: value for name, value in os.environ.items() if name not in _OWN}
    homes = dict.fromkeys((*_HOMES, *(f"WIN_PD_OVERRIDE_{name}" for name in _OF_WINDOWS)), str(folder))
    return kept | homes | {"LEERLOG_NOW": f"{now}T16:42"}


def run(command: Sequence[str], environment: Mapping[str, str]) -> Ran:
    """Run a command to its end; what it writes on stdout nobody reads, and when it fails all ends."""
    quiet, start = subprocess.DEVNULL, time.perf_counter()
    with subprocess.Popen(command, env=environment, stdin=quiet, stdout=quiet) as process:
        if not hasattr(os, "wait4"):
            process.wait()
            took = Ran(time.perf_counter() - start, 0)
        else:
            _, ended, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(ended)
            took = Ran(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return took
