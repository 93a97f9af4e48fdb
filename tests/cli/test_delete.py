"""Taking a note out: what goes, what builds on it, and what a share still has of it."""

import sys

import pytest

from tests.conftest import Cli
from tests.terminal import ENTER, Terminal


def files_of(cli: Cli) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in cli.folder.glob("*.md")}


def kept(cli: Cli) -> str:
    """All that is in the history."""
    return "".join(path.read_text() for path in (cli.home / "state" / "leerlog" / "geschiedenis").rglob("*.json"))


def test_it_is_shown_and_asked_first(cli: Cli) -> None:
    """Without a terminal and a yes nothing goes; with one, just that note, and undo brings it back."""
    names = [cli.saved("moment", text) for text in ("Een", "Per ongeluk", "Drie")]
    before = files_of(cli)
    asked = cli("delete", names[1])
    assert (asked.status, "--yes" in asked.err) == (2, True)
    assert "Per ongeluk" in asked.out
    assert "Op deze notitie bouwt niets." in asked.err
    assert files_of(cli) == before
    done = cli("delete", names[1], "--yes")
    assert done.status == 0
    assert "Terughalen: leerlog undo" in done.out
    assert {entry.id for entry in cli.journal.read()[0]} == {names[0], names[2]}
    assert cli("undo", "--yes").status == 0
    assert files_of(cli) == before


def test_the_links_to_it_go_with_it(cli: Cli) -> None:
    """What builds on it is named, loses that one link, and gets it back; the journal stays sound."""
    first, second = cli.saved("moment", "Een"), cli.saved("moment", "Twee", "--on", "2026-10-02")
    third = cli.saved("moment", "Daarop verder", "--builds-on", f"{first},{second}")
    before = files_of(cli)
    done = cli("delete", second, "--yes")
    assert "Daarop verder" in done.err
    assert third in done.err
    assert cli.journal.find(third).builds_on == (first,)
    assert cli("check").status == 0
    cli("undo", "--yes")
    assert files_of(cli) == before


def test_several_go_together_or_not_at_all(cli: Cli) -> None:
    """One that is not there stops it before anything is asked; several are one change."""
    names = [cli.saved("moment", text, "--on", f"2026-{month}-02") for month, text in (("09", "Een"), ("10", "Twee"))]
    before = files_of(cli)
    assert cli("delete", names[0], "a2zzzzzz", "--yes").status == 2
    assert files_of(cli) == before
    assert cli("delete", *names, names[0], "--yes").status == 0
    assert not cli.journal.read()[0]
    cli("undo", "--yes")
    assert files_of(cli) == before


def test_what_was_shared_is_said(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """With whom and when, and the command that takes it back there; that one works."""
    monkeypatch.chdir(cli.home)
    name = cli.saved("moment", "Gedeeld", "--share", "team")
    cli.saved("moment", "Ook gedeeld", "--share", "team")
    assert cli("share", "--to", "team", "--as", "rol", "--yes", "--output", "deel.md").status == 0
    said = cli("delete", name, "--yes").err
    assert "met het team" in said
    again = said.partition("leerlog share ")[2].split("\n")[0].split()
    assert cli("share", *again, "--as", "rol", "--yes", "--output", "deel.md", "--force").status == 0
    assert "Ook gedeeld" in (cli.home / "deel.md").read_text()
    assert name not in (cli.home / "deel.md").read_text()


def test_text_by_hand_that_goes_along_is_said(cli: Cli) -> None:
    """What leerlog did not write stands there to be seen, with its line."""
    name = cli.saved("agenda", "--add", "Bellen").partition(".")[0]
    [path] = cli.folder.glob("*.md")
    path.write_text(path.read_text() + "\nEen eigen alinea\n- Onbekend: x\n")
    shown = cli("delete", name)
    assert "Een eigen alinea" in shown.out
    assert "2026-11.md, regel" in shown.err
    assert "gaat mee" in shown.err


@pytest.mark.parametrize("by_hand", [False, True])
def test_forever_is_out_of_the_history_too(cli: Cli, by_hand: bool) -> None:
    """Also what it was before it was changed; what is kept of others stays."""
    other = cli.saved("moment", "Iets anders")
    name = cli.saved("moment", "Geheim")
    if by_hand:
        [path] = cli.folder.glob("*.md")
        path.write_text(
            path.read_text().replace(f"id={name} ", "").replace("Moment\n<!-- check", "Eigen\n<!-- check", 2)
        )
        name = next(entry.id for entry in cli.journal.read()[0] if entry.first_line == "Geheim")
    cli("value", other, "2")
    cli("value", name, "2")
    assert "Geheim" in kept(cli)
    done = cli("delete", name, "--forever", "--yes")
    assert done.status == 0
    assert "Voorgoed" in done.out
    assert "Geheim" not in kept(cli)
    assert "Iets anders" in kept(cli)
    assert "Geheim" not in "".join(path.read_text() for path in cli.folder.glob("*.md"))


def test_a_person_chooses_sees_and_says_yes(cli: Cli) -> None:
    """In a terminal without an id; Enter alone is no."""
    for text in ("Blijft", "Per ongeluk"):
        cli.saved("moment", text)
    for answer, left in (("", 2), ("j", 1)):
        with Terminal([sys.executable, "-m", "leerlog", "delete"], columns=80) as terminal:
            terminal.wait_for("Blijft", "Esc laat het")
            terminal.type("ongeluk" + ENTER)
            terminal.wait_for("Op deze notitie bouwt niets.", "Weghalen?", " · Ctrl+C ")
            terminal.type(answer + ENTER)
            assert terminal.end() == 0
        assert len(cli.journal.read()[0]) == left


@pytest.mark.parametrize("words", [["delete", "--yes"], ["edit", "--on", "2026-10-05"], ["edit", "--on", "2026-11-06"]])
@pytest.mark.parametrize("which", [0, 1, 2])
def test_the_others_with_its_heading_keep_their_ids(cli: Cli, words: list[str], which: int) -> None:
    """An id that is made of a heading counts those above it: what is left gets its own in writing."""
    cli.folder.mkdir()
    texts = "".join(f"## 2026-11-05 · x\n\nTekst {number}\n\n" for number in range(3))
    (cli.folder / "2026-11.md").write_text(texts)
    ids = {entry.first_line: entry.id for entry in cli.journal.read()[0]}
    assert len({*ids.values()}) == 3
    gone = ids[f"Tekst {which}"]
    assert cli(words[0], gone, *words[1:]).status == 0
    left = {entry.first_line: entry.id for entry in cli.journal.read()[0]}
    assert left == {text: name for text, name in ids.items() if words[0] == "edit" or name != gone}
    assert cli("undo", "--yes").status == 0
    assert (cli.folder / "2026-11.md").read_text() == texts
