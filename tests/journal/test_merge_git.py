"""git merges months with leerlog: two clones of a journal, and no conflict."""

import random
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from leerlog.domain.entry import Answer, Entry, Mend
from leerlog.journal.store import Journal

GUIDE = Path(__file__).parents[2] / "docs" / "handleiding.md"
DRIVER = f'"{Path(sys.executable).as_posix()}" -m leerlog merge-driver %O %A %B'
ATTRIBUTES = "[0-9][0-9][0-9][0-9]-[0-9][0-9].md merge=leerlog\n"


def git(folder: Path, *args: str) -> str:
    """Run git in a folder; it has to go well."""
    done = subprocess.run(["git", *args], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (args, done.stdout, done.stderr)
    return done.stdout


def clone(source: Path, folder: Path) -> Path:
    """A clone that merges as the guide says."""
    git(source.parent, "clone", "-q", str(source), str(folder))
    for key, value in {
        "user.name": "x",
        "user.email": "x@example.org",
        "commit.gpgsign": "false",
        "pull.rebase": "false",
        "merge.leerlog.name": "leerlog",
        "merge.leerlog.driver": DRIVER,
    }.items():
        git(folder, "config", key, value)
    return folder


def texts(folder: Path) -> dict[str, str]:
    """The text of every entry by its id."""
    return {entry.id: entry.answers[0].text for entry in Journal(folder).read()[0]}


def work(folder: Path, mark: str, chance: random.Random) -> tuple[set[str], set[str], set[str]]:
    """Write, change and take out some notes; the ids of what is new, changed and gone."""
    journal, new, changed, gone = Journal(folder), set(), set(), set()
    for entry in journal.read()[0]:
        what = chance.random()
        if what < 0.2:
            journal.change(entry, lambda block: block.rstrip("\n") + f" {mark}\n")
            changed.add(entry.id)
        elif what < 0.3:
            journal.replace([Mend(entry, journal.block(entry), "")])
            gone.add(entry.id)
    for number in range(chance.randrange(1, 4)):
        day = date(2026, chance.choice([10, 11]), chance.randrange(1, 28))
        new.add(journal.add(Entry("", day, None, "", f"Nummer {number}", answers=(Answer("", "woorden"),))).id)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", mark)
    return new, changed, gone


def test_the_guide_says_how() -> None:
    """The three lines are those that the test below sets."""
    guide = GUIDE.read_text(encoding="utf-8")
    assert 'git config merge.leerlog.driver "leerlog merge-driver %O %A %B"\n' in guide
    assert f"`.gitattributes` deze regel:\n\n```text\n{ATTRIBUTES.strip()}\n```" in guide


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")
@pytest.mark.parametrize("rounds", [6, pytest.param(100, marks=pytest.mark.thorough)])
def test_two_clones_end_with_every_entry(home: Path, rounds: int) -> None:
    """No conflict, what was written or changed on either side is there, and what was only taken out is gone."""
    chance = random.Random(rounds)
    origin = home / "origin.git"
    git(home, "init", "-q", "--bare", "-b", "main", str(origin))
    first = clone(origin, home / "een")
    git(first, "checkout", "-q", "-B", "main")
    (first / ".gitattributes").write_text(ATTRIBUTES)
    (first / ".gitignore").write_text(".leerlog.lock\n")
    work(first, "begin", chance)
    git(first, "push", "-q", "-u", "origin", "main")
    second = clone(origin, home / "twee")
    for number in range(rounds):
        before = set(texts(first))
        one = work(first, f"e{number}", chance)
        other = work(second, f"t{number}", chance)
        ways = [first, second] if number % 2 else [second, first]
        git(ways[0], "push", "-q")
        git(ways[1], "pull", "-q", "--no-edit")
        git(ways[1], "push", "-q")
        git(ways[0], "pull", "-q", "--no-edit")
        assert texts(first) == texts(second)
        gone = (one[2] - other[1]) | (other[2] - one[1])
        now, expected = texts(first), (before - gone) | one[0] | other[0]
        assert expected <= set(now)
        assert len(now) == len(expected) + len(one[1] & other[1])  # both versions of these
        everything = " ".join(now.values())
        for mark, (_, changed, _) in ((f"e{number}", one), (f"t{number}", other)):
            assert everything.split().count(mark) == len(changed)
        ids = [entry.id for entry in Journal(first).read()[0]]
        assert len(ids) == len(set(ids))
