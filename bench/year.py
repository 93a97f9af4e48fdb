"""What a person waits for at 5,000 notes, in CPU time: python bench/year.py [--size 5000] [--runs 15].

Runs the leerlog of this environment on a journal of ten years made for it. Every
figure is user and system time of the whole process, a median over rounds in
which all commands take turns, as a ratio to `python -c pass` of the same round.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from journals import entries, write_leerlog

if sys.platform != "win32":
    import resource

TODAY = date(2026, 11, 23)
# The most that each may cost, as a ratio.
TARGETS = {
    "": 9.0,
    "list --month": 9.0,
    "review --quarter": 10.0,
    "moment Een burger wist het zelf al": 3.2,
    "list": 16.0,
    "export --format json": 16.0,
}


def cpu(command: list[str], environment: Mapping[str, str]) -> float:
    """The seconds of processor time that a command takes, what it starts included."""
    before = spent()
    done = subprocess.run(command, env=environment, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    after = spent()
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed: {done.stderr.decode(errors='replace')}")
    return after - before


def spent() -> float:
    """The seconds that all programs together took that were started here and have ended.

    Windows does not count them; there these are seconds of the clock.
    """
    if sys.platform == "win32":
        return time.perf_counter()
    counted = resource.getrusage(resource.RUSAGE_CHILDREN)
    return counted.ru_utime + counted.ru_stime


def prepared(work: Path, size: int) -> dict[str, str]:
    """The environment of a person with so many notes, made in a folder."""
    write_leerlog(work / "journal", entries(size, TODAY))
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONDONTWRITEBYTECODE", "LEERLOG_PLAIN")}
    places = {"HOME": str(work), "XDG_CONFIG_HOME": f"{work}/config", "XDG_STATE_HOME": f"{work}/state"}
    return kept | places | {"LEERLOG_NOW": f"{TODAY}T16:42", "LEERLOG_JOURNAL": str(work / "journal")}


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--size", type=int, default=5000)
    given = parser.parse_args()
    program = [str(Path(sys.executable).with_name("leerlog"))]
    times: dict[str, list[float]] = {words: [] for words in TARGETS}
    with tempfile.TemporaryDirectory() as name:
        environment = prepared(Path(name), given.size)
        for turn in range(given.runs + 1):
            base = cpu([sys.executable, "-c", "pass"], environment)
            for words in TARGETS:
                took = cpu([*program, *words.split()], environment)
                if turn:  # the first round warms up
                    times[words].append(took / base)
    print(f"| command, {given.size:,} notes | CPU ÷ `python -c pass` | at most |\n|---|--:|--:|")
    for words, ratios in times.items():
        print(f"| leerlog {words} | {statistics.median(ratios):.1f}× | {TARGETS[words]:.1f}× |")


if __name__ == "__main__":
    main()
