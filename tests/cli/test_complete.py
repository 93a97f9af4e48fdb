"""What the shell completes."""

import pytest

from leerlog.cli.commands import MODULES
from leerlog.cli.root import callback_of
from tests.conftest import Cli


def completed(cli: Cli, *words: str, shell: str = "bash") -> list[str]:
    """What Tab gives after these words, the last of them unfinished."""
    settings = {"_LEERLOG_COMPLETE": f"complete_{shell}", "COMP_CWORD": str(len(words) - 1)}
    settings |= {"COMP_WORDS": "\n".join(words), "_TYPER_COMPLETE_ARGS": " ".join(words)}
    with pytest.MonkeyPatch.context() as patch:
        for name, text in settings.items():
            patch.setenv(name, text)
        done = cli()
    assert done.err == ""
    return done.out.split("\n")[:-1]


def test_courses_are_completed(cli: Cli) -> None:
    """Without regard to capitals, and safe for the shell."""
    for name in ("Woo-training", "Zaakgericht werken", "Bram's $HOME"):
        cli.saved("moment", "een", "--course", name)
    assert completed(cli, "leerlog", "course", "wo") == ["Woo-training"]
    assert completed(cli, "leerlog", "prepare", "z") == ["Zaakgericht\\ werken"]
    assert completed(cli, "leerlog", "moment", "--course", "b") == ["Bram\\'s\\ \\$HOME"]
    assert completed(cli, "leerlog", "moment", "--course", '"b') == ["Bram's \\$HOME"]
    assert completed(cli, "leerlog", "course", "'z") == ["Zaakgericht werken"]


def test_ids_are_completed(cli: Cli) -> None:
    """The newest first; also of a month long ago, once its two characters are there."""
    old = cli.saved("moment", "oud", "--on", "2020-02-02")
    new = [cli.saved("moment", "een"), cli.saved("moment", "twee")]
    assert set(completed(cli, "leerlog", "show", "a2")) == set(new)
    assert completed(cli, "leerlog", "moment", "--builds-on", old[:4]) == [old]
    assert "twee" in "".join(completed(cli, "leerlog", "story", new[1][:5], shell="zsh"))


def test_nothing_is_completed_without_a_word_about_it(cli: Cli) -> None:
    """Without a journal, with one that can't be read, and for an id that is none."""
    for words in (["course", ""], ["show", "a2"], ["show", "!!"], ["story", "zz"], ["revew", ""], ["--version", "z"]):
        assert completed(cli, "leerlog", *words) in ([], [""])
    cli.folder.write_text("geen map")
    assert completed(cli, "leerlog", "course", "x") in ([], [""])


@pytest.fixture
def named(cli: Cli) -> Cli:
    """The command line, with two journals in the settings; the team's knows a course."""
    for name in ("team", "balie"):
        assert cli("config", "journal", "add", name, str(cli.home / name)).status == 0
    cli.saved("--journal", "team", "moment", "een", "--course", "Zaakgericht werken")
    return cli


@pytest.mark.parametrize(
    "words",
    [
        ["--journal", "t"],
        ["--journal", "=", "T"],
        ["review", "--journal", "te"],
        ["list", "--plain", "--journal", "te"],
        ["waardecheck", "--journal", "=", "t"],
        ["review", "--quarter", "--journal", "t"],
        ["config", "journal", "remove", "t"],
        ["config", "journal", "t"],
    ],
)
def test_the_name_of_a_journal_is_completed_wherever_it_can_be_given(named: Cli, words: list[str]) -> None:
    """Before the command and after it, with a space or with `=`, which bash makes a word of its own."""
    assert completed(named, "leerlog", *words) == ["team"]


