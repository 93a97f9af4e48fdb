"""What a person sees when the command line is wrong: Dutch, exit 2, and what to do."""

import re

import pytest

from leerlog.cli.app import optional_values
from leerlog.cli.commands import MODULES
from leerlog.cli.main import hoist
from tests.conftest import Cli

ENGLISH = re.compile(
    r"\b(Usage|Error|Try|Options?:|Commands?:|Arguments?|Missing|Invalid|No such|requires|unexpected)\b"
)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["momnet"], "Bedoel je moment?"),
        (["xyz"], "geen opdracht"),
        (["moment", "--valeu", "3"], "Bedoel je --value"),
        (["moment", "--value"], "hoort een waarde"),
        (["--plain=ja", "list"], "hoort geen waarde"),
        (["show"], "ontbreekt"),
        (["show", "a", "b"], "niets"),
        (["list", "--format", "xml"], "json"),
        (["-x"], "bestaat hier niet"),
        (["ask"], "ontbreekt"),
        (["ask", "prepair"], "prepare"),
        (["explain", "waardechek"], "waardecheck"),
        (["prepare"], "welk leertraject"),
        (["done", "???"], "geen verwijzing"),
    ],
)
def test_a_wrong_command_line_is_told_in_dutch(cli: Cli, args: list[str], said: str) -> None:
    """On stderr, with nothing on stdout, and no English of Typer's."""
    done = cli(*args)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("Fout: ")
    assert said in done.err
    assert not ENGLISH.search(done.err)


@pytest.mark.parametrize("command", ["", *MODULES])
def test_every_command_has_help_in_dutch(cli: Cli, command: str) -> None:
    """A first sentence, and a line for every option."""
    done = cli(*[command] * bool(command), "--help")
    assert done.status == 0
    assert done.out.startswith("Gebruik: leerlog")
    assert not ENGLISH.search(done.out)
    for line in done.out.splitlines():
        assert not re.fullmatch(r"\s+--\S+( [A-Z|\[\]]+)?\s*", line), f"without help: {line}"


def test_did_you_mean_knows_every_command(cli: Cli) -> None:
    """Two letters the other way round still find it."""
    for name in MODULES:
        slip = name[1] + name[0] + name[2:]
        if slip != name and slip not in MODULES:
            assert name in cli(slip).err


def test_global_options_may_stand_anywhere() -> None:
    """Before the command for Typer; after a -- they are text."""
    assert hoist(["review", "--plain", "--journal", "x"]) == ["--plain", "--journal", "x", "review"]
    assert hoist(["review", "--journal=x", "--all"]) == ["--journal=x", "review", "--all"]
    assert hoist(["moment", "--", "--plain"]) == ["moment", "--", "--plain"]


def test_a_global_option_without_its_value_is_refused(cli: Cli) -> None:
    """It does not take the command for its value."""
    for args in (["--journal"], ["review", "--journal"], ["--plain", "list", "--journal"]):
        done = cli(*args)
        assert (done.status, done.out) == (2, "")
        assert done.err.startswith("Fout: bij --journal hoort een waarde.")


def test_a_left_out_value_is_the_current_period() -> None:
    """At the end, or before another option."""
    assert optional_values(["--quarter"]) == ["--quarter", ""]
    assert optional_values(["--quarter", "--full"]) == ["--quarter", "", "--full"]
    assert optional_values(["--quarter", "Q3"]) == ["--quarter", "Q3"]
    assert optional_values(["--", "--quarter"]) == ["--", "--quarter"]


@pytest.mark.parametrize(
    "args",
    [
        ["--quarter", "Q5"],
        ["--month", "2026-13"],
        ["--week", "2026-W54"],
        ["--quarter", "--month"],
        ["--from", "2026-09", "--to", "2026-08"],
        ["--from", "2026-02-30"],
        ["--last", "30"],
        ["--all", "--year"],
        ["--last", "30d", "--to", "2026"],
        ["--from", ""],
        ["--to", " "],
        ["--from", "", "--to", ""],
    ],
)
@pytest.mark.parametrize("command", ["review", "list", "export"])
def test_a_wrong_period_shows_nothing(cli: Cli, command: str, args: list[str]) -> None:
    """Exit 2, never "everything"."""
    cli("moment", "geheim")
    done = cli(command, *args)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("Fout: ")


def test_a_wrong_clock_is_told(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """LEERLOG_NOW names itself in the message."""
    monkeypatch.setenv("LEERLOG_NOW", "straks")
    done = cli("moment", "x")
    assert done.status == 2
    assert "LEERLOG_NOW" in done.err


def test_a_failure_of_our_own_is_no_traceback(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence; LEERLOG_DEBUG=1 shows where it was."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("leerlog.journal.store.Journal.read", fail)
    done = cli("list")
    assert done.status == 1
    assert "Traceback" not in done.err
    assert "LEERLOG_DEBUG=1" in done.err
    monkeypatch.setenv("LEERLOG_DEBUG", "1")
    assert "ZeroDivisionError" in cli("list").err
