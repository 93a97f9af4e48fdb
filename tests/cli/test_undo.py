"""Taking back what a command changed, and the history that it comes from."""

import json
import sys
from collections.abc import Callable

import pytest

from tests.conftest import Cli
from tests.terminal import ENTER, Terminal


def files_of(cli: Cli) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in cli.folder.glob("*.md")}


def agreed(cli: Cli) -> str:
    """A note with something agreed; its id."""
    return cli.saved("agenda", "--add", "Bellen met Kees (voor 30 nov)").partition(".")[0]


CHANGES: dict[str, Callable[[str], list[str]]] = {
    "afgevinkt": lambda name: ["done", name, "--result", "Gebeld"],
    "vervallen": lambda name: ["done", name, "--dropped", "Geen tijd"],
    "gewogen": lambda name: ["value", name, "3"],
    "verzet": lambda name: ["agenda", "--move", f"{name}.1", "7 dec"],
    "verbonden": lambda name: ["story", name, "--builds-on", "laatste"],
}


@pytest.mark.parametrize("what", CHANGES)
def test_every_change_can_be_taken_back(cli: Cli, what: str) -> None:
    """Shown first, then to the byte what it was; after it there is nothing more to take back."""
    name = agreed(cli)
    cli.saved("moment", "De nieuwste", "--on", "2026-11-23 17:00")
    before = files_of(cli)
    assert cli(*CHANGES[what](name)).status == 0
    assert files_of(cli) != before
    asked = cli("undo")
    assert asked.status == 2
    assert "--yes" in asked.err
    done = cli("undo", "--yes")
    assert done.status == 0
    assert what in done.out
    assert f"Teruggehaald: {name}" in done.out
    assert files_of(cli) == before
    none = cli("undo", "--yes")
    assert none.status == 2
    assert "geen wijziging om terug te halen" in none.err
    assert "leerlog delete laatste" in none.err


def test_it_goes_back_one_at_a_time(cli: Cli) -> None:
    """The last by any command, and then the one before; the list says which were taken back."""
    name = agreed(cli)
    seen = [files_of(cli)]
    for words in (["value", name, "2"], ["value", name, "4"], ["done", name]):
        cli(*words)
        seen.append(files_of(cli))
    cli("undo", "--yes")
    assert files_of(cli) == seen[2]
    cli("undo", "--yes")
    assert files_of(cli) == seen[1]
    told = json.loads(cli("undo", "--list", "--format", "json").out)
    assert told["schema"] == "leerlog.history/1"
    assert [(each["what"], each["undone"]) for each in told["changes"]] == [
        ("afgevinkt", True),
        ("gewogen", True),
        ("gewogen", False),
    ]
    listed = cli("--plain", "undo", "--list").out
    assert listed.count("teruggehaald") == 2
    assert "niet versleuteld" in listed
    assert "Bellen met Kees" in listed


def test_what_came_of_it_is_taken_back_by_itself(cli: Cli) -> None:
    """When it was told after the ticking, it is a change of its own, and is called so."""
    name = agreed(cli)
    cli("done", name)
    ticked = files_of(cli)
    cli("done", name, "--result", "Gebeld")
    done = cli("undo", "--yes")
    assert "zoals voor het opschrijven van wat ervan kwam" in done.out
    assert files_of(cli) == ticked
    assert "zoals voor het afvinken" in cli("undo", "--yes").out


def test_check_fix_is_taken_back(cli: Cli) -> None:
    """All that it wrote at once, in every month."""
    cli.folder.mkdir()
    for month in ("2026-10", "2026-11"):
        block = f"## {month}-03 9:05\n<!-- id=a{month[-1]}f9qa2b -->\n\nTekst\n"
        (cli.folder / f"{month}.md").write_text(block)
    before = files_of(cli)
    assert cli("check", "--fix", "--yes").status == 0
    assert len([name for name, text in files_of(cli).items() if text != before[name]]) == 2
    assert cli("undo", "--yes").status == 0
    assert files_of(cli) == before


def test_what_was_changed_by_hand_since_is_not_overwritten(cli: Cli) -> None:
    """Exit 3, and every byte stays."""
    name = agreed(cli)
    cli("value", name, "3")
    [path] = cli.folder.glob("*.md")
    path.write_text(path.read_text().replace("Kees", "Anja"))
    before = files_of(cli)
    done = cli("undo", "--yes")
    assert done.status == 3
    assert "intussen" in done.err
    assert files_of(cli) == before


