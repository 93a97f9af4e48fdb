"""Changing a note: one thing at a time, or all of it in an editor."""

import json
import os
import sys
from pathlib import Path

import pytest

from tests.conftest import Cli
from tests.terminal import ENTER, Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the editor here is a script for sh")


@pytest.fixture
def name(cli: Cli) -> str:
    """A note with everything that can be changed."""
    cli.saved("moment", "Eerder", "--on", "2026-10-01")
    return cli.saved(
        "moment", "Noor zocht op thema", "--course", "Woo", "--with", "Noor", "--tag", "zoek", "--share", "team"
    )


def editor(cli: Cli, monkeypatch: pytest.MonkeyPatch, *scripts: str) -> None:
    """An editor that runs these, one each time it is opened, with the file as $1."""
    script = cli.home / "ed.sh"
    cases = "".join(f"{number}) {text} ;;\n" for number, text in enumerate(scripts, 1))
    count = 'n=$(cat "$0.n" 2>/dev/null || echo 0); n=$((n + 1)); echo $n > "$0.n"\n'
    script.write_text(f"#!/bin/sh\n{count}case $n in\n{cases}esac\n")
    script.chmod(0o700)
    Path(f"{script}.n").unlink(missing_ok=True)
    monkeypatch.setenv("EDITOR", str(script))


def files_of(cli: Cli) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in cli.folder.glob("*.md")}


@pytest.mark.parametrize(
    ("words", "field", "there"),
    [
        (["--value", "3"], "value", "toegepast"),
        (["--value", "geen"], "value", None),
        (["--course", "Zaakgericht"], "course", "Zaakgericht"),
        (["--course", ""], "course", ""),
        (["--with", "Kees, Anja"], "with", ["Kees", "Anja"]),
        (["--with", ""], "with", []),
        (["--tag", "#archief", "--tag", "zoek"], "tags", ["archief", "zoek"]),
        (["--on", "20 nov"], "date", "2026-11-20"),
        (["--on", "gisteren 9:05"], "time", "09:05"),
        (["--share", "leidinggevende"], "share", ["team", "leidinggevende"]),
        (["--unshare"], "share", []),
        (["--unshare", "team"], "share", []),
        (["--unshare", "leidinggevende"], "share", ["team"]),
    ],
)
def test_one_thing_changes_and_nothing_else(cli: Cli, name: str, words: list[str], field: str, there: object) -> None:
    """Each option: only that field, the id stays, the block stays as leerlog writes it, and undo takes it back."""
    before = files_of(cli)
    was = json.loads(cli("show", name, "--json").out)
    done = cli("edit", name, *words, "--json")
    assert done.status == 0, done.err
    now = json.loads(done.out)
    assert now[field] == there
    also = {"date"} if field == "time" else set()
    assert {key for key in now if now[key] != was[key]} - also <= {field}
    assert now["id"] == name
    assert "Alles klopt" in cli("check").out
    if files_of(cli) != before:
        assert cli("undo", "--yes").status == 0
    assert files_of(cli) == before


def test_on_a_day_in_another_month_it_moves(cli: Cli, name: str) -> None:
    """It is there once, with its id, also when that was only made of its heading."""
    assert cli("edit", name, "--on", "2026-09-05").status == 0
    assert cli.journal.find(name).file == "2026-09.md"
    assert [entry.id for entry in cli.journal.read()[0]].count(name) == 1
    path = cli.folder / "2026-11.md"
    path.write_text(path.read_text() + "## 2026-11-05 · Met de hand\r\n\r\nTekst\r\n".replace("\r", ""))
    by_hand = next(entry.id for entry in cli.journal.read()[0] if entry.title == "Met de hand")
    assert cli("edit", by_hand, "--on", "2026-10-05").status == 0
    assert cli.journal.find(by_hand).date.month == 10
    assert f"id={by_hand}" in (cli.folder / "2026-10.md").read_text()


