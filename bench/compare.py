"""Time leerlog beside `python -c pass` and jrnl, in one run: python bench/compare.py [--runs 15].

Makes two environments of its own in a temporary folder: an installed wheel of
this project, and jrnl from the package registry. Every figure is a median over
rounds in which all commands take turns, as a ratio to `python -c pass`, of
processor time where the system tells it.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from running import at_home, run

from journals import entries, write_jrnl, write_leerlog

ROOT = Path(__file__).resolve().parent.parent
JRNL = "jrnl==4.6"
SIZES = (10, 100_000)
WHOLE = 5_000  # of which all is listed and exported
TODAY = date(2026, 11, 23)
BIN = "Scripts" if os.name == "nt" else "bin"
Command = tuple[str, list[str], str]  # its name, its words, and where leerlog's journal is for who uses it every day


def install(folder: Path, *what: str) -> Path:
    """Make an environment with these packages, byte code included, and return its programs' folder."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    subprocess.run([folder / BIN / "python", "-m", "pip", "install", "-q", "--compile", *what], check=True)
    return folder / BIN


def commands(work: Path) -> list[Command]:
    """Every command with its name, on journals made for it."""
    leerlog = install(work / "leerlog-env", str(ROOT))
    jrnl = install(work / "jrnl-env", JRNL)
    found: list[Command] = [("python -c pass", [str(leerlog / "python"), "-c", "pass"], "")]
    for size in (*SIZES, WHOLE):
        notes = entries(size, TODAY)
        journal = work / f"journal-{size}"
        write_leerlog(journal, notes)
        write_jrnl(work / f"jrnl-{size}.txt", notes)
        config = work / f"jrnl-{size}.yaml"
        config.write_text(_jrnl_config(work / f"jrnl-{size}.txt"), encoding="utf-8")
        mine = [str(leerlog / "leerlog")]
        theirs = [str(jrnl / "jrnl"), "--config-file", str(config)]
        if size == WHOLE:
            found += [
                (f"leerlog list, {size:,}", [*mine, "list"], str(journal)),
                (f"jrnl list, {size:,}", [*theirs, "--short"], ""),
                (f"leerlog export --format json, {size:,}", [*mine, "export", "--format", "json"], str(journal)),
                (f"jrnl --format json, {size:,}", [*theirs, "--format", "json"], ""),
            ]
            continue
        found += [
            (f"leerlog moment, {size:,}", [*mine, "moment", "Een burger wist het zelf al"], str(journal)),
            (f"jrnl add, {size:,}", [*theirs, "Een burger wist het zelf al."], ""),
            (f"leerlog list --month, {size:,}", [*mine, "list", "--month"], str(journal)),
            (f"jrnl list month, {size:,}", [*theirs, "-from", "2026-11-01", "-to", "2026-11-30", "--short"], ""),
            (f"leerlog review --quarter, {size:,}", [*mine, "review", "--quarter"], str(journal)),
        ]
    return found


def _jrnl_config(file: Path) -> str:
    return (
        "colors:\n  body: none\n  date: none\n  tags: none\n  title: none\n"
        "default_hour: 9\ndefault_minute: 0\neditor: ''\nencrypt: false\nhighlight: false\nindent_character: '|'\n"
        f"journals:\n  default:\n    journal: {file}\nlinewrap: 79\ntagsymbols: '#@'\ntemplate: false\n"
        "timeformat: '%Y-%m-%d %H:%M'\nversion: v4.6\n"
    )


def measure(found: list[Command], rounds: int, environment: dict[str, str]) -> dict[str, list[float]]:
    """Seconds per command and round; the first round warms up and does not count."""
    times: dict[str, list[float]] = {name: [] for name, *_ in found}
    for turn in range(rounds + 1):
        for name, command, journal in found:
            took = run(command, environment | {"LEERLOG_JOURNAL": journal}).seconds
            if turn:
                times[name].append(took)
    return times


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    rounds = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        times = measure(commands(work), rounds, at_home(work, TODAY))
    base = times["python -c pass"]
    print("| command, entries | ratio | milliseconds |\n|---|--:|--:|")
    for label, took in times.items():
        ratio = statistics.median(mine / its for mine, its in zip(took, base, strict=True))
        print(f"| {label} | {ratio:.1f}× | {statistics.median(took) * 1000:.0f} |")


if __name__ == "__main__":
    main()
