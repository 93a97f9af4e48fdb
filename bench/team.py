"""Time the review of a team beside `python -c pass`, and its memory: python bench/team.py [--runs 5].

30 files of 200 notes each, spread over two years (somebody who shares
everything) or all within the quarter that is reviewed; one in twenty has a
source and one in thirty an agreement. Time is that of the processor.
"""

import argparse
import statistics
import sys
import tempfile
from datetime import date, timedelta
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from compare import install
from running import at_home, run

from journals import entries
from leerlog.domain.period import Period, quarter_of
from leerlog.domain.share import Share, leaving
from leerlog.journal.shares import share_text

ROOT = Path(__file__).resolve().parent.parent
FILES, NOTES = 30, 200
TODAY = date(2026, 12, 18)


def write_shares(folder: Path, days: int) -> None:
    """Shares of as many people, with notes over the last days."""
    folder.mkdir()
    for number in range(FILES):
        made = entries(NOTES + number, TODAY)[-NOTES:]
        first = TODAY - timedelta(days=days - 1)
        moved = [
            note._replace(date=first + timedelta(days=at * days // NOTES), share=("team",))
            for at, note in enumerate(made)
        ]
        share = Share(f"Mens {number}", "team", Period(first, TODAY, ""), f"{TODAY}T16:42", f"{number:016x}")
        text = share_text(share._replace(entries=leaving(moved, "team")))
        (folder / f"leerlog-{number}.md").write_text(text, encoding="utf-8")


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--bin", type=Path, help="programs of an environment that has leerlog, instead of a new one")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        programs = given.bin or install(work / "env", str(ROOT))
        environment = at_home(work, TODAY)
        print("| 30 files of 200 notes | ratio | milliseconds | MB |\n|---|--:|--:|--:|")
        quarter = (TODAY - quarter_of(TODAY).start).days + 1
        for (when, days), more in product(
            (("over two years", 730), ("all in the quarter", quarter)), ((), ("--anonymous",), ("--format", "html"))
        ):
            folder = work / str(days)
            if not folder.exists():
                write_shares(folder, days)
            command = [str(programs / "leerlog"), "review", "--team", str(folder), *more]
            run(command, environment)
            pairs = [
                (run([str(programs / "python"), "-c", "pass"], environment)[0], *run(command, environment))
                for _ in range(given.runs)
            ]
            ratio = statistics.median(took / base for base, took, _ in pairs)
            took = statistics.median(took for _, took, _ in pairs) * 1000
            label = ", ".join((when, *([f"`{' '.join(more)}`"] if more else [])))
            print(f"| {label} | {ratio:.0f}× | {took:.0f} | {pairs[-1][2]:.0f} |", flush=True)


if __name__ == "__main__":
    main()
