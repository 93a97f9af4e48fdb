"""One page for the talk with the manager, from what was marked for that."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import SAMPLE, Cli, is_private

ANSWERS = """
start: 2026-11-02
end: 2026-11-06
goal: Beter zoeken
apply: Met Noor
results: Een dag sneller
manager: Tijd
colleagues: Geduld van GEHEIM
assignment: "De markt (wie: Noor, voor 2026-12-07)"
private: colleagues
share: leidinggevende
"""


@pytest.fixture
def woo(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """A prepared course."""
    monkeypatch.chdir(cli.home)
    assert cli("prepare", "Woo", "--answers", "-", stdin=ANSWERS).status == 0
    return cli


def test_a_sheet_has_what_the_manager_may_see(woo: Cli) -> None:
    """What and why, how, how we notice, what is needed, the task and the dates; nothing private."""
    done = woo("sheet", "woo", "--output", "blad.md")
    assert done.status == 0, done.err
    text = Path("blad.md").read_text("utf-8")
    for words in ("Beter zoeken", "Met Noor", "Een dag sneller", "Tijd", "De markt", "2 november 2026", "Noor, voor 7"):
        assert words in done.out
        assert words in text
    assert "GEHEIM" not in done.out + text
    assert is_private(Path("blad.md"))


def test_a_sheet_is_a_page_for_a_browser_too(woo: Cli) -> None:
    """By --format to stdout, or by the suffix to a file, with the same words; other forms it has not."""
    done = woo("sheet", "woo", "--output", "blad.html")
    assert done.status == 0, done.err
    assert done.out.endswith("Het blad staat in blad.html. Alleen jij kunt het lezen.\n")
    page = Path("blad.html").read_text("utf-8")
    assert page == woo("sheet", "woo", "--format", "html").out
    assert page.startswith("<!DOCTYPE html>")
    for words in ("Beter zoeken", "Met Noor", "Een dag sneller", "Tijd", "De markt", "2 november 2026", "Noor, voor 7"):
        assert words in page
    assert "GEHEIM" not in page
    assert is_private(Path("blad.html"))
    assert woo("sheet", "woo", "--format", "md").out.startswith("# Woo\n")
    for wrong in (["--format", "csv"], ["--output", "blad.csv"], ["--output", "blad"], ["--force"]):
        refused = woo("sheet", "woo", *wrong)
        assert (refused.status, refused.out) == (2, "")
    assert ".md, .html of .docx, of kies" in woo("sheet", "woo", "--output", "blad").err


AFTER = "results: Twee dagen\nobstacles: Rechten\nupkeep: Samen oefenen\nupkeep.recall: ja\n"


def test_after_a_course_what_came_stands_beside_what_was_expected(woo: Cli) -> None:
    """With what is in the way and was agreed; when one recalls it is one's own affair."""
    woo("after", "Woo", "--answers", "-", "--share", "leidinggevende", stdin=AFTER)
    shown = woo("sheet", "Woo").out
    assert shown.index("Een dag sneller") < shown.index("Twee dagen") < shown.index("Rechten")
    assert "Samen oefenen" in shown
    assert "Ophalen" not in shown


def test_a_harvest_that_is_kept_is_told_to_its_writer_alone(woo: Cli) -> None:
    """On stderr, with how to share it; what it says to do is enough, also when it is shared with others."""
    assert woo("sheet", "Woo").err == ""
    woo("after", "Woo", "--answers", "-", "--share", "team", stdin="results: GEHEIM")
    done = woo("sheet", "Woo", "--output", "blad.md")
    assert "je oogst" in done.err
    assert "oogst" not in (done.out + Path("blad.md").read_text()).lower()
    assert "GEHEIM" not in done.out + done.err
    assert woo(*done.err.rpartition("leerlog ")[2].split()).status == 0
    shared = woo("sheet", "Woo")
    assert "GEHEIM" in shared.out
    assert shared.err == ""


def test_a_harvest_of_an_earlier_round_is_no_longer_told_of(woo: Cli) -> None:
    """Once the next one has begun, whether it was shared with somebody or not."""
    woo("after", "Woo", "--answers", "-", stdin="results: GEHEIM")
    assert "je oogst" in woo("sheet", "Woo").err
    assert woo("prepare", "Woo", "--answers", "-", stdin=ANSWERS).status == 0
    assert woo("sheet", "Woo").err == ""


