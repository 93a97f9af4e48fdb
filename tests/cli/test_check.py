"""The health of the journal: what is wrong, what is only written in another way, and writing it as leerlog does."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from leerlog.cli import itself
from leerlog.journal.parsing import parse
from leerlog.journal.store import Journal
from tests.conftest import Cli
from tests.terminal import ENTER, Terminal

HAND = """## 2026-11-03 9:05 - Gesprek
* Waarde: 3
* Delen: team

Iets wat ik zag.
"""


@pytest.fixture
def month(cli: Cli) -> Path:
    """A month with a note by leerlog, and one by hand."""
    cli.saved("moment", "Een burger wist het zelf al", "--share", "team")
    path = cli.folder / "2026-11.md"
    path.write_text(path.read_text() + "\n# Los\n\nVan mij  \n\n" + HAND)
    return path


def test_a_remark_is_no_problem(cli: Cli, month: Path) -> None:
    """It is named with its line, and how to mend it; exit code 0."""
    done = cli("check")
    assert done.status == 0
    assert done.out.startswith("2026-11.md:18: opmerking: hier staat '## 2026-11-03 9:05 - Gesprek'; leerlog schrijft")
    assert done.out.endswith("; ze gaat daarom niet mee als je deelt\n")
    assert "2 notities gelezen, 1 opmerking gevonden." in done.err
    assert "1 notitie kan leerlog zelf bijwerken: leerlog check --fix laat eerst zien hoe." in done.err


def test_what_may_be_misread_is_a_problem(cli: Cli, month: Path) -> None:
    """Exit code 1, and it stays as it is."""
    month.write_text(
        month.read_text(encoding="utf-8").replace("Iets wat", "##2026-11-24 · Moment\nIets wat"), encoding="utf-8"
    )
    text = month.read_text(encoding="utf-8")
    for args in (["check"], ["check", "--fix", "--yes"]):
        done = cli(*args)
        assert done.status == 1
        assert "2026-11.md:22: '##2026-11-24 · Moment' lijkt een kop, maar telt als tekst" in done.out
    assert month.read_text(encoding="utf-8") == text


def test_a_line_is_told_once(cli: Cli) -> None:
    """What reading says of it is enough; that the note stays at home is said with it."""
    cli.saved("moment", "Iets", "--share", "team")
    path = cli.folder / "2026-11.md"
    path.write_text(path.read_text() + "\n- Waarde: 3\n")
    done = cli("check")
    assert done.status == 1
    (line,) = done.out.splitlines()
    assert "'- Waarde: 3' telt niet mee" in line
    assert line.endswith("; ze gaat daarom niet mee als je deelt")


def test_what_is_wrong_in_a_block_comes_before_how_it_is_written(cli: Cli) -> None:
    """What is only written in another way is told once the rest is settled."""
    cli.saved("agenda", "--add", "Bellen")
    path = cli.folder / "2026-11.md"
    path.write_text(path.read_text().replace("- [ ] Bellen", "* [ ] Bellen\n- Schrijven"))
    (line,) = cli("check").out.splitlines()
    assert "hier staat geen vakje" in line


def test_a_mark_that_does_nothing_is_a_problem_in_a_shared_note(cli: Cli) -> None:
    """In one's own it is just a word."""
    cli.saved("moment", "Voor mij (privé)")
    assert cli("check").status == 0
    cli.saved("moment", "Voor mij (privé)", "--share", "team", "--on", "2026-11-22")
    done = cli("check")
    assert done.status == 1
    assert "hier staat dat iets privé is, op een manier die ik niet ken; ze gaat daarom niet mee" in done.out


def test_fix_shows_the_change_and_makes_it(cli: Cli, month: Path) -> None:
    """Only the block that was written otherwise changes; then all is well, and once more does nothing."""
    before = month.read_text(encoding="utf-8")
    found = parse(before)[0]
    done = cli("check", "--fix", "--yes")
    assert done.status == 0, done.err
    for line in ("nu     * Waarde: 3", "wordt  - Waarde: toegepast", "2026-11.md, regel 18", "Bijgewerkt: 1 notitie."):
        assert line in done.out
    assert "Alles klopt: 2 notities gelezen" in done.out
    after = month.read_text(encoding="utf-8")
    assert after.startswith(before[: before.index(HAND)])
    assert [each._replace(line=0) for each in parse(after)[0]] == [each._replace(line=0) for each in found]
    assert cli("check", "--fix", "--yes").out == f"Alles klopt: 2 notities gelezen in {cli.folder}.\n"
    assert month.read_text(encoding="utf-8") == after
    assert "Iets wat ik zag." in cli("share", "--to", "team", "--as", "A", "--yes", "--output", str(cli.home / "x")).out


