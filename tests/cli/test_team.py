"""The review of a team, from the files that its members shared."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import SAMPLE, Cli, is_private


@pytest.fixture
def folder(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what two people shared, the one of them all of the sample."""
    monkeypatch.setenv("LEERLOG_NOW", "2026-12-18T16:42")
    shutil.copytree(SAMPLE, cli.folder)
    found = cli.home / "delen"
    found.mkdir()
    cli("share", "--to", "team", "--as", "Anja", "--yes", "--all", "--output", str(found / "anja.md"))
    journal = str(cli.home / "kees")
    cli("--journal", journal, "moment", "Van Kees", "--share", "team", "--value", "5")
    cli("--journal", journal, "share", "--to", "team", "--as", "Kees", "--yes", "--output", str(found / "kees.md"))
    return found


def test_a_team_sees_what_all_shared(cli: Cli, folder: Path) -> None:
    """With names, what was agreed in front, and no comparison of people."""
    done = cli("review", "--team", str(folder), "--full")
    assert (done.status, done.err) == (0, "")
    assert "2 mensen · 24 notities" in done.out
    assert done.out.index("Afgesproken, en wat ervan kwam") < done.out.index("Wat het leren bracht")
    assert "Kees · Van Kees" in done.out
    plain = cli("review", "--team", str(folder), "--plain").out
    assert "Waarde, herkaderend: 3" in plain
    made = json.loads(cli("review", "--team", str(folder), "--format", "json").out)
    assert made["names"] == ["Anja", "Kees"]
    assert made["count"] == 24


def test_a_foreign_or_damaged_file_is_named(cli: Cli, folder: Path) -> None:
    """The others still count."""
    before = json.loads(cli("review", "--team", str(folder), "--format", "json").out)
    raw = (folder / "anja.md").read_bytes()
    (folder / "zwerver.md").write_text("# Iets anders")
    (folder / "foto.png").write_bytes(b"\x89PNG\x00\xff")
    (folder / "half.md").write_bytes(raw[:5000])
    (folder / "kop.md").write_bytes(raw.replace(b"from=", b"form=", 1))
    (folder / "baas.md").write_bytes(raw.replace(b"to=team", b"to=leidinggevende", 1))
    (folder / "pijl.md").write_bytes(raw.decode().encode("utf-16"))  # as `>` of PowerShell 5.1 writes it
    shutil.copy(SAMPLE / "2026-11.md", folder)
    done = cli("review", "--team", str(folder), "--format", "json")
    assert done.status == 0
    made = json.loads(done.out)
    files = ["2026-11.md", "baas.md", "foto.png", "half.md", "kop.md", "pijl.md", "zwerver.md"]
    assert "pijl.md: dit bestand is geen UTF-8 maar UTF-16; vraag het opnieuw, gemaakt met --output" in done.err
    assert [problem["file"] for problem in made["problems"]] == files
    assert all(name in done.err for name in files)
    assert made | {"problems": []} == before


def test_anonymous_names_nobody(cli: Cli, folder: Path) -> None:
    """Not a person, not a file, not an entry; it warns that a text may tell all the same."""
    (folder / "geheim-van-marjan.md").write_text("x")
    for form in ([], ["--plain"], ["--format", "json"]):
        done = cli("review", "--team", str(folder), "--anonymous", *form)
        assert done.status == 0
        assert "marjan" not in done.out
        assert "Anja ·" not in done.out
    assert "schrijver toch verraden" in cli("review", "--team", str(folder), "--anonymous").out
    made = json.loads(cli("review", "--team", str(folder), "--anonymous", "--format", "json").out)
    assert (made["names"], made["count"], made["conditions"]) == (None, None, [])
    assert {level["count"] for level in made["levels"]} == {None}


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--anonymous"], "--team"),
        (["--team", "nergens"], "nergens"),
        (["--team", ".", "--weigh"], "--weigh"),
        (["--team", ".", "--quarter", "Q9"], "kwartaal"),
        (["--team", ".", "--format", "xml"], "xml"),
    ],
)
def test_a_wrong_command_line(cli: Cli, args: list[str], said: str) -> None:
    """Exit 2, in Dutch, nothing shown."""
    done = cli("review", *args)
    assert (done.status, done.out) == (2, "")
    assert said in done.err


