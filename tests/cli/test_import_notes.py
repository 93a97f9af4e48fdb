"""Markdown as Obsidian keeps it: a note a file, in folders."""

import os
import sys
from datetime import date
from pathlib import Path, PurePath

import pytest

from leerlog.journal.incoming_notes import day_in_name
from tests.cli.test_import import months, read
from tests.conftest import Cli

VAULT = {
    "2026-11-03.md": (
        "\ufeff---\r\ntags: [werk, 'Woo training']\r\naliases: drie\r\n---\r\n# Dag\r\n\r\n"
        "- [ ] Bel Kees 📅 2026-12-01\r\nstemming:: goed\r\n"
    ),
    "Dagboek/2026/11/2026-11-04 dinsdag.md": (
        "---\ntags: leren werk\ndate: 2026-11-05\n---\nVier ![[foto.png]] [[Link|naam]]\n\n> [!note] Let op\n> tekst\n"
    ),
    "Dagboek/2026-11-06 Overleg Woo.md": (
        "Zes\n\n## 2026-11-06 09:00 · Moment\n<!-- id=a2aaaaaa checklist=moment -->\n\n- Waarde: 3\n"
    ),
    "Woo.md": "---\ndatum: 2026-11-07 10:15\ntags:\n  - een\n  - '#twee'\n---\nZeven",
    "Projecten.md": "Zonder dag",
    "2026-11-08.md": "---\ntags: x\n---\n\n",
    ".obsidian/2026-11-09.md": "Verborgen",
    ".trash/2026-11-09.md": "Weg",
    "foto.png": "\x89PNG",
}


@pytest.fixture
def vault(cli: Cli) -> Path:
    """A folder of notes."""
    for name, text in VAULT.items():
        path = cli.home / "kluis" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return cli.home / "kluis"


def test_a_folder_of_notes(cli: Cli, vault: Path) -> None:
    """The name says the day; tasks and fields stay text; what is hidden stays away, and twice adds nothing."""
    done = cli("import", str(vault), "--from", "markdown")
    assert done.status == 1
    assert [(str(e.date), str(e.time), e.tags, e.follow_ups, e.answers[0].text) for e in read(cli.folder)] == [
        ("2026-11-03", "None", ("werk", "Woo training"), (), "# Dag\n\n- [ ] Bel Kees 📅 2026-12-01\nstemming:: goed"),
        (
            "2026-11-04", "None", ("leren", "werk"), (),
            "Vier ![[foto.png]] [[Link|naam]]\n\n> [!note] Let op\n> tekst",
        ),
        (
            "2026-11-06", "None", (), (),
            "Overleg Woo\n\nZes\n\n## 2026-11-06 09:00 · Moment\n<!-- id=a2aaaaaa checklist=moment -->\n\n- Waarde: 3",
        ),
        ("2026-11-07", "10:15:00", ("een", "twee"), (), "Woo\n\nZeven"),
    ]  # fmt: skip
    assert "Projecten.md: uit de naam blijkt geen dag" in done.out
    assert "Komt niet mee: afbeelding (1), ander bestand (1), front matter: aliases (1), lege notitie (1)" in done.out
    assert "bovenin staat 2026-11-05, de naam zegt 2026-11-04" in done.err
    before = months(cli.folder)
    assert "Staat er al: 4 notities" in cli("import", str(vault), "--from", "markdown").out
    assert months(cli.folder) == before
    assert cli("check").status == 0
    assert "Nieuw: 1 notitie," in cli("import", str(vault), "--from", "markdown", "--on", "2026-11-01").out


def test_one_note(cli: Cli, vault: Path) -> None:
    """Its name says enough; without a day it is asked for, and comes on the day that is said."""
    assert cli("import", str(vault / "2026-11-03.md")).status == 0
    for more in ([], ["--from", "markdown"]):
        refused = cli("import", str(vault / "Projecten.md"), *more)
        assert (refused.status, "--on" in refused.err) == (2, True)
    assert cli("import", str(vault / "Projecten.md"), "--from", "markdown", "--on", "2 november").status == 0
    assert read(cli.folder)[0].answers[0].text == "Zonder dag"


@pytest.mark.skipif(sys.platform == "win32", reason="links of another kind")
def test_a_link_that_leads_out_of_the_folder_is_refused(cli: Cli, vault: Path) -> None:
    """One of a file, one of a folder, and a path that leads through one; one that stays inside is only skipped."""
    (vault / "binnen.md").symlink_to(vault / "2026-11-03.md")
    assert cli("import", str(vault), "--from", "markdown", "--dry-run").status == 1
    outside = cli.home / "buiten"
    outside.mkdir()
    (outside / "2026-11-20.md").write_text("Geheim")
    for target in (outside / "2026-11-20.md", outside):
        link = vault / "2026-11-20.md"
        os.symlink(target, link)
        done = cli("import", str(vault))
        assert (done.status, "koppeling" in done.err) == (2, True)
        link.unlink()
    (cli.home / "door").symlink_to(vault)
    done = cli("import", str(cli.home / "door" / "2026-11-03.md"))
    assert (done.status, "koppeling" in done.err) == (2, True)
    assert not cli.folder.exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("2026-11-03.md", "2026-11-03 None "),
        ("20261103.md", "2026-11-03 None "),
        ("2026.11.03 vr.md", "2026-11-03 None "),
        ("03-11-2026 Overleg.md", "2026-11-03 None Overleg"),
        ("2026-11-03 14.05 Bellen.md", "2026-11-03 14:05:00 Bellen"),
        ("2026-11-03T1405.md", "2026-11-03 14:05:00 "),
        ("3 november 2026.md", "2026-11-03 None "),
        ("Dagboek 2026-11-03.md", "2026-11-03 None Dagboek"),
        ("2026/11/03 di.md", "2026-11-03 None "),
        ("2026-11.md", ""),
        ("2026-W45.md", ""),
        ("2026-13-40.md", ""),
    ],
)
def test_the_day_in_a_name(name: str, said: str) -> None:
    """As people write it."""
    found = day_in_name(PurePath(name), date(2026, 11, 23))
    assert (f"{found[0][0]} {found[0][1]} {found[1]}" if found else "") == said
