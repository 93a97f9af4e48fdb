"""What a person waits for at 5,000 notes, in CPU time: python bench/year.py [--size 5000] [--runs 15].

Runs the leerlog of this environment on a journal of ten years made for it. Every
figure is user and system time of the whole process, a median over rounds in
which all commands take turns, as a ratio to `python -c pass` of the same round.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from running import at_home, run

from journals import entries, write_leerlog

TODAY = date(2026, 11, 23)
# The most that each may cost, as a ratio.
TARGETS = {
    "": 9.0,
    "list --month": 9.0,
    "review --quarter": 10.0,
    "moment Een burger wist het zelf al": 3.2,
    "list": 16.0,
    "export --format json": 16.0,
    "search het": 12.0,  # which half of the notes hold
}


def prepared(work: Path, size: int) -> dict[str, str]:
    """The environment of a person with so many notes, made in a folder."""
    write_leerlog(work / "journal", entries(size, TODAY))
    return at_home(work, TODAY) | {"LEERLOG_JOURNAL": str(work / "journal")}


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--size", type=int, default=5000)
    given = parser.parse_args()
    found = shutil.which("leerlog", path=str(Path(sys.executable).parent))
    program = [found] if found else [sys.executable, "-m", "leerlog"]
    times: dict[str, list[float]] = {words: [] for words in TARGETS}
    with tempfile.TemporaryDirectory() as name:
        environment = prepared(Path(name), given.size)
        for turn in range(given.runs + 1):
            base = run([sys.executable, "-c", "pass"], environment).seconds
            for words in TARGETS:
                took = run([*program, *words.split()], environment).seconds
                if turn:  # the first round warms up
                    times[words].append(took / base)
    print(f"| command, {given.size:,} notes | CPU ÷ `python -c pass` | at most |\n|---|--:|--:|")
    for words, ratios in times.items():
        print(f"| leerlog {words} | {statistics.median(ratios):.1f}× | {TARGETS[words]:.1f}× |")


if __name__ == "__main__":
    main()
