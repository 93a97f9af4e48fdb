"""`leerlog config`: what is set, where it comes from, and changing it."""

import stat
from pathlib import Path

import pytest

from leerlog.library.config import load_config
from tests.conftest import Cli


def file(cli: Cli) -> Path:
    """The settings file."""
    return cli.home / "config" / "leerlog" / "config.toml"


def test_the_settings_in_force_are_shown_with_their_source(cli: Cli) -> None:
    """And the folders of leerlog, also before anything is set."""
    shown = cli("config").out
    for part in (str(file(cli)), str(cli.folder), "LEERLOG_JOURNAL", str(cli.drafts), "checklists", "14", "standaard"):
        assert part in shown
    assert not file(cli).exists()
    other = cli("config", "--journal", str(cli.home / "ander")).out
    assert "--journal" in other
    assert "window_days, standaard: 14" in cli("--plain", "config").out


def test_a_setting_is_made_changed_and_taken_out(cli: Cli) -> None:
    """The file is for its owner only."""
    assert cli("config", "name", "Anja", "de", "Vries").status == 0
    assert cli("config", "window_days", "21").status == 0
    assert stat.S_IMODE(file(cli).stat().st_mode) == 0o600
    config = load_config(file(cli))
    assert (config.name, config.window_days) == ("Anja de Vries", 21)
    assert cli("config", "name").out == "Anja de Vries\n"
    assert cli("config", "name", "").status == 0
    assert load_config(file(cli)).name == ""


def test_comments_and_everything_else_stay(cli: Cli) -> None:
    """Windows line ends and the order too."""
    file(cli).parent.mkdir(parents=True)
    before = b"# van mij\r\nwindow_days = 10   # kort\r\n\r\n[journals]\r\n# ons team\r\nteam = '/tmp/team'\r\n"
    file(cli).write_bytes(before)
    assert cli("config", "window_days", "12").status == 0
    assert file(cli).read_bytes() == before.replace(b"10", b"12")
    assert cli("config", "journal", "add", "balie", "/tmp/balie").status == 0
    assert file(cli).read_bytes() == before.replace(b"10", b"12") + b'balie = "/tmp/balie"\r\n'


def test_journals_come_and_go(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """A journal by name can be used, chosen, and taken out of the settings; its folder stays."""
    team = cli.home / "team"
    team.mkdir()
    monkeypatch.chdir(cli.home)
    assert cli("config", "journal", "add", "team", "team").status == 0
    assert load_config(file(cli)).journals == {"team": str(team)}
    assert cli("moment", "samen", "--journal", "team").status == 0
    assert (team / "2026-11.md").exists()
    assert cli("config", "journal", "team").status == 0
    monkeypatch.delenv("LEERLOG_JOURNAL")
    assert cli("config", "journal").out == f"{team}\n"
    assert cli("config", "journal", "remove", "team").status == 2
    assert cli("config", "journal", "").status == 0
    assert cli("config", "journal", "remove", "team").status == 0
    assert "[journals]" not in file(cli).read_text()
    assert (team / "2026-11.md").exists()


@pytest.mark.parametrize(
    "args",
    [
        ["nme", "x"],
        ["window_days", "0"],
        ["window_days", "veertien"],
        ["window_days", "7", "8"],
        ["journal", "add", "team"],
        ["journal", "add", "a/b", "/tmp"],
        ["journal", "add", "add", "/tmp"],
        ["journal", "add", "team", ""],
        ["journal", "remove", "team"],
        ["journal", "bestand"],
    ],
)
def test_what_is_no_setting_changes_nothing(cli: Cli, args: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 2, and the file is not even made."""
    monkeypatch.chdir(cli.home)
    Path("bestand").write_text("x")
    done = cli("config", *args)
    assert (done.status, done.out) == (2, "")
    assert not file(cli).exists()


def test_a_broken_file_is_left_as_it_is(cli: Cli) -> None:
    """The line is told, also when something else is to be set."""
    file(cli).parent.mkdir(parents=True)
    file(cli).write_text("name = Anja\n")
    for args in ([], ["window_days", "7"]):
        done = cli("config", *args)
        assert done.status == 1
        assert "config.toml:1: " in done.err
    assert file(cli).read_text() == "name = Anja\n"


def test_a_file_that_cannot_be_read_is_told(cli: Cli) -> None:
    """As a failure with a name: here a folder stands in its place."""
    file(cli).mkdir(parents=True)
    done = cli("config", "name", "Anja")
    assert done.status == 1
    assert "config.toml" in done.err


def test_the_window_of_the_settings_is_that_of_the_review(cli: Cli) -> None:
    """A course that ended ten days ago has its window open, or not."""
    cli("prepare", "Woo", "--answers", "-", "--on", "2026-11-01", stdin="goal: x\nstart: 2026-11-01\nend: 2026-11-13\n")
    before = cli().out
    cli("config", "window_days", "5")
    assert cli().out != before
