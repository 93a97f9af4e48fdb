"""The program without Python beside leerlog in Python: python bench/program.py PROGRAM [--python X] [--under wine].

PROGRAM: what `python program/build.py` made, leerlog or leerlog.exe. Each figure
is a median of seconds of the clock over rounds in which all take turns, as a
ratio to `python -c pass` of the same round. Cold is after the system forgot all
files it had read, for which one has to be root on Linux; else there is only warm.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from running import at_home

FORGET = Path("/proc/sys/vm/drop_caches")
WORDS = ("moment", "Een burger wist het zelf al")


def seconds(command: list[str], environment: dict[str, str], *, cold: bool) -> float:
    """What a command takes by the clock; every stream a pipe, since Wine takes nothing else."""
    if cold:
        subprocess.run(["sync"], check=True)
        FORGET.write_text("3")
    start = time.perf_counter()
    subprocess.run(command, env=environment, input=b"", capture_output=True, check=True)
    return time.perf_counter() - start


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--python", default=sys.executable, help="a Python with leerlog in it")
    parser.add_argument("--under", default="", help="what runs them: wine")
    parser.add_argument("--runs", type=int, default=9)
    given = parser.parse_args()
    under = [given.under] if given.under else []
    nothing = [*under, given.python, "-c", "pass"]
    commands = {
        f"{given.program} moment": [*under, given.program, *WORDS],
        "python -m leerlog moment": [*under, given.python, "-m", "leerlog", *WORDS],
    }
    print("| | warm | cold |\n|---|--:|--:|")
    with tempfile.TemporaryDirectory() as name:
        environment = at_home(Path(name), date(2026, 11, 23))
        ratios: dict[str, list[str]] = {each: [] for each in commands}
        for cold in (False, True):
            if cold and not (FORGET.exists() and os.access(FORGET, os.W_OK)):
                continue
            took: dict[str, list[float]] = {each: [] for each in commands}
            for turn in range(given.runs + 1):
                base = seconds(nothing, environment, cold=cold)
                for each, command in commands.items():
                    ratio = seconds(command, environment, cold=cold) / base
                    if turn:  # the first round warms up
                        took[each].append(ratio)
            for each, found in took.items():
                ratios[each].append(f"{statistics.median(found):.1f}×")
    for each, found in ratios.items():
        print(f"| {each} | {' | '.join([*found, '–'][:2])} |")


if __name__ == "__main__":
    main()