def test_a_sheet_is_one_page(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the answers: they are cut, not the page."""
    monkeypatch.chdir(cli.home)
    long = "\n".join(f"{name}: {'Een heel lang antwoord. ' * 150}" for name in ("goal", "apply", "results", "manager"))
    many = "\n".join(f"  Belemmering {n} (wie: Noor)" for n in range(30))
    given = f"{long}\napply.obstacle: |\n{many}\n"
    assert cli("prepare", "Woo", "--answers", "-", "--share", "leidinggevende", stdin=given).status == 0
    done = cli("sheet", "Woo", "--output", "blad.md")
    assert done.status == 0
    text = Path("blad.md").read_text("utf-8")
    assert sum(line.startswith("- [ ] Belemmering") for line in text.split("\n")) < 30
    for words in ("…", "… en nog"):
        assert words in text
        assert words in done.out
    assert text.count("Een heel lang antwoord") == " ".join(done.out.split()).count("Een heel lang antwoord")
    assert len(text.split()) < 900


def test_a_screen_has_no_end(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who only looks sees all of it."""
    monkeypatch.chdir(cli.home)
    many = "\n".join(f"  Belemmering {n} (wie: Noor)" for n in range(30))
    given = f"goal: {'Een heel lang antwoord. ' * 300}\napply.obstacle: |\n{many}\n"
    assert cli("prepare", "Woo", "--answers", "-", "--share", "leidinggevende", stdin=given).status == 0
    shown = " ".join(cli("sheet", "Woo").out.split())
    assert (shown.count("Een heel lang antwoord."), shown.count("Belemmering ")) == (300, 30)
    assert "…" not in shown


def test_a_text_is_no_markup(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """A heading or a tag in an answer stays words."""
    monkeypatch.chdir(cli.home)
    given = "goal: |\n  # Kop\n  <script>x</script>\n"
    cli("prepare", "Woo", "--answers", "-", "--share", "leidinggevende", stdin=given)
    cli("sheet", "Woo", "--output", "blad.md")
    assert "\n# Kop" not in Path("blad.md").read_text()
    assert "\n<script" not in Path("blad.md").read_text()


def test_nothing_marked_says_how(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Kindly; a file that was asked for is not made."""
    monkeypatch.chdir(cli.home)
    cli("prepare", "Woo", "--answers", "-", stdin="goal: Zoeken")
    done = cli("sheet", "Woo")
    assert done.status == 0
    assert "--share leidinggevende" in done.out
    assert "Zoeken" not in done.out
    assert cli("sheet", "Woo", "--output", "blad.md").status == 2
    assert not Path("blad.md").exists()
    assert cli("sheet", "Wob").status == 2


def test_the_sheets_of_the_sample_are_whole(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """None of its texts had to be cut; a file that is there stays without --force."""
    monkeypatch.chdir(cli.home)
    shutil.copytree(SAMPLE, cli.folder)
    for name in ("Woo-training", "Zaakgericht werken"):
        assert "…" not in cli("sheet", name).out
    assert cli("sheet", "Woo-training", "--output", "x.md").status == 0
    assert cli("sheet", "Woo-training", "--output", "x.md").status == 2
    assert cli("sheet", "Woo-training", "--output", "x.md", "--force").status == 0


def test_a_trainer_gets_the_question_and_one_request(woo: Cli) -> None:
    """No more than that, of what is marked for others; for a buddy nothing of what is private."""
    for whom in ("trainer", "buddy", "bud"):
        done = woo("sheet", "woo", "--for", whom)
        assert done.status == 0, done.err
        for words in ("Beter zoeken", "Mijn vraag aan jou", "Wil je"):
            assert words in done.out
        assert "Met Noor" not in done.out
        for words in ("GEHEIM", "Tijd", "De markt", "Een dag sneller"):
            assert words not in done.out
    wrong = woo("sheet", "woo", "--for", "baas")
    assert (wrong.status, wrong.err) == (
        2,
        "Fout: 'baas' ken ik niet bij --for. Kies uit: leidinggevende, trainer, buddy.\n",
    )


def test_a_buddy_reads_what_is_asked_of_colleagues(cli: Cli) -> None:
    """Also when it is the team that it is shared with; what is shared with nobody leaves for nobody."""
    cli("prepare", "Woo", "--answers", "-", stdin="goal: Zoeken\ncolleagues: Samen oefenen\nshare: team\n")
    assert "Samen oefenen" in cli("sheet", "woo", "--for", "buddy").out
    cli("prepare", "Alleen", "--answers", "-", stdin="goal: Zoeken\ncolleagues: Samen oefenen\n")
    done = cli("sheet", "alleen", "--for", "buddy")
    assert "Zoeken" not in done.out
    assert "deel je nog niets" in done.out
