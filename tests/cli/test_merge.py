"""`leerlog check --merge`: copies of months that sync services leave behind."""

import sys
from pathlib import Path

import pytest

from leerlog.journal.store import Journal
from tests.conftest import Cli
from tests.terminal import ENTER, Terminal

COPY = "2026-11-LAPTOP.md"


@pytest.fixture
def copy(cli: Cli) -> Path:
    """A month with two notes, and a copy of it with one of these changed, one more, and words around them."""
    cli.saved("moment", "Een burger wist het al")
    cli.saved("moment", "Nog een")
    text = (cli.folder / "2026-11.md").read_text("utf-8")
    text = text.replace("wist het al", "wist het zelf al")
    path = cli.folder / COPY
    path.write_text(text + "\n## 2026-11-03 09:05 · Gesprek\n\nOp de laptop.\n\n# Los\n\nBoodschappen\n", "utf-8")
    return path


def texts(cli: Cli) -> list[str]:
    """What the notes say, in order of time."""
    return [entry.answers[0].text for entry in cli.journal.read()[0]]


def kept(cli: Cli) -> list[Path]:
    """The copies in the history."""
    return sorted((cli.home / "state").glob("leerlog/geschiedenis/*/kopieen/*"))


def test_without_a_yes_nothing_changes(cli: Cli, copy: Path) -> None:
    """Where nobody can be asked it shows what it would do, and ends with 2."""
    before = {path: path.read_bytes() for path in cli.folder.iterdir()}
    done = cli("check", "--merge")
    assert done.status == 2
    assert "--yes" in done.err
    for words in ("2026-11-LAPTOP.md in 2026-11.md", "Op de laptop.", "Een burger wist het zelf al", "Boodschappen"):
        assert words in done.out
    assert before == {path: path.read_bytes() for path in cli.folder.iterdir()}
    assert kept(cli) == []


def test_a_copy_is_folded_into_its_month(cli: Cli, copy: Path) -> None:
    """Every entry once or in both versions, the copy in the history, and once more there is nothing to do."""
    raw = copy.read_bytes()
    done = cli("check", "--merge", "--yes")
    assert (done.status, texts(cli)) == (
        0,
        ["Op de laptop.", "Een burger wist het al", "Nog een", "Een burger wist het zelf al"],
    )
    assert "# Uit 2026-11-LAPTOP.md\n\n# Los\n\nBoodschappen\n" in (cli.folder / "2026-11.md").read_text("utf-8")
    (moved,) = kept(cli)
    assert (moved.read_bytes(), copy.exists()) == (raw, False)
    assert str(moved) in done.out
    assert cli.journal.read()[1] == []
    text = (cli.folder / "2026-11.md").read_text("utf-8")
    copy.write_bytes(raw)  # a sync service puts it back
    again = cli("check", "--merge", "--yes")
    assert "staat al in je maand" in again.out
    assert ((cli.folder / "2026-11.md").read_text("utf-8"), kept(cli), copy.exists()) == (text, [moved], False)
    assert "geen kopieën" in cli("check", "--merge").out


def test_undo_takes_it_back(cli: Cli, copy: Path) -> None:
    """All months at once, to the byte; the copy stays in the history, and undo says where."""
    (cli.folder / "2026-10 (1).md").write_text("## 2026-10-03\n<!-- id=a1aaaaaa -->\n\nVan oktober\n", "utf-8")
    text = (cli.folder / "2026-11.md").read_text("utf-8")
    cli("check", "--merge", "--yes")
    assert texts(cli)[0] == "Van oktober"
    done = cli("undo", "--yes")
    assert (done.status, (cli.folder / "2026-11.md").read_text("utf-8")) == (0, text)
    assert not (cli.folder / "2026-10.md").exists()
    assert str(kept(cli)[0].parent) in done.out


def test_several_copies_of_one_month(cli: Cli, copy: Path) -> None:
    """Each entry once, whatever copies it is in."""
    (cli.folder / "Kopie van 2026-11.md").write_bytes(copy.read_bytes())
    before = texts(cli)
    cli("check", "--merge", "--yes")
    assert sorted(texts(cli)) == sorted([*before, "Op de laptop.", "Een burger wist het zelf al"])
    assert len(kept(cli)) == 2


@pytest.mark.parametrize(
    "damage",
    [b"\n<<<<<<< een\n", b"\n## 2026-11-31\n<!-- id=a2zzzzzz -->\n\nx\n", b"\n## 2026-11-01\n<!-- id=%b -->\n"],
)
def test_what_is_damaged_is_left_alone(cli: Cli, copy: Path, damage: bytes) -> None:
    """It is named, with why; the other copies are folded; exit code 1."""
    first = cli.journal.read()[0][0].id.encode()
    copy.write_bytes(copy.read_bytes() + (damage % first if b"%b" in damage else damage))
    raw = copy.read_bytes()
    (cli.folder / "2026-10 (1).md").write_text("## 2026-10-03\n<!-- id=a1aaaaaa -->\n\nVan oktober\n", "utf-8")
    done = cli("check", "--merge", "--yes")
    assert (done.status, copy.read_bytes(), texts(cli)[0]) == (1, raw, "Van oktober")
    assert f"{COPY}: blijft zoals zij is: " in done.out


def test_what_changes_meanwhile_is_not_written_over(cli: Cli, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 3, and nothing is moved."""
    fold = Journal.fold

    def late(self: Journal, *args: object) -> object:
        copy.write_text(copy.read_text(encoding="utf-8") + "\nLater\n", encoding="utf-8")
        return fold(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Journal, "fold", late)
    before = texts(cli)
    assert cli("check", "--merge", "--yes").status == 3
    assert (texts(cli), kept(cli), copy.exists()) == (before, [], True)


def test_what_is_gone_forever_is_gone_from_copies_as_well(cli: Cli, copy: Path) -> None:
    """Deleting forever takes it out of what was moved aside; config forget takes all of that."""
    cli("check", "--merge", "--yes")
    entry = next(entry for entry in cli.journal.read()[0] if entry.answers[0].text == "Nog een")
    cli("delete", entry.id, "--forever", "--yes")
    (moved,) = kept(cli)
    assert "Nog een" not in moved.read_text("utf-8")
    assert "Op de laptop." in moved.read_text("utf-8")
    cli("config", "forget")
    assert kept(cli) == []


def test_the_copy_is_named_with_what_to_do(cli: Cli, copy: Path) -> None:
    """In list and in check."""
    assert "leerlog check --merge" in cli("list").err
    assert "leerlog check --merge" in cli("check").out


def test_it_is_asked_at_a_terminal(cli: Cli, copy: Path) -> None:
    """Once; Enter is no."""
    with Terminal([sys.executable, "-m", "leerlog", "check", "--merge"], rows=60) as terminal:
        terminal.wait_for("Zo samenvoegen?", "nee")
        terminal.type(ENTER)
        assert terminal.end() == 0
    assert copy.exists()


def test_the_driver_refuses_what_it_cannot_read(cli: Cli) -> None:
    """Exit code 1, and our file stays as it is."""
    cli.home.mkdir(exist_ok=True)
    base, ours, theirs = (cli.home / name for name in ("o", "a", "b"))
    for path in (base, ours):
        path.write_text("## 2026-11-03\n\nx\n", "utf-8")
    theirs.write_bytes(b"\xff\xfe#")
    done = cli("merge-driver", str(base), str(ours), str(theirs))
    assert (done.status, ours.read_text("utf-8")) == (1, "## 2026-11-03\n\nx\n")
    assert "UTF-16" in done.err
    assert cli("merge-driver", str(base), str(ours), str(cli.home / "weg")).status == 1