def test_what_it_was_is_said(cli: Cli, name: str) -> None:
    """In words, as `show` has them; and that nothing changed when it did not."""
    said = cli("edit", name, "--value", "3", "--unshare").out
    assert "Waarde: 3 toegepast (was geen)" in said
    assert "Delen: nee, alleen voor jou (was met het team)" in said
    assert "niets veranderd" in cli("edit", name, "--value", "3").out


@pytest.mark.parametrize(
    "words",
    [
        ["--value", "9"],
        ["--on", "31-02-2026"],
        ["--on", ""],
        ["--share", "buurman"],
        ["--builds-on", "a2zzzzzz"],
        ["--text", ""],
    ],
)
def test_what_cannot_be_changes_nothing(cli: Cli, name: str, words: list[str]) -> None:
    """Exit 2 with the reason, also beside something that can."""
    before = files_of(cli)
    assert cli("edit", name, "--with", "Kees", *words).status == 2
    assert files_of(cli) == before


def test_a_circle_is_refused(cli: Cli, name: str) -> None:
    """A note does not build on what builds on it."""
    second = cli.saved("moment", "Daarop", "--builds-on", name)
    assert cli("edit", name, "--builds-on", second).status == 2
    assert cli("edit", name, "--builds-on", name).status == 2
    assert cli("edit", second, "--builds-on", "").status == 0
    assert cli.journal.find(second).builds_on == ()


def test_another_text_from_the_input(cli: Cli, name: str) -> None:
    """Whatever is in it, it is read back; of a note with more answers it is said to take the editor."""
    text = "Heel anders\n## 2026-01-01 · kop\n\n### Afspraken\n- [ ] x"
    assert cli("edit", name, "--text", "-", stdin=text).status == 0
    assert cli.journal.find(name).answers[0].text == text
    assert cli.journal.find(name).course == "Woo"
    assert cli("check").status == 0
    cli("during", "Woo", "--answers", "-", stdin="meeting: een\nnext: twee\n")
    answers = cli("debrief", "Woo", "--answers", "-", stdin="experience: een\nlearned: twee\n").out.split()[2]
    done = cli("edit", answers, "--text", "drie")
    assert done.status == 2
    assert f"leerlog edit {answers}" in done.err


def test_an_item_of_which_the_day_would_be_another_is_refused(cli: Cli) -> None:
    """A date without its year counts from the day of the note."""
    cli.folder.mkdir()
    block = "## 2026-11-05 · x\n<!-- id=a2f9qa2b -->\n\n### Afspraken\n\n- [ ] Bellen (voor 7 dec)\n"
    (cli.folder / "2026-11.md").write_text(block)
    done = cli("edit", "a2f9qa2b", "--on", "2025-11-05")
    assert done.status == 2
    assert "voluit" in done.err
    assert (cli.folder / "2026-11.md").read_text() == block


