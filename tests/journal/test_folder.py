"""A folder that held a journal is known again when it is gone, however it is spelled."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Cli

posix = pytest.mark.skipif(sys.platform == "win32", reason="of POSIX")


@pytest.fixture
def use(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Takes a journal by a spelling, from the home folder; the folder `drive` is there and empty."""
    monkeypatch.chdir(cli.home)
    (cli.home / "drive").mkdir()

    def using(spelling: str) -> None:
        monkeypatch.setenv("LEERLOG_JOURNAL", spelling.replace("HOME", str(cli.home)))

    return using


SPELLINGS = [
    "drive",
    "./drive",
    "HOME/drive",
    "drive/",
    "./drive/../drive",
    "HOME/./drive//",
    "~/drive",
    "link",
    "link/",
]


@posix
@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("first", ["drive", "./link"])
@pytest.mark.parametrize("command", [["moment", "drie"], ["list"], ["drafts", "--save", "2026"], ["review"]])
def test_a_folder_that_is_gone_is_refused(
    cli: Cli, use: Callable[[str], None], first: str, spelling: str, command: list[str]
) -> None:
    """By whatever name it is asked for, and no second journal is begun; the text is in a draft."""
    (cli.home / "link").symlink_to(cli.home / "drive")
    use(first)
    assert cli("moment", "een").status == 0
    assert cli("moment", "fout", "--value", "9").status == 2
    (cli.home / "drive").rename(cli.home / "weg")
    use(spelling)
    done = cli(*command)
    assert done.status == 1
    assert "terwijl er eerder een leerlog in stond" in done.err
    assert not (cli.home / "drive").exists()
    # Connected again, all goes on.
    (cli.home / "weg").rename(cli.home / "drive")
    assert cli("moment", "drie").status == 0


@posix
def test_a_link_that_is_gone_itself_is_refused(cli: Cli, use: Callable[[str], None]) -> None:
    """Its name was used, so it is known by that as well."""
    (cli.home / "link").symlink_to(cli.home / "drive")
    use("./link")
    cli("moment", "een")
    (cli.home / "link").unlink()
    assert cli("moment", "twee").status == 1
    use("./drive")
    assert cli("moment", "twee").status == 0


@pytest.mark.parametrize("command", [["list"], ["value", "laatste", "3"], ["moment", "x", "--on", "2026-10-01"]])
def test_a_journal_of_another_computer_is_remembered_by_what_reads_or_writes(
    cli: Cli, use: Callable[[str], None], command: list[str]
) -> None:
    """Its lock is there already; here nothing is known of it yet."""
    use("./drive")
    cli("moment", "een")
    known = cli.home / "state" / "leerlog" / "journals"
    known.unlink()
    assert cli(*command).status == 0
    there = os.fsdecode(known.read_bytes()).splitlines()
    assert os.path.normcase(cli.home / "drive") in map(os.path.normcase, there)


def test_what_an_earlier_version_remembered_is_known(cli: Cli, use: Callable[[str], None]) -> None:
    """It wrote the path as it was named, made absolute."""
    use("./drive")
    known = cli.home / "state" / "leerlog" / "journals"
    known.parent.mkdir(parents=True)
    known.write_bytes(os.fsencode(cli.home / "drive") + b"\n")
    (cli.home / "drive").rmdir()
    assert cli("moment", "x").status == 1


def test_another_folder_is_begun_as_ever(cli: Cli, use: Callable[[str], None], tmp_path: Path) -> None:
    """Only what was there and is gone is refused."""
    use("./drive")
    cli("moment", "een")
    use("./ander")
    assert cli("moment", "een").status == 0
