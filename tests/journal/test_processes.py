"""Many writers at once, and writers that are killed."""

import os
import random
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from leerlog.domain.entry import Answer, Entry
from leerlog.journal.store import Journal

WRITER = """
import sys
from datetime import date, time
from pathlib import Path
from leerlog.domain.entry import Answer, Entry
from leerlog.journal.store import Journal

folder, name, count = sys.argv[1:]
journal = Journal(Path(folder))
for number in range(int(count)):
    day = date(2026, 11, 1 + number % 28)
    text = f"notitie {number} van {name}. " * 20
    saved = journal.add(Entry("", day, time(9, number % 60), "moment", "Moment", answers=(Answer("surprise", text),)))
    print(saved.id, flush=True)
"""


def start(folder: Path, name: str, count: int) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", WRITER, str(folder), name, str(count)], stdout=subprocess.PIPE)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    journal = Journal(tmp_path / "leerlog")
    journal.create()
    return journal


def hidden(journal: Journal) -> list[str]:
    return [name for name in os.listdir(journal.folder) if name.endswith(".tmp")]


def test_eight_writers_lose_nothing(journal: Journal) -> None:
    """Of 8 processes that add 25 notes each, all 200 are kept, whole and in order."""
    writers = [start(journal.folder, f"schrijver {n}", 25) for n in range(8)]
    ids = [line.decode() for writer in writers for line in writer.communicate()[0].split()]
    assert [writer.returncode for writer in writers] == [0] * 8
    entries, problems = journal.read()
    assert not problems
    assert len(ids) == 200
    assert sorted(e.id for e in entries) == sorted(ids)
    assert {e.first_line for e in entries} == {
        (f"notitie {n} van schrijver {w}. " * 20).strip() for w in range(8) for n in range(25)
    }
    assert entries == sorted(entries, key=lambda e: e.line)
    assert not hidden(journal)


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")
@pytest.mark.parametrize("kills", [20, pytest.param(200, marks=pytest.mark.thorough)])
def test_killed_writers_lose_no_acknowledged_note(journal: Journal, kills: int) -> None:
    """After so many kills at random moments every id that was printed is there, and every file can be read."""
    chance = random.Random(23)
    printed: list[str] = []
    for number in range(kills):
        writer = start(journal.folder, str(number), 10_000)
        assert writer.stdout
        printed.append(writer.stdout.readline().decode())
        time.sleep(chance.random() * 0.02)
        writer.kill()
        printed += writer.communicate()[0].decode().splitlines(keepends=True)
        if number % 20 == 19:
            # A month of its own keeps the files short.
            check(journal, printed)
            for file in journal.folder.glob("*.md"):
                file.unlink()
            printed = []


def check(journal: Journal, printed: list[str]) -> None:
    entries, problems = journal.read()
    assert not problems
    acknowledged = {line.strip() for line in printed if line.endswith("\n")}
    assert len(acknowledged) >= 20
    assert acknowledged <= {e.id for e in entries}
    assert all(e.first_line.startswith("notitie ") and len(e.first_line) > 300 for e in entries)
    journal.add(Entry("", date(2026, 12, 1), None, "", "", answers=(Answer("", "daarna"),)))
    assert not hidden(journal)