@pytest.mark.parametrize("shell", ["zsh", "fish", "powershell"])
def test_other_shells_want_the_option_back(named: Cli, shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """To them `--journal=t` is one word, and what is given takes its place; the folder is told beside it."""
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    monkeypatch.setenv("_TYPER_COMPLETE_WORD_TO_COMPLETE", "--journal=t")
    found = "".join(completed(named, "leerlog", "waardecheck", "--journal=t", shell=shell))
    assert "--journal=team" in found
    assert named.home.name in found  # zsh writes the whole path with its own marks
    assert "balie" not in found


def test_the_options_of_every_command_are_offered_after_it(cli: Cli) -> None:
    """As they may stand there; and once, where they are its own."""
    assert completed(cli, "leerlog", "review", "--j") == ["--journal"]
    assert completed(cli, "leerlog", "--pl") == ["--plain"]
    assert sorted(completed(cli, "leerlog", "explain", "--")) == ["--help", "--journal", "--plain"]
    assert "Toon deze uitleg." in "".join(completed(cli, "leerlog", "explain", "--h", shell="zsh"))


def test_courses_are_those_of_the_journal_that_is_named(named: Cli) -> None:
    """Also when it is named after the command."""
    assert completed(named, "leerlog", "sheet", "--journal", "team", "z") == ["Zaakgericht\\ werken"]
    assert completed(named, "leerlog", "sheet", "--journal", "balie", "z") in ([], [""])


@pytest.mark.parametrize("command", [name for name in MODULES if name not in ("config", "demo")])
def test_the_forms_that_are_offered_are_those_that_the_command_has(cli: Cli, command: str) -> None:
    """Whatever has --format takes each of them."""
    if "--format" in cli(command, "--help").out:
        assert completed(cli, "leerlog", command, "--format", "") == [*callback_of(command).forms]


def test_a_few_periods_are_offered(cli: Cli) -> None:
    """The last eight, and the one before this one by its word; each can be given as it is."""
    quarters = completed(cli, "leerlog", "review", "--quarter", "")
    assert quarters == ["vorig", *(f"2026-Q{n}" for n in (4, 3, 2, 1)), *(f"2025-Q{n}" for n in (4, 3, 2, 1))]
    assert completed(cli, "leerlog", "list", "--month", "=", "2026-1") == ["2026-11", "2026-10"]
    assert completed(cli, "leerlog", "review", "--week", "2026-W4")[:2] == ["2026-W48", "2026-W47"]
    assert completed(cli, "leerlog", "review", "--year", "20")[-1] == "2019"
    for option in ("--week", "--month", "--quarter", "--year"):
        offered = completed(cli, "leerlog", "review", option, "")
        assert len(offered) == 9
        assert all(cli("review", option, period).status == 0 for period in offered)


def test_what_config_takes_is_completed(cli: Cli) -> None:
    """The settings, what to do with the journals, and the one name that leerlog itself speaks of."""
    assert completed(cli, "leerlog", "config", "w") == ["window_days"]
    assert completed(cli, "leerlog", "config", "journal", "") == ["add", "remove"]
    assert completed(cli, "leerlog", "config", "journal", "add", "") == ["team"]
    cli("config", "journal", "add", "team", "/tmp/team")
    assert completed(cli, "leerlog", "config", "journal", "add", "") in ([], [""])
    assert completed(cli, "leerlog", "config", "name", "") in ([], [""])


def test_what_is_changed_and_ticked_is_completed(cli: Cli) -> None:
    """Ids behind edit and delete, however many; items behind done, drafts behind what is done with them."""
    name = cli.saved("agenda", "--add", "Bellen").partition(".")[0]
    assert completed(cli, "leerlog", "delete", name[:3]) == [name]
    assert completed(cli, "leerlog", "edit", name[:3]) == [name]
    assert completed(cli, "leerlog", "edit", name, "--unshare", "t") == ["team"]
    assert completed(cli, "leerlog", "done", name[:3]) == [f"{name}.1"]
    cli("moment", "x", "--builds-on", "a2zzzzzz")
    [draft] = cli.drafts.glob("*.md")
    assert completed(cli, "leerlog", "drafts", "--save", draft.stem[:4]) == [draft.stem]
    assert completed(cli, "leerlog", "config", "f") == ["forget"]
