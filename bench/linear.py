"""How time grows with size, whatever it is made of: python bench/linear.py.

A text, journal or share eight times as long should take some eight times as
long; quadratic work would take 64 times as long.
"""

import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.conftest import Cli, at_home
from tests.journal.test_linear import PIECES, items, read_by_hand, share, write_and_read

from journals import entries, write_leerlog
from leerlog.domain.entry import FollowUp
from leerlog.domain.period import ALL
from leerlog.domain.share import Share
from leerlog.journal.shares import read_share, share_text

SIZE = 500_000  # letters
NOTES = 8_000
TODAY = date(2026, 11, 23)
COMMANDS = (
    ["list"],
    ["--plain", "list"],
    ["list", "--format", "json"],
    ["export"],
    ["export", "--format", "jsonl"],
    ["agenda"],
    ["--plain", "agenda"],
    ["agenda", "--format", "json"],
    ["agenda", "--format", "ics"],
)


def seconds(work: Callable[[Any], object], size: Any) -> float:
    """How long the work takes, in seconds of this process."""
    begin = time.process_time()
    work(size)
    return time.process_time() - begin


def growth(work: Callable[[Any], object], short: Any, long: Any) -> float:
    """How many times longer eight times the size takes, at best of three."""
    return min(seconds(work, long) / max(seconds(work, short), 0.004) for _ in range(3))


def of_texts() -> list[tuple[float, str]]:
    """The growth for every kind of text."""
    works = (write_and_read, read_by_hand, items, share)
    found = []
    for name, piece in PIECES.items():
        short, long = ((piece * (length // len(piece) + 1))[:length] for length in (SIZE // 8, SIZE))
        found += [(growth(work, short, long), f"{work.__name__}  {name}") for work in works]
    return found


def of_journals(home: Path) -> list[tuple[float, str]]:
    """The growth for what reads all of a journal, where every note has something to do, and for a share of it."""
    found = []
    with pytest.MonkeyPatch.context() as patch:
        cli = Cli(at_home(home, patch), patch)
        for size in (NOTES // 8, NOTES):
            write_leerlog(home / f"{size}", [_busy(note) for note in entries(size, TODAY)])
            for ends, name in (("\n", "LF"), ("\r\n", "CRLF")):
                (home / f"{size}-{name}.md").write_bytes(_shared(size).replace("\n", ends).encode())
        for command in COMMANDS:
            run = partial(_run, cli, command)
            found.append((growth(run, home / f"{NOTES // 8}", home / f"{NOTES}"), " ".join(command)))
    for name in ("LF", "CRLF"):
        files = (home / f"{size}-{name}.md" for size in (NOTES // 8, NOTES))
        found.append((growth(read_share, *files), f"a share with {name}"))
    whole = seconds(read_share, home / f"{NOTES}-CRLF.md") / seconds(read_share, home / f"{NOTES}-LF.md")
    print(f"{whole:5.1f}x  a share with CRLF beside one with LF")
    return found


def _busy(note: Any) -> Any:
    return note._replace(follow_ups=(FollowUp("follow_up", "Uitproberen", "Anja", note.date + timedelta(days=500)),))


def _shared(size: int) -> str:
    notes = tuple(note._replace(share=("team",)) for note in entries(size, TODAY))
    return share_text(Share("Mens", "team", ALL, f"{TODAY}T16:42", "0" * 16, entries=notes))


def _run(cli: Cli, command: list[str], journal: Path) -> None:
    done = cli("--journal", str(journal), *command)
    assert done.status == 0, done.err


def main() -> None:
    """Print the growth of everything, the worst first."""
    with TemporaryDirectory() as name:
        found = of_texts() + of_journals(Path(name))
    for times, what in sorted(found, reverse=True):
        print(f"{times:5.1f}x  {what}")


if __name__ == "__main__":
    main()
