"""`leerlog config`: what is set, where it comes from, and changing it."""

from contextlib import suppress
from pathlib import Path

import pytest

from leerlog.library.settings import load_config
from tests.conftest import WINDOWS, Cli, is_private


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
    assert is_private(file(cli))
    config = load_config(file(cli))
    assert (config.name, config.window_days) == ("Anja de Vries", 21)
    assert cli("config", "name").out == "Anja de Vries\n"
    assert cli("config", "name", "").status == 0
    assert load_config(file(cli)).name == ""


def test_a_word_sets_back_what_is_usual(cli: Cli) -> None:
    """As an empty one does, which PowerShell 5.1 drops; a journal of that name is a journal."""
    assert cli("config", "name", "Anja").status == 0
    assert "weer op de standaard" in cli("config", "name", "standaard").out
    assert load_config(file(cli)).name == ""
    assert cli("config", "journal", "add", "standaard", "~/ons").status == 0
    assert cli("config", "journal", "standaard").status == 0
    assert load_config(file(cli)).journal == "standaard"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_comments_and_everything_else_stay(cli: Cli, encoding: str) -> None:
    """Windows line ends, the order and the encoding too, that of PowerShell 5.1 (`>`) among them."""
    file(cli).parent.mkdir(parents=True)
    before = "# één\r\nwindow_days = 10   # kort\r\n\r\n[journals]\r\n# ons team\r\nteam = '~/team'\r\n"
    file(cli).write_bytes(before.encode(encoding))
    assert cli("config", "window_days", "12").status == 0
    after = before.replace("10", "12")
    assert file(cli).read_bytes() == after.encode(encoding)
    assert cli("config", "journal", "add", "balie", "~/balie").status == 0
    assert file(cli).read_bytes() == (after + 'balie = "~/balie"\r\n').encode(encoding)


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
    assert cli("config", "journal").out == f"{team}\nteam = {team}\n"
    assert cli("config", "journal", "remove", "team").status == 2
    assert cli("config", "journal", "").status == 0
    assert cli("config", "journal", "remove", "team").status == 0
    assert "[journals]" not in file(cli).read_text()
    assert (team / "2026-11.md").exists()


def test_a_name_is_never_given_to_another_folder(cli: Cli) -> None:
    """Capitals or not: a waardecheck would go to the wrong journal. What is there now is told, and the way out."""
    old, new = str(cli.home / "oud"), str(cli.home / "nieuw")
    cli("config", "journal", "add", "team", old)
    before = file(cli).read_bytes()
    for name in ("team", "TEAM"):
        done = cli("config", "journal", "add", name, new)
        assert (done.status, done.out) == (2, "")
        assert done.err.startswith(f"Fout: de naam team is al van een ander leerlog: {old}.")
        assert done.err.endswith("leerlog config journal remove team\n")
        assert (f"{name} kan er niet naast" in done.err) == (name == "TEAM")
        assert file(cli).read_bytes() == before
    assert cli("config", "journal", "remove", "team").status == 0
    assert cli("config", "journal", "add", "TEAM", new).status == 0
    assert load_config(file(cli)).journals == {"TEAM": new}


def test_the_same_folder_may_be_named_again(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """However it is written; the settings stay as they are, and the name that works is told."""
    (cli.home / "Team").mkdir()
    names = [("team", "~/Team"), ("team", "Team"), ("Team", str(cli.home / "Team" / "."))]
    with suppress(OSError):  # which Windows may not let anybody make
        (cli.home / "link").symlink_to(cli.home / "Team")
        names.append(("team", "link"))
    monkeypatch.chdir(cli.home)
    cli("config", "journal", "add", "team", "~/Team")
    before = file(cli).read_bytes()
    for name, folder in names:
        done = cli("config", "journal", "add", name, folder)
        assert (done.status, done.err) == (0, "")
        assert done.out == "Ingesteld: team = ~/Team\nGebruik het met: leerlog --journal team\n"
        assert file(cli).read_bytes() == before


def test_names_made_by_hand_that_differ_in_capitals_are_each_themselves(cli: Cli) -> None:
    """Nothing of them is changed unasked."""
    file(cli).parent.mkdir(parents=True)
    file(cli).write_text('[journals]\nteam = "~niemand/een"\nTEAM = "~/twee"\n')
    assert cli("config", "journal", "add", "TEAM", "~/twee").status == 0
    for name in ("team", "TEAM"):
        assert f"de naam {name} is al" in cli("config", "journal", "add", name, "~/een").err


def test_the_journals_are_shown_with_their_folders(cli: Cli) -> None:
    """After the folder that is used, which stays the first line."""
    assert cli("config", "journal").out == f"{cli.folder}\n"
    for name in ("team", "balie"):
        cli("config", "journal", "add", name, f"~/{name}")
    assert cli("config", "journal").out == f"{cli.folder}\nteam = ~/team\nbalie = ~/balie\n"


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
        pytest.param(
            ["journal", "add", "team", "~niemand/team"],
            marks=pytest.mark.skipif(WINDOWS, reason="Windows has a folder for everybody"),
        ),
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
