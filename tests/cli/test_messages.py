"""What a person sees when the command line is wrong: Dutch, exit 2, and what to do."""

import re

import pytest

from leerlog.cli.commands import HELP, MODULES, OTHER_WORDS, VERSION
from leerlog.cli.root import hoist, optional_values
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
        (["edit", "laatste", "--share"], "Zie leerlog edit --help."),
        (["--plain=ja", "list"], "hoort geen waarde"),
        (["show"], "welke notitie? leerlog list toont ze"),
        (["story"], "leerlog list toont ze"),
        (["value"], "leerlog list toont ze"),
        (["done"], "welke afspraak is gedaan? leerlog agenda toont ze"),
        (["course"], "welk leertraject? leerlog courses toont ze"),
        (["sheet"], "leerlog courses toont ze"),
        (["show", "a", "b"], "aanhalingstekens"),
        (["courses", "Woo"], "alleen opties"),
        (["list", "--format", "xml"], "json"),
        (["-x"], "bestaat hier niet"),
        (["ask"], "leerlog checklists toont ze"),
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


LONG = "Woo" * 3_000
WITH_LONG = (
    "LONG", "list LONG", "show LONG", "edit LONG", "done LONG", "course LONG", "explain LONG", "ask LONG", "undo LONG",
    "rename LONG x", "rename course LONG x", "review --for LONG", "review --per LONG", "review --month LONG",
    "sheet --for LONG", "share --to LONG", "moment x --value LONG", "moment x --date LONG", "agenda --add x --due LONG",
    "agenda --add x --kind LONG", "actions LONG", "actions --pick LONG", "config LONG x", "config window_days LONG",
    "drafts --delete LONG", "list --format LONG", "list --checklist LONG", "import x --from LONG",
)  # fmt: skip


@pytest.mark.parametrize("command", WITH_LONG)
def test_a_message_repeats_only_the_beginning_of_a_long_word(cli: Cli, command: str) -> None:
    """However much was typed or pasted by accident, what is wrong and what to do stay in sight."""
    done = cli(*(LONG if word == "LONG" else word for word in command.split()))
    assert done.status in (1, 2)
    assert len(done.err) < 600


@pytest.mark.parametrize("command", ["", *MODULES])
def test_every_command_has_help_in_dutch(cli: Cli, command: str) -> None:
    """A first sentence, and a line for every option."""
    done = cli(*[command] * bool(command), "--help")
    assert done.status == 0
    assert done.out.startswith("Gebruik: leerlog")
    assert not ENGLISH.search(done.out)
    for line in done.out.splitlines():
        assert not re.fullmatch(r"\s+--\S+( [A-Z|\[\]]+)?\s*", line), f"without help: {line}"


@pytest.mark.parametrize("columns", [40, 60])
def test_help_is_as_narrow_as_the_terminal(cli: Cli, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside another window, or with large letters."""
    monkeypatch.setenv("COLUMNS", str(columns))
    for command in ("", *MODULES):
        told = cli(*[command] * bool(command), "--help").out
        assert [line for line in told.splitlines() if len(line) > columns] == [], command


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("terugblik", "review"),
        ("Notitie", "moment"),
        ("voorbereiden", "prepare"),
        ("afspraken", "agenda"),
        ("zoeken", "search"),
        ("delen", "share"),
        ("waarde", "value"),
        ("verhaal", "story"),
        ("instellingen", "config"),
        ("concepten", "drafts"),
        ("Review", "review"),
    ],
)
def test_a_dutch_word_names_the_command_that_is_meant(cli: Cli, typed: str, command: str) -> None:
    """As it is typed, and a slip in it as well."""
    done = cli(typed)
    assert (done.status, done.err) == (2, f"Fout: '{typed}' heet hier {command}. Schrijf: leerlog {command}\n")
    assert command in cli(typed[:3] + typed[4] + typed[3] + typed[5:]).err


@pytest.mark.parametrize("typed", ["terugbrief", "xyz", "woo", "themalijst", "ja", "2026"])
def test_a_word_that_is_far_from_all_is_no_near_miss(cli: Cli, typed: str) -> None:
    """It is said that there is no such command, and what shows them."""
    assert cli(typed).err == f"Fout: '{typed}' is geen opdracht van leerlog. leerlog --help toont ze alle.\n"


def test_no_word_means_two_commands() -> None:
    """And none is a command itself."""
    words = [word for each in OTHER_WORDS.values() for word in each]
    assert len(words) == len(set(words) - set(MODULES) - {*HELP, *VERSION})
    assert set(OTHER_WORDS) <= set(MODULES)


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        (["help"], ["--help"]),
        (["hulp"], ["--help"]),
        (["-h"], ["--help"]),
        (["review", "-h"], ["review", "--help"]),
        (["help", "review"], ["review", "--help"]),
        (["hulp", "terugblik", "--plain"], ["review", "--help"]),
        (["--journal", "help", "help"], ["--help"]),
        (["versie"], ["--version"]),
    ],
)
def test_help_and_version_have_words(cli: Cli, typed: list[str], same: list[str]) -> None:
    """In either language, before or behind what help is wanted with."""
    assert cli(*typed) == cli(*same)
    assert cli(*typed).status == 0


def test_help_with_what_is_no_command_is_refused(cli: Cli) -> None:
    """Not answered with the help of everything."""
    assert (cli("help", "xyzzy").status, cli("help", "momnet").err[:40]) == (
        2,
        "Fout: 'momnet' is geen opdracht van leer",
    )


@pytest.mark.parametrize(
    "text", ["-5 graden buiten", "-5", "- streepje", "-\t3", "-help mij", "-€5", "-- hoor", "--- kop", "-één ding"]
)
def test_a_text_may_begin_with_a_dash(cli: Cli, text: str) -> None:
    """When no option could; options around it are read as ever, and an option takes it as its value."""
    for args in (["moment", text], ["moment", "--value", "3", text, "--tag", "x"], ["moment", "--", text]):
        assert cli.journal.find(cli.saved(*args)).first_line == text.strip()
    found = cli.journal.find(cli.saved("moment", "--course", text, "--value", "toegepast", "ja"))
    assert (found.course, found.value, found.first_line) == (" ".join(text.split()), "toegepast", "ja")


@pytest.mark.parametrize("text", ["-3 stoelen bestellen", "-3"])
def test_an_item_may_begin_with_a_dash(cli: Cli, text: str) -> None:
    """As the value of the option that adds it."""
    assert cli("agenda", "--add", text).out.rstrip().endswith(text)


def test_what_looks_like_an_option_is_one(cli: Cli) -> None:
    """Known or not."""
    done = cli("moment", "--onbekend", "-5")
    assert (done.status, done.out) == (2, "")
    assert "--onbekend" in done.err


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


def test_a_wrong_setting_of_the_surroundings_is_told_by_its_name(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody typed --plain."""
    monkeypatch.setenv("LEERLOG_PLAIN", "nee")
    done = cli("list")
    assert (done.status, done.err.startswith("Fout: de waarde van LEERLOG_PLAIN klopt niet")) == (2, True)


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
