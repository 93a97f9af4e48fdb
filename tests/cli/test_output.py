"""`review --format` and `--output`: the form by name or suffix, and a file that is never written over unasked."""

import json
import os
import stat
from functools import partial
from pathlib import Path

import pytest

from leerlog import files
from leerlog.refusals import unfit
from tests.conftest import Cli

needs_rights = pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")


BEGINNINGS = {
    ".md": "# Terugblik",
    ".html": "<!DOCTYPE html>",
    ".csv": "\ufeffNiveau;",
    ".json": '{\n  "schema"',
}


@pytest.mark.parametrize("suffix", [*BEGINNINGS, ".HTML"])
def test_the_suffix_decides_the_form(sample: Cli, suffix: str) -> None:
    """The message says where it is; a spreadsheet is told the encoding."""
    file = sample.home / f"q4{suffix}"
    done = sample("review", "--output", str(file))
    assert done.status == 0, done.err
    assert done.out == f"De terugblik staat in {file}. Alleen jij kunt hem lezen.\n"
    assert file.read_bytes().decode().startswith(BEGINNINGS[suffix.lower()])
    assert "privé" in done.err


@pytest.mark.parametrize("form", ["markdown", "md", "html", "csv", "json"])
def test_without_a_file_the_data_goes_to_stdout(sample: Cli, form: str) -> None:
    """And nothing else; the same as in a file, without a mark of the encoding."""
    file = sample.home / "out.dat"
    done = sample("review", "--format", form)
    assert (done.status, done.err) == (0, "")
    assert sample("review", "--format", form, "--output", str(file)).status == 0
    assert done.out == file.read_bytes().decode().removeprefix("\ufeff").replace("\r\n", "\n")
    assert sample("review", "--format", form, "--output", "-").out == done.out


@posix
def test_the_file_is_for_its_owner_only(sample: Cli) -> None:
    """Whatever was there before, and nothing is left beside it."""
    file = sample.home / "q4.html"
    sample("review", "--output", str(file))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.chmod(0o644)
    assert sample("review", "--output", str(file), "--force").status == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not list(sample.home.glob(".*.tmp"))


def test_a_file_that_is_there_stays_as_it_was(sample: Cli) -> None:
    """Unless --force says otherwise."""
    file = sample.home / "q4.md"
    file.write_text("van mij")
    done = sample("review", "--output", str(file))
    assert (done.status, done.out) == (2, "")
    assert "is er al" in done.err
    assert "--force" in done.err
    assert file.read_text() == "van mij"
    assert sample("review", "--output", str(file), "--force").status == 0
    assert file.read_text(encoding="utf-8").startswith("# Terugblik")


@pytest.mark.parametrize("command", [("review",), ("sheet", "Woo-training")])
def test_a_month_of_another_journal_is_never_replaced(sample: Cli, command: tuple[str, ...]) -> None:
    """Not even with --force."""
    other = sample.home / "ander" / "2026-11.md"
    other.parent.mkdir()
    other.write_text((sample.folder / "2026-11.md").read_text())
    before = other.read_bytes()
    done = sample(*command, "--output", str(other), "--force")
    assert (done.status, other.read_bytes()) == (2, before)
    assert "is een maand van een leerlog; die overschrijf ik nooit" in done.err


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_what_is_no_file_is_never_to_be_replaced(sample: Cli, force: list[str]) -> None:
    """A folder: so --force is not offered."""
    done = sample("review", "--format", "json", "--output", str(sample.home), *force)
    assert (done.status, done.out) == (2, "")
    assert "geen gewoon bestand" in done.err
    assert "--force" not in done.err


def test_a_file_that_comes_at_the_last_moment_stays_too(sample: Cli, tmp_path: Path) -> None:
    """Writing looks once more, in one step."""
    file = tmp_path / "q4.md"
    file.write_bytes(b"van een ander")
    with pytest.raises(FileExistsError):
        files.write(file, b"van mij", new=True)
    assert file.read_bytes() == b"van een ander"
    assert not list(tmp_path.glob(".*.tmp"))


