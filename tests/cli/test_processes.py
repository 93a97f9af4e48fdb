"""Real processes on one journal: nothing is lost, from the first note on."""

import subprocess
import sys

from tests.conftest import Cli

WRITERS, NOTES = 8, 25
CODE = """
import sys
from leerlog.cli.main import run
for number in range(int(sys.argv[2])):
    if status := run(["moment", f"{sys.argv[1]}-{number}"]):
        sys.exit(status)
"""


def test_eight_writers_lose_no_note(cli: Cli) -> None:
    """Not even the first ones, that find no folder yet."""
    command = [sys.executable, "-c", CODE]
    writers = [
        subprocess.Popen([*command, str(name), str(NOTES)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for name in range(WRITERS)
    ]
    ended = [writer.communicate() for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * WRITERS, ended
    entries, problems = cli.journal.read()
    assert sorted(entry.first_line for entry in entries) == sorted(
        f"{name}-{number}" for name in range(WRITERS) for number in range(NOTES)
    )
    assert not problems
    assert len({entry.id for entry in entries}) == WRITERS * NOTES
