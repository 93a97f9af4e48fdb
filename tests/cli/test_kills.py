"""Changes of what is there, killed before each call of the system: every entry in its old or its new form, and once."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from leerlog.journal import drafts
from leerlog.journal.drafts import Draft
from tests.conftest import Cli

CALLS = ("open", "write", "fsync", "replace", "rename", "unlink", "link", "fchmod", "mkdir")


def killed(cli: Cli, at: int, args: list[str]) -> tuple[bool, int]:
    """Run a command in a process of its own that is killed before this call, 0 for never.

    Returns:
        Whether it came to its end, and then how many calls there were.
    """
    ends, told = os.pipe()
    process = os.fork()
    if not process:
        status = 9
        try:
            status = _counting(cli, at, args, told)
        finally:
            os._exit(status)
    os.close(told)
    with os.fdopen(ends) as line:
        calls = line.read()
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    assert status in (0, -9)
    return not status, int(calls or 0)


def _counting(cli: Cli, at: int, args: list[str], told: int) -> int:
    calls = 0

    def before(real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            nonlocal calls
            calls += 1
            if calls == at:
                os.kill(os.getpid(), 9)
            return real(*args, **kwargs)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, before(getattr(os, name)))
        status = cli(*args).status
    os.write(told, str(calls).encode())
    return status


def a_copy(cli: Cli) -> None:
    """A copy of a month with another text of one note, and one more."""
    text = (cli.folder / "2026-11.md").read_text()
    copy = text.replace("twee", "twee anders") + "\n## 2026-11-30 · Nieuw\n<!-- id=a2zzzzzz -->\n\nvan de laptop\n"
    (cli.folder / "2026-11-LAPTOP.md").write_text(copy)


def begun(cli: Cli) -> None:
    """A conversation about the course."""
    drafts.save(cli.drafts, Draft("prepare", "AVG", {"goal": "x"}, "", {"with": "Anja"}, str(cli.folder)))


def done(*args: str) -> Callable[[Cli], None]:
    """What was done before, to be taken back."""

    def do(cli: Cli) -> None:
        begun(cli)
        assert cli(*args).status == 0

    return do


def a_text(cli: Cli) -> None:
    """Notes of three months from elsewhere."""
    days = [f"{day}-{month}-2026\nNotitie {day} van {month}\n" for month in (9, 10, 11) for day in range(1, 9)]
    (cli.home / "elders.txt").write_text("".join(days))


RENAME = ["rename", "course", "AVG", "Privacy", "--yes"]
# What was done before, and the command that is killed; {} is the first note, {home} where the person is at home.
KILLED: dict[str, tuple[Callable[[Cli], None], list[str]]] = {
    "edit": (begun, ["edit", "{}", "--text", "anders", "--value", "3"]),
    "move": (begun, ["edit", "{}", "--on", "2026-08-01"]),
    "delete": (begun, ["delete", "{}", "--yes"]),
    "rename": (begun, RENAME),
    "merge": (a_copy, ["check", "--merge", "--yes"]),
    "import": (a_text, ["import", "{home}/elders.txt"]),
    "undo": (done("delete", "laatste", "--yes"), ["undo", "--yes"]),
    "undo a rename": (done(*RENAME), ["undo", "--yes"]),
}


def state_of(cli: Cli) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The months, and the drafts."""
    months = {path.name: path.read_bytes() for path in cli.folder.glob("????-??.md")}
    return months, {path.name: path.read_bytes() for path in cli.drafts.glob("*.json")}


def put_back(cli: Cli, kept: Path) -> None:
    for name in ("leerlog", "state"):
        shutil.rmtree(cli.home / name)
        shutil.copytree(kept / name, cli.home / name)


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")
@pytest.mark.parametrize("what", KILLED)
@pytest.mark.parametrize("kills", [3, pytest.param(200, marks=pytest.mark.thorough)])
def test_killed_before_any_call_it_is_whole_or_not_there(
    cli: Cli, tmp_path_factory: pytest.TempPathFactory, what: str, kills: int
) -> None:
    """Months all as they were or all as they should be; the same command then does the rest, and leaves nothing.

    It can be taken back, and the next note is written as ever.
    """
    first = cli.saved("moment", "een", "--on", "2026-09-03", "--course", "AVG", "--with", "Anja")
    cli.saved("moment", "twee", "--course", "AVG", "--builds-on", first)
    before_it, args = KILLED[what]
    before_it(cli)
    args = [each.format(first, home=cli.home) for each in args]
    kept = tmp_path_factory.mktemp("kept")
    for name in ("leerlog", "state"):
        (cli.home / name).mkdir(exist_ok=True)
        shutil.copytree(cli.home / name, kept / name)
    old = state_of(cli)
    _, total = killed(cli, 0, args)
    new = state_of(cli)
    assert new != old
    for number in range(min(kills, total)):  # so many, or before each call
        put_back(cli, kept)
        ended, _ = killed(cli, 1 + number * max(total // kills, 1) % total, args)
        assert cli("list").status == 0  # what was cut off is ended by who reads
        months, _ = state_of(cli)
        entries, problems = cli.journal.read()
        assert not [each for each in problems if "LAPTOP" not in each.file]
        assert len({entry.id for entry in entries}) == len(entries)
        assert months in (old[0], new[0])
        assert not ended or state_of(cli) == new
        if state_of(cli) != new or [*cli.folder.glob("*LAPTOP*")]:
            assert cli(*args).status == 0
        assert state_of(cli) == new
        assert not [*cli.home.rglob("bezig.json"), *cli.folder.glob(".*.tmp")]
        assert what != "merge" or cli("check", "--merge").status == 0
        if not what.startswith("undo"):
            assert cli("undo", "--yes").status == 0
            assert state_of(cli) == old
        cli.saved("moment", "daarna")
        assert not [*cli.folder.glob(".*.tmp")]
