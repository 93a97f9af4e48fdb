"""Real processes on one journal: nothing is lost, from the first note on."""

import random
import re
import subprocess
import sys
import time

import pytest

from leerlog.cli import tab
from tests.conftest import Cli

WRITERS = 8
CODE = """
import sys
from leerlog.cli.main import run
for number in range(int(sys.argv[2])):
    if status := run(["moment", f"{sys.argv[1]}-{number}"]):
        sys.exit(status)
"""


@pytest.mark.parametrize("notes", [5, pytest.param(25, marks=pytest.mark.thorough)])
def test_eight_writers_lose_no_note(cli: Cli, notes: int) -> None:
    """Not even the first ones, that find no folder yet."""
    command = [sys.executable, "-c", CODE]
    writers = [
        subprocess.Popen([*command, str(name), str(notes)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for name in range(WRITERS)
    ]
    ended = [writer.communicate() for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * WRITERS, ended
    entries, problems = cli.journal.read()
    assert sorted(entry.first_line for entry in entries) == sorted(
        f"{name}-{number}" for name in range(WRITERS) for number in range(notes)
    )
    assert not problems
    assert len({entry.id for entry in entries}) == WRITERS * notes


def leerlog(*args: str, **streams: object) -> subprocess.CompletedProcess[str]:
    """One real command."""
    command = [sys.executable, "-m", "leerlog", *args]
    return subprocess.run(command, text=True, check=False, **{"stderr": subprocess.PIPE, **streams})  # type: ignore[call-overload, no-any-return]


@pytest.mark.skipif(sys.platform == "win32", reason="a closed stream and /dev/full are of Unix")
def test_an_output_that_takes_nothing_is_told_once(cli: Cli) -> None:
    """A full disk behind stdout: one sentence, exit 1, nothing of Python's own."""
    cli("moment", "x")
    for args in (["list"], ["--help"], ["moment", "y"]):
        with open("/dev/full", "w") as full:
            done = leerlog(*args, stdout=full)
        assert done.returncode == 1
        assert done.stderr.count("Fout: ik kan de uitvoer niet wegschrijven (de schijf is vol)") == 1
        assert "Exception" not in done.stderr
    assert cli.journal.find("laatste").first_line == "y"


KILLED = [
    ["config", "name", "Anja"],
    ["review", "--output", "uit.html", "--force"],
    ["share", "--to", "team", "--as", "rol", "--yes", "--all", "--output", "deel.md"],
    ["list"],
    ["moment", "y", "--value", "9"],
    ["checklists", "--new", "week"],
    ["agenda", "--format", "ics", "--output", "uit.ics", "--force"],
    ["--install-completion"],
]


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")
@pytest.mark.parametrize("kills", [1, pytest.param(40, marks=pytest.mark.thorough)])
def test_a_command_that_is_killed_leaves_nothing_half(cli: Cli, kills: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever file it was writing: the next run reads it, goes on, and sweeps what is left."""
    monkeypatch.chdir(cli.home)
    for number in range(3):
        cli("moment", f"x{number}", "--share", "team")
    chance = random.Random(24)
    for _ in range(kills):
        for args in KILLED:
            command = [sys.executable, "-m", "leerlog", *args]
            with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
                time.sleep(chance.random() * 0.5)
                process.kill()
    ended = {" ".join(args[:2]): cli(*args) for args in KILLED[:-1] if args[0] != "checklists"}
    ended["new"] = cli("checklists", "--new", "maand")
    assert {name: done.status for name, done in ended.items() if done.status} == {"moment y": 2}, ended
    monkeypatch.setattr(tab, "detected", lambda: "bash")
    assert cli("--install-completion").status == 0
    assert cli("drafts").status == 0
    assert cli("config", "name").out == "Anja\n"
    assert [str(path) for path in cli.home.rglob(".*.tmp")] == []


@pytest.mark.parametrize("left", [None, pytest.param(b"", marks=pytest.mark.thorough), b"5e3a"])
def test_four_that_share_at_once_are_one_person(cli: Cli, monkeypatch: pytest.MonkeyPatch, left: bytes | None) -> None:
    """From the first share on, also where an earlier one was killed; and nobody else is that person."""
    monkeypatch.chdir(cli.home)
    cli.saved("moment", "x", "--share", "team")
    secret = cli.home / "state" / "leerlog" / "schrijver"
    made = []
    for person in range(2):
        secret.unlink(missing_ok=True)
        if left is not None:
            secret.write_bytes(left)
        command = [sys.executable, "-m", "leerlog", "share", "--to", "team", "--as", "rol", "--yes", "--output"]
        four = [subprocess.Popen([*command, f"{person}-{n}.md"], stdout=subprocess.DEVNULL) for n in range(4)]
        assert [each.wait() for each in four] == [0] * 4
        assert re.fullmatch(rb"[0-9a-f]{32}", secret.read_bytes())
        heads = {(cli.home / f"{person}-{n}.md").read_text().split("\n")[1] for n in range(4)}
        made.append({word for head in heads for word in head.split() if word.startswith("writer=")})
    assert [len(each) for each in made] == [1, 1]
    assert made[0] != made[1]


CTRL_C_AT = """
import os, signal, sys

class Stopping:
    def find_spec(self, name, *_):
        if name == "MODULE":
            os.kill(os.getpid(), signal.SIGINT)

# What runs in the background of a script was told not to listen to it.
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, Stopping())
sys.argv = ["leerlog", "list", "--last", "3d"]
from leerlog.__main__ import main
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX")
@pytest.mark.parametrize(
    ("module", "status"), [("leerlog.cli.main", -2), ("leerlog.cli.root", 130), ("leerlog.cli.entries", 130)]
)
def test_ctrl_c_while_it_starts_shows_nothing_of_python(cli: Cli, module: str, status: int) -> None:
    """A shell calls either of these 130."""
    done = subprocess.run(
        [sys.executable, "-c", CTRL_C_AT.replace("MODULE", module)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr.strip()) == (status, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="a closed stream is of Unix")
def test_a_closed_output_stops_nothing(cli: Cli) -> None:
    """The note is saved, the exit code is that of the command, and there is no traceback."""
    done = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m leerlog moment z >&-; echo $?'],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "0\n"
    assert "Traceback" not in done.stderr
    assert cli.journal.find("laatste").first_line == "z"


@pytest.mark.skipif(sys.platform == "win32", reason="a script of the shell")
def test_a_reader_that_has_enough_ends_it_quietly(cli: Cli) -> None:
    """As with head."""
    cli("moment", "x")
    shell = f'"{sys.executable}" -m leerlog export | head -c 1'
    assert subprocess.run(["/bin/sh", "-c", shell], capture_output=True, text=True, check=False).stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")
@pytest.mark.parametrize("kills", [6, pytest.param(200, marks=pytest.mark.thorough)])
def test_changes_that_are_killed_at_random_are_whole_or_not_there(cli: Cli, kills: int) -> None:
    """Every note is there once, in its old or its new form; and taking back all that was done gives the first ones."""
    names = [cli.saved("moment", text, "--on", f"2026-{month}-03") for month, text in (("09", "een"), ("10", "twee"))]
    names.append(cli.saved("moment", "drie", "--builds-on", names[0]))
    first = [entry._replace(file="", line=0) for entry in cli.journal.read()[0]]
    chance = random.Random(25)
    for _ in range(kills):
        name = chance.choice(names)
        args = chance.choice(
            [
                ["edit", name, "--on", f"2026-{chance.choice(['08', '09', '10'])}-0{chance.randint(1, 9)}"],
                ["edit", name, "--text", chance.choice(["een", "twee", "anders"])],
                ["delete", name, "--yes"],
                ["undo", "--yes"],
                ["value", name, str(chance.randint(1, 5))],
            ]
        )
        command = [sys.executable, "-m", "leerlog", *args]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(0.1 + chance.random() * 0.5)
            process.kill()
        assert cli("list").status == 0  # whatever was cut off is ended by who reads
        entries, problems = cli.journal.read()
        assert not problems
        assert len({entry.id for entry in entries}) == len(entries)
        assert {entry.id for entry in entries} <= {*names}
    while cli("undo", "--yes").status == 0:
        pass
    assert [entry._replace(file="", line=0) for entry in cli.journal.read()[0]] == first
    assert not [*cli.home.rglob("bezig.json")]
