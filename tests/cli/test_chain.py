"""Stories, weighing later, and what a note builds on."""

import json

import pytest

from tests.conftest import Cli


def steps(cli: Cli, ref: str) -> list[str]:
    """The ids of a story's steps."""
    return [step["entry"] for step in json.loads(cli("story", ref, "--format", "json").out)["steps"]]


def test_a_story_goes_back_and_on_from_any_of_its_steps(sample: Cli) -> None:
    """Two sources and two results; seen from one result, the other is another story."""
    whole = steps(sample, "a1jgacf1")
    assert len(whole) == 7
    assert steps(sample, "a0cc0w12") == whole
    assert set(whole) - set(steps(sample, "a2pr4pvt")) == {"a1b6sn9n"}


def test_a_story_shows_what_had_been_expected_beside_what_came(sample: Cli) -> None:
    """And which steps a step builds on, when that is not just the one before."""
    shown = " ".join(sample("story", "a1jgacf1").out.split())
    assert "bouwt op a0ax177a en a0m2s28q · Samen met Kees" in shown
    assert "Verwacht, en wat ervan kwam verwacht Ik merk het als" in shown
    assert "potentieel → herkaderend" in shown
    assert "Verhaal" in sample("show", "a1jgacf1").out


def test_a_note_by_itself_says_how_to_go_on(cli: Cli) -> None:
    """With the command to build on it; `show` leaves the story out."""
    name = cli.saved("moment", "Noor zocht op thema")
    assert f"--builds-on {name}" in cli("story", name[:6]).out
    assert "Verhaal" not in cli("show", name).out
    assert cli("story", "zzzz").status == 2


def test_a_source_can_be_added_later(cli: Cli) -> None:
    """To those that are there already."""
    a, b, c = (cli.saved("moment", word) for word in ("een", "twee", "drie"))
    cli("story", c, "--builds-on", a)
    done = cli("story", c, "--builds-on", b, "--builds-on", a)
    assert done.status == 0, done.err
    assert cli.journal.find(c).builds_on == (a, b)


def test_a_circle_is_refused(cli: Cli) -> None:
    """Over a distance too; nothing is changed."""
    a = cli.saved("moment", "een")
    b = cli.saved("moment", "twee", "--builds-on", a)
    c = cli.saved("moment", "drie", "--builds-on", b)
    before = (cli.folder / "2026-11.md").read_bytes()
    for source in (a, b, c):
        done = cli("story", a, "--builds-on", source)
        assert done.status == 2
        assert a in done.err
        assert source in done.err
    assert (cli.folder / "2026-11.md").read_bytes() == before


def test_check_finds_circles_and_sources_that_are_gone(cli: Cli) -> None:
    """Made by hand; everything else still shows."""
    a = cli.saved("moment", "een")
    b = cli.saved("moment", "twee", "--builds-on", a)
    path = cli.folder / "2026-11.md"
    head = f"<!-- id={a} checklist=moment -->\n"
    path.write_text(path.read_text().replace(head, f"{head}\n- Bouwt op: {b}, a2000000\n"))
    done = cli("check")
    assert done.status == 1
    assert f"{a} bouwt op a2000000" in done.out
    assert f"{a} en {b}" in done.out
    assert sorted(steps(cli, a)) == sorted([a, b])
    for command in (["review"], ["show", b], []):
        assert cli(*command).status == 0


def test_an_unknown_source_is_refused(cli: Cli) -> None:
    """Before anything is saved."""
    assert cli("moment", "een", "--builds-on", "zzzz").status == 2
    assert not cli.folder.exists()


@pytest.mark.parametrize(
    ("level", "value"), [("4", "gerealiseerd"), ("toe", "toegepast"), ("Herkaderend", "herkaderend")]
)
def test_a_note_is_weighed_later(cli: Cli, level: str, value: str) -> None:
    """By number, name or the start of one."""
    name = cli.saved("moment", "een")
    done = cli("value", name, level)
    assert (done.status, cli.journal.find(name).value) == (0, value)
    assert done.out == f"{name} · {value} (was nog niet gewogen)\n"
    assert "zo stond het er al" in cli("value", name, level).out


@pytest.mark.parametrize("word", ["geen", "-", "Geen"])
def test_a_value_is_taken_away(cli: Cli, word: str) -> None:
    """And only that."""
    name = cli.saved("moment", "een", "--value", "2", "--course", "Woo")
    assert "was potentieel" in cli("value", "laatste", word).out
    entry = cli.journal.find(name)
    assert (entry.value, entry.course) == (None, "Woo")


def test_a_weighed_note_is_printed_as_json(cli: Cli) -> None:
    """As it stands then."""
    cli.saved("moment", "een")
    assert json.loads(cli("value", "laatste", "5", "--json").out)["value"] == "herkaderend"


def test_a_level_that_is_none_is_refused(cli: Cli) -> None:
    """And a note that is not there, and no level where nobody can be asked."""
    name = cli.saved("moment", "een")
    for args in ([name, "9"], [name], ["zzzz", "3"], [name, ""]):
        assert cli("value", *args).status == 2
    assert cli.journal.find(name).value is None


def test_without_a_terminal_nothing_is_offered(cli: Cli) -> None:
    """Neither after words nor after a pipe."""
    cli.saved("moment", "een", "--course", "Woo")
    for args in (["moment", "twee", "--course", "Woo"], ["moment", "-", "--course", "Woo"], ["during", "Woo"]):
        done = cli(*args, stdin="drie\n")
        assert "Bouwt dit voort" not in done.out + done.err
        assert cli.journal.find("laatste").builds_on == ()


def test_the_period_of_insights_is_checked(cli: Cli) -> None:
    """Before anything is asked; piped answers are those of the questions."""
    assert cli("insights", "--quarter", "Q5").status == 2
    assert cli("insights", "--quarter", "--all").status == 2
    cli.saved("moment", "een")
    assert cli("insights", "--month", stdin="Aan de balie\n").status == 0
    entry = cli.journal.find("laatste")
    assert (entry.answer("story"), entry.builds_on) == ("Aan de balie", ())