def test_the_history_is_forgotten_and_not_kept_for_ever(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """`config forget` empties it; `config` says where it is and that it is not encrypted; a setting says how long."""
    name = agreed(cli)
    cli("value", name, "3")
    assert "niet versleuteld" in cli("--plain", "config").out
    assert "1 wijziging" in cli("config", "forget").out
    assert cli("undo", "--yes").status == 2
    assert "al leeg" in cli("config", "forget").out
    assert not [*(cli.home / "state" / "leerlog" / "geschiedenis").rglob("*.json")]
    cli("config", "history_days", "7")
    cli("value", name, "4")
    monkeypatch.setenv("LEERLOG_NOW", "2026-11-30T16:42")
    assert len(json.loads(cli("undo", "--list", "--json").out)["changes"]) == 1
    monkeypatch.setenv("LEERLOG_NOW", "2026-12-01T16:42")
    assert not json.loads(cli("undo", "--list", "--json").out)["changes"]
    assert cli("config", "history_days", "-1").status == 2


def test_a_person_is_asked(cli: Cli) -> None:
    """In a terminal: what comes back, and only then, after a yes."""
    name = agreed(cli)
    before = files_of(cli)
    cli("value", name, "3")
    after = files_of(cli)
    for answer, there in (("", after), ("j", before)):
        with Terminal([sys.executable, "-m", "leerlog", "undo"], columns=80) as terminal:
            terminal.wait_for("- Waarde: toegepast", "Zo terughalen?", " · Ctrl+C ")
            terminal.type(answer + ENTER)
            assert terminal.end() == 0
        assert files_of(cli) == there


def test_one_of_the_list_is_chosen(cli: Cli) -> None:
    """At a terminal, by words that only it has; then undo asks as ever."""
    name, other = agreed(cli), cli.saved("moment", "De balie", "--on", "2026-11-23 17:00").partition(".")[0]
    before = files_of(cli)
    cli("value", name, "3")
    cli("value", other, "3")
    with Terminal([sys.executable, "-m", "leerlog", "undo", "--list"], columns=80) as terminal:
        terminal.wait_for("gewogen", "Welke haal je terug?", " · Ctrl+C ")
        terminal.type("kees" + ENTER)
        terminal.wait_for("Zo terughalen?", " · Ctrl+C ")
        terminal.type("j" + ENTER)
        assert terminal.end() == 0
    assert files_of(cli) != before
    assert cli("undo", "--yes").status == 0
    assert files_of(cli) == before


def test_a_newer_note_is_named(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has just written one may mean that; it is no change, and goes another way."""
    name = agreed(cli)
    cli("value", name, "3")
    assert "leerlog delete" not in cli("undo").err
    monkeypatch.setenv("LEERLOG_NOW", "2026-11-23T17:42")
    cli.saved("moment", "Per ongeluk")
    assert "leerlog delete laatste" in cli("undo").err


def test_an_older_change_is_taken_back_by_its_number(cli: Cli) -> None:
    """When the last can't be, for a hand changed its note since: exit 3 names another, and that one goes back."""
    first, second = agreed(cli), cli.saved("moment", "De balie", "--on", "2026-11-23 17:00").partition(".")[0]
    assert cli("value", first, "2").status == cli("value", second, "3").status == 0
    [path] = cli.folder.glob("*.md")
    path.write_text(path.read_text().replace("De balie", "Met de hand"))
    refused = cli("undo", "--yes")
    assert refused.status == 3
    assert "met haar nummer: leerlog undo 1" in refused.err
    assert "leerlog undo NUMMER" in cli("undo", "--list").out
    done = cli("undo", "1", "--yes")
    assert (done.status, f"Teruggehaald: {first}" in done.out) == (0, True)
    text = path.read_text()
    assert "potentieel" not in text
    assert "Met de hand" in text
    told = json.loads(cli("undo", "--list", "--json").out)["changes"]
    assert [(each["number"], each["undone"]) for each in told] == [(2, False), (1, True)]


def test_the_last_change_of_a_note_is_taken_back_by_its_id(cli: Cli) -> None:
    """Or the start of it, also of a note that is gone; what came later of the same note goes first."""
    name = agreed(cli)
    other = cli.saved("moment", "Een ander", "--on", "2026-11-23 17:00").partition(".")[0]
    cli("value", name, "2")
    cli("value", name, "3")
    cli("delete", other, "--yes")
    refused = cli("undo", "1", "--yes")
    assert refused.status == 3
    assert "leerlog undo 2" in refused.err
    assert f"Teruggehaald: {name}" in cli("undo", name, "--yes").out
    assert "potentieel" in cli("show", name).out
    assert f"Teruggehaald: {other}" in cli("undo", other[:7], "--yes").out
    assert f"Teruggehaald: {name}" in cli("undo", "1", "--yes").out


@pytest.mark.parametrize(
    ("which", "told"),
    [
        ("1", "wijziging 1 is al teruggehaald"),
        ("9", "er is geen wijziging '9'"),
        ("", "er is geen wijziging"),
        ("\x1b[31m", "er is geen wijziging"),
        ("a", "kan meer notities zijn"),
        ("漢字", "er is geen wijziging"),
    ],
)
def test_what_is_no_change_is_said(cli: Cli, which: str, told: str) -> None:
    """A sentence and exit 2, and nothing changes."""
    names = [agreed(cli), cli.saved("moment", "Nog een", "--on", "2026-11-23 17:00").partition(".")[0]]
    for name in (names[0], *names):
        cli("value", name, "3" if name == names[1] else "2")
        if name == names[0]:
            cli("undo", "1", "--yes")
            cli("value", name, "4")
    before = files_of(cli)
    done = cli("undo", which, "--yes")
    assert (done.status, told in done.err, "\x1b" in done.err) == (2, True, False)
    assert files_of(cli) == before


def test_a_note_that_is_gone_is_said(cli: Cli) -> None:
    """Its change can't be taken back when a hand took it out: exit 2, and nothing comes of it."""
    name = agreed(cli)
    cli("value", name, "3")
    [path] = cli.folder.glob("*.md")
    path.unlink()
    done = cli("undo", "--yes")
    assert done.status == 2
    assert f"notitie {name} staat er niet meer" in done.err
    assert not files_of(cli)