@pytest.mark.parametrize("name", ["con.md", r"Z:\map\con.md", "nul.txt", "aux", "map/PRN.xlsx", "lpt1"])
def test_a_device_of_windows_is_named_before_the_form_is_asked_for(
    sample: Cli, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever its end: another end would not make it a file."""
    monkeypatch.setattr("leerlog.cli.out.unfit", partial(unfit, windows=True))
    done = sample("list", "--output", name)
    assert (done.status, done.out) == (2, "")
    assert f"ik kan niet schrijven in {name}" in done.err
    assert "kan op Windows niet: zo heet daar een apparaat. Kies een andere naam." in done.err


@posix
def test_a_link_is_followed_only_with_force(sample: Cli) -> None:
    """And then stays a link."""
    real, link = sample.home / "echt.md", sample.home / "q4.md"
    link.symlink_to(real)
    assert sample("review", "--output", str(link)).status == 2
    assert not real.exists()
    assert sample("review", "--output", str(link), "--force").status == 0
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8").startswith("# Terugblik")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--output", "q4.docx"], "aan 'q4.docx' zie ik niet welke vorm je wilt"),
        (["--output", "q4"], "aan 'q4' zie ik niet welke vorm je wilt"),
        (["--output", "-"], "kies met --format welke vorm je wilt"),
        (["--format", "pdf"], "de vorm 'pdf' ken ik hier niet. Kies uit: markdown, html, xlsx, csv, json."),
        (["--format", "csv", "--output", "q4.html"], "--format csv en 'q4.html' spreken elkaar tegen"),
        (["--force"], "--force hoort bij --output"),
        (["--weigh", "--format", "csv"], "--weigh vraagt, en gaat niet samen met"),
        (["--output", "leerlog/terugblik.md"], "in de map van je leerlog zelf"),
    ],
)
def test_what_does_not_go_together_is_said(
    sample: Cli, args: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In Dutch, with exit code 2, before anything is read or written."""
    monkeypatch.chdir(sample.home)
    done = sample("review", *args)
    assert (done.status, done.out) == (2, "")
    assert said in done.err


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("weg/q4.md", "de map of het bestand is er niet"),
        ("leerlog/2026-11.md/q4.md", "een deel van het pad is geen map"),
        ("x" * 300 + ".md", "de naam is te lang"),
    ],
)
def test_a_place_that_cannot_be_written_is_said(sample: Cli, place: str, said: str) -> None:
    """With exit code 1 and the reason."""
    done = sample("review", "--output", str(sample.home / place))
    assert (done.status, done.out) == (1, "")
    assert said in done.err


def test_a_folder_is_no_file(sample: Cli) -> None:
    """With or without --force."""
    folder = sample.home / "map.md"
    folder.mkdir()
    for force in ([], ["--force"]):
        done = sample("review", "--output", str(folder), *force)
        assert done.status in (1, 2)
        assert folder.is_dir()


@needs_rights
def test_a_folder_without_rights_is_said(sample: Cli) -> None:
    """With exit code 1."""
    folder = sample.home / "dicht"
    folder.mkdir(mode=0o500)
    done = sample("review", "--output", str(folder / "q4.md"))
    assert done.status == 1
    assert "geen schrijfrechten" in done.err


def test_a_disk_without_links_gets_the_file_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A USB stick has none; what is there stays there as well."""

    def no_links(*_: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    files.write(tmp_path / "a.md", b"een", new=True)
    assert (tmp_path / "a.md").read_bytes() == b"een"
    with pytest.raises((FileExistsError, files.NotSaved)):
        files.write(tmp_path / "a.md", b"twee", new=True)
    assert (tmp_path / "a.md").read_bytes() == b"een"


def test_an_empty_journal_gives_a_page_as_well(cli: Cli) -> None:
    """Every form, with nothing in it."""
    for name in ("leeg.html", "leeg.md", "leeg.csv", "leeg.json"):
        done = cli("review", "--output", str(cli.home / name))
        assert done.status == 0, done.err
    assert json.loads((cli.home / "leeg.json").read_text(encoding="utf-8"))["count"] == 0
    assert len((cli.home / "leeg.csv").read_text(encoding="utf-8-sig").splitlines()) == 1