def test_it_becomes_a_file_in_every_form(cli: Cli, folder: Path) -> None:
    """Only its owner can read it; it stays without --force, and a table says to a spreadsheet that it is UTF-8."""
    for suffix in ("html", "md", "csv", "json"):
        out = cli.home / f"terugblik.{suffix}"
        args = ["review", "--team", str(folder), "--output", str(out)]
        done = cli(*args)
        assert (done.status, done.out) == (0, f"De terugblik staat in {out}. Alleen jij kunt hem lezen.\n")
        assert is_private(out)
        assert "Van Kees" in out.read_text("utf-8")
        assert out.read_bytes().startswith(b"\xef\xbb\xbf") == (suffix == "csv")
        assert cli(*args).status == 2
        assert cli(*args, "--force").status == 0
        assert cli("review", "--team", str(folder), "--format", suffix, "--output", "-").out in out.read_text("utf-8")


def test_a_note_in_doubt_is_left_out_and_named(cli: Cli, folder: Path) -> None:
    """By its line and its day, never by its words."""
    text = (folder / "kees.md").read_text("utf-8")
    (folder / "kees.md").write_text(text.replace("Van Kees", "Van Kees <!-- en nog iets"), "utf-8")
    for args in ([], ["--format", "json"], ["--all"]):
        done = cli("review", "--team", str(folder), *args)
        assert "Van Kees" not in done.out + done.err
        said = "de notitie van vrijdag 18 december 2026 telt niet mee: er staat iets in dat leerlog niet zo schreef"
        assert f"Let op: kees.md:8: {said}.\n" in done.err


def test_a_page_names_what_did_not_count(cli: Cli, folder: Path) -> None:
    """With the file; of an anonymous one only that there was something."""
    (folder / "geheim-van-marjan.md").write_text("x")
    for form in ("html", "markdown"):
        args = ["review", "--team", str(folder), "--format", form]
        assert "geheim-van-marjan.md" in cli(*args).out
        nameless = cli(*args, "--anonymous").out
        assert "1 bestand telt niet of niet helemaal mee." in nameless
        assert "marjan" not in nameless


def test_an_empty_folder_is_a_kind_page(cli: Cli, folder: Path) -> None:
    """It says what to do; a period in which nobody shared too."""
    empty = cli.home / "leeg"
    empty.mkdir()
    for where, period in ((empty, "--quarter"), (folder, "--year=2020")):
        done = cli("review", "--team", str(where), period)
        assert done.status == 0
        assert "leerlog share --to team" in done.out


def test_every_command_works_with_another_journal(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its name from the settings: what is written there stays there."""
    place = cli.home / "teamlog"
    assert cli("config", "journal", "add", "team", str(place)).status == 0
    monkeypatch.chdir(cli.home)
    team = ("--journal", "team")
    assert cli(*team, "moment", "Samen gezien", "--share", "team", "--value", "3").status == 0
    assert cli(*team, "prepare", "Woo", "--answers", "-", "--share", "leidinggevende", stdin="goal: Zoeken").status == 0
    assert "Samen gezien" in cli(*team, "list").out
    assert "Samen gezien" in cli(*team, "review").out
    assert "Zoeken" in cli(*team, "sheet", "Woo").out
    assert cli(*team, "share", "--to", "team", "--as", "Wij", "--yes").status == 0
    assert "Samen gezien" in Path("leerlog-wij-2026-Q4.md").read_text()
    assert "Samen" not in cli("list").out
    assert list(place.glob("*.md"))