def test_in_the_editor_it_is_spliced_back(cli: Cli, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The note as Markdown, and only that; what is around it stays, its line ends too."""
    path = cli.folder / "2026-11.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n") + b"\r\n# Van mij\r\n\xff\r\n")
    editor(cli, monkeypatch, 'sed -i "s/op thema/op dossier/" "$1"')
    done = cli("edit", name)
    assert done.status == 0, done.err
    assert cli.journal.find(name).first_line == "Noor zocht op dossier"
    after = path.read_bytes()
    assert after.endswith(b"\r\n# Van mij\r\n\xff\r\n")
    assert after.count(b"\n") == after.count(b"\r\n")
    cli("undo", "--yes")
    assert cli.journal.find(name).first_line == "Noor zocht op thema"


@pytest.mark.parametrize(
    ("script", "line"),
    [
        ('printf "\\n## Kop\\n\\nx\\n" >> "$1"', "Regel 15: deze kop"),
        ('printf "\\n## 2026-11-24 · Twee\\n" >> "$1"', "Regel 15: deze kop"),
        ('sed -i "s/2026-11-23/2026-11-31/" "$1"', "Regel 1: "),
        ('sed -i "s/id=[a-z0-9]*/id=a2aaaaaa/" "$1"', "Regel 2: de id"),
        ('sed -i "s/- Met: Noor/- Waarde: negen/" "$1"', "Regel 5: "),
    ],
)
def test_a_broken_edit_is_said_and_kept(
    cli: Cli, name: str, monkeypatch: pytest.MonkeyPatch, script: str, line: str
) -> None:
    """With its line; the journal stays as it was, and what was written is in a draft."""
    before = files_of(cli)
    editor(cli, monkeypatch, f'echo "Mijn werk" >> "$1"; {script}')
    done = cli("edit", name)
    assert done.status == 2
    assert line in done.err
    assert files_of(cli) == before
    assert len([*cli.drafts.glob("*.md")]) == 1
    assert "Mijn werk" in next(cli.drafts.glob("*.md")).read_text()


def test_a_note_that_comes_back_empty_is_left_as_it_is(cli: Cli, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who empties it may want it gone: that is another command, and no empty draft is kept of it."""
    before = cli.journal.block(cli.journal.find(name))
    editor(cli, monkeypatch, ': > "$1"')
    done = cli("edit", name)
    assert done.status == 2
    assert f"leerlog delete {name}" in done.err
    assert cli.journal.block(cli.journal.find(name)) == before
    assert not [*cli.drafts.glob("*.md")]


def test_the_id_that_an_editor_took_away_comes_back(cli: Cli, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The comment below the heading is the machine's: it is not asked of a person."""
    editor(cli, monkeypatch, 'sed -i "2d" "$1"; sed -i "1s/2026-11-23/2026-10-23/" "$1"')
    assert cli("edit", name).status == 0
    entry = cli.journal.find(name)
    assert (entry.file, entry.checklist) == ("2026-10.md", "moment")


def test_of_two_edits_both_are_kept(cli: Cli, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 3: what came from elsewhere stays, and one's own is a draft that can be added."""
    month = cli.folder / "2026-11.md"
    editor(cli, monkeypatch, f'sed -i "s/op thema/hier/" "$1"; sed -i "s/op thema/elders/" "{month}"')
    done = cli("edit", name)
    assert done.status == 3
    assert cli.journal.find(name).first_line == "Noor zocht elders"
    [draft] = cli.drafts.glob("*.md")
    assert cli("drafts", "--save", draft.stem).status == 0
    assert {"Noor zocht elders", "Noor zocht hier"} <= {entry.first_line for entry in cli.journal.read()[0]}


@pytest.mark.parametrize("script", ['rm "$1"', "exit 3", 'printf "\\377" >> "$1"'])
def test_an_editor_that_fails_changes_nothing(
    cli: Cli, name: str, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    """That deletes its file, ends with an error or writes something else: the text is kept, and where is said."""
    before = files_of(cli)
    editor(cli, monkeypatch, script)
    done = cli("edit", name)
    assert done.status == 1
    assert "niets veranderd" in done.err
    path = Path(next(word.rstrip(".") for word in done.err.split() if "leerlog.md" in word))
    assert os.path.lexists(path)
    assert files_of(cli) == before


def test_a_person_mends_what_was_broken(cli: Cli, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a terminal: the line is shown, the same text comes back in the editor, and then it is saved."""
    editor(cli, monkeypatch, 'printf "\\n## Kop\\n" >> "$1"', 'sed -i "s/^## Kop/Geen kop/" "$1"')
    with Terminal([sys.executable, "-m", "leerlog", "edit", "laatste"], columns=80) as terminal:
        terminal.wait_for("Regel 14", "Weer openen", " · Ctrl+C ")
        terminal.type("j" + ENTER)
        assert terminal.end() == 0, terminal.text
    assert cli.journal.find(name).answers[0].text.endswith("Geen kop")