def test_in_words_each_line_says_where_it_stands(cli: Cli, month: Path) -> None:
    """With --plain."""
    out = cli("--plain", "check", "--fix", "--yes").out
    assert "2026-11.md, regel 19, nu: * Waarde: 3\n" in out
    assert "2026-11.md, regel 20, wordt: - Waarde: toegepast\n" in out


def test_without_a_terminal_fix_asks_for_yes(cli: Cli, month: Path) -> None:
    """Exit 2 and nothing changed; --yes alone means nothing."""
    before = month.read_bytes()
    done = cli("check", "--fix")
    assert (done.status, month.read_bytes()) == (2, before)
    assert "--yes" in done.err
    assert cli("check", "--yes").status == 2


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of this kind")
@pytest.mark.parametrize(("typed", "changed"), [("j", True), ("", False)])
def test_at_a_terminal_fix_asks_once(cli: Cli, month: Path, typed: str, changed: bool) -> None:
    """Below the change; Enter alone is no."""
    before = month.read_bytes()
    with Terminal([sys.executable, "-m", "leerlog", "check", "--fix"], rows=60) as terminal:
        terminal.wait_for("Zo opschrijven?", "nee")
        assert "wordt" in terminal.text
        terminal.type(typed + ENTER)
        assert terminal.end() == 0
    assert (month.read_bytes() != before) == changed


def test_what_changed_meanwhile_is_left_alone(cli: Cli, month: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 3; a note that was added meanwhile does not matter."""
    mend = itself.mend_journal

    def after(change: str) -> None:
        def mended(journal: Journal, mends: Sequence[itself.Mend]) -> None:
            month.write_text(
                month.read_text(encoding="utf-8") + change
                if change
                else month.read_text(encoding="utf-8").replace("ik zag", "hij zag"),
                encoding="utf-8",
            )
            mend(journal, mends)

        monkeypatch.setattr(itself, "mend_journal", mended)

    after("")
    done = cli("check", "--fix", "--yes")
    assert (done.status, "* Waarde: 3" in month.read_text(encoding="utf-8")) == (3, True)
    assert "intussen gewijzigd" in done.err
    after("\n## 2026-11-30 10:00 · Moment\n<!-- id=a2000001 -->\n\nErbij\n")
    assert cli("check", "--fix", "--yes").status == 0
    assert "- Waarde: toegepast" in month.read_text(encoding="utf-8")
    assert "Erbij" in month.read_text(encoding="utf-8")


def test_of_two_with_one_id_the_second_gets_another(cli: Cli) -> None:
    """Also in another month; what builds on it builds on the first."""
    first = cli.saved("moment", "Eerste", "--on", "2026-10-01")
    cli.saved("moment", "Bouwt erop", "--builds-on", first)
    month, other = cli.folder / "2026-10.md", cli.folder / "2026-11.md"
    block = month.read_text().split("\n\n", 1)[1].replace("2026-10-01", "2026-11-02").replace("Eerste", "Tweede")
    other.write_text(other.read_text() + "\n" + block)
    assert cli("check").status == 1
    done = cli("check", "--fix", "--yes")
    assert done.status == 0, done.out
    found = {entry.first_line: entry for entry in cli.journal.read()[0]}
    assert found["Eerste"].id == first != found["Tweede"].id
    assert found["Bouwt erop"].builds_on == (first,)


def test_what_leerlog_does_itself_leaves_all_as_it_writes_it(cli: Cli) -> None:
    """Asking, ticking, moving, weighing, linking and adding."""
    given = "goal: Zoeken\nresults: Minder\nresults.interim: 7 dec\napply: Met Noor\napply.obstacle: Tijd\n"
    done = cli("prepare", "Woo", "--answers", "-", "--share", "team", stdin=f"{given}private: results\n")
    assert done.status == 0, done.err
    (entry,) = cli.journal.read()[0]
    for number in range(1, len(entry.follow_ups) + 1):
        assert cli("agenda", "--move", f"{entry.id}.{number}", "2026-12-20").status == 0
        assert cli("done", f"{entry.id}.{number}", "--result", "Gelukt").status == 0
    moment = cli.saved("moment", "#Woo is leuk", "--value", "2", "--builds-on", entry.id, "--with", "Noor, Kees")
    assert cli("value", moment, "4").status == 0
    assert cli("agenda", "--add", "Bellen", "--who", "Kees", "--due", "2026-12-01").status == 0
    assert cli("agenda", "--add", "Mailen", "--kind", "belemmering").status == 0
    done = cli("check")
    assert done.out == f"Alles klopt: {len(cli.journal.read()[0])} notities gelezen in {cli.folder}.\n"
    assert date(2026, 12, 20) in {item.due for item in cli.journal.read()[0][0].follow_ups}
