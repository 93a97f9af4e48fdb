"""A question that can't be answered yet: it waits in the agenda, is offered on its day, and gets its answer there."""

import re
import sys
from datetime import date

import pytest

from leerlog.app.drafting import as_entry
from leerlog.domain.entry import Entry
from leerlog.domain.items import item_line
from leerlog.journal import drafts
from leerlog.journal.drafts import Draft
from leerlog.library.content import load_checklist
from tests.conftest import Cli

ANSWERS = "goal: Zoeken\napply: later 14 dec\nresults: Een verzoek kost een dag minder\n"
QUESTION = "Hoe ga je het in je werk gebruiken?"
WAITS = f"- [ ] Later: {QUESTION} (voor 2026-12-14, privé)"
OFFERED = f"Weet je het nu? Woo · {QUESTION}"
PLAN = "Als er een verzoek komt, dan zoek ik op thema"
THEN = "2026-12-14T09:00"


@pytest.fixture
def ref(cli: Cli) -> str:
    """A preparation of which one question waits: the item that asks it."""
    return f"{cli.saved('prepare', 'Woo', '--answers', '-', stdin=ANSWERS)}.1"


@pytest.fixture
def then(ref: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The same, on the day until which it waits."""
    monkeypatch.setenv("LEERLOG_NOW", THEN)
    return ref


def month(cli: Cli) -> str:
    return (cli.folder / "2026-11.md").read_text("utf-8")


def told(cli: Cli) -> str:
    """The first screen, without its columns."""
    return re.sub(r" {2,}", "  ", cli().out)


def answers(entry: Entry) -> dict[str, str]:
    return {each.question: each.text for each in entry.answers}


def test_it_waits_in_the_agenda_and_is_offered_on_its_day(cli: Cli, ref: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that answers it; not before, and never as something that is to be ticked."""
    assert WAITS in month(cli)
    assert "Weet je het nu?" not in told(cli)
    for words in (["agenda"], ["agenda", "--format", "ics"]):
        assert "Later: Hoe ga je" in cli(*words).out
    assert f"Weet je het nu? leerlog done {ref}" in cli("agenda", "--format", "ics").out
    for day in (THEN, "2026-12-20T09:00"):
        monkeypatch.setenv("LEERLOG_NOW", day)
        assert f"{OFFERED}  leerlog done {ref}" in told(cli)
        assert told(cli).count(QUESTION) == 1
        assert "Is dit al gedaan?" not in told(cli)


def test_the_answer_comes_at_its_place_and_undo_takes_it_back(cli: Cli, then: str) -> None:
    """With the item that it makes, its own one ticked, and all of it as leerlog writes a note."""
    before = month(cli)
    done = cli("done", then, "--result", PLAN)
    assert (done.status, done.out.split("\n")[0]) == (0, f"Bij je notitie gezet: Woo · {QUESTION}"), done.err
    entry = cli.journal.find(then[:8])
    assert list(answers(entry)) == ["goal", "apply", "results"]
    assert [(item.text, item.open) for item in entry.follow_ups] == [(f"Later: {QUESTION}", False), (PLAN, True)]
    assert "Alles klopt" in cli("check").out
    assert "Weet je het nu?" not in told(cli)
    assert cli("undo", "--yes").status == 0
    assert month(cli) == before


def test_it_may_wait_for_longer(cli: Cli, then: str) -> None:
    """By the same word, or as any item is moved."""
    assert cli("done", then, "--result", "later 2 weken").out == (
        f"Deze vraag wacht tot maandag 28 december 2026: Woo · {QUESTION}\n"
    )
    assert month(cli).count("voor 2026-12-28, privé") == 1
    assert cli("agenda", "--move", then, "31 dec").status == 0
    assert "Weet je het nu?" not in told(cli)


def test_an_answer_is_given_once(cli: Cli, then: str) -> None:
    """Then its item says where to change it; of one that was dropped the answer may still come."""
    assert cli("done", then, "--dropped", "hoeft niet").status == 0
    assert "al vervallen" in cli("done", then).err
    assert cli("done", then, "--result", PLAN).status == 0
    assert answers(cli.journal.find(then[:8]))["apply"] == PLAN
    before = month(cli)
    for words in (["--result", "Anders"], ["--undo"]):
        done = cli("done", then, *words)
        assert (done.status, month(cli)) == (2, before)
        assert f"leerlog edit {then[:8]}" in done.err
    assert "al afgevinkt" in cli("done", then).err


def test_an_answer_written_by_hand_is_one(cli: Cli, then: str) -> None:
    """Its item is ticked and nothing is written over it."""
    heading = f"### {QUESTION}\n<!-- question=apply -->\n\nZelf geschreven\n\n### Waaraan"
    (cli.folder / "2026-11.md").write_text(month(cli).replace("### Waaraan", heading), "utf-8")
    assert cli("done", then, "--result", "Anders").status == 2
    assert cli("done", then).status == 0
    assert answers(cli.journal.find(then[:8]))["apply"] == "Zelf geschreven"
    assert "Weet je het nu?" not in told(cli)


def test_a_no_that_waited_leads_to_what_stands_in_the_way(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a no in a conversation does."""
    name = cli.saved("after", "Woo", "--answers", "-", stdin="applied: later 14 dec\n")
    monkeypatch.setenv("LEERLOG_NOW", THEN)
    assert "Wat houdt je tegen" in cli("done", f"{name}.1", "--result", "Nog niets").err


def test_a_draft_whose_day_has_come_is_saved(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its question is asked then; in a draft that is put aside it waits as well, and is no answer."""
    draft = Draft("prepare", "Woo", {"goal": "Zoeken", "apply": "later 2026-12-14"}, "results", {}, str(cli.folder))
    name = drafts.save(cli.drafts, draft).stem
    aside = as_entry(draft, load_checklist("prepare"), Entry("", date(2026, 12, 20), None, "prepare", "Voorbereiding"))
    monkeypatch.setenv("LEERLOG_NOW", "2026-12-20T09:00")
    assert cli("drafts", "--resume", name, stdin="\n" * 40).status == 0
    for entry in (aside, cli.journal.find("laatste")):
        assert answers(entry) == {"goal": "Zoeken"}
        assert [item_line(item) for item in entry.follow_ups] == [f"Later: {QUESTION} (voor 2026-12-14, privé)"]
    assert OFFERED in told(cli)


def test_it_is_nothing_that_was_agreed(cli: Cli, then: str) -> None:
    """A review and a sheet are about what people agreed."""
    assert "Later: " in cli("agenda").out
    for words in (["review", "--quarter", "--full"], ["sheet", "Woo"]):
        assert "Later: " not in cli(*words).out


def test_without_an_answer_nothing_is_ticked(cli: Cli, then: str) -> None:
    """Nobody can be asked in a pipe; a wrong answer is refused; what needs no answer any more is dropped."""
    before = month(cli)
    done = cli("done", then)
    assert (done.status, month(cli)) == (2, before)
    assert f'leerlog done {then} --result "…"' in done.err
    made = cli.saved("prepare", "AVG", "--answers", "-", stdin="start: later 14 dec 2026\n")
    assert "geen datum die ik begrijp" in cli("done", f"{made}.1", "--result", "gauw").err
    assert cli("done", then, "--dropped").out.startswith(f"Vervallen: Woo · Later: {QUESTION}")
    assert "apply" not in answers(cli.journal.find(then[:8]))


def test_a_note_that_was_changed_by_hand_is_left_alone(cli: Cli, then: str) -> None:
    """Where its answer belongs is no longer sure; it is said before anything is asked, and how to go on."""
    changed = month(cli).replace("- Traject: Woo", "* Traject: Woo")
    (cli.folder / "2026-11.md").write_text(changed, "utf-8")
    done = cli("done", then, "--result", PLAN)
    assert (done.status, month(cli)) == (2, changed)
    assert f"leerlog edit {then[:8]}" in done.err


def test_what_waits_is_never_shared_nor_its_answer_unasked(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Although the note is."""
    name = cli.saved("prepare", "Woo", "--share", "team", "--answers", "-", stdin=ANSWERS)
    monkeypatch.setenv("LEERLOG_NOW", THEN)
    done = cli("done", f"{name}.1", "--result", PLAN)
    assert f"Dit antwoord deel je niet. Anders: leerlog edit {name}" in done.err
    file = cli.home / "team.md"
    assert cli("share", "--to", "team", "--as", "Anja", "--output", str(file), "--yes").status == 0
    shared = file.read_text("utf-8")
    assert "Een verzoek kost een dag minder" in shared
    assert not [words for words in ("Later", PLAN, QUESTION) if words in shared]


def test_it_is_asked_and_half_an_answer_is_kept(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """At a terminal: what was typed before Ctrl+C is there again, by the command or the draft; a level is chosen."""
    pytest.importorskip("termios")
    from tests.terminal import CTRL_C, ENTER, FOOTER, Terminal

    given = "with: Noor\ninterim: later 14 dec\npractice.agreement: later 14 dec\n"
    name = cli.saved("during", "Woo", "--share", "team", "--answers", "-", stdin=given)
    monkeypatch.setenv("LEERLOG_NOW", THEN)
    started = [sys.executable, "-m", "leerlog"]
    with Terminal([*started, "done", f"{name}.2"], 60) as terminal:
        terminal.wait_for("Onderweg · Woo", "Wat levert het tot nu toe op?", FOOTER)
        terminal.type("De balie")
        terminal.wait_for("> De balie")
        terminal.type(CTRL_C)
        assert terminal.end() == 130
        assert terminal.text.endswith(f"Bewaard als concept. Verder: leerlog done {name}.2")
    assert "Onderweg · Wat levert het tot nu toe op?" in cli("drafts").out
    with Terminal([*started, "drafts", "--resume", "during"], 60) as terminal:
        terminal.wait_for("> De balie", FOOTER)
        terminal.type(" belt minder" + ENTER)
        terminal.wait_for("Wat bracht het tot nu toe?", FOOTER)
        terminal.type("4" + ENTER)
        terminal.wait_for("Deel je dit ook met het team?", FOOTER)
        terminal.type("j" + ENTER)
        assert terminal.end() == 0
    (answer,) = cli.journal.find(name).answers
    assert (answer.text, answer.value, answer.private) == ("De balie belt minder", "gerealiseerd", False)
    assert "Er ligt niets te wachten" in cli("drafts").out
    with Terminal([*started, "--plain", "done", f"{name}.1"], 80) as terminal:
        for asked, typed in (("Wie oefent wat", "Oefenen"), ("Wie?", "Kees"), ("wanneer?", "18 dec"), ("Nog een?", "")):
            terminal.wait_for(asked)
            terminal.type(typed + ENTER)
        terminal.wait_for("Deel je dit ook")
        terminal.type(ENTER)
        assert terminal.end() == 0
    item = cli.journal.find(name).follow_ups[-1]
    assert (item.text, item.who, f"{item.due}", item.private) == ("Oefenen", "Kees", "2026-12-18", True)


@pytest.mark.parametrize("ends", [["delete", "--yes"], ["done", "--dropped"], ["done", "--result", "Anders"]])
def test_half_an_answer_outlives_its_question(cli: Cli, ref: str, ends: list[str]) -> None:
    """When that waits no more, because its note is gone or it was answered, what was typed can still be saved."""
    half = Draft("prepare", ref, {"apply": "Half"}, "apply", {}, str(cli.folder), "2026-11-23T10:00", drafts.WAITED)
    name = drafts.save(cli.drafts, half).stem
    assert f"leerlog done {ref}" in cli("drafts").out
    command, *options = ends
    assert cli(command, ref[:8] if command == "delete" else ref, *options).status == 0
    assert f"leerlog drafts --save {name}" in " ".join(cli("drafts").out.split())
    assert f"leerlog drafts --save {name}" in cli("drafts", "--resume", name).err
    assert cli("drafts", "--save", name).status == 0
    assert ("", {"apply": "Half"}) in [(entry.course, answers(entry)) for entry in cli.journal.read()[0]]
    assert "Er ligt niets te wachten" in cli("drafts").out


def test_what_stands_beside_a_question_stands_there_when_it_is_asked_again(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written about its course above it, and the score of the time before below it."""
    pytest.importorskip("termios")
    from tests.terminal import CTRL_C, FOOTER, Terminal

    cli.saved("hill", "Woo", "--answers", "-", "--on", "2026-11-01", stdin="urgency: 2 Het moet\n")
    scored = cli.saved("hill", "Woo", "--answers", "-", stdin="urgency: later 14 dec\n")
    recalled = cli.saved("recall", "Woo", "--answers", "-", stdin="know: Zoeken\nmissing: later 14 dec\n")
    cli("moment", "Zoek op thema", "--course", "Woo", "--on", "2026-11-02")
    monkeypatch.setenv("LEERLOG_NOW", THEN)
    for name, beside in (
        (scored, "Eerder: 2, op 1 november 2026: Het moet"),
        (recalled, "Dit schreef je erover:\n  2 nov: Zoek op thema\n\nWat miste je nog?"),
    ):
        with Terminal([sys.executable, "-m", "leerlog", "done", f"{name}.1"], 80) as terminal:
            assert beside in terminal.wait_for(FOOTER)
            terminal.type(CTRL_C)
            assert terminal.end() == 130


@pytest.mark.parametrize("said", ["later", "later 14 dec", "Later.", "later 2020-01-01", "later 14 dec 09:00"])
def test_what_can_not_wait_says_so_in_a_file_too(cli: Cli, said: str) -> None:
    """As in a conversation; it is neither an answer nor an item with that word."""
    done = cli("after", "Woo", "--answers", "-", stdin=f"applied: nee\napplied.obstacle: {said}\n")
    assert done.status == 2
    assert "deze vraag kan niet wachten" in done.err
